"""Connected Apps."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = ["CONNECTED_APP_NOT_FOUND"]

CONNECTED_APP_NOT_FOUND: Final = Reason(404, "connected_app_not_found", "There is no such Connected App.")
