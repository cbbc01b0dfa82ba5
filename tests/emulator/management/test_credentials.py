from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client, ManagementClient
from stytch_async.emulator import Project, Workspace
from stytch_async.errors import AuthenticationError, ConfigurationError
from stytch_async.transports.interface import HTTPRequest
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Ask = Callable[..., Awaitable[tuple[int, str]]]
Place = dict[str, str]

UNKNOWN = "secret-test-00000000-0000-4000-8000-000000000000"


async def test_a_secret_is_shown_once(management: ManagementClient, shop: Place, workspace: Workspace) -> None:
    """Afterwards its end is told, and when it was made."""
    issued = (await management.secrets.create(**shop)).secret

    found = (await management.secrets.get(**shop, secret_id=issued.secret_id)).secret
    listed = (await management.secrets.get_all(**shop)).secrets

    assert (found.secret_id, found.last_four) == (issued.secret_id, issued.secret[-4:])
    assert (found.created_at, found.used_at) == (workspace.now, None)
    assert listed == [found]


async def test_a_secret_tells_when_it_was_used(
    management: ManagementClient, client: Client, shop: Place, workspace: Workspace
) -> None:
    """A later call is noted in the place of an earlier one."""
    workspace.clock.advance(minutes=5)

    await client.users.create(email="ada@example.com")

    assert (await management.secrets.get_all(**shop)).secrets[0].used_at == workspace.now


async def test_secrets_are_rotated_without_an_outage(
    management: ManagementClient, client: Client, transport: InMemoryTransport, project: Project, shop: Place
) -> None:
    """Both are good until the old one is deleted, and then the new one alone."""
    (old,) = (await management.secrets.get_all(**shop)).secrets
    new = (await management.secrets.create(**shop)).secret
    renewed = Client(project.project_id, new.secret, transport=transport)

    await client.users.create(email="ada@example.com")
    await renewed.users.create(email="grace@example.com")
    await management.secrets.delete(**shop, secret_id=old.secret_id)

    with pytest.raises(AuthenticationError, match="unauthorized_credentials"):
        await client.users.create(email="alan@example.com")
    await renewed.users.create(email="alan@example.com")
    assert len(project.users) == 3


async def test_unknown_secrets_are_refused(management: ManagementClient, refusal: Refusal, shop: Place) -> None:
    """One that was deleted is as unknown as one that never was."""
    issued = (await management.secrets.create(**shop)).secret
    await management.secrets.delete(**shop, secret_id=issued.secret_id)

    for secret_id, error in (
        (issued.secret_id, (404, "secret_not_found")),
        (UNKNOWN, (404, "secret_not_found")),
        ("secret-1", (400, "invalid_secret_id")),
    ):
        assert await refusal(management.secrets.get(**shop, secret_id=secret_id)) == error
        assert await refusal(management.secrets.delete(**shop, secret_id=secret_id)) == error


async def test_an_environment_has_fifty_secrets_and_tokens(
    management: ManagementClient, refusal: Refusal, shop: Place
) -> None:
    """One more is refused; a public token is there from the beginning."""
    for _ in range(50):
        await management.secrets.create(**shop)
    for _ in range(49):
        await management.public_tokens.create(**shop)

    assert await refusal(management.secrets.create(**shop)) == (400, "too_many_secrets")
    assert await refusal(management.public_tokens.create(**shop)) == (400, "too_many_public_tokens")


async def test_a_public_token_opens_the_pages_for_browsers_until_it_is_deleted(
    management: ManagementClient, client: Client, transport: InMemoryTransport, project: Project, shop: Place
) -> None:
    """Its successor then does."""
    (old,) = (await management.public_tokens.get_all(**shop)).public_tokens
    start = client.oauth.start_url("google")
    new = (await management.public_tokens.create(**shop)).public_token
    found = await management.public_tokens.get(**shop, public_token=new.public_token)

    before = await transport.send(_get(start))
    await management.public_tokens.delete(**shop, public_token=old.public_token)
    after = await transport.send(_get(start))
    renewed = await transport.send(_get(start.replace(old.public_token, new.public_token)))

    assert found.public_token == new
    assert (before.status, after.status, renewed.status) == (200, 404, 200)
    assert project.public_token == new.public_token


async def test_the_last_public_token_stays(management: ManagementClient, refusal: Refusal, shop: Place) -> None:
    """An unknown one is not found."""
    (only,) = (await management.public_tokens.get_all(**shop)).public_tokens
    unknown = "public-token-test-1"

    last = await refusal(management.public_tokens.delete(**shop, public_token=only.public_token))

    assert last == (400, "unable_to_delete_last_public_token")
    assert await refusal(management.public_tokens.delete(**shop, public_token=unknown)) == (
        404,
        "public_token_not_found",
    )
    assert await refusal(management.public_tokens.get(**shop, public_token=unknown)) == (404, "public_token_not_found")


async def test_keys_of_the_workspace_come_and_go(
    workspace: Workspace, transport: InMemoryTransport, refusal: Refusal
) -> None:
    """A new one is good beside the first, and a revoked one is refused."""
    first = ManagementClient(*workspace.key, transport=transport)
    second = ManagementClient(*workspace.new_key(), transport=transport)
    await second.projects.get_all()
    workspace.revoke_key(workspace.key[0])

    assert await refusal(first.projects.get_all()) == (401, "unauthorized_credentials")
    assert (await second.projects.get_all()).projects == []


async def test_credentials_are_good_for_one_api(
    management: ManagementClient, ask: Ask, workspace: Workspace, project: Project, shop: Place
) -> None:
    """A key does not open a project, a project's secret does not open the Management API."""
    secret = (await management.secrets.create(**shop)).secret.secret
    key_id, key_secret = workspace.key

    assert await ask("GET", "/v1/users/x", credentials=workspace.key) == (400, "invalid_project_id_authentication")
    assert await ask("GET", "/v1/users/x", credentials=(project.project_id, key_secret)) == (
        400,
        "invalid_secret_authentication",
    )
    assert await ask("GET", "/pwa/v3/projects", credentials=(project.project_id, secret)) == (
        401,
        "unauthorized_credentials",
    )
    assert await ask("GET", "/pwa/v3/projects", credentials=(key_id, "wrong")) == (401, "unauthorized_credentials")
    assert await ask("GET", "/pwa/v3/projects", credentials=None) == (400, "invalid_authorization_header")
    assert await ask("GET", "/pwa/v3/nothing") == (404, "route_not_found")


async def test_what_belongs_to_no_environment_is_refused(ask: Ask, project: Project) -> None:
    """A secret that was never issued, a project that is not there, a token that nobody has."""
    credentials = (project.project_id, "secret-test-made-up")
    stranger = ("project-test-stranger", "secret-test-made-up")

    assert await ask("GET", "/v1/users/x", credentials=credentials) == (401, "unauthorized_credentials")
    assert await ask("GET", "/v1/users/x", credentials=stranger) == (401, "unauthorized_credentials")
    assert await ask("GET", "/v1/sessions/jwks/project-test-stranger", credentials=None) == (404, "project_not_found")
    assert await ask("GET", "/v1/public/oauth/google/start?public_token=public-token-live-1") == (
        404,
        "public_token_not_found",
    )


async def test_an_environment_has_a_vertical(
    ask: Ask, management: ManagementClient, project: Project, shop: Place
) -> None:
    """A Consumer environment has no organizations."""
    secret = (await management.secrets.create(**shop)).secret.secret

    found = await ask("POST", "/v1/b2b/organizations", {}, (project.project_id, secret))

    assert found == (400, "invalid_b2b_endpoint")


async def test_a_workspace_is_no_project(transport: InMemoryTransport, refusal: Refusal) -> None:
    """A client needs credentials, and a test an environment."""
    nobody = Client(transport=transport)

    assert await refusal(nobody.users.create(email="ada@example.com")) == (401, "unauthorized_credentials")
    with pytest.raises(ConfigurationError, match=r"Workspace\.environment"):
        transport.add_user("ada@example.com")


def test_what_is_secret_is_in_no_repr(workspace: Workspace, project: Project) -> None:
    """Neither keys nor tokens are shown."""
    shown = f"{workspace!r} {[*workspace.environments()]} {project!r}"

    assert workspace.key[1] not in shown
    assert project.public_token not in shown


def _get(url: str) -> HTTPRequest:
    return HTTPRequest("GET", url, {}, None, None)
