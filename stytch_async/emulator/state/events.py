"""What has changed in a project: what webhooks tell of."""

import datetime as dt
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
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
        self._events: dict[str, Event] = {}
        self._last: dict[str, Event] = {}
        self._listeners: list[Callable[[Event], None]] = []

    def add(self, event: Event) -> None:
        """Note a change."""
        self._events[event.event_id] = self._last[event.id] = event
        for listen in self._listeners:
            listen(event)

    def clear(self) -> None:
        """Forget all changes, and nobody who listens."""
        self._events.clear()
        self._last.clear()

    @contextmanager
    def tell(self, listen: Callable[[Event], None]) -> Generator[None]:
        """Tell of each change as it happens, inside the block."""
        self._listeners.append(listen)
        try:
            yield
        finally:
            self._listeners.remove(listen)

    def last_of(self, object_id: str) -> Event | None:
        """Return the last change of one object."""
        return self._last.get(object_id)

    def of(self, object_type: ObjectType) -> list[Event]:
        """Return the changes of one type of object."""
        return [event for event in self if event.object_type == object_type]

    def __iter__(self) -> Iterator[Event]:
        """Go through all changes."""
        return iter(tuple(self._events.values()))

    def __contains__(self, event: object) -> bool:
        """Whether a change is still remembered."""
        return isinstance(event, Event) and self._events.get(event.event_id) is event

    def __len__(self) -> int:
        """Count the changes."""
        return len(self._events)
