"""What authenticators are asked to sign, from the question to the answer."""

import datetime as dt
import re
from typing import Final

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.webauthn import INVALID_WEBAUTHN_REGISTRATION_DOMAIN
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.webauthn import Ceremony, WebAuthnChallenge

__all__ = ["LIFETIME", "begin", "begun", "checked_domain", "waiting"]

LIFETIME: Final = dt.timedelta(minutes=5)
"""How long a challenge waits for its answer (behaviour-more Z2, inferred)."""

LABEL: Final = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
DOMAIN: Final = re.compile(rf"localhost|{LABEL}(\.{LABEL})*\.[a-z]([a-z0-9-]{{0,61}}[a-z0-9])?", re.IGNORECASE)
"""What a browser takes for the id of a relying party: a domain, and neither an address nor a URL."""


def checked_domain(domain: str) -> str:
    """Return the domain that a key is for, or refuse."""
    if DOMAIN.fullmatch(domain) is None:
        raise Refusal(INVALID_WEBAUTHN_REGISTRATION_DOMAIN)
    return domain.lower()


def begin(
    project: Project,
    ceremony: Ceremony,
    domain: str,
    owner_id: str,
    *,
    user_handle: bytes = b"",
    user_agent: str | None = None,
    authenticator_type: str | None = None,
) -> WebAuthnChallenge:
    """Ask something new; what was asked before stays good, since a page may be open twice."""
    challenge = WebAuthnChallenge(
        value=project.ids.challenge(),
        ceremony=ceremony,
        domain=domain,
        owner_id=owner_id,
        user_handle=user_handle,
        user_agent=user_agent or "",
        authenticator_type=authenticator_type or "",
        expires_at=project.now + LIFETIME,
    )
    project.webauthn_challenges.save(challenge)
    return challenge


def begun(project: Project, ceremony: Ceremony, value: bytes) -> WebAuthnChallenge | None:
    """Return the challenge that an answer names, if it is still good."""
    challenge = project.webauthn_challenges.get(value.hex())
    return challenge if challenge is not None and _waits(project, challenge, ceremony) else None


def waiting(project: Project, ceremony: Ceremony, owner_id: str) -> bool:
    """Whether a challenge for a user waits for its answer."""
    return any(_waits(project, one, ceremony) for one in project.webauthn_challenges.by_owner.all(owner_id))


def _waits(project: Project, challenge: WebAuthnChallenge, ceremony: Ceremony) -> bool:
    return challenge.ceremony == ceremony and not challenge.spent and challenge.expires_at > project.now
