from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import B2BClient, Client, ManagementClient
from stytch_async.emulator import Project, Workspace

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Ask = Callable[..., Awaitable[tuple[int, str]]]
Place = dict[str, str]

PASSWORD = "a long and quiet river"


async def test_an_environment_is_added(management: ManagementClient, shop: Place) -> None:
    """It is for tests, begins with the usual settings, and comes after the older ones."""
    created = await management.environments.create(project_slug="shop", name="Staging", environment_slug="staging")

    found = await management.environments.get_all(project_slug="shop")
    fresh = (await management.environments.get(**shop)).environment
    new = created.environment
    assert (new.name, new.type, new.user_lock_threshold, new.user_lock_ttl) == ("Staging", "TEST", 10, 3600)
    assert [one.environment_slug for one in found.environments] == ["production", "test", "staging"]
    assert new.project_id != fresh.project_id
    assert new.oauth_callback_id != fresh.oauth_callback_id


@pytest.mark.parametrize(
    "arguments",
    [{"type": "LIVE"}, {"type": "STAGING"}, {"environment_slug": "test"}, {"environment_slug": "_"}, {"name": " "}],
)
@pytest.mark.usefixtures("shop")
async def test_what_cannot_be_an_environment_is_refused(
    management: ManagementClient, refusal: Refusal, arguments: dict[str, str]
) -> None:
    """A project has one live environment, and each has a name and a slug of its own."""
    call = management.environments.create(**{"project_slug": "shop", "name": "Staging", **arguments})

    assert await refusal(call) == (400, "bad_request")


async def test_what_is_left_out_stays(management: ManagementClient, project: Project, shop: Place) -> None:
    """A change of one setting is no change of another."""
    await management.environments.update(**shop, user_lock_threshold=3, zero_downtime_session_migration_url="https://x")

    updated = await management.environments.update(**shop, name="Trial", user_impersonation_enabled=True)

    found = (await management.environments.get(**shop)).environment
    assert found == updated.environment
    assert (found.name, found.user_lock_threshold, found.user_impersonation_enabled) == ("Trial", 3, True)
    assert project.settings.zero_downtime_session_migration_url == "https://x"


@pytest.mark.parametrize(
    ("setting", "value", "error"),
    [
        ("user_lock_threshold", 0, "invalid_user_lock_threshold"),
        ("user_lock_threshold", 101, "invalid_user_lock_threshold"),
        ("user_lock_ttl", 299, "invalid_user_lock_ttl"),
        ("user_lock_ttl", 604_801, "invalid_user_lock_ttl"),
        ("name", "", "bad_request"),
        (
            "idp_dynamic_client_registration_access_token_template_content",
            "[]",
            "idp_invalid_access_token_jwt_template",
        ),
    ],
)
@pytest.mark.usefixtures("shop")
async def test_locks_have_bounds(ask: Ask, setting: str, value: object, error: str) -> None:
    """They are the same for a new environment and for a change."""
    path = "/pwa/v3/projects/shop/environments"

    created = await ask("POST", path, {"name": "Staging", setting: value})
    updated = await ask("PATCH", f"{path}/test", {setting: value})

    assert created == updated == (400, error)


async def test_locks_hold_as_long_as_they_are_set_to(
    management: ManagementClient, client: Client, project: Project, refusal: Refusal, shop: Place
) -> None:
    """The second wrong password locks a user for five minutes, and for a later user it takes ten again."""
    await client.passwords.create(email="ada@example.com", password=PASSWORD)
    await management.environments.update(**shop, user_lock_threshold=2, user_lock_ttl=300)

    wrong = [
        await refusal(client.passwords.authenticate(email="ada@example.com", password=text))
        for text in ("wrong", "wrong", PASSWORD)
    ]
    project.clock.advance(minutes=5)
    await management.environments.update(**shop, user_lock_threshold=10)
    later = [await refusal(client.passwords.authenticate(email="ada@example.com", password="wrong")) for _ in range(3)]

    assert [kind for _, kind in wrong] == [*["unauthorized_credentials"] * 2, "user_lock_limit_reached"]
    assert {kind for _, kind in later} == {"unauthorized_credentials"}


async def test_passwords_are_shared_where_that_is_set(
    management: ManagementClient, b2b: B2BClient, refusal: Refusal, office: Place
) -> None:
    """Discovery by password works then, and only then."""
    attempt = {"email_address": "ada@example.com", "password": PASSWORD}
    before = await refusal(b2b.passwords.discovery.authenticate(**attempt))
    await management.environments.update(**office, cross_org_passwords_enabled=True)
    while_set = await refusal(b2b.passwords.discovery.authenticate(**attempt))
    await management.environments.update(**office, cross_org_passwords_enabled=False)

    after = await refusal(b2b.passwords.discovery.authenticate(**attempt))

    assert before == after == (400, "cross_org_passwords_not_enabled")
    assert while_set == (404, "member_not_found")


async def test_passwords_are_not_shared_or_parted_once_there_are_some(
    management: ManagementClient, b2b: B2BClient, workspace: Workspace, refusal: Refusal, office: Place
) -> None:
    """The present value may be sent again."""
    made = (await b2b.organizations.create(organization_name="Engines")).organization
    await b2b.passwords.migrate(
        organization_id=made.organization_id,
        email_address="ada@example.com",
        hash="$2b$12$ZNskqYXhq8Ibl7mc5CyXzuQZfFPOgPvcbfbcPcr5eGAdpxEkfUA9G",
        hash_type="bcrypt",
    )

    toggled = await refusal(management.environments.update(**office, cross_org_passwords_enabled=True))
    await management.environments.update(**office, cross_org_passwords_enabled=False)

    assert toggled == (400, "cannot_toggle_cross_org_passwords_when_password_in_use")
    assert not workspace.environment(**office).settings.cross_org_passwords_enabled


async def test_sessions_are_migrated_from_where_that_is_set(
    management: ManagementClient, client: Client, project: Project, refusal: Refusal, shop: Place
) -> None:
    """The project asks the UserInfo endpoint, and nobody once there is none."""
    await client.users.create(email="ada@example.com")
    project.web.serve(
        "https://old.example.com/me", lambda fetch: '{"email": "ada@example.com"}' if fetch.bearer == "old" else "?"
    )
    await management.environments.update(**shop, zero_downtime_session_migration_url="https://old.example.com/me")

    login = await client.sessions.migrate(session_token="old", session_duration_minutes=60)
    unknown = await refusal(client.sessions.migrate(session_token="new", session_duration_minutes=60))
    await management.environments.update(**shop, zero_downtime_session_migration_url="")
    unset = await refusal(client.sessions.migrate(session_token="old", session_duration_minutes=60))

    assert login.user.emails[0].email == "ada@example.com"
    assert unknown == unset == (400, "migrate_from_external_unexpected_response")


async def test_an_environment_is_deleted(
    management: ManagementClient, client: Client, refusal: Refusal, shop: Place, live: Place
) -> None:
    """Its credentials open nothing; the live one goes with its project only."""
    await management.environments.delete(**shop)

    found = await refusal(management.environments.get(**shop))
    kept = await refusal(management.environments.delete(**live))

    assert found == (404, "environment_not_found")
    assert kept == (400, "bad_request")
    assert await refusal(client.users.create(email="ada@example.com")) == (401, "unauthorized_credentials")


async def test_metrics_count_what_is_there(
    management: ManagementClient, client: Client, b2b: B2BClient, shop: Place, office: Place
) -> None:
    """What is deleted or inactive is left out."""
    await client.users.create(email="ada@example.com")
    machine = (await client.m2m.clients.create(scopes=[])).m2m_client
    await client.m2m.clients.create(scopes=[])
    await client.m2m.clients.update(client_id=machine.client_id, status="inactive")
    made = (await b2b.organizations.create(organization_name="Engines")).organization
    for email in ("ada@example.com", "grace@example.com"):
        added = await b2b.organizations.members.create(organization_id=made.organization_id, email_address=email)
    await b2b.organizations.members.delete(organization_id=made.organization_id, member_id=added.member_id)

    consumer = (await management.environments.get_metrics(**shop)).metrics
    business = (await management.environments.get_metrics(**office)).metrics

    assert (consumer.user_count, consumer.m2m_client_count, consumer.member_count) == (1, 1, 0)
    assert (business.organization_count, business.member_count, business.user_count) == (1, 1, 0)
