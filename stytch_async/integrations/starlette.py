"""Sessions and webhooks in Starlette apps."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Unpack

from starlette.applications import Starlette
from starlette.authentication import (
    AuthCredentials,
    AuthenticationBackend,
    AuthenticationError,
    BaseUser,
    UnauthenticatedUser,
)
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from stytch_async.clients import B2BClient, Client
from stytch_async.clients.project import ProjectClient
from stytch_async.errors import StytchError
from stytch_async.integrations.answers import Answer
from stytch_async.integrations.asgi import visit_of
from stytch_async.integrations.callbacks import (
    CompletionOptions,
    begin,
    complete_member,
    complete_user,
    conclude_member,
    recall,
)
from stytch_async.integrations.connections import install, keeps, receive, refusing, stytch_client, stytch_webhooks
from stytch_async.integrations.guard import Guard, GuardOptions
from stytch_async.integrations.needs import Needs, Requirements
from stytch_async.integrations.outcomes import (
    AnotherLogin,
    LoggedIn,
    MemberOutcome,
    PartialLogin,
    SecondFactor,
    UserOutcome,
)
from stytch_async.integrations.sessions import MemberSessions, Owned, Sessions, SignedIn, UserSessions
from stytch_async.logins import Login
from stytch_async.pkce import PKCE
from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.sessions import MemberSession
from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User

if TYPE_CHECKING:
    from stytch_async.webhooks import Event

__all__ = [
    "MemberAuth",
    "SessionAuth",
    "SignedIn",
    "StytchBackend",
    "StytchUser",
    "UserAuth",
    "keeps",
    "stytch_client",
    "stytch_event",
    "stytch_webhooks",
]

C = TypeVar("C", bound=ProjectClient)
P = TypeVar("P", bound=PartialLogin)
S = TypeVar("S", bound=Owned)
O = TypeVar("O")  # noqa: E741 - the owner of a session


class SessionAuth(Generic[C, S, O]):
    """Who is signed in, for users and members alike: take `UserAuth` or `MemberAuth`."""

    def __init__(
        self, sessions: Sessions[C, S, O], client: Callable[[HTTPConnection], Any], options: GuardOptions
    ) -> None:
        self.guard: Guard[C, S, O] = Guard(sessions, **options)
        self.client: Callable[[HTTPConnection], C] = client

    async def session(self, connection: HTTPConnection, **requirements: Unpack[Requirements]) -> S:
        """Return the session of a request or websocket.

        Args:
            connection: The request or websocket.
            requirements: What the session has to have; see `Requirements`.

        Raises:
            HTTPException: Nobody is signed in, something is missing, or nobody can tell now.

        """
        return await self._session(connection, Needs.of(**requirements))

    async def _session(self, connection: HTTPConnection, needs: Needs) -> S:
        visit = visit_of(connection.scope)
        with refusing(lambda error: self.guard.answer(visit, error)):
            return await self.guard.session(self.client(connection), visit, needs)

    async def optional(self, connection: HTTPConnection) -> S | None:
        """Return the session, or ``None`` for a visitor who is not signed in, or no longer.

        Raises:
            HTTPException: Nobody can tell now, or a bearer token is bad.

        """
        visit = visit_of(connection.scope)
        with refusing(lambda error: self.guard.answer(visit, error)):
            return await self.guard.optional(self.client(connection), visit)

    async def signed_in(self, connection: HTTPConnection) -> SignedIn[S, O]:
        """Return the session with its JWT, for calls that change it.

        Raises:
            HTTPException: As for `session`.

        """
        visit = visit_of(connection.scope)
        with refusing(lambda error: self.guard.answer(visit, error)):
            return await self.guard.signed_in(self.client(connection), visit)

    async def _owner(self, connection: HTTPConnection) -> O:
        visit = visit_of(connection.scope)
        with refusing(lambda error: self.guard.answer(visit, error)):
            return await self.guard.owner(self.client(connection), visit)

    def sign_in(self, connection: HTTPConnection, login: Login) -> None:
        """Keep the session of a login in the visitor's browser, whatever the handler returns.

        Raises:
            ValueError: The login has no session; the text says what was forgotten.
            CrossOriginError: Another site's page has sent the form: it would log the visitor in as whom it likes.

        """
        self.guard.sign_in(visit_of(connection.scope), login)

    def sign_out(self, connection: HTTPConnection) -> None:
        """Take the session out of the visitor's browser; to end it for good, revoke it too."""
        self.guard.sign_out(visit_of(connection.scope))

    def begin(self, connection: HTTPConnection) -> PKCE:
        """Begin a login that has to end in this browser, within ten minutes.

        Give what this returns to a start URL, or its challenge to the call that sends a mail.
        """
        return begin(self.guard, visit_of(connection.scope))

    def recall(self, connection: HTTPConnection) -> PKCE | None:
        """Return what this browser has begun a login with, if it has: a reset of a password takes its verifier."""
        return recall(self.guard, visit_of(connection.scope))

    def install(self, app: Starlette, *, refusals: Mapping[str, int] | None = None) -> None:
        """Set ``request.user`` and ``request.auth``, write cookies, and answer the errors of calls in handlers.

        Args:
            app: The app.
            refusals: By Stytch's error type, the status for what the visitor can mend: ``{"weak_password": 400}``. What
                is not named is the app's own trouble, and a 503.

        """
        app.add_middleware(Authentication, backend=StytchBackend(self))
        install(app, self.guard, refusals)


class UserAuth(SessionAuth[Client, Session, User]):
    """Users who are signed in."""

    def __init__(
        self, client: Callable[[HTTPConnection], Client] = stytch_client, **options: Unpack[GuardOptions]
    ) -> None:
        """Say how users are recognised.

        Args:
            client: Returns the client for a request.
            options: See `GuardOptions`.

        """
        super().__init__(UserSessions(), client, options)

    async def user(self, connection: HTTPConnection) -> User:
        """Return who is signed in, as Stytch knows them now; this takes a call.

        Raises:
            HTTPException: As for `session`.

        """
        return await self._owner(connection)

    async def complete(self, connection: HTTPConnection, **options: Unpack[CompletionOptions]) -> UserOutcome:
        """Complete a login at a redirect URL, by what Stytch has added to it.

        Args:
            connection: The request.
            options: See `CompletionOptions`.

        Raises:
            CallbackError: The callback is not one of Stytch's, has been used, or belongs to another browser.
            StytchError: Stytch could not be asked, or refuses the login for another reason.

        """
        return await complete_user(self.guard, self.client(connection), visit_of(connection.scope), **options)


class MemberAuth(SessionAuth[B2BClient, MemberSession, Member]):
    """Members who are signed in."""

    def __init__(
        self, client: Callable[[HTTPConnection], B2BClient] = stytch_client, **options: Unpack[GuardOptions]
    ) -> None:
        """Say how members are recognised.

        Args:
            client: Returns the client for a request.
            options: See `GuardOptions`.

        """
        super().__init__(MemberSessions(), client, options)

    async def member(self, connection: HTTPConnection) -> Member:
        """Return who is signed in, as Stytch knows them now; this takes a call.

        Raises:
            HTTPException: As for `session`.

        """
        return await self._owner(connection)

    async def member_of(
        self, connection: HTTPConnection, organization_id: str, **requirements: Unpack[Requirements]
    ) -> MemberSession:
        """Return the session of a member of an organization.

        Raises:
            HTTPException: As for `session`; the member belongs to another organization.

        """
        return await self._session(connection, Needs.of(organization_id, **requirements))

    async def complete(self, connection: HTTPConnection, **options: Unpack[CompletionOptions]) -> MemberOutcome:
        """Complete a login at a redirect URL, by what Stytch has added to it.

        Args:
            connection: The request.
            options: See `CompletionOptions`.

        Raises:
            CallbackError: The callback is not one of Stytch's, has been used, or belongs to another browser.
            StytchError: Stytch could not be asked, or refuses the login for another reason.

        """
        return await complete_member(self.guard, self.client(connection), visit_of(connection.scope), **options)

    def conclude(self, connection: HTTPConnection, login: P) -> LoggedIn[P] | SecondFactor[P] | AnotherLogin[P]:
        """Keep the session of a login in the visitor's browser, or say what the login lacks."""
        return conclude_member(self.guard, visit_of(connection.scope), login)


async def stytch_event(request: Request) -> "Event":
    """Return what a webhook tells, as verified by ``app.state.stytch_webhooks``.

    Raises:
        HTTPException: It is not from Stytch, or not from now; status 400.

    """
    return await receive(request, stytch_webhooks(request))


class StytchUser(BaseUser, Generic[S]):
    """The ``request.user`` of who is signed in.

    Attributes:
        session: The session.

    """

    def __init__(self, session: S, identity: str) -> None:
        self.session = session
        self._identity = identity

    @property
    def is_authenticated(self) -> bool:
        """True."""
        return True

    @property
    def display_name(self) -> str:
        """The id, as sessions tell no name."""
        return self._identity

    @property
    def identity(self) -> str:
        """The id of the user or member."""
        return self._identity


class UnansweredError(AuthenticationError):
    """Why the backend can let nobody pass."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.error)
        self.answer = answer


class StytchBackend(AuthenticationBackend, Generic[C, S, O]):
    """Tells Starlette who is signed in; the scopes are ``authenticated`` and the session's roles.

    A visitor whose session is over is a stranger, so that the login page can be reached.
    """

    def __init__(self, auth: SessionAuth[C, S, O]) -> None:
        """Take the sessions from an auth."""
        self._auth = auth

    async def authenticate(self, conn: HTTPConnection) -> tuple[AuthCredentials, BaseUser] | None:
        """Return the scopes and the user of a request.

        Raises:
            AuthenticationError: Nobody can tell now, or a bearer token is bad.

        """
        guard, visit = self._auth.guard, visit_of(conn.scope)
        try:
            session = await guard.optional(self._auth.client(conn), visit)
        except StytchError as error:
            if (answer := guard.answer(visit, error)) is None:
                raise
            raise UnansweredError(answer) from error
        if session is None:
            return None
        user = StytchUser(session, guard.sessions.owner_of(session))
        return AuthCredentials(["authenticated", *session.roles]), user


class Authentication:
    """Does what Starlette's `AuthenticationMiddleware` does, which would close a websocket without a status."""

    def __init__(self, app: ASGIApp, backend: AuthenticationBackend) -> None:
        self.app = app
        self.backend = backend

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Say who sent a request before the app sees it, or answer it."""
        if scope["type"] in {"http", "websocket"}:
            try:
                known = await self.backend.authenticate(HTTPConnection(scope))
            except UnansweredError as error:
                refusal = error.answer
                response = PlainTextResponse(refusal.error, refusal.status, dict(refusal.headers))
                await response(scope, receive, send)
                return
            # Another kind of session may have been found before.
            if known is not None or "user" not in scope:
                scope["auth"], scope["user"] = known or (AuthCredentials(), UnauthenticatedUser())
        await self.app(scope, receive, send)
