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
    """TODO"""

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
    """TODO"""

    __schema__ = "api_b2b_scim_v1_SCIMGroupImplicitRoleAssignments"

    role_id: str
    group_id: str
    group_name: str


@attrs.define(kw_only=True)
class SCIMConnection:
    """TODO"""

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
    """TODO"""

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
    """TODO"""

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
    """TODO"""

    __schema__ = "api_b2b_scim_v1_SCIMGroup"

    group_id: str
    group_name: str
    organization_id: str
    connection_id: str


@attrs.define(kw_only=True)
class ConnectionUpdateRequest:
    """TODO

    Source: `PUT /v1/b2b/scim/{organization_id}/connection/{connection_id} <TODO>`_
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
    """TODO"""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_UpdateResponse"

    request_id: str
    status_code: int
    connection: SCIMConnection | None = None


@attrs.define(kw_only=True)
class ConnectionDeleteRequest:
    """TODO

    Source: `DELETE /v1/b2b/scim/{organization_id}/connection/{connection_id} <TODO>`_
    """

    organization_id: str
    connection_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionDeleteResponse:
    """TODO"""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_DeleteResponse"

    request_id: str
    connection_id: str
    status_code: int


@attrs.define(kw_only=True)
class ConnectionGetGroupsRequest:
    """TODO

    Source: `GET /v1/b2b/scim/{organization_id}/connection/{connection_id} <TODO>`_
    """

    organization_id: str
    connection_id: str
    cursor: str | None = None
    limit: PageLimit | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionGetGroupsResponse:
    """TODO"""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_GetGroupsResponse"

    scim_groups: list[SCIMGroup]
    status_code: int
    next_cursor: str | None = None


@attrs.define(kw_only=True)
class ConnectionRotateStartRequest:
    """TODO

    Source: `POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/start <TODO>`_
    """

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_RotateStartRequest"

    organization_id: str
    connection_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionRotateStartResponse:
    """TODO"""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_RotateStartResponse"

    request_id: str
    status_code: int
    connection: SCIMConnectionWithNextToken | None = None


@attrs.define(kw_only=True)
class ConnectionRotateCompleteRequest:
    """TODO

    Source: `POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/complete <TODO>`_
    """

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_RotateCompleteRequest"

    organization_id: str
    connection_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionRotateCompleteResponse:
    """TODO"""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_RotateCompleteResponse"

    request_id: str
    status_code: int
    connection: SCIMConnection | None = None


@attrs.define(kw_only=True)
class ConnectionRotateCancelRequest:
    """TODO

    Source: `POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/cancel <TODO>`_
    """

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_RotateCancelRequest"

    organization_id: str
    connection_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionRotateCancelResponse:
    """TODO"""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_RotateCancelResponse"

    request_id: str
    status_code: int
    connection: SCIMConnection | None = None


@attrs.define(kw_only=True)
class ConnectionCreateRequest:
    """TODO

    Source: `POST /v1/b2b/scim/{organization_id}/connection <TODO>`_
    """

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_CreateRequest"

    organization_id: str
    display_name: str | None = None
    identity_provider: IdentityProvider | str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionCreateResponse:
    """TODO"""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_CreateResponse"

    request_id: str
    status_code: int
    connection: SCIMConnectionWithToken | None = None


@attrs.define(kw_only=True)
class ConnectionGetRequest:
    """TODO

    Source: `GET /v1/b2b/scim/{organization_id}/connection <TODO>`_
    """

    organization_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectionGetResponse:
    """TODO"""

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_GetResponse"

    request_id: str
    status_code: int
    connection: SCIMConnection | None = None
