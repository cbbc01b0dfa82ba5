"""Links with one-time tokens: sent by email, followed once."""

import datetime as dt
from urllib.parse import urlencode

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.rules.messages import deliver
from stytch_async.emulator.rules.pkce import check_challenge, check_verifier
from stytch_async.emulator.state.outbox import Message
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account, Address
from stytch_async.emulator.state.rows.credentials import OneTimeToken
from stytch_async.emulator.state.rows.factors import Fingerprint

__all__ = ["send_link", "unspent_token"]


def send_link(
    project: Project,
    account: Account,
    address: Address,
    *,
    token_type: str,
    url: str,
    minutes: int,
    place: dict[str, str] | None = None,
    code_challenge: str | None = None,
    browser: Fingerprint | None = None,
) -> None:
    """Mail a link that carries a fresh token and its type.

    ``place`` is what links of organizations say besides (behaviour-more A2); those of Consumer projects do not.
    """
    check_challenge(code_challenge)
    token = OneTimeToken(
        value=project.ids.token(),
        type=token_type,
        owner_id=account.id,
        address_id=address.id,
        expires_at=project.now + dt.timedelta(minutes=minutes),
        code_challenge=code_challenge,
        browser=browser or Fingerprint(),
    )
    project.tokens.save(token)
    query = urlencode({**(place or {}), "stytch_token_type": token_type, "token": token.value})
    deliver(
        project,
        Message(
            purpose=token_type,
            channel="email",
            recipient=address.value,
            token=token.value,
            url=f"{url}{'&' if '?' in url else '?'}{query}",
            sent_at=project.now,
            expires_at=token.expires_at,
        ),
    )


def unspent_token(
    project: Project, value: str, token_type: str, reason: Reason, code_verifier: str | None
) -> OneTimeToken:
    """Return the token of a link, or refuse one that is unknown, spent, expired or lacks its verifier."""
    token = project.tokens.get(value)
    if token is None or token.type != token_type or token.spent or token.expires_at <= project.now:
        raise Refusal(reason)
    check_verifier(token.code_challenge, code_verifier)
    return token
