"""The URLs that logins in the browser start at."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stytch_async import PKCE, B2BClient, Client
from stytch_async.errors import ConfigurationError, InvalidRequestError

PROJECT = ("project-test-11111111-1111-4111-8111-111111111111", "secret-test-of-the-tests")
TOKEN = "public-token-test-22222222-2222-4222-8222-222222222222"
BACK = "https://app.example.com/back?x=1&y=2"
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1)


@pytest.fixture
def client() -> Client:
    """Return a client that can make start URLs."""
    return Client(*PROJECT, public_token=TOKEN)


@pytest.fixture
def b2b() -> B2BClient:
    """Return a B2B client that can make start URLs."""
    return B2BClient(*PROJECT, public_token=TOKEN)


def parts(url: str) -> tuple[str, dict[str, str]]:
    """Take a URL apart: what stands before the query, and the parameters without the token."""
    found = urlsplit(url)
    parameters = dict(parse_qsl(found.query, keep_blank_values=True, strict_parsing=True))
    assert parameters.pop("public_token") == TOKEN
    return f"{found.scheme}://{found.netloc}{found.path}", parameters


def test_a_user_starts_at_the_providers_own_path(client: Client) -> None:
    """All arguments travel, and the challenge of Consumer goes by its own name."""
    url = client.oauth.start_url(
        "google",
        login_redirect_url=BACK,
        signup_redirect_url=BACK,
        custom_scopes=["calendar.read", "mail"],
        provider_params={"login_hint": "ada@example.com"},
        oauth_attach_token="attached",
        pkce=PKCE.of(VERIFIER),
    )

    assert parts(url) == (
        "https://test.stytch.com/v1/public/oauth/google/start",
        {
            "login_redirect_url": BACK,
            "signup_redirect_url": BACK,
            "oauth_attach_token": "attached",
            "code_challenge": CHALLENGE,
            "custom_scopes": "calendar.read mail",
            "provider_login_hint": "ada@example.com",
        },
    )


def test_blanks_are_no_plus_signs(client: Client) -> None:
    """Scopes are parted by %20, which is what Stytch reads."""
    url = client.oauth.start_url("google", custom_scopes=["a", "b"])

    assert "custom_scopes=a%20b" in url


def test_a_member_starts_at_an_organization(b2b: B2BClient) -> None:
    """The slug goes by a shorter name, and the challenge by a longer one."""
    url = b2b.oauth.start_url("slack", organization_slug="engines", pkce=PKCE.of(VERIFIER))

    assert parts(url) == (
        "https://test.stytch.com/v1/b2b/public/oauth/slack/start",
        {"slug": "engines", "pkce_code_challenge": CHALLENGE},
    )


def test_discovery_starts_without_an_organization(b2b: B2BClient) -> None:
    """It has a path and a redirect URL of its own."""
    url = b2b.oauth.discovery.start_url("microsoft", discovery_redirect_url=BACK)

    assert parts(url) == (
        "https://test.stytch.com/v1/b2b/public/oauth/microsoft/discovery/start",
        {"discovery_redirect_url": BACK},
    )


def test_single_sign_on_starts_at_a_connection(b2b: B2BClient) -> None:
    """Its path knows neither B2B nor a provider."""
    url = b2b.sso.start_url(connection_id="saml-connection-test-1", login_redirect_url=BACK, pkce=PKCE.of(VERIFIER))

    assert parts(url) == (
        "https://test.stytch.com/v1/public/sso/start",
        {"connection_id": "saml-connection-test-1", "login_redirect_url": BACK, "pkce_code_challenge": CHALLENGE},
    )


def test_a_domain_of_ones_own_is_what_browsers_see() -> None:
    """Only start URLs go there; the API's host stays as it is."""
    client = Client(*PROJECT, public_token=TOKEN, domain="login.example.com")

    url = client.oauth.start_url("github")

    assert parts(url)[0] == "https://login.example.com/v1/public/oauth/github/start"


def test_a_base_url_is_kept_with_its_prefix() -> None:
    """A served emulator or a gateway serves the start URLs, too."""
    client = Client(*PROJECT, public_token=TOKEN, base_url="http://localhost:8787/stytch")

    url = client.oauth.start_url("github")

    assert parts(url)[0] == "http://localhost:8787/stytch/v1/public/oauth/github/start"


def test_a_public_token_is_needed() -> None:
    """The error says where it comes from."""
    client = Client(*PROJECT)

    with pytest.raises(ConfigurationError, match="STYTCH_PUBLIC_TOKEN"):
        client.oauth.start_url("google")


@pytest.mark.parametrize(
    "public_token", ["nonsense", "public-token-live-22222222-2222-4222-8222-222222222222", PROJECT[1]]
)
def test_a_public_token_fits_the_project(public_token: str) -> None:
    """Test and live tokens look alike, so that they are told apart before a visitor is lost."""
    with pytest.raises(ConfigurationError, match="public_token"):
        Client(*PROJECT, public_token=public_token)


def test_the_environment_brings_the_public_token(monkeypatch: pytest.MonkeyPatch) -> None:
    """A client from the environment needs nothing more."""
    monkeypatch.setenv("STYTCH_PROJECT_ID", PROJECT[0])
    monkeypatch.setenv("STYTCH_SECRET", PROJECT[1])
    monkeypatch.setenv("STYTCH_PUBLIC_TOKEN", TOKEN)

    url = Client.from_env().oauth.start_url("google")

    assert parts(url)[1] == {}


@pytest.mark.parametrize(
    "locators", [{}, {"organization_id": "organization-test-1", "organization_slug": "engines"}], ids=["none", "both"]
)
def test_an_organization_is_named_in_one_way(b2b: B2BClient, locators: dict[str, str]) -> None:
    """Stytch would answer a visitor's browser with the refusal; so it comes before that."""
    with pytest.raises(InvalidRequestError, match="organization"):
        b2b.oauth.start_url("google", **locators)


@pytest.mark.parametrize(
    "locators", [{}, {"organization_id": "organization-test-1", "connection_id": "oidc-1"}], ids=["none", "both"]
)
def test_a_connection_is_named_in_one_way(b2b: B2BClient, locators: dict[str, str]) -> None:
    """The same holds for single sign-on."""
    with pytest.raises(InvalidRequestError, match="connection_id"):
        b2b.sso.start_url(**locators)


def test_scopes_are_several_texts(client: Client) -> None:
    """One text would be taken for its letters."""
    with pytest.raises(InvalidRequestError, match="custom_scopes"):
        client.oauth.start_url("google", custom_scopes="calendar")


@pytest.mark.parametrize("provider", ["", ".", ".."])
def test_a_provider_cannot_leave_its_place(client: Client, provider: str) -> None:
    """It is a part of the path."""
    with pytest.raises(InvalidRequestError, match="provider"):
        client.oauth.start_url(provider)


@given(scope=TEXTS, name=TEXTS, value=TEXTS, provider=TEXTS)
def test_any_text_survives_the_url(scope: str, name: str, value: str, provider: str) -> None:
    """Whatever is passed on arrives as it was, and adds no parameter of its own."""
    client = Client(*PROJECT, public_token=TOKEN)

    url = client.oauth.start_url(f"x{provider}", custom_scopes=[scope], provider_params={name: value})

    place, parameters = parts(url)
    assert parameters == {"custom_scopes": scope, f"provider_{name}": value}
    assert place.count("/") == 7
