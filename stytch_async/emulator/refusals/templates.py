"""Templates of mails."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = ["EMAIL_TEMPLATE_NOT_FOUND"]

EMAIL_TEMPLATE_NOT_FOUND: Final = Reason(404, "email_template_not_found", "The project has no such template.")
