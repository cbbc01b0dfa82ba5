"""The options of a client, checked when it is built."""

from __future__ import annotations

import os
import re
import sys
from base64 import b64encode
from typing import TYPE_CHECKING, Any, Final, TypedDict
from urllib.parse import urlsplit

from stytch_async.errors import ConfigurationError
from stytch_async.pipeline import Options
from stytch_async.retries import RetryPolicy
from stytch_async.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stytch_async.observing import Guarded, Observer
    from stytch_async.transports.interface import Transport

__all__ = [
    "TIMEOUT",
    "ClientOptions",
    "basic",
    "checked_domain",
    "checked_keys",
    "checked_timeout",
    "checked_url",
    "guarded",
    "is_plain_local",
    "make_options",
    "variable",
]

URL_TEXT: Final = re.compile(r"[\x21-\x7e]+")
HOST: Final = re.compile(r"[^.]{1,63}(\.[^.]{1,63})*\.?")
DOMAIN: Final = re.compile(r"(?=.{4,253}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{0,62}[a-z0-9]")
LOOPBACK: Final = {"localhost", "127.0.0.1", "::1"}

TIMEOUT: Final = 10.0
"""Seconds that one attempt may take, unless the client is told otherwise."""


class ClientOptions(TypedDict, total=False):
    """What every client's constructor takes, whatever its credentials and hosts."""

    transport: Transport | None
    timeout: float | None
    retry: RetryPolicy | None
    allow_http: bool
    observers: Iterable[Observer]


def basic(user: str, password: str) -> str:
    """Return the ``Authorization`` header of HTTP Basic authentication."""
    return f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"


def make_options(
    *,
    project_id: str,
    authorization: str,
    base_urls: Mapping[str, str],
    timeout: float | None,
    retry: RetryPolicy | None,
    observers: Iterable[Observer],
) -> Options:
    """Make the options of a client out of what its constructor was given."""
    return Options(
        project_id=project_id,
        base_urls=base_urls,
        headers={
            "Authorization": authorization,
            "Content-Type": "application/json",
            "User-Agent": f"stytch_async/{__version__}",
        },
        timeout=checked_timeout(timeout),
        retry=RetryPolicy() if retry is None else retry,
        observers=guarded(observers),
    )


def guarded(observers: Iterable[Observer]) -> tuple[Guarded, ...]:
    """Return observers in a form in which they can do a call no harm."""
    if not (given := tuple(observers)):
        return ()
    from stytch_async.observing import Guarded  # noqa: PLC0415 - most clients do without it

    return tuple(map(Guarded, given))


def checked_timeout(timeout: float | None) -> float | None:
    """Return the timeout, or raise `ConfigurationError`."""
    if timeout is not None and not 0 < timeout <= sys.float_info.max:
        raise ConfigurationError("timeout must be a positive number of seconds, or None")
    return timeout


def checked_url(name: str, url: str, *, allow_http: bool) -> str:
    """Return a base URL without a slash at its end, or raise `ConfigurationError`."""
    unusable = ConfigurationError(f"{name} must be an absolute https URL, in ASCII")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise unusable from None
    if parts.scheme not in {"http", "https"} or not URL_TEXT.fullmatch(url) or not HOST.fullmatch(host or ""):
        raise unusable
    if parts.username is not None or "?" in url or "#" in url:
        raise ConfigurationError(f"{name} may have a path, but no user, query or fragment")
    if parts.scheme == "http" and host not in LOOPBACK and not allow_http:
        raise ConfigurationError(f"{name} is plain http to {host}: use https, or pass allow_http=True")
    return url.rstrip("/")


def checked_domain(domain: str) -> str:
    """Return a domain as a bare host name, or raise `ConfigurationError`; the URL that a browser shows will do, too."""
    host = domain.lower().removeprefix("https://").removesuffix("/")
    if DOMAIN.fullmatch(host) is None:
        raise ConfigurationError("domain must be a host name such as login.example.com, without path or port")
    return host


def checked_keys(jwks: Mapping[str, Any] | None) -> list[Any] | None:
    """Return the members of a JSON Web Key Set, or raise `ConfigurationError`."""
    if jwks is None:
        return None
    members: object = jwks.get("keys")
    if not isinstance(members, list) or not members:
        raise ConfigurationError('jwks must be a JSON Web Key Set: {"keys": [...]}, with one key or more')
    return members  # pyright: ignore[reportUnknownVariableType] - JSON


def is_plain_local(url: str) -> bool:
    """Whether a base URL is plain ``http`` to this machine, as a served emulator's is and the real Stytch's is not."""
    parts = urlsplit(url)
    return parts.scheme == "http" and parts.hostname in LOOPBACK


def variable(name: str) -> str:
    """Return the value of an environment variable, or raise `ConfigurationError`."""
    if value := os.environ.get(name):
        return value
    raise ConfigurationError(f"the environment variable {name} is not set")
