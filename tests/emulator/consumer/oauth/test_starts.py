from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import pytest

from stytch_async import PKCE
from stytch_async.callbacks import read_callback
from stytch_async.clients import Client
from stytch_async.emulator import Project, RedirectURL
from stytch_async.emulator.world.person import Person
from stytch_async.errors import APIError
from stytch_async.schemas.consumer.oauth import AuthenticateResponse
from stytch_async.transports.memory import InMemoryTransport

LOGIN = "https://app.example.com/login"
SIGNUP = "https://app.example.com/signup?plan=pro"

LogIn = Callable[..., Awaitable[AuthenticateResponse]]
Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


def refused(ada: Person, url: str) -> str | None:
    """Visit a URL that is refused, and return the type of the refusal."""
    with pytest.raises(APIError) as caught:
        ada.visit(url)
    return caught.value.error_type


async def test_users_who_are_known_come_back_elsewhere(client: Client, ada: Person, log_in: LogIn) -> None:
    """A new one comes back to the signup URL, whose query is kept; one who is known to the login URL."""
    url = client.oauth.start_url("google", login_redirect_url=LOGIN, signup_redirect_url=SIGNUP)

    new = ada.visit(url)
    await log_in(ada)
    known = ada.visit(url)

    assert new.startswith(f"{SIGNUP}&stytch_token_type=oauth&token=")
    assert known.startswith(f"{LOGIN}?stytch_token_type=oauth&token=")
    assert read_callback(known).redirect_type is None


async def test_the_default_is_where_a_new_project_has_it(client: Client, ada: Person) -> None:
    """A URL that names none leads to the project's own."""
    back = ada.visit(client.oauth.start_url("google"))

    assert urlsplit(back)._replace(query="").geturl() == "http://localhost:3000/authenticate"


@pytest.mark.parametrize(
    ("urls", "expected"),
    [
        ({"login_redirect_url": "nowhere"}, "invalid_login_oauth_url"),
        ({"login_redirect_url": LOGIN, "signup_redirect_url": "nowhere"}, "invalid_signup_oauth_url"),
        ({"login_redirect_url": SIGNUP, "signup_redirect_url": SIGNUP}, "no_match_for_provided_oauth_url"),
        ({"login_redirect_url": LOGIN, "signup_redirect_url": LOGIN}, "no_match_for_provided_oauth_url"),
        ({"signup_redirect_url": SIGNUP}, "no_login_redirect_urls_set"),
        ({"login_redirect_url": LOGIN}, "no_signup_redirect_urls_set"),
    ],
)
async def test_redirect_urls_are_registered_by_type(
    client: Client, ada: Person, project: Project, urls: dict[str, str], expected: str
) -> None:
    """A URL is good for what it is registered for, and without a default one must be given."""
    project.settings.redirect_urls = [RedirectURL(LOGIN, types={"LOGIN"}), RedirectURL(SIGNUP, types={"SIGNUP"})]

    found = refused(ada, client.oauth.start_url("google", **urls))

    assert found == expected
    assert len(project.oauth_starts) == 0


async def test_pkce_holds_the_login_together(client: Client, ada: Person, refusal: Refusal) -> None:
    """Only whoever began the login can end it."""
    pkce = PKCE.generate()
    token = read_callback(ada.visit(client.oauth.start_url("google", pkce=pkce))).token

    found = [
        await refusal(client.oauth.authenticate(token=token)),
        await refusal(client.oauth.authenticate(token=token, code_verifier=PKCE.generate().verifier)),
    ]
    login = await client.oauth.authenticate(token=token, code_verifier=pkce.verifier)

    assert found == [(400, "pkce_expected_code_verifier"), (400, "pkce_mismatch")]
    assert login.user.status == "active"


async def test_the_challenge_has_another_name_for_members(client: Client, ada: Person, refusal: Refusal) -> None:
    """What B2B calls the challenge is nothing to a Consumer start URL."""
    pkce = PKCE.generate()
    url = client.oauth.start_url("google", pkce=pkce).replace("code_challenge", "pkce_code_challenge")
    token = read_callback(ada.visit(url)).token

    found = await refusal(client.oauth.authenticate(token=token, code_verifier=pkce.verifier))

    assert found == (400, "pkce_did_not_expect_code_verifier")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "public_token_required"),
        ("?public_token=mine", "invalid_public_token_id"),
        ("?public_token=public-token-test-other", "public_token_not_found"),
    ],
)
def test_the_public_token_names_the_project(query: str, expected: str) -> None:
    """A start URL without it, or with another project's, begins nothing."""
    stytch = InMemoryTransport(Project(public_token="public-token-test-mine"))

    found = refused(stytch.person("ada@example.com"), f"https://test.stytch.com/v1/public/oauth/google/start{query}")

    assert found == expected


def test_a_client_takes_the_public_token_with_the_credentials() -> None:
    """A transport in memory brings all three."""
    client = Client(transport=InMemoryTransport(Project(public_token="public-token-test-mine")))

    assert "public_token=public-token-test-mine" in client.oauth.start_url("google")


def test_a_projects_public_token_follows_from_its_id() -> None:
    """So projects that are served together differ in it."""
    project = Project(project_id="project-live-one")

    assert project.public_token == "public-token-live-one"


@pytest.mark.parametrize("provider", ["hubspot", "steam"])
def test_other_providers_are_refused(client: Client, ada: Person, provider: str) -> None:
    """HubSpot logs members in only, and Steam nobody."""
    assert refused(ada, client.oauth.start_url(provider)) == "invalid_oauth_provider"


def test_a_challenge_is_a_digest(client: Client, ada: Person) -> None:
    """Anything else is refused at the start."""
    url = f"{client.oauth.start_url('google')}&code_challenge=short"

    assert refused(ada, url) == "invalid_pkce_code_challenge"


def test_a_workspace_can_be_asked_for(client: Client, ada: Person) -> None:
    """An account of another Google Workspace, or of none, is sent away."""
    hers = client.oauth.start_url("google", provider_params={"hd": "example.com"})
    other = client.oauth.start_url("google", provider_params={"hd": "example.org"})

    assert read_callback(ada.visit(hers)).token_type == "oauth"
    assert refused(ada, other) == "invalid_google_hosted_domain_error"


@pytest.mark.parametrize(
    ("provider", "error_type"), [("github", "oauth_config_not_found"), ("apple", "apple_oauth_config_not_found")]
)
async def test_a_provider_has_to_be_set_up(
    client: Client, project: Project, ada: Person, provider: str, error_type: str
) -> None:
    """One that the project's settings do not name is refused; Apple by a type of its own."""
    project.settings.oauth_providers = {"google"}

    found = refused(ada, client.oauth.start_url(provider))

    assert found == error_type
    assert ada.visit(client.oauth.start_url("google")).startswith("http://localhost:3000/authenticate?")
