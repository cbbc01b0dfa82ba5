"""Discovery of the B2B API: log in first, choose the organization second."""

from typing import Any

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import (
    Allowance,
    AuthMethod,
    EmailImplicitRoleAssignment,
    JITProvisioning,
    MethodAllowance,
    MFAMethod,
    MFAPolicy,
    Organization,
)
from stytch_async.schemas.b2b.organizations.lifecycle import OrganizationName, OrganizationSlug
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired, PrimaryRequired
from stytch_async.schemas.markers import CustomClaims, ExternalID, Metadata, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo, SMSLocale

__all__ = [
    "DiscoveredOrganization",
    "IntermediateSessionsExchangeRequest",
    "IntermediateSessionsExchangeResponse",
    "Membership",
    "OrganizationsCreateRequest",
    "OrganizationsCreateResponse",
    "OrganizationsListRequest",
    "OrganizationsListResponse",
]


@attrs.define(kw_only=True)
class Membership:
    """How a person stands to an organization.

    Attributes:
        type: ``active_member``, ``pending_member``, ``invited_member``, ``eligible_to_join_by_email_domain`` or
            ``eligible_to_join_by_oauth_tenant``.
        details: What makes the person eligible: a ``domain``, or a ``provider`` and its ``tenant``; ``None`` for
            members.
        member: ``None`` for a person who is only eligible.

    """

    __schema__ = "api_discovery_v1_Membership"

    type: str
    details: dict[str, Any] | None = None
    member: Member | None = None


@attrs.define(kw_only=True)
class DiscoveredOrganization:
    """An organization that a person belongs to, is invited to or may join.

    Attributes:
        member_authenticated: Whether what the person has proven is enough to log in there.
        primary_required: Set where the organization wants another way to log in first.
        mfa_required: Set where a second factor is missing; a code has not been sent.

    """

    __schema__ = "api_discovery_v1_DiscoveredOrganization"

    member_authenticated: bool
    organization: Organization | None = None
    membership: Membership | None = None
    primary_required: PrimaryRequired | None = None
    mfa_required: MfaRequired | None = None


@attrs.define(kw_only=True)
class IntermediateSessionsExchangeRequest:
    """Log in to an organization with an intermediate session.

    Whoever was invited accepts thereby, and whoever may join by email domain or OAuth tenant becomes a member.

    Where what has been proven is enough, the intermediate session is spent and a session starts, for 60 minutes unless
    ``session_duration_minutes`` says otherwise. Where another way to log in or a second factor is missing, or a new
    member's address is not verified, the same intermediate session goes on; pass its token to the endpoint that takes
    the missing factor.

    Args:
        intermediate_session_token: From discovery, or from a login that was not complete. One that holds nothing but a
            password or SSO is bound to the organization that it began in.
        organization_id: Or its slug or external id.
        locale: The language of the code that is texted where a second factor is needed and the member has a phone.

    Raises:
        NotFoundError: ``intermediate_session_not_found`` (unknown, expired or spent), ``organization_not_found``.
        BadRequestError: ``invalid_session_token`` (malformed), ``invalid_intermediate_session_token_for_organization``,
            ``email_jit_provisioning_not_allowed``, ``invalid_email_for_jit_provisioning``,
            ``oauth_tenant_jit_provisioning_not_allowed``, ``invalid_oauth_tenant_for_jit_provisioning``,
            ``retired_member_email``, ``desired_email_updating_for_different_member``,
            ``action_not_allowed_email_domain_is_claimed``.

    Source: `POST /v1/b2b/discovery/intermediate_sessions/exchange
    <https://stytch.com/docs/api-reference/b2b/api/discovery/exchange-intermediate-session>`_
    """

    __schema__ = "api_discovery_v1_discovery_intermediate_sessions_ExchangeRequest"

    intermediate_session_token: str = attrs.field(repr=False)
    organization_id: str
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    locale: SMSLocale | str | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class IntermediateSessionsExchangeResponse:
    """A login, complete or not.

    Attributes:
        member_authenticated: Whether the login is complete. If not, the session's fields are empty or ``None``.
        intermediate_session_token: The one that was given, where the login is not complete; empty for a complete one.
        mfa_required: Set where a second factor is missing.
        primary_required: Set where the organization wants another way to log in first.

    """

    __schema__ = "api_discovery_v1_discovery_intermediate_sessions_ExchangeResponse"

    request_id: str
    member_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    member: Member
    organization: Organization
    member_authenticated: bool
    intermediate_session_token: str = attrs.field(repr=False)
    status_code: int
    member_session: MemberSession | None = None
    mfa_required: MfaRequired | None = None
    primary_required: PrimaryRequired | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class OrganizationsCreateRequest:
    """Found an organization, and log in to it as its first member.

    The member gets the role ``stytch_admin``. The intermediate session is spent and a session starts, for 60 minutes
    unless ``session_duration_minutes`` says otherwise.

    The login is not complete yet where ``mfa_policy`` is ``REQUIRED_FOR_ALL``, or where the address has not been
    verified: after the password of somebody who returns, and after OAuth with GitHub, Slack or HubSpot. The
    intermediate session then goes on.

    The settings mean what they do in ``organizations.create``, and have the same defaults.

    Args:
        intermediate_session_token: From discovery, or from a login that was not complete.
        organization_name: 1 to 128 characters. If left out it is made from the email address: from the domain, or from
            the part before the ``@`` where that is a public mail provider's or ends in .edu.
        organization_slug: 2 to 128 letters, digits or characters of ``- . _ ~``, unique in the project. Made like the
            name if left out.

    Raises:
        NotFoundError: ``intermediate_session_not_found`` (unknown, expired or spent).
        BadRequestError: ``invalid_session_token`` (malformed), ``organization_slug_already_used``,
            ``organization_external_id_already_used``,
            ``action_not_allowed_email_domain_is_claimed``, ``invalid_organization_*`` (the name, the slug, the external
            id, or a setting), ``allowed_*_methods_required_for_restricted`` and ``invalid_restricted_*_setting`` (a
            setting lacks the list that it is restricted to), ``invalid_oauth_allowed_tenants_format``,
            ``organization_settings_*`` (a domain is not one, is common or disposable, or is named twice),
            ``rbac_invalid_domain``, ``rbac_domain_too_common``, ``invalid_rbac_role_id``.

    Source: `POST /v1/b2b/discovery/organizations/create
    <https://stytch.com/docs/api-reference/b2b/api/discovery/create-organization-via-discovery>`_
    """

    __schema__ = "api_discovery_v1_discovery_organizations_CreateRequest"

    intermediate_session_token: str = attrs.field(repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    organization_name: OrganizationName | None = None
    organization_slug: OrganizationSlug | None = None
    organization_external_id: ExternalID | None = None
    organization_logo_url: str | None = None
    trusted_metadata: Metadata | None = None
    sso_jit_provisioning: Allowance | str | None = None
    email_allowed_domains: list[str] | None = None
    email_jit_provisioning: JITProvisioning | str | None = None
    email_invites: Allowance | str | None = None
    auth_methods: MethodAllowance | str | None = None
    allowed_auth_methods: list[AuthMethod | str] | None = None
    mfa_policy: MFAPolicy | str | None = None
    rbac_email_implicit_role_assignments: list[EmailImplicitRoleAssignment] | None = None
    mfa_methods: MethodAllowance | str | None = None
    allowed_mfa_methods: list[MFAMethod | str] | None = None
    oauth_tenant_jit_provisioning: JITProvisioning | str | None = None
    allowed_oauth_tenants: dict[str, Any] | None = None
    first_party_connected_apps_allowed_type: Allowance | str | None = None
    allowed_first_party_connected_apps: list[str] | None = None
    third_party_connected_apps_allowed_type: Allowance | str | None = None
    allowed_third_party_connected_apps: list[str] | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class OrganizationsCreateResponse:
    """The new organization, its first member, and a login that is complete or not.

    Attributes:
        member_authenticated: Whether the login is complete. If not, the session's fields are empty or ``None``.
        intermediate_session_token: The one that was given, where the login is not complete; empty for a complete one.
        mfa_required: Set where a second factor is missing.
        primary_required: Set where the address has to be verified first.

    """

    __schema__ = "api_discovery_v1_discovery_organizations_CreateResponse"

    request_id: str
    member_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    member: Member
    organization: Organization
    member_authenticated: bool
    intermediate_session_token: str = attrs.field(repr=False)
    status_code: int
    member_session: MemberSession | None = None
    mfa_required: MfaRequired | None = None
    primary_required: PrimaryRequired | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class OrganizationsListRequest:
    """List the organizations that a person belongs to or may join.

    Give exactly one of the arguments; none is spent. A session shows the organizations where the person is an active,
    pending or invited member. An intermediate session shows also those that are open to the person's OAuth tenant or
    email domain, the latter only where somebody else there has a verified address of that domain.

    Args:
        intermediate_session_token: From discovery, or from a login that was not complete.

    Raises:
        NotFoundError: ``intermediate_session_not_found`` (unknown, expired or spent), ``session_not_found``.
        BadRequestError: ``invalid_session_token`` (malformed), ``no_session_arguments``,
            ``too_many_session_arguments``.

    Source: `POST /v1/b2b/discovery/organizations
    <https://stytch.com/docs/api-reference/b2b/api/discovery/list-discovered-organizations>`_
    """

    __schema__ = "api_discovery_v1_discovery_ListRequest"

    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class OrganizationsListResponse:
    """The organizations to choose from.

    Attributes:
        organization_id_hint: Where the intermediate session began; ``None`` where it began with discovery, and for a
            session.

    """

    __schema__ = "api_discovery_v1_discovery_ListResponse"

    request_id: str
    email_address: str
    discovered_organizations: list[DiscoveredOrganization]
    status_code: int
    organization_id_hint: str | None = None
