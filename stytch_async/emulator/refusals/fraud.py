"""Device fingerprints and rules about them."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "CIDR_BLOCK_INVALID_PREFIX",
    "DFP_RULE_INVALID_CURSOR",
    "TELEMETRY_ID_NOT_FOUND",
    "UNAUTHORIZED_CREDENTIALS_ERROR",
]

CIDR_BLOCK_INVALID_PREFIX: Final = Reason(400, "cidr_block_invalid_prefix", "The prefix of a block is 16 to 32 long.")
DFP_RULE_INVALID_CURSOR: Final = Reason(400, "dfp_rule_invalid_cursor", "The cursor does not belong to the rules.")
TELEMETRY_ID_NOT_FOUND: Final = Reason(
    404, "telemetry_id_not_found", "There is no such telemetry id: it is unknown or expired."
)
UNAUTHORIZED_CREDENTIALS_ERROR: Final = Reason(
    401, "unauthorized_credentials_error", "Unauthorized credentials.", general=True
)
