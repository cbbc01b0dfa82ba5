"""Requests that another site makes a visitor's browser send, with the visitor's cookies."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final
from urllib.parse import urlsplit

from stytch_async.errors import ConfigurationError

__all__ = ["WEBSOCKET", "checked_origins", "is_cross_origin"]

WEBSOCKET: Final = "WEBSOCKET"
"""Stands for the method of a websocket's handshake, which is a GET, but opens more than a page."""

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
OWN: Final = frozenset({"same-origin", "none"})


def checked_origins(origins: Iterable[str]) -> frozenset[str]:
    """Return origins as browsers write them, or raise `ConfigurationError`."""
    checked = frozenset(origins)
    for origin in checked:
        parts = urlsplit(origin)
        if origin != f"{parts.scheme}://{parts.netloc}".lower() or not parts.netloc:
            raise ConfigurationError("an origin is a scheme and a host in lower case: https://app.example.com")
    return checked


def is_cross_origin(method: str, headers: Mapping[str, str], trusted: Collection[str] = ()) -> bool:
    """Tell whether a request comes from another site's page and may change something.

    Browsers say where a request comes from, and pages cannot make them lie. A request that says nothing comes from no
    browser, so that nobody's cookies were misused.

    Args:
        method: The HTTP method; `WEBSOCKET` for a websocket's handshake.
        headers: The headers, by name in lower case.
        trusted: Origins whose pages may do what the app's own may.

    """
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if method in SAFE or origin in trusted:
        return False
    if site is not None:
        return site not in OWN
    return origin is not None and urlsplit(origin).netloc != headers.get("host")
