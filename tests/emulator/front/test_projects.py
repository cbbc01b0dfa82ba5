"""Several projects behind one transport or one port: credentials choose, and a path may not disagree."""

from collections.abc import Awaitable, Callable

import aiohttp
import pytest

from stytch_async import AuthenticationError, B2BClient, Client, HTTPRequest, InMemoryTransport
from stytch_async.emulator import Project
from stytch_async.emulator.server import start

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

ONE = ("project-test-1", "secret-test-1")
TWO = ("project-test-2", "secret-test-2")
TOKEN = "https://test.stytch.com/v1/public/{}/oauth2/token"


@pytest.fixture
def projects() -> list[Project]:
    """Return two projects."""
    return [Project(project_id=project_id, secret=secret) for project_id, secret in (ONE, TWO)]


async def test_credentials_choose_the_project(projects: list[Project]) -> None:
    """What one client does is seen by its own project only."""
    transport = InMemoryTransport(*projects)

    await Client(*TWO, transport=transport).users.create(email="ada@example.com")

    assert [len(project.users) for project in projects] == [0, 1]
    assert [len(traffic.calls) for traffic in transport.switchboard] == [0, 1]


async def test_projects_that_are_served_at_once_do_not_touch_each_other(projects: list[Project]) -> None:
    """Each has its own people, outbox, clock, faults and calls."""
    async with start(*projects) as url, aiohttp.ClientSession(url) as http:
        one, two = (Client(*credentials, base_url=url) for credentials in (ONE, TWO))
        async with one, two:
            await one.otps.email.login_or_create(email="ada@example.com")
            await http.post("/_emulator/clock?project_id=project-test-2", json={"minutes": 5})
            made = await two.users.create(email="ada@example.com")
            refused = await http.get("/_emulator/outbox")
            outbox = await (await http.get("/_emulator/outbox?project_id=project-test-1")).json()
            unknown = await http.get("/_emulator/outbox?project_id=project-test-3")
            greeting = await (await http.get("/")).json()

    assert made.status_code == 201
    assert (refused.status, unknown.status) == (400, 404)
    assert [len(project.outbox) for project in projects] == [len(outbox), 0] == [1, 0]
    assert [project.clock.advanced.total_seconds() for project in projects] == [0, 300]
    assert greeting["projects"] == ["project-test-1", "project-test-2"]


async def test_a_callback_belongs_to_the_project_of_its_connection(projects: list[Project]) -> None:
    """Identity providers know nothing of public tokens."""
    transport = InMemoryTransport(*projects)
    two = B2BClient(*TWO, transport=transport)
    organization = (await two.organizations.create(organization_name="Engines")).organization
    made = await two.sso.saml.create_connection(organization_id=organization.organization_id)
    assert made.connection is not None
    url = f"https://test.stytch.com/v1/b2b/sso/callback/{made.connection.connection_id}"

    await transport.send(HTTPRequest("POST", url, {}, None, None))

    assert [len(traffic.calls) for traffic in transport.switchboard] == [0, 3]


async def test_the_secret_of_another_project_is_refused(projects: list[Project], refusal: Refusal) -> None:
    """The id chooses the project, and its secret opens it."""
    client = Client(ONE[0], TWO[1], transport=InMemoryTransport(*projects))

    assert await refusal(client.users.create(email="ada@example.com")) == (401, "unauthorized_credentials")


async def test_credentials_of_no_project_are_refused(projects: list[Project], refusal: Refusal) -> None:
    """No project takes on an id beside its own."""
    client = Client("project-test-3", "secret-test-3", transport=InMemoryTransport(*projects))

    assert await refusal(client.users.create(email="ada@example.com")) == (401, "unauthorized_credentials")


@pytest.mark.parametrize(
    ("project_id", "error"), [(ONE[0], (404, "project_not_found")), ("nonsense", (400, "invalid_project_id"))]
)
async def test_a_path_that_names_another_project_is_refused(
    projects: list[Project], refusal: Refusal, project_id: str, error: tuple[int, str]
) -> None:
    """Credentials of one project and the path of another do not go together."""
    client = Client(*TWO, transport=InMemoryTransport(*projects))

    assert await refusal(client.sessions.get_jwks(project_id=project_id)) == error


async def test_tokens_are_for_the_project_that_issued_them(projects: list[Project]) -> None:
    """Whatever other projects are called in between."""
    transport = InMemoryTransport(*projects)
    one, two = (Client(*credentials, transport=transport) for credentials in (ONE, TWO))
    machine = (await one.m2m.clients.create(scopes=["read"])).m2m_client
    await two.users.create(email="ada@example.com")

    token = await one.m2m.token(machine.client_id, machine.client_secret)

    assert (await one.m2m.authenticate_token(token.access_token)).client_id == machine.client_id
    with pytest.raises(AuthenticationError, match="invalid_client"):
        await two.m2m.token(machine.client_id, machine.client_secret)
