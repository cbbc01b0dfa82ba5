from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client, ManagementClient
from stytch_async.emulator import Workspace
from stytch_async.emulator.state.workspace import ManagedProject

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Place = dict[str, str]


async def test_a_project_begins_with_two_environments(management: ManagementClient, workspace: Workspace) -> None:
    """One is live, the other for tests; ids tell which is which."""
    created = await management.projects.create(name="Shop", project_slug="shop", vertical="CONSUMER")

    found = (await management.environments.get_all(project_slug="shop")).environments
    assert (created.project.project_slug, created.project.vertical) == ("shop", "CONSUMER")
    assert created.project.created_at == workspace.now
    assert [(one.environment_slug, one.type) for one in found] == [("production", "LIVE"), ("test", "TEST")]
    assert [one.project_id.split("-")[1] for one in found] == ["live", "test"]


async def test_a_slug_is_made_up(management: ManagementClient) -> None:
    """Two projects may bear one name, and get slugs of their own."""
    slugs = [(await management.projects.create(name="Shop", vertical="B2B")).project.project_slug for _ in range(2)]

    listed = (await management.projects.get_all()).projects
    assert len({*slugs}) == 2
    assert [(one.project_slug, one.vertical) for one in listed] == [(slug, "B2B") for slug in slugs]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"name": " ", "vertical": "B2B"}, "invalid_project_name"),
        ({"name": "Shop"}, "bad_request"),
        ({"name": "Shop", "vertical": "ALL"}, "bad_request"),
        ({"name": "Shop", "vertical": "B2B", "project_slug": "shop"}, "bad_request"),
        ({"name": "Shop", "vertical": "B2B", "project_slug": "My Shop"}, "bad_request"),
    ],
)
@pytest.mark.usefixtures("shop")
async def test_what_cannot_be_a_project_is_refused(
    management: ManagementClient, refusal: Refusal, arguments: dict[str, str], error: str
) -> None:
    """A project has a name, a vertical, and a slug that nobody else has."""
    assert await refusal(management.projects.create(**arguments)) == (400, error)


async def test_a_workspace_holds_fifty_projects(
    management: ManagementClient, workspace: Workspace, refusal: Refusal
) -> None:
    """One more is refused."""
    for number in range(50):
        row = ManagedProject(slug=f"{number}", name="Shop", vertical="consumer", created_at=workspace.now)
        workspace.projects.save(row)

    found = await refusal(management.projects.create(name="Shop", vertical="CONSUMER"))

    assert found == (400, "too_many_projects")


async def test_a_project_is_renamed(
    management: ManagementClient, refusal: Refusal, workspace: Workspace, shop: Place
) -> None:
    """Its slug stays, and its environments bear the new name."""
    updated = await management.projects.update(project_slug="shop", name="Store")
    same = await management.projects.update(project_slug="shop")
    empty = await refusal(management.projects.update(project_slug="shop", name=""))

    found = await management.projects.get(project_slug="shop")
    assert found.project == updated.project == same.project
    assert (found.project.project_slug, found.project.name) == ("shop", "Store")
    assert workspace.environment(**shop).settings.project_name == "Store"
    assert empty == (400, "invalid_project_name")


@pytest.mark.usefixtures("office")
async def test_a_deleted_project_is_gone_with_its_environments(
    management: ManagementClient, client: Client, refusal: Refusal
) -> None:
    """Its credentials open nothing, and other projects stay."""
    await management.projects.delete(project_slug="shop")

    assert await refusal(client.users.create(email="ada@example.com")) == (401, "unauthorized_credentials")
    assert [one.project_slug for one in (await management.projects.get_all()).projects] == ["office"]


async def test_an_unknown_project_is_not_found(management: ManagementClient, refusal: Refusal) -> None:
    """Whatever is asked of it."""
    found = [
        await refusal(call)
        for call in (
            management.projects.get(project_slug="nowhere"),
            management.projects.update(project_slug="nowhere", name="Shop"),
            management.projects.delete(project_slug="nowhere"),
            management.environments.create(project_slug="nowhere", name="Staging"),
            management.environments.get_all(project_slug="nowhere"),
            management.email_templates.get_all(project_slug="nowhere"),
            management.secrets.create(project_slug="nowhere", environment_slug="test"),
        )
    ]

    assert set(found) == {(404, "project_not_found")}
