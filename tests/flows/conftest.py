"""Every flow runs twice: in memory, and through aiohttp against the served emulator."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import aiohttp
import attrs
import pytest
import requests
from stytch import Client as OfficialClient

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.emulator.server import start
from stytch_async.emulator.world.saml import SAMLProvider
from stytch_async.schemas.b2b.sso import GroupImplicitRoleAssignment
from stytch_async.transports.memory import InMemoryTransport

PROJECT_ID = "project-test-11111111-1111-4111-8111-111111111111"
SECRET = "secret-test-of-the-flows"


@attrs.frozen
class Stytch:
    """A project, and clients of both its APIs."""

    project: Project
    client: Client
    b2b: B2BClient
    visit: Callable[[str, str], Awaitable[str]]
    """Opens a URL in the browser of whoever has an address, and returns where the browser lands."""

    def token_for(self, recipient: str) -> str:
        """Read the token of the newest link, as the recipient would."""
        token = self.project.outbox.last(recipient).token
        assert token is not None
        return token

    def code_for(self, recipient: str) -> str:
        """Read the newest code, as the recipient would."""
        code = self.project.outbox.last(recipient, "otp").code
        assert code is not None
        return code


@pytest.fixture
def project() -> Project:
    """Return a project that accepts one pair of credentials."""
    return Project(project_id=PROJECT_ID, secret=SECRET)


@pytest.fixture
async def base_url(project: Project) -> AsyncIterator[str]:
    """Serve the project, and return where."""
    async with start(project) as url:
        yield url


@pytest.fixture
async def sdk(base_url: str, project: Project) -> AsyncIterator[OfficialClient]:
    """Return the official client, with sessions that are closed afterwards."""
    with requests.Session() as session:
        client = OfficialClient(
            project_id=project.project_id,
            secret=project.secret or "",
            environment=f"{base_url}/",
            fraud_environment=f"{base_url}/",
            sync_session=session,
        )
        async with client:
            yield client


@asynccontextmanager
async def in_memory(project: Project) -> AsyncIterator[Stytch]:
    """Reach the project without a network."""
    transport = InMemoryTransport(project)

    async def visit(email: str, url: str) -> str:
        return transport.person(email).visit(url)

    async with Client(transport=transport) as client, B2BClient(transport=transport) as b2b:
        yield Stytch(project, client, b2b, visit)


@asynccontextmanager
async def over_http(project: Project) -> AsyncIterator[Stytch]:
    """Serve the project, and reach it through aiohttp."""
    token = project.public_token
    async with (
        start(project) as url,
        Client(PROJECT_ID, SECRET, base_url=url, fraud_base_url=url, public_token=token) as client,
        B2BClient(PROJECT_ID, SECRET, base_url=url, fraud_base_url=url, public_token=token) as b2b,
    ):
        yield Stytch(project, client, b2b, browse)


async def connect_saml(stytch: Stytch, name: str) -> tuple[str, SAMLProvider]:
    """Set up a SAML connection as an admin would, and return it with its identity provider."""
    organization = (await stytch.b2b.organizations.create(organization_name=name)).organization
    place = {"organization_id": organization.organization_id}
    created: Any = await stytch.b2b.sso.saml.create_connection(**place, identity_provider="okta")
    place["connection_id"] = created.connection.connection_id
    okta = SAMLProvider(stytch.project, place["connection_id"])
    await stytch.b2b.sso.saml.update_by_url(**place, metadata_url=okta.metadata_url)
    await stytch.b2b.sso.saml.update_connection(
        **place,
        attribute_mapping={"email": "mail", "full_name": "displayName", "groups": "memberOf"},
        saml_group_implicit_role_assignments=[GroupImplicitRoleAssignment(role_id="stytch_admin", group="admins")],
    )
    return organization.organization_id, okta


@pytest.fixture(params=[in_memory, over_http], ids=["in-memory", "over-http"])
async def stytch(request: pytest.FixtureRequest, project: Project) -> AsyncIterator[Stytch]:
    """Return the project and its clients, once by each way to it."""
    async with request.param(project) as stytch:
        yield stytch


class Form(HTMLParser):
    """The last form of a page, in which somebody can type who they are."""

    action: str = ""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Read a form, and what it sends along unseen."""
        found = dict(attributes)
        if tag == "form":
            self.action, self.fields = str(found["action"]), {}
        elif tag == "input" and found.get("type") == "hidden":
            self.fields[str(found["name"])] = str(found["value"])


async def browse(email: str, url: str) -> str:
    """Open a URL as a browser does, type an address into the provider's page, and go where that leads."""
    async with aiohttp.ClientSession() as session, session.get(url) as page:
        form = Form(await page.text())
        query = {**form.fields, "email": email}
        async with session.get(urljoin(url, form.action), params=query, allow_redirects=False) as back:
            return back.headers["Location"]
