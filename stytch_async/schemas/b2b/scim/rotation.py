"""Bearer tokens of SCIM connections, replaced without an outage."""

import datetime as dt

import attrs

from stytch_async.schemas.b2b.scim.connection import SCIMConnection, SCIMGroupImplicitRoleAssignments
from stytch_async.schemas.shared import Authorization

__all__ = [
    "ConnectionRotateCancelRequest",
    "ConnectionRotateCancelResponse",
    "ConnectionRotateCompleteRequest",
    "ConnectionRotateCompleteResponse",
    "ConnectionRotateStartRequest",
    "ConnectionRotateStartResponse",
    "SCIMConnectionWithNextToken",
]


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
    <https://stytch.com/docs/api-reference/b2b/api/scim/token-management/start-scim-token-rotation>`_
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
    <https://stytch.com/docs/api-reference/b2b/api/scim/token-management/complete-scim-token-rotation>`_
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
    <https://stytch.com/docs/api-reference/b2b/api/scim/token-management/cancel-scim-token-rotation>`_
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
