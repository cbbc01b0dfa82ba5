"""What identity providers have issued for members: access tokens that have expired are renewed."""

from stytch_async.api.b2b.members import Members, OAuthProviders
from stytch_async.emulator.refusals.members import MEMBER_OAUTH_TOKEN_NOT_FOUND, MEMBER_OIDC_TOKEN_NOT_FOUND
from stytch_async.emulator.refusals.oauth import UNABLE_TO_REFRESH_OAUTH_TOKEN, UNABLE_TO_REFRESH_OIDC_TOKEN
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.members import find_member
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.providers import provider_name, renewed, seconds_left
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.oauth import OAuthRegistration, ProviderTokens
from stytch_async.schemas.b2b import members as schemas

__all__: list[str] = []


@handles(Members.oidc_providers)
def oidc_providers(project: Project, request: schemas.OIDCProvidersRequest) -> schemas.OIDCProvidersResponse:
    """Show what the identity providers of OIDC connections have issued."""
    member = find_member(project, find_organization(project, request.organization_id), request.member_id)
    held = [(one, renewed(project, one.tokens, UNABLE_TO_REFRESH_OIDC_TOKEN)) for one in member.sso if one.tokens]
    if not held:
        raise Refusal(MEMBER_OIDC_TOKEN_NOT_FOUND)
    for one, tokens in held:
        one.tokens = tokens
    registrations = [
        schemas.OIDCProviderInfo(
            provider_subject=one.external_id,
            id_token=tokens.id_token,
            access_token=tokens.access_token,
            access_token_expires_in=seconds_left(project, tokens),
            scopes=tokens.scopes,
            connection_id=one.connection_id,
            refresh_token=_refresh_token(tokens, include=request.include_refresh_token),
        )
        for one, tokens in held
    ]
    return schemas.OIDCProvidersResponse(registrations=registrations, **project.envelope())


@handles(OAuthProviders.google)
def google(project: Project, request: schemas.OAuthProvidersGoogleRequest) -> schemas.OAuthProvidersGoogleResponse:
    """Show what Google has issued; a login by One Tap brings no access token."""
    one = _renew(project, _registrations(project, request.organization_id, request.member_id, "google"))[-1]
    return schemas.OAuthProvidersGoogleResponse(
        provider_type=provider_name("google"),
        provider_subject=one.subject,
        id_token=one.tokens.id_token,
        scopes=one.tokens.scopes,
        access_token=one.tokens.access_token or None,
        access_token_expires_in=seconds_left(project, one.tokens) if one.tokens.access_token else None,
        refresh_token=_refresh_token(one.tokens, include=request.include_refresh_token),
        **project.envelope(),
    )


@handles(OAuthProviders.microsoft)
def microsoft(
    project: Project, request: schemas.OAuthProvidersMicrosoftRequest
) -> schemas.OAuthProvidersMicrosoftResponse:
    """Show what Microsoft has issued."""
    one = _renew(project, _registrations(project, request.organization_id, request.member_id, "microsoft"))[-1]
    return schemas.OAuthProvidersMicrosoftResponse(
        provider_type=provider_name("microsoft"),
        provider_subject=one.subject,
        access_token=one.tokens.access_token,
        access_token_expires_in=seconds_left(project, one.tokens),
        id_token=one.tokens.id_token,
        scopes=one.tokens.scopes,
        refresh_token=_refresh_token(one.tokens, include=request.include_refresh_token),
        **project.envelope(),
    )


@handles(OAuthProviders.slack)
def slack(project: Project, request: schemas.OAuthProvidersSlackRequest) -> schemas.OAuthProvidersSlackResponse:
    """Show what Slack has issued; the emulated one has no bots."""
    registrations = [
        schemas.SlackProviderInfo(
            provider_subject=one.subject,
            provider_tenant_id=_tenant(one),
            access_token=one.tokens.access_token,
            scopes=one.tokens.scopes,
            bot_access_token="",
            bot_scopes=[],
        )
        for one in _registrations(project, request.organization_id, request.member_id, "slack")
    ]
    return schemas.OAuthProvidersSlackResponse(
        provider_type=provider_name("slack"), registrations=registrations, **project.envelope()
    )


@handles(OAuthProviders.hubspot)
def hubspot(project: Project, request: schemas.OAuthProvidersHubspotRequest) -> schemas.OAuthProvidersHubspotResponse:
    """Show what HubSpot has issued."""
    registrations = [
        schemas.HubspotProviderInfo(
            provider_subject=one.subject,
            provider_tenant_id=_tenant(one),
            access_token=one.tokens.access_token,
            access_token_expires_in=seconds_left(project, one.tokens),
            scopes=one.tokens.scopes,
            refresh_token=_refresh_token(one.tokens, include=request.include_refresh_token),
        )
        for one in _renew(project, _registrations(project, request.organization_id, request.member_id, "hubspot"))
    ]
    return schemas.OAuthProvidersHubspotResponse(
        provider_type=provider_name("hubspot"), registrations=registrations, **project.envelope()
    )


@handles(OAuthProviders.github)
def github(project: Project, request: schemas.OAuthProvidersGithubRequest) -> schemas.OAuthProvidersGithubResponse:
    """Show what GitHub has issued."""
    registrations = [
        schemas.GithubProviderInfo(
            provider_subject=one.subject,
            provider_tenant_ids=one.tenants,
            access_token=one.tokens.access_token,
            scopes=one.tokens.scopes,
        )
        for one in _registrations(project, request.organization_id, request.member_id, "github")
    ]
    return schemas.OAuthProvidersGithubResponse(
        provider_type=provider_name("github"), registrations=registrations, **project.envelope()
    )


def _registrations(project: Project, organization_id: str, member_id: str, provider: str) -> list[OAuthRegistration]:
    """Return a member's accounts at a provider, oldest first, or refuse."""
    member = find_member(project, find_organization(project, organization_id), member_id)
    found = [one for one in member.oauth if one.provider == provider]
    if not found:
        raise Refusal(MEMBER_OAUTH_TOKEN_NOT_FOUND)
    return found


def _renew(project: Project, registrations: list[OAuthRegistration]) -> list[OAuthRegistration]:
    """Let access tokens that have expired be renewed; those of Slack and GitHub do not expire."""
    fresh = [renewed(project, one.tokens, UNABLE_TO_REFRESH_OAUTH_TOKEN) for one in registrations]
    for one, tokens in zip(registrations, fresh, strict=True):
        one.tokens = tokens
    return registrations


def _refresh_token(tokens: ProviderTokens, *, include: bool | None) -> str | None:
    return tokens.refresh_token or None if include else None


def _tenant(one: OAuthRegistration) -> str:
    return next(iter(one.tenants), "")
