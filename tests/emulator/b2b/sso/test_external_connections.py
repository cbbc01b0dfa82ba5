from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sso import (
    Connection,
    ConnectionImplicitRoleAssignment,
    GroupImplicitRoleAssignment,
    SAMLConnection,
)
from tests.emulator.b2b.sso.conftest import MAPPING, ConnectOIDC, ConnectSAML
from tests.emulator.conftest import Refusal

ADMINS = [ConnectionImplicitRoleAssignment(role_id="stytch_admin")]
GROUPS = [GroupImplicitRoleAssignment(role_id="stytch_admin", group="admins")]


@pytest.fixture
async def subsidiary(b2b: B2BClient) -> Organization:
    """Return an organization that is to use the connection of another."""
    return (await b2b.organizations.create(organization_name="Subsidiary")).organization


@pytest.fixture
async def shared(organization: Organization, connect_saml: ConnectSAML) -> SAMLConnection:
    """Return the connection that it is to use."""
    return await connect_saml(organization.organization_id)


async def use(b2b: B2BClient, home: Organization, shared: Any, **arguments: Any) -> Connection:
    """Let an organization use a connection of another."""
    created = await b2b.sso.external.create_connection(
        organization_id=home.organization_id,
        external_organization_id=shared.organization_id,
        external_connection_id=shared.connection_id,
        **arguments,
    )
    assert created.connection is not None
    return created.connection


async def test_it_is_active_at_once(b2b: B2BClient, subsidiary: Organization, shared: SAMLConnection) -> None:
    """The organization shows it beside its own, with the other's product, and logs in by it."""
    connection = await use(b2b, subsidiary, shared, display_name="Headquarters")

    assert connection == Connection(
        organization_id=subsidiary.organization_id,
        connection_id=connection.connection_id,
        external_organization_id=shared.organization_id,
        external_connection_id=shared.connection_id,
        display_name="Headquarters",
        status="active",
        external_connection_implicit_role_assignments=[],
        external_group_implicit_role_assignments=[],
    )
    assert connection.connection_id.startswith("external-connection-test-")
    shown = (await b2b.organizations.get(organization_id=subsidiary.organization_id)).organization
    active = shown.sso_active_connections[0]
    assert (active.connection_id, active.identity_provider) == (connection.connection_id, "generic")
    assert shown.sso_default_connection_id == connection.connection_id


async def test_an_unknown_connection_is_not_found(
    b2b: B2BClient, organization: Organization, subsidiary: Organization, shared: SAMLConnection, refusal: Refusal
) -> None:
    """It must be the other organization's own: neither somebody else's nor an external one again."""
    third = (await b2b.organizations.create(organization_name="Third")).organization
    external = await use(b2b, subsidiary, shared)
    create = b2b.sso.external.create_connection

    refused = [
        await refusal(
            create(
                organization_id=third.organization_id,
                external_organization_id=owner,
                external_connection_id=connection_id,
            )
        )
        for owner, connection_id in (
            (organization.organization_id, "saml-connection-test-x"),
            (subsidiary.organization_id, shared.connection_id),
            (subsidiary.organization_id, external.connection_id),
        )
    ]

    assert refused == [(404, "external_connection_id_not_found")] * 3


async def test_ones_own_connection_is_not_external(
    b2b: B2BClient, organization: Organization, shared: SAMLConnection, refusal: Refusal
) -> None:
    """The other organization must be another."""
    assert await refusal(use(b2b, organization, shared)) == (400, "external_organization_id_same_as_organization_id")


async def test_a_pending_connection_cannot_be_used(
    b2b: B2BClient, subsidiary: Organization, saml: SAMLConnection, refusal: Refusal
) -> None:
    """The other organization's connection must work."""
    assert await refusal(use(b2b, subsidiary, saml)) == (400, "external_connection_not_active")


async def test_a_connection_is_used_once(
    b2b: B2BClient, subsidiary: Organization, shared: SAMLConnection, refusal: Refusal
) -> None:
    """The same organization cannot use it twice; another one can use it, too."""
    third = (await b2b.organizations.create(organization_name="Third")).organization
    await use(b2b, subsidiary, shared)

    refused = await refusal(use(b2b, subsidiary, shared))
    other = await use(b2b, third, shared)

    assert refused == (400, "duplicate_external_sso_connection")
    assert other.status == "active"


async def test_name_and_roles_can_change(
    b2b: B2BClient, organization: Organization, subsidiary: Organization, shared: SAMLConnection
) -> None:
    """Roles for groups need a shared connection that tells the groups; what is not given stays."""
    await b2b.sso.saml.update_connection(
        organization_id=organization.organization_id,
        connection_id=shared.connection_id,
        attribute_mapping={**MAPPING, "groups": "memberOf"},
    )
    connection = await use(
        b2b,
        subsidiary,
        shared,
        connection_implicit_role_assignments=ADMINS,
        group_implicit_role_assignments=GROUPS,
    )
    place = {"organization_id": subsidiary.organization_id, "connection_id": connection.connection_id}

    renamed = await b2b.sso.external.update_connection(**place, display_name="New")
    emptied = await b2b.sso.external.update_connection(
        **place, external_connection_implicit_role_assignments=[], external_group_implicit_role_assignments=[]
    )

    assert renamed.connection is not None
    assert renamed.connection.display_name == "New"
    assert renamed.connection.external_connection_implicit_role_assignments == ADMINS
    assert renamed.connection.external_group_implicit_role_assignments == GROUPS
    assert emptied.connection is not None
    assert emptied.connection.display_name == "New"
    assert emptied.connection.external_connection_implicit_role_assignments == []
    assert emptied.connection.external_group_implicit_role_assignments == []


@pytest.mark.parametrize(
    ("roles", "error_type"),
    [
        ({"group": GROUPS}, "saml_connection_attribute_mapping_missing_groups_key"),
        ({"connection": [ConnectionImplicitRoleAssignment(role_id="ghost")]}, "invalid_rbac_role_id"),
        (
            {"connection": [ConnectionImplicitRoleAssignment(role_id="stytch_member")]},
            "cannot_assign_default_rbac_role_id",
        ),
    ],
)
async def test_roles_that_cannot_be_implied_are_refused(
    b2b: B2BClient,
    subsidiary: Organization,
    shared: SAMLConnection,
    refusal: Refusal,
    *,
    roles: dict[str, Any],
    error_type: str,
) -> None:
    """Neither a new connection nor a known one takes them."""
    third = (await b2b.organizations.create(organization_name="Third")).organization
    known = await use(b2b, third, shared)
    given = {f"{name}_implicit_role_assignments": value for name, value in roles.items()}

    made = await refusal(use(b2b, subsidiary, shared, **given))
    changed = await refusal(
        b2b.sso.external.update_connection(
            organization_id=third.organization_id,
            connection_id=known.connection_id,
            display_name="lost",
            **{f"external_{name}": value for name, value in given.items()},
        )
    )

    assert made == changed == (400, error_type)


async def test_openid_connect_implies_no_roles(
    b2b: B2BClient, organization: Organization, subsidiary: Organization, connect_oidc: ConnectOIDC, refusal: Refusal
) -> None:
    """A connection to such a provider can be used, without roles."""
    shared = await connect_oidc(organization.organization_id)

    refused = await refusal(use(b2b, subsidiary, shared, connection_implicit_role_assignments=ADMINS))
    used = await use(b2b, subsidiary, shared)

    assert refused == (400, "bad_request")
    assert used.status == "active"


async def test_a_connection_of_ones_own_cannot_be_changed_here(
    b2b: B2BClient, shared: SAMLConnection, refusal: Refusal
) -> None:
    """Only external connections are found."""
    call = b2b.sso.external.update_connection(
        organization_id=shared.organization_id, connection_id=shared.connection_id
    )

    assert await refusal(call) == (404, "sso_connection_not_found")
