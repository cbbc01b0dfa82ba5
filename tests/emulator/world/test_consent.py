"""People on the page that asks whether a Connected App may act for them."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from stytch_async.clients import Client
from stytch_async.errors import APIError
from stytch_async.transports.memory import InMemoryTransport

PAGE = "https://app.example.com/authorize"
CALLBACK = "https://notes.example.com/callback"
EMAIL = "ada@example.com"


@pytest.fixture
async def url(transport: InMemoryTransport, client: Client) -> str:
    """Return where an app sends people who are to authorize it."""
    transport.project.settings.idp_authorization_url = PAGE
    made = await client.connected_app.clients.create(client_type="third_party", redirect_urls=[CALLBACK])
    query = {"client_id": made.connected_app.client_id, "redirect_uri": CALLBACK, "response_type": "code"}
    return f"{PAGE}?{urlencode({**query, 'state': 'here'})}"


def told(url: str) -> dict[str, list[str]]:
    """Return what the app is told."""
    return parse_qs(urlsplit(url).query)


async def test_a_user_consents(transport: InMemoryTransport, url: str) -> None:
    """To the scopes that Stytch's own page takes for those that are not named."""
    transport.sign_in(EMAIL)

    back = transport.person(EMAIL).visit(url)

    (grant,) = transport.project.grants
    assert (told(back)["state"], "code" in told(back)) == (["here"], True)
    assert grant.scopes == ["openid", "email", "profile"]


async def test_the_newest_session_counts(transport: InMemoryTransport, url: str) -> None:
    """As a browser knows only the last one; so a member of several organizations chooses one."""
    engines, looms = (transport.add_organization(name) for name in ("Engines", "Looms"))
    transport.sign_in(EMAIL)
    for place in (looms, engines):
        transport.sign_in_member(EMAIL, organization=place.id)

    transport.person(EMAIL).visit(url)

    (grant,) = transport.project.grants
    assert grant.organization_id == engines.id


async def test_somebody_says_no(transport: InMemoryTransport, url: str) -> None:
    """The app is told so."""
    transport.sign_in(EMAIL)

    back = transport.person(EMAIL).decline(url)

    assert told(back) == {"error": ["access_denied"], "state": ["here"]}


async def test_strangers_consent_to_nothing(transport: InMemoryTransport, url: str) -> None:
    """Nor do those whose session is over."""
    transport.sign_in(EMAIL, minutes=5)
    transport.project.clock.advance(minutes=5)

    with pytest.raises(ValueError, match=r"sign ada@example\.com in first"):
        transport.person(EMAIL).visit(url)


async def test_an_app_that_asks_wrongly_is_refused(transport: InMemoryTransport, url: str) -> None:
    """The page would show an error."""
    transport.sign_in(EMAIL)

    with pytest.raises(APIError) as refused:
        transport.person(EMAIL).visit(url.replace("callback", "elsewhere"))

    assert (refused.value.status_code, refused.value.operation) == (401, "POST /v1/idp/oauth/authorize")


async def test_other_pages_are_no_question(transport: InMemoryTransport) -> None:
    """Where the settings name no page, and where a program reads, the browser stays."""
    ada = transport.person(EMAIL)
    keys = "https://test.stytch.com/.well-known/jwks.json"

    assert [ada.visit(one) for one in (PAGE, keys)] == [PAGE, keys]
