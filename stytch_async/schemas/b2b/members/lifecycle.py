"""Members created, read, changed, deleted and brought back."""

import attrs

from stytch_async.schemas.b2b.members.member import Member
from stytch_async.schemas.b2b.organizations import MFAMethod, Organization
from stytch_async.schemas.markers import ExternalID, Metadata
from stytch_async.schemas.shared import Authorization

__all__ = [
    "CreateRequest",
    "CreateResponse",
    "DangerouslyGetRequest",
    "DeleteExternalIdRequest",
    "DeleteExternalIdResponse",
    "DeleteRequest",
    "DeleteResponse",
    "GetRequest",
    "GetResponse",
    "ReactivateRequest",
    "ReactivateResponse",
    "UpdateRequest",
    "UpdateResponse",
]


@attrs.define(kw_only=True)
class UpdateRequest:
    """Change a member; what is left out stays as it is.

    A new ``email_address`` has to be verified again, and the member's passwords are deleted. The old address is
    retired: nobody else in the organization can take it, unless ``unlink_email`` lets it go.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        is_breakglass: Let the member log in around the organization's ``auth_methods`` and ``mfa_methods``.
        mfa_phone_number: In E.164 form. Refused for a member who has a number; delete that one first.
        mfa_enrolled: Ask the member for a second factor even where ``mfa_policy`` is ``OPTIONAL``.
        roles: Ids of roles; they replace all that were assigned before.
        preserve_existing_sessions: Keep the SSO sessions of a member who loses a role that the SSO connection also
            grants; by default they end.
        default_mfa_method: ``sms_otp`` or ``totp``.
        external_id: The app's own id, unique in the organization; most calls take it in place of ``member_id``.
        unlink_email: Delete the old address instead of retiring it; false by default.
        authorization: Make the call as this member, who needs the permission for each field that is given. Nobody can
            change their own ``email_address`` so.

    Raises:
        AuthenticationError: ``cannot_update_trusted_metadata`` (no member may set it).
        BadRequestError: ``duplicate_member_email``, ``retired_member_email``,
            ``desired_email_updating_for_different_member``, ``action_not_allowed_email_domain_is_claimed``,
            ``duplicate_member_external_id``, ``invalid_user_id`` (the external id), ``duplicate_member_phone_number``,
            ``duplicate_member_phone_number_for_member`` (there is one already),
            ``cannot_assign_default_rbac_role_id``, ``invalid_mfa_default_method``,
            ``default_mfa_member_missing_factor``, ``member_cannot_update_their_email_address``.
        NotFoundError: ``member_not_found``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `PUT /v1/b2b/organizations/{organization_id}/members/{member_id}
    <https://stytch.com/docs/api-reference/b2b/api/members/update-member>`_
    """

    __schema__ = "api_organization_v1_organizations_members_UpdateRequest"

    organization_id: str
    member_id: str
    name: str | None = None
    trusted_metadata: Metadata | None = None
    untrusted_metadata: Metadata | None = None
    is_breakglass: bool | None = None
    mfa_phone_number: str | None = None
    mfa_enrolled: bool | None = None
    roles: list[str] | None = None
    preserve_existing_sessions: bool | None = None
    default_mfa_method: MFAMethod | str | None = None
    email_address: str | None = None
    external_id: ExternalID | None = None
    unlink_email: bool | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """The member after the change, and the organization."""

    __schema__ = "api_organization_v1_organizations_members_UpdateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """Delete a member, or take back an invitation.

    The member gets the status ``deleted``, and can be brought back by ``reactivate``.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        authorization: Make the call as this member, who needs the permission to delete members.

    Raises:
        NotFoundError: ``member_not_found``, also the second time; ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}
    <https://stytch.com/docs/api-reference/b2b/api/members/delete-member>`_
    """

    organization_id: str
    member_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteResponse:
    """Which member is deleted."""

    __schema__ = "api_organization_v1_organizations_members_DeleteResponse"

    request_id: str
    member_id: str
    status_code: int


@attrs.define(kw_only=True)
class ReactivateRequest:
    """Bring a deleted member back, as ``active``.

    The member must have a verified address. Roles that were assigned do not come back with the member; those that
    follow from an email domain or a connection do.

    Args:
        organization_id: Or its slug or external id.
        member_id: This one cannot be the external id.
        authorization: Make the call as this member, who needs the permission to bring members back.

    Raises:
        BadRequestError: ``email_unverified_for_reactivation``, ``reactivation_email_belongs_to_another_member``.
        NotFoundError: ``no_deleted_member_found_for_reactivation``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `PUT /v1/b2b/organizations/{organization_id}/members/{member_id}/reactivate
    <https://stytch.com/docs/api-reference/b2b/api/members/reactivate-member>`_
    """

    __schema__ = "api_organization_v1_organizations_members_ReactivateRequest"

    organization_id: str
    member_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ReactivateResponse:
    """The member, active again, and the organization."""

    __schema__ = "api_organization_v1_organizations_members_ReactivateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class DangerouslyGetRequest:
    """Look a member up by id alone, in whatever organization.

    Dangerous with an id that a client has sent: nothing then keeps one organization from reading another's members.
    Where the organization is known, use ``get``.

    Args:
        include_deleted: Find deleted members, too; false by default.

    Raises:
        NotFoundError: ``member_not_found``.

    Source: `GET /v1/b2b/organizations/members/dangerously_get/{member_id}
    <https://stytch.com/docs/api-reference/b2b/api/members/get-member-dangerous>`_
    """

    member_id: str
    include_deleted: bool | None = None


@attrs.define(kw_only=True)
class DeleteExternalIdRequest:
    """Take the app's own id from a member.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or that external id.
        authorization: Make the call as this member, who needs the permission to change members.

    Raises:
        NotFoundError: ``member_not_found``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/external_id
    <https://stytch.com/docs/api-reference/b2b/api/members/delete-member-external-id>`_
    """

    organization_id: str
    member_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteExternalIdResponse:
    """The member, without the id, and the organization."""

    __schema__ = "api_organization_v1_organizations_members_DeleteExternalIdResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class CreateRequest:
    """Add a member to an organization, without an invitation.

    The address stays unverified until the member logs in.

    Args:
        organization_id: Or its slug or external id.
        create_member_as_pending: Keep the member ``pending`` until the first login; by default the member is ``active``
            at once.
        is_breakglass: Let the member log in around the organization's ``auth_methods`` and ``mfa_methods``.
        mfa_phone_number: In E.164 form.
        mfa_enrolled: Ask the member for a second factor even where ``mfa_policy`` is ``OPTIONAL``.
        roles: Ids of roles to assign. Everybody has ``stytch_member``; it cannot be assigned.
        external_id: The app's own id, unique in the organization; most calls take it in place of ``member_id``.
        authorization: Make the call as this member, who needs the permission to create members.

    Raises:
        BadRequestError: ``duplicate_member_email``, ``retired_member_email``,
            ``desired_email_updating_for_different_member``, ``duplicate_member_external_id``,
            ``duplicate_member_phone_number``, ``action_not_allowed_email_domain_is_claimed``,
            ``cannot_assign_default_rbac_role_id``, ``duplicate_member_phone_number_for_member``, ``invalid_user_id``
            (the external id).
        NotFoundError: ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.
        AuthenticationError: ``cannot_update_trusted_metadata`` (no member may set it).

    Source: `POST /v1/b2b/organizations/{organization_id}/members
    <https://stytch.com/docs/api-reference/b2b/api/members/create-member>`_
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
    """The new member and the organization."""

    __schema__ = "api_organization_v1_organizations_members_CreateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """Look a member up, by id or by address.

    Deleted members are not found.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id. Give this or ``email_address``.

    Raises:
        BadRequestError: ``invalid_member_get_fields`` (neither, or both).
        NotFoundError: ``member_not_found``, ``organization_not_found``.

    Source: `GET /v1/b2b/organizations/{organization_id}/member
    <https://stytch.com/docs/api-reference/b2b/api/members/get-member>`_
    """

    organization_id: str
    member_id: str | None = None
    email_address: str | None = None


@attrs.define(kw_only=True)
class GetResponse:
    """The member and the organization."""

    __schema__ = "api_organization_v1_organizations_members_GetResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int
