"""Identity providers: how answers and factors name them, and what they have issued."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

import attrs

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.oauth import ProviderTokens

__all__ = ["PROVIDERS", "provider_name", "renewed", "seconds_left"]

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


def provider_name(provider: str) -> str:
    """Return what ``provider_type`` says of a provider."""
    return PROVIDERS[provider]


RENEWED: Final = dt.timedelta(hours=1)


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
