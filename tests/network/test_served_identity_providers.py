"""Single sign-on in a browser: the page of the identity provider that the served emulator has."""

from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import aiohttp
import pytest

from stytch_async import B2BClient, read_callback
from stytch_async.emulator import Project
from stytch_async.emulator.server import start

CALLBACK = "https://app.example.com/authenticate"
PUBLIC_TOKEN = "public-token-test-1"


@pytest.fixture
def project() -> Project:
    """Return the Stytch that is served."""
    return Project(public_token=PUBLIC_TOKEN)


@pytest.fixture
async def b2b(project: Project) -> AsyncIterator[B2BClient]:
    """Return a client of the served project."""
    async with (
        start(project) as url,
        B2BClient("project-test-1", "secret-test-1", base_url=url, public_token=PUBLIC_TOKEN) as client,
    ):
        yield client


@pytest.fixture
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    """Return a browser."""
    async with aiohttp.ClientSession() as session:
        yield session


async def connect(b2b: B2BClient, protocol: str) -> str:
    """Set up a connection as somebody does who has no Python at hand, and return its start URL."""
    organization = (await b2b.organizations.create(organization_name="Engines")).organization
    place = {"organization_id": organization.organization_id}
    if protocol == "saml":
        place["connection_id"] = (await b2b.sso.saml.create_connection(**place)).connection.connection_id
        metadata_url = f"https://idp.example.com/{place['connection_id']}/metadata"
        await b2b.sso.saml.update_by_url(**place, metadata_url=metadata_url)
        mapping = {"email": "mail", "full_name": "displayName"}
        await b2b.sso.saml.update_connection(**place, attribute_mapping=mapping)
    else:
        place["connection_id"] = (await b2b.sso.oidc.create_connection(**place)).connection.connection_id
        await b2b.sso.oidc.update_connection(
            **place,
            issuer=f"https://idp.example.com/{place['connection_id']}",
            client_id="client-of-stytch",
            client_secret="secret-of-stytch",
        )
    return b2b.sso.start_url(
        connection_id=place["connection_id"], login_redirect_url=CALLBACK, signup_redirect_url=CALLBACK
    )


async def ask(browser: aiohttp.ClientSession, url: str) -> tuple[str, str]:
    """Open a start URL, and return the page that the browser comes to, and its URL."""
    async with browser.get(url) as page:
        return await page.text(), str(page.url)


async def answer(browser: aiohttp.ClientSession, url: str, **typed: str) -> tuple[int, str]:
    """Fill in the form of that page; return the status, and where the browser is sent."""
    login = urlsplit(url).query.partition("=")[2]
    target = url.partition("?")[0] + "/answer"
    async with browser.get(target, params={"login": login, **typed}, allow_redirects=False) as back:
        return back.status, back.headers.get("Location", "")


@pytest.mark.parametrize("protocol", ["saml", "oidc"])
async def test_somebody_logs_in_at_the_page(b2b: B2BClient, browser: aiohttp.ClientSession, protocol: str) -> None:
    """The start URL leads there, and the page to the app, with a token."""
    page, url = await ask(browser, await connect(b2b, protocol))

    status, landed = await answer(browser, url, email="ada@example.com", name="Ada Lovelace")

    login = await b2b.sso.authenticate(sso_token=read_callback(landed).token)
    assert "This stands for the page of the identity provider" in page
    assert (status, landed.partition("?")[0]) == (302, CALLBACK)
    assert (login.member.email_address, login.member.name) == ("ada@example.com", "Ada Lovelace")


async def test_what_stytch_refuses_is_shown(b2b: B2BClient, browser: aiohttp.ClientSession) -> None:
    """An answer is good once."""
    _, url = await ask(browser, await connect(b2b, "saml"))
    await answer(browser, url, email="ada@example.com", name="Ada Lovelace")

    status, _ = await answer(browser, url, email="ada@example.com", name="Ada Lovelace")

    assert status == 400


@pytest.mark.parametrize("query", ["", "?login=x", "/answer", "/answer?login=x&email=ada@example.com"])
async def test_nobody_comes_from_elsewhere(b2b: B2BClient, browser: aiohttp.ClientSession, query: str) -> None:
    """A login that nobody has begun has no page."""
    _, url = await ask(browser, await connect(b2b, "saml"))

    async with browser.get(url.partition("?")[0] + query) as refused:
        assert refused.status == 400
