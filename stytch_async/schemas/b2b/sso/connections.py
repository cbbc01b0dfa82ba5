"""SSO connections of whichever kind."""

import attrs

from stytch_async.schemas.b2b.sso.external import Connection
from stytch_async.schemas.b2b.sso.oidc import OIDCConnection
from stytch_async.schemas.b2b.sso.saml import SAMLConnection
from stytch_async.schemas.shared import Authorization

__all__ = ["DeleteConnectionRequest", "DeleteConnectionResponse", "GetConnectionsRequest", "GetConnectionsResponse"]


@attrs.define(kw_only=True)
class GetConnectionsRequest:
    """List the SSO connections of an organization.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to get SSO connections.

    Raises:
        NotFoundError: ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `GET /v1/b2b/sso/{organization_id}
    <https://stytch.com/docs/api-reference/b2b/api/sso/shared/get-sso-connections>`_
    """

    organization_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class GetConnectionsResponse:
    """The connections, by their kind."""

    __schema__ = "api_sso_v1_GetConnectionsResponse"

    request_id: str
    saml_connections: list[SAMLConnection]
    oidc_connections: list[OIDCConnection]
    external_connections: list[Connection]
    status_code: int


@attrs.define(kw_only=True)
class DeleteConnectionRequest:
    """Delete an SSO connection, of whichever kind.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to delete SSO connections.

    Raises:
        NotFoundError: ``sso_connection_not_found``, ``organization_not_found``.
        BadRequestError: ``cannot_delete_default_sso_connection`` (there are others).
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `DELETE /v1/b2b/sso/{organization_id}/connections/{connection_id}
    <https://stytch.com/docs/api-reference/b2b/api/sso/shared/delete-sso-connection>`_
    """

    organization_id: str
    connection_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteConnectionResponse:
    """The connection is gone."""

    __schema__ = "api_sso_v1_DeleteConnectionResponse"

    request_id: str
    connection_id: str
    status_code: int
