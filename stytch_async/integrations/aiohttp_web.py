"""Sessions and webhooks in apps on aiohttp's server."""

import json
from collections.abc import AsyncIterator, Callable, Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Final, Generic, TypeVar, Unpack

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from stytch_async.clients import B2BClient, Client
from stytch_async.clients.project import ProjectClient
from stytch_async.errors import ConfigurationError, StytchError
from stytch_async.integrations.answers import Answer
from stytch_async.integrations.bodies import read_webhook
from stytch_async.integrations.callbacks import (
    CompletionOptions,
    begin,
    complete_member,
    complete_user,
    conclude_member,
    recall,
)
from stytch_async.integrations.guard import Guard, GuardOptions, Visit, refusal
from stytch_async.integrations.needs import Needs, Requirements
from stytch_async.integrations.origins import WEBSOCKET
from stytch_async.integrations.outcomes import (
    AnotherLogin,
    LoggedIn,
    MemberOutcome,
    PartialLogin,
    SecondFactor,
    UserOutcome,
)
from stytch_async.integrations.reception import Reception
from stytch_async.integrations.sessions import MemberSessions, Owned, Sessions, SignedIn, UserSessions
from stytch_async.logins import Login
from stytch_async.pkce import PKCE
from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.sessions import MemberSession
from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User

if TYPE_CHECKING:
    from stytch_async.webhooks import Event, Webhooks

__all__ = [
    "STYTCH",
    "STYTCH_B2B",
    "STYTCH_WEBHOOKS",
    "MemberAuth",
    "SessionAuth",
    "SignedIn",
    "UserAuth",
    "stytch_event",
]

C = TypeVar("C", bound=ProjectClient)
P = TypeVar("P", bound=PartialLogin)
S = TypeVar("S", bound=Owned)
O = TypeVar("O")  # noqa: E741 - the owner of a session

STYTCH: Final = web.AppKey("stytch", Client)
"""Where an app keeps its `Client`."""

STYTCH_B2B: Final = web.AppKey("stytch_b2b", B2BClient)
"""Where an app keeps its `B2BClient`."""

STYTCH_WEBHOOKS: Final["web.AppKey[Webhooks]"] = web.AppKey("stytch_webhooks")
"""Where an app keeps its `Webhooks`."""

RECEPTION: Final = web.AppKey("stytch_async.reception", Reception)
VISIT: Final = web.RequestKey("stytch_async.visit", Visit)

KINDS: Final[dict[int, type[web.HTTPException]]] = {
    400: web.HTTPBadRequest,
    401: web.HTTPUnauthorized,
    403: web.HTTPForbidden,
    404: web.HTTPNotFound,
    409: web.HTTPConflict,
    422: web.HTTPUnprocessableEntity,
    429: web.HTTPTooManyRequests,
    503: web.HTTPServiceUnavailable,
}


class SessionAuth(Generic[C, S, O]):
    """Who is signed in, for users and members alike: take `UserAuth` or `MemberAuth`."""

    def __init__(self, sessions: Sessions[C, S, O], key: web.AppKey[C], options: GuardOptions) -> None:
        self._guard: Guard[C, S, O] = Guard(sessions, **options)
        self._key = key

    async def session(self, request: web.Request, **requirements: Unpack[Requirements]) -> S:
        """Return the session of a request, or of the handshake of a websocket.

        Args:
            request: The request.
            requirements: What the session has to have; see `Requirements`.

        Raises:
            HTTPUnauthorized: Nobody is signed in, or more has to be proven.
            HTTPForbidden: Whoever is signed in may not do this.
            HTTPServiceUnavailable: Nobody can tell now.

        """
        return await self._session(request, Needs.of(**requirements))

    async def _session(self, request: web.Request, needs: Needs) -> S:
        with self._refusing(request):
            return await self._guard.session(self._client(request), _visit_of(request), needs)

    async def optional(self, request: web.Request) -> S | None:
        """Return the session, or ``None`` for a visitor who is not signed in, or no longer.

        Raises:
            HTTPUnauthorized: A bearer token is bad.
            HTTPServiceUnavailable: Nobody can tell now.

        """
        with self._refusing(request):
            return await self._guard.optional(self._client(request), _visit_of(request))

    async def signed_in(self, request: web.Request) -> SignedIn[S, O]:
        """Return the session with its JWT, for calls that change it.

        Raises:
            HTTPException: As for `session`.

        """
        with self._refusing(request):
            return await self._guard.signed_in(self._client(request), _visit_of(request))

    async def _owner(self, request: web.Request) -> O:
        with self._refusing(request):
            return await self._guard.owner(self._client(request), _visit_of(request))

    def sign_in(self, request: web.Request, login: Login) -> None:
        """Keep the session of a login in the visitor's browser, whatever the handler returns.

        Args:
            request: The request.
            login: The answer of any call that logs somebody in.

        Raises:
            ValueError: The login has no session; the text says what was forgotten.
            CrossOriginError: Another site's page has sent the form: it would log the visitor in as whom it likes.

        """
        self._guard.sign_in(_visit_of(request), login)

    def sign_out(self, request: web.Request) -> None:
        """Take the session out of the visitor's browser; to end it for good, revoke it too."""
        self._guard.sign_out(_visit_of(request))

    def begin(self, request: web.Request) -> PKCE:
        """Begin a login that has to end in this browser, within ten minutes.

        Give what this returns to a start URL, or its challenge to the call that sends a mail.
        """
        return begin(self._guard, _visit_of(request))

    def recall(self, request: web.Request) -> PKCE | None:
        """Return what this browser has begun a login with, if it has: a reset of a password takes its verifier."""
        return recall(self._guard, _visit_of(request))

    def _set_up(self, app: web.Application, make: Callable[[], C], refusals: Mapping[str, int] | None) -> None:
        async def keep(app: web.Application) -> AsyncIterator[None]:
            async with make() as app[self._key]:
                yield

        app.cleanup_ctx.append(keep)
        if RECEPTION not in app:
            app[RECEPTION] = Reception()
            app.middlewares.append(_explaining(app[RECEPTION]))
            app.on_response_prepare.append(_write)
        for status in (refusals or {}).values():
            if status not in KINDS:
                raise ConfigurationError(f"a refusal is answered by one of {', '.join(map(str, KINDS))}, not {status}")
        app[RECEPTION].admit(self._guard, refusals)

    def _client(self, request: web.Request) -> C:
        if self._key not in request.config_dict:
            raise ConfigurationError("the app keeps no client: call setup(app) first")
        return request.config_dict[self._key]

    def _refusing(self, request: web.Request) -> AbstractContextManager[None]:
        return _refusing(lambda error: self._guard.answer(_visit_of(request), error))


class UserAuth(SessionAuth[Client, Session, User]):
    """Users who are signed in."""

    def __init__(self, **options: Unpack[GuardOptions]) -> None:
        """Say how users are recognised.

        Args:
            options: See `GuardOptions`.

        """
        super().__init__(UserSessions(), STYTCH, options)

    async def user(self, request: web.Request) -> User:
        """Return who is signed in, as Stytch knows them now; this takes a call.

        Raises:
            HTTPException: As for `session`.

        """
        return await self._owner(request)

    async def complete(self, request: web.Request, **options: Unpack[CompletionOptions]) -> UserOutcome:
        """Complete a login at a redirect URL, by what Stytch has added to it.

        Args:
            request: The request.
            options: See `CompletionOptions`.

        Raises:
            CallbackError: The callback is not one of Stytch's, has been used, or belongs to another browser.
            StytchError: Stytch could not be asked, or refuses the login for another reason.

        """
        return await complete_user(self._guard, self._client(request), _visit_of(request), **options)

    def setup(
        self,
        app: web.Application,
        make: Callable[[], Client] = Client.from_env,
        *,
        refusals: Mapping[str, int] | None = None,
    ) -> None:
        """Keep a client in the app, under `STYTCH`; write cookies, and answer the errors of calls in handlers.

        Apps below this one are served too.

        Args:
            app: The app.
            make: Makes the client when the app starts; it is closed with the app.
            refusals: By Stytch's error type, the status for what the visitor can mend: ``{"weak_password": 400}``. What
                is not named is the app's own trouble, and a 503.

        """
        self._set_up(app, make, refusals)


class MemberAuth(SessionAuth[B2BClient, MemberSession, Member]):
    """Members who are signed in."""

    def __init__(self, **options: Unpack[GuardOptions]) -> None:
        """Say how members are recognised.

        Args:
            options: See `GuardOptions`.

        """
        super().__init__(MemberSessions(), STYTCH_B2B, options)

    async def member(self, request: web.Request) -> Member:
        """Return who is signed in, as Stytch knows them now; this takes a call.

        Raises:
            HTTPException: As for `session`.

        """
        return await self._owner(request)

    async def member_of(
        self, request: web.Request, organization_id: str, **requirements: Unpack[Requirements]
    ) -> MemberSession:
        """Return the session of a member of an organization.

        Raises:
            HTTPException: As for `session`; the member belongs to another organization.

        """
        return await self._session(request, Needs.of(organization_id, **requirements))

    async def complete(self, request: web.Request, **options: Unpack[CompletionOptions]) -> MemberOutcome:
        """Complete a login at a redirect URL, by what Stytch has added to it.

        Args:
            request: The request.
            options: See `CompletionOptions`.

        Raises:
            CallbackError: The callback is not one of Stytch's, has been used, or belongs to another browser.
            StytchError: Stytch could not be asked, or refuses the login for another reason.

        """
        return await complete_member(self._guard, self._client(request), _visit_of(request), **options)

    def conclude(self, request: web.Request, login: P) -> LoggedIn[P] | SecondFactor[P] | AnotherLogin[P]:
        """Keep the session of a login in the visitor's browser, or say what the login lacks."""
        return conclude_member(self._guard, _visit_of(request), login)

    def setup(
        self,
        app: web.Application,
        make: Callable[[], B2BClient] = B2BClient.from_env,
        *,
        refusals: Mapping[str, int] | None = None,
    ) -> None:
        """Keep a client in the app, under `STYTCH_B2B`; write cookies, and answer the errors of calls in handlers.

        Apps below this one are served too.

        Args:
            app: The app.
            make: Makes the client when the app starts; it is closed with the app.
            refusals: By Stytch's error type, the status for what the visitor can mend: ``{"weak_password": 400}``. What
                is not named is the app's own trouble, and a 503.

        """
        self._set_up(app, make, refusals)


async def stytch_event(request: web.Request) -> "Event":
    """Return what a webhook tells, as verified by ``app[STYTCH_WEBHOOKS]``.

    Raises:
        HTTPBadRequest: It is not from Stytch, or not from now.

    """
    if STYTCH_WEBHOOKS not in request.config_dict:
        raise ConfigurationError("the app knows no webhooks: set app[STYTCH_WEBHOOKS] = Webhooks.from_env()")
    with _refusing(refusal):
        # What a middleware has read already is kept in the request, and no longer in the stream.
        body = await read_webhook(request.content.iter_any()) or await request.read()
        return request.config_dict[STYTCH_WEBHOOKS].verify(body, request.headers)


def _explaining(reception: Reception) -> Middleware:
    @web.middleware
    async def explain(request: web.Request, handler: Handler) -> web.StreamResponse:
        visit = _visit_of(request)
        visit.is_written = True
        with _refusing(lambda error: reception.answer(visit, error)):
            return await handler(request)

    return explain


@contextmanager
def _refusing(answer: Callable[[StytchError], Answer | None]) -> Generator[None]:
    """Turn errors into HTTP exceptions, but for those that are mistakes in the app."""
    try:
        yield
    except StytchError as error:
        refusal = answer(error)
        if refusal is None:
            raise
        text = json.dumps({"error": refusal.error})
        raise KINDS[refusal.status](text=text, content_type="application/json", headers=refusal.headers) from error


def _visit_of(request: web.Request) -> Visit:
    visit = request.get(VISIT)
    if visit is None:
        headers = {name.lower(): value for name, value in request.headers.items()}
        method = WEBSOCKET if headers.get("upgrade", "").lower() == "websocket" else request.method
        query = request.rel_url.raw_query_string
        visit = request[VISIT] = Visit(method=method, headers=headers, cookies=request.cookies, query=query)
    return visit


async def _write(request: web.Request, response: web.StreamResponse) -> None:
    """Write the cookies as headers: by now aiohttp has turned those of the response into headers, too."""
    set_cookies = _visit_of(request).set_cookies
    while set_cookies:
        response.headers.add("Set-Cookie", set_cookies.pop(next(iter(set_cookies))))
