"""Logins of members with identity providers."""

from stytch_async.api.b2b.oauth import Discovery, OAuth
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.discovery import discover
from stytch_async.emulator.rules.b2b.oauth import log_in_with, shown_account
from stytch_async.emulator.rules.b2b.plans import member_plan
from stytch_async.emulator.rules.oauth import DISCOVERY, MEMBER, token_of
from stytch_async.emulator.rules.providers import provider_name
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import oauth as schemas

__all__: list[str] = []


@handles(OAuth.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log in to an organization with the token that a browser came back with."""
    token = token_of(project, request.oauth_token, MEMBER, request.pkce_code_verifier)
    planned = member_plan(project, request, request.intermediate_session_token)
    organization, tokens = project.organizations[token.owner_id], token.tokens
    login = log_in_with(project, organization, token, planned)
    return schemas.AuthenticateResponse(
        organization_id=organization.id,
        provider_subject=token.account.subject,
        provider_type=provider_name(token.provider),
        provider_values=schemas.ProviderValues(
            access_token=tokens.access_token,
            refresh_token=tokens.refresh_token or None,
            id_token=tokens.id_token or None,
            scopes=tokens.scopes,
            expires_at=tokens.expires_at,
        ),
        reset_sessions=False,
        **login,
        **project.envelope(),
    )


@handles(Discovery.authenticate)
def discovery_authenticate(
    project: Project, request: schemas.DiscoveryAuthenticateRequest
) -> schemas.DiscoveryAuthenticateResponse:
    """Find somebody's organizations with the token that a browser came back with."""
    token = token_of(project, request.discovery_oauth_token, DISCOVERY, request.pkce_code_verifier)
    token.spent, account = True, token.account
    registration, factor = shown_account(project, token)
    found = discover(project, account.email, factor, name=account.name or None, accounts=[registration])
    tenants = registration.tenants
    return schemas.DiscoveryAuthenticateResponse(
        provider_type=provider_name(token.provider),
        provider_tenant_id=tenants[0] if len(tenants) == 1 else "",
        provider_tenant_ids=tenants,
        full_name=account.name,
        **found,
        **project.envelope(),
    )
