"""OAuth logins of Consumer users."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from stytch_async.endpoint import ONCE, endpoint
from stytch_async.pkce import PKCE, challenge_of
from stytch_async.schemas.consumer import oauth as schemas
from stytch_async.starts import StartResource, provider_path

__all__ = ["OAuth", "Provider"]

Provider = Literal[
    "amazon",
    "apple",
    "bitbucket",
    "coinbase",
    "discord",
    "facebook",
    "figma",
    "github",
    "gitlab",
    "google",
    "linkedin",
    "microsoft",
    "salesforce",
    "slack",
    "snapchat",
    "tiktok",
    "twitch",
    "twitter",
    "yahoo",
]
"""The identity providers, as they stand in start URLs."""


class OAuth(StartResource):
    """Log in through Google, Apple, GitHub and other identity providers."""

    attach: Final = endpoint("POST", "/v1/oauth/attach", schemas.AttachRequest, schemas.AttachResponse, ONCE)
    authenticate: Final = endpoint(
        "POST", "/v1/oauth/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )

    def start_url(
        self,
        provider: Provider | str,
        *,
        login_redirect_url: str | None = None,
        signup_redirect_url: str | None = None,
        custom_scopes: Iterable[str] = (),
        provider_params: Mapping[str, str] | None = None,
        oauth_attach_token: str | None = None,
        pkce: PKCE | None = None,
    ) -> str:
        """Return the URL to send a browser to for a login; nothing is sent here.

        The browser comes back to one of the redirect URLs with a token for `authenticate`, which
        `stytch_async.callbacks.read_callback` reads.

        Args:
            provider: The identity provider.
            login_redirect_url: Where users who are known come back to; the project's default if left out.
            signup_redirect_url: Where new users come back to; the project's default if left out.
            custom_scopes: Scopes to ask the provider for, besides the usual ones.
            provider_params: Passed on to the provider, for example ``{"login_hint": "ada@example.com"}``.
            oauth_attach_token: From `attach`: the login is then that user's.
            pkce: Kept until the browser is back; `authenticate` takes its verifier as ``code_verifier``.

        Raises:
            ConfigurationError: The client has no public token.

        Source: `GET /v1/public/oauth/{provider}/start
        <https://stytch.com/docs/api-reference/consumer/api/oauth/google/start>`_
        """
        return self._start_url(
            f"/v1/public/oauth/{provider_path(provider)}/start",
            {
                "login_redirect_url": login_redirect_url,
                "signup_redirect_url": signup_redirect_url,
                "oauth_attach_token": oauth_attach_token,
                "code_challenge": challenge_of(pkce),
            },
            custom_scopes=custom_scopes,
            provider_params=provider_params,
        )
