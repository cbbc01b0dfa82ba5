"""Sessions, intermediate ones included."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "INCOMPATIBLE_SESSION_TYPE",
    "INSUFFICIENT_FACTORS_FOR_SESSION_EXCHANGE",
    "INTERMEDIATE_SESSION_NOT_FOUND",
    "INVALID_INTERMEDIATE_SESSION_TOKEN_FOR_ORGANIZATION",
    "INVALID_SESSION_DURATION_MINUTES",
    "INVALID_SESSION_ID",
    "INVALID_SESSION_TOKEN",
    "MEMBER_SESSION_MEMBER_ID_MISMATCH",
    "NO_SESSION_ARGUMENTS",
    "NO_SESSION_REVOKE_ARGUMENTS",
    "SESSION_NOT_FOUND",
    "TOO_MANY_SESSION_ARGUMENTS",
    "TOO_MANY_SESSION_REVOKE_ARGUMENTS",
    "UNABLE_TO_PARSE_SESSION_JWT",
]

INCOMPATIBLE_SESSION_TYPE: Final = Reason(
    400, "incompatible_session_type", "The Consumer API takes sessions of users, and the B2B API those of members."
)
INSUFFICIENT_FACTORS_FOR_SESSION_EXCHANGE: Final = Reason(
    400,
    "insufficient_factors_for_session_exchange",
    "What the session has proven holds in no other organization.",
)
INTERMEDIATE_SESSION_NOT_FOUND: Final = Reason(
    404, "intermediate_session_not_found", "There is no such intermediate session: it is unknown, expired or used up."
)
INVALID_INTERMEDIATE_SESSION_TOKEN_FOR_ORGANIZATION: Final = Reason(
    400,
    "invalid_intermediate_session_token_for_organization",
    "The intermediate session belongs to another organization.",
)
INVALID_SESSION_DURATION_MINUTES: Final = Reason(
    400, "invalid_session_duration_minutes", "A session lasts 5 to 527040 minutes."
)
INVALID_SESSION_ID: Final = Reason(400, "invalid_session_id", "That is not a session id.")
INVALID_SESSION_TOKEN: Final = Reason(400, "invalid_session_token", "That is not a session token.", general=True)
MEMBER_SESSION_MEMBER_ID_MISMATCH: Final = Reason(
    400, "member_session_member_id_mismatch", "The intermediate session belongs to another member."
)
NO_SESSION_ARGUMENTS: Final = Reason(400, "no_session_arguments", "Give a session token or a session JWT.")
NO_SESSION_REVOKE_ARGUMENTS: Final = Reason(400, "no_session_revoke_arguments", "Say which session to revoke.")
SESSION_NOT_FOUND: Final = Reason(
    404, "session_not_found", "There is no such session: it is unknown, expired or revoked."
)
TOO_MANY_SESSION_ARGUMENTS: Final = Reason(
    400, "too_many_session_arguments", "Give a session token or a session JWT, not both."
)
TOO_MANY_SESSION_REVOKE_ARGUMENTS: Final = Reason(
    400, "too_many_session_revoke_arguments", "Name the session to revoke in one way only."
)
UNABLE_TO_PARSE_SESSION_JWT: Final = Reason(
    400, "unable_to_parse_session_jwt", "That is not a session JWT of this project."
)
