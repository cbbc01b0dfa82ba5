"""The addresses of members, changed and let go."""

from typing import Literal

import attrs

from stytch_async.schemas.b2b.members.member import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.shared import Authorization, Locale

__all__ = [
    "DeliveryMethod",
    "StartEmailUpdateRequest",
    "StartEmailUpdateResponse",
    "UnlinkRetiredEmailRequest",
    "UnlinkRetiredEmailResponse",
]


@attrs.define(kw_only=True)
class UnlinkRetiredEmailRequest:
    """Let go of an address that a member used to have, so that others can take it.

    An address is retired when another takes its place, by ``update`` or because an identity provider reports a new one.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        email_id: Give this, ``email_address`` or both; both must mean the same address.
        authorization: Make the call as this member, who needs the permission to unlink retired addresses.

    Raises:
        BadRequestError: ``retired_email_missing_email_identifiers``, ``invalid_email_id``.
        NotFoundError: ``email_not_found`` (the member has no such retired address), ``member_not_found``,
            ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `POST /v1/b2b/organizations/{organization_id}/members/{member_id}/unlink_retired_email
    <https://stytch.com/docs/api-reference/b2b/api/members/unlink-retired-email>`_
    """

    __schema__ = "api_organization_v1_organizations_members_UnlinkRetiredEmailRequest"

    organization_id: str
    member_id: str
    email_id: str | None = None
    email_address: str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class UnlinkRetiredEmailResponse:
    """The member, without the address, and the organization."""

    __schema__ = "api_organization_v1_organizations_members_UnlinkRetiredEmailResponse"

    request_id: str
    member_id: str
    organization_id: str
    member: Member
    organization: Organization
    status_code: int


DeliveryMethod = Literal["EMAIL_MAGIC_LINK", "EMAIL_OTP"]
"""How a member proves to own a new address."""


@attrs.define(kw_only=True)
class StartEmailUpdateRequest:
    """Let a member move to a new address, once a message to it has been answered.

    The member must be active and have a verified address. The message lasts 5 minutes. Until then the new address is
    kept free for the member; ``magic_links.authenticate`` or ``otps.email.authenticate``, with the new address, makes
    the move.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        email_address: The new address. Nobody else may have it, or have had it and not let it go.
        login_redirect_url: The page that a link leads to; must be registered. The project's default if left out.
        login_template_id: A template of the project, of the type for logins; the default one if left out.
        delivery_method: A link by default.
        authorization: Make the call as this member, who needs the permission to change addresses.

    Raises:
        BadRequestError: ``invalid_template_id``, ``email_updates_available_only_for_active_members``,
            ``member_has_no_active_verified_email``, ``duplicate_member_email``,
            ``desired_email_deactivated_by_different_member`` (retired),
            ``desired_email_updating_for_different_member``, ``action_not_allowed_email_domain_is_claimed``,
            ``no_default_login_redirect_url_set``, ``invalid_login_redirect_url``,
            ``no_match_for_provided_magic_link_url``.
        NotFoundError: ``member_not_found``, ``organization_not_found``, ``email_template_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `POST /v1/b2b/organizations/{organization_id}/members/{member_id}/start_email_update
    <https://stytch.com/docs/api-reference/b2b/api/members/start-member-email-update>`_
    """

    __schema__ = "api_organization_v1_organizations_members_StartEmailUpdateRequest"

    organization_id: str
    member_id: str
    email_address: str
    login_redirect_url: str | None = None
    locale: Locale | str | None = None
    login_template_id: str | None = None
    delivery_method: DeliveryMethod | str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class StartEmailUpdateResponse:
    """The member, still with the old address, and the organization."""

    __schema__ = "api_organization_v1_organizations_members_StartEmailUpdateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int
