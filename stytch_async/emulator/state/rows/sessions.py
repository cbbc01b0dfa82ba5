"""Sessions, and logins that still lack something."""

import datetime as dt
from typing import Any, Literal

import attrs

from stytch_async.emulator.state.rows.factors import Factor, Fingerprint
from stytch_async.emulator.state.rows.oauth import OAuthRegistration
from stytch_async.emulator.state.tables import Index, Table

__all__ = ["IntermediateSession", "IntermediateSessions", "Owner", "Session", "Sessions"]

Owner = Literal["member", "user"]
"""Whose session it is."""


@attrs.define(kw_only=True, eq=False)
class Session:
    """A session of a user, or of a member in an organization.

    Attributes:
        browser: The address and browser that it was started from.

    """

    id: str
    owner_id: str
    organization_id: str | None = None
    token: str = attrs.field(repr=False)
    started_at: dt.datetime
    last_accessed_at: dt.datetime
    expires_at: dt.datetime
    factors: list[Factor] = attrs.field(factory=list[Factor])
    browser: Fingerprint = attrs.field(factory=Fingerprint)
    custom_claims: dict[str, Any] = attrs.field(factory=dict[str, Any])

    @property
    def owner(self) -> Owner:
        """Whose session it is."""
        return "user" if self.organization_id is None else "member"


@attrs.define(kw_only=True, eq=False)
class IntermediateSession:
    """What somebody has proven in a login that still lacks something.

    Attributes:
        member_id: The member, once one is chosen; ``None`` for a login that began with discovery.
        email: The address that was proven, or that a provider told.
        name: What a provider calls them.
        verified: Whether the address was proven in a way that no factor tells: by the link to a new password.
        stepped_up: Whether the address was proven because the login had asked for that; the method counts then, even
            where the organization does not allow it otherwise.
        oauth: The accounts at providers that they have shown; kept with the member once one is chosen.

    """

    token: str = attrs.field(repr=False)
    member_id: str | None
    email: str
    name: str | None = None
    verified: bool = False
    stepped_up: bool = False
    oauth: list[OAuthRegistration] = attrs.field(factory=list[OAuthRegistration])
    expires_at: dt.datetime
    factors: list[Factor] = attrs.field(factory=list[Factor])

    @property
    def tenants(self) -> dict[str, list[str]]:
        """By provider: the workspaces, hubs or organizations that they belong to there."""
        return {one.provider: one.tenants for one in self.oauth if one.tenants}


class Sessions(Table[Session]):
    """The sessions of a project, and every way to find one."""

    def __init__(self) -> None:
        super().__init__(lambda session: session.id)
        self.by_token: Index[Session] = self.index(lambda session: [session.token])
        self.by_owner: Index[Session] = self.index(lambda session: [session.owner_id])


class IntermediateSessions(Table[IntermediateSession]):
    """The logins of a project that lack something, by token."""

    def __init__(self) -> None:
        super().__init__(lambda begun: begun.token)
        self.by_member: Index[IntermediateSession] = self.index(lambda begun: filter(None, [begun.member_id]))
