"""How ids and tokens are spelt."""

from typing import NoReturn

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.sessions import INVALID_SESSION_TOKEN
from stytch_async.emulator.state.ids import TOKEN, Prefix, is_id

__all__ = ["check_id", "check_session_token", "refuse_unknown"]


def refuse_unknown(prefix: Prefix, name: str, *, misspelt: Reason, missing: Reason) -> NoReturn:
    """Refuse a name that nobody has: neither a slug nor an external id is meant where it begins as an id (behaviour 6).

    Args:
        prefix: What such an id begins with.
        name: What was given.
        misspelt: Why an id is refused that is not spelt as one.
        missing: Why any other name is refused.

    """
    raise Refusal(misspelt if name.startswith(f"{prefix}-") and not is_id(prefix, name) else missing)


def check_id(prefix: Prefix, value: str, reason: Reason) -> None:
    """Refuse a value that is not spelt as such an id."""
    if not is_id(prefix, value):
        raise Refusal(reason)


def check_session_token(value: str) -> None:
    """Refuse a value that is not spelt as the token of a session, or of one that lacks something."""
    if TOKEN.fullmatch(value) is None:
        raise Refusal(INVALID_SESSION_TOKEN)
