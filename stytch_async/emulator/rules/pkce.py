"""Proof Key for Code Exchange: whoever began a flow is the one who ends it (RFC 7636, S256)."""

import base64
import hashlib
import re
from typing import Final

from stytch_async.emulator.refusals.pkce import (
    INVALID_PKCE_CODE_CHALLENGE,
    INVALID_PKCE_CODE_VERIFIER,
    PKCE_DID_NOT_EXPECT_CODE_VERIFIER,
    PKCE_EXPECTED_CODE_VERIFIER,
    PKCE_MISMATCH,
)
from stytch_async.emulator.refusals.refusal import Refusal

__all__ = ["check_challenge", "check_verifier"]

CHALLENGE: Final = re.compile(r"[A-Za-z0-9_-]{43}")
VERIFIER: Final = re.compile(r"[A-Za-z0-9._~-]{43,128}")


def check_challenge(challenge: str | None) -> None:
    """Refuse a challenge that is not a digest."""
    if challenge is not None and CHALLENGE.fullmatch(challenge) is None:
        raise Refusal(INVALID_PKCE_CODE_CHALLENGE)


def check_verifier(challenge: str | None, verifier: str | None) -> None:
    """Hold a verifier against the challenge that the flow began with, if it did."""
    if challenge is None and verifier is None:
        return
    if challenge is None:
        raise Refusal(PKCE_DID_NOT_EXPECT_CODE_VERIFIER)
    if verifier is None:
        raise Refusal(PKCE_EXPECTED_CODE_VERIFIER)
    if VERIFIER.fullmatch(verifier) is None:
        raise Refusal(INVALID_PKCE_CODE_VERIFIER)
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    if digest != challenge:
        raise Refusal(PKCE_MISMATCH)
