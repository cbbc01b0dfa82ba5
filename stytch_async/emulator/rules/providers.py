"""Identity providers of OAuth, as answers and factors name them."""

from collections.abc import Mapping
from typing import Final

__all__ = ["PROVIDERS", "provider_name"]

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
