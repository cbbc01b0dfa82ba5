from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from stytch_async.callbacks import read_callback
from stytch_async.clients import B2BClient
from stytch_async.emulator import Project, RedirectURL
from stytch_async.emulator.front.pages import PAGES, page_of
from stytch_async.emulator.world.browser import visit
from stytch_async.emulator.world.oidc import OIDCProvider
from stytch_async.emulator.world.saml import SAMLProvider
from stytch_async.pkce import PKCE
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sso import OIDCConnection, SAMLConnection
from stytch_async.transports.memory import InMemoryTransport
from tests.emulator.b2b.sso.conftest import Enter, Stranded
from tests.emulator.conftest import Refusal

TOKEN = "public-token-test-22222222-2222-4222-8222-222222222222"
BASE = "https://test.stytch.com/v1/public/sso/start"
LOGIN, SIGNUP = "https://app.example.com/login?next=1", "https://app.example.com/signup"


@pytest.fixture
def browser(transport: InMemoryTransport) -> Iterator[B2BClient]:
    """Return a client that can make start URLs."""
    return B2BClient(transport=transport, public_token=TOKEN)


def parameters(url: str) -> dict[str, str]:
    """Return the parameters of a URL."""
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


async def test_a_browser_is_sent_to_a_saml_provider(
    browser: B2BClient, okta: SAMLProvider, saml: SAMLConnection, project: Project
) -> None:
    """The request is for the connection's own URL, and signed."""
    url = visit(project, browser.sso.start_url(connection_id=saml.connection_id))

    assert url.startswith(f"{okta.sso_url}?SAMLRequest=")
    assert parameters(url).keys() == {"SAMLRequest", "RelayState", "SigAlg", "Signature"}


async def test_a_browser_is_sent_to_an_openid_provider(
    browser: B2BClient, google: OIDCProvider, oidc: OIDCConnection, project: Project
) -> None:
    """What is asked for are a code and the usual scopes, with those of the start URL after them."""
    url = visit(project, browser.sso.start_url(connection_id=oidc.connection_id, custom_scopes=["groups", "email"]))

    asked = parameters(url)
    assert url.startswith(f"{google.issuer}/authorize?")
    assert (asked["response_type"], asked["client_id"]) == ("code", google.client_id)
    assert asked["redirect_uri"] == oidc.redirect_url
    assert asked["scope"] == "openid email profile groups"


@pytest.mark.parametrize("scopes", ["openid groups", "openid+groups", "openid%20groups"])
async def test_scopes_of_the_connection_take_the_place_of_the_usual_ones(
    b2b: B2BClient, browser: B2BClient, google: OIDCProvider, oidc: OIDCConnection, project: Project, *, scopes: str
) -> None:
    """However they are parted."""
    await b2b.sso.oidc.update_connection(
        organization_id=oidc.organization_id, connection_id=oidc.connection_id, custom_scopes=scopes
    )

    url = visit(project, browser.sso.start_url(connection_id=oidc.connection_id, custom_scopes=["mail"]))

    assert url.startswith(google.issuer)
    assert parameters(url)["scope"] == "openid groups mail"


async def test_a_start_is_told_as_json_too(
    okta: SAMLProvider, saml: SAMLConnection, transport: InMemoryTransport
) -> None:
    """Where the browser goes stands in a header and in the body."""
    from stytch_async.transports.interface import HTTPRequest

    url = f"{BASE}?public_token={TOKEN}&connection_id={saml.connection_id}"

    response = await transport.send(HTTPRequest("GET", url, {}, None, None))

    assert response.status == 302
    assert response.headers["Location"].startswith(okta.sso_url)
    assert response.headers["Location"].split("?")[0].encode() in response.content
    assert b'"status_code": 302' in response.content


@pytest.mark.parametrize("name", ["organization_id", "organization_external_id"])
async def test_an_organization_stands_for_its_default_connection(
    b2b: B2BClient, okta: SAMLProvider, google: OIDCProvider, saml: SAMLConnection, project: Project, *, name: str
) -> None:
    """It may be named by its external id."""
    organization = project.organizations[saml.organization_id]
    organization.external_id = "crm-1"
    project.organizations.save(organization)
    shown = (await b2b.organizations.get(organization_id=saml.organization_id)).organization

    url = visit(project, f"{BASE}?public_token={TOKEN}&organization_id={getattr(shown, name)}")

    assert shown.sso_default_connection_id == saml.connection_id
    assert url.startswith(okta.sso_url)
    assert google.issuer not in url


async def test_the_only_active_connection_needs_not_be_the_default(
    okta: SAMLProvider, oidc: OIDCConnection, saml: SAMLConnection, project: Project
) -> None:
    """Pending ones do not count."""
    project.organizations[saml.organization_id].default_connection_id = None

    url = visit(project, f"{BASE}?public_token={TOKEN}&organization_id={saml.organization_id}")

    assert url.startswith(okta.sso_url)
    assert oidc.status == "pending"


async def test_several_connections_without_a_default_are_too_many(
    okta: SAMLProvider, google: OIDCProvider, saml: SAMLConnection, project: Project, stranded: Stranded
) -> None:
    """Nothing tells then which one is meant."""
    project.organizations[saml.organization_id].default_connection_id = None

    refused = stranded(lambda: visit(project, f"{BASE}?public_token={TOKEN}&organization_id={saml.organization_id}"))

    assert okta.entity_id != google.issuer
    assert refused == (400, "indeterminate_sso_connection_for_organization")


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("", (400, "missing_sso_connection_locator")),
        ("&connection_id=x&organization_id=x", (400, "too_many_sso_connection_locators")),
        ("&connection_id=x", (404, "sso_connection_not_found")),
        ("&connection_id={pending}", (404, "sso_connection_not_found")),
        ("&organization_id=x", (404, "organization_not_found")),
        ("&organization_id={empty}", (400, "no_sso_connection_exists_for_organization")),
        ("&connection_id={active}&login_redirect_url=x", (400, "invalid_login_sso_url")),
        ("&connection_id={active}&signup_redirect_url=x", (400, "invalid_signup_sso_url")),
        ("&connection_id={active}&login_redirect_url=https://e.example.com", (400, "no_match_for_provided_sso_url")),
        ("&connection_id={active}&pkce_code_challenge=x", (400, "invalid_pkce_code_challenge")),
    ],
)
async def test_a_start_that_leads_nowhere_is_refused(
    b2b: B2BClient,
    okta: SAMLProvider,
    oidc: OIDCConnection,
    saml: SAMLConnection,
    project: Project,
    *,
    stranded: Stranded,
    query: str,
    error: tuple[int, str],
) -> None:
    """The browser stays where it is, and learns why."""
    empty = (await b2b.organizations.create(organization_name="Empty")).organization
    project.settings.redirect_urls = [RedirectURL(LOGIN, default_for=["LOGIN", "SIGNUP"])]
    named = query.format(pending=oidc.connection_id, active=saml.connection_id, empty=empty.organization_id)

    refused = stranded(lambda: visit(project, f"{BASE}?public_token={TOKEN}{named}"))

    assert okta.sso_url
    assert refused == error
    assert len(project.sso_starts) == 0


@pytest.mark.parametrize(
    ("token", "error"),
    [
        ("", (400, "public_token_required")),
        ("public_token=secret", (400, "invalid_public_token_id")),
        ("public_token=public-token-live-1", (404, "public_token_not_found")),
    ],
)
async def test_a_start_needs_a_public_token(
    b2b: B2BClient, saml: SAMLConnection, project: Project, stranded: Stranded, *, token: str, error: tuple[int, str]
) -> None:
    """It must be one of the project's environment."""
    await b2b.sso.get_connections(organization_id=saml.organization_id)

    refused = stranded(lambda: visit(project, f"{BASE}?{token}&connection_id={saml.connection_id}"))

    assert refused == error


def test_a_consumer_project_has_no_such_page(stranded: Stranded) -> None:
    """Single sign-on is for B2B projects."""
    refused = stranded(lambda: visit(Project(vertical="consumer"), f"{BASE}?public_token={TOKEN}"))

    assert refused == (400, "invalid_b2b_endpoint")


async def test_newcomers_and_members_come_back_to_different_urls(
    browser: B2BClient, okta: SAMLProvider, saml: SAMLConnection, organization: Organization, enter: Enter
) -> None:
    """The parameters of the URL stay, and say what the token is good for, and where."""
    url = browser.sso.start_url(connection_id=saml.connection_id, login_redirect_url=LOGIN, signup_redirect_url=SIGNUP)

    first = okta.log_in("ada@example.com", start_url=url)
    await enter(first)
    second = okta.log_in("ada@example.com", start_url=url)

    assert first.startswith(f"{SIGNUP}?slug={organization.organization_slug}&stytch_redirect_type=signup&")
    assert second.startswith(f"{LOGIN}&slug={organization.organization_slug}&stytch_redirect_type=login&")
    assert read_callback(first).token_type == read_callback(second).token_type == "sso"


async def test_a_project_without_a_default_needs_both_urls(
    browser: B2BClient, okta: SAMLProvider, saml: SAMLConnection, project: Project, stranded: Stranded
) -> None:
    """Each is missed by its own name."""
    project.settings.redirect_urls = [RedirectURL(LOGIN)]
    start_url, place = browser.sso.start_url, {"connection_id": saml.connection_id}

    no_login = stranded(lambda: visit(project, start_url(**place)))
    no_signup = stranded(lambda: visit(project, start_url(**place, login_redirect_url=LOGIN)))

    assert okta.sso_url
    assert no_login == (400, "no_default_login_redirect_url_set")
    assert no_signup == (400, "no_default_signup_redirect_url_set")


async def test_a_challenge_wants_its_verifier(
    browser: B2BClient, okta: SAMLProvider, saml: SAMLConnection, enter: Enter, refusal: Refusal
) -> None:
    """Who began the login is the only one to end it; a wrong verifier spends nothing."""
    pkce = PKCE.generate()
    start: dict[str, Any] = {"connection_id": saml.connection_id}
    back = okta.log_in("ada@example.com", start_url=browser.sso.start_url(**start, pkce=pkce))
    plain = okta.log_in("ada@example.com", start_url=browser.sso.start_url(**start))

    missing = await refusal(enter(back))
    wrong = await refusal(enter(back, pkce_code_verifier=PKCE.generate().verifier))
    misspelt = await refusal(enter(back, pkce_code_verifier="x"))
    needless = await refusal(enter(plain, pkce_code_verifier=pkce.verifier))
    login = await enter(back, pkce_code_verifier=pkce.verifier)

    assert missing == (400, "pkce_expected_code_verifier")
    assert wrong == (400, "pkce_mismatch")
    assert misspelt == (400, "invalid_pkce_code_verifier")
    assert needless == (400, "pkce_did_not_expect_code_verifier")
    assert login.member_authenticated


@pytest.mark.parametrize("opening", PAGES.values(), ids=PAGES)
def test_every_page_is_there(opening: Any) -> None:
    """What the table of public paths names can be imported."""
    assert callable(page_of(opening))
