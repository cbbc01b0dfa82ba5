"""Keys of users: how they come, how they are found, and what they prove."""

from typing import Final

import attrs

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.webauthn import (
    DUPLICATE_WEBAUTHN_REGISTRATION,
    INVALID_WEBAUTHN_REGISTRATION_DOMAIN,
    INVALID_WEBAUTHN_REGISTRATION_ID,
    NO_PENDING_WEBAUTHN_REGISTRATION,
    TOO_MANY_USER_REGISTRATIONS_FOR_DOMAIN,
    UNABLE_TO_AUTH_WEBAUTHN_REGISTRATION,
    UNABLE_TO_REGISTER_WEBAUTHN_REGISTRATION,
    WEBAUTHN_REGISTRATION_NOT_FOUND,
)
from stytch_async.emulator.rules.consumer.webauthn.challenges import begun, waiting
from stytch_async.emulator.rules.consumer.webauthn.credentials import read_assertion, read_attestation
from stytch_async.emulator.rules.consumer.webauthn.verification import new_sign_count, verify_attestation
from stytch_async.emulator.rules.factors import factor
from stytch_async.emulator.rules.identifiers import check_id
from stytch_async.emulator.rules.locks import check_lock, refuse_and_count
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.users import User
from stytch_async.emulator.state.rows.webauthn import WebAuthnChallenge, WebAuthnRegistration

__all__ = ["find_registration", "prove_key", "refuse_more", "registered_for", "registration_proof"]

MOST: Final = 25
"""How many keys of a user may be for one domain; inferred from that limit of biometric registrations (behaviour 14)."""

NAMED_BY: Final = 8
"""How many characters of its id a key is called by at first (behaviour-more E7)."""


@attrs.frozen
class Signed:
    """A challenge that a key has signed; using it counts."""

    challenge: WebAuthnChallenge
    registration: WebAuthnRegistration
    sign_count: int

    def spend(self) -> None:
        """Let the same signature open nothing more."""
        self.challenge.spend()
        self.registration.sign_count = self.sign_count


def registered_for(user: User, domain: str) -> list[WebAuthnRegistration]:
    """Return a user's keys for a domain."""
    return [one for one in user.webauthn if one.domain == domain]


def refuse_more(user: User, domain: str) -> None:
    """Refuse another key where there are many for the domain."""
    if len(registered_for(user, domain)) >= MOST:
        raise Refusal(TOO_MANY_USER_REGISTRATIONS_FOR_DOMAIN)


def find_registration(project: Project, registration_id: str) -> tuple[User, WebAuthnRegistration]:
    """Return a key and its user, or refuse."""
    check_id("webauthn-registration", registration_id, INVALID_WEBAUTHN_REGISTRATION_ID)
    user = project.users.by_webauthn_id.first(registration_id)
    if user is None:
        raise Refusal(WEBAUTHN_REGISTRATION_NOT_FOUND)
    return user, next(one for one in user.webauthn if one.id == registration_id)


def registration_proof(project: Project, user: User, credential: str) -> tuple[Proof[User], WebAuthnRegistration]:
    """Return a new key, which is not kept yet, and what making it proves; or refuse."""
    answer = read_attestation(credential)
    challenge = begun(project, "register", answer.challenge)
    if challenge is None or challenge.owner_id != user.id:
        is_begun = waiting(project, "register", user.id)
        raise Refusal(UNABLE_TO_REGISTER_WEBAUTHN_REGISTRATION if is_begun else NO_PENDING_WEBAUTHN_REGISTRATION)
    verified = verify_attestation(answer, challenge)
    if project.users.by_credential_id.first(verified.credential_id) is not None:
        raise Refusal(DUPLICATE_WEBAUTHN_REGISTRATION)
    refuse_more(user, challenge.domain)
    registration_id = project.ids.new("webauthn-registration")
    registration = WebAuthnRegistration(
        id=registration_id,
        domain=challenge.domain,
        user_agent=challenge.user_agent,
        authenticator_type=challenge.authenticator_type,
        name=f"WebAuthN {registration_id[-NAMED_BY:]}",
        credential_id=verified.credential_id,
        public_key=verified.credential_public_key,
        sign_count=verified.sign_count,
        user_handle=challenge.user_handle,
    )
    return _proof(project, user, Signed(challenge, registration, verified.sign_count)), registration


def prove_key(project: Project, credential: str) -> tuple[Proof[User], WebAuthnRegistration]:
    """Return the key that has signed a challenge, and what that proves; or refuse, and count a wrong signature."""
    answer = read_assertion(credential)
    challenge = begun(project, "authenticate", answer.challenge)
    user = project.users.by_credential_id.first(answer.credential_id)
    if challenge is None or user is None:
        raise Refusal(WEBAUTHN_REGISTRATION_NOT_FOUND)
    registration = next(one for one in user.webauthn if one.credential_id == answer.credential_id)
    if registration.domain != challenge.domain:
        raise Refusal(INVALID_WEBAUTHN_REGISTRATION_DOMAIN)
    check_lock(project, user)
    is_theirs = challenge.owner_id in {"", user.id} and answer.user_handle in {None, registration.user_handle}
    sign_count = new_sign_count(answer, challenge, registration)
    if sign_count is None or not is_theirs:
        refuse_and_count(project, user, UNABLE_TO_AUTH_WEBAUTHN_REGISTRATION)
    return _proof(project, user, Signed(challenge, registration, sign_count)), registration


def _proof(project: Project, user: User, signed: Signed) -> Proof[User]:
    return Proof(account=user, factor=_factor(project, signed.registration), credential=signed)


def _factor(project: Project, one: WebAuthnRegistration) -> Factor:
    return factor(
        project,
        "webauthn",
        "webauthn_registration",
        "webauthn_factor",
        webauthn_registration_id=one.id,
        domain=one.domain,
        user_agent=one.user_agent,
    )
