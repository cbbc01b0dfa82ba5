"""The OAuth2 endpoints, whose errors have a form of their own."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = ["INVALID_CLIENT", "INVALID_REQUEST", "INVALID_SCOPE", "UNSUPPORTED_GRANT_TYPE"]

INVALID_CLIENT: Final = Reason(
    401, "invalid_client", "There is no such client, or that is not its secret.", dialect="oauth2"
)
INVALID_REQUEST: Final = Reason(400, "invalid_request", "The request cannot be read.", dialect="oauth2")
INVALID_SCOPE: Final = Reason(400, "invalid_scope", "The client may not ask for that scope.", dialect="oauth2")
UNSUPPORTED_GRANT_TYPE: Final = Reason(
    400, "unsupported_grant_type", "Only client_credentials is emulated.", dialect="oauth2"
)
