"""The clock of a project: time moves when a test says so."""

import datetime as dt
from typing import Final

__all__ = ["Clock"]

FARTHEST: Final = dt.timedelta(days=36_525)
"""How far a clock can be moved in all, so that whatever lasts for years still has an end."""


class Clock:
    """Tells a project's time.

    It starts at the real time and stands still until `advance` is called, so that nothing expires by accident. The
    served emulator uses one that also runs.
    """

    def __init__(self, start: dt.datetime | None = None, *, runs: bool = False) -> None:
        """Start the clock at ``start``, by default at the real time."""
        self._origin = dt.datetime.now(dt.UTC)
        self._start = self._origin if start is None else start
        self._advanced = dt.timedelta()
        self._runs = runs

    def now(self) -> dt.datetime:
        """Return the project's time, aware and in UTC."""
        passed = dt.datetime.now(dt.UTC) - self._origin if self._runs else dt.timedelta()
        return self._start + self._advanced + passed

    @property
    def advanced(self) -> dt.timedelta:
        """How far the clock was moved in all."""
        return self._advanced

    def reset(self) -> None:
        """Take back all moves."""
        self._advanced = dt.timedelta()

    def advance(
        self,
        by: dt.timedelta | None = None,
        /,
        *,
        days: float = 0,
        hours: float = 0,
        minutes: float = 0,
        seconds: float = 0,
    ) -> None:
        """Move the clock forward by a timedelta, or by the units given.

        Raises:
            ValueError: The sum is negative, for time does not go back, or takes the clock a century ahead.

        """
        try:
            step = (by or dt.timedelta()) + dt.timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        except OverflowError:
            raise ValueError("a clock cannot be moved that far") from None
        if step < dt.timedelta():
            raise ValueError("a clock cannot be moved back")
        if self._advanced + step > FARTHEST:
            raise ValueError("a clock cannot be moved that far")
        self._advanced += step
