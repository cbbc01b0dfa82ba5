from collections.abc import Awaitable, Callable

import pytest

from stytch_async import PKCE
from stytch_async.callbacks import read_callback
from stytch_async.clients import B2BClient
from stytch_async.emulator import Project, RedirectURL
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.world.person import Person
from stytch_async.errors import APIError
from stytch_async.transports.memory import InMemoryTransport

EMAIL = "ada@example.com"
LOGIN = "https://app.example.com/login"
SIGNUP = "https://app.example.com/signup"

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


def refused(ada: Person, url: str) -> str | None:
    """Visit a URL that is refused, and return the type of the refusal."""
    with pytest.raises(APIError) as caught:
        ada.visit(url)
    return caught.value.error_type


def test_members_and_others_come_back_elsewhere(
    b2b: B2BClient, transport: InMemoryTransport, engines: Organization, ada: Person
) -> None:
    """The URL says which of the two it is, and names the organization; its slug serves as well as its id."""
    urls = {"login_redirect_url": LOGIN, "signup_redirect_url": SIGNUP}

    new = ada.visit(b2b.oauth.start_url("google", organization_id=engines.id, **urls))
    transport.add_member(engines, EMAIL)
    known = ada.visit(b2b.oauth.start_url("google", organization_slug=engines.slug, **urls))

    assert new.startswith(f"{SIGNUP}?stytch_redirect_type=signup&slug={engines.slug}&stytch_token_type=oauth&token=")
    assert known.startswith(f"{LOGIN}?stytch_redirect_type=login&slug={engines.slug}&stytch_token_type=oauth&token=")


def test_discovery_comes_back_without_an_organization(b2b: B2BClient, ada: Person) -> None:
    """Its token has a type of its own."""
    back = read_callback(ada.visit(b2b.oauth.discovery.start_url("google", discovery_redirect_url=LOGIN)))

    assert (back.token_type, back.redirect_type, back.slug) == ("discovery_oauth", "login", None)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "missing_oauth_organization_locator"),
        ("&organization_id=one&slug=two", "too_many_oauth_organization_locators"),
        ("&slug=nobody", "organization_not_found"),
    ],
)
def test_one_organization_is_named(ada: Person, project: Project, query: str, expected: str) -> None:
    """None, several and unknown ones are refused."""
    start = f"https://test.stytch.com/v1/b2b/public/oauth/google/start?public_token={project.public_token}"

    assert refused(ada, f"{start}{query}") == expected


def test_discovery_urls_are_registered(b2b: B2BClient, ada: Person, project: Project) -> None:
    """A URL that is good for logins only is refused, as is a text, and none where there is no default."""
    project.settings.redirect_urls = [RedirectURL(LOGIN, types={"LOGIN"})]
    start_url = b2b.oauth.discovery.start_url

    found = [
        refused(ada, start_url("google", discovery_redirect_url=LOGIN)),
        refused(ada, start_url("google", discovery_redirect_url="nowhere")),
        refused(ada, start_url("google")),
    ]

    assert found == [
        "no_match_for_provided_oauth_url",
        "invalid_discovery_redirect_url",
        "no_default_discovery_redirect_url_set",
    ]


@pytest.mark.parametrize("provider", ["apple", "steam"])
def test_other_providers_are_refused(b2b: B2BClient, ada: Person, provider: str) -> None:
    """Members log in with five of them."""
    assert refused(ada, b2b.oauth.discovery.start_url(provider)) == "invalid_oauth_provider"


def test_a_provider_that_tells_no_address_is_no_use(b2b: B2BClient, ada: Person) -> None:
    """A member is found by it."""
    ada.account("github").email = ""

    assert refused(ada, b2b.oauth.discovery.start_url("github")) == "oauth_unverified_email"


async def test_pkce_holds_the_login_together(b2b: B2BClient, ada: Person, refusal: Refusal) -> None:
    """The challenge goes under the name that B2B has for it."""
    pkce = PKCE.generate()
    token = read_callback(ada.visit(b2b.oauth.discovery.start_url("google", pkce=pkce))).token

    found = await refusal(b2b.oauth.discovery.authenticate(discovery_oauth_token=token))
    login = await b2b.oauth.discovery.authenticate(discovery_oauth_token=token, pkce_code_verifier=pkce.verifier)

    assert found == (400, "pkce_expected_code_verifier")
    assert login.email_address == EMAIL


def test_a_consumer_project_has_no_organizations(b2b: B2BClient, ada: Person, project: Project) -> None:
    """The start URLs of the other kind of project are refused."""
    project.vertical = "consumer"

    assert refused(ada, b2b.oauth.discovery.start_url("google")) == "invalid_b2b_endpoint"
