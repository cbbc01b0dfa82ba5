"""Proof Key for Code Exchange."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "INVALID_PKCE_CODE_CHALLENGE",
    "INVALID_PKCE_CODE_VERIFIER",
    "PKCE_DID_NOT_EXPECT_CODE_VERIFIER",
    "PKCE_EXPECTED_CODE_VERIFIER",
    "PKCE_MISMATCH",
]

INVALID_PKCE_CODE_CHALLENGE: Final = Reason(
    400, "invalid_pkce_code_challenge", "A code challenge is 43 characters of unpadded base64url."
)
INVALID_PKCE_CODE_VERIFIER: Final = Reason(
    400, "invalid_pkce_code_verifier", "A code verifier is 43 to 128 letters, digits or characters of - . _ ~"
)
PKCE_DID_NOT_EXPECT_CODE_VERIFIER: Final = Reason(
    400, "pkce_did_not_expect_code_verifier", "The flow began without a code challenge, so it takes no verifier."
)
PKCE_EXPECTED_CODE_VERIFIER: Final = Reason(
    400, "pkce_expected_code_verifier", "The flow began with a code challenge, so it needs the verifier."
)
PKCE_MISMATCH: Final = Reason(400, "pkce_mismatch", "The code verifier does not fit the code challenge.")
