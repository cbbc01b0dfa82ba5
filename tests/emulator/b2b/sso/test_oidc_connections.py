import json
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sso import OIDCConnection, OIDCUpdateConnectionResponse, SAMLConnection
from tests.emulator.b2b.sso.conftest import ConnectOIDC
from tests.emulator.conftest import Refusal

ISSUER = "https://idp.example.com"
CONFIGURATION = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}/authorize",
    "token_endpoint": f"{ISSUER}/token",
    "userinfo_endpoint": f"{ISSUER}/userinfo",
    "jwks_uri": f"{ISSUER}/keys",
}
URLS = ["authorization_url", "token_url", "userinfo_url", "jwks_url"]


async def update(b2b: B2BClient, connection: OIDCConnection, **changes: Any) -> OIDCUpdateConnectionResponse:
    """Change a connection."""
    return await b2b.sso.oidc.update_connection(
        organization_id=connection.organization_id, connection_id=connection.connection_id, **changes
    )


def publish(project: Project, **changes: str) -> None:
    """Let the issuer's configuration be read."""
    project.web.publish(f"{ISSUER}/.well-known/openid-configuration", json.dumps({**CONFIGURATION, **changes}))


async def test_a_new_connection_is_pending_and_empty(b2b: B2BClient, organization: Organization) -> None:
    """It tells what to register at the identity provider, and knows nothing of that yet."""
    created = await b2b.sso.oidc.create_connection(
        organization_id=organization.organization_slug, display_name="Okta", identity_provider="okta"
    )

    connection = created.connection
    assert connection is not None
    assert connection == OIDCConnection(
        organization_id=organization.organization_id,
        connection_id=connection.connection_id,
        status="pending",
        display_name="Okta",
        redirect_url=f"https://test.stytch.com/v1/b2b/sso/callback/{connection.connection_id}",
        client_id="",
        client_secret="",
        issuer="",
        authorization_url="",
        token_url="",
        userinfo_url="",
        jwks_url="",
        identity_provider="okta",
        custom_scopes="",
        attribute_mapping={},
    )
    assert connection.connection_id.startswith("oidc-connection-test-")


async def test_an_unknown_product_is_refused(b2b: B2BClient, oidc: OIDCConnection, refusal: Refusal) -> None:
    """Neither a new connection nor a known one takes it."""
    made = await refusal(b2b.sso.oidc.create_connection(organization_id=oidc.organization_id, identity_provider="acme"))
    changed = await refusal(update(b2b, oidc, identity_provider="acme"))

    assert made == changed == (400, "invalid_sso_idp")


async def test_an_issuer_tells_its_urls(b2b: B2BClient, oidc: OIDCConnection, project: Project) -> None:
    """A new issuer is asked, and a URL that is given comes before the one that is read."""
    publish(project)

    updated = await update(b2b, oidc, issuer=ISSUER, token_url="https://proxy.example.com/token")

    assert updated.warning is None
    assert updated.connection is not None
    assert [getattr(updated.connection, name) for name in URLS] == [
        f"{ISSUER}/authorize",
        "https://proxy.example.com/token",
        f"{ISSUER}/userinfo",
        f"{ISSUER}/keys",
    ]
    assert updated.connection.status == "pending"


async def test_client_and_secret_make_it_active(b2b: B2BClient, oidc: OIDCConnection, project: Project) -> None:
    """They are never read from the issuer; with them the organization shows the connection."""
    publish(project)
    await update(b2b, oidc, issuer=ISSUER)

    updated = await update(b2b, oidc, client_id="client", client_secret="secret")

    assert updated.connection is not None
    assert updated.connection.status == "active"
    shown = (await b2b.organizations.get(organization_id=oidc.organization_id)).organization
    assert [one.connection_id for one in shown.sso_active_connections] == [oidc.connection_id]
    assert shown.sso_default_connection_id == oidc.connection_id
    assert [event.action for event in project.events.of("oidc_connection")] == ["CREATE", "UPDATE", "UPDATE"]


@pytest.mark.parametrize("changes", [None, {"issuer": "https://other.example.com"}, {"jwks_uri": "keys"}])
async def test_an_issuer_that_cannot_be_read_is_a_warning(
    b2b: B2BClient, oidc: OIDCConnection, project: Project, changes: dict[str, str] | None
) -> None:
    """The issuer is taken on all the same; nothing is read from a configuration that is missing, wrong or another's."""
    if changes is not None:
        publish(project, **changes)

    updated = await update(b2b, oidc, issuer=ISSUER)

    assert updated.warning
    assert updated.connection is not None
    assert updated.connection.issuer == ISSUER
    assert {getattr(updated.connection, name) for name in URLS} == {""}


async def test_an_issuer_is_asked_once(b2b: B2BClient, oidc: OIDCConnection, project: Project) -> None:
    """The same issuer again changes no URL."""
    await update(b2b, oidc, issuer=ISSUER)
    publish(project)

    updated = await update(b2b, oidc, issuer=ISSUER, display_name="Okta")

    assert updated.warning is None
    assert updated.connection is not None
    assert (updated.connection.display_name, updated.connection.token_url) == ("Okta", "")


async def test_settings_are_kept(b2b: B2BClient, oidc: OIDCConnection) -> None:
    """What is given comes back, and what is not given stays."""
    given: dict[str, Any] = {
        "custom_scopes": "openid email",
        "attribute_mapping": {"team": "department"},
        "identity_provider": "okta",
        "client_id": "client",
    }

    await update(b2b, oidc, **given)
    again = await update(b2b, oidc, display_name="Okta")

    assert again.connection is not None
    assert {name: getattr(again.connection, name) for name in given} == given


@pytest.mark.parametrize(("field", "name"), [("issuer", "issuer_url"), *zip(URLS, URLS, strict=True)])
async def test_what_is_not_a_url_is_refused(
    b2b: B2BClient, oidc: OIDCConnection, refusal: Refusal, *, field: str, name: str
) -> None:
    """Each URL has a type of its own."""
    refused = await refusal(update(b2b, oidc, **{"display_name": "lost", field: "x"}))

    assert refused == (400, f"oidc_connection_{name}_invalid_format")


async def test_an_issuer_needs_tls(b2b: B2BClient, oidc: OIDCConnection, refusal: Refusal) -> None:
    """The issuer is an https URL."""
    refused = await refusal(update(b2b, oidc, issuer="http://idp.example.com"))

    assert refused == (400, "oidc_connection_issuer_url_invalid_format")


@pytest.mark.parametrize(
    ("name", "error_type"),
    [
        ("issuer", "oidc_connection_issuer_required"),
        ("client_id", "oidc_connection_client_id_required"),
        ("client_secret", "oidc_connection_client_secret_required"),
        ("authorization_url", "oidc_connection_authorization_url_required"),
        ("token_url", "oidc_connection_token_url_required"),
        ("userinfo_url", "oidc_connection_userinfo_url_invalid_format"),
        ("jwks_url", "oidc_connection_jwks_url_required"),
    ],
)
async def test_an_active_connection_keeps_what_it_needs(
    b2b: B2BClient,
    organization: Organization,
    oidc: OIDCConnection,
    connect_oidc: ConnectOIDC,
    *,
    refusal: Refusal,
    name: str,
    error_type: str,
) -> None:
    """It never falls back to pending; a pending one may lose anything."""
    active = await connect_oidc(organization.organization_id)

    refused = await refusal(update(b2b, active, **{name: ""}))
    emptied = await update(b2b, oidc, **{name: ""})

    assert refused == (400, error_type)
    assert emptied.connection == oidc


async def test_another_kind_of_connection_is_not_found(b2b: B2BClient, saml: SAMLConnection, refusal: Refusal) -> None:
    """A SAML connection cannot be changed here."""
    call = b2b.sso.oidc.update_connection(organization_id=saml.organization_id, connection_id=saml.connection_id)

    assert await refusal(call) == (404, "oidc_connection_not_found")
