"""What a browser comes back with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stytch_async import Callback, read_callback
from stytch_async.errors import CallbackError

TOKEN = "mZAYn5aLEqKUlZ_Ad9U_fWr38GaAQ1oFAhT8ds245v7Q"
QUERY = f"stytch_redirect_type=login&stytch_token_type=multi_tenant_magic_links&slug=engines&token={TOKEN}"
READ = Callback(token_type="multi_tenant_magic_links", token=TOKEN, slug="engines", redirect_type="login")


@pytest.mark.parametrize(
    "callback",
    [
        f"https://app.example.com/back?next=%2F&{QUERY}",
        f"https://app.example.com/back?{QUERY}#top",
        f"?{QUERY}",
        QUERY,
        dict(pair.split("=") for pair in QUERY.split("&")),
    ],
    ids=["url", "fragment", "question-mark", "query", "mapping"],
)
def test_a_callback_is_read_from_whatever_the_framework_has(callback: str) -> None:
    """A URL, a query and its parameters say the same."""
    assert read_callback(callback) == READ


def test_a_consumer_callback_has_no_organization() -> None:
    """Only token and type are always there."""
    callback = read_callback({"stytch_token_type": "oauth", "token": TOKEN})

    assert (callback.slug, callback.redirect_type) == (None, None)


@pytest.mark.parametrize(
    ("callback", "problem"),
    [
        ("https://app.example.com/back", "it has no stytch_token_type"),
        ("stytch_token_type=oauth", "it has no token"),
        ("stytch_token_type=oauth&token=", "it has no token"),
        ("stytch_token_type=oauth&token=a&token=b", "it has more than one token"),
        ("http://[?stytch_token_type=oauth&token=a", "it cannot be read"),
        (f"token={'a' * 9000}", "it is longer than 8192 characters"),
    ],
)
def test_what_a_stranger_types_is_refused(callback: str, problem: str) -> None:
    """The error says what is wrong and shows no value."""
    with pytest.raises(CallbackError) as caught:
        read_callback(callback)

    assert str(caught.value) == f"the callback is not one of Stytch's: {problem}"


@given(st.text())
def test_nothing_else_is_raised(callback: str) -> None:
    """Anybody may open the redirect URL with anything."""
    try:
        found = read_callback(callback)
    except CallbackError:
        return
    assert found.token


def test_the_token_stays_out_of_sight() -> None:
    """Who has the token is logged in."""
    assert TOKEN not in repr(READ)
