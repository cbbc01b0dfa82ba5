"""How ids and tokens are spelt."""

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.sessions import INVALID_SESSION_TOKEN
from stytch_async.emulator.state.ids import TOKEN, Prefix, is_id

__all__ = ["check_id", "check_session_token", "is_misspelt"]


def is_misspelt(prefix: Prefix, value: str) -> bool:
    """Whether a value begins as such an id and is not one: neither a slug nor an external id is meant."""
    return value.startswith(f"{prefix}-") and not is_id(prefix, value)


def check_id(prefix: Prefix, value: str, reason: Reason) -> None:
    """Refuse a value that is not spelt as such an id."""
    if not is_id(prefix, value):
        raise Refusal(reason)


def check_session_token(value: str) -> None:
    """Refuse a value that is not spelt as the token of a session, or of one that lacks something."""
    if TOKEN.fullmatch(value) is None:
        raise Refusal(INVALID_SESSION_TOKEN)
