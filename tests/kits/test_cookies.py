"""Cookies as headers."""

import datetime as dt
from typing import Any

import pytest

from stytch_async import ConfigurationError
from stytch_async.integrations.cookies import Cookies

NOON = dt.datetime(2026, 3, 1, 13, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def test_a_cookie_is_kept_from_scripts_and_from_other_sites() -> None:
    """The defaults are the safe ones, and the end is told in GMT."""
    written = Cookies().write("stytch_session", "abc=", expires=NOON)

    assert (
        written == "stytch_session=abc=; Path=/; Expires=Sun, 01 Mar 2026 12:00:00 GMT; SameSite=Lax; Secure; HttpOnly"
    )


def test_a_cookie_without_an_end_goes_with_the_browser() -> None:
    """Whatever is asked for is written, and nothing else."""
    cookies = Cookies(domain="example.com", path="/app", secure=False, httponly=False, samesite="strict")

    written = cookies.write("stytch_session", "abc")

    assert written == "stytch_session=abc; Domain=example.com; Path=/app; SameSite=Strict"


def test_a_cookie_is_deleted_where_it_was_set() -> None:
    """Browsers compare domain and path."""
    written = Cookies(domain="example.com").write("stytch_session", None)

    assert written.startswith(
        "stytch_session=; Domain=example.com; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT"
    )


@pytest.mark.parametrize("value", ["a b", "a;b", "a,b", "a\r\nSet-Cookie: b", 'a"b', "ä"])
def test_a_value_cannot_end_the_cookie(value: str) -> None:
    """Nothing that comes from elsewhere can add to the header, and the error does not repeat it."""
    with pytest.raises(ValueError, match="stytch_session") as caught:
        Cookies().write("stytch_session", value)

    assert value not in str(caught.value)


@pytest.mark.parametrize(
    "options",
    [
        {"token": "a b"},
        {"jwt": ""},
        {"token": "same", "jwt": "same"},
        {"domain": "example.com; Secure"},
        {"path": "/\n"},
        {"samesite": "none", "secure": False},
    ],
    ids=str,
)
def test_cookies_that_browsers_would_drop_are_refused(options: dict[str, Any]) -> None:
    """When the app is built, and not at the first login."""
    with pytest.raises(ConfigurationError):
        Cookies(**options)
