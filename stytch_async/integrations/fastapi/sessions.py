"""Who is signed in, as dependencies."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractContextManager
from typing import Annotated, Any, Generic, TypeVar, Unpack

import attrs
from fastapi import Depends, FastAPI
from fastapi.openapi.models import APIKey, APIKeyIn, HTTPBearer
from starlette.requests import HTTPConnection

from stytch_async.clients import B2BClient, Client
from stytch_async.clients.project import ProjectClient
from stytch_async.errors import ConfigurationError
from stytch_async.integrations.asgi import visit_of
from stytch_async.integrations.callbacks import (
    CompletionOptions,
    begin,
    complete_member,
    complete_user,
    conclude_member,
    recall,
)
from stytch_async.integrations.connections import install, refusing
from stytch_async.integrations.fastapi.kept import stytch_client
from stytch_async.integrations.fastapi.schemes import Dependency, Scheme, no_scheme
from stytch_async.integrations.guard import Guard, GuardOptions, Visit
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

__all__ = ["MemberAuth", "SessionAuth", "UserAuth"]

C = TypeVar("C", bound=ProjectClient)
P = TypeVar("P", bound=PartialLogin)
S = TypeVar("S", bound=Owned)
O = TypeVar("O")  # noqa: E741 - the owner of a session


@attrs.frozen
class Here(Generic[C]):
    """Where a dependency works: one request, with its client."""

    client: C
    visit: Visit
    path: Mapping[str, Any]


class SessionAuth(Generic[C, S, O]):
    """Who is signed in, for users and members alike: take `UserAuth` or `MemberAuth`.

    Attributes:
        session: A dependency: the session of the request or websocket.
        optional: A dependency: the session, or ``None`` for a visitor who is not signed in, or no longer.
        signed_in: A dependency: the session with its JWT, for calls that change it.

    """

    session: Dependency[S]
    optional: Dependency[S | None]
    signed_in: Dependency[SignedIn[S, O]]

    def __init__(
        self, sessions: Sessions[C, S, O], client: Callable[..., Any], scheme_name: str, options: GuardOptions
    ) -> None:
        self._guard = guard = Guard(sessions, **options)
        self._locate = locate = self._locating(client, scheme_name)
        self._required: dict[object, Dependency[S]] = {}

        async def signed_in(here: Annotated[Here[C], Depends(locate)]) -> SignedIn[S, O]:
            with self._refusing(here):
                return await guard.signed_in(here.client, here.visit)

        async def session(here: Annotated[Here[C], Depends(locate)]) -> S:
            return (await signed_in(here)).session

        async def optional(here: Annotated[Here[C], Depends(locate)]) -> S | None:
            with self._refusing(here):
                return await guard.optional(here.client, here.visit)

        async def fresh(here: Annotated[Here[C], Depends(locate)]) -> S:
            with self._refusing(here):
                return (await guard.signed_in(here.client, here.visit, fresh=True)).session

        async def owner(here: Annotated[Here[C], Depends(locate)]) -> O:
            with self._refusing(here):
                return await guard.owner(here.client, here.visit)

        self.session, self.optional, self.signed_in = session, optional, signed_in
        self._fresh, self._owner = fresh, owner

    def _locating(self, client: Callable[..., Any], scheme_name: str) -> Dependency[Here[C]]:
        """Return the dependency below all others, which also names the security schemes."""
        cookie: Callable[[], Awaitable[None]] = no_scheme
        bearer: Callable[[], Awaitable[None]] = no_scheme
        if self._guard.cookies is not None:
            model = APIKey.model_validate({"in": APIKeyIn.cookie, "name": self._guard.cookies.jwt})
            cookie = Scheme(model, f"{scheme_name}Cookie")
        if self._guard.bearer:
            bearer = Scheme(HTTPBearer(), f"{scheme_name}Bearer")

        async def locate(
            connection: HTTPConnection,
            client: Annotated[C, Depends(client)],
            _cookie: Annotated[None, Depends(cookie)],
            _bearer: Annotated[None, Depends(bearer)],
        ) -> Here[C]:
            return Here(client, visit_of(connection.scope), connection.path_params)

        return locate

    def _refusing(self, here: Here[C]) -> AbstractContextManager[None]:
        return refusing(lambda error: self._guard.answer(here.visit, error))

    def require(self, **requirements: Unpack[Requirements]) -> Dependency[S]:
        """Return a dependency: the session, of which something is required.

        The same requirements give the same dependency, so that a test can override it. It depends on ``session``: where
        that is overridden, the requirements still hold.

        Args:
            requirements: What the session has to have; see `Requirements`.

        """
        return self._require(None, **requirements)

    def _require(self, parameter: str | None, **requirements: Unpack[Requirements]) -> Dependency[S]:
        """Return the dependency for requirements, and for the organization that a parameter of the path names."""
        needs = Needs.of(**requirements)
        key = (parameter, needs)
        if key not in self._required:
            self._required[key] = self._requiring(parameter, needs)
        return self._required[key]

    def _requiring(self, parameter: str | None, needs: Needs) -> Dependency[S]:
        guard, session = self._guard, self._fresh if needs.fresh else self.session

        async def required(
            here: Annotated[Here[C], Depends(self._locate)], session: Annotated[S, Depends(session)]
        ) -> S:
            with self._refusing(here):
                organization_id = None if parameter is None else _path_parameter(here.path, parameter)
                await guard.check(here.client, session, attrs.evolve(needs, organization_id=organization_id))
            return session

        return required

    def sign_in(self, connection: HTTPConnection, login: Login) -> None:
        """Keep the session of a login in the visitor's browser, whatever the handler returns.

        Args:
            connection: The request.
            login: The answer of any call that logs somebody in.

        Raises:
            ValueError: The login has no session; the text says what was forgotten.
            CrossOriginError: Another site's page has sent the form: it would log the visitor in as whom it likes.

        """
        self._guard.sign_in(visit_of(connection.scope), login)

    def sign_out(self, connection: HTTPConnection) -> None:
        """Take the session out of the visitor's browser; to end it for good, revoke it too."""
        self._guard.sign_out(visit_of(connection.scope))

    def begin(self, connection: HTTPConnection) -> PKCE:
        """Begin a login that has to end in this browser, within ten minutes.

        Give what this returns to a start URL, or its challenge to the call that sends a mail.
        """
        return begin(self._guard, visit_of(connection.scope))

    def recall(self, connection: HTTPConnection) -> PKCE | None:
        """Return what this browser has begun a login with, if it has: a reset of a password takes its verifier."""
        return recall(self._guard, visit_of(connection.scope))

    def install(self, app: FastAPI, *, refusals: Mapping[str, int] | None = None) -> None:
        """Write cookies to all answers of an app, and answer the errors of calls that its handlers make.

        Args:
            app: The app.
            refusals: By Stytch's error type, the status for what the visitor can mend: ``{"weak_password": 400}``. What
                is not named is the app's own trouble, and a 503.

        """
        install(app, self._guard, refusals)


def _path_parameter(path: Mapping[str, Any], name: str) -> str:
    if name not in path:
        raise ConfigurationError(f"the path of this route has no parameter {name}")
    return str(path[name])


class UserAuth(SessionAuth[Client, Session, User]):
    """Users who are signed in.

    Attributes:
        user: A dependency: who is signed in, as Stytch knows them now; this takes a call.

    """

    user: Dependency[User]

    def __init__(
        self,
        client: Callable[..., Any] = stytch_client,
        *,
        scheme_name: str = "StytchUser",
        **options: Unpack[GuardOptions],
    ) -> None:
        """Say how users are recognised.

        Args:
            client: A dependency: the client.
            scheme_name: What the OpenAPI document calls the security schemes, before ``Cookie`` and ``Bearer``.
            options: See `GuardOptions`.

        """
        super().__init__(UserSessions(), client, scheme_name, options)
        self.user = self._owner

    async def complete(
        self, connection: HTTPConnection, client: Client, **options: Unpack[CompletionOptions]
    ) -> UserOutcome:
        """Complete a login at a redirect URL, by what Stytch has added to it.

        Args:
            connection: The request.
            client: The client.
            options: See `CompletionOptions`.

        Raises:
            CallbackError: The callback is not one of Stytch's, has been used, or belongs to another browser.
            StytchError: Stytch could not be asked, or refuses the login for another reason.

        """
        return await complete_user(self._guard, client, visit_of(connection.scope), **options)


class MemberAuth(SessionAuth[B2BClient, MemberSession, Member]):
    """Members who are signed in.

    Attributes:
        member: A dependency: who is signed in, as Stytch knows them now; this takes a call.

    """

    member: Dependency[Member]

    def __init__(
        self,
        client: Callable[..., Any] = stytch_client,
        *,
        scheme_name: str = "StytchMember",
        **options: Unpack[GuardOptions],
    ) -> None:
        """Say how members are recognised.

        Args:
            client: A dependency: the client.
            scheme_name: What the OpenAPI document calls the security schemes, before ``Cookie`` and ``Bearer``.
            options: See `GuardOptions`.

        """
        super().__init__(MemberSessions(), client, scheme_name, options)
        self.member = self._owner

    def member_of(
        self, parameter: str = "organization_id", **requirements: Unpack[Requirements]
    ) -> Dependency[MemberSession]:
        """Return a dependency: the session of a member of the organization that the path names.

        Args:
            parameter: The parameter of the path that holds the organization's id.
            requirements: What the session has to have besides; see `Requirements`.

        """
        return self._require(parameter, **requirements)

    async def complete(
        self, connection: HTTPConnection, client: B2BClient, **options: Unpack[CompletionOptions]
    ) -> MemberOutcome:
        """Complete a login at a redirect URL, by what Stytch has added to it.

        Args:
            connection: The request.
            client: The client.
            options: See `CompletionOptions`.

        Raises:
            CallbackError: The callback is not one of Stytch's, has been used, or belongs to another browser.
            StytchError: Stytch could not be asked, or refuses the login for another reason.

        """
        return await complete_member(self._guard, client, visit_of(connection.scope), **options)

    def conclude(self, connection: HTTPConnection, login: P) -> LoggedIn[P] | SecondFactor[P] | AnotherLogin[P]:
        """Keep the session of a login in the visitor's browser, or say what the login lacks."""
        return conclude_member(self._guard, visit_of(connection.scope), login)
