"""Deadlines for many blocks of code at once, with few timers."""

import asyncio
from contextlib import AbstractContextManager, nullcontext
from types import TracebackType

import attrs

__all__ = ["Deadline", "Deadlines"]


@attrs.define(eq=False)
class Deadline:
    """Raises `TimeoutError` from a block that takes too long; a cancellation from elsewhere stays one."""

    _queue: dict["Deadline", float]
    """By deadline: when it ends. It is in there for as long as the block takes."""
    _end: float
    _task: "asyncio.Task[object]"
    _cancelling: int
    """How many cancellations the task had been asked for before."""
    _expired: bool = False

    def expire(self) -> None:
        """Cancel what the block waits for."""
        self._expired = True
        self._task.cancel()

    def __enter__(self) -> None:
        """Begin the block."""
        self._queue[self] = self._end

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Tell the own cancellation from all others."""
        self._queue.pop(self, None)
        if self._expired and self._task.uncancel() <= self._cancelling and kind is asyncio.CancelledError:
            raise TimeoutError


class Deadlines:
    """The deadlines in one event loop: those of blocks that may take equally long share a timer."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._queues: dict[float, dict[Deadline, float]] = {}
        self._timers: dict[float, asyncio.TimerHandle] = {}

    def within(self, seconds: float | None) -> AbstractContextManager[None]:
        """Return the context for a block of the current task; without a number it may take for ever."""
        if seconds is None:
            return nullcontext()
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - no coroutine runs without one
        queue = self._queues.get(seconds)
        if queue is None:
            queue = self._queues[seconds] = {}
            self._timers[seconds] = self._loop.call_later(seconds, self._expire, seconds)
        return Deadline(queue, self._loop.time() + seconds, task, task.cancelling())

    def close(self) -> None:
        """Stop the timers."""
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        self._queues.clear()

    def _expire(self, seconds: float) -> None:
        """End what has taken too long, and come back for the oldest of the others."""
        queue, now = self._queues[seconds], self._loop.time()
        for deadline, end in list(queue.items()):
            if end > now:
                self._timers[seconds] = self._loop.call_at(end, self._expire, seconds)
                return
            del queue[deadline]
            deadline.expire()
        del self._queues[seconds], self._timers[seconds]
