"""The client of SAML Shield."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from stytch_async.clients.base import BaseClient, transport_or_default
from stytch_async.clients.options import TIMEOUT, checked_url, make_options
from stytch_async.errors import ConfigurationError
from stytch_async.pipeline import Pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stytch_async.api.saml_shield.saml import SAML
    from stytch_async.observing import Observer
    from stytch_async.retries import RetryPolicy
    from stytch_async.transports.interface import Transport

__all__ = ["SAMLShieldClient"]

HOST: Final = "https://api.samlshield.com"

PUBLIC_TOKEN: Final = re.compile(r"[\x21-\x7e]+")


class SAMLShieldClient(BaseClient, package="saml_shield"):
    """SAML Shield, a service of Stytch's that looks for forgeries in the SAML responses of identity providers.

    It has no part in the login: an app, or its SAML library, goes on as before where ``await client.saml.validate(…)``
    raises nothing.
    """

    saml: SAML

    def __init__(
        self,
        public_token: str,
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
            public_token: From the Dashboard of SAML Shield.
            transport: Carries the requests; by default an `AiohttpTransport` of the client's own. `aclose` closes it.
            base_url: Takes the place of SAML Shield's host. A path is kept as a prefix.
            timeout: Seconds that one attempt may take, or ``None`` for no bound.
            retry: How failures are repeated.
            allow_http: Permits plain ``http`` to a host other than this machine.
            observers: What watches the calls, for metrics and traces.

        Raises:
            ConfigurationError: Something is missing or misspelt.

        """
        if PUBLIC_TOKEN.fullmatch(public_token) is None:
            raise ConfigurationError("public_token is sent as a header: it must be plain ASCII without white space")
        options = make_options(
            project_id="",
            authorization=f"Bearer {public_token}",
            base_urls={"api": checked_url("base_url", base_url, allow_http=allow_http)},
            timeout=timeout,
            retry=retry,
            observers=observers,
        )
        super().__init__(Pipeline(transport_or_default(transport), options))
