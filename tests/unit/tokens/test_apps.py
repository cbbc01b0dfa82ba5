"""Connected App tokens: verified on this machine, and asked about."""

from collections.abc import Callable
from typing import Any

import pytest

from stytch_async import PKCE, B2BClient, Client, PermissionDeniedError, TenancyError, TokenError, TokenReason
from stytch_async.emulator import Project
from stytch_async.emulator.state.policy import Policy
from stytch_async.schemas.b2b.sessions import AuthorizationCheck as MemberCheck
from stytch_async.schemas.consumer.sessions import AuthorizationCheck
from tests.unit.tokens.conftest import Altered

Sign = Callable[[dict[str, Any]], str]

CALLBACK = "https://notes.example.com/callback"


@pytest.fixture
async def issued(client: Client, transport: Altered) -> tuple[str, str]:
    """Return an access token that Stytch has issued, and the app that has it."""
    user, pkce = transport.sign_in("ada@example.com"), PKCE.generate()
    made = await client.connected_app.clients.create(client_type="first_party_public", redirect_urls=[CALLBACK])
    app = {"client_id": made.connected_app.client_id, "redirect_uri": CALLBACK}
    answered = await client.idp.oauth.authorize(
        **app,
        consent_granted=True,
        response_type="code",
        scopes=["openid"],
        session_token=user.session_token,
        code_challenge=pkce.challenge,
    )
    tokens = await client.idp.oauth2.token(
        **app,
        project_id=transport.project.project_id,
        grant_type="authorization_code",
        code=answered.authorization_code,
        code_verifier=pkce.verifier,
    )
    return tokens.access_token, app["client_id"]


async def test_an_app_token_is_read_locally(client: Client, app_claims: dict[str, Any], sign: Sign) -> None:
    """The result says for whom the app acts, and what it may do."""
    claims = await client.idp.introspect_access_token_local(sign({**app_claims, "plan": {"tier": 2}}))

    assert (app_claims["sub"], app_claims["client_id"]) == (claims.subject, claims.client_id)
    assert claims.scopes == ["openid", "read:users"]
    assert claims.custom_claims["plan"] == {"tier": 2}


async def test_other_kinds_are_no_app_tokens(
    client: Client, claims: dict[str, Any], machine_claims: dict[str, Any], sign: Sign
) -> None:
    """Sessions and machine tokens are refused."""
    for other in (claims, machine_claims):
        with pytest.raises(TokenError) as caught:
            await client.idp.introspect_access_token_local(sign(other))

        assert caught.value.reason is TokenReason.WRONG_KIND


async def test_the_api_tells_the_same(client: Client, issued: tuple[str, str]) -> None:
    """Asking Stytch and verifying locally come to the same."""
    token, client_id = issued

    remote = await client.idp.introspect_token_network(token, client_id)

    assert await client.idp.introspect_access_token_local(token) == remote


async def test_only_the_api_knows_of_revocation(client: Client, issued: tuple[str, str], project: Project) -> None:
    """A revoked token looks good on this machine until it expires."""
    token, client_id = issued
    await client.idp.oauth2.revoke(project_id=project.project_id, token=token, client_id=client_id)

    with pytest.raises(TokenError) as caught:
        await client.idp.introspect_token_network(token, client_id)

    assert caught.value.reason is TokenReason.INACTIVE
    assert await client.idp.introspect_access_token_local(token)


async def test_scopes_are_held_against_the_policy(
    client: Client, app_claims: dict[str, Any], sign: Sign, project: Project
) -> None:
    """A scope permits what the policy says, and nothing else."""
    project.settings.policy = Policy(scopes={"read:users": {"documents": {"read"}}})
    token = sign(app_claims)

    await client.idp.introspect_access_token_local(token, AuthorizationCheck(resource_id="documents", action="read"))

    with pytest.raises(PermissionDeniedError, match="read:users"):
        await client.idp.introspect_access_token_local(
            token, AuthorizationCheck(resource_id="documents", action="write")
        )


async def test_an_app_token_of_another_organization_is_refused(
    b2b: B2BClient, app_claims: dict[str, Any], sign: Sign
) -> None:
    """The organization is compared before anything else, with an error type of its own."""
    token = sign({**app_claims, "https://stytch.com/organization": {"organization_id": "organization-a", "slug": "a"}})
    check = MemberCheck(organization_id="organization-b", resource_id="documents", action="read")

    with pytest.raises(TenancyError):
        await b2b.idp.introspect_access_token_local(token, check)

    assert (await b2b.idp.introspect_access_token_local(token)).organization_id == "organization-a"


@pytest.mark.parametrize("organization_id", ["no organization", "None", "organization-a"])
async def test_a_token_of_no_organization_belongs_to_none(
    b2b: B2BClient, app_claims: dict[str, Any], sign: Sign, organization_id: str
) -> None:
    """No text that is checked for stands for a missing organization."""
    check = MemberCheck(organization_id=organization_id, resource_id="documents", action="read")

    with pytest.raises(TenancyError, match="it belongs to no organization, not to"):
        await b2b.idp.introspect_access_token_local(sign(app_claims), check)


async def test_stytch_tells_the_type_of_a_token(client: Client, issued: tuple[str, str]) -> None:
    """The hint is only a hint: a wrong one changes nothing."""
    claims = await client.idp.introspect_token_network(*issued, token_type_hint="refresh_token")

    assert claims.token_type == "access_token"


async def test_the_type_may_be_unknown(client: Client, transport: Altered, app_claims: dict[str, Any]) -> None:
    """Where Stytch does not tell, nobody guesses."""
    transport.documents["/oauth2/introspect"] = {**app_claims, "active": True}

    claims = await client.idp.introspect_token_network("opaque", app_claims["client_id"])

    assert claims.token_type is None


@pytest.mark.parametrize("client_id", [5, [], {}], ids=repr)
async def test_the_client_of_an_app_token_is_a_text(
    client: Client, app_claims: dict[str, Any], sign: Sign, client_id: object
) -> None:
    """Anything else is malformed."""
    with pytest.raises(TokenError) as caught:
        await client.idp.introspect_access_token_local(sign({**app_claims, "client_id": client_id}))

    assert caught.value.reason is TokenReason.MALFORMED
