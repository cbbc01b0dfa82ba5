"""Where links lead: only to URLs that the project knows."""

from typing import Final
from urllib.parse import SplitResult, urlsplit

import attrs

from stytch_async.emulator.refusals.redirects import (
    INVALID_LOGIN_REDIRECT_URL,
    INVALID_PASSWORD_RESET_REDIRECT_URL,
    NO_DEFAULT_LOGIN_REDIRECT_URL_SET,
    NO_MATCH_FOR_PROVIDED_MAGIC_LINK_URL,
    NO_PASSWORD_RESET_REDIRECT_URL,
)
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.state.project import Project

__all__ = ["LOGIN", "RESET_PASSWORD", "RedirectType", "redirect_url"]


@attrs.frozen
class RedirectType:
    """What a redirect URL is for.

    Attributes:
        name: What links call it in ``stytch_redirect_type``.
        missing: Why a call is refused that names none while the project has no default.
        invalid: Why a text is refused that is not a URL.

    """

    name: str
    missing: Reason
    invalid: Reason


LOGIN: Final = RedirectType("login", NO_DEFAULT_LOGIN_REDIRECT_URL_SET, INVALID_LOGIN_REDIRECT_URL)
RESET_PASSWORD: Final = RedirectType(
    "reset_password", NO_PASSWORD_RESET_REDIRECT_URL, INVALID_PASSWORD_RESET_REDIRECT_URL
)


def redirect_url(project: Project, asked: str | None, purpose: RedirectType) -> str:
    """Return where a link leads, or refuse a text that is not a URL and a URL that the project does not know."""
    settings = project.settings
    if asked is None:
        if settings.default_redirect_url is None:
            raise Refusal(purpose.missing)
        return settings.default_redirect_url
    parts = _split(asked)
    if parts is None or not parts.scheme or not parts.netloc:
        raise Refusal(purpose.invalid)
    if settings.redirect_urls is not None and _comparable(parts) not in map(_known, settings.redirect_urls):
        raise Refusal(NO_MATCH_FOR_PROVIDED_MAGIC_LINK_URL)
    return asked


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None


def _known(url: str) -> SplitResult:
    return _comparable(urlsplit(url))


def _comparable(parts: SplitResult) -> SplitResult:
    """Return a URL without the ``www.`` that makes no difference."""
    return parts._replace(netloc=parts.netloc.removeprefix("www."))
