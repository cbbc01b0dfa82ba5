"""Links with one-time tokens: sent by email, followed once."""

import datetime as dt
from collections.abc import Mapping

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.rules.messages import deliver
from stytch_async.emulator.rules.pkce import check_challenge, check_verifier
from stytch_async.emulator.rules.redirects import with_parameters
from stytch_async.emulator.state.outbox import Message
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account, Address
from stytch_async.emulator.state.rows.credentials import OneTimeToken
from stytch_async.emulator.state.rows.factors import Fingerprint

__all__ = ["landing_url", "send_link", "unspent_token"]


def send_link(
    project: Project,
    account: Account | None,
    address: Address,
    *,
    token_type: str,
    spent_on: str | None = None,
    url: str,
    minutes: int,
    place: dict[str, str] | None = None,
    code_challenge: str | None = None,
    browser: Fingerprint | None = None,
) -> None:
    """Mail a link that carries a fresh token and its type.

    Args:
        project: The project.
        account: Whose address it is; ``None`` where that does not matter.
        address: Where the mail goes.
        token_type: What the link calls its token.
        spent_on: What the token may be spent on, where its type does not tell.
        url: Where the link leads.
        minutes: How long it can be followed.
        place: What links of B2B projects say besides (behaviour-more A2); those of Consumer projects do not.
        code_challenge: What the verifier must fit.
        browser: Where the link was asked for.

    """
    check_challenge(code_challenge)
    token = OneTimeToken(
        value=project.ids.token(),
        type=spent_on or token_type,
        owner_id="" if account is None else account.id,
        address_id=address.id,
        recipient=address.value,
        expires_at=project.now + dt.timedelta(minutes=minutes),
        code_challenge=code_challenge,
        browser=browser or Fingerprint(),
    )
    project.tokens.save(token)
    deliver(
        project,
        Message(
            purpose=token_type,
            channel="email",
            recipient=address.value,
            token=token.value,
            url=landing_url(url, token_type, token.value, place),
            sent_at=project.now,
            expires_at=token.expires_at,
        ),
    )


def landing_url(url: str, token_type: str, token: str, place: Mapping[str, str] | None = None) -> str:
    """Return a redirect URL with what Stytch adds to it; see `send_link` for ``place``."""
    return with_parameters(url, **(place or {}), stytch_token_type=token_type, token=token)


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
    token = project.tokens.get(value) or project.sandbox.token_with(value, token_type, project.now)
    if token is None or token.type != token_type:
        raise Refusal(missing or reason)
    if token.spent or token.expires_at <= project.now:
        raise Refusal(reason)
    check_verifier(token.code_challenge, code_verifier)
    return token
