"""Sign-In with Ethereum: the message that a wallet shows and signs (EIP-4361)."""

import datetime as dt
import re
from typing import Final

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.refusals.wallets import (
    INVALID_SIWE_CHAIN_ID,
    INVALID_SIWE_DOMAIN,
    INVALID_SIWE_MESSAGE_REQUEST_ID,
    INVALID_SIWE_RESOURCE,
    INVALID_SIWE_STATEMENT,
    INVALID_SIWE_URI,
)
from stytch_async.emulator.state.project import Envelope, Project
from stytch_async.emulator.state.rows.wallets import SIWEMessage
from stytch_async.schemas.consumer.crypto_wallets import SIWEParams, SIWEParamsResponse

__all__ = ["message_text", "read_message", "view"]

# The characters of RFC 3986.
ESCAPED: Final = "%[0-9A-Fa-f]{2}"
UNRESERVED_AND_SUB_DELIMS: Final = r"[A-Za-z0-9\-._~!$&'()*+,;=]"
NAME: Final = rf"(?:{UNRESERVED_AND_SUB_DELIMS}|{ESCAPED})"
AUTHORITY: Final = re.compile(rf"(?:(?:{NAME}|:)*@)?(?:\[[0-9A-Fa-fv:.]+\]|{NAME}+)(?::[0-9]*)?")
URI: Final = re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*:(?:{NAME}|[:/?#\[\]@])+")
STATEMENT: Final = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;= ]*")
PCHARS: Final = re.compile(rf"(?:{NAME}|[:@])*")
NUMBER: Final = re.compile(r"[1-9][0-9]{0,18}")
HIGHEST_CHAIN_ID: Final = 9_223_372_036_854_775_771


def read_message(project: Project, params: SIWEParams) -> SIWEMessage:
    """Return what a message is to say, or refuse (behaviour-more F3)."""
    _check(AUTHORITY, params.domain, INVALID_SIWE_DOMAIN)
    _check(URI, params.uri, INVALID_SIWE_URI)
    for resource in params.resources:
        _check(URI, resource, INVALID_SIWE_RESOURCE)
    chain_id = "1" if params.chain_id is None else params.chain_id
    _check(NUMBER, chain_id, INVALID_SIWE_CHAIN_ID)
    if int(chain_id) > HIGHEST_CHAIN_ID:
        raise Refusal(INVALID_SIWE_CHAIN_ID)
    _check(STATEMENT, params.statement or "", INVALID_SIWE_STATEMENT)
    _check(PCHARS, params.message_request_id or "", INVALID_SIWE_MESSAGE_REQUEST_ID)
    return SIWEMessage(
        domain=params.domain,
        uri=params.uri,
        resources=tuple(params.resources),
        chain_id=chain_id,
        statement=params.statement or "",
        issued_at=_utc(params.issued_at or project.now),
        not_before=_utc(params.not_before or project.now),
        request_id=params.message_request_id or "",
    )


def _check(form: re.Pattern[str], text: str, reason: Reason) -> None:
    if form.fullmatch(text) is None:
        raise Refusal(reason)


def _utc(moment: dt.datetime) -> dt.datetime:
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:
        raise Refusal(BAD_REQUEST, "a time is out of range") from None


def message_text(message: SIWEMessage, address: str, *, nonce: str, expires_at: dt.datetime) -> str:
    """Return a message as a wallet shows and signs it; that it says when it expires is inferred."""
    lines = [
        f"{message.domain} wants you to sign in with your Ethereum account:",
        address,
        "",
        *([message.statement, ""] if message.statement else [""]),
        f"URI: {message.uri}",
        "Version: 1",
        f"Chain ID: {message.chain_id}",
        f"Nonce: {nonce}",
        f"Issued At: {_written(message.issued_at)}",
        f"Expiration Time: {_written(expires_at)}",
        f"Not Before: {_written(message.not_before)}",
        *([f"Request ID: {message.request_id}"] if message.request_id else []),
        *(["Resources:"] if message.resources else []),
        *(f"- {resource}" for resource in message.resources),
    ]
    return "\n".join(lines)


def _written(moment: dt.datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def view(message: SIWEMessage, envelope: Envelope) -> SIWEParamsResponse:
    """Show what was signed."""
    return SIWEParamsResponse(
        domain=message.domain,
        uri=message.uri,
        chain_id=message.chain_id,
        resources=list(message.resources),
        issued_at=message.issued_at,
        message_request_id=message.request_id,
        **envelope,
    )
