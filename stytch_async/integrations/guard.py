"""The way of a request past the login, whatever the framework."""

import datetime as dt
import logging
from collections.abc import Collection, Mapping
from typing import Any, Final, Generic, TypedDict, TypeVar, Unpack

import attrs

from stytch_async.clients.project import ProjectClient
from stytch_async.errors import ConfigurationError, PermissionDeniedError, StytchError
from stytch_async.integrations.answers import Answer, answer_to
from stytch_async.integrations.cookies import Cookies
from stytch_async.integrations.needs import Needs, require_factors
from stytch_async.integrations.origins import checked_origins, is_cross_origin
from stytch_async.integrations.refusals import CrossOriginError, MissingCredentialsError
from stytch_async.integrations.sessions import Credentials, Owned, Sessions, SignedIn
from stytch_async.logins import Login, expiry_of, is_signed_out, require_session
from stytch_async.tokens.rbac import require_organization

__all__ = ["Guard", "GuardOptions", "Visit", "bearer_token", "refusal"]

C = TypeVar("C", bound=ProjectClient)
S = TypeVar("S", bound=Owned)
O = TypeVar("O")  # noqa: E741 - the owner of a session

logger: Final = logging.getLogger("stytch_async")


@attrs.define(kw_only=True, eq=False)
class Visit:
    """One request, as far as a login is concerned; there is one of them for a request, however often it is asked for.

    Attributes:
        method: Its HTTP method; ``WEBSOCKET`` for a websocket's handshake.
        headers: Its headers, by name in lower case.
        cookies: Its cookies.
        query: The query of its URL, as it was sent.
        is_written: Whether something writes the cookies to the answer.
        set_cookies: By cookie, the ``Set-Cookie`` header that the answer is to have.
        found: By guard, who has been found to be signed in.

    """

    method: str
    headers: Mapping[str, str] = attrs.field(repr=False)
    cookies: Mapping[str, str] = attrs.field(repr=False)
    query: str = attrs.field(default="", repr=False)
    is_written: bool = False
    set_cookies: dict[str, str] = attrs.field(factory=dict[str, str], repr=False)
    found: dict[object, SignedIn[Any, Any]] = attrs.field(factory=dict[object, SignedIn[Any, Any]])


class GuardOptions(TypedDict, total=False):
    """How visitors are recognised, and what they are answered.

    Attributes:
        cookies: The cookies that hold a session; ``None`` for an app that takes bearer tokens only.
        bearer: Whether a session may also come as a bearer token.
        trusted_origins: Other sites whose pages may send the visitor's cookies along and log visitors in:
            ``https://app.example.com``.
        hide_tenants: Whether what belongs to another organization is answered by 404 instead of 403.

    """

    cookies: Cookies | None
    bearer: bool
    trusted_origins: Collection[str]
    hide_tenants: bool


class Guard(Generic[C, S, O]):
    """Lets requests pass that have a good session, and knows what to answer to the others."""

    def __init__(self, sessions: Sessions[C, S, O], **options: Unpack[GuardOptions]) -> None:
        """Prepare the guard.

        Args:
            sessions: Whose sessions they are.
            options: See `GuardOptions`.

        Raises:
            ConfigurationError: Something is misspelt.

        """
        self.sessions: Sessions[C, S, O] = sessions
        self.cookies: Cookies | None = options.get("cookies", Cookies())
        self.bearer: bool = options.get("bearer", True)
        self._trusted = checked_origins(options.get("trusted_origins", ()))
        self.hide_tenants: bool = options.get("hide_tenants", False)
        self._warned = False

    def credentials(self, visit: Visit) -> Credentials:
        """Return what a request brought.

        Raises:
            MissingCredentialsError: It brought nothing.
            CrossOriginError: Another site's page made the browser send it.

        """
        given = self._given(visit)
        if given is None:
            raise MissingCredentialsError
        if given.from_cookie and is_cross_origin(visit.method, visit.headers, self._trusted):
            raise CrossOriginError
        return given

    def _given(self, visit: Visit) -> Credentials | None:
        if self.bearer and (bearer := bearer_token(visit)) is not None:
            return Credentials.bearer(bearer)
        if self.cookies is None:
            return None
        jwt, token = (visit.cookies.get(name) or None for name in (self.cookies.jwt, self.cookies.token))
        return None if jwt is None and token is None else Credentials(jwt=jwt, token=token, from_cookie=True)

    async def signed_in(self, client: C, visit: Visit, *, fresh: bool = False) -> SignedIn[S, O]:
        """Return who sent a request, and see to it that the browser gets a new JWT where there is one.

        Raises:
            MissingCredentialsError: Nobody who is known.
            CrossOriginError: Another site's page.
            StytchError: The session is refused, or Stytch could not be asked.

        """
        known: SignedIn[S, O] | None = visit.found.get(self)
        if known is not None and (known.refreshed or not fresh):
            return known
        given = self.credentials(visit)
        found = await self.sessions.signed_in(client, given, max_age=0 if fresh else None)
        if found.refreshed and given.from_cookie:
            self._refresh(visit, found)
        visit.found[self] = found
        return found

    async def optional(self, client: C, visit: Visit) -> S | None:
        """Return the session of a request, or ``None`` where it has none, or none any more.

        A bearer token that is bad is refused all the same: who sends one does not want to be a stranger.

        Raises:
            StytchError: As above.

        """
        try:
            return (await self.signed_in(client, visit)).session
        except MissingCredentialsError:
            return None
        except StytchError as error:
            if not is_signed_out(error) or not self.credentials(visit).from_cookie:
                raise
            self.forget(visit)
            return None

    async def owner(self, client: C, visit: Visit) -> O:
        """Return the user or member who sent a request, as Stytch knows them now.

        Raises:
            StytchError: As above.

        """
        owner = (await self.signed_in(client, visit, fresh=True)).owner
        assert owner is not None  # noqa: S101 - Stytch was asked
        return owner

    async def session(self, client: C, visit: Visit, needs: Needs) -> S:
        """Return the session of a request that has what is needed.

        Raises:
            StytchError: As above, and below.

        """
        session = (await self.signed_in(client, visit, fresh=needs.fresh)).session
        await self.check(client, session, needs)
        return session

    async def check(self, client: C, session: S, needs: Needs) -> None:
        """Refuse a session that lacks what is needed.

        Raises:
            TenancyError: It belongs to another organization.
            PermissionDeniedError: It has none of the roles, or none that permits the action.
            StepUpError: Too little has been proven in it, or too long ago.

        """
        if needs.organization_id is not None:
            require_organization(self.sessions.organization_of(session), needs.organization_id, "require")
        if needs.roles and needs.roles.isdisjoint(session.roles):
            raise self._denied(session, f"needed is one of the roles {', '.join(sorted(needs.roles))}")
        if needs.check is not None and not await self.sessions.allows(client, session, *needs.check):
            resource_id, action = needs.check
            raise self._denied(session, f"no role permits {action} on {resource_id}")
        now = dt.datetime.fromtimestamp(await client.now(), dt.UTC)
        require_factors(session.authentication_factors, needs, now)

    def _denied(self, session: S, message: str) -> PermissionDeniedError:
        held = ", ".join(session.roles) or "none"
        return PermissionDeniedError(
            operation="require",
            status_code=403,
            error_type=self.sessions.refusal,
            error_message=f"{message}; held: {held}",
        )

    def sign_in(self, visit: Visit, login: Login) -> None:
        """Keep the session of a login in the visitor's browser.

        Raises:
            ValueError: The login has no session; the text says what was forgotten.
            ConfigurationError: Nothing would write the cookies.
            CrossOriginError: Another site's page has sent the form: it would log the visitor in as whom it likes.

        """
        require_session(login)
        if is_cross_origin(visit.method, visit.headers, self._trusted):
            raise CrossOriginError
        self._write(visit, Credentials(token=login.session_token, jwt=login.session_jwt), expiry_of(login))

    def sign_out(self, visit: Visit) -> None:
        """Take the session out of the visitor's browser.

        Raises:
            ConfigurationError: Nothing would write the cookies.

        """
        self._write(visit, Credentials())

    def answer(self, visit: Visit, error: StytchError) -> Answer | None:
        """Return what to answer to a visitor who does not pass, ``None`` where the app has made a mistake."""
        answer = refusal(error, hide_tenants=self.hide_tenants)
        if answer is not None and answer.signs_out:
            self.forget(visit)
        return answer

    def forget(self, visit: Visit) -> None:
        """Take a session that is over out of the browser, unless the request came without its cookies."""
        if self.cookies is not None and visit.is_written and not (self.bearer and bearer_token(visit)):
            self.sign_out(visit)

    def _refresh(self, visit: Visit, found: SignedIn[S, O]) -> None:
        if visit.is_written:
            kept = Credentials(token=found.session_token, jwt=found.session_jwt)
            self._write(visit, kept, found.session.expires_at)
        elif not self._warned:
            self._warned = True
            logger.warning("a refreshed session could not be kept in its cookies: the kit is not installed in the app")

    def keep(self, visit: Visit, name: str, value: str, seconds: int) -> None:
        """Keep something else in the visitor's browser for a while, for this host alone and out of scripts' reach.

        Raises:
            ConfigurationError: Nothing would write the cookie.

        """
        visit.set_cookies[name] = self._own_cookies(visit).write(name, value, age=seconds)

    def drop(self, visit: Visit, name: str) -> None:
        """Take what was kept so out of the visitor's browser.

        Raises:
            ConfigurationError: Nothing would write the cookie.

        """
        visit.set_cookies[name] = self._own_cookies(visit).write(name, None)

    def _own_cookies(self, visit: Visit) -> Cookies:
        return attrs.evolve(self._writable(visit), domain=None, path="/", httponly=True, samesite="lax")

    def _writable(self, visit: Visit) -> Cookies:
        if self.cookies is None:
            raise ConfigurationError("this app keeps no session in cookies: it was given cookies=None")
        if not visit.is_written:
            raise ConfigurationError("the cookies would be lost: install the kit in the app first")
        return self.cookies

    def _write(self, visit: Visit, kept: Credentials, expires: dt.datetime | None = None) -> None:
        cookies = self._writable(visit)
        visit.found.pop(self, None)
        visit.set_cookies[cookies.token] = cookies.write(cookies.token, kept.token, expires=expires)
        visit.set_cookies[cookies.jwt] = cookies.write(cookies.jwt, kept.jwt, expires=expires)


def bearer_token(visit: Visit) -> str | None:
    """Return the bearer token of a request, if it has one."""
    scheme, _, token = visit.headers.get("authorization", "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


def refusal(
    error: StytchError, *, refusals: Mapping[str, int] | None = None, scopes: str = "", hide_tenants: bool = False
) -> Answer | None:
    """Return what to answer to an error, and log the app's own trouble."""
    answer = answer_to(error, refusals=refusals, scopes=scopes, hide_tenants=hide_tenants)
    if answer is not None and answer.status == 503:
        logger.error("a visitor was answered 503: %s", error)
    return answer
