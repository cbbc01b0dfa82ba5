"""What a field's annotation may say besides its type: a limit that Stytch states, or where the value travels."""

import json
import re
from collections.abc import Mapping, Sized
from typing import Annotated, Any, Protocol

import attrs

__all__ = [
    "Between",
    "CustomClaims",
    "ExternalID",
    "FewKeys",
    "Header",
    "Limit",
    "LinkMinutes",
    "Longest",
    "Metadata",
    "PageLimit",
    "Query",
    "Rest",
    "SessionMinutes",
    "Sized4KB",
    "Spelt",
]


class Limit(Protocol):
    """Judges a value before it is sent."""

    def problem(self, value: Any, /) -> str | None:  # noqa: ANN401 - each limit knows its own type of value
        """Return what is wrong with the value, or ``None``."""
        ...


@attrs.frozen
class Between:
    """A number within bounds, both included."""

    least: int
    most: int

    def problem(self, value: int, /) -> str | None:
        """Compare with both bounds."""
        return None if self.least <= value <= self.most else f"must be from {self.least} to {self.most}"


@attrs.frozen
class Longest:
    """A text or list of at least ``least`` and at most ``most`` characters or items."""

    most: int
    least: int = 0

    def problem(self, value: Sized, /) -> str | None:
        """Compare the length with both bounds."""
        if self.least <= len(value) <= self.most:
            return None
        return f"must have {self.least} to {self.most} characters or items, and has {len(value)}"


@attrs.frozen
class Spelt:
    """A text that matches a pattern as a whole."""

    pattern: re.Pattern[str] = attrs.field(converter=re.compile)
    rule: str

    def problem(self, value: str, /) -> str | None:
        """Match the whole text."""
        return None if self.pattern.fullmatch(value) else f"must be {self.rule}"


@attrs.frozen
class FewKeys:
    """A free-form map of at most so many keys at its top."""

    most: int

    def problem(self, value: Sized, /) -> str | None:
        """Count the keys."""
        if len(value) <= self.most:
            return None
        return f"must have at most {self.most} keys at the top level, and has {len(value)}"


@attrs.frozen
class Sized4KB:
    """A free-form map of at most 4 KB of JSON."""

    def problem(self, value: Mapping[str, Any], /) -> str | None:
        """Count the bytes."""
        try:
            size = len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
        except (TypeError, ValueError):
            return None  # the encoder says what is wrong, and where
        return None if size <= 4096 else f"must be at most 4096 bytes of JSON, and is {size}"


@attrs.frozen
class Header:
    """The value travels as this header instead of in the body."""

    name: str


@attrs.frozen
class Query:
    """The value travels in the query of a request that is no GET."""


@attrs.frozen
class Rest:
    """The field takes all members of the JSON object that no other field takes."""


SessionMinutes = Annotated[int, Between(5, 527040)]
"""How long a session lasts: 5 minutes to 366 days."""

LinkMinutes = Annotated[int, Between(5, 10080)]
"""How long an emailed link lasts: 5 minutes to one week."""

PageLimit = Annotated[int, Between(1, 1000)]
"""How many results one page of a search may hold."""

CustomClaims = Annotated[dict[str, Any], Sized4KB()]
"""Claims merged into those of the session, however deep; ``None`` deletes a key."""

Metadata = Annotated[dict[str, Any], FewKeys(20), Sized4KB()]
"""Keys merged into the stored ones at the top level only; ``None`` deletes a key."""

ExternalID = Annotated[str, Spelt(r"[A-Za-z0-9._|-]{1,128}", "1 to 128 letters, digits or characters of . _ | -")]
"""The app's own id of a user, member or organization."""
