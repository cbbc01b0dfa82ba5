"""Magic links."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = ["ENTERPRISE_ENDPOINT", "MAGIC_LINK_NOT_FOUND", "UNABLE_TO_AUTH_MAGIC_LINK", "USER_ALREADY_INVITED"]

ENTERPRISE_ENDPOINT: Final = Reason(
    401, "enterprise_endpoint", "The project may not use that: settings.embeddable_magic_links_enabled is off."
)
MAGIC_LINK_NOT_FOUND: Final = Reason(404, "magic_link_not_found", "There is no such magic link.")
UNABLE_TO_AUTH_MAGIC_LINK: Final = Reason(
    401, "unable_to_auth_magic_link", "The magic link could not be authenticated: it was already used or expired."
)
USER_ALREADY_INVITED: Final = Reason(
    400, "user_already_invited", "The user exists, and is active or has an invitation that is still good."
)
