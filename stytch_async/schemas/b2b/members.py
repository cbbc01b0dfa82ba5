"""TODO"""

import datetime as dt
from typing import Any

import attrs

from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.scim import SCIMAttributes
from stytch_async.schemas.markers import ExternalID, Metadata
from stytch_async.schemas.shared import Authorization

__all__ = [
    "CreateRequest",
    "CreateResponse",
    "GetRequest",
    "GetResponse",
    "Member",
    "MemberRole",
    "MemberRoleSource",
    "OAuthRegistration",
    "RetiredEmail",
    "SCIMRegistration",
    "SSORegistration",
]


@attrs.define(kw_only=True)
class SSORegistration:
    """TODO"""

    __schema__ = "api_organization_v1_SSORegistration"

    connection_id: str
    external_id: str
    registration_id: str
    sso_attributes: dict[str, Any] | None = None


@attrs.define(kw_only=True)
class OAuthRegistration:
    """TODO"""

    __schema__ = "api_organization_v1_OAuthRegistration"

    provider_type: str
    provider_subject: str
    member_oauth_registration_id: str
    profile_picture_url: str | None = None
    locale: str | None = None


@attrs.define(kw_only=True)
class RetiredEmail:
    """TODO"""

    __schema__ = "api_organization_v1_RetiredEmail"

    email_id: str
    email_address: str


@attrs.define(kw_only=True)
class MemberRoleSource:
    """TODO"""

    __schema__ = "api_organization_v1_MemberRoleSource"

    type: str
    details: dict[str, Any] | None = None


@attrs.define(kw_only=True)
class MemberRole:
    """TODO"""

    __schema__ = "api_organization_v1_MemberRole"

    role_id: str
    sources: list[MemberRoleSource]


@attrs.define(kw_only=True)
class SCIMRegistration:
    """TODO"""

    __schema__ = "api_organization_v1_SCIMRegistration"

    connection_id: str
    registration_id: str
    external_id: str | None = None
    scim_attributes: SCIMAttributes | None = None


@attrs.define(kw_only=True)
class Member:
    """TODO"""

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


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /v1/b2b/organizations/{organization_id}/members <TODO>`_
    """

    __schema__ = "api_organization_v1_organizations_members_CreateRequest"

    organization_id: str
    email_address: str
    name: str | None = None
    trusted_metadata: Metadata | None = None
    untrusted_metadata: Metadata | None = None
    create_member_as_pending: bool | None = None
    is_breakglass: bool | None = None
    mfa_phone_number: str | None = None
    mfa_enrolled: bool | None = None
    roles: list[str] | None = None
    external_id: ExternalID | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_CreateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /v1/b2b/organizations/{organization_id}/member <TODO>`_
    """

    organization_id: str
    member_id: str | None = None
    email_address: str | None = None


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_GetResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int
