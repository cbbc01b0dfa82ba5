"""What a project stores.

Rows change in place, so each equals only itself; the views of each product turn them into answers.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any, Literal

import attrs

from stytch_async.schemas.b2b.organizations import EmailImplicitRoleAssignment
from stytch_async.schemas.factors import AuthenticationFactor
from stytch_async.schemas.shared import Attributes

__all__ = [
    "Account",
    "Address",
    "IntermediateSession",
    "Member",
    "OneTimeToken",
    "Organization",
    "OrganizationSettings",
    "Passcode",
    "Password",
    "Session",
    "User",
]


@attrs.define(kw_only=True, eq=False)
class Address:
    """An email address or phone number of a user or member.

    Attributes:
        id: ``email-test-…`` or ``phone-number-test-…``.
        value: The address or number.
        verified: Whether its owner has proven it.
        lapses_at: When it goes again unless it is proven first; for one added to an existing user.

    """

    id: str
    value: str
    verified: bool = False
    lapses_at: dt.datetime | None = None


@attrs.define(kw_only=True, eq=False)
class Password:
    """A password, as the function that tells whether a text is it."""

    id: str
    matches: Callable[[str], bool] = attrs.field(repr=False)
    requires_reset: bool = False


@attrs.define(kw_only=True, eq=False)
class Account:
    """What users and members have in common; failed logins lock both."""

    id: str
    created_at: dt.datetime
    password: Password | None = None
    roles: list[str] = attrs.field(factory=list[str])
    trusted_metadata: dict[str, Any] = attrs.field(factory=dict[str, Any])
    untrusted_metadata: dict[str, Any] = attrs.field(factory=dict[str, Any])
    external_id: str | None = None
    failures: int = 0
    locked_at: dt.datetime | None = None
    lock_expires_at: dt.datetime | None = None


@attrs.define(kw_only=True, eq=False)
class User(Account):
    """A Consumer user."""

    status: Literal["active", "pending"] = "active"
    first_name: str = ""
    middle_name: str = ""
    last_name: str = ""
    emails: list[Address] = attrs.field(factory=list[Address])
    phone_numbers: list[Address] = attrs.field(factory=list[Address])


@attrs.define(kw_only=True, eq=False)
class Member(Account):
    """A member of an organization; ``roles`` are those that were assigned by name."""

    organization_id: str
    email: Address
    phone: Address | None = None
    status: Literal["active", "pending"] = "active"
    name: str = ""
    is_breakglass: bool = False
    mfa_enrolled: bool = False


@attrs.define(kw_only=True, eq=False)
class OrganizationSettings:
    """Who may join an organization, and how its members log in: named as the API names it, with its defaults."""

    sso_jit_provisioning: str = "ALL_ALLOWED"
    sso_jit_provisioning_allowed_connections: list[str] = attrs.field(factory=list[str])
    email_allowed_domains: list[str] = attrs.field(factory=list[str])
    email_jit_provisioning: str = "NOT_ALLOWED"
    email_invites: str = "NOT_ALLOWED"
    auth_methods: str = "ALL_ALLOWED"
    allowed_auth_methods: list[str] = attrs.field(factory=list[str])
    mfa_policy: str = "OPTIONAL"
    rbac_email_implicit_role_assignments: list[EmailImplicitRoleAssignment] = attrs.field(
        factory=list[EmailImplicitRoleAssignment]
    )
    mfa_methods: str = "ALL_ALLOWED"
    allowed_mfa_methods: list[str] = attrs.field(factory=list[str])
    oauth_tenant_jit_provisioning: str = "NOT_ALLOWED"
    allowed_oauth_tenants: dict[str, Any] = attrs.field(factory=dict[str, Any])
    claimed_email_domains: list[str] = attrs.field(factory=list[str])
    first_party_connected_apps_allowed_type: str = "ALL_ALLOWED"
    allowed_first_party_connected_apps: list[str] = attrs.field(factory=list[str])
    third_party_connected_apps_allowed_type: str = "ALL_ALLOWED"
    allowed_third_party_connected_apps: list[str] = attrs.field(factory=list[str])


@attrs.define(kw_only=True, eq=False)
class Organization:
    """A B2B organization."""

    id: str
    name: str
    slug: str
    created_at: dt.datetime
    settings: OrganizationSettings
    logo_url: str = ""
    external_id: str | None = None
    trusted_metadata: dict[str, Any] = attrs.field(factory=dict[str, Any])


@attrs.define(kw_only=True, eq=False)
class Session:
    """A session of a user, or of a member in an organization."""

    id: str
    owner_id: str
    organization_id: str | None = None
    token: str = attrs.field(repr=False)
    started_at: dt.datetime
    last_accessed_at: dt.datetime
    expires_at: dt.datetime
    factors: list[AuthenticationFactor] = attrs.field(factory=list[AuthenticationFactor])
    attributes: Attributes | None = None
    custom_claims: dict[str, Any] = attrs.field(factory=dict[str, Any])

    @property
    def owner_kind(self) -> Literal["member", "user"]:
        """Whose session it is."""
        return "user" if self.organization_id is None else "member"


@attrs.define(kw_only=True, eq=False)
class IntermediateSession:
    """What a member has proven in a login that still lacks something."""

    token: str = attrs.field(repr=False)
    member_id: str
    expires_at: dt.datetime
    factors: list[AuthenticationFactor] = attrs.field(factory=list[AuthenticationFactor])


@attrs.define(kw_only=True, eq=False)
class OneTimeToken:
    """The token of a link: good once, and for a while.

    Attributes:
        kind: What it may be spent on.
        owner_id: The user or member that it was sent to.
        address_id: The id of the email address that it was sent to.
        expires_at: When it stops working.
        code_challenge: What the verifier must fit, where the flow began with one.
        attributes: The address and browser that it was asked for with.
        spent: Whether it was used.

    """

    kind: str
    owner_id: str
    address_id: str
    expires_at: dt.datetime
    code_challenge: str | None = None
    attributes: Attributes | None = None
    spent: bool = False


@attrs.define(kw_only=True, eq=False)
class Passcode:
    """The newest code sent to an address; a newer one takes its place."""

    code: str = attrs.field(repr=False)
    channel: Literal["email", "sms", "whatsapp"]
    owner_id: str
    expires_at: dt.datetime
    attributes: Attributes | None = None
    spent: bool = False


@attrs.define(kw_only=True)
class Machine:
    """An M2M client.

    Attributes:
        next_secret: The secret that takes over when the rotation that is under way ends.

    """

    id: str
    secret: str = attrs.field(repr=False)
    next_secret: str | None = attrs.field(default=None, repr=False)
    name: str
    description: str
    status: str = "active"
    scopes: list[str]
    trusted_metadata: dict[str, Any] = attrs.field(factory=dict[str, Any])
