"""SSO connections that belong to another organization."""

import attrs

from stytch_async.schemas.b2b.sso.shared import ConnectionImplicitRoleAssignment, GroupImplicitRoleAssignment
from stytch_async.schemas.shared import Authorization

__all__ = [
    "Connection",
    "ExternalCreateConnectionRequest",
    "ExternalCreateConnectionResponse",
    "ExternalUpdateConnectionRequest",
    "ExternalUpdateConnectionResponse",
]


@attrs.define(kw_only=True)
class Connection:
    """An organization's use of an SSO connection that belongs to another organization.

    Attributes:
        external_organization_id: The other organization.
        external_connection_id: The other organization's connection.
        status: Always ``active``.

    """

    __schema__ = "api_sso_v1_Connection"

    organization_id: str
    connection_id: str
    external_organization_id: str
    external_connection_id: str
    display_name: str
    status: str
    external_connection_implicit_role_assignments: list[ConnectionImplicitRoleAssignment]
    external_group_implicit_role_assignments: list[GroupImplicitRoleAssignment]


@attrs.define(kw_only=True)
class ExternalCreateConnectionRequest:
    """Let an organization's members log in through another organization's SSO connection.

    The connection is active at once.

    Args:
        organization_id: The organization that gets the connection; or its slug or external id.
        external_organization_id: The other organization.
        external_connection_id: The other organization's connection; it must be active.
        display_name: For people to read.
        connection_implicit_role_assignments: Not with an OpenID Connect connection.
        group_implicit_role_assignments: Not with an OpenID Connect connection; a SAML one needs ``groups`` in its
            ``attribute_mapping``.
        authorization: Make the call as this member, who needs the permission to create SSO connections.

    Raises:
        NotFoundError: ``external_connection_id_not_found``, ``organization_not_found``.
        BadRequestError: ``duplicate_external_sso_connection``, ``external_connection_not_active``,
            ``external_organization_id_same_as_organization_id``,
            ``saml_connection_attribute_mapping_missing_groups_key``, ``invalid_rbac_role_id``,
            ``cannot_assign_default_rbac_role_id``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `POST /v1/b2b/sso/external/{organization_id}
    <https://stytch.com/docs/api-reference/b2b/api/sso/external/create-external-connection>`_
    """

    __schema__ = "api_sso_v1_sso_external_CreateConnectionRequest"

    organization_id: str
    external_organization_id: str
    external_connection_id: str
    display_name: str | None = None
    connection_implicit_role_assignments: list[ConnectionImplicitRoleAssignment] | None = None
    group_implicit_role_assignments: list[GroupImplicitRoleAssignment] | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ExternalCreateConnectionResponse:
    """The new connection."""

    __schema__ = "api_sso_v1_sso_external_CreateConnectionResponse"

    request_id: str
    status_code: int
    connection: Connection | None = None


@attrs.define(kw_only=True)
class ExternalUpdateConnectionRequest:
    """Change the name or the roles of an external connection.

    Args:
        organization_id: Or its slug or external id.
        display_name: For people to read.
        external_connection_implicit_role_assignments: Not with an OpenID Connect connection.
        external_group_implicit_role_assignments: Not with an OpenID Connect connection; a SAML one needs ``groups`` in
            its ``attribute_mapping``.
        authorization: Make the call as this member, who needs the permission to update SSO connections.

    Raises:
        NotFoundError: ``sso_connection_not_found``, ``organization_not_found``.
        BadRequestError: ``saml_connection_attribute_mapping_missing_groups_key``, ``invalid_rbac_role_id``,
            ``cannot_assign_default_rbac_role_id``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `PUT /v1/b2b/sso/external/{organization_id}/connections/{connection_id}
    <https://stytch.com/docs/api-reference/b2b/api/sso/external/update-external-connection>`_
    """

    __schema__ = "api_sso_v1_sso_external_UpdateConnectionRequest"

    organization_id: str
    connection_id: str
    display_name: str | None = None
    external_connection_implicit_role_assignments: list[ConnectionImplicitRoleAssignment] | None = None
    external_group_implicit_role_assignments: list[GroupImplicitRoleAssignment] | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ExternalUpdateConnectionResponse:
    """The connection as it is now."""

    __schema__ = "api_sso_v1_sso_external_UpdateConnectionResponse"

    request_id: str
    status_code: int
    connection: Connection | None = None
