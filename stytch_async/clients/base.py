"""What the clients share: credentials and options in, Stytch's products out."""

from __future__ import annotations

import functools
import importlib
import inspect
import os
import re
import time
from base64 import b64encode
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self
from urllib.parse import urlsplit

import attrs

from stytch_async.errors import ConfigurationError
from stytch_async.pipeline import Local, Options, Pipeline
from stytch_async.retries import RetryPolicy
from stytch_async.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from stytch_async.endpoint import Operation, Resource
    from stytch_async.tokens.service import TokenService
    from stytch_async.transports.interface import HTTPResponse, Transport

__all__ = ["BaseClient"]

HOSTS: Final = {"test": "https://test.stytch.com", "live": "https://api.stytch.com"}
FRAUD_HOST: Final = "https://telemetry.stytch.com"
LOOPBACK: Final = {"localhost", "127.0.0.1", "::1"}

PROJECT_ID: Final = re.compile(r"project-(test|live)-[0-9A-Za-z-]+")
SECRET: Final = re.compile(r"secret-(test|live)-[\x21-\x7e]+")
URL_TEXT: Final = re.compile(r"[\x21-\x7e]+")
HOST: Final = re.compile(r"[^.]{1,63}(\.[^.]{1,63})*\.?")


class _Unchanged:
    def __repr__(self) -> str:
        return "unchanged"


UNCHANGED: Final[Any] = _Unchanged()
"""Stands for an option that is left as it is."""


class BaseClient:
    """What the clients share: configuration, lifetime, and products that load when they are first used."""

    package: ClassVar[str]
    """The package below `stytch_async.api` that holds the client's products."""

    def __init__(
        self,
        project_id: str | None = None,
        secret: str | None = None,
        *,
        transport: Transport | None = None,
        base_url: str | None = None,
        fraud_base_url: str | None = None,
        timeout: float | None = 10.0,
        retry: RetryPolicy | None = None,
        allow_http: bool = False,
        jwks: Mapping[str, Any] | None = None,
        on_response: Callable[[Operation[Any, Any], HTTPResponse], None] | None = None,
    ) -> None:
        """Configure a client; this does no I/O and needs no event loop.

        Args:
            project_id: ``project-test-…`` or ``project-live-…``. An in-memory transport brings credentials of its own.
            secret: The project's secret, ``secret-test-…`` or ``secret-live-…``.
            transport: Carries the requests; by default an `AiohttpTransport` of the client's own. `aclose` closes it.
            base_url: Takes the place of the host that the project id selects. A path is kept as a prefix.
            fraud_base_url: Takes the place of the host of the fraud products.
            timeout: Seconds that one attempt may take, or ``None`` for no bound.
            retry: How failures are repeated.
            allow_http: Permits plain ``http`` to a host other than this machine.
            jwks: A JSON Web Key Set to verify tokens with, instead of fetching the project's.
            on_response: Called with the operation and the raw answer of every exchange.

        Raises:
            ConfigurationError: Something is missing, misspelt or does not fit together.

        """
        if project_id is None and secret is None:
            project_id, secret = getattr(transport, "credentials", (None, None))
        environment = _check_credentials(project_id, secret)
        options = Options(
            project_id=str(project_id),
            base_urls={
                "api": _checked_url("base_url", base_url or HOSTS[environment], allow_http=allow_http),
                "fraud": _checked_url("fraud_base_url", fraud_base_url or FRAUD_HOST, allow_http=allow_http),
            },
            headers=_headers(f"{project_id}:{secret}"),
            timeout=_checked_timeout(timeout),
            retry=RetryPolicy() if retry is None else retry,
            on_response=on_response,
        )
        local = Local(functools.partial(self._make_tokens, jwks))
        self._start(Pipeline(_default_transport() if transport is None else transport, options, local), owner=True)

    @classmethod
    def _make_tokens(cls, jwks: Mapping[str, Any] | None, pipeline: Pipeline) -> TokenService:
        """Make what verifies tokens on this machine; a transport may tell the time, as the in-memory one does."""
        from stytch_async.tokens.service import Sources, TokenService  # noqa: PLC0415 - most calls do without it

        now: Callable[[], float] = getattr(pipeline.transport, "now", time.time)
        monotonic: Callable[[], float] = getattr(pipeline.transport, "now", time.monotonic)
        issuers = frozenset({f"stytch.com/{pipeline.project_id}", pipeline.options.base_urls["api"]})
        return TokenService(
            pipeline, Sources(issuers=issuers, pinned=jwks, now=now, monotonic=monotonic, **cls._token_sources())
        )

    @classmethod
    def _token_sources(cls) -> dict[str, Any]:
        """Return where keys and policies come from."""
        raise NotImplementedError

    def _start(self, pipeline: Pipeline, *, owner: bool) -> None:
        self._pipeline = pipeline
        self._owner = owner

    @classmethod
    def from_env(cls, **options: Any) -> Self:  # noqa: ANN401 - passed on to the constructor, which checks them
        """Build a client from ``STYTCH_PROJECT_ID``, ``STYTCH_SECRET`` and, where it is set, ``STYTCH_BASE_URL``.

        Args:
            options: Whatever else the constructor takes; a ``base_url`` given here wins.

        Raises:
            ConfigurationError: A variable is missing or misspelt.

        """
        base_url = os.environ.get("STYTCH_BASE_URL") or None
        return cls(_variable("STYTCH_PROJECT_ID"), _variable("STYTCH_SECRET"), **{"base_url": base_url, **options})

    def with_options(
        self,
        *,
        timeout: float | None = UNCHANGED,
        retry: RetryPolicy = UNCHANGED,
        on_response: Callable[[Operation[Any, Any], HTTPResponse], None] | None = UNCHANGED,
    ) -> Self:
        """Return a client with other options that shares this one's transport.

        Closing the new client does nothing: the transport belongs to the client that it came with.
        """
        given: dict[str, Any] = {"timeout": timeout, "retry": retry, "on_response": on_response}
        changes = {name: value for name, value in given.items() if value is not UNCHANGED}
        if "timeout" in changes:
            _checked_timeout(changes["timeout"])
        twin = object.__new__(type(self))
        options = attrs.evolve(self._pipeline.options, **changes)
        twin._start(attrs.evolve(self._pipeline, options=options), owner=False)
        return twin

    async def aclose(self) -> None:
        """Close the transport; harmless when called again."""
        if self._owner:
            if self._pipeline.local.made is not None:
                self._pipeline.local.made.close()
            await self._pipeline.transport.aclose()

    async def __aenter__(self) -> Self:
        """Return the client; `aclose` runs at the end of the block."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the transport."""
        await self.aclose()

    def __repr__(self) -> str:
        """Tell where the client's requests go, and nothing secret."""
        return f"{type(self).__name__}(base_url={self._pipeline.options.base_urls['api']!r})"

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Load a product that an annotation names."""
            group = products(type(self)).get(name)
            if group is None:
                message = f"{type(self).__name__!r} object has no attribute {name!r}"
                raise AttributeError(message, name=name, obj=self)
            resource = self.__dict__[name] = group()(self._pipeline)
            return resource

    def __dir__(self) -> list[str]:
        """List the products that are not loaded yet, too."""
        return sorted({*super().__dir__(), *products(type(self))})


def products(client: type[BaseClient]) -> dict[str, Callable[[], type[Resource]]]:
    """Return a client's products by name, each with the function that loads its class."""
    return {
        name: functools.partial(_load, f"stytch_async.api.{client.package}.{name}", kind)
        for name, kind in inspect.get_annotations(client).items()
    }


def _load(module: str, kind: str) -> type[Resource]:
    group: type[Resource] = getattr(importlib.import_module(module), kind)
    return group


def _variable(name: str) -> str:
    if value := os.environ.get(name):
        return value
    raise ConfigurationError(f"the environment variable {name} is not set")


def _check_credentials(project_id: str | None, secret: str | None) -> str:
    """Return which environment the credentials are for."""
    if not project_id or not secret:
        missing = "secret" if project_id else "project_id"
        raise ConfigurationError(f"{missing} is missing: pass it, or build the client with from_env()")
    project = PROJECT_ID.fullmatch(project_id)
    if project is None:
        raise ConfigurationError("project_id must look like project-test-… or project-live-…")
    known = SECRET.fullmatch(secret)
    if known is None:
        raise ConfigurationError("secret must look like secret-test-… or secret-live-…")
    if known[1] != project[1]:
        raise ConfigurationError(f"project_id is of the {project[1]} environment, secret of the {known[1]} one")
    return project[1]


def _headers(credentials: str) -> Mapping[str, str]:
    return {
        "Authorization": f"Basic {b64encode(credentials.encode()).decode()}",
        "Content-Type": "application/json",
        "User-Agent": f"stytch_async/{__version__}",
    }


def _checked_url(name: str, url: str, *, allow_http: bool) -> str:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise ConfigurationError(f"{name} must be an absolute https URL") from None
    if parts.scheme not in {"http", "https"} or not URL_TEXT.fullmatch(url) or not HOST.fullmatch(host or ""):
        raise ConfigurationError(f"{name} must be an absolute https URL, in ASCII")
    if parts.username is not None or "?" in url or "#" in url:
        raise ConfigurationError(f"{name} may have a path, but no user, query or fragment")
    if parts.scheme == "http" and host not in LOOPBACK and not allow_http:
        raise ConfigurationError(f"{name} is plain http to {host}: use https, or pass allow_http=True")
    return url.rstrip("/")


def _checked_timeout(timeout: float | None) -> float | None:
    if timeout is not None and not timeout > 0:
        raise ConfigurationError("timeout must be a positive number of seconds, or None")
    return timeout


def _default_transport() -> Transport:
    from stytch_async.transports.aiohttp import AiohttpTransport  # noqa: PLC0415 - a client may do without aiohttp

    return AiohttpTransport()
