"""Who is signed in: by the JWT on this machine, and by one call where that is not enough."""

import asyncio
import copy
import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Generic, Protocol, Self, TypeVar

import attrs

from stytch_async.clients import B2BClient, Client
from stytch_async.clients.project import ProjectClient
from stytch_async.errors import TokenError
from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.sessions import MemberSession
from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User
from stytch_async.schemas.factors import AuthenticationFactor
from stytch_async.tokens.claims import STALE

__all__ = ["Credentials", "MemberSessions", "Owned", "Sessions", "SignedIn", "UserSessions"]


class Owned(Protocol):
    """What the sessions of users and members have in common."""

    @property
    def roles(self) -> Sequence[str]: ...  # noqa: D102 - as in the schemas

    @property
    def authentication_factors(self) -> Sequence[AuthenticationFactor]: ...  # noqa: D102

    @property
    def expires_at(self) -> dt.datetime | None: ...  # noqa: D102


C = TypeVar("C", bound=ProjectClient)
S = TypeVar("S", bound=Owned)
O = TypeVar("O")  # noqa: E741 - the owner of a session


@attrs.frozen(kw_only=True)
class Credentials:
    """What a request brought, kept out of sight: reports of errors show variables.

    Attributes:
        jwt: A session's JWT.
        token: A session's opaque token.
        from_cookie: Whether a browser sent them by itself.

    """

    jwt: str | None = attrs.field(default=None, repr=False)
    token: str | None = attrs.field(default=None, repr=False)
    from_cookie: bool = False

    @classmethod
    def bearer(cls, value: str) -> Self:
        """Make the credentials of a bearer token, which is a JWT if it has two dots."""
        return cls(jwt=value) if value.count(".") == 2 else cls(token=value)


@attrs.frozen(kw_only=True)
class SignedIn(Generic[S, O]):
    """A session that is good, and what to keep for it.

    Attributes:
        session: The session.
        owner: Its user or member; ``None`` where Stytch was not asked.
        session_jwt: The JWT to keep: the one that was given, or a new one.
        session_token: The token to keep; ``None`` where none is known.
        refreshed: Whether Stytch was asked, and has given a new JWT.

    """

    session: S
    owner: O | None = None
    session_jwt: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(repr=False)
    refreshed: bool


class Sessions(ABC, Generic[C, S, O]):
    """Finds the session of a request.

    Requests with the same credentials that need Stytch at the same time share one call.
    """

    refusal: str
    """The error type of an action that no role permits."""

    def __init__(self) -> None:
        self._flights: dict[object, asyncio.Task[SignedIn[S, O]]] = {}

    async def signed_in(self, client: C, given: Credentials, *, max_age: float | None = None) -> SignedIn[S, O]:
        """Return the session that credentials stand for.

        A JWT is verified on this machine. Where it has expired, and where there is none, Stytch is asked; by the token,
        if there is one. A JWT that is bad for another reason is refused, and nobody is asked.

        Args:
            client: Knows the keys, and asks Stytch.
            given: The credentials.
            max_age: Ask Stytch about a JWT that was issued longer ago, in seconds; 0 asks always.

        Raises:
            TokenError: The JWT is refused.
            StytchError: Stytch refuses the session, or could not be asked.

        """
        if given.jwt is not None:
            try:
                session = await self.read(client, given, max_age)
            except TokenError as error:
                if error.reason not in STALE:
                    raise
            else:
                return SignedIn(session=session, session_jwt=given.jwt, session_token=given.token, refreshed=False)
        return await self._ask_once(client, given if given.token is None else Credentials(token=given.token))

    async def _ask_once(self, client: C, given: Credentials) -> SignedIn[S, O]:
        """Ask Stytch, or wait with those who do; being cancelled leaves the call to the others."""
        key = (asyncio.get_running_loop(), client, given)
        if (flight := self._flights.get(key)) is not None:
            # A copy, since sessions can be changed, and each request has one of its own.
            return copy.deepcopy(await asyncio.shield(flight))
        flight = self._flights[key] = asyncio.create_task(self.ask(client, given), name="refresh a session")
        flight.add_done_callback(lambda landed: self._land(key, landed))
        return await asyncio.shield(flight)

    def _land(self, key: object, flight: "asyncio.Task[SignedIn[S, O]]") -> None:
        del self._flights[key]
        if not flight.cancelled():
            flight.exception()  # It has been seen: whoever waits gets it.

    @abstractmethod
    async def read(self, client: C, given: Credentials, max_age: float | None) -> S:
        """Read a session from its JWT, on this machine."""

    @abstractmethod
    async def ask(self, client: C, given: Credentials) -> SignedIn[S, O]:
        """Ask Stytch for a session, by the token or by the JWT."""

    @abstractmethod
    async def allows(self, client: C, session: S, resource_id: str, action: str) -> bool:
        """Tell whether a role of the session permits an action."""

    @abstractmethod
    def owner_of(self, session: S) -> str:
        """Return the id of the session's user or member."""

    @abstractmethod
    def organization_of(self, session: S) -> str | None:
        """Return the organization that the session belongs to, if there are any."""


class UserSessions(Sessions[Client, Session, User]):
    """The sessions of users."""

    refusal = "consumer_session_authorization_error"

    async def read(self, client: Client, given: Credentials, max_age: float | None) -> Session:
        """Read a session from its JWT, on this machine."""
        return await client.sessions.authenticate_jwt_local(given.jwt or "", max_age)

    async def ask(self, client: Client, given: Credentials) -> SignedIn[Session, User]:
        """Ask Stytch for a session."""
        answer = await client.sessions.authenticate(session_token=given.token, session_jwt=given.jwt)
        return SignedIn(
            session=answer.session,
            owner=answer.user,
            session_jwt=answer.session_jwt,
            session_token=answer.session_token,
            refreshed=True,
        )

    async def allows(self, client: Client, session: Session, resource_id: str, action: str) -> bool:
        """Tell whether a role of the session permits an action."""
        return await client.rbac.allows(session, resource_id, action)

    def owner_of(self, session: Session) -> str:
        """Return the id of the session's user."""
        return session.user_id

    def organization_of(self, session: Session) -> None:
        """Return ``None``: users belong to no organization."""


class MemberSessions(Sessions[B2BClient, MemberSession, Member]):
    """The sessions of members."""

    refusal = "session_authorization_error"

    async def read(self, client: B2BClient, given: Credentials, max_age: float | None) -> MemberSession:
        """Read a session from its JWT, on this machine."""
        return await client.sessions.authenticate_jwt_local(given.jwt or "", max_age)

    async def ask(self, client: B2BClient, given: Credentials) -> SignedIn[MemberSession, Member]:
        """Ask Stytch for a session."""
        answer = await client.sessions.authenticate(session_token=given.token, session_jwt=given.jwt)
        return SignedIn(
            session=answer.member_session,
            owner=answer.member,
            session_jwt=answer.session_jwt,
            session_token=answer.session_token,
            refreshed=True,
        )

    async def allows(self, client: B2BClient, session: MemberSession, resource_id: str, action: str) -> bool:
        """Tell whether a role of the session permits an action."""
        return await client.rbac.allows(session, resource_id, action)

    def owner_of(self, session: MemberSession) -> str:
        """Return the id of the session's member."""
        return session.member_id

    def organization_of(self, session: MemberSession) -> str:
        """Return the organization that the session belongs to."""
        return session.organization_id
