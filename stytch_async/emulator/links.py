"""Links with one-time tokens: sent by email, followed once."""

import base64
import datetime as dt
import hashlib
import re
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import SplitResult, urlencode, urlsplit

from stytch_async.emulator.outbox import Message
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.rows import Address, OneTimeToken
from stytch_async.schemas.shared import Attributes, Options

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["check_attributes", "redirect_url", "send_link", "unspent"]

CHALLENGE: Final = re.compile(r"[A-Za-z0-9_-]{43}")
VERIFIER: Final = re.compile(r"[A-Za-z0-9._~-]{43,128}")


def redirect_url(project: "Project", asked: str | None, purpose: Literal["login", "password_reset"] = "login") -> str:
    """Return where a link leads, or refuse a URL that is none or that the project does not know."""
    settings = project.settings
    if asked is None:
        if settings.default_redirect_url is None:
            raise refuse(f"no_{purpose}_redirect_url")
        return settings.default_redirect_url
    parts = urlsplit(asked)
    if not parts.scheme or not parts.netloc:
        raise refuse(f"invalid_{purpose}_redirect_url")
    if settings.redirect_urls is not None and _comparable(asked) not in map(_comparable, settings.redirect_urls):
        raise refuse("no_match_for_provided_magic_link_url")
    return asked


def _comparable(url: str) -> SplitResult:
    """Return a URL without the ``www.`` that makes no difference."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.removeprefix("www."))


def send_link(
    project: "Project",
    address: Address,
    owner_id: str,
    *,
    kind: str,
    url: str,
    minutes: int,
    slug: str | None = None,
    code_challenge: str | None = None,
    attributes: Attributes | None = None,
) -> None:
    """Mail a link that carries a fresh token, its kind and, for an organization's members, the slug."""
    if code_challenge is not None and CHALLENGE.fullmatch(code_challenge) is None:
        raise refuse("invalid_pkce_code_challenge")
    value, expires_at = project.ids.token(), project.now + dt.timedelta(minutes=minutes)
    project.tokens[value] = OneTimeToken(
        kind=kind,
        owner_id=owner_id,
        address_id=address.id,
        expires_at=expires_at,
        code_challenge=code_challenge,
        attributes=attributes,
    )
    place = {} if slug is None else {"slug": slug}
    query = urlencode({"stytch_token_type": kind, **place, "token": value})
    project.outbox.add(
        Message(
            kind=kind,
            channel="email",
            recipient=address.value,
            token=value,
            url=f"{url}{'&' if '?' in url else '?'}{query}",
            sent_at=project.now,
            expires_at=expires_at,
        )
    )


def unspent(project: "Project", value: str, kind: str, error_type: str, code_verifier: str | None) -> OneTimeToken:
    """Return the token of a link, or refuse one that is unknown, spent, expired or lacks its verifier."""
    token = project.tokens.get(value)
    if token is None or token.kind != kind or token.spent or token.expires_at <= project.now:
        raise refuse(error_type)
    _check_verifier(token.code_challenge, code_verifier)
    return token


def _check_verifier(challenge: str | None, verifier: str | None) -> None:
    """Hold a PKCE verifier against its challenge (RFC 7636, S256)."""
    if challenge is None:
        if verifier is not None:
            raise refuse("pkce_did_not_expect_code_verifier")
        return
    if verifier is None:
        raise refuse("pkce_expected_code_verifier")
    if VERIFIER.fullmatch(verifier) is None:
        raise refuse("invalid_pkce_code_verifier")
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    if digest != challenge:
        raise refuse("pkce_mismatch")


def check_attributes(options: Options | None, before: Attributes | None, now: Attributes | None) -> None:
    """Refuse where address or browser must be the same as before and are not."""
    if options is None:
        return
    then, there = before or Attributes(), now or Attributes()
    if options.ip_match_required and then.ip_address != there.ip_address:
        raise refuse("attribute_mismatch")
    if options.user_agent_match_required and then.user_agent != there.user_agent:
        raise refuse("attribute_mismatch")
