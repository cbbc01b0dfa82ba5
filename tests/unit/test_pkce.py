"""Proof Key for Code Exchange."""

import re

import pytest

from stytch_async import PKCE
from stytch_async.errors import InvalidRequestError


def test_the_challenge_is_that_of_the_standard() -> None:
    """RFC 7636 has the pair in its appendix B."""
    pkce = PKCE.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")

    assert pkce.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_each_pair_is_new_and_wellformed() -> None:
    """Nobody can guess a verifier, and Stytch accepts it."""
    first, second = PKCE.generate(), PKCE.generate()

    assert first.verifier != second.verifier
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", first.verifier)
    assert PKCE.of(first.verifier) == first


@pytest.mark.parametrize("verifier", ["", "short", "x" * 129, f"{'x' * 42} "])
def test_a_verifier_has_its_form(verifier: str) -> None:
    """A cookie that was tampered with is refused before anything is sent."""
    with pytest.raises(InvalidRequestError, match="43 to 128"):
        PKCE.of(verifier)


def test_the_verifier_stays_out_of_sight() -> None:
    """The challenge may be seen, the verifier not."""
    pkce = PKCE.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")

    assert repr(pkce) == "PKCE(challenge='E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')"
