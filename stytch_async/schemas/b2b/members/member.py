"""A member of an organization."""

import datetime as dt
from typing import Any, Literal

import attrs

from stytch_async.schemas.b2b.scim import SCIMAttributes

__all__ = [
    "MFAEnrollment",
    "Member",
    "MemberRole",
    "MemberRoleSource",
    "OAuthRegistration",
    "RetiredEmail",
    "SCIMRegistration",
    "SSORegistration",
]

MFAEnrollment = Literal["enroll", "unenroll"]
"""Whether a member needs a second factor from now on, even where the organization leaves it open."""


@attrs.define(kw_only=True)
class SSORegistration:
    """An SSO connection that a member logs in through.

    Attributes:
        external_id: Who the member is to the identity provider.
        sso_attributes: What the identity provider tells of the member.

    """

    __schema__ = "api_organization_v1_SSORegistration"

    connection_id: str
    external_id: str
    registration_id: str
    sso_attributes: dict[str, Any] | None = None


@attrs.define(kw_only=True)
class OAuthRegistration:
    """Another service that a member logs in with.

    Attributes:
        provider_subject: Who the member is to the service: its ``sub``.

    """

    __schema__ = "api_organization_v1_OAuthRegistration"

    provider_type: str
    provider_subject: str
    member_oauth_registration_id: str
    profile_picture_url: str | None = None
    locale: str | None = None


@attrs.define(kw_only=True)
class RetiredEmail:
    """An address that a member used to have. Nobody else may take it until it is unlinked."""

    __schema__ = "api_organization_v1_RetiredEmail"

    email_id: str
    email_address: str


@attrs.define(kw_only=True)
class MemberRoleSource:
    """Why a member has a role.

    Attributes:
        type: ``direct_assignment``, ``email_assignment``, ``sso_connection``, ``sso_connection_group`` or
            ``scim_connection_group``.
        details: Names what the role comes from: the ``email_domain``, the ``connection_id``, or that and the ``group``
            or ``group_id``. Empty for a direct assignment.

    """

    __schema__ = "api_organization_v1_MemberRoleSource"

    type: str
    details: dict[str, Any] | None = None


@attrs.define(kw_only=True)
class MemberRole:
    """A role of a member, and every reason for it.

    A role that comes from an SSO connection counts only in sessions with a login through that connection.
    """

    __schema__ = "api_organization_v1_MemberRole"

    role_id: str
    sources: list[MemberRoleSource]


@attrs.define(kw_only=True)
class SCIMRegistration:
    """The entry of an identity provider that a member comes from."""

    __schema__ = "api_organization_v1_SCIMRegistration"

    connection_id: str
    registration_id: str
    external_id: str | None = None
    scim_attributes: SCIMAttributes | None = None


@attrs.define(kw_only=True)
class Member:
    """A member of an organization. The same person is another member in each organization.

    Attributes:
        status: ``pending``, ``invited``, ``active`` or ``deleted``.
        name: Empty where none was given, as are ``mfa_phone_number``, ``member_password_id``, ``totp_registration_id``
            and ``default_mfa_method``.
        is_breakglass: Whether the member may log in around the organization's ``auth_methods`` and ``mfa_methods``.
        is_admin: Whether the member has the role ``stytch_admin``.
        mfa_enrolled: Whether the member needs a second factor even where ``mfa_policy`` is ``OPTIONAL``.
        mfa_phone_number: In E.164 form.
        default_mfa_method: ``sms_otp`` or ``totp``: which second factor comes first where there are both.
        is_locked: Whether too many failed logins in a row keep the member out until ``lock_expires_at``.
        external_id: The app's own id; most calls take it in place of ``member_id``.

    """

    __schema__ = "api_organization_v1_Member"

    organization_id: str
    member_id: str
    email_address: str
    status: str
    name: str
    sso_registrations: list[SSORegistration]
    is_breakglass: bool
    member_password_id: str
    oauth_registrations: list[OAuthRegistration]
    email_address_verified: bool
    mfa_phone_number_verified: bool
    is_admin: bool
    totp_registration_id: str
    retired_email_addresses: list[RetiredEmail]
    is_locked: bool
    mfa_enrolled: bool
    mfa_phone_number: str
    default_mfa_method: str
    roles: list[MemberRole]
    trusted_metadata: dict[str, Any] | None = None
    untrusted_metadata: dict[str, Any] | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    scim_registration: SCIMRegistration | None = None
    external_id: str | None = None
    lock_created_at: dt.datetime | None = None
    lock_expires_at: dt.datetime | None = None
