"""Logins with identity providers: begun at a start URL, and brought back to the app with a token."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Final

import attrs

from stytch_async.emulator.refusals.oauth import (
    APPLE_OAUTH_CONFIG_NOT_FOUND,
    EXPIRED_OAUTH_RESPONSE,
    INVALID_GOOGLE_HOSTED_DOMAIN_ERROR,
    INVALID_OAUTH_ATTACH_TOKEN,
    INVALID_OAUTH_PROVIDER,
    MISSING_OAUTH_ORGANIZATION_LOCATOR,
    OAUTH_CONFIG_NOT_FOUND,
    OAUTH_INVALID_STATE,
    OAUTH_UNVERIFIED_EMAIL,
    TOO_MANY_OAUTH_ORGANIZATION_LOCATORS,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.addresses import checked_email
from stytch_async.emulator.rules.b2b.oauth import known_member
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.consumer.oauth import known_user
from stytch_async.emulator.rules.oauth import DISCOVERY, MEMBER, USER
from stytch_async.emulator.rules.pkce import check_challenge
from stytch_async.emulator.rules.providers import B2B_PROVIDERS, CONSUMER_PROVIDERS, issued
from stytch_async.emulator.rules.redirects import (
    OAUTH_DISCOVERY,
    OAUTH_LOGIN,
    OAUTH_SIGNUP,
    Purpose,
    redirect_url,
    with_parameters,
)
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.oauth import AttachToken, OAuthStart, OAuthToken, ProviderAccount

__all__ = ["ATTACH", "check_provider", "finish", "start_discovery", "start_member", "start_user"]

ATTACH: Final = "oauth_attach"
"""What attach tokens may be spent on."""

AT_PROVIDER: Final = dt.timedelta(minutes=10)
"""How long somebody may take at the provider (inferred)."""

ON_THE_WAY: Final = dt.timedelta(minutes=5)
"""How long the token of a login is good (behaviour-more Z1, inferred)."""

Parameters = Mapping[str, str]
"""The query of a start URL."""


def start_user(project: Project, provider: str, parameters: Parameters) -> OAuthStart:
    """Begin a user's login, or refuse; an attach token is used up (behaviour-more C1, C15)."""
    check_provider(provider, CONSUMER_PROVIDERS)
    attach = _attach_token(project, provider, parameters.get("oauth_attach_token"))
    start = _start(project, provider, parameters, USER, parameters.get("code_challenge"))
    if attach is not None:
        attach.spent, start.owner_id = True, attach.owner_id
    project.oauth_starts.save(start)
    return start


def start_member(project: Project, provider: str, parameters: Parameters) -> OAuthStart:
    """Begin a login to an organization, or refuse (behaviour-more M1, M2)."""
    check_provider(provider, B2B_PROVIDERS)
    locators = [parameters[name] for name in ("organization_id", "slug") if parameters.get(name)]
    if len(locators) != 1:
        raise Refusal(TOO_MANY_OAUTH_ORGANIZATION_LOCATORS if locators else MISSING_OAUTH_ORGANIZATION_LOCATOR)
    organization = find_organization(project, locators[0])
    start = _start(project, provider, parameters, MEMBER, parameters.get("pkce_code_challenge"))
    start.owner_id = organization.id
    project.oauth_starts.save(start)
    return start


def start_discovery(project: Project, provider: str, parameters: Parameters) -> OAuthStart:
    """Begin a login that finds the organization afterwards, or refuse (behaviour-more M3)."""
    check_provider(provider, B2B_PROVIDERS)
    url = redirect_url(project, parameters.get("discovery_redirect_url"), OAUTH_DISCOVERY)
    given = {**parameters, "login_redirect_url": url, "signup_redirect_url": url}
    start = _start(project, provider, given, DISCOVERY, parameters.get("pkce_code_challenge"))
    project.oauth_starts.save(start)
    return start


def check_provider(provider: str, known: Collection[str]) -> None:
    """Refuse the name of a provider that a kind of project does not have."""
    if provider not in known:
        raise Refusal(INVALID_OAUTH_PROVIDER)


def _check_config(project: Project, provider: str) -> None:
    """Refuse a provider that is not set up (behaviour-more C7)."""
    providers = project.settings.oauth_providers
    if providers is not None and provider not in providers:
        raise Refusal(APPLE_OAUTH_CONFIG_NOT_FOUND if provider == "apple" else OAUTH_CONFIG_NOT_FOUND)


def _attach_token(project: Project, provider: str, value: str | None) -> AttachToken | None:
    """Return the attach token that was passed, or refuse one that is unknown, old, used or for another provider."""
    if value is None:
        return None
    token = project.tokens.get(value)
    if not isinstance(token, AttachToken) or token.provider != provider:
        raise Refusal(INVALID_OAUTH_ATTACH_TOKEN)
    if token.spent or token.expires_at <= project.now:
        raise Refusal(INVALID_OAUTH_ATTACH_TOKEN)
    return token


def _start(
    project: Project, provider: str, parameters: Parameters, token_type: str, code_challenge: str | None
) -> OAuthStart:
    """Return a login that begins now and is not stored yet; both URLs are looked at, whichever is used (inferred)."""
    _check_config(project, provider)
    check_challenge(code_challenge)

    def known_url(name: str, purpose: Purpose) -> str:
        return redirect_url(project, parameters.get(name), purpose)

    return OAuthStart(
        id=project.ids.token(),
        provider=provider,
        token_type=token_type,
        login_url=known_url("login_redirect_url", OAUTH_LOGIN),
        signup_url=known_url("signup_redirect_url", OAUTH_SIGNUP),
        code_challenge=code_challenge,
        scopes=parameters.get("custom_scopes", "").split(),
        hosted_domain=parameters.get("provider_hd", "") if provider == "google" else "",
        expires_at=project.now + AT_PROVIDER,
    )


def finish(project: Project, state: str, told: ProviderAccount) -> str:
    """Return where the browser goes from the provider, with a token for what was told; or refuse.

    Somebody who is known comes back to the login URL, anybody else to the one for a signup (behaviour-more C5).
    """
    start = project.oauth_starts.get(state)
    if start is None:
        raise Refusal(OAUTH_INVALID_STATE)
    if start.expires_at <= project.now:
        raise Refusal(EXPIRED_OAUTH_RESPONSE)
    if start.hosted_domain not in {"", "*", told.hosted_domain}:
        raise Refusal(INVALID_GOOGLE_HOSTED_DOMAIN_ERROR)
    if not told.email and start.token_type != USER:
        raise Refusal(OAUTH_UNVERIFIED_EMAIL)
    account = attrs.evolve(told, email=checked_email(told.email) if told.email else "", tenants=[*told.tenants])
    token = OAuthToken(
        value=project.ids.token(),
        type=start.token_type,
        provider=start.provider,
        account=account,
        tokens=issued(project, start.provider, account, start.scopes),
        owner_id=start.owner_id,
        address_id="",
        expires_at=project.now + ON_THE_WAY,
        code_challenge=start.code_challenge,
    )
    url = _way_back(project, start, token)
    project.oauth_starts.remove(start)
    project.tokens.save(token)
    return url


def _way_back(project: Project, start: OAuthStart, token: OAuthToken) -> str:
    if start.token_type == USER:
        url = start.signup_url if known_user(project, token) is None else start.login_url
        return with_parameters(url, stytch_token_type=USER, token=token.value)
    if start.token_type == DISCOVERY:
        place = {"stytch_redirect_type": OAUTH_DISCOVERY.name}
        return with_parameters(start.login_url, **place, stytch_token_type=DISCOVERY, token=token.value)
    organization = project.organizations[start.owner_id]
    known = known_member(project, organization, token) is not None
    url, purpose = (start.login_url, OAUTH_LOGIN) if known else (start.signup_url, OAUTH_SIGNUP)
    place = {"stytch_redirect_type": purpose.name, "slug": organization.slug}
    return with_parameters(url, **place, stytch_token_type="oauth", token=token.value)  # noqa: S106 - the type of a token
