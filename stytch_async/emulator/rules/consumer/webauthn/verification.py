"""Whether an authenticator has signed what it was asked to; py_webauthn tells."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urlsplit

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.webauthn import (
    INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_AUTHENTICATOR_DATA,
    INVALID_PUBLIC_KEY_CREDENTIAL_MALFORMED_ATTESTATION_OBJECT,
    UNABLE_TO_REGISTER_WEBAUTHN_REGISTRATION,
)
from stytch_async.emulator.rules.consumer.webauthn.credentials import Assertion, Attestation
from stytch_async.emulator.state.rows.webauthn import WebAuthnChallenge, WebAuthnRegistration

if TYPE_CHECKING:
    from webauthn.registration.verify_registration_response import VerifiedRegistration

__all__ = ["ALGORITHMS", "new_sign_count", "verify_attestation"]

T = TypeVar("T")

ALGORITHMS: Final[tuple[int, ...]] = (-7, -8, -257)
"""What keys may sign with, the best first: ECDSA, Ed25519 and RSA, each with SHA-256 (the COSE registry)."""


def verify_attestation(answer: Attestation, challenge: WebAuthnChallenge) -> "VerifiedRegistration":
    """Return the new key that an answer to a challenge attests, or refuse."""
    from webauthn import verify_registration_response  # noqa: PLC0415 - only passkeys need it
    from webauthn.helpers import bytes_to_base64url, parse_attestation_object  # noqa: PLC0415
    from webauthn.helpers.cose import COSEAlgorithmIdentifier  # noqa: PLC0415
    from webauthn.helpers.structs import AuthenticatorAttestationResponse, RegistrationCredential  # noqa: PLC0415

    if _attempt(lambda: parse_attestation_object(answer.attestation_object)) is None:
        raise Refusal(INVALID_PUBLIC_KEY_CREDENTIAL_MALFORMED_ATTESTATION_OBJECT)
    response = AuthenticatorAttestationResponse(answer.client_data_json, answer.attestation_object)
    verified = _attempt(
        lambda: verify_registration_response(
            credential=RegistrationCredential(
                id=bytes_to_base64url(answer.credential_id), raw_id=answer.credential_id, response=response
            ),
            expected_challenge=challenge.value,
            expected_rp_id=challenge.domain,
            expected_origin=_expected(challenge.domain, answer.origin),
            supported_pub_key_algs=[COSEAlgorithmIdentifier(algorithm) for algorithm in ALGORITHMS],
        )
    )
    if verified is None or verified.credential_id != answer.credential_id:
        raise Refusal(UNABLE_TO_REGISTER_WEBAUTHN_REGISTRATION)
    return verified


def new_sign_count(answer: Assertion, challenge: WebAuthnChallenge, registration: WebAuthnRegistration) -> int | None:
    """Return how many signatures a key has counted, with that of an answer; ``None`` for one that is not to be trusted.

    Where it counts backwards, there are two of it. An answer whose parts cannot be read is refused.
    """
    from webauthn import verify_authentication_response  # noqa: PLC0415 - only passkeys need it
    from webauthn.helpers import bytes_to_base64url, parse_authenticator_data  # noqa: PLC0415
    from webauthn.helpers.structs import AuthenticationCredential, AuthenticatorAssertionResponse  # noqa: PLC0415

    if _attempt(lambda: parse_authenticator_data(answer.authenticator_data)) is None:
        raise Refusal(INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_AUTHENTICATOR_DATA)
    response = AuthenticatorAssertionResponse(answer.client_data_json, answer.authenticator_data, answer.signature)
    verified = _attempt(
        lambda: verify_authentication_response(
            credential=AuthenticationCredential(
                id=bytes_to_base64url(answer.credential_id), raw_id=answer.credential_id, response=response
            ),
            expected_challenge=challenge.value,
            expected_rp_id=registration.domain,
            expected_origin=_expected(registration.domain, answer.origin),
            credential_public_key=registration.public_key,
            credential_current_sign_count=registration.sign_count,
        )
    )
    return None if verified is None else verified.new_sign_count


def _attempt(verify: Callable[[], T]) -> T | None:
    """Return what is verified, ``None`` for what is not."""
    try:
        return verify()
    except Exception:  # noqa: BLE001 - an answer may hold anything, and py_webauthn then raises what its parsers raise
        return None


def _expected(domain: str, origin: str) -> list[str]:
    """Return the origin if a page there may ask for keys of a domain: one on it or below it, over TLS or on localhost.

    That is what browsers hold to; py_webauthn compares whole origins (Web Authentication, 5.1.3 and 7.1).
    """
    try:
        parts = urlsplit(origin)
        host = parts.hostname or ""
    except ValueError:
        return []
    is_local = host == "localhost" or host.endswith(".localhost")
    is_secure = parts.scheme == "https" or (parts.scheme == "http" and is_local)
    return [origin] if is_secure and f".{host}".endswith(f".{domain}") else []
