"""A workspace with a project of each kind, and clients of its Management API and of the projects behind it."""

import json
from base64 import b64encode
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypedDict

import pytest

from stytch_async.clients import B2BClient, Client, ManagementClient
from stytch_async.emulator import Project, Workspace
from stytch_async.transports.interface import HTTPRequest
from stytch_async.transports.memory import InMemoryTransport
from tests.emulator.conftest import WatchfulTransport

Ask = Callable[..., Awaitable[tuple[int, str]]]


class Place(TypedDict):
    """The slugs of an environment."""

    project_slug: str
    environment_slug: str


@pytest.fixture
def workspace() -> Workspace:
    """Return an empty workspace."""
    return Workspace(seed=1)


@pytest.fixture
def transport(workspace: Workspace) -> InMemoryTransport:
    """Return the transport to the workspace."""
    return WatchfulTransport(workspace)


@pytest.fixture
async def management(workspace: Workspace, transport: InMemoryTransport) -> AsyncIterator[ManagementClient]:
    """Return a client of the Management API."""
    async with ManagementClient(*workspace.key, transport=transport) as management:
        yield management


@pytest.fixture
async def shop(management: ManagementClient) -> Place:
    """Return the test environment of a Consumer project."""
    await management.projects.create(name="Shop", project_slug="shop", vertical="CONSUMER")
    return {"project_slug": "shop", "environment_slug": "test"}


@pytest.fixture
async def office(management: ManagementClient) -> Place:
    """Return the test environment of a B2B project."""
    await management.projects.create(name="Office", project_slug="office", vertical="B2B")
    return {"project_slug": "office", "environment_slug": "test"}


@pytest.fixture
def live(shop: Place) -> Place:
    """Return the live environment of the Consumer project."""
    return {**shop, "environment_slug": "production"}


@pytest.fixture
def project(workspace: Workspace, shop: Place) -> Project:
    """Return the Stytch of the Consumer environment."""
    return workspace.environment(**shop)


@pytest.fixture
async def client(
    management: ManagementClient, transport: InMemoryTransport, project: Project, shop: Place
) -> AsyncIterator[Client]:
    """Return a client of the Consumer environment, with a secret and a public token that Management has issued."""
    issued = await management.secrets.create(**shop)
    tokens = await management.public_tokens.get_all(**shop)
    token = tokens.public_tokens[0].public_token
    async with Client(project.project_id, issued.secret.secret, transport=transport, public_token=token) as client:
        yield client


@pytest.fixture
async def b2b(
    management: ManagementClient, transport: InMemoryTransport, workspace: Workspace, office: Place
) -> AsyncIterator[B2BClient]:
    """Return a client of the B2B environment."""
    issued = await management.secrets.create(**office)
    async with B2BClient(
        workspace.environment(**office).project_id, issued.secret.secret, transport=transport
    ) as client:
        yield client


@pytest.fixture
def ask(workspace: Workspace, transport: InMemoryTransport) -> Ask:
    """Return a function that sends what a client would not, and returns status and type of the error."""

    async def asked(
        method: str, path: str, body: object = None, credentials: tuple[str, str] | None = workspace.key
    ) -> tuple[int, str]:
        given = b64encode(":".join(credentials or ()).encode()).decode()
        headers = {} if credentials is None else {"Authorization": f"Basic {given}"}
        content = None if body is None else json.dumps(body).encode()
        request = HTTPRequest(method, f"https://stytch.example{path}", headers, content, None)
        response = await transport.send(request)
        return response.status, json.loads(response.content).get("error_type")

    return asked
