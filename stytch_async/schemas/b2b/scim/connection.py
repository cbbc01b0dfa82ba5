"""SCIM connections of organizations, and the groups that arrive through them."""

import datetime as dt
from typing import Literal

import attrs

from stytch_async.schemas.markers import PageLimit
from stytch_async.schemas.shared import Authorization

__all__ = [
    "ConnectionCreateRequest",
    "ConnectionCreateResponse",
    "ConnectionDeleteRequest",
    "ConnectionDeleteResponse",
    "ConnectionGetGroupsRequest",
    "ConnectionGetGroupsResponse",
    "ConnectionGetRequest",
    "ConnectionGetResponse",
    "ConnectionUpdateRequest",
    "ConnectionUpdateResponse",
    "SCIMConnection",
    "SCIMConnectionWithToken",
    "SCIMGroup",
    "SCIMGroupImplicitRoleAssignments",
    "SCIMIdentityProvider",
]


SCIMIdentityProvider = Literal[
    "generic", "okta", "microsoft-entra", "cyberark", "jumpcloud", "onelogin", "pingfederate", "rippling"
]
"""The product that tells Stytch of an organization's people."""


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
            ``scim_group_role_assignment_group_does_not_exist``, ``invalid_rbac_role_id``,
            ``cannot_assign_default_rbac_role_id``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `PUT /v1/b2b/scim/{organization_id}/connection/{connection_id}
    <https://stytch.com/docs/api-reference/b2b/api/scim/connection-management/update-scim-connection>`_
    """

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_UpdateRequest"

    organization_id: str
    connection_id: str
    display_name: str | None = None
    identity_provider: SCIMIdentityProvider | str | None = None
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
    <https://stytch.com/docs/api-reference/b2b/api/scim/connection-management/delete-scim-connection>`_
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
        limit: How many groups a page holds, at most 1000; 100 by default.
        authorization: Make the call as this member, who needs the permission to get SCIM connections.

    Raises:
        NotFoundError: ``no_active_scim_connection``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `GET /v1/b2b/scim/{organization_id}/connection/{connection_id}
    <https://stytch.com/docs/api-reference/b2b/api/scim/scim-groups/get-scim-connection-groups>`_
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

    Source: `POST /v1/b2b/scim/{organization_id}/connection
    <https://stytch.com/docs/api-reference/b2b/api/scim/connection-management/create-scim-connection>`_
    """

    __schema__ = "api_b2b_scim_v1_b2b_scim_connection_CreateRequest"

    organization_id: str
    display_name: str | None = None
    identity_provider: SCIMIdentityProvider | str | None = None
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

    Source: `GET /v1/b2b/scim/{organization_id}/connection
    <https://stytch.com/docs/api-reference/b2b/api/scim/connection-management/get-scim-connection>`_
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
