from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project, RedirectURL

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
EMAIL = "ada@example.com"


@pytest.mark.usefixtures("ada")
async def test_reset_link_leads_to_known_urls_only(client: Client, refusal: Refusal, project: Project) -> None:
    """A URL that is not one of the project's is refused, down to its query."""
    project.settings.redirect_urls = [RedirectURL("https://example.com/reset?a=1", default_for=["LOGIN"])]

    found = await refusal(
        client.passwords.email.reset_start(email=EMAIL, reset_password_redirect_url="https://example.com/reset?a=2")
    )

    assert found == (400, "no_match_for_provided_magic_link_url")


@pytest.mark.usefixtures("ada")
async def test_www_makes_no_difference_to_a_url(client: Client, project: Project) -> None:
    """``www.`` before the host of a redirect URL is not compared."""
    project.settings.redirect_urls = [RedirectURL("https://example.com/reset", default_for=["LOGIN"])]

    await client.passwords.email.reset_start(email=EMAIL, reset_password_redirect_url="https://www.example.com/reset")

    url = project.outbox.last(EMAIL).url
    assert url is not None
    assert url.startswith("https://www.example.com/reset?")


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize("purpose", ["login", "reset_password"])
async def test_redirect_must_be_a_url(client: Client, refusal: Refusal, purpose: str) -> None:
    """A text that is not a URL is refused, with an error type for each argument."""
    found = await refusal(client.passwords.email.reset_start(email=EMAIL, **{f"{purpose}_redirect_url": "nowhere"}))

    name = {"login": "login", "reset_password": "password_reset"}[purpose]
    assert found == (400, f"invalid_{name}_redirect_url")


@pytest.mark.usefixtures("ada")
async def test_redirect_must_be_given_where_there_is_no_default(
    client: Client, refusal: Refusal, project: Project
) -> None:
    """A project without a default URL needs one in every request."""
    project.settings.redirect_urls = []

    found = await refusal(client.passwords.email.reset_start(email=EMAIL))

    assert found == (400, "no_default_login_redirect_url_set")
