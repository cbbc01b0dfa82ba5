"""What only the emulator refuses, and Stytch has no word for."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = ["FOREIGN_HOST", "FOREIGN_ORIGIN"]

FOREIGN_HOST: Final = Reason(403, "foreign_host", "The emulator is not called by that name: see --allow-host.")
FOREIGN_ORIGIN: Final = Reason(403, "foreign_origin", "A web page from elsewhere may not call the emulator.")
