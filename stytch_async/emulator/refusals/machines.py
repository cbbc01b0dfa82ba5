"""M2M clients."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = ["DUPLICATE_M2M_CLIENT_ID", "M2M_CLIENT_NOT_FOUND", "M2M_CLIENT_NOT_ROTATING_SECRET"]

DUPLICATE_M2M_CLIENT_ID: Final = Reason(400, "duplicate_m2m_client_id", "An M2M client with that id exists.")
M2M_CLIENT_NOT_FOUND: Final = Reason(404, "m2m_client_not_found", "There is no such M2M client.")
M2M_CLIENT_NOT_ROTATING_SECRET: Final = Reason(
    400, "m2m_client_not_rotating_secret", "The secret is not being rotated."
)
