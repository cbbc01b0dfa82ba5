"""What a telemetry id adds to the answer of a login, whatever the method (behaviour-more U12)."""

from typing import Protocol, runtime_checkable

from stytch_async.emulator.rules.devices import recognize
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.shared import DeviceInfo

__all__ = ["tell_device"]


@runtime_checkable
class UserAnswer(Protocol):
    """An answer that has a place for a user's device."""

    user_id: str
    user_device: DeviceInfo | None


@runtime_checkable
class MemberAnswer(Protocol):
    """An answer that has a place for a member's device."""

    member_id: str
    member_device: DeviceInfo | None


def tell_device(project: Project, arguments: object, answer: object) -> None:
    """Put the device into the answer of a login, where the app has sent the telemetry id with the call."""
    telemetry_id: str | None = getattr(arguments, "telemetry_id", None)
    if telemetry_id is None:
        return
    if isinstance(answer, UserAnswer):
        user = project.users.get(answer.user_id) or project.sandbox.user
        answer.user_device = recognize(project, user, telemetry_id)
    elif isinstance(answer, MemberAnswer):
        answer.member_device = recognize(project, project.members[answer.member_id], telemetry_id)
