"""Which requests come from another site's page."""

import pytest

from stytch_async import ConfigurationError
from stytch_async.integrations.origins import WEBSOCKET, checked_origins, is_cross_origin

HOST = {"host": "app.example.com"}
THERE = "https://elsewhere.example.com"


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_what_changes_nothing_may_come_from_anywhere(method: str) -> None:
    """A link to a page has to work."""
    assert not is_cross_origin(method, {**HOST, "sec-fetch-site": "cross-site"})


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", WEBSOCKET])
@pytest.mark.parametrize(
    ("headers", "refused"),
    [
        ({"sec-fetch-site": "same-origin"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": "same-site"}, True),
        ({"sec-fetch-site": "cross-site"}, True),
        ({"sec-fetch-site": "cross-site", "origin": "https://app.example.com"}, True),
        ({"sec-fetch-site": "same-site", "origin": "https://admin.example.com"}, False),
        ({"origin": "https://app.example.com"}, False),
        ({"origin": "https://app.example.com:8443"}, True),
        ({"origin": THERE}, True),
        ({"origin": "null"}, True),
        ({"origin": "https://admin.example.com"}, False),
        ({}, False),
    ],
    ids=str,
)
def test_what_changes_something_comes_from_the_app(method: str, headers: dict[str, str], refused: bool) -> None:  # noqa: FBT001
    """Or from a site that is trusted, or from no browser."""
    assert is_cross_origin(method, {**HOST, **headers}, {"https://admin.example.com"}) is refused


def test_the_host_counts_with_its_port() -> None:
    """Two apps on one machine are two origins."""
    headers = {"host": "localhost:8000", "origin": "http://localhost:8000"}

    assert not is_cross_origin("POST", headers)
    assert is_cross_origin("POST", {**headers, "origin": "http://localhost:9000"})


@pytest.mark.parametrize(
    "origin", ["app.example.com", "https://app.example.com/", "https://App.example.com", "null", "*"]
)
def test_an_origin_that_no_browser_sends_is_refused(origin: str) -> None:
    """It would never match, and nobody would know why."""
    with pytest.raises(ConfigurationError):
        checked_origins([origin])
