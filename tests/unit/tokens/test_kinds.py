"""Whose token it is: each verification takes one kind."""

from collections.abc import Callable
from typing import Any

import pytest

from stytch_async import B2BClient, Client, TokenError, TokenReason

Sign = Callable[[dict[str, Any]], str]

ORGANIZATION = {"https://stytch.com/organization": {"organization_id": "organization-test-1", "slug": "one"}}
MEMBER = "member-test-00000000-0000-4000-8000-000000000001"


@pytest.mark.parametrize("change", [{"sub": MEMBER}, ORGANIZATION, {"sub": MEMBER, **ORGANIZATION}], ids=str)
async def test_a_members_session_is_not_a_users(
    client: Client, claims: dict[str, Any], sign: Sign, change: dict[str, Any]
) -> None:
    """A Consumer client would take the member's id for a user's."""
    with pytest.raises(TokenError, match="member's session") as caught:
        await client.sessions.authenticate_jwt_local(sign({**claims, **change}))

    assert caught.value.reason is TokenReason.WRONG_KIND


async def test_a_users_session_is_not_a_members(b2b: B2BClient, claims: dict[str, Any], sign: Sign) -> None:
    """It belongs to no organization."""
    with pytest.raises(TokenError, match="user's session") as caught:
        await b2b.sessions.authenticate_jwt_local(sign(claims))

    assert caught.value.reason is TokenReason.WRONG_KIND


@pytest.mark.parametrize("change", [{"sub": MEMBER}, {"sub": "user-live-1"}, ORGANIZATION], ids=str)
async def test_a_persons_token_is_not_a_machines(
    client: Client, machine_claims: dict[str, Any], sign: Sign, change: dict[str, Any]
) -> None:
    """Even where it names no app: scopes that a person has granted are not those of a machine."""
    with pytest.raises(TokenError) as caught:
        await client.m2m.authenticate_token(sign({**machine_claims, **change}))

    assert caught.value.reason is TokenReason.WRONG_KIND


@pytest.mark.parametrize("client_id", ["m2m-client-test-1", "user-importer", "the-night-shift"])
async def test_a_machine_may_have_any_name(
    client: Client, machine_claims: dict[str, Any], sign: Sign, client_id: str
) -> None:
    """The id of a machine may be chosen by the project."""
    verified = await client.m2m.authenticate_token(sign({**machine_claims, "sub": client_id, "client_id": client_id}))

    assert verified.client_id == client_id


async def test_a_members_app_token_may_name_no_app(client: Client, app_claims: dict[str, Any], sign: Sign) -> None:
    """It is a person's token all the same, and its audience is the caller's own to change."""
    del app_claims["client_id"]
    token = sign(app_claims)
    first = await client.idp.introspect_access_token_local(token)
    first.audience.clear()

    second = await client.idp.introspect_access_token_local(token)

    assert (second.client_id, second.token_type) == (None, "access_token")
    assert second.audience == app_claims["aud"]
