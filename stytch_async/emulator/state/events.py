"""What has changed in a project: what webhooks tell of."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Literal

import attrs

__all__ = ["Action", "Event", "Events", "ObjectType", "Source"]

Action = Literal["CREATE", "DELETE", "UPDATE"]
ObjectType = Literal[
    "member",
    "oidc_connection",
    "organization",
    "saml_connection",
    "scim_connection",
    "scim_group",
    "scim_member_group",
    "user",
]
"""What can change. A directory's groups, and who is in them, are told of by the newer names (behaviour-more Q9)."""

Source = Literal["DASHBOARD", "DIRECT", "SCIM"]
"""Who changed it: a person in the dashboard, a call of the API, or a directory."""


@attrs.frozen(kw_only=True)
class Event:
    """One change.

    Attributes:
        event_id: ``webhook-event-test-…``.
        id: The id of what has changed.
        document: What has changed as the API shows it, as plain JSON; ``None`` for what is gone.

    """

    event_id: str
    action: Action
    object_type: ObjectType
    source: Source
    id: str
    timestamp: dt.datetime
    document: dict[str, Any] | None = attrs.field(repr=False)

    @property
    def type(self) -> str:
        """The name that webhooks give it, for example ``direct.user.create``."""
        return f"{self.source}.{self.object_type}.{self.action}".lower()


class Events:
    """The changes of a project, oldest first."""

    def __init__(self) -> None:
        self._events: list[Event] = []

    def add(self, event: Event) -> None:
        """Note a change."""
        self._events.append(event)

    def of(self, object_type: ObjectType) -> list[Event]:
        """Return the changes of one type of object."""
        return [event for event in self._events if event.object_type == object_type]

    def __iter__(self) -> Iterator[Event]:
        """Go through all changes."""
        return iter(tuple(self._events))

    def __len__(self) -> int:
        """Count the changes."""
        return len(self._events)
