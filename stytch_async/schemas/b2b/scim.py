"""What an identity provider tells of a member over SCIM (RFC 7643)."""

import datetime as dt
import enum

import attrs

from stytch_async.schemas.markers import PageLimit
from stytch_async.schemas.shared import Authorization

__all__ = [
    "Address",
    "ConnectionCreateRequest",
    "ConnectionCreateResponse",
    "ConnectionDeleteRequest",
    "ConnectionDeleteResponse",
    "ConnectionGetGroupsRequest",
    "ConnectionGetGroupsResponse",
    "ConnectionGetRequest",
    "ConnectionGetResponse",
    "ConnectionRotateCancelRequest",
    "ConnectionRotateCancelResponse",
    "ConnectionRotateCompleteRequest",
    "ConnectionRotateCompleteResponse",
    "ConnectionRotateStartRequest",
    "ConnectionRotateStartResponse",
    "ConnectionUpdateRequest",
    "ConnectionUpdateResponse",
    "EnterpriseExtension",
    "Group",
    "IdentityProvider",
    "Manager",
    "Name",
    "SCIMAttributes",
    "SCIMConnection",
    "SCIMConnectionWithNextToken",
    "SCIMConnectionWithToken",
    "SCIMGroup",
    "SCIMGroupImplicitRoleAssignments",
    "TypedValue",
]


@attrs.define(kw_only=True)
class Group:
    """A group of the identity provider that the member is in."""

    __schema__ = "api_b2b_scim_v1_Group"

    value: str
    display: str


@attrs.define(kw_only=True)
class Address:
    """A postal address."""

    __schema__ = "api_b2b_scim_v1_Address"

    formatted: str
    street_address: str
    locality: str
    region: str
    postal_code: str
    country: str
    type: str
    primary: bool


@attrs.define(kw_only=True)
class Name:
    """A name, whole and in parts."""

    __schema__ = "api_b2b_scim_v1_Name"

    formatted: str
    family_name: str
    given_name: str
    middle_name: str
    honorific_prefix: str
    honorific_suffix: str


@attrs.define(kw_only=True)
class Manager:
    """The person whom the member reports to.

    Attributes:
        value: Their id with the identity provider.
        ref: Their SCIM resource.

    """

    __schema__ = "api_b2b_scim_v1_Manager"

    value: str
    ref: str
    display_name: str


@attrs.define(kw_only=True)
class EnterpriseExtension:
    """The attributes that SCIM adds for employees."""

    __schema__ = "api_b2b_scim_v1_EnterpriseExtension"

    employee_number: str
    cost_center: str
    division: str
    department: str
    organization: str
    manager: Manager | None = None


@attrs.define(kw_only=True)
class TypedValue:
    """One of several values that a person may have of a kind, such as email addresses.

    Attributes:
        type: What it is for, such as ``work``.
        primary: Whether it is the first choice.

    """

    __schema__ = (
        "api_b2b_scim_v1_Email",
        "api_b2b_scim_v1_Entitlement",
        "api_b2b_scim_v1_IMs",
        "api_b2b_scim_v1_PhoneNumber",
        "api_b2b_scim_v1_Photo",
        "api_b2b_scim_v1_Role",
        "api_b2b_scim_v1_X509Certificate",
    )

    value: str
    type: str
    primary: bool


@attrs.define(kw_only=True)
class SCIMAttributes:
    """A person, as the identity provider describes them."""

    __schema__ = "api_b2b_scim_v1_SCIMAttributes"

    user_name: str
    id: str
    external_id: str
    active: bool
    groups: list[Group]
    display_name: str
    nick_name: str
    profile_url: str
    user_type: str
    title: str
    preferred_language: str
    locale: str
    timezone: str
    emails: list[TypedValue]
    phone_numbers: list[TypedValue]
    addresses: list[Address]
    ims: list[TypedValue]
    photos: list[TypedValue]
    entitlements: list[TypedValue]
    roles: list[TypedValue]
    x509certificates: list[TypedValue]
    name: Name | None = None
    enterprise_extension: EnterpriseExtension | None = None


class IdentityProvider(enum.StrEnum):
    """The product that tells Stytch of an organization's people."""

    __schema__ = "api_b2b_scim_v1_CreateRequestIdentityProvider"

    GENERIC = "generic"
    OKTA = "okta"
    MICROSOFT_ENTRA = "microsoft-entra"
    CYBERARK = "cyberark"
    JUMPCLOUD = "jumpcloud"
    ONELOGIN = "onelogin"
    PINGFEDERATE = "pingfederate"
    RIPPLING = "rippling"


@attrs.define(kw_only=True)
class SCIMGroupImplicitRoleAssignments:
    """A role for everybody in a group of the identity provider."""

    __schema__ = "api_b2b_scim_v1_SCIMGroupImplicitRoleAssignments"

    role_id: str
    group_id: str
    group_name: str


@attrs.define(kw_only=True)
class SCIMConnection:
    """A connection through which an identity provider tells of an organization's people.

    Attributes:
        status: ``active`` or ``deleted``.
        base_url: Give it to the identity provider, with the bearer token.
        next_bearer_token_last_four: Set while the token is being replaced, as is ``next_bearer_token_expires_at``.

    """

    __schema__ = "api_b2b_scim_v1_SCIMConnection"

    organization_id: str
    connection_id: str
    status: str
    display_name: str
    identity_provider: str
    base_url: str
    bearer_token_last_four: str
    scim_group_implicit_role_assignments: list[SCIMGroupImplicitRoleAssignments]
    next_bearer_token_last_four: str
    bearer_token_expires_at: dt.datetime | None = None
    next_bearer_token_expires_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class SCIMConnectionWithNextToken:
    """A connection whose bearer token is being replaced.

    Attributes:
        status: ``active`` or ``deleted``.
        base_url: Give it to the identity provider, with the bearer token.
        next_bearer_token: The new token. Stytch never shows it again.

    """

    __schema__ = "api_b2b_scim_v1_SCIMConnectionWithNextToken"

    organization_id: str
    connection_id: str
    status: str
    display_name: str
    base_url: str
    identity_provider: str
    bearer_token_last_four: str
    next_bearer_token: str = attrs.field(repr=False)
    scim_group_implicit_role_assignments: list[SCIMGroupImplicitRoleAssignments]
    bearer_token_expires_at: dt.datetime | None = None
    next_bearer_token_expires_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class SCIMConnectionWithToken:
    """A new connection.

    Attributes:
        base_url: Give it to the identity provider, with the bearer token.
        bearer_token: Stytch never shows it again.

    """

    __schema__ = "api_b2b_scim_v1_SCIMConnectionWithToken"

    organization_id: str
    connection_id: str
    status: str
    display_name: str
    identity_provider: str
    base_url: str
    bearer_token: str = attrs.field(repr=False)
    scim_group_implicit_role_assignments: list[SCIMGroupImplicitRoleAssignments]
    bearer_token_expires_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class SCIMGroup:
    """A group that the identity provider has told of.

    Attributes:
        group_id: Stytch's id of it.
        group_name: The identity provider's name of it.

    """

    __schema__ = "api_b2b_scim_v1_SCIMGroup"

    group_id: str
    group_name: str
    organization_id: str
    connection_id: str


@attrs.define(kw_only=True)
class ConnectionUpdateRequest:
    """Change a SCIM connection.

    Args:
        organization_id: Or its slug or external id.
        display_name: For people to read.
        identity_provider: Which product it is; Stytch then allows for its ways.
        scim_group_implicit_role_assignments: These replace all that there were.
        authorization: Make the call as this member, who needs the permission to update SCIM connections.

    Raises:
        NotFoundError: ``no_active_scim_connection``, ``organization_not_found``.
        BadRequestError: ``invalid_scim_idp``, ``scim_group_role_assignment_does_not_contain_group_id``,
            ``scim_group_role_assignment_group_does_not_exist``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `PUT /v1/b2b/scim/{organization_id}/connection/{connection_id}
    <https://stytch.com/docs/b2b/api/update-scim-connection>`_
    """

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_UpdateRequest"

    organization_id: str
    connection_id: str
    display_name: str | None = None
    identity_provider: IdentityProvider | str | None = None
    scim_group_implicit_role_assignments: list[SCIMGroupImplicitRoleAssignments] | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionUpdateResponse:
    """The connection as it is now."""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_UpdateResponse"

    request_id: str
    status_code: int
    connection: SCIMConnection | None = None


@attrs.define(kw_only=True)
class ConnectionDeleteRequest:
    """Delete a SCIM connection.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to delete SCIM connections.

    Raises:
        NotFoundError: ``no_active_scim_connection``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `DELETE /v1/b2b/scim/{organization_id}/connection/{connection_id}
    <https://stytch.com/docs/b2b/api/delete-scim-connection>`_
    """

    organization_id: str
    connection_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionDeleteResponse:
    """The connection is gone."""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_DeleteResponse"

    request_id: str
    connection_id: str
    status_code: int


@attrs.define(kw_only=True)
class ConnectionGetGroupsRequest:
    """List the groups that the identity provider has told of, page by page.

    Args:
        organization_id: Or its slug or external id.
        cursor: The ``next_cursor`` of the page before.
        limit: How many groups a page holds.
        authorization: Make the call as this member, who needs the permission to get SCIM connections.

    Raises:
        NotFoundError: ``no_active_scim_connection``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `GET /v1/b2b/scim/{organization_id}/connection/{connection_id}
    <https://stytch.com/docs/b2b/api/get-scim-connection-groups>`_
    """

    organization_id: str
    connection_id: str
    cursor: str | None = None
    limit: PageLimit | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionGetGroupsResponse:
    """One page of groups.

    Attributes:
        next_cursor: ``None`` or empty on the last page.

    """

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_GetGroupsResponse"

    scim_groups: list[SCIMGroup]
    status_code: int
    next_cursor: str | None = None


@attrs.define(kw_only=True)
class ConnectionRotateStartRequest:
    """Begin to replace a SCIM connection's bearer token.

    Both tokens work until ``rotate_complete`` or ``rotate_cancel``: give the new one to the identity provider in
    between.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to update SCIM connections.

    Raises:
        NotFoundError: ``no_active_scim_connection``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/start
    <https://stytch.com/docs/b2b/api/scim-rotate-token-start>`_
    """

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_RotateStartRequest"

    organization_id: str
    connection_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionRotateStartResponse:
    """The connection, with the new token."""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_RotateStartResponse"

    request_id: str
    status_code: int
    connection: SCIMConnectionWithNextToken | None = None


@attrs.define(kw_only=True)
class ConnectionRotateCompleteRequest:
    """Make a SCIM connection's new bearer token the only one.

    The old one stops working.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to update SCIM connections.

    Raises:
        NotFoundError: ``no_active_scim_connection``, ``organization_not_found``.
        BadRequestError: ``scim_connection_not_rotating_token``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/complete
    <https://stytch.com/docs/b2b/api/scim-rotate-token-complete>`_
    """

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_RotateCompleteRequest"

    organization_id: str
    connection_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionRotateCompleteResponse:
    """The connection, with the new token in force."""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_RotateCompleteResponse"

    request_id: str
    status_code: int
    connection: SCIMConnection | None = None


@attrs.define(kw_only=True)
class ConnectionRotateCancelRequest:
    """Keep a SCIM connection's old bearer token after all.

    The new one stops working.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to update SCIM connections.

    Raises:
        NotFoundError: ``no_active_scim_connection``, ``organization_not_found``.
        BadRequestError: ``scim_connection_not_rotating_token``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/cancel
    <https://stytch.com/docs/b2b/api/scim-rotate-token-cancel>`_
    """

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_RotateCancelRequest"

    organization_id: str
    connection_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionRotateCancelResponse:
    """The connection, with the old token in force."""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_RotateCancelResponse"

    request_id: str
    status_code: int
    connection: SCIMConnection | None = None


@attrs.define(kw_only=True)
class ConnectionCreateRequest:
    """Add a SCIM connection to an organization.

    An organization has one at a time. Give ``base_url`` and ``bearer_token`` of the answer to the identity provider.

    Args:
        organization_id: Or its slug or external id.
        display_name: For people to read.
        identity_provider: Which product it is; Stytch then allows for its ways. Microsoft Entra, for one, needs a
            parameter in the ``base_url``.
        authorization: Make the call as this member, who needs the permission to create SCIM connections.

    Raises:
        NotFoundError: ``organization_not_found``.
        BadRequestError: ``active_scim_connection_exists``, ``invalid_scim_idp``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `POST /v1/b2b/scim/{organization_id}/connection <https://stytch.com/docs/b2b/api/create-scim-connection>`_
    """

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_CreateRequest"

    organization_id: str
    display_name: str | None = None
    identity_provider: IdentityProvider | str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionCreateResponse:
    """The new connection, with its bearer token."""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_CreateResponse"

    request_id: str
    status_code: int
    connection: SCIMConnectionWithToken | None = None


@attrs.define(kw_only=True)
class ConnectionGetRequest:
    """Get the SCIM connection of an organization.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to get SCIM connections.

    Raises:
        NotFoundError: ``no_active_scim_connection``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `GET /v1/b2b/scim/{organization_id}/connection <https://stytch.com/docs/b2b/api/get-scim-connection>`_
    """

    organization_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionGetResponse:
    """The connection, without its tokens."""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_GetResponse"

    request_id: str
    status_code: int
    connection: SCIMConnection | None = None
