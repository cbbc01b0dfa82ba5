from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project, RedirectURL
from stytch_async.schemas.consumer.passwords import CreateResponse

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL = "ada@example.com"
PASSWORD = "a long and quiet river"


@pytest.fixture
async def ada(client: Client) -> CreateResponse:
    """Return a user with a password that is good at first."""
    return await client.passwords.create(email=EMAIL, password=PASSWORD)


@pytest.mark.usefixtures("ada")
async def test_a_password_that_has_become_too_weak_must_be_reset(
    client: Client, refusal: Refusal, project: Project
) -> None:
    """Where the project says so, a login goes by the policy of the day."""
    config = project.settings.password_strength_config
    config.validation_policy, config.luds_min_password_length = "LUDS", 32
    accepted = await client.passwords.authenticate(email=EMAIL, password=PASSWORD)
    config.validate_on_authentication = True

    found = await refusal(client.passwords.authenticate(email=EMAIL, password=PASSWORD))

    assert accepted.status_code == 200
    assert found == (400, "reset_password")


@pytest.mark.usefixtures("ada")
async def test_a_redirect_url_is_good_for_its_types(client: Client, refusal: Refusal, project: Project) -> None:
    """The default of one type is not that of another, nor may it be used for it."""
    url = "https://example.com/login"
    project.settings.redirect_urls = [RedirectURL(url, types=["LOGIN"], default_for=["LOGIN"])]

    missing = await refusal(client.passwords.email.reset_start(email=EMAIL))
    wrong = await refusal(client.passwords.email.reset_start(email=EMAIL, reset_password_redirect_url=url))

    assert missing == (400, "no_password_reset_redirect_url")
    assert wrong == (400, "no_match_for_provided_magic_link_url")


@pytest.mark.usefixtures("ada")
async def test_the_default_of_a_type_is_where_links_lead(client: Client, project: Project) -> None:
    """Whatever comes before it in the list."""
    project.settings.redirect_urls = [
        RedirectURL("https://example.com/other"),
        RedirectURL("https://example.com/reset", default_for=["LOGIN", "RESET_PASSWORD"]),
    ]

    await client.passwords.email.reset_start(email=EMAIL)

    url = project.outbox.last(EMAIL).url
    assert url is not None
    assert url.startswith("https://example.com/reset?")


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize("url", ["http://[", "https://", "//example.com", "\x00", "http://]"])
async def test_what_cannot_be_parsed_is_not_a_redirect_url(client: Client, refusal: Refusal, url: str) -> None:
    """It is refused like any other text that is not a URL."""
    found = await refusal(client.passwords.email.reset_start(email=EMAIL, login_redirect_url=url))

    assert found == (400, "invalid_login_redirect_url")


@pytest.mark.usefixtures("ada")
async def test_an_empty_password_is_refused(client: Client, refusal: Refusal) -> None:
    """Nobody can set one, and nobody has one."""
    checked = await refusal(client.passwords.strength_check(password="", email=EMAIL))
    made = await refusal(client.passwords.create(email="grace@example.com", password=""))
    shown = await refusal(client.passwords.authenticate(email=EMAIL, password=""))

    assert checked == made == (400, "bad_request")
    assert shown == (401, "unauthorized_credentials")


def test_a_redirect_url_has_known_types() -> None:
    """A misspelling is found when the setting is made."""
    with pytest.raises(ValueError, match="LOGOUT"):
        RedirectURL("https://example.com", types=["LOGOUT"])  # type: ignore[list-item]
