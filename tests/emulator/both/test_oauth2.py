import base64
import json
from typing import Any
from urllib.parse import quote_plus, urlencode

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.schemas.both.m2m import M2MClientWithClientSecret
from stytch_async.transports.interface import HTTPRequest
from stytch_async.transports.memory import InMemoryTransport

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
GRANT = {"grant_type": "client_credentials"}


@pytest.fixture
async def machine(client: Client) -> M2MClientWithClientSecret:
    """Return a machine whose credentials have to be encoded in a header."""
    made = await client.m2m.clients.create(
        client_id="robot 1", client_secret="a %secret: of+the robot's", scopes=["read"]
    )
    return made.m2m_client


def basic(user: str, password: str) -> dict[str, str]:
    """Return the header that carries a client's credentials."""
    pair = f"{quote_plus(user)}:{quote_plus(password)}"
    return {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}


async def ask(
    transport: InMemoryTransport, headers: dict[str, str], content: bytes, project_id: str | None = None
) -> tuple[int, dict[str, Any]]:
    """Ask for a token, and return status and document."""
    url = f"https://test.stytch.com/v1/public/{project_id or transport.project.project_id}/oauth2/token"
    response = await transport.send(HTTPRequest("POST", url, headers, content, None))
    return response.status, json.loads(response.content)


@pytest.mark.parametrize("way", ["body", "json", "header"])
async def test_a_machine_shows_its_credentials_either_way(
    transport: InMemoryTransport, machine: M2MClientWithClientSecret, way: str
) -> None:
    """In a form, in JSON or by HTTP Basic."""
    shown = {**GRANT, "client_id": machine.client_id, "client_secret": machine.client_secret}
    headers, content = {
        "body": (FORM, urlencode(shown).encode()),
        "json": ({}, json.dumps(shown).encode()),
        "header": ({**FORM, **basic(machine.client_id, machine.client_secret)}, urlencode(GRANT).encode()),
    }[way]

    status, document = await ask(transport, headers, content)

    assert (status, document["token_type"]) == (200, "bearer")


async def test_the_projects_own_credentials_are_not_the_machines(
    transport: InMemoryTransport, machine: M2MClientWithClientSecret
) -> None:
    """Stytch's SDKs send them along with every request."""
    shown = {**GRANT, "client_id": machine.client_id, "client_secret": machine.client_secret}

    status, _ = await ask(transport, {**FORM, **basic(*transport.credentials)}, urlencode(shown).encode())

    assert status == 200


@pytest.mark.parametrize(
    ("headers", "content", "error"),
    [
        (FORM, b"", (400, "invalid_request")),
        (FORM, b"grant_type=client_credentials", (400, "invalid_request")),
        (FORM, b"client_id=robot+1", (400, "invalid_request")),
        (FORM, b"grant_type=\xff", (400, "invalid_request")),
        (FORM, b"grant_type=%ff", (400, "invalid_request")),
        ({}, b'{"grant_type": 5, "client_id": "robot 1"}', (400, "invalid_request")),
        (FORM, b"grant_type=password&client_id=robot+1", (400, "unsupported_grant_type")),
        (FORM, b"grant_type=client_credentials&client_id=robot+1", (401, "invalid_client")),
        (FORM, "grant_type=client_credentials&client_id=robot+1&client_secret=é".encode(), (401, "invalid_client")),
        ({**FORM, **basic("robot 1", "é")}, b"grant_type=client_credentials", (401, "invalid_client")),
        ({**FORM, "Authorization": "Basic é"}, b"grant_type=client_credentials", (401, "invalid_client")),
        ({**FORM, "Authorization": "Bearer x"}, b"grant_type=client_credentials", (401, "invalid_client")),
        (
            {**FORM, **basic("robot 1", "x")},
            b"grant_type=client_credentials&client_secret=x",
            (400, "invalid_request"),
        ),
        ({**FORM, **basic("robot 1", "x")}, b"grant_type=client_credentials&client_id=2", (400, "invalid_request")),
    ],
)
@pytest.mark.usefixtures("machine")
async def test_errors_are_those_of_oauth2(
    transport: InMemoryTransport, headers: dict[str, str], content: bytes, error: tuple[int, str]
) -> None:
    """Under ``error``, as in RFC 6749, and never under ``error_type``."""
    status, document = await ask(transport, headers, content)

    assert (status, document.get("error")) == error
    assert "error_type" not in document


async def test_the_path_of_another_project_is_refused(
    transport: InMemoryTransport, machine: M2MClientWithClientSecret, project: Project
) -> None:
    """A machine is known to its own project only."""
    headers = {**FORM, **basic(machine.client_id, machine.client_secret)}
    project.take_on("project-test-1")

    status, document = await ask(transport, headers, urlencode(GRANT).encode(), "project-test-2")

    assert (status, document["error_type"]) == (404, "project_not_found")
