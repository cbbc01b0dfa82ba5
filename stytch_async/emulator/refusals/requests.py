"""Requests that no product has a word for."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "BAD_REQUEST",
    "INVALID_AUTHORIZATION_HEADER",
    "INVALID_B2B_ENDPOINT",
    "INVALID_CONSUMER_ENDPOINT",
    "INVALID_PROJECT_ID",
    "INVALID_PROJECT_ID_AUTHENTICATION",
    "INVALID_PUBLIC_TOKEN_ID",
    "INVALID_SECRET_AUTHENTICATION",
    "PROJECT_NOT_FOUND",
    "PUBLIC_TOKEN_NOT_FOUND",
    "PUBLIC_TOKEN_REQUIRED",
    "ROUTE_NOT_FOUND",
    "TOO_MANY_REQUESTS",
    "UNAUTHORIZED_CREDENTIALS",
]

BAD_REQUEST: Final = Reason(400, "bad_request", "The request cannot be read.", general=True)
INVALID_AUTHORIZATION_HEADER: Final = Reason(
    400, "invalid_authorization_header", "The Authorization header is missing or is not HTTP Basic.", general=True
)
INVALID_B2B_ENDPOINT: Final = Reason(
    400, "invalid_b2b_endpoint", "A Consumer project cannot call a B2B endpoint.", general=True
)
INVALID_CONSUMER_ENDPOINT: Final = Reason(
    400, "invalid_consumer_endpoint", "A B2B project cannot call a Consumer endpoint.", general=True
)
INVALID_PROJECT_ID: Final = Reason(400, "invalid_project_id", "That is not a project id.", general=True)
INVALID_PROJECT_ID_AUTHENTICATION: Final = Reason(
    400, "invalid_project_id_authentication", "The user name is not a project id.", general=True
)
INVALID_PUBLIC_TOKEN_ID: Final = Reason(400, "invalid_public_token_id", "That is not a public token.", general=True)
INVALID_SECRET_AUTHENTICATION: Final = Reason(
    400, "invalid_secret_authentication", "The password is not a project secret.", general=True
)
PROJECT_NOT_FOUND: Final = Reason(404, "project_not_found", "There is no such project.", general=True)
PUBLIC_TOKEN_NOT_FOUND: Final = Reason(404, "public_token_not_found", "There is no such public token.", general=True)
PUBLIC_TOKEN_REQUIRED: Final = Reason(400, "public_token_required", "Give a public_token.", general=True)
ROUTE_NOT_FOUND: Final = Reason(404, "route_not_found", "There is no such endpoint.", general=True)
TOO_MANY_REQUESTS: Final = Reason(429, "too_many_requests", "Too many requests.", general=True)
UNAUTHORIZED_CREDENTIALS: Final = Reason(401, "unauthorized_credentials", "Unauthorized credentials.", general=True)
