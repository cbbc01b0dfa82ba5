"""What the JWTs of apps say, and whom the userinfo endpoint tells of."""

import json
from typing import Any

import pytest

from stytch_async.emulator import Project
from stytch_async.emulator.rules.claims import fill_in
from stytch_async.errors import TokenError, TokenReason
from stytch_async.schemas.b2b.sessions import AuthorizationCheck as MemberCheck
from stytch_async.schemas.consumer.sessions import AuthorizationCheck
from stytch_async.transports.interface import HTTPRequest
from stytch_async.transports.memory import InMemoryTransport
from tests.emulator.both.idp.conftest import EMAIL, App, Somebody

DOMAIN = "https://engines.customers.stytch.dev"
KNOWN = "openid profile email phone"


def said(project: Project, token: str | None) -> dict[str, Any]:
    """Return what a token says."""
    claims = project.keys.read(token or "")
    assert claims is not None
    return claims


async def test_an_access_token_passes_both_checks(somebody: Somebody, app: App) -> None:
    """On this machine, and by asking: they read the same in it."""
    token = (await somebody.log_in(app, "openid read:documents")).access_token
    idp = somebody.stytch.idp

    remote = await idp.introspect_token_network(token, app.client_id, app.client_secret)

    assert remote == await idp.introspect_access_token_local(token)
    assert (remote.subject, remote.client_id) == (somebody.id, app.client_id)
    assert (remote.scopes, remote.audience) == (["openid", "read:documents"], [somebody.project_id])
    assert remote.organization_id == somebody.ids.get("organization_id")


async def test_a_scope_permits_what_the_policy_says(somebody: Somebody, app: App) -> None:
    """The check of the resource server goes by the same policy."""
    token = (await somebody.log_in(app, "read:documents")).access_token
    asked = {"resource_id": "documents", "action": "read"}
    place = somebody.ids.get("organization_id")
    check: Any = AuthorizationCheck(**asked) if place is None else MemberCheck(**asked, organization_id=place)

    claims = await somebody.stytch.idp.introspect_access_token_local(token, check)

    assert claims.scope == "read:documents"


async def test_a_refresh_token_is_only_known_to_stytch(somebody: Somebody, app: App) -> None:
    """It says nothing itself, so it cannot be checked on this machine."""
    token = (await somebody.log_in(app, "openid offline_access")).refresh_token or ""
    idp = somebody.stytch.idp

    remote = await idp.introspect_token_network(token, app.client_id, app.client_secret, "refresh_token")

    assert (remote.token_type, remote.subject, remote.scopes) == (
        "refresh_token",
        somebody.id,
        ["openid", "offline_access"],
    )
    with pytest.raises(TokenError) as refused:
        await idp.introspect_access_token_local(token)
    assert refused.value.reason is TokenReason.MALFORMED


async def test_an_app_says_what_its_access_tokens_are_like(somebody: Somebody, project: Project) -> None:
    """How long they last, whom else they are for, and what they say besides."""
    who = "user.user_id" if "user_id" in somebody.ids else "member.member_id"
    app = await somebody.make_app(
        "first_party",
        access_token_expiry_minutes=5,
        access_token_custom_audience="https://notes.example.com",
        access_token_template_content=json.dumps({"who": f"{{{{ {who} }}}}", "sub": "nobody"}),
    )

    tokens = await somebody.log_in(app, resources=["https://files.example.com"])

    claims = said(project, tokens.access_token)
    assert tokens.expires_in == claims["exp"] - claims["iat"] == 300
    assert claims["aud"] == [somebody.project_id, "https://notes.example.com", "https://files.example.com"]
    assert (claims["who"], claims["sub"]) == (somebody.id, somebody.id)


def test_a_template_is_filled_in() -> None:
    """A place alone becomes the value, and one within a text a part of it."""
    known = {"user": {"name": "Ada", "plan": {"tier": 2}, "roles": ["editor"]}}
    template = {
        "plan": "{{ user.plan }}",
        "deep": [{"greeting": "Hello, {{user.name}}, {{ user.plan.tier }}{{ user.nickname }}!"}],
        "none": "{{ user.name.first }}",
        "fixed": 7,
    }

    claims = fill_in(json.dumps(template), known)

    assert claims == {
        "plan": {"tier": 2},
        "deep": [{"greeting": "Hello, Ada, 2!"}],
        "none": None,
        "fixed": 7,
    }


async def test_an_id_token_is_for_the_app(somebody: Somebody, app: App, project: Project) -> None:
    """It says who has logged in, and nothing that was not granted."""
    tokens = await somebody.log_in(app, "openid email", nonce="once")

    claims = said(project, tokens.id_token)
    assert (claims["aud"], claims["sub"], claims["nonce"]) == ([app.client_id], somebody.id, "once")
    assert (claims["email"], claims["email_verified"], "name" in claims) == (EMAIL, True, False)
    assert claims["exp"] - claims["iat"] == 3600


async def ask_who(transport: InMemoryTransport, token: str | None, path: str = "/v1/oauth2/userinfo") -> Any:
    """Ask the userinfo endpoint who somebody is, and return status and document."""
    headers = {} if token is None else {"Authorization": f"bearer {token}"}
    response = await transport.send(HTTPRequest("GET", f"{DOMAIN}{path}", headers, None, None))
    return response.status, json.loads(response.content)


async def test_a_users_profile_is_told(transport: InMemoryTransport, somebody: Somebody, app: App) -> None:
    """By its scopes; what is not known is left out."""
    if "user_id" in somebody.ids:
        user = transport.project.users[somebody.id]
        user.first_name, user.last_name = "Ada", "Lovelace"
    else:
        transport.project.members[somebody.id].name = "Ada Lovelace"
    token = (await somebody.log_in(app, KNOWN)).access_token

    status, document = await ask_who(transport, token)

    told = {name: value for name, value in document.items() if name not in {"request_id", "status_code"}}
    assert status == 200
    assert told == {
        "sub": somebody.id,
        "name": "Ada Lovelace",
        "given_name": "Ada",
        "family_name": "Lovelace",
        "email": EMAIL,
        "email_verified": True,
    }


async def test_userinfo_is_where_it_was_once_as_well(
    transport: InMemoryTransport, somebody: Somebody, app: App
) -> None:
    """Under the project's id at Stytch's own domain."""
    token = (await somebody.log_in(app)).access_token

    status, _ = await ask_who(transport, token, f"/v1/public/{somebody.project_id}/oauth2/userinfo")
    elsewhere, _ = await ask_who(transport, token, "/v1/public/project-test-7/oauth2/userinfo")

    assert (status, elsewhere) == (200, 404)


@pytest.mark.parametrize("shown", [None, "x", "session", "refresh", "old"])
async def test_userinfo_wants_a_good_access_token(
    transport: InMemoryTransport, somebody: Somebody, app: App, shown: str | None
) -> None:
    """Nothing else tells who may know."""
    tokens = await somebody.log_in(app, "openid offline_access")
    texts = {"session": somebody.session_token, "refresh": tokens.refresh_token, "old": tokens.access_token}
    if shown == "old":
        transport.project.clock.advance(hours=1)

    status, document = await ask_who(transport, texts.get(str(shown), shown))

    assert (status, document["error"]) == (401, "invalid_token")
