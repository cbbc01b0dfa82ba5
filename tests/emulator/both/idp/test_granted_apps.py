"""The apps that people have authorized, and how that ends."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.members import MemberConnectedApp
from stytch_async.schemas.consumer.users import UserConnectedApp
from tests.emulator.both.idp.conftest import App, Somebody

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


async def apps_of(somebody: Somebody) -> list[MemberConnectedApp] | list[UserConnectedApp]:
    """List the apps that somebody has authorized."""
    if isinstance(somebody.stytch, B2BClient):
        return (await somebody.stytch.organizations.members.get_connected_apps(**somebody.ids)).connected_apps
    return (await somebody.stytch.users.connected_apps(**somebody.ids)).connected_apps


async def revoke(somebody: Somebody, app: App) -> None:
    """Take back what somebody allows an app."""
    named = {**somebody.ids, "connected_app_id": app.client_id}
    if isinstance(somebody.stytch, B2BClient):
        await somebody.stytch.organizations.members.connected_apps.revoke(**named)
    else:
        await somebody.stytch.users.revoke(**named)


async def delete(somebody: Somebody) -> None:
    """Delete somebody."""
    if isinstance(somebody.stytch, B2BClient):
        await somebody.stytch.organizations.members.delete(**somebody.ids)
    else:
        await somebody.stytch.users.delete(**somebody.ids)


async def delete_app(somebody: Somebody, app: App) -> None:
    """Delete the app."""
    await somebody.stytch.connected_app.clients.delete(client_id=app.client_id)


async def test_an_app_is_listed_with_what_it_was_granted_last(somebody: Somebody, app: App) -> None:
    """From the consent on, whether or not the code was redeemed."""
    await somebody.answer(app, "openid email")
    await somebody.answer(app, "openid")

    (listed,) = await apps_of(somebody)

    assert (listed.connected_app_id, listed.name, listed.client_type) == (app.client_id, "Notes", "third_party")
    assert (listed.scopes_granted, listed.description, listed.logo_url) == ("openid", "", None)


async def test_a_revoked_app_has_to_ask_again(somebody: Somebody, app: App, refusal: Refusal) -> None:
    """All that it had ends, and stays ended when it is authorized anew."""
    tokens = await somebody.log_in(app, "openid offline_access")
    code = (await somebody.answer(app)).authorization_code

    await revoke(somebody, app)

    assert await apps_of(somebody) == []
    assert (await somebody.start(app)).consent_required
    anew = await somebody.log_in(app)
    active = [await somebody.is_active(app, one) for one in (tokens.access_token, tokens.refresh_token)]
    assert (active, await somebody.is_active(app, anew.access_token)) == ([False, False], True)
    spent = [await refusal(call) for call in (somebody.refresh(app, tokens.refresh_token), somebody.redeem(app, code))]
    assert spent == [(400, "invalid_grant")] * 2


async def test_only_what_was_authorized_can_be_revoked(somebody: Somebody, app: App, refusal: Refusal) -> None:
    """And only once."""
    never = await refusal(revoke(somebody, app))
    await somebody.answer(app)
    await revoke(somebody, app)

    assert (never, await refusal(revoke(somebody, app))) == ((404, "connected_app_not_found"),) * 2


async def test_nobody_acts_for_those_who_are_gone(somebody: Somebody, app: App, refusal: Refusal) -> None:
    """The tokens of a deleted user or member end."""
    tokens = await somebody.log_in(app, "openid offline_access")

    await delete(somebody)

    active = [await somebody.is_active(app, one) for one in (tokens.access_token, tokens.refresh_token)]
    assert active == [False, False]
    assert await refusal(somebody.refresh(app, tokens.refresh_token)) == (400, "invalid_grant")


async def test_a_deleted_app_is_authorized_by_nobody(
    somebody: Somebody, app: App, project: Project, refusal: Refusal
) -> None:
    """It is listed no longer, and cannot use its tokens."""
    tokens = await somebody.log_in(app, "openid offline_access")

    await delete_app(somebody, app)

    assert (await apps_of(somebody), [*project.grants]) == ([], [])
    assert await refusal(somebody.refresh(app, tokens.refresh_token)) == (401, "invalid_client")


async def test_an_app_outlives_the_session(somebody: Somebody, app: App) -> None:
    """The end of the session that it was authorized with does not concern its tokens."""
    tokens = await somebody.log_in(app, "openid offline_access")

    await somebody.stytch.sessions.revoke(session_token=somebody.session_token)

    assert await somebody.is_active(app, tokens.access_token)
    assert (await somebody.refresh(app, tokens.refresh_token)).scope == "openid offline_access"


@pytest.mark.parametrize("somebody", ["member"], indirect=True)
async def test_an_organization_sees_who_uses_an_app(
    somebody: Somebody, app: App, b2b: B2BClient, refusal: Refusal
) -> None:
    """Each app once, with all who have authorized it."""
    place = somebody.ids["organization_id"]
    other = await b2b.organizations.members.create(organization_id=place, email_address="grace@example.com")
    await somebody.answer(app, "openid email")
    await somebody.answer(app, session_token=None, organization_id=place, member_id=other.member_id)
    unused = await somebody.make_app()

    listed = await b2b.organizations.connected_apps(organization_id=place)
    shown = await b2b.organizations.get_connected_app(organization_id=place, connected_app_id=app.client_id)

    assert [one.connected_app_id for one in listed.connected_apps] == [app.client_id]
    granted = {one.member_id: one.granted_scopes for one in shown.active_members}
    assert granted == {somebody.id: ["openid", "email"], other.member_id: ["openid"]}
    missing = b2b.organizations.get_connected_app(organization_id=place, connected_app_id=unused.client_id)
    assert await refusal(missing) == (404, "connected_app_not_found")


@pytest.mark.parametrize("somebody", ["member"], indirect=True)
@pytest.mark.parametrize(
    ("settings", "left"),
    [
        ({"organization_name": "Looms"}, 2),
        ({"third_party_connected_apps_allowed_type": "NOT_ALLOWED"}, 1),
        ({"first_party_connected_apps_allowed_type": "RESTRICTED"}, 1),
    ],
)
async def test_an_organization_uninstalls_what_it_does_not_allow(
    somebody: Somebody, app: App, b2b: B2BClient, settings: dict[str, Any], left: int
) -> None:
    """At once; any other change lets them be."""
    ours = await somebody.make_app("first_party")
    tokens = {one.client_id: await somebody.log_in(one) for one in (app, ours)}

    await b2b.organizations.update(organization_id=somebody.ids["organization_id"], **settings)

    active = [await somebody.is_active(one, tokens[one.client_id].access_token) for one in (app, ours)]
    assert (len(await apps_of(somebody)), sum(active)) == (left, left)


async def test_strangers_have_no_apps(client: Client, refusal: Refusal) -> None:
    """Whoever is not known cannot be asked about."""
    found = await refusal(client.users.connected_apps(user_id="user-test-00000000-0000-4000-8000-000000000000"))

    assert found == (404, "user_not_found")
