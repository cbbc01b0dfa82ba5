"""Accounts at identity providers: what comes of one in either kind of project."""

import hashlib
from typing import Final

from stytch_async.emulator.refusals.oauth import OAUTH_TOKEN_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.addresses import domain_of
from stytch_async.emulator.rules.b2b.domains import is_common
from stytch_async.emulator.rules.factors import factor
from stytch_async.emulator.rules.links import unspent_token
from stytch_async.emulator.rules.providers import factor_name
from stytch_async.emulator.state.ids import Prefix
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.oauth import OAuthRegistration, OAuthToken, ProviderAccount

__all__ = [
    "DISCOVERY",
    "MEMBER",
    "USER",
    "account_factor",
    "details_of",
    "keep",
    "new_registration",
    "token_of",
    "usual_account",
]

USER: Final = "oauth"
MEMBER: Final = "multi_tenant_oauth"
DISCOVERY: Final = "discovery_oauth"
"""What the token of a login may be spent on; redirects of B2B projects call the second one ``oauth``, too."""


def _subject(provider: str, email: str) -> str:
    """Return who somebody is to a provider: always the same number."""
    return str(int.from_bytes(hashlib.sha256(f"{provider} {email}".encode()).digest()[:8]))


def usual_account(provider: str, email: str, *, name: str = "") -> ProviderAccount:
    """Return what a provider tells of somebody, unless something else is said.

    Google's account belongs to a Workspace where not anybody can have an address at the domain.
    """
    domain = domain_of(email)
    workspace = domain if provider == "google" and domain and not is_common(domain) else ""
    return ProviderAccount(subject=_subject(provider, email), email=email, name=name, hosted_domain=workspace)


def token_of(project: Project, value: str, spent_on: str, code_verifier: str | None) -> OAuthToken:
    """Return the token that a browser came back with, or refuse one that is unknown, old or used (C18)."""
    token = unspent_token(project, value, spent_on, OAUTH_TOKEN_NOT_FOUND, code_verifier)
    if not isinstance(token, OAuthToken):
        raise Refusal(OAUTH_TOKEN_NOT_FOUND)
    return token


def new_registration(project: Project, token: OAuthToken, prefix: Prefix, email_id: str) -> OAuthRegistration:
    """Return an account as it is kept from now on; ``email_id`` is empty where its address does not count."""
    account = token.account
    return OAuthRegistration(
        id=project.ids.new(prefix),
        provider=token.provider,
        subject=account.subject,
        email_id=email_id,
        profile_picture_url=account.profile_picture_url,
        locale=account.locale,
        tenants=list(account.tenants),
        tokens=token.tokens,
    )


def keep(owner: Account, new: OAuthRegistration) -> OAuthRegistration:
    """Store an account with its owner, or bring the one that is stored up to date; return what is stored then."""
    known = next((one for one in owner.oauth if (one.provider, one.subject) == (new.provider, new.subject)), None)
    if known is None:
        owner.oauth.append(new)
        return new
    known.email_id = new.email_id or known.email_id
    known.profile_picture_url, known.locale = new.profile_picture_url, new.locale
    known.tenants, known.tokens = new.tenants, new.tokens
    return known


def account_factor(project: Project, one: OAuthRegistration) -> Factor:
    """Return the factor of somebody who has logged in with a provider (behaviour-more C11, M12)."""
    return factor(project, "oauth", f"oauth_{one.provider}", factor_name(one.provider), **details_of(one))


def details_of(one: OAuthRegistration) -> dict[str, str]:
    """Return what a factor tells of an account."""
    return {"id": one.id, "provider_subject": one.subject, "email_id": one.email_id}
