"""Which URLs may be registered, and which of them are defaults."""

from collections.abc import Collection, Iterable
from typing import Final, Protocol, cast

import attrs

from stytch_async.emulator.refusals.redirect_urls import (
    INVALID_DEFAULT_URL,
    INVALID_REDIRECT_URL_TYPE,
    NO_WILDCARDS_IN_LIVE_REDIRECT_URL,
    REDIRECT_URL_CANNOT_USE_PROTOCOL,
    REDIRECT_URL_MUST_USE_HTTPS,
    REDIRECT_URL_NOT_FOUND,
    REDIRECT_URL_WITH_QUERY_PARAM_PLACEHOLDER_CANNOT_BE_DEFAULT,
    REDIRECT_URL_WITH_WILDCARD_CANNOT_BE_DEFAULT,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.management.environments import redirect_types
from stytch_async.emulator.rules.redirects import PLACEHOLDER, WILDCARD, split_url
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.settings import RedirectType, RedirectURL

__all__ = ["check_url", "find_url", "forget_url", "put_url", "read_types", "urls_of"]

Types = frozenset[RedirectType]

DANGEROUS: Final = frozenset({"about", "blob", "data", "file", "javascript", "vbscript"})
"""The schemes that lead nowhere or run what they say (inferred); those of mobile apps are welcome."""


class TypeArgument(Protocol):
    """One purpose of a URL, as requests name it."""

    is_default: bool
    type: str | None


def urls_of(project: Project) -> list[RedirectURL]:
    """Return the URLs that are registered."""
    return project.settings.redirect_urls or []


def find_url(project: Project, url: str) -> RedirectURL:
    """Return a URL that is registered, or refuse."""
    for one in urls_of(project):
        if one.url == url:
            return one
    raise Refusal(REDIRECT_URL_NOT_FOUND)


def check_url(project: Project, url: str) -> None:
    """Refuse what cannot be registered."""
    parts = split_url(url)
    if parts is not None and parts.scheme in DANGEROUS:
        raise Refusal(REDIRECT_URL_CANNOT_USE_PROTOCOL)
    if parts is None or not parts.scheme or not parts.netloc:
        raise Refusal(INVALID_DEFAULT_URL)
    if project.ids.environment == "live":
        if parts.scheme == "http":
            raise Refusal(REDIRECT_URL_MUST_USE_HTTPS)
        if WILDCARD in parts.netloc:
            raise Refusal(NO_WILDCARDS_IN_LIVE_REDIRECT_URL)


def read_types(project: Project, url: str, given: Iterable[TypeArgument] | None) -> tuple[Types, Types]:
    """Return what a URL is to be for, and for which of that it is to be the default, or refuse."""
    asked = list(given or ())
    types = {str(one.type) for one in asked}
    if not types or not redirect_types(project) >= types:
        raise Refusal(INVALID_REDIRECT_URL_TYPE)
    default_for = {str(one.type) for one in asked if one.is_default}
    if default_for and _has_wildcard(url):
        raise Refusal(REDIRECT_URL_WITH_WILDCARD_CANNOT_BE_DEFAULT)
    if default_for and _has_placeholder(url):
        raise Refusal(REDIRECT_URL_WITH_QUERY_PARAM_PLACEHOLDER_CANNOT_BE_DEFAULT)
    return cast("Types", frozenset(types)), cast("Types", frozenset(default_for))


def put_url(project: Project, url: RedirectURL, *, promote: bool) -> RedirectURL:
    """Register a URL anew, and return it as it comes out.

    It takes over from the former defaults of its types (behaviour-more W15), and unless that is forbidden it becomes
    the default of the types that have none (W12), while others take over those that it has lost.
    """
    others = [one for one in urls_of(project) if one.url != url.url]
    if promote and _may_be_default(url.url):
        taken = frozenset[RedirectType]().union(*(one.default_for for one in others))
        url = attrs.evolve(url, default_for=url.default_for | (url.types - taken))
    kept = [attrs.evolve(one, default_for=one.default_for - url.default_for) for one in others]
    project.settings.redirect_urls = [*(_promoted(project, kept, url) if promote else kept), url]
    return url


def forget_url(project: Project, url: RedirectURL, *, promote: bool) -> None:
    """Let a URL go; unless that is forbidden, others take over as defaults."""
    others = [one for one in urls_of(project) if one is not url]
    project.settings.redirect_urls = _promoted(project, others) if promote else others


def _promoted(project: Project, urls: Collection[RedirectURL], present: RedirectURL | None = None) -> list[RedirectURL]:
    """Return URLs of which the oldest that can be is the default of each type that has none."""
    found: list[RedirectURL] = []
    missing = redirect_types(project).difference(
        *(one.default_for for one in urls), present.default_for if present else ()
    )
    for one in urls:
        gained = one.types & missing if _may_be_default(one.url) else frozenset[RedirectType]()
        found.append(attrs.evolve(one, default_for=one.default_for | gained))
        missing -= gained
    return found


def _may_be_default(url: str) -> bool:
    return not _has_wildcard(url) and not _has_placeholder(url)


def _has_wildcard(url: str) -> bool:
    parts = split_url(url)
    return parts is not None and WILDCARD in parts.netloc


def _has_placeholder(url: str) -> bool:
    parts = split_url(url)
    return parts is not None and PLACEHOLDER in parts.query
