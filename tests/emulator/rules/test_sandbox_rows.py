"""Every call of the sandbox, as it goes over the wire."""

import json

import pytest

from stytch_async import HTTPRequest
from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.transports.memory import InMemoryTransport
from tests.emulator.rules.sandbox_rows import GOOD_LINK, ORGANIZATION_ID, ROWS, Row
from tests.emulator.watching import Caller

HOST = "https://test.stytch.com"


def posted(project: Project, row: Row) -> HTTPRequest:
    """Return the request of a row."""
    return HTTPRequest("POST", HOST + row.path, Caller(project).headers, json.dumps(row.arguments).encode(), None)


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{number} {row.path}") for number, row in enumerate(ROWS)])
async def test_the_sandbox_answers_as_everywhere(transport: InMemoryTransport, project: Project, row: Row) -> None:
    """Status and error type are the published ones, nothing is sent, and nobody is there afterwards."""
    answer = await transport.send(posted(project, row))

    document = json.loads(answer.content)
    assert (answer.status, document.get("error_type")) == row.answer
    assert (len(project.outbox), len(project.users), len(project.organizations), len(project.members)) == (0, 0, 0, 0)


async def test_the_sandbox_member_logs_in(b2b: B2BClient, project: Project) -> None:
    """The session is good in the sandbox's organization, which no search finds."""
    login = await b2b.magic_links.authenticate(magic_links_token=GOOD_LINK)

    checked = await b2b.sessions.authenticate(session_jwt=login.session_jwt)

    found = await b2b.organizations.search()
    assert (checked.organization.organization_id, checked.member.member_id) == (ORGANIZATION_ID, login.member_id)
    assert found.organizations == []
    assert list(project.events) == []


async def test_the_sandbox_member_is_discovered(b2b: B2BClient) -> None:
    """Whoever follows the link of discovery is shown the sandbox's organization."""
    found = await b2b.magic_links.discovery.authenticate(discovery_magic_links_token=GOOD_LINK)

    places = [one.organization.organization_id for one in found.discovered_organizations if one.organization]
    assert places == [ORGANIZATION_ID]


async def test_a_deleted_sandbox_comes_back(b2b: B2BClient) -> None:
    """It is in every test project, whatever is done to it."""
    await b2b.organizations.delete(organization_id=ORGANIZATION_ID)

    found = await b2b.organizations.get(organization_id=ORGANIZATION_ID)

    assert found.organization.organization_name == "Sandbox"
