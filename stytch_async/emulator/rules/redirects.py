"""Where links lead: only to URLs that the project knows."""

import re
from typing import Final
from urllib.parse import SplitResult, urlencode, urlsplit

import attrs

from stytch_async.emulator.refusals.redirects import (
    INVALID_DISCOVERY_REDIRECT_URL,
    INVALID_INVITE_MAGIC_LINK_URL,
    INVALID_INVITE_REDIRECT_URL,
    INVALID_LOGIN_MAGIC_LINK_URL,
    INVALID_LOGIN_OAUTH_URL,
    INVALID_LOGIN_REDIRECT_URL,
    INVALID_LOGIN_SSO_URL,
    INVALID_PASSWORD_RESET_REDIRECT_URL,
    INVALID_SIGNUP_MAGIC_LINK_URL,
    INVALID_SIGNUP_OAUTH_URL,
    INVALID_SIGNUP_REDIRECT_URL,
    INVALID_SIGNUP_SSO_URL,
    NO_DEFAULT_DISCOVERY_REDIRECT_URL_SET,
    NO_DEFAULT_INVITE_REDIRECT_URL_SET,
    NO_DEFAULT_LOGIN_REDIRECT_URL_SET,
    NO_DEFAULT_SIGNUP_REDIRECT_URL_SET,
    NO_LOGIN_REDIRECT_URLS_SET,
    NO_MATCH_FOR_PROVIDED_MAGIC_LINK_URL,
    NO_MATCH_FOR_PROVIDED_OAUTH_URL,
    NO_MATCH_FOR_PROVIDED_SSO_URL,
    NO_PASSWORD_RESET_REDIRECT_URL,
    NO_SIGNUP_REDIRECT_URLS_SET,
)
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.settings import RedirectType, RedirectURL

__all__ = [
    "DEFAULT",
    "DISCOVERY",
    "INVITE",
    "LINK_INVITE",
    "LINK_LOGIN",
    "LINK_SIGNUP",
    "LOGIN",
    "OAUTH_DISCOVERY",
    "OAUTH_LOGIN",
    "OAUTH_SIGNUP",
    "PLACEHOLDER",
    "RESET_PASSWORD",
    "SIGNUP",
    "SSO_LOGIN",
    "SSO_SIGNUP",
    "WILDCARD",
    "Purpose",
    "redirect_url",
    "split_url",
    "with_parameters",
]

WILDCARD: Final = "*"
"""Stands for a label in the host of a URL that is registered (inferred)."""

PLACEHOLDER: Final = "{}"
"""Stands for any value in its query (inferred)."""

DEFAULT: Final = "http://localhost:3000/authenticate"
"""The one redirect URL of a new test project, for every purpose (behaviour-more A13)."""


@attrs.frozen
class Purpose:
    """What a redirect URL is for.

    Attributes:
        type: What the project's settings call it.
        missing: Why a call is refused that names none while the project has no default.
        invalid: Why a text is refused that is not a URL.
        unknown: Why a URL is refused that the project does not know.

    """

    type: RedirectType
    missing: Reason
    invalid: Reason
    unknown: Reason = NO_MATCH_FOR_PROVIDED_MAGIC_LINK_URL

    @property
    def name(self) -> str:
        """What links call it in ``stytch_redirect_type``; those of discovery were seen to say ``login`` (A2)."""
        return "login" if self.type == "DISCOVERY" else self.type.lower()


LOGIN: Final = Purpose("LOGIN", NO_DEFAULT_LOGIN_REDIRECT_URL_SET, INVALID_LOGIN_REDIRECT_URL)
SIGNUP: Final = Purpose("SIGNUP", NO_DEFAULT_SIGNUP_REDIRECT_URL_SET, INVALID_SIGNUP_REDIRECT_URL)
INVITE: Final = Purpose("INVITE", NO_DEFAULT_INVITE_REDIRECT_URL_SET, INVALID_INVITE_REDIRECT_URL)
DISCOVERY: Final = Purpose("DISCOVERY", NO_DEFAULT_DISCOVERY_REDIRECT_URL_SET, INVALID_DISCOVERY_REDIRECT_URL)
RESET_PASSWORD: Final = Purpose("RESET_PASSWORD", NO_PASSWORD_RESET_REDIRECT_URL, INVALID_PASSWORD_RESET_REDIRECT_URL)
SSO_LOGIN: Final = Purpose(
    "LOGIN", NO_DEFAULT_LOGIN_REDIRECT_URL_SET, INVALID_LOGIN_SSO_URL, NO_MATCH_FOR_PROVIDED_SSO_URL
)
SSO_SIGNUP: Final = Purpose(
    "SIGNUP", NO_DEFAULT_SIGNUP_REDIRECT_URL_SET, INVALID_SIGNUP_SSO_URL, NO_MATCH_FOR_PROVIDED_SSO_URL
)

LINK_LOGIN: Final = Purpose("LOGIN", NO_DEFAULT_LOGIN_REDIRECT_URL_SET, INVALID_LOGIN_MAGIC_LINK_URL)
LINK_SIGNUP: Final = Purpose("SIGNUP", NO_DEFAULT_SIGNUP_REDIRECT_URL_SET, INVALID_SIGNUP_MAGIC_LINK_URL)
LINK_INVITE: Final = Purpose("INVITE", NO_DEFAULT_INVITE_REDIRECT_URL_SET, INVALID_INVITE_MAGIC_LINK_URL)
"""What the magic links of Consumer projects call theirs."""

OAUTH_LOGIN: Final = Purpose(
    "LOGIN", NO_LOGIN_REDIRECT_URLS_SET, INVALID_LOGIN_OAUTH_URL, NO_MATCH_FOR_PROVIDED_OAUTH_URL
)
OAUTH_SIGNUP: Final = Purpose(
    "SIGNUP", NO_SIGNUP_REDIRECT_URLS_SET, INVALID_SIGNUP_OAUTH_URL, NO_MATCH_FOR_PROVIDED_OAUTH_URL
)
OAUTH_DISCOVERY: Final = attrs.evolve(DISCOVERY, unknown=NO_MATCH_FOR_PROVIDED_OAUTH_URL)


def redirect_url(project: Project, asked: str | None, purpose: Purpose) -> str:
    """Return where a link leads, or refuse a text that is not a URL and a URL that the project does not know."""
    known = project.settings.redirect_urls
    if asked is None:
        return DEFAULT if known is None else _default(known, purpose)
    parts = split_url(asked)
    if parts is None or not parts.scheme or not parts.netloc:
        raise Refusal(purpose.invalid)
    if known is not None and not any(_fits(parts, one) for one in _allowed(known, purpose)):
        raise Refusal(purpose.unknown)
    return asked


def with_parameters(url: str, **parameters: str) -> str:
    """Return a URL with parameters after those that it has (behaviour-more A4)."""
    return f"{url}{'&' if '?' in url else '?'}{urlencode(parameters)}"


def _default(known: list[RedirectURL], purpose: Purpose) -> str:
    for one in known:
        if purpose.type in one.default_for:
            return one.url
    raise Refusal(purpose.missing)


def _allowed(known: list[RedirectURL], purpose: Purpose) -> list[SplitResult]:
    split = (split_url(one.url) for one in known if purpose.type in one.types | one.default_for)
    return [parts for parts in split if parts is not None]


def _fits(asked: SplitResult, known: SplitResult) -> bool:
    """Whether a URL is one that is known, whatever stands there for its wildcards and placeholders."""
    return (
        asked._replace(netloc="", query="") == known._replace(netloc="", query="")
        and _matches(_host(asked), _host(known), WILDCARD, "[^./]+")
        and _matches(asked.query, known.query, PLACEHOLDER, "[^&]*")
    )


def _matches(text: str, known: str, sign: str, meaning: str) -> bool:
    """Whether a text is one that is known, in which a sign stands for what a pattern means."""
    return text == known or re.fullmatch(re.escape(known).replace(re.escape(sign), meaning), text) is not None


def _host(parts: SplitResult) -> str:
    """Return the host of a URL without the ``www.`` that makes no difference."""
    return parts.netloc.removeprefix("www.")


def split_url(url: str) -> SplitResult | None:
    """Return the parts of a URL, ``None`` where a text is none."""
    try:
        return urlsplit(url)
    except ValueError:
        return None
