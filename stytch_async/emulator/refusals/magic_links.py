"""Magic links."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = ["MAGIC_LINK_NOT_FOUND", "UNABLE_TO_AUTH_MAGIC_LINK"]

MAGIC_LINK_NOT_FOUND: Final = Reason(404, "magic_link_not_found", "There is no such magic link.")
UNABLE_TO_AUTH_MAGIC_LINK: Final = Reason(
    401, "unable_to_auth_magic_link", "The magic link could not be authenticated: it was already used or expired."
)
