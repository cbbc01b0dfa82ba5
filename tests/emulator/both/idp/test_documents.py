"""What apps find at the project's own domain: how to go about it, the keys, and registration."""

import json
from typing import Any

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Policy, Project
from stytch_async.pkce import PKCE
from stytch_async.transports.interface import HTTPRequest
from stytch_async.transports.memory import InMemoryTransport

DOMAIN = "https://engines.customers.stytch.dev"
PAGE = "https://app.example.com/authorize"
CALLBACK = "http://localhost:4000/callback"
SAID = {"client_name": "Desk", "redirect_uris": [CALLBACK], "logo_uri": "https://desk.example.com/logo.png"}


async def ask(
    transport: InMemoryTransport, path: str, document: dict[str, Any] | None = None, method: str | None = None
) -> tuple[int, dict[str, Any]]:
    """Ask at the project's own domain, and return status and document."""
    content = None if document is None else json.dumps(document).encode()
    verb = method or ("GET" if document is None else "POST")
    response = await transport.send(HTTPRequest(verb, f"{DOMAIN}{path}", {}, content, None))
    return response.status, json.loads(response.content)


@pytest.fixture
def project(transport: InMemoryTransport) -> Project:
    """Return a project with a page to consent on."""
    transport.project.settings.idp_authorization_url = PAGE
    return transport.project


@pytest.mark.parametrize("name", ["openid-configuration", "oauth-authorization-server"])
async def test_a_domain_says_where_everything_is(transport: InMemoryTransport, project: Project, name: str) -> None:
    """All of it at the domain that was asked."""
    project.settings.policy = Policy(scopes={"read:documents": {"documents": {"read"}}})

    status, document = await ask(transport, f"/.well-known/{name}")

    assert (status, document["issuer"], document["authorization_endpoint"]) == (200, DOMAIN, PAGE)
    assert document["token_endpoint"] == f"{DOMAIN}/v1/oauth2/token"
    assert document["userinfo_endpoint"] == f"{DOMAIN}/v1/oauth2/userinfo"
    assert document["jwks_uri"] == f"{DOMAIN}/.well-known/jwks.json"
    assert {"openid", "read:documents"} <= {*document["scopes_supported"]}


async def test_stytchs_domain_names_the_project(transport: InMemoryTransport, project: Project) -> None:
    """The issuer is not a URL then."""
    place = f"/v1/public/{project.project_id}"

    _, document = await ask(transport, f"{place}/.well-known/openid-configuration")
    status, keys = await ask(transport, document["jwks_uri"].removeprefix(DOMAIN))

    assert document["issuer"] == f"stytch.com/{project.project_id}"
    assert document["token_endpoint"] == f"{DOMAIN}{place}/oauth2/token"
    assert (status, [key["kid"] for key in keys["keys"]]) == (200, [key["kid"] for key in project.keys.public()])


async def test_a_project_without_a_page_has_no_documents(transport: InMemoryTransport) -> None:
    """An app would not know where to begin."""
    status, document = await ask(transport, "/.well-known/openid-configuration")

    assert (status, document["error_type"]) == (400, "authorization_endpoint_not_configured_for_project")


async def test_a_domain_has_the_oauth2_routes(transport: InMemoryTransport, client: Client, project: Project) -> None:
    """Tokens that are issued there say so, and a client that knows the domain takes them."""
    robot = (await client.m2m.clients.create(scopes=["read"])).m2m_client
    shown = {"client_id": robot.client_id, "client_secret": robot.client_secret, "grant_type": "client_credentials"}

    status, issued = await ask(transport, "/v1/oauth2/token", shown)

    aware = Client(transport=transport, domain=DOMAIN)
    claims = await aware.m2m.authenticate_token(issued["access_token"])
    assert (status, claims.client_id) == (200, robot.client_id)
    assert (project.keys.read(issued["access_token"]) or {})["iss"] == DOMAIN
    assert project.issuer == f"stytch.com/{project.project_id}"


@pytest.mark.parametrize("path", ["/v1/oauth2/nothing", "/.well-known/nothing", "/.well-known/oauth2/token"])
async def test_other_routes_are_unknown(transport: InMemoryTransport, path: str) -> None:
    """As anywhere else."""
    status, document = await ask(transport, path, {})

    assert (status, document["error_type"]) == (404, "route_not_found")


async def test_an_app_registers_itself(transport: InMemoryTransport, client: Client, project: Project) -> None:
    """It is a third party's, and public unless it says otherwise."""
    project.settings.idp_dynamic_client_registration_enabled = True

    status, document = await ask(transport, "/v1/oauth2/register", SAID)

    assert status == 201
    assert document == {
        "client_id": document["client_id"],
        "client_name": "Desk",
        "grant_types": ["authorization_code", "refresh_token"],
        "redirect_uris": [CALLBACK],
        "response_types": ["code"],
        "token_endpoint_auth_method": "none",
    }
    shown = (await client.connected_app.clients.get(client_id=document["client_id"])).connected_app
    assert (shown.client_type, shown.logo_url) == ("third_party_public", SAID["logo_uri"])
    assert shown.creation_method != "api"
    _, server = await ask(transport, "/.well-known/oauth-authorization-server")
    assert server["registration_endpoint"] == f"{DOMAIN}/v1/oauth2/register"


@pytest.mark.parametrize(("method", "is_same"), [("none", True), ("client_secret_post", False)])
async def test_public_apps_that_say_the_same_are_one(
    transport: InMemoryTransport, project: Project, method: str, *, is_same: bool
) -> None:
    """Those with a secret are each their own."""
    project.settings.idp_dynamic_client_registration_enabled = True
    said = {**SAID, "token_endpoint_auth_method": method}

    (_, first), (_, second), (_, other) = [
        await ask(transport, "/v1/oauth2/register", one) for one in (said, said, {**said, "client_name": "Shelf"})
    ]

    assert (first["client_id"] == second["client_id"]) is is_same
    assert ("client_secret" in first) is not is_same
    assert other["client_id"] not in {first["client_id"], second["client_id"]}


@pytest.mark.parametrize(
    ("document", "error_type"),
    [
        ({}, "bad_request"),
        ({"redirect_uris": []}, "bad_request"),
        ({"redirect_uris": "https://desk.example.com"}, "bad_request"),
        ({**SAID, "token_endpoint_auth_method": "private_key_jwt"}, "bad_request"),
        ({"redirect_uris": ["http://desk.example.com"]}, "connected_app_redirect_url_http_scheme_must_use_loopback"),
    ],
)
async def test_a_registration_that_says_too_little_is_refused(
    transport: InMemoryTransport, project: Project, document: dict[str, Any], error_type: str
) -> None:
    """Or what no app may have."""
    project.settings.idp_dynamic_client_registration_enabled = True

    status, answer = await ask(transport, "/v1/oauth2/register", document)

    assert (status, answer["error_type"]) == (400, error_type)


async def test_nobody_registers_where_that_is_off(transport: InMemoryTransport) -> None:
    """As in a new project."""
    status, document = await ask(transport, "/v1/oauth2/register", SAID)

    assert (status, document["error_type"]) == (400, "dynamic_client_registration_not_enabled")


async def test_the_project_says_what_tokens_of_registered_apps_are_like(
    transport: InMemoryTransport, client: Client, project: Project
) -> None:
    """By a template of its own."""
    project.settings.idp_dynamic_client_registration_enabled = True
    project.settings.idp_dynamic_client_registration_access_token_template_content = '{"via": "registration"}'
    ada = transport.sign_in("ada@example.com")
    _, document = await ask(transport, "/v1/oauth2/register", SAID)
    app, pkce = {"client_id": document["client_id"], "redirect_uri": CALLBACK}, PKCE.generate()
    answered = await client.idp.oauth.authorize(
        **app,
        consent_granted=True,
        scopes=["openid"],
        response_type="code",
        session_token=ada.session_token,
        code_challenge=pkce.challenge,
    )

    tokens = await client.idp.oauth2.token(
        **app,
        project_id=project.project_id,
        grant_type="authorization_code",
        code=answered.authorization_code,
        code_verifier=pkce.verifier,
    )

    claims = await client.idp.introspect_access_token_local(tokens.access_token)
    assert claims.custom_claims == {"via": "registration"}
