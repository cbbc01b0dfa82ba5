import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.emulator.state.project import Vertical
from stytch_async.transports.memory import InMemoryTransport


async def test_credentials_tell_their_project(client: Client, b2b: B2BClient, project: Project) -> None:
    """Its id, and the name that it has in the dashboard."""
    project.settings.project_name = "Analytical Engines"

    found = [await client.debug.whoami(), await b2b.debug.whoami()]

    assert {(one.project_id, one.name) for one in found} == {(project.project_id, "Analytical Engines")}


async def test_metrics_count_what_is_stored(client: Client, b2b: B2BClient, transport: InMemoryTransport) -> None:
    """A project that is for both kinds counts all there is."""
    transport.add_user("ada@example.com")
    organization = transport.add_organization("Analytical Engines")
    transport.add_member(organization, "ada@example.com")
    transport.add_member(organization, "grace@example.com")
    await client.m2m.clients.create(scopes=[])

    found = await b2b.project.metrics()

    assert {metric.metric_type: metric.count for metric in found.metrics} == {
        "USER_COUNT": 1,
        "ORGANIZATION_COUNT": 1,
        "MEMBER_COUNT": 2,
        "M2M_CLIENT_COUNT": 1,
    }


@pytest.mark.parametrize(
    ("vertical", "counted"),
    [
        ("consumer", ["USER_COUNT", "M2M_CLIENT_COUNT"]),
        ("b2b", ["ORGANIZATION_COUNT", "MEMBER_COUNT", "M2M_CLIENT_COUNT"]),
    ],
)
async def test_project_counts_what_it_can_hold(
    client: Client, project: Project, vertical: Vertical, counted: list[str]
) -> None:
    """A Consumer project has no members, and a B2B project no users."""
    project.vertical = vertical

    found = await client.project.metrics()

    assert (found.project_id, [metric.metric_type for metric in found.metrics]) == (project.project_id, counted)
