from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Policy, Project
from stytch_async.errors import APIError
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.shared import Authorization
from tests.emulator.b2b.sso.conftest import ConnectOIDC, ConnectSAML
from tests.emulator.conftest import Refusal


async def test_all_connections_are_listed(
    b2b: B2BClient, organization: Organization, connect_saml: ConnectSAML, connect_oidc: ConnectOIDC
) -> None:
    """They come by kind, pending ones as well; those of other organizations do not."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    foreign = await connect_saml(other.organization_id)
    saml = await connect_saml(organization.organization_id)
    oidc = await connect_oidc(organization.organization_id)
    pending = await b2b.sso.saml.create_connection(organization_id=organization.organization_id)
    external = await b2b.sso.external.create_connection(
        organization_id=organization.organization_id,
        external_organization_id=other.organization_id,
        external_connection_id=foreign.connection_id,
    )

    listed = await b2b.sso.get_connections(organization_id=organization.organization_slug)

    assert listed.saml_connections == [saml, pending.connection]
    assert listed.oidc_connections == [oidc]
    assert listed.external_connections == [external.connection]


async def test_the_first_active_connection_is_the_default(
    b2b: B2BClient, organization: Organization, connect_saml: ConnectSAML, connect_oidc: ConnectOIDC
) -> None:
    """The second one changes nothing about that."""
    first = await connect_saml(organization.organization_id)
    await connect_oidc(organization.organization_id)

    shown = (await b2b.organizations.get(organization_id=organization.organization_id)).organization

    assert shown.sso_default_connection_id == first.connection_id


async def test_the_default_connection_stays_while_there_are_others(
    b2b: B2BClient,
    organization: Organization,
    connect_saml: ConnectSAML,
    connect_oidc: ConnectOIDC,
    *,
    project: Project,
    refusal: Refusal,
) -> None:
    """It can be deleted last, and the organization has no default then."""
    organization_id = organization.organization_id
    default, other = await connect_saml(organization_id), await connect_oidc(organization_id)
    delete = b2b.sso.delete_connection

    refused = await refusal(delete(organization_id=organization_id, connection_id=default.connection_id))
    first = await delete(organization_id=organization_id, connection_id=other.connection_id)
    await delete(organization_id=organization_id, connection_id=default.connection_id)

    assert refused == (400, "cannot_delete_default_sso_connection")
    assert first.connection_id == other.connection_id
    shown = (await b2b.organizations.get(organization_id=organization_id)).organization
    assert (shown.sso_default_connection_id, shown.sso_active_connections) == (None, [])
    assert project.events.of("oidc_connection")[-1].type == "direct.oidc_connection.delete"
    assert project.events.of("saml_connection")[-1].type == "direct.saml_connection.delete"


async def test_another_active_connection_can_be_the_default(
    b2b: B2BClient, organization: Organization, connect_saml: ConnectSAML, connect_oidc: ConnectOIDC, refusal: Refusal
) -> None:
    """The organization names it; neither a pending nor an unknown one will do."""
    organization_id = organization.organization_id
    await connect_saml(organization_id)
    other = await connect_oidc(organization_id)
    pending: Any = await b2b.sso.saml.create_connection(organization_id=organization_id)
    update = b2b.organizations.update

    updated = await update(organization_id=organization_id, sso_default_connection_id=other.connection_id)
    refused = [
        await refusal(update(organization_id=organization_id, sso_default_connection_id=connection_id))
        for connection_id in (pending.connection.connection_id, "unknown")
    ]

    assert updated.organization.sso_default_connection_id == other.connection_id
    assert refused == [(400, "invalid_sso_default_connection_id")] * 2


async def test_a_deleted_organization_leaves_no_connection(
    b2b: B2BClient, organization: Organization, connect_saml: ConnectSAML, project: Project
) -> None:
    """Nor does anybody else's use of one stay."""
    connection = await connect_saml(organization.organization_id)
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await b2b.sso.external.create_connection(
        organization_id=other.organization_id,
        external_organization_id=organization.organization_id,
        external_connection_id=connection.connection_id,
    )

    await b2b.organizations.delete(organization_id=organization.organization_id)

    assert len(project.connections) == 0
    assert (await b2b.sso.get_connections(organization_id=other.organization_id)).external_connections == []
    assert [event.action for event in project.events.of("saml_connection")] == ["CREATE", "UPDATE", "DELETE"]


async def test_a_deleted_connection_lets_nobody_join(
    b2b: B2BClient, organization: Organization, connect_saml: ConnectSAML, project: Project
) -> None:
    """It goes from the list of those that new members may come by."""
    connection = await connect_saml(organization.organization_id)
    row = project.organizations[organization.organization_id]
    row.settings.sso_jit_provisioning_allowed_connections = [connection.connection_id, "other"]

    await b2b.sso.delete_connection(
        organization_id=organization.organization_id, connection_id=connection.connection_id
    )

    shown = (await b2b.organizations.get(organization_id=organization.organization_id)).organization
    assert shown.sso_jit_provisioning_allowed_connections == ["other"]


async def test_other_organizations_lose_a_deleted_connection(
    b2b: B2BClient, organization: Organization, connect_saml: ConnectSAML
) -> None:
    """An external connection does not outlive the one that it stands for."""
    connection = await connect_saml(organization.organization_id)
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await b2b.sso.external.create_connection(
        organization_id=other.organization_id,
        external_organization_id=organization.organization_id,
        external_connection_id=connection.connection_id,
    )

    await b2b.sso.delete_connection(
        organization_id=organization.organization_id, connection_id=connection.connection_id
    )

    left = await b2b.sso.get_connections(organization_id=other.organization_id)
    shown = (await b2b.organizations.get(organization_id=other.organization_id)).organization
    assert left.external_connections == []
    assert shown.sso_default_connection_id is None


async def test_an_unknown_connection_cannot_be_deleted(
    b2b: B2BClient, organization: Organization, connect_saml: ConnectSAML, refusal: Refusal
) -> None:
    """Nor can one of another organization."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    foreign = await connect_saml(other.organization_id)

    refused = [
        await refusal(
            b2b.sso.delete_connection(organization_id=organization.organization_id, connection_id=connection_id)
        )
        for connection_id in ("unknown", foreign.connection_id)
    ]

    assert refused == [(404, "sso_connection_not_found")] * 2


async def test_an_unknown_organization_is_not_found(b2b: B2BClient, refusal: Refusal) -> None:
    """Every call names an organization that there is."""
    assert await refusal(b2b.sso.get_connections(organization_id="ghost")) == (404, "organization_not_found")


Call = Callable[[B2BClient, str, Authorization], Coroutine[None, None, object]]

CALLS: dict[str, tuple[str, Call]] = {
    "create_saml": (
        "create",
        lambda b2b, home, by: b2b.sso.saml.create_connection(organization_id=home, authorization=by),
    ),
    "create_oidc": (
        "create",
        lambda b2b, home, by: b2b.sso.oidc.create_connection(organization_id=home, authorization=by),
    ),
    "create_external": (
        "create",
        lambda b2b, home, by: b2b.sso.external.create_connection(
            organization_id=home, external_organization_id=home, external_connection_id="x", authorization=by
        ),
    ),
    "update_saml": (
        "update",
        lambda b2b, home, by: b2b.sso.saml.update_connection(organization_id=home, connection_id="x", authorization=by),
    ),
    "update_by_url": (
        "update",
        lambda b2b, home, by: b2b.sso.saml.update_by_url(
            organization_id=home, connection_id="x", metadata_url="x", authorization=by
        ),
    ),
    "update_oidc": (
        "update",
        lambda b2b, home, by: b2b.sso.oidc.update_connection(organization_id=home, connection_id="x", authorization=by),
    ),
    "update_external": (
        "update",
        lambda b2b, home, by: b2b.sso.external.update_connection(
            organization_id=home, connection_id="x", authorization=by
        ),
    ),
    "delete_certificate": (
        "delete",
        lambda b2b, home, by: b2b.sso.saml.delete_verification_certificate(
            organization_id=home, connection_id="x", certificate_id="x", authorization=by
        ),
    ),
    "delete_key": (
        "delete",
        lambda b2b, home, by: b2b.sso.saml.delete_encryption_private_key(
            organization_id=home, connection_id="x", private_key_id="x", authorization=by
        ),
    ),
    "delete": (
        "delete",
        lambda b2b, home, by: b2b.sso.delete_connection(organization_id=home, connection_id="x", authorization=by),
    ),
    "get": ("get", lambda b2b, home, by: b2b.sso.get_connections(organization_id=home, authorization=by)),
}


async def status_of(call: Coroutine[None, None, object]) -> int:
    """Return the status that a call ends with."""
    try:
        await call
    except APIError as error:
        return error.status_code
    return 200


@pytest.mark.parametrize(("action", "call"), CALLS.values(), ids=CALLS)
async def test_members_need_the_permission(
    b2b: B2BClient,
    organization: Organization,
    project: Project,
    as_ada: Authorization,
    *,
    refusal: Refusal,
    action: str,
    call: Call,
) -> None:
    """A role that permits the action is what it takes, and another action will not do."""
    project.settings.policy = Policy({"stytch_member": {"stytch.sso": {"other"}}})
    denied = await refusal(call(b2b, organization.organization_id, as_ada))
    project.settings.policy = Policy({"stytch_member": {"stytch.sso": {action}}})

    allowed = await status_of(call(b2b, organization.organization_id, as_ada))

    assert denied == (403, "session_authorization_error")
    assert allowed != 403


@pytest.mark.parametrize("call", [call for _, call in CALLS.values()], ids=CALLS)
async def test_members_cannot_reach_another_organization(
    b2b: B2BClient, as_grace: Authorization, refusal: Refusal, call: Call
) -> None:
    """Not even an admin can."""
    other: Any = (await b2b.organizations.create(organization_name="Other")).organization

    refused = await refusal(call(b2b, other.organization_id, as_grace))

    assert refused == (403, "session_authorization_tenancy_error")
