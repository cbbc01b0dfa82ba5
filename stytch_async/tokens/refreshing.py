"""A value that is fetched when it is first needed, and kept fresh without making anybody wait."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final, Generic, TypeVar

import attrs

from stytch_async.errors import ConfigurationError, StytchError, UnavailableError

__all__ = ["Lifetime", "Refreshing"]

T = TypeVar("T")

logger: Final = logging.getLogger("stytch_async")


@attrs.frozen
class Lifetime:
    """How many seconds a value is good.

    Attributes:
        fresh: Until it is renewed in the background.
        usable: Until it is no longer used, where renewing it has failed.

    """

    fresh: float
    usable: float


class Refreshing(Generic[T]):
    """A value behind a fetch.

    All who wait for the first value share one fetch. A value that is no longer fresh is handed out at once, and renewed
    in the background. Where renewing fails, the known value goes on being used, for a bounded time and not in silence.
    """

    def __init__(
        self,
        what: str,
        load: Callable[[], Awaitable[T]],
        clock: Callable[[], float],
        *,
        lifetime: Callable[[T], Lifetime],
        pause: float,
    ) -> None:
        """Describe the value; nothing is fetched yet.

        Args:
            what: Names the value in log lines and errors.
            load: Fetches it.
            clock: Counts seconds, and never backwards.
            lifetime: Tells how long a value is good; a `StytchError` refuses the value.
            pause: Seconds that must lie between two fetches, once there is a value.

        """
        self._what = what
        self._load = load
        self._clock = clock
        self._lifetime = lifetime
        self._pause = pause
        self._value: T | None = None
        self._failure: StytchError | None = None
        self._fresh_until = 0.0
        self._usable_until = 0.0
        self._tried_at = 0.0
        self._task: asyncio.Task[T] | None = None

    def peek(self) -> T | None:
        """Return the value where it is fresh, without waiting."""
        return self._value if self._clock() < self._fresh_until else None

    async def get(self) -> T:
        """Return the value, however it has to be come by.

        Raises:
            UnavailableError: There is no usable value, and fetching one failed.

        """
        if self._value is None or self._clock() >= self._usable_until:
            return await self._fetch()
        if self.peek() is None and self._may_try():
            self._start()
        return self._value

    async def renew(self) -> T:
        """Fetch the value anew, unless that was done a moment ago.

        Raises:
            UnavailableError: Fetching it failed, now or a moment ago, so that nobody knows what it is now.

        """
        if self._value is None or self._may_try() or self._is_fetching():
            return await self._fetch()
        if self._failure is not None:
            raise UnavailableError(self._what, self._failure) from self._failure
        return self._value

    def close(self) -> None:
        """Abandon a fetch that is under way; whoever waits for it gets an `UnavailableError`."""
        if self._task is not None and not self._task.get_loop().is_closed():
            self._task.cancel()
        self._task = None

    def _may_try(self) -> bool:
        return self._clock() - self._tried_at >= self._pause

    def _is_fetching(self) -> bool:
        """Whether a fetch is under way in this event loop; one of a loop that is gone will never end."""
        task = self._task
        return task is not None and not task.done() and task.get_loop() is asyncio.get_running_loop()

    def _start(self) -> asyncio.Task[T]:
        task = self._task
        if task is None or not self._is_fetching():
            self._tried_at = self._clock()
            task = self._task = asyncio.get_running_loop().create_task(self._renewed(), name=f"refresh {self._what}")
            task.add_done_callback(_forget_failure)
        return task

    async def _fetch(self) -> T:
        """Wait for the fetch that is under way, or for a new one.

        Whoever is cancelled leaves it to the others who wait. A fetch that was abandoned is an error for them, and does
        not cancel them.
        """
        task = self._start()
        await asyncio.wait([task])
        failure = ConfigurationError("the client was closed") if task.cancelled() else task.exception()
        if isinstance(failure, StytchError):
            raise UnavailableError(self._what, failure) from failure
        return task.result()

    async def _renewed(self) -> T:
        try:
            value = await self._load()
            lifetime = self._lifetime(value)
        except StytchError as error:
            self._failure = error
            if self._value is not None:
                left = max(0.0, self._usable_until - self._clock())
                logger.warning(
                    "%s could not be refreshed; the known value serves %.0f s more: %s", self._what, left, error
                )
            raise
        now = self._clock()
        self._value, self._failure = value, None
        self._fresh_until, self._usable_until = now + lifetime.fresh, now + lifetime.usable
        return value


def _forget_failure(task: "asyncio.Task[T]") -> None:
    """Mark a failure as seen: whoever waits gets it, and a refresh in the background has logged it."""
    if not task.cancelled():
        task.exception()
