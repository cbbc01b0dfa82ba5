"""The OAuth2 endpoints, whose errors have a form of their own."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "INVALID_CLIENT",
    "INVALID_GRANT",
    "INVALID_REQUEST",
    "INVALID_SCOPE",
    "INVALID_TOKEN",
    "UNAUTHORIZED_CLIENT",
    "UNSUPPORTED_GRANT_TYPE",
]

INVALID_CLIENT: Final = Reason(
    401, "invalid_client", "There is no such client, or that is not its secret.", dialect="oauth2"
)
INVALID_GRANT: Final = Reason(400, "invalid_grant", "There is no such code or refresh token.", dialect="oauth2")
INVALID_REQUEST: Final = Reason(400, "invalid_request", "The request cannot be read.", dialect="oauth2")
INVALID_SCOPE: Final = Reason(400, "invalid_scope", "The client may not ask for that scope.", dialect="oauth2")
INVALID_TOKEN: Final = Reason(
    401, "invalid_token", "The access token is missing, unknown, expired or revoked.", dialect="oauth2"
)
UNAUTHORIZED_CLIENT: Final = Reason(
    400, "unauthorized_client", "Machines use client_credentials, Connected Apps use codes.", dialect="oauth2"
)
UNSUPPORTED_GRANT_TYPE: Final = Reason(
    400,
    "unsupported_grant_type",
    "The grants are client_credentials, authorization_code and refresh_token.",
    dialect="oauth2",
)
