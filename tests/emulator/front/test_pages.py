from urllib.parse import urlencode

import pytest

from stytch_async.callbacks import read_callback
from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.transports.interface import HTTPRequest, HTTPResponse
from stytch_async.transports.memory import InMemoryTransport

EMAIL = "ada@example.com"
HOST = "http://127.0.0.1:8000/somewhere"


async def get(transport: InMemoryTransport, path: str, **parameters: str) -> HTTPResponse:
    """Ask for a page as a browser does."""
    query = urlencode({"public_token": transport.project.public_token, **parameters})
    return await transport.send(HTTPRequest("GET", f"{HOST}{path}?{query}", {}, None, None))


def state(project: Project) -> str:
    """Return the state of the one login that has begun."""
    (start,) = project.oauth_starts
    return start.id


async def test_a_provider_offers_those_who_are_known(transport: InMemoryTransport, project: Project) -> None:
    """Users and members stand there once each, and the hint stands in the form."""
    transport.add_user(EMAIL)
    transport.add_member(transport.add_organization("Analytical Engines"), EMAIL)

    page = await get(transport, "/v1/public/oauth/google/start", provider_login_hint='"grace"@example.com')

    document = page.content.decode()
    assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert document.count(f"Continue as {EMAIL}") == 1
    assert 'value="&quot;grace&quot;@example.com"' in document
    assert f'value="{state(project)}"' in document
    assert 'action="../../../oauth/callback"' in document


@pytest.mark.parametrize(("unverified", "emails"), [({}, [EMAIL]), ({"unverified": "on"}, [])])
async def test_a_browser_is_sent_back_to_the_app(
    transport: InMemoryTransport, client: Client, unverified: dict[str, str], emails: list[str]
) -> None:
    """What is typed into the form is what the provider tells."""
    await get(transport, "/v1/public/oauth/github/start", signup_redirect_url="https://app.example.com")
    typed = {"provider": "github", "email": EMAIL, "name": "Ada", "subject": "42", **unverified}

    back = await get(transport, "/v1/oauth/callback", state=state(transport.project), **typed)

    assert back.status == 302
    login = await client.oauth.authenticate(token=read_callback(back.headers["Location"]).token)
    assert [one.email for one in login.user.emails] == emails
    assert (login.provider_subject, login.provider_type) == ("42", "GitHub")


async def test_a_login_comes_back_once_and_in_time(transport: InMemoryTransport) -> None:
    """An answer that nobody waits for is refused."""
    await get(transport, "/v1/public/oauth/google/start")
    begun = state(transport.project)
    await get(transport, "/v1/oauth/callback", state=begun, provider="google", email=EMAIL)
    again = await get(transport, "/v1/oauth/callback", state=begun, provider="google", email=EMAIL)
    await get(transport, "/v1/public/oauth/google/start")
    transport.project.clock.advance(minutes=10)

    late = await get(transport, "/v1/oauth/callback", state=state(transport.project), provider="google", email=EMAIL)

    assert b"oauth_invalid_state" in again.content
    assert b"expired_oauth_response" in late.content


async def test_a_start_that_is_refused_says_why(transport: InMemoryTransport) -> None:
    """The error document is the one that calls get."""
    page = await get(transport, "/v1/public/oauth/steam/start")

    assert page.status == 400
    assert b"invalid_oauth_provider" in page.content


async def test_the_public_token_chooses_the_project() -> None:
    """Several projects are served at once; a browser has no other credentials."""
    one, two = Project(project_id="project-test-one"), Project(project_id="project-test-two")
    transport = InMemoryTransport(one, two)
    query = urlencode({"public_token": two.public_token})

    page = await transport.send(HTTPRequest("GET", f"{HOST}/v1/public/oauth/google/start?{query}", {}, None, None))

    assert page.status == 200
    assert (len(one.oauth_starts), len(two.oauth_starts)) == (0, 1)
