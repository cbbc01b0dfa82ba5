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
from stytch_async.emulator.refusals.refusal import Reason, Refusal

__all__ = ["check_challenge", "check_verifier", "flaw_of_verifier"]

CHALLENGE: Final = re.compile(r"[A-Za-z0-9_-]{43}")
VERIFIER: Final = re.compile(r"[A-Za-z0-9._~-]{43,128}")


def check_challenge(challenge: str | None) -> None:
    """Refuse a challenge that is not a digest."""
    if challenge is not None and CHALLENGE.fullmatch(challenge) is None:
        raise Refusal(INVALID_PKCE_CODE_CHALLENGE)


def check_verifier(challenge: str | None, verifier: str | None) -> None:
    """Hold a verifier against the challenge that the flow began with, if it did."""
    flaw = flaw_of_verifier(challenge, verifier)
    if flaw is not None:
        raise Refusal(flaw)


def flaw_of_verifier(challenge: str | None, verifier: str | None) -> Reason | None:
    """Tell why a verifier does not fit the challenge that a flow began with, if it did."""
    if challenge is None:
        return None if verifier is None else PKCE_DID_NOT_EXPECT_CODE_VERIFIER
    if verifier is None:
        return PKCE_EXPECTED_CODE_VERIFIER
    if VERIFIER.fullmatch(verifier) is None:
        return INVALID_PKCE_CODE_VERIFIER
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    return None if digest == challenge else PKCE_MISMATCH
