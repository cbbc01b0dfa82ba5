"""SCIM of the B2B API: an identity provider tells of its people."""

from typing import TYPE_CHECKING, Final

from stytch_async.lazy import lazy_modules

if TYPE_CHECKING:
    from stytch_async.schemas.b2b.scim.attributes import (
        Address,
        EnterpriseExtension,
        Group,
        Manager,
        Name,
        SCIMAttributes,
        TypedValue,
    )
    from stytch_async.schemas.b2b.scim.connection import (
        ConnectionCreateRequest,
        ConnectionCreateResponse,
        ConnectionDeleteRequest,
        ConnectionDeleteResponse,
        ConnectionGetGroupsRequest,
        ConnectionGetGroupsResponse,
        ConnectionGetRequest,
        ConnectionGetResponse,
        ConnectionUpdateRequest,
        ConnectionUpdateResponse,
        SCIMConnection,
        SCIMConnectionWithToken,
        SCIMGroup,
        SCIMGroupImplicitRoleAssignments,
        SCIMIdentityProvider,
    )
    from stytch_async.schemas.b2b.scim.rotation import (
        ConnectionRotateCancelRequest,
        ConnectionRotateCancelResponse,
        ConnectionRotateCompleteRequest,
        ConnectionRotateCompleteResponse,
        ConnectionRotateStartRequest,
        ConnectionRotateStartResponse,
        SCIMConnectionWithNextToken,
    )

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
    "Manager",
    "Name",
    "SCIMAttributes",
    "SCIMConnection",
    "SCIMConnectionWithNextToken",
    "SCIMConnectionWithToken",
    "SCIMGroup",
    "SCIMGroupImplicitRoleAssignments",
    "SCIMIdentityProvider",
    "TypedValue",
]

__getattr__: Final = lazy_modules(__name__, "attributes", "connection", "rotation")
