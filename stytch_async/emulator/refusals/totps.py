"""Authenticator apps."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = ["TOTP_NOT_FOUND"]

TOTP_NOT_FOUND: Final = Reason(404, "totp_not_found", "There is no such authenticator app.")
