"""OAuth logins of members."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from stytch_async.endpoint import ONCE, endpoint
from stytch_async.errors import InvalidRequestError
from stytch_async.pkce import PKCE, challenge_of
from stytch_async.schemas.b2b import oauth as schemas
from stytch_async.starts import StartResource, provider_path

__all__ = ["Discovery", "OAuth", "Provider"]

Provider = Literal["github", "google", "hubspot", "microsoft", "slack"]
"""The identity providers, as they stand in start URLs."""


class Discovery(StartResource):
    """Find somebody's organizations by an OAuth login."""

    authenticate: Final = endpoint(
        "POST",
        "/v1/b2b/oauth/discovery/authenticate",
        schemas.DiscoveryAuthenticateRequest,
        schemas.DiscoveryAuthenticateResponse,
        ONCE,
    )

    def start_url(
        self,
        provider: Provider | str,
        *,
        discovery_redirect_url: str | None = None,
        custom_scopes: Iterable[str] = (),
        provider_params: Mapping[str, str] | None = None,
        pkce: PKCE | None = None,
    ) -> str:
        """Return the URL to send a browser to for a login that finds the organization afterwards; nothing is sent here.

        Args:
            provider: The identity provider.
            discovery_redirect_url: Where the browser comes back to; the project's default if left out.
            custom_scopes: Scopes to ask the provider for, besides the usual ones.
            provider_params: Passed on to the provider, for example ``{"login_hint": "ada@example.com"}``.
            pkce: Kept until the browser is back; `authenticate` takes its verifier as ``pkce_code_verifier``.

        Raises:
            ConfigurationError: The client has no public token.

        Source: `GET /v1/b2b/public/oauth/{provider}/discovery/start
        <https://stytch.com/docs/api-reference/b2b/api/oauth/google/discovery-start>`_
        """
        return self._start_url(
            f"/v1/b2b/public/oauth/{provider_path(provider)}/discovery/start",
            {"discovery_redirect_url": discovery_redirect_url, "pkce_code_challenge": challenge_of(pkce)},
            custom_scopes=custom_scopes,
            provider_params=provider_params,
        )


class OAuth(StartResource):
    """Log members in with their account at Google, Microsoft, GitHub, HubSpot or Slack."""

    discovery: Discovery

    authenticate: Final = endpoint(
        "POST", "/v1/b2b/oauth/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )

    def start_url(
        self,
        provider: Provider | str,
        *,
        organization_id: str | None = None,
        organization_slug: str | None = None,
        login_redirect_url: str | None = None,
        signup_redirect_url: str | None = None,
        custom_scopes: Iterable[str] = (),
        provider_params: Mapping[str, str] | None = None,
        pkce: PKCE | None = None,
    ) -> str:
        """Return the URL to send a browser to for a login to an organization; nothing is sent here.

        Args:
            provider: The identity provider.
            organization_id: The organization; or give its slug.
            organization_slug: The organization; or give its id.
            login_redirect_url: Where members come back to; the project's default if left out.
            signup_redirect_url: Where new members come back to; the project's default if left out.
            custom_scopes: Scopes to ask the provider for, besides the usual ones.
            provider_params: Passed on to the provider, for example ``{"login_hint": "ada@example.com"}``.
            pkce: Kept until the browser is back; `authenticate` takes its verifier as ``pkce_code_verifier``.

        Raises:
            ConfigurationError: The client has no public token.
            InvalidRequestError: The organization is not named, or in both ways.

        Source: `GET /v1/b2b/public/oauth/{provider}/start
        <https://stytch.com/docs/api-reference/b2b/api/oauth/google/start>`_
        """
        if (organization_id is None) is (organization_slug is None):
            raise InvalidRequestError("organization_id", "or organization_slug must be given, and not both")
        return self._start_url(
            f"/v1/b2b/public/oauth/{provider_path(provider)}/start",
            {
                "organization_id": organization_id,
                "slug": organization_slug,
                "login_redirect_url": login_redirect_url,
                "signup_redirect_url": signup_redirect_url,
                "pkce_code_challenge": challenge_of(pkce),
            },
            custom_scopes=custom_scopes,
            provider_params=provider_params,
        )
