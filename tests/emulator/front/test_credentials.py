import base64
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient, Client, ManagementClient
from stytch_async.emulator import NotEmulated, Project
from stytch_async.errors import StytchError
from stytch_async.transports.interface import HTTPRequest, HTTPResponse
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL = "ada@example.com"
PROJECT_ID = "project-test-11111111-1111-4111-8111-111111111111"
SECRET = "secret-test-of-this-project"
HOST = "https://test.stytch.com"
KEY_ID = "workspace-key-prod-00000000-0000-4000-8000-000000000000"
KEY_SECRET = "a secret of the workspace, which no call reaches"


def basic(project_id: str, secret: str) -> dict[str, str]:
    """Return the header that carries credentials."""
    return {"Authorization": f"Basic {base64.b64encode(f'{project_id}:{secret}'.encode()).decode()}"}


def read(response: HTTPResponse) -> tuple[int, str]:
    """Return status and type of an error document."""
    document: dict[str, Any] = json.loads(response.content)
    return response.status, document["error_type"]


@pytest.mark.parametrize(
    ("headers", "error"),
    [
        ({}, (400, "invalid_authorization_header")),
        ({"Authorization": ""}, (400, "invalid_authorization_header")),
        ({"Authorization": "Basic"}, (400, "invalid_authorization_header")),
        ({"Authorization": "Basic no base64!"}, (400, "invalid_authorization_header")),
        ({"Authorization": "Basic /w=="}, (400, "invalid_authorization_header")),
        ({"Authorization": "Bearer c2VjcmV0"}, (400, "invalid_authorization_header")),
        (basic("nonsense", SECRET), (400, "invalid_project_id_authentication")),
        (basic("", SECRET), (400, "invalid_project_id_authentication")),
        (basic(PROJECT_ID, "nonsense"), (400, "invalid_secret_authentication")),
        (basic(PROJECT_ID, ""), (400, "invalid_secret_authentication")),
        (basic(PROJECT_ID, "secret-test-of-another"), (401, "unauthorized_credentials")),
        (
            basic("project-test-22222222-2222-4222-8222-222222222222", SECRET),
            (401, "unauthorized_credentials"),
        ),
    ],
)
async def test_credentials_are_refused(headers: dict[str, str], error: tuple[int, str]) -> None:
    """A missing header, malformed parts and a wrong pair are told apart, and nothing is done."""
    transport = InMemoryTransport(Project(project_id=PROJECT_ID, secret=SECRET))

    response = await transport.send(
        HTTPRequest("POST", f"{HOST}/v1/users", headers, b'{"email": "ada@example.com"}', None)
    )

    assert read(response) == error
    assert len(transport.project.users) == 0


async def test_credentials_of_the_project_are_accepted() -> None:
    """A client takes them from the transport, or is given the same."""
    transport = InMemoryTransport(Project(project_id=PROJECT_ID, secret=SECRET))

    async with Client(transport=transport) as client, Client(PROJECT_ID, SECRET, transport=transport) as second:
        created = await client.users.create(email=EMAIL)
        shown = await second.users.get(user_id=created.user_id)

    assert shown.user_id == created.user_id


async def test_plain_project_accepts_any_wellformed_credentials(transport: InMemoryTransport) -> None:
    """An app's own test configuration works as it is, and its project id is taken on."""
    async with Client(PROJECT_ID, "secret-test-whatever", transport=transport) as client:
        await client.users.create(email=EMAIL)

    assert transport.project.project_id == PROJECT_ID


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/v1/shoes"), ("GET", "/v1/users"), ("PATCH", "/v1/users/user-1"), ("GET", "/"), ("POST", "/v1/users/")],
)
async def test_unknown_route_is_not_found(transport: InMemoryTransport, method: str, path: str) -> None:
    """What Stytch has no endpoint for is a 404, and the call is listed without an operation."""
    response = await transport.send(HTTPRequest(method, HOST + path, basic(PROJECT_ID, SECRET), None, None))

    assert read(response) == (404, "route_not_found")
    assert [(call.operation, call.status) for call in transport.calls] == [(None, 404)]


async def test_base_url_may_have_a_prefix(transport: InMemoryTransport) -> None:
    """Behind a gateway the path begins later."""
    async with Client(transport=transport, base_url="https://gateway.example.com/stytch") as client:
        created = await client.users.create(email=EMAIL)

    assert created.status_code == 201


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"{", "not JSON"),
        (b"[]", "not a JSON object"),
        (b'{"email": 5}', "CreateRequest.email: expected str, got int"),
        (b"\xff", "not JSON"),
        (b'{"email": "\\ud800@example.com"}', "not JSON"),
        (b'{"email": "ada@example.com", "trusted_metadata": {"a": NaN}}', "not JSON"),
    ],
)
async def test_unreadable_request_is_refused(transport: InMemoryTransport, content: bytes, problem: str) -> None:
    """A body of the wrong shape is a bad request that says what is wrong."""
    response = await transport.send(HTTPRequest("POST", f"{HOST}/v1/users", basic(PROJECT_ID, SECRET), content, None))

    assert read(response) == (400, "bad_request")
    assert problem in json.loads(response.content)["error_message"]
    assert len(transport.project.users) == 0


@pytest.mark.parametrize(
    ("path", "content", "error_type"),
    [
        ("/v1/users", {"trusted_metadata": {str(n): n for n in range(21)}}, "metadata_too_many_keys"),
        ("/v1/users", {"untrusted_metadata": {"a": "x" * 5000}}, "metadata_too_large"),
        ("/v1/users", {"trusted_metadata": []}, "metadata_invalid_format"),
        ("/v1/users", {"untrusted_metadata": "none"}, "metadata_invalid_format"),
        ("/v1/users", {"name": "first_name"}, "bad_request"),
        ("/v1/users", {"name": ["first_name"]}, "bad_request"),
        ("/v1/otps/email/send", {"attributes": "ip_address"}, "bad_request"),
        ("/v1/users", {"external_id": "no spaces"}, "invalid_user_id"),
        ("/v1/passwords", {"password": "x", "session_duration_minutes": 4}, "invalid_session_duration_minutes"),
        ("/v1/passwords", {"password": "x", "session_custom_claims": {"a": "x" * 5000}}, "custom_claims_too_large"),
        ("/v1/otps/email/send", {"expiration_minutes": 11}, "invalid_expiration_otp"),
        ("/v1/passwords/email/reset/start", {"reset_password_expiration_minutes": 1}, "invalid_expiration"),
    ],
)
async def test_limits_hold_for_other_clients_too(
    transport: InMemoryTransport, path: str, content: dict[str, Any], error_type: str
) -> None:
    """What our client does not even send is refused under Stytch's names."""
    body = json.dumps({"email": EMAIL, **content}).encode()

    response = await transport.send(HTTPRequest("POST", HOST + path, basic(PROJECT_ID, SECRET), body, None))

    assert read(response) == (400, error_type)


async def test_missing_argument_is_named(transport: InMemoryTransport) -> None:
    """A required argument that is not there is a bad request."""
    response = await transport.send(
        HTTPRequest("POST", f"{HOST}/v1/passwords", basic(PROJECT_ID, SECRET), b'{"email": "a@example.com"}', None)
    )

    assert read(response) == (400, "bad_request")
    assert json.loads(response.content)["error_message"] == "password is required"


async def test_consumer_project_refuses_b2b(refusal: Refusal) -> None:
    """A Consumer project does not serve the endpoints of B2B."""
    transport = InMemoryTransport(Project(vertical="consumer"))

    found = await refusal(B2BClient(transport=transport).organizations.create(organization_name="Engines"))

    assert found == (400, "invalid_b2b_endpoint")


async def test_b2b_project_refuses_consumer(refusal: Refusal) -> None:
    """Nor the other way round."""
    transport = InMemoryTransport(Project(vertical="b2b"))

    found = await refusal(Client(transport=transport).users.create(email=EMAIL))

    assert found == (400, "invalid_consumer_endpoint")


@pytest.mark.parametrize("vertical", ["consumer", "b2b"])
async def test_machines_are_at_home_in_both(vertical: str) -> None:
    """What both verticals share, such as M2M clients, is served by any project."""
    transport = InMemoryTransport(Project(vertical=vertical))

    found = await Client(transport=transport).m2m.clients.search()

    assert found.m2m_clients == []


async def test_what_is_not_emulated_fails_a_test(transport: InMemoryTransport) -> None:
    """What nobody can carry out is neither answered nor refused: no ``except StytchError`` hides it."""
    management = ManagementClient(KEY_ID, KEY_SECRET, transport=transport)

    with pytest.raises(NotEmulated, match="GET /pwa/v3/projects needs a workspace") as caught:
        await management.projects.get_all()

    assert isinstance(caught.value, AssertionError)
    assert not isinstance(caught.value, StytchError)
