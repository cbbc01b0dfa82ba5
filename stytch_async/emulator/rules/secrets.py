"""The secrets of M2M clients and Connected Apps: how they are shown, checked and rotated."""

import hmac
from typing import TypedDict

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.secrets import Secrets

__all__ = ["LastFour", "cancel_rotation", "finish_rotation", "is_secret", "last_four", "start_rotation"]


class LastFour(TypedDict):
    """What may always be seen of secrets: how they end."""

    client_secret_last_four: str
    next_client_secret_last_four: str | None


def last_four(secrets: Secrets) -> LastFour:
    """Return how secrets end."""
    return {
        "client_secret_last_four": secrets.current[-4:],
        "next_client_secret_last_four": secrets.next and secrets.next[-4:],
    }


def is_secret(secrets: Secrets, given: str) -> bool:
    """Whether a text is one of the secrets; both are good during a rotation (behaviour 26)."""
    known = [one.encode() for one in (secrets.current, secrets.next) if one is not None]
    return any(hmac.compare_digest(one, given.encode()) for one in known)


def start_rotation(project: Project, secrets: Secrets, reason: Reason) -> str:
    """Add and return a second secret, or refuse where there is one."""
    if secrets.next is not None:
        raise Refusal(reason)
    secrets.next = project.ids.token()
    return secrets.next


def cancel_rotation(secrets: Secrets, reason: Reason) -> None:
    """Take the second secret away again, or refuse where there is none."""
    if secrets.next is None:
        raise Refusal(reason)
    secrets.next = None


def finish_rotation(secrets: Secrets, reason: Reason) -> None:
    """Put the second secret in the place of the first, or refuse where there is none."""
    if secrets.next is None:
        raise Refusal(reason)
    secrets.current, secrets.next = secrets.next, None
