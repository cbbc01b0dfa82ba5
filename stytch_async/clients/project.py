"""What the clients of one project share: its id and secret in, tokens verified on this machine."""

from __future__ import annotations

import functools
import os
import time
from typing import TYPE_CHECKING, Any, Final, Self, Unpack

import attrs

from stytch_async.clients.base import BaseClient, transport_or_default
from stytch_async.clients.options import (
    TIMEOUT,
    ClientOptions,
    basic,
    checked_domain,
    checked_keys,
    checked_url,
    is_plain_local,
    make_options,
    variable,
)
from stytch_async.clients.verifying import ProjectPipeline
from stytch_async.credentials import PROJECT_ID, PUBLIC_TOKEN, SECRET
from stytch_async.errors import ConfigurationError
from stytch_async.starts import Start
from stytch_async.transports.interface import emulated_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stytch_async.api.both.connected_app import ConnectedApp
    from stytch_async.api.both.debug import Debug
    from stytch_async.api.both.fraud import Fraud
    from stytch_async.api.both.m2m import M2M
    from stytch_async.api.both.project import Project
    from stytch_async.observing import Observer
    from stytch_async.pipeline import Options, Pipeline
    from stytch_async.retries import RetryPolicy
    from stytch_async.tokens.service import TokenService
    from stytch_async.transports.interface import Transport

__all__ = ["ProjectClient", "ProjectOptions"]

HOSTS: Final = {"test": "https://test.stytch.com", "live": "https://api.stytch.com"}
FRAUD_HOST: Final = "https://telemetry.stytch.com"


class ProjectOptions(ClientOptions, total=False):
    """What the constructors of `Client` and `B2BClient` take besides credentials."""

    base_url: str | None
    fraud_base_url: str | None
    domain: str | None
    public_token: str | None
    jwks: Mapping[str, Any] | None


class ProjectClient(BaseClient, package="both"):
    """A client that bears the credentials of one project, with the products of both kinds of project."""

    connected_app: ConnectedApp
    debug: Debug
    fraud: Fraud
    m2m: M2M
    project: Project

    def __init__(
        self,
        project_id: str | None = None,
        secret: str | None = None,
        *,
        transport: Transport | None = None,
        base_url: str | None = None,
        fraud_base_url: str | None = None,
        domain: str | None = None,
        public_token: str | None = None,
        timeout: float | None = TIMEOUT,
        retry: RetryPolicy | None = None,
        allow_http: bool = False,
        jwks: Mapping[str, Any] | None = None,
        observers: Iterable[Observer] = (),
    ) -> None:
        """Configure a client; this does no I/O and needs no event loop.

        Args:
            project_id: ``project-test-…`` or ``project-live-…``. An in-memory transport brings credentials of its own.
            secret: The project's secret, ``secret-test-…`` or ``secret-live-…``.
            transport: Carries the requests; by default an `AiohttpTransport` of the client's own. `aclose` closes it.
            base_url: Takes the place of the host that the project id selects. A path is kept as a prefix.
            fraud_base_url: Takes the place of the host of the fraud products.
            domain: The project's own domain, as the Dashboard shows it: ``….customers.stytch.dev`` or one of yours. It
                issues the tokens of Connected Apps, and browsers start their logins there.
            public_token: ``public-token-test-…`` or ``public-token-live-…``; only start URLs need it.
            timeout: Seconds that one attempt may take, or ``None`` for no bound.
            retry: How failures are repeated.
            allow_http: Permits plain ``http`` to a host other than this machine.
            jwks: A JSON Web Key Set to verify tokens with, instead of fetching the project's.
            observers: What watches the calls, for metrics and traces.

        Raises:
            ConfigurationError: Something is missing, misspelt or does not fit together.

        """
        if project_id is None and secret is None:
            project_id, secret, own_token = _credentials_of(transport)
            public_token = public_token or own_token
        environment = _check_credentials(project_id, secret)
        options = make_options(
            project_id=str(project_id),
            authorization=basic(str(project_id), str(secret)),
            base_urls={
                "api": checked_url("base_url", base_url or HOSTS[environment], allow_http=allow_http),
                "fraud": checked_url("fraud_base_url", fraud_base_url or FRAUD_HOST, allow_http=allow_http),
            },
            timeout=timeout,
            retry=retry,
            observers=observers,
        )
        own = None if domain is None else f"https://{checked_domain(domain)}"
        issuers = {f"stytch.com/{project_id}", options.base_urls["api"], *([] if own is None else [own])}
        start = Start(own or options.base_urls["api"], _checked_public_token(public_token, environment))
        make_tokens = functools.partial(self._make_tokens, frozenset(issuers), checked_keys(jwks))
        super().__init__(ProjectPipeline(_following(transport, options), options, start, make_tokens))

    @classmethod
    def _make_tokens(cls, issuers: frozenset[str], pinned: list[Any] | None, pipeline: Pipeline) -> TokenService:
        """Make what verifies tokens on this machine, by the clock of an emulated Stytch where there is one."""
        from stytch_async.tokens.service import Sources, TokenService  # noqa: PLC0415 - most calls do without it

        sources = Sources(issuers=issuers, pinned=pinned, **cls._token_sources())
        if (emulated := emulated_by(pipeline.transport)) is not None:
            sources = attrs.evolve(
                sources,
                now=emulated.time,
                monotonic=emulated.monotonic,
                keeps_policies=lambda: not emulated.emulates,
            )
        return TokenService(pipeline, sources)

    async def now(self) -> float:
        """Tell the time by which tokens are judged, in seconds since the epoch; an emulated Stytch has its own."""
        emulated = emulated_by(self._pipeline.transport)
        return time.time() if emulated is None else await emulated.time()

    @classmethod
    def _token_sources(cls) -> dict[str, Any]:
        """Return where keys and policies come from."""
        raise NotImplementedError

    @classmethod
    def from_env(cls, **options: Unpack[ProjectOptions]) -> Self:
        """Build a client from ``STYTCH_PROJECT_ID`` and ``STYTCH_SECRET``.

        ``STYTCH_BASE_URL``, ``STYTCH_DOMAIN`` and ``STYTCH_PUBLIC_TOKEN`` are taken where they are set.

        Args:
            options: Whatever else the constructor takes; what is given here wins.

        Raises:
            ConfigurationError: A variable is missing or misspelt.

        """
        options.setdefault("base_url", os.environ.get("STYTCH_BASE_URL"))
        options.setdefault("domain", os.environ.get("STYTCH_DOMAIN") or None)
        options.setdefault("public_token", os.environ.get("STYTCH_PUBLIC_TOKEN") or None)
        return cls(variable("STYTCH_PROJECT_ID"), variable("STYTCH_SECRET"), **options)


def _credentials_of(transport: Transport | None) -> tuple[str | None, str | None, str | None]:
    """Return project id, secret and public token of the Stytch that a transport emulates, as far as it does."""
    emulated = None if transport is None else emulated_by(transport)
    if emulated is None or emulated.credentials is None:
        return None, None, None
    return *emulated.credentials, emulated.public_token


def _following(given: Transport | None, options: Options) -> Transport:
    """Let a client whose base URL is this machine's follow the clock of the emulator that may listen there."""
    transport, base_url = transport_or_default(given), options.base_urls["api"]
    if not is_plain_local(base_url) or emulated_by(transport) is not None:
        return transport
    from stytch_async.transports.following import FollowingTransport  # noqa: PLC0415 - not for the real Stytch

    return FollowingTransport(transport, base_url, options.project_id)


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


def _checked_public_token(public_token: str | None, environment: str) -> str | None:
    """Return a public token of the project's own environment, or raise `ConfigurationError`."""
    if public_token is None:
        return None
    known = PUBLIC_TOKEN.fullmatch(public_token)
    if known is None:
        raise ConfigurationError("public_token must look like public-token-test-… or public-token-live-…")
    if known[1] != environment:
        raise ConfigurationError(f"project_id is of the {environment} environment, public_token of the {known[1]} one")
    return public_token
