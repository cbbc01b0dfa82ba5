"""The events of a project: each change of a user, member, organization or connection leaves one."""

from typing import Any

from stytch_async.converter import converter
from stytch_async.emulator.state.events import Action, Event, ObjectType, Source
from stytch_async.emulator.state.project import Project

__all__ = ["is_told", "note"]


def is_told(project: Project, object_id: str) -> bool:
    """Whether any event tells of an object."""
    return project.events.last_of(object_id) is not None


def note(
    project: Project,
    action: Action,
    object_type: ObjectType,
    object_id: str,
    shown: object | None = None,
    *,
    source: Source = "DIRECT",
) -> None:
    """Note a change; ``shown`` is the object as the API shows it now, and is left out of deletions."""
    document: dict[str, Any] | None = None if shown is None else converter.unstructure(shown)
    project.events.add(
        Event(
            event_id=project.ids.new("webhook-event"),
            action=action,
            object_type=object_type,
            source=source,
            id=object_id,
            timestamp=project.now,
            document=document,
        )
    )
