"""Organizations of the B2B API."""

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
    ConnectedAppsAllowedType,
    CustomRole,
    CustomRolePermission,
    EmailImplicitRoleAssignment,
    Organization,
)
from stytch_async.schemas.b2b.organizations.search import SearchQuery, SearchRequest, SearchResponse
from stytch_async.schemas.shared import ResultsMetadata

__all__ = [
    "ActiveSCIMConnection",
    "ActiveSSOConnection",
    "ConnectedAppsAllowedType",
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
