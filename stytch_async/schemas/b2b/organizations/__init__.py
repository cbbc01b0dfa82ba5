"""Organizations of the B2B API."""

from typing import TYPE_CHECKING, Final

from stytch_async.lazy import lazy_modules
from stytch_async.schemas.shared import ResultsMetadata

if TYPE_CHECKING:
    from stytch_async.schemas.b2b.organizations.connected_apps import (
        ConnectedAppsRequest,
        ConnectedAppsResponse,
        GetConnectedAppRequest,
        GetConnectedAppResponse,
        OrganizationConnectedApp,
        OrganizationConnectedAppActiveMember,
    )
    from stytch_async.schemas.b2b.organizations.lifecycle import (
        CreateRequest,
        CreateResponse,
        DeleteExternalIdRequest,
        DeleteExternalIdResponse,
        DeleteRequest,
        DeleteResponse,
        GetRequest,
        GetResponse,
        MetricsRequest,
        MetricsResponse,
        UpdateRequest,
        UpdateResponse,
    )
    from stytch_async.schemas.b2b.organizations.organization import (
        ActiveSCIMConnection,
        ActiveSSOConnection,
        Allowance,
        AuthMethod,
        CustomRole,
        CustomRolePermission,
        EmailImplicitRoleAssignment,
        JITProvisioning,
        MethodAllowance,
        MFAMethod,
        MFAPolicy,
        Organization,
    )
    from stytch_async.schemas.b2b.organizations.search import SearchQuery, SearchRequest, SearchResponse

__all__ = [
    "ActiveSCIMConnection",
    "ActiveSSOConnection",
    "Allowance",
    "AuthMethod",
    "ConnectedAppsRequest",
    "ConnectedAppsResponse",
    "CreateRequest",
    "CreateResponse",
    "CustomRole",
    "CustomRolePermission",
    "DeleteExternalIdRequest",
    "DeleteExternalIdResponse",
    "DeleteRequest",
    "DeleteResponse",
    "EmailImplicitRoleAssignment",
    "GetConnectedAppRequest",
    "GetConnectedAppResponse",
    "GetRequest",
    "GetResponse",
    "JITProvisioning",
    "MFAMethod",
    "MFAPolicy",
    "MethodAllowance",
    "MetricsRequest",
    "MetricsResponse",
    "Organization",
    "OrganizationConnectedApp",
    "OrganizationConnectedAppActiveMember",
    "ResultsMetadata",
    "SearchQuery",
    "SearchRequest",
    "SearchResponse",
    "UpdateRequest",
    "UpdateResponse",
]

__getattr__: Final = lazy_modules(__name__, "organization", "connected_apps", "lifecycle", "search")
