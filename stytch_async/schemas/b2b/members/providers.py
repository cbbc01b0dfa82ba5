"""What identity providers have issued for members."""

import attrs

__all__ = [
    "GithubProviderInfo",
    "HubspotProviderInfo",
    "OAuthProvidersGithubRequest",
    "OAuthProvidersGithubResponse",
    "OAuthProvidersGoogleRequest",
    "OAuthProvidersGoogleResponse",
    "OAuthProvidersHubspotRequest",
    "OAuthProvidersHubspotResponse",
    "OAuthProvidersMicrosoftRequest",
    "OAuthProvidersMicrosoftResponse",
    "OAuthProvidersSlackRequest",
    "OAuthProvidersSlackResponse",
    "OIDCProviderInfo",
    "OIDCProvidersRequest",
    "OIDCProvidersResponse",
    "SlackProviderInfo",
]


@attrs.define(kw_only=True)
class OIDCProviderInfo:
    """What the identity provider of an OIDC connection has issued for a member.

    Attributes:
        provider_subject: Who the member is to the identity provider: its ``sub``.
        access_token_expires_in: Seconds that the access token still works.
        refresh_token: ``None`` unless it was asked for.

    """

    __schema__ = "api_organization_v1_OIDCProviderInfo"

    provider_subject: str
    id_token: str = attrs.field(repr=False)
    access_token: str = attrs.field(repr=False)
    access_token_expires_in: int
    scopes: list[str]
    connection_id: str
    refresh_token: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class OIDCProvidersRequest:
    """Get the tokens that OIDC identity providers issued when a member logged in.

    Stytch keeps them. It renews an access token for which there is a refresh token.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        include_refresh_token: Return the refresh tokens, too; false by default. Once an app has used one, Stytch may be
            unable to renew the access token.

    Raises:
        BadRequestError: ``unable_to_refresh_oidc_token``.
        NotFoundError: ``member_oidc_token_not_found``, ``member_not_found``, ``organization_not_found``.

    Source: `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oidc_providers
    <https://stytch.com/docs/api-reference/b2b/api/sso/oidc/get-oidc-access-token>`_
    """

    organization_id: str
    member_id: str
    include_refresh_token: bool | None = None


@attrs.define(kw_only=True)
class OIDCProvidersResponse:
    """The tokens, by connection."""

    __schema__ = "api_organization_v1_organizations_members_OIDCProvidersResponse"

    request_id: str
    registrations: list[OIDCProviderInfo]
    status_code: int


@attrs.define(kw_only=True)
class OAuthProvidersGoogleRequest:
    """Get the tokens that Google issued when a member logged in.

    Stytch keeps them. It renews the access token if there is a refresh token; Google does not issue one at each login.
    A login by Google One Tap brings no access token.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        include_refresh_token: Return the refresh token, too; false by default. Once an app has used it, Stytch may be
            unable to renew the access token.

    Raises:
        BadRequestError: ``unable_to_refresh_oauth_token``.
        NotFoundError: ``member_oauth_token_not_found``, ``default_provider_not_allowed`` (needs OAuth credentials of
            the project's own), ``member_not_found``, ``organization_not_found``.

    Source: `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/google
    <https://stytch.com/docs/api-reference/b2b/api/oauth/token/google>`_
    """

    organization_id: str
    member_id: str
    include_refresh_token: bool | None = None


@attrs.define(kw_only=True)
class OAuthProvidersGoogleResponse:
    """Google's tokens.

    Attributes:
        provider_subject: Who the member is to Google.
        access_token_expires_in: Seconds that the access token still works.
        refresh_token: ``None`` unless it was asked for.

    """

    __schema__ = "api_organization_v1_organizations_members_oauth_providers_GoogleResponse"

    request_id: str
    provider_type: str
    provider_subject: str
    id_token: str = attrs.field(repr=False)
    scopes: list[str]
    status_code: int
    access_token: str | None = attrs.field(default=None, repr=False)
    access_token_expires_in: int | None = None
    refresh_token: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class OAuthProvidersMicrosoftRequest:
    """Get the tokens that Microsoft issued when a member logged in.

    Stytch keeps them. It renews the access token if there is a refresh token.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        include_refresh_token: Return the refresh token, too; false by default. Once an app has used it, Stytch may be
            unable to renew the access token.

    Raises:
        BadRequestError: ``unable_to_refresh_oauth_token``.
        NotFoundError: ``member_oauth_token_not_found``, ``default_provider_not_allowed`` (needs OAuth credentials of
            the project's own), ``member_not_found``, ``organization_not_found``.

    Source: `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/microsoft
    <https://stytch.com/docs/api-reference/b2b/api/oauth/token/microsoft>`_
    """

    organization_id: str
    member_id: str
    include_refresh_token: bool | None = None


@attrs.define(kw_only=True)
class OAuthProvidersMicrosoftResponse:
    """Microsoft's tokens.

    Attributes:
        provider_subject: Who the member is to Microsoft.
        access_token_expires_in: Seconds that the access token still works.
        refresh_token: ``None`` unless it was asked for.

    """

    __schema__ = "api_organization_v1_organizations_members_oauth_providers_MicrosoftResponse"

    request_id: str
    provider_type: str
    provider_subject: str
    access_token: str = attrs.field(repr=False)
    access_token_expires_in: int
    id_token: str = attrs.field(repr=False)
    scopes: list[str]
    status_code: int
    refresh_token: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class SlackProviderInfo:
    """What Slack has issued for a member.

    Attributes:
        provider_subject: Who the member is to Slack.
        provider_tenant_id: The id of the Slack workspace.
        bot_access_token: Acts as the bot of the Slack app, within ``bot_scopes``.

    """

    __schema__ = "api_organization_v1_SlackProviderInfo"

    provider_subject: str
    provider_tenant_id: str
    access_token: str = attrs.field(repr=False)
    scopes: list[str]
    bot_access_token: str = attrs.field(repr=False)
    bot_scopes: list[str]


@attrs.define(kw_only=True)
class OAuthProvidersSlackRequest:
    """Get the tokens that Slack issued when a member logged in.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.

    Raises:
        NotFoundError: ``member_oauth_token_not_found``, ``default_provider_not_allowed`` (needs OAuth credentials of
            the project's own), ``member_not_found``, ``organization_not_found``.

    Source: `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/slack
    <https://stytch.com/docs/api-reference/b2b/api/oauth/token/slack>`_
    """

    organization_id: str
    member_id: str


@attrs.define(kw_only=True)
class OAuthProvidersSlackResponse:
    """Slack's tokens, by workspace."""

    __schema__ = "api_organization_v1_organizations_members_oauth_providers_SlackResponse"

    request_id: str
    provider_type: str
    registrations: list[SlackProviderInfo]
    status_code: int


@attrs.define(kw_only=True)
class HubspotProviderInfo:
    """What HubSpot has issued for a member.

    Attributes:
        provider_subject: Who the member is to HubSpot.
        provider_tenant_id: The Hub ID.
        access_token_expires_in: Seconds that the access token still works.
        refresh_token: ``None`` unless it was asked for.

    """

    __schema__ = "api_organization_v1_HubspotProviderInfo"

    provider_subject: str
    provider_tenant_id: str
    access_token: str = attrs.field(repr=False)
    access_token_expires_in: int
    scopes: list[str]
    refresh_token: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class OAuthProvidersHubspotRequest:
    """Get the tokens that HubSpot issued when a member logged in.

    Stytch keeps them. It renews the access token if there is a refresh token.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        include_refresh_token: Return the refresh token, too; false by default. Once an app has used it, Stytch may be
            unable to renew the access token.

    Raises:
        BadRequestError: ``unable_to_refresh_oauth_token``.
        NotFoundError: ``member_oauth_token_not_found``, ``default_provider_not_allowed`` (needs OAuth credentials of
            the project's own), ``member_not_found``, ``organization_not_found``.

    Source: `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/hubspot
    <https://stytch.com/docs/api-reference/b2b/api/oauth/token/hubspot>`_
    """

    organization_id: str
    member_id: str
    include_refresh_token: bool | None = None


@attrs.define(kw_only=True)
class OAuthProvidersHubspotResponse:
    """HubSpot's tokens, by hub."""

    __schema__ = "api_organization_v1_organizations_members_oauth_providers_HubspotResponse"

    request_id: str
    provider_type: str
    registrations: list[HubspotProviderInfo]
    status_code: int


@attrs.define(kw_only=True)
class GithubProviderInfo:
    """What GitHub has issued for a member.

    Attributes:
        provider_subject: Who the member is to GitHub.
        provider_tenant_ids: The ids of the member's GitHub organizations.

    """

    __schema__ = "api_organization_v1_GithubProviderInfo"

    provider_subject: str
    provider_tenant_ids: list[str]
    access_token: str = attrs.field(repr=False)
    scopes: list[str]


@attrs.define(kw_only=True)
class OAuthProvidersGithubRequest:
    """Get the token that GitHub issued when a member logged in.

    It works until it has been left unused for very long.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        include_refresh_token: Changes nothing: GitHub issues no refresh tokens.

    Raises:
        NotFoundError: ``member_oauth_token_not_found``, ``default_provider_not_allowed`` (needs OAuth credentials of
            the project's own), ``member_not_found``, ``organization_not_found``.

    Source: `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/github
    <https://stytch.com/docs/api-reference/b2b/api/oauth/token/github>`_
    """

    organization_id: str
    member_id: str
    include_refresh_token: bool | None = None


@attrs.define(kw_only=True)
class OAuthProvidersGithubResponse:
    """GitHub's tokens."""

    __schema__ = "api_organization_v1_organizations_members_oauth_providers_GithubResponse"

    request_id: str
    provider_type: str
    registrations: list[GithubProviderInfo]
    status_code: int
