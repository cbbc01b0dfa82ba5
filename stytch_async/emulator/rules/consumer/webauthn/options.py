"""What a browser is told to ask of an authenticator, as JSON (behaviour-more E2, E3, E9)."""

import base64
import json
from collections.abc import Iterable
from typing import Any, Final, Protocol

from stytch_async.emulator.rules.consumer.webauthn.challenges import LIFETIME
from stytch_async.emulator.rules.consumer.webauthn.registrations import registered_for
from stytch_async.emulator.rules.consumer.webauthn.verification import ALGORITHMS
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.users import User
from stytch_async.emulator.state.rows.webauthn import WebAuthnChallenge, WebAuthnRegistration

__all__ = ["Encoding", "KeyWishes", "creation_options", "request_options"]

PUBLIC_KEY: Final = "public-key"
TIMEOUT: Final = int(LIFETIME.total_seconds() * 1000)


class KeyWishes(Protocol):
    """The arguments that say what a new key is to be like."""

    override_name: str | None
    override_display_name: str | None
    return_passkey_credential_options: bool | None
    use_base64_url_encoding: bool | None


class Encoding:
    """How binary values are written: in base64, or as the functions of browsers read it, in base64url."""

    def __init__(self, *, for_urls: bool | None) -> None:
        """Choose one of the two."""
        self._for_urls = bool(for_urls)

    def __call__(self, value: bytes) -> str:
        """Write a value."""
        if self._for_urls:
            return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
        return base64.b64encode(value).decode()

    def descriptors(self, registrations: Iterable[WebAuthnRegistration]) -> list[dict[str, str]]:
        """Name keys that are registered."""
        return [{"type": PUBLIC_KEY, "id": self(one.credential_id)} for one in registrations]


def creation_options(project: Project, user: User, challenge: WebAuthnChallenge, wishes: KeyWishes) -> str:
    """Return what ``navigator.credentials.create()`` is to be called with; the user's keys are not to be made again."""
    encoding = Encoding(for_urls=wishes.use_base64_url_encoding)
    selection: dict[str, Any] = {"userVerification": "preferred"}
    if challenge.authenticator_type:
        selection["authenticatorAttachment"] = challenge.authenticator_type
    if wishes.return_passkey_credential_options:
        selection |= {"residentKey": "required", "requireResidentKey": True}
    return json.dumps(
        {
            "rp": {"id": challenge.domain, "name": project.settings.project_name},
            "user": {
                "id": encoding(challenge.user_handle),
                "name": wishes.override_name or _name(user),
                "displayName": wishes.override_display_name or _name(user),
            },
            "challenge": encoding(challenge.value),
            "pubKeyCredParams": [{"type": PUBLIC_KEY, "alg": algorithm} for algorithm in ALGORITHMS],
            "timeout": TIMEOUT,
            "excludeCredentials": encoding.descriptors(registered_for(user, challenge.domain)),
            "authenticatorSelection": selection,
            "attestation": "none",
        }
    )


def _name(user: User) -> str:
    name = " ".join(filter(None, (user.first_name, user.middle_name, user.last_name)))
    return name or next((address.value for address in user.addresses), user.id)


def request_options(encoding: Encoding, challenge: WebAuthnChallenge, allowed: Iterable[WebAuthnRegistration]) -> str:
    """Return what ``navigator.credentials.get()`` is to be called with."""
    return json.dumps(
        {
            "challenge": encoding(challenge.value),
            "rpId": challenge.domain,
            "allowCredentials": encoding.descriptors(allowed),
            "userVerification": "preferred",
            "timeout": TIMEOUT,
        }
    )
