"""Identity providers: how answers and factors name them, and what they have issued."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.oauth import ProviderAccount, ProviderTokens

__all__ = [
    "B2B_PROVIDERS",
    "CONSUMER_PROVIDERS",
    "PROVIDERS",
    "factor_name",
    "issued",
    "provider_name",
    "renewed",
    "seconds_left",
]

PROVIDERS: Final[Mapping[str, str]] = {
    "amazon": "Amazon",
    "apple": "Apple",
    "bitbucket": "Bitbucket",
    "coinbase": "Coinbase",
    "discord": "Discord",
    "facebook": "Facebook",
    "figma": "Figma",
    "github": "GitHub",
    "gitlab": "GitLab",
    "google": "Google",
    "hubspot": "HubSpot",
    "linkedin": "LinkedIn",
    "microsoft": "Microsoft",
    "salesforce": "Salesforce",
    "slack": "Slack",
    "snapchat": "Snapchat",
    "tiktok": "TikTok",
    "twitch": "Twitch",
    "twitter": "Twitter",
    "yahoo": "Yahoo",
}
"""By the name in start URLs: what ``provider_type`` says (behaviour-more C3, C9; the spelling of most is inferred)."""

FACTORS: Final[Mapping[str, str]] = {"gitlab": "git_lab", "linkedin": "linked_in", "tiktok": "tik_tok"}
"""By the name in start URLs: how the API spells those that their factors spell otherwise."""

B2B_PROVIDERS: Final = frozenset({"github", "google", "hubspot", "microsoft", "slack"})
CONSUMER_PROVIDERS: Final = frozenset(PROVIDERS) - {"hubspot"}
"""Which of them log in whom (behaviour-more C3, M4)."""

OPENID: Final = frozenset({"apple", "google", "linkedin", "microsoft", "salesforce", "slack", "twitch", "yahoo"})
"""Those with ID tokens (inferred)."""

LASTING: Final = frozenset({"github", "slack"})
"""Those that renew nothing (behaviour-more M13); inferred for the Consumer providers."""


def provider_name(provider: str) -> str:
    """Return what ``provider_type`` says of a provider."""
    return PROVIDERS[provider]


def factor_name(provider: str) -> str:
    """Return what the part of a factor is called that tells of an account at a provider."""
    return f"{FACTORS.get(provider, provider)}_oauth_factor"


RENEWED: Final = dt.timedelta(hours=1)


def issued(project: Project, provider: str, account: ProviderAccount, scopes: Sequence[str]) -> ProviderTokens:
    """Return what a provider gives out in a login, with the scopes that were asked for besides the usual.

    The ID token is signed by the project, since nobody has the provider's keys.
    """
    speaks_openid = provider in OPENID
    return ProviderTokens(
        access_token=project.ids.token(),
        refresh_token="" if provider in LASTING else project.ids.token(),
        id_token=_id_token(project, provider, account) if speaks_openid else "",
        scopes=list(dict.fromkeys([*(("openid", "email", "profile") if speaks_openid else ()), *scopes])),
        expires_at=project.now + RENEWED,
    )


def _id_token(project: Project, provider: str, account: ProviderAccount) -> str:
    issued_at = int(project.now.timestamp())
    said = {
        "iss": f"https://{provider}.example",
        "sub": account.subject,
        "email": account.email,
        "email_verified": account.email_verified,
        "name": account.name,
        "hd": account.hosted_domain,
        "iat": issued_at,
        "exp": issued_at + int(RENEWED.total_seconds()),
    }
    return project.keys.sign({name: value for name, value in said.items() if value != ""})


def renewed(project: Project, tokens: ProviderTokens, reason: Reason) -> ProviderTokens:
    """Return tokens with an access token that works, or refuse where the provider gave nothing to renew it with.

    A renewed one works for an hour (inferred).
    """
    if tokens.expires_at > project.now:
        return tokens
    if not tokens.refresh_token:
        raise Refusal(reason)
    return attrs.evolve(tokens, access_token=project.ids.token(), expires_at=project.now + RENEWED)


def seconds_left(project: Project, tokens: ProviderTokens) -> int:
    """Return how long an access token still works."""
    return int((tokens.expires_at - project.now).total_seconds())
