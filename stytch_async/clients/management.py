"""The client of Stytch's Management API."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final, Self, Unpack

from stytch_async.clients.base import BaseClient, transport_or_default
from stytch_async.clients.options import TIMEOUT, ClientOptions, basic, checked_url, make_options, variable
from stytch_async.errors import ConfigurationError
from stytch_async.pipeline import Pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stytch_async.api.management.allowed_country_codes import AllowedCountryCodes
    from stytch_async.api.management.email_templates import EmailTemplates
    from stytch_async.api.management.environments import Environments
    from stytch_async.api.management.event_log_streaming import EventLogStreaming
    from stytch_async.api.management.jwt_templates import JWTTemplates
    from stytch_async.api.management.password_strength_config import PasswordStrengthConfig
    from stytch_async.api.management.projects import Projects
    from stytch_async.api.management.public_tokens import PublicTokens
    from stytch_async.api.management.rbac_policy import RBACPolicy
    from stytch_async.api.management.redirect_urls import RedirectURLs
    from stytch_async.api.management.sdk import SDK
    from stytch_async.api.management.secrets import Secrets
    from stytch_async.api.management.trusted_token_profiles import TrustedTokenProfiles
    from stytch_async.observing import Observer
    from stytch_async.retries import RetryPolicy
    from stytch_async.transports.interface import Transport

__all__ = ["ManagementClient", "ManagementOptions"]

HOST: Final = "https://management.stytch.com"

KEY_ID: Final = re.compile(r"[^\s:]+")


class ManagementOptions(ClientOptions, total=False):
    """What the constructor of a `ManagementClient` takes besides credentials."""

    base_url: str


class ManagementClient(BaseClient, package="management"):
    """Stytch's Management API, which sets up the projects of a workspace: Programmatic Workspace Actions.

    It takes a key of the workspace, not a project's secret: the Dashboard issues one under *Management API*, and it may
    do anything to any project. Every endpoint is a coroutine, reached by the name of its product:
    ``await client.projects.get_all()``.
    """

    allowed_country_codes: AllowedCountryCodes
    email_templates: EmailTemplates
    environments: Environments
    event_log_streaming: EventLogStreaming
    jwt_templates: JWTTemplates
    password_strength_config: PasswordStrengthConfig
    projects: Projects
    public_tokens: PublicTokens
    rbac_policy: RBACPolicy
    redirect_urls: RedirectURLs
    sdk: SDK
    secrets: Secrets
    trusted_token_profiles: TrustedTokenProfiles

    def __init__(
        self,
        workspace_key_id: str,
        workspace_key_secret: str,
        *,
        transport: Transport | None = None,
        base_url: str = HOST,
        timeout: float | None = TIMEOUT,
        retry: RetryPolicy | None = None,
        allow_http: bool = False,
        observers: Iterable[Observer] = (),
    ) -> None:
        """Configure a client; this does no I/O and needs no event loop.

        Args:
            workspace_key_id: ``workspace-key-prod-…``.
            workspace_key_secret: The secret that was shown when the key was made.
            transport: Carries the requests; by default an `AiohttpTransport` of the client's own. `aclose` closes it.
            base_url: Takes the place of Stytch's host. A path is kept as a prefix.
            timeout: Seconds that one attempt may take, or ``None`` for no bound.
            retry: How failures are repeated.
            allow_http: Permits plain ``http`` to a host other than this machine.
            observers: What watches the calls, for metrics and traces.

        Raises:
            ConfigurationError: Something is missing or misspelt.

        """
        if not workspace_key_id or not workspace_key_secret:
            missing = "workspace_key_secret" if workspace_key_id else "workspace_key_id"
            raise ConfigurationError(f"{missing} is missing: pass it, or build the client with from_env()")
        if KEY_ID.fullmatch(workspace_key_id) is None:
            raise ConfigurationError("workspace_key_id may hold neither white space nor a colon")
        options = make_options(
            project_id="",
            authorization=basic(workspace_key_id, workspace_key_secret),
            base_urls={"api": checked_url("base_url", base_url, allow_http=allow_http)},
            timeout=timeout,
            retry=retry,
            observers=observers,
        )
        super().__init__(Pipeline(transport_or_default(transport), options))

    @classmethod
    def from_env(cls, **options: Unpack[ManagementOptions]) -> Self:
        """Build a client from ``STYTCH_WORKSPACE_KEY_ID`` and ``STYTCH_WORKSPACE_KEY_SECRET``.

        ``STYTCH_MANAGEMENT_BASE_URL`` takes the place of Stytch's host, where it is set.

        Args:
            options: Whatever else the constructor takes; a ``base_url`` given here wins.

        Raises:
            ConfigurationError: A variable is missing or misspelt.

        """
        options.setdefault("base_url", os.environ.get("STYTCH_MANAGEMENT_BASE_URL") or HOST)
        return cls(variable("STYTCH_WORKSPACE_KEY_ID"), variable("STYTCH_WORKSPACE_KEY_SECRET"), **options)
