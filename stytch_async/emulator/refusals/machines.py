"""M2M clients."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "DUPLICATE_M2M_CLIENT_ID",
    "INSECURE_M2M_CLIENT_SECRET",
    "INVALID_M2M_CLIENT_STATUS",
    "M2M_CLIENT_ALREADY_ROTATING_SECRET",
    "M2M_CLIENT_NOT_FOUND",
    "M2M_CLIENT_NOT_ROTATING_SECRET",
]

DUPLICATE_M2M_CLIENT_ID: Final = Reason(400, "duplicate_m2m_client_id", "An M2M client with that id exists.")
INSECURE_M2M_CLIENT_SECRET: Final = Reason(
    400, "insecure_m2m_client_secret", "The secret is shorter than 8 characters, or easy to guess."
)
INVALID_M2M_CLIENT_STATUS: Final = Reason(400, "invalid_m2m_client_status", "A client is active or inactive.")
M2M_CLIENT_ALREADY_ROTATING_SECRET: Final = Reason(
    400, "m2m_client_already_rotating_secret", "The secret is being rotated already."
)
M2M_CLIENT_NOT_FOUND: Final = Reason(404, "m2m_client_not_found", "There is no such M2M client.")
M2M_CLIENT_NOT_ROTATING_SECRET: Final = Reason(
    400, "m2m_client_not_rotating_secret", "The secret is not being rotated."
)
