"""The B2B example, as people meet it in their browsers."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from operator import attrgetter

import pytest
from httpx import ASGITransport, AsyncClient, Response

from examples.fastapi_b2b.access import HALFWAY, URL
from examples.fastapi_b2b.app import app
from examples.fastapi_b2b.webhooks import members
from stytch_async import B2BClient, InMemoryTransport
from stytch_async.emulator import Project
from stytch_async.emulator.world.person import Person
from stytch_async.integrations.fastapi import stytch_client as client_of
from stytch_async.integrations.fastapi import stytch_webhooks
from stytch_async.webhooks import Webhooks

PHONE = "+12025550162"

Open = Callable[[], AsyncClient]


@pytest.fixture
def stytch_project() -> Project:
    """Return a project of the kind that the app is for."""
    return Project(vertical="b2b")


@pytest.fixture
async def browser_of(stytch: InMemoryTransport, stytch_b2b_client: B2BClient) -> AsyncIterator[Open]:
    """Open browsers, and let the app use the test's own Stytch."""
    app.dependency_overrides[client_of] = lambda: stytch_b2b_client
    app.dependency_overrides[stytch_webhooks] = lambda: Webhooks(stytch.project.settings.webhook_secret, now=stytch.now)
    async with AsyncExitStack() as opened:

        def browser() -> AsyncClient:
            client = AsyncClient(transport=ASGITransport(app), base_url=URL, follow_redirects=True)
            opened.push_async_callback(client.aclose)
            return client

        yield browser
    app.dependency_overrides.clear()
    members.clear()


@pytest.fixture
def browser(browser_of: Open) -> AsyncClient:
    """Open one browser."""
    return browser_of()


async def arrive(browser: AsyncClient, person: Person) -> Response:
    """Log somebody in as far as the choice of an organization."""
    await browser.post("/login", data={"email": person.email})
    return await browser.get(person.inbox.last("discovery").url or "")


async def deliver(browser: AsyncClient, stytch: InMemoryTransport) -> None:
    """Post all webhooks to the app."""
    for webhook in stytch.deliveries():
        await browser.post("/webhooks/stytch", content=webhook.body, headers=webhook.headers)


async def test_a_stranger_founds_an_organization(browser: AsyncClient, stytch: InMemoryTransport) -> None:
    """The link of a mail leads to the choice, and a name to the first page of a new organization."""
    stranger = await browser.get("/")

    chosen = await arrive(browser, stytch.person("ada@example.com"))
    kept = chosen.history[0].headers["set-cookie"]
    founded = await browser.post("/login/organizations/new", data={"name": "Engines"})

    assert (stranger.status_code, "Mail me a link" in stranger.text) == (401, True)
    assert "None yet" in chosen.text
    assert kept.startswith(f"{HALFWAY}=")
    assert "HttpOnly" in kept
    assert "Welcome to Engines" in founded.text
    assert HALFWAY not in browser.cookies


async def test_a_second_member_is_invited(browser_of: Open, stytch: InMemoryTransport) -> None:
    """Whoever opens the invitation is a member, and sees no page of the admins."""
    admin, invited, grace = browser_of(), browser_of(), stytch.person("grace@example.com")
    await arrive(admin, stytch.person("ada@example.com"))
    await admin.post("/login/organizations/new", data={"name": "Engines"})

    await admin.post("/members", data={"email": grace.email})
    opened = await invited.get(grace.inbox.last().url or "")
    forbidden = [await invited.get("/members"), await invited.post("/members", data={"email": "alan@example.com"})]
    await deliver(admin, stytch)
    permitted = await admin.get("/members")

    assert "Welcome to Engines" in opened.text
    assert [page.status_code for page in forbidden] == [403, 403]
    assert ("Your role does not permit this." in forbidden[0].text, permitted.status_code) == (True, 200)
    assert permitted.text.count("<td>active</td>") == 2


async def test_a_member_of_two_organizations_switches(browser: AsyncClient, stytch: InMemoryTransport) -> None:
    """The session moves to the other organization, and no mail is needed."""
    ada = stytch.person("ada@example.com")
    engines, looms = stytch.add_organization("Engines"), stytch.add_organization("Looms")
    for place in (engines, looms):
        stytch.add_member(place, ada.email)
    await arrive(browser, ada)
    welcome = await browser.post("/login/organizations", data={"organization_id": engines.id})

    switched = await browser.post("/switch", data={"organization_id": looms.id})

    assert ("Welcome to Engines" in welcome.text, "Go to Looms" in welcome.text) == (True, True)
    assert ("Welcome to Looms" in switched.text, "Go to Engines" in switched.text) == (True, True)
    assert len(ada.inbox) == 1


async def test_an_organization_demands_a_second_factor(browser_of: Open, stytch: InMemoryTransport) -> None:
    """The next login enrols a phone first, and the one after that only asks for the code."""
    admin, member = browser_of(), browser_of()
    ada = stytch.person("ada@example.com", phone_number=PHONE)
    await arrive(admin, ada)
    await admin.post("/login/organizations/new", data={"name": "Engines"})
    await admin.post("/mfa")
    (engines,) = stytch.project.organizations

    await arrive(member, ada)
    asked = await member.post("/login/organizations", data={"organization_id": engines.id})
    half = await member.get("/")
    texted = await member.post(asked.url.path.replace("code", "phone"), data={"phone_number": PHONE})
    wrong = await member.post(asked.url.path, data={"code": "000000"}, headers={"Referer": str(asked.url)})
    welcome = await member.post(asked.url.path, data={"code": ada.inbox.last().code})
    await member.post("/logout")
    await arrive(member, ada)
    again = await member.post("/login/organizations", data={"organization_id": engines.id})
    back = await member.post(again.url.path, data={"code": ada.inbox.last().code})

    assert ("To which phone" in asked.text, half.status_code) == (True, 401)
    assert ("ending in 0162" in texted.text, wrong.status_code) == (True, 401)
    assert f'<a href="{asked.url}">Try again</a>' in wrong.text
    assert "Welcome to Engines" in welcome.text
    assert ("ending in 0162" in again.text, "Welcome to Engines" in back.text) == (True, True)


async def test_a_code_is_texted_again(browser: AsyncClient, stytch: InMemoryTransport) -> None:
    """Whoever has not got the code is texted another one."""
    ada = stytch.person("ada@example.com", phone_number=PHONE)
    engines = stytch.add_organization("Engines", mfa_policy="REQUIRED_FOR_ALL")
    stytch.add_member(engines, ada.email, mfa_phone_number=PHONE)
    await arrive(browser, ada)
    asked = await browser.post("/login/organizations", data={"organization_id": engines.id})
    first = ada.inbox.last().code

    await browser.post(asked.url.path.replace("code", "phone"))
    spent = await browser.post(asked.url.path, data={"code": first})
    welcome = await browser.post(asked.url.path, data={"code": ada.inbox.last().code})

    assert (spent.status_code, "Welcome to Engines" in welcome.text) == (401, True)


async def test_single_sign_on_makes_a_member(
    browser_of: Open, stytch: InMemoryTransport, stytch_b2b_client: B2BClient
) -> None:
    """The first login at the identity provider is enough; its answer is good in the browser that asked for it."""
    browser, stranger = browser_of(), browser_of()
    organization = stytch.add_organization("Engines", auth_methods="RESTRICTED", allowed_auth_methods=["sso"])
    place = {"organization_id": organization.id}
    connection = (await stytch_b2b_client.sso.saml.create_connection(**place)).connection
    okta = stytch.identity_provider(connection)
    place["connection_id"] = connection.connection_id
    await stytch_b2b_client.sso.saml.update_by_url(**place, metadata_url=okta.metadata_url)
    mapping = {"email": "mail", "full_name": "displayName"}
    await stytch_b2b_client.sso.saml.update_connection(**place, attribute_mapping=mapping)

    start = await browser.post("/login/sso", data={"organization": "engines"}, follow_redirects=False)
    back = okta.log_in("ada@example.com", start_url=start.headers["location"])
    stolen = await stranger.get(back)
    welcome = await browser.get(back)

    assert (stolen.status_code, "in another browser" in stolen.text) == (400, True)
    assert "Welcome to Engines" in welcome.text


async def test_an_organization_wants_single_sign_on(browser: AsyncClient, stytch: InMemoryTransport) -> None:
    """A link by mail is not enough there, and the page says what is."""
    ada = stytch.person("ada@example.com")
    engines = stytch.add_organization("Engines", auth_methods="RESTRICTED", allowed_auth_methods=["sso"])
    stytch.add_member(engines, ada.email)
    await arrive(browser, ada)

    asked = await browser.post("/login/organizations", data={"organization_id": engines.id})
    nowhere = await browser.post("/login/sso", data={"organization": engines.id})

    assert f'name="organization" value="{engines.id}"' in asked.text
    assert (nowhere.status_code, "has no single sign-on" in nowhere.text) == (404, True)


async def test_webhooks_keep_the_table(
    browser: AsyncClient, stytch: InMemoryTransport, stytch_b2b_client: B2BClient
) -> None:
    """Who comes is written down, who goes is crossed out, and what is forged is refused."""
    engines = stytch.add_organization("Engines")
    stytch.add_member(engines, "ada@example.com")
    grace = stytch.add_member(engines, "grace@example.com")
    await deliver(browser, stytch)
    before = {member.email_address for member in members.values()}

    await stytch_b2b_client.organizations.members.delete(organization_id=engines.id, member_id=grace.id)
    await deliver(browser, stytch)
    forged = await browser.post("/webhooks/stytch", content=stytch.deliveries()[0].body)

    assert before == {"ada@example.com", "grace@example.com"}
    assert [member.email_address for member in members.values()] == ["ada@example.com"]
    assert forged.status_code == 400


async def test_another_site_logs_nobody_in(browser: AsyncClient, stytch: InMemoryTransport) -> None:
    """It could do so with a login of its own, and the visitor would not notice."""
    await arrive(browser, stytch.person("ada@example.com"))
    form, headers = {"name": "Engines"}, {"Sec-Fetch-Site": "cross-site"}

    refused = await browser.post("/login/organizations/new", data=form, headers=headers)

    assert (refused.status_code, "came from another site" in refused.text) == (403, True)
    assert "stytch_session" not in browser.cookies


@pytest.mark.parametrize("path", ["/logout", "/mfa", "/members", "/switch"])
async def test_forms_of_other_sites_are_refused(path: str, browser: AsyncClient, stytch: InMemoryTransport) -> None:
    """A visitor's cookies are of no use to them."""
    await arrive(browser, stytch.person("ada@example.com"))
    await browser.post("/login/organizations/new", data={"name": "Engines"})
    before = len(stytch.calls)

    form = {"email": "grace@example.com", "organization_id": "x"}
    refused = await browser.post(path, data=form, headers={"Sec-Fetch-Site": "cross-site"})

    assert (refused.status_code, "came from another site" in refused.text) == (403, True)
    assert len(stytch.calls) == before


async def test_a_logout_ends_the_session(browser: AsyncClient, stytch: InMemoryTransport) -> None:
    """Neither this browser nor a copy of its cookies is let in afterwards."""
    stytch.add_organization("Engines")
    browser.cookies.update(stytch.sign_in_member("ada@example.com", organization="engines").cookies)
    copy = dict(browser.cookies)

    await browser.post("/logout")
    here = await browser.get("/")
    browser.cookies.update(copy)
    elsewhere = await browser.get("/")

    assert (here.status_code, elsewhere.status_code) == (401, 401)


PAGES = [
    ("GET", "/", {}, "discovery.organizations.list"),
    ("GET", "/members", {}, "sessions.authenticate"),
    ("POST", "/members", {"email": "grace@example.com"}, "magic_links.email.invite"),
    ("POST", "/mfa", {}, "organizations.update"),
    ("POST", "/switch", {"organization_id": "engines"}, "sessions.exchange"),
    ("POST", "/logout", {}, "sessions.revoke"),
    ("POST", "/login", {"email": "ada@example.com"}, "magic_links.email.discovery.send"),
    ("POST", "/login/sso", {"organization": "engines"}, "organizations.get"),
    ("GET", "/login/organizations", {}, "discovery.organizations.list"),
    ("POST", "/login/organizations", {"organization_id": "engines"}, "discovery.intermediate_sessions.exchange"),
    ("POST", "/login/organizations/new", {"name": "Looms"}, "discovery.organizations.create"),
    ("GET", "/login/{}/methods", {}, "discovery.organizations.list"),
    ("GET", "/login/{}/code", {}, "discovery.organizations.list"),
    ("POST", "/login/{}/phone", {"phone_number": PHONE}, "otps.sms.send"),
    ("POST", "/login/{}/code", {"code": "123456"}, "otps.sms.authenticate"),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page[0]} {page[1]}")
async def test_an_outage_is_not_a_logout(
    page: tuple[str, str, dict[str, str], str],
    browser: AsyncClient,
    stytch: InMemoryTransport,
    stytch_b2b_client: B2BClient,
) -> None:
    """Each page that needs Stytch says so with a 503, and the visitor and their login go on afterwards."""
    method, path, form, call = page
    ada, engines = stytch.person("ada@example.com"), stytch.add_organization("Engines")
    session = stytch.sign_in_member(ada.email, organization=engines.id, roles=["stytch_admin"])
    browser.cookies.update(session.cookies)
    await arrive(browser, ada)
    stytch.project.clock.advance(minutes=6 if call == "sessions.authenticate" else 0)
    stytch.fail_next(attrgetter(call)(stytch_b2b_client), status=503)

    during = await browser.request(method, path.format(engines.id), data=form)
    after, halfway = await browser.get("/members"), await browser.get("/login/organizations")

    assert (during.status_code, "logged in stays so" in during.text) == (503, True)
    assert (after.status_code, halfway.status_code) == (200, 200)


async def test_an_outage_spoils_no_link(
    browser: AsyncClient, stytch: InMemoryTransport, stytch_b2b_client: B2BClient
) -> None:
    """The link of a mail still works when Stytch is back."""
    ada = stytch.person("ada@example.com")
    stytch.fail_next(stytch_b2b_client.magic_links.discovery.authenticate, status=503)

    during = await arrive(browser, ada)
    after = await browser.get(ada.inbox.last().url or "")

    assert (during.status_code, "Where to?" in after.text) == (503, True)
