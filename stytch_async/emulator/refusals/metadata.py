"""Metadata and custom claims."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "CANNOT_UPDATE_TRUSTED_METADATA",
    "CUSTOM_CLAIMS_TOO_LARGE",
    "METADATA_INVALID_FORMAT",
    "METADATA_TOO_LARGE",
    "METADATA_TOO_MANY_KEYS",
    "RESERVED_CLAIMS_IN_CUSTOM_CLAIMS",
    "STYTCH_CLAIMS_IN_CUSTOM_CLAIMS",
]

CANNOT_UPDATE_TRUSTED_METADATA: Final = Reason(
    401, "cannot_update_trusted_metadata", "A call on a member's behalf may not write trusted metadata."
)
CUSTOM_CLAIMS_TOO_LARGE: Final = Reason(400, "custom_claims_too_large", "Custom claims may take up at most 4 KB.")
METADATA_INVALID_FORMAT: Final = Reason(400, "metadata_invalid_format", "Metadata is a JSON object.")
METADATA_TOO_LARGE: Final = Reason(400, "metadata_too_large", "Metadata may take up at most 4 KB.")
METADATA_TOO_MANY_KEYS: Final = Reason(400, "metadata_too_many_keys", "Metadata may have at most 20 keys.")
RESERVED_CLAIMS_IN_CUSTOM_CLAIMS: Final = Reason(
    400, "reserved_claims_in_custom_claims", "Registered claims cannot be custom claims."
)
STYTCH_CLAIMS_IN_CUSTOM_CLAIMS: Final = Reason(
    400, "stytch_claims_in_custom_claims", "Claims below https://stytch.com/ cannot be custom claims."
)
