import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.schemas.both.connected_app import ConnectedAppWithClientSecret
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

LIVE = "project-live-00000000-0000-4000-8000-000000000000"


@pytest.fixture(params=["consumer", "b2b"])
def stytch(request: pytest.FixtureRequest, client: Client, b2b: B2BClient) -> Client | B2BClient:
    """Return a client of either kind of project: both share the rules."""
    return client if request.param == "consumer" else b2b


@pytest.fixture
async def app(stytch: Client | B2BClient) -> ConnectedAppWithClientSecret:
    """Return an app with a secret."""
    created = await stytch.connected_app.clients.create(
        client_type="third_party", client_name="Notes", redirect_urls=["https://notes.example.com/callback"]
    )
    return created.connected_app


async def test_app_shows_its_secret_once(stytch: Client | B2BClient, app: ConnectedAppWithClientSecret) -> None:
    """Later only its end is seen; what was not said has its default."""
    shown = (await stytch.connected_app.clients.get(client_id=app.client_id)).connected_app

    assert app.client_secret is not None
    assert shown.client_secret_last_four == app.client_secret[-4:]
    assert (shown.client_name, shown.client_type, shown.status) == ("Notes", "third_party", "active")
    assert (shown.redirect_urls, shown.access_token_expiry_minutes) == (["https://notes.example.com/callback"], 60)


@pytest.mark.parametrize("client_type", ["first_party_public", "third_party_public"])
async def test_public_app_has_no_secret(client: Client, client_type: str, refusal: Refusal) -> None:
    """Where no secret is safe there is none, and none to rotate."""
    app = (await client.connected_app.clients.create(client_type=client_type)).connected_app
    secrets = client.connected_app.clients.secrets
    calls = (secrets.rotate_start, secrets.rotate_cancel, secrets.rotate)

    found = [await refusal(call(client_id=app.client_id)) for call in calls]

    assert (app.client_secret, app.client_secret_last_four) == (None, None)
    assert found == [(400, "public_connected_apps_do_not_have_secrets")] * 3


async def test_update_changes_what_it_names(stytch: Client | B2BClient, app: ConnectedAppWithClientSecret) -> None:
    """What is left out stays."""
    updated = await stytch.connected_app.clients.update(
        client_id=app.client_id, client_name="Sketches", access_token_expiry_minutes=5
    )

    shown = updated.connected_app
    assert (shown.client_name, shown.access_token_expiry_minutes) == ("Sketches", 5)
    assert (shown.redirect_urls, shown.client_type) == (app.redirect_urls, app.client_type)


@pytest.mark.parametrize(
    ("settings", "error_type"),
    [
        ({"redirect_urls": ["notes.example.com"]}, "connected_app_redirect_url_must_include_scheme"),
        ({"redirect_urls": ["notes://callback"]}, "connected_app_redirect_url_must_use_http_or_https_scheme"),
        ({"redirect_urls": ["https://"]}, "connected_app_invalid_redirect_url"),
        ({"redirect_urls": ["https://[::1"]}, "connected_app_invalid_redirect_url"),
        (
            {"post_logout_redirect_urls": ["http://notes.example.com"]},
            "connected_app_redirect_url_http_scheme_must_use_loopback",
        ),
        ({"access_token_expiry_minutes": 0}, "idp_invalid_access_token_expiry_minutes"),
        ({"access_token_custom_audience": "two words"}, "idp_invalid_access_token_custom_audience"),
        ({"access_token_template_content": "{"}, "idp_invalid_access_token_jwt_template"),
        ({"access_token_template_content": "[]"}, "idp_invalid_access_token_jwt_template"),
        ({"full_access_allowed": True}, "third_party_clients_cannot_use_full_access"),
        ({"bypass_consent_for_offline_access": True}, "third_party_clients_require_consent_for_offline_access"),
    ],
)
async def test_settings_that_cannot_be_are_refused(
    stytch: Client | B2BClient,
    app: ConnectedAppWithClientSecret,
    refusal: Refusal,
    settings: dict[str, Any],
    error_type: str,
) -> None:
    """Whether an app is made with them or gets them later."""
    clients = stytch.connected_app.clients

    made = await refusal(clients.create(client_type="third_party", **settings))
    changed = await refusal(clients.update(client_id=app.client_id, client_name="Sketches", **settings))

    assert (made, changed) == ((400, error_type), (400, error_type))


@pytest.mark.parametrize(
    "url", ["http://localhost:3000/", "http://127.0.0.1/", "http://[::1]:80/", "https://a.example"]
)
async def test_apps_may_be_on_the_same_machine(client: Client, url: str) -> None:
    """A test project takes URLs without encryption that leave nobody's machine."""
    created = await client.connected_app.clients.create(client_type="first_party", redirect_urls=[url])

    assert created.connected_app.redirect_urls == [url]


async def test_live_app_is_not_on_localhost(refusal: Refusal) -> None:
    """A live project takes loopback addresses, but not by that name."""
    transport = InMemoryTransport(Project(project_id=LIVE))
    async with Client(LIVE, "secret-live-00000000000000000000000000000000000=", transport=transport) as live:
        clients = live.connected_app.clients

        found = await refusal(clients.create(client_type="first_party", redirect_urls=["http://localhost/"]))

        created = await clients.create(client_type="first_party", redirect_urls=["http://127.0.0.1/"])
    assert found == (400, "connected_app_redirect_url_cannot_use_localhost")
    assert created.connected_app.client_id.startswith("connected-app-live-")


async def test_unknown_type_is_refused(stytch: Client | B2BClient, refusal: Refusal) -> None:
    """An app is of the first or third party."""
    found = await refusal(stytch.connected_app.clients.create(client_type="second_party"))

    assert found == (400, "invalid_connected_app_type")


async def test_deleted_app_is_unknown(
    stytch: Client | B2BClient, app: ConnectedAppWithClientSecret, refusal: Refusal
) -> None:
    """Each call that names it says so, the second deletion included."""
    clients = stytch.connected_app.clients
    calls = (
        *(clients.delete, clients.get, clients.update),
        *(clients.secrets.rotate_start, clients.secrets.rotate_cancel, clients.secrets.rotate),
    )

    deleted = await clients.delete(client_id=app.client_id)

    found = [await refusal(call(client_id=app.client_id)) for call in calls]
    assert deleted.client_id == app.client_id
    assert found == [(404, "connected_app_not_found")] * len(calls)


async def test_apps_are_listed_by_the_page(stytch: Client | B2BClient, refusal: Refusal) -> None:
    """Each app stands on one page, and a cursor of somebody's own making is refused."""
    create = stytch.connected_app.clients.create
    made = await asyncio.gather(*(create(client_type="first_party") for _ in range(3)))

    found = [app.client_id async for app in stytch.connected_app.clients.search_all(limit=2)]

    assert sorted(found) == sorted(one.connected_app.client_id for one in made)
    assert await refusal(stytch.connected_app.clients.search(cursor="mine")) == (400, "bad_request")


async def test_rotation_puts_the_next_secret_in_force(
    stytch: Client | B2BClient, app: ConnectedAppWithClientSecret
) -> None:
    """The first stops working when the rotation ends."""
    secrets = stytch.connected_app.clients.secrets
    started = (await secrets.rotate_start(client_id=app.client_id)).connected_app

    rotated = (await secrets.rotate(client_id=app.client_id)).connected_app

    assert started.client_secret_last_four == app.client_secret_last_four
    assert started.next_client_secret_last_four == started.next_client_secret[-4:]
    assert rotated.client_secret_last_four == started.next_client_secret[-4:]
    assert rotated.next_client_secret_last_four is None


async def test_cancelled_rotation_keeps_the_first_secret(
    stytch: Client | B2BClient, app: ConnectedAppWithClientSecret, refusal: Refusal
) -> None:
    """Only one rotation is under way at a time, and only one that is can be ended."""
    secrets = stytch.connected_app.clients.secrets
    await secrets.rotate_start(client_id=app.client_id)
    again = await refusal(secrets.rotate_start(client_id=app.client_id))

    cancelled = (await secrets.rotate_cancel(client_id=app.client_id)).connected_app

    idle = [await refusal(call(client_id=app.client_id)) for call in (secrets.rotate_cancel, secrets.rotate)]
    assert again == (400, "connected_app_already_rotating_secret")
    assert cancelled.client_secret_last_four == app.client_secret_last_four
    assert cancelled.next_client_secret_last_four is None
    assert idle == [(400, "connected_app_not_rotating_secret")] * 2
