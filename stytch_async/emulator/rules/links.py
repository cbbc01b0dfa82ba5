"""Links with one-time tokens: sent by email, followed once."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.rules.messages import deliver
from stytch_async.emulator.rules.pkce import check_challenge, check_verifier
from stytch_async.emulator.rules.redirects import with_parameters
from stytch_async.emulator.rules.templates import write
from stytch_async.emulator.state.email_templates import EmailTemplate
from stytch_async.emulator.state.outbox import Message
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account, Address
from stytch_async.emulator.state.rows.credentials import OneTimeToken
from stytch_async.emulator.state.rows.factors import Fingerprint

__all__ = ["Link", "landing_url", "send_link", "unspent_token"]


@attrs.frozen(kw_only=True)
class Link:
    """A link in a mail.

    Attributes:
        url: Where it leads.
        token_type: What it calls its token.
        spent_on: What the token may be spent on, where its type does not tell.
        place: What links of B2B projects say besides (behaviour-more A2); those of Consumer projects do not.

    """

    url: str
    token_type: str
    spent_on: str | None = None
    place: Mapping[str, str] = MappingProxyType({})


def send_link(
    project: Project,
    account: Account | None,
    address: Address,
    link: Link,
    *,
    minutes: int,
    template: EmailTemplate | None = None,
    code_challenge: str | None = None,
    browser: Fingerprint | None = None,
    login: Link | None = None,
) -> None:
    """Mail a link that carries a fresh token and its type.

    Args:
        project: The project.
        account: Whose address it is; ``None`` where that does not matter.
        address: Where the mail goes.
        link: What it is.
        minutes: How long it can be followed.
        template: What the mail looks like; ``None`` for Stytch's own.
        code_challenge: What the verifier must fit, of either link.
        browser: Where the link was asked for.
        login: Another link in the same mail, with a token of its own: the way in for whoever does not want to follow
            the first.

    """
    check_challenge(code_challenge)
    expires_at = project.now + dt.timedelta(minutes=minutes)

    def new_token(link: Link) -> OneTimeToken:
        token = OneTimeToken(
            value=project.ids.token(),
            type=link.spent_on or link.token_type,
            owner_id="" if account is None else account.id,
            address_id=address.id,
            recipient=address.value,
            expires_at=expires_at,
            code_challenge=code_challenge,
            browser=browser or Fingerprint(),
        )
        project.tokens.save(token)
        return token

    token = new_token(link)
    url = _landing_url(link, token)
    deliver(
        project,
        Message(
            purpose=link.token_type,
            channel="email",
            recipient=address.value,
            token=token.value,
            url=url,
            login_url=None if login is None else _landing_url(login, new_token(login)),
            sent_at=project.now,
            expires_at=expires_at,
            **write(template, url),
        ),
    )


def _landing_url(link: Link, token: OneTimeToken) -> str:
    return landing_url(link.url, link.token_type, token.value, link.place)


def landing_url(url: str, token_type: str, token: str, place: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return a redirect URL with what Stytch adds to it; see `Link` for ``place``."""
    return with_parameters(url, **place, stytch_token_type=token_type, token=token)


def unspent_token(
    project: Project,
    value: str,
    token_type: str,
    reason: Reason,
    code_verifier: str | None,
    *,
    missing: Reason | None = None,
) -> OneTimeToken:
    """Return the token of a link, or refuse one that is unknown, spent, expired or lacks its verifier.

    Args:
        project: The project.
        value: What stands in the link.
        token_type: What it is to be spent on.
        reason: Why a token is refused that is spent or expired.
        code_verifier: What must fit the challenge that the flow began with.
        missing: Why one is refused that is unknown or of another type, where the API tells these apart.

    """
    token = project.tokens.get(value) or _sandbox_token(project, value, token_type)
    if token is None or token.type != token_type:
        raise Refusal(missing or reason)
    if token.spent or token.expires_at <= project.now:
        raise Refusal(reason)
    check_verifier(token.code_challenge, code_verifier)
    return token


def _sandbox_token(project: Project, value: str, token_type: str) -> OneTimeToken | None:
    """Return a token of the sandbox, and see to it that whomever it logs in is found."""
    token = project.sandbox.token_with(value, token_type, project.now)
    if token is not None:
        project.open_sandbox()
    return token
