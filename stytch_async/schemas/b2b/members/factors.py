"""What members log in with, deleted."""

from typing import ClassVar

import attrs

from stytch_async.schemas.b2b.members.member import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.shared import Authorization

__all__ = ["DeleteFactorResponse", "DeleteMFAPhoneNumberRequest", "DeletePasswordRequest", "DeleteTOTPRequest"]


@attrs.define(kw_only=True)
class DeleteMFAPhoneNumberRequest:
    """Take the phone number from a member, so that another can be set.

    Running sessions go on, even those that the number has a part in. The next login asks for a second factor again.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        authorization: Make the call as this member, who needs the permission to delete phone numbers.

    Raises:
        NotFoundError: ``member_phone_number_not_found``, ``member_not_found``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `DELETE /v1/b2b/organizations/{organization_id}/members/mfa_phone_numbers/{member_id}
    <https://stytch.com/docs/api-reference/b2b/api/members/delete-member-mfa-phone-number>`_
    """

    organization_id: str
    member_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteTOTPRequest:
    """Take the authenticator app from a member, so that another can be registered.

    Running sessions go on, even those that the app has a part in. The next login asks for a second factor again.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        authorization: Make the call as this member, who needs the permission to delete authenticator apps.

    Raises:
        NotFoundError: ``totp_not_found``, ``member_not_found``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/totp
    <https://stytch.com/docs/api-reference/b2b/api/members/delete-member-mfa-totp>`_
    """

    organization_id: str
    member_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeletePasswordRequest:
    """Take the password from a member.

    Not for projects whose passwords are shared across organizations: there ``passwords.email.require_reset`` does it.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to delete passwords.

    Raises:
        BadRequestError: ``cross_org_passwords_enabled``.
        NotFoundError: ``member_password_not_found``, also the second time; ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `DELETE /v1/b2b/organizations/{organization_id}/members/passwords/{member_password_id}
    <https://stytch.com/docs/api-reference/b2b/api/members/delete-member-password>`_
    """

    organization_id: str
    member_password_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteFactorResponse:
    """The member, without the factor, and the organization."""

    __schema__: ClassVar[tuple[str, ...]] = (
        "api_organization_v1_organizations_members_DeleteMFAPhoneNumberResponse",
        "api_organization_v1_organizations_members_DeletePasswordResponse",
        "api_organization_v1_organizations_members_DeleteTOTPResponse",
    )

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int
