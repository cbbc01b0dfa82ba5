"""Deadlines that share their timers."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import pytest

from stytch_async.transports.deadlines import Deadlines

T = TypeVar("T")
SOON = 0.01


class Watched(asyncio.SelectorEventLoop):
    """Counts the timers that are set, and has a clock that can be put forward."""

    timers = 0
    ahead = 0.0

    def time(self) -> float:
        """Tell the time."""
        return super().time() + self.ahead

    def call_at(self, *args: Any, **kwargs: Any) -> asyncio.TimerHandle:
        """Set a timer; `call_later` does it by this, too."""
        self.timers += 1
        return super().call_at(*args, **kwargs)


def run(coroutine: Coroutine[None, None, T]) -> T:
    """Run a coroutine in a watched loop."""
    with asyncio.Runner(loop_factory=Watched) as runner:
        return runner.run(coroutine)


def watched_loop() -> Watched:
    """Return the running loop."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, Watched)
    return loop


async def run_over(deadlines: Deadlines, seconds: float = SOON) -> None:
    """Wait for what never comes."""
    with deadlines.within(seconds):
        await asyncio.Event().wait()


async def test_a_block_that_takes_too_long_raises_a_timeout() -> None:
    """And so does one that begins while another is watched already."""
    deadlines = Deadlines(asyncio.get_running_loop())

    ended = await asyncio.gather(*(run_over(deadlines) for _ in range(3)), return_exceptions=True)
    again = await asyncio.gather(run_over(deadlines), return_exceptions=True)

    assert [type(error) for error in (*ended, *again)] == [TimeoutError] * 4


async def test_a_block_in_time_goes_on_undisturbed() -> None:
    """Its deadline ends with it, though the timer still runs."""
    deadlines = Deadlines(asyncio.get_running_loop())
    with deadlines.within(SOON):
        await asyncio.sleep(0)

    with pytest.raises(TimeoutError):
        await run_over(deadlines)
    task = asyncio.current_task()

    assert task is not None
    assert task.cancelling() == 0


async def test_a_block_without_a_bound_may_take_for_ever() -> None:
    """No number is no deadline."""
    with Deadlines(asyncio.get_running_loop()).within(None):
        done = await asyncio.sleep(0, "done")

    assert done == "done"


def test_a_younger_block_has_its_whole_time() -> None:
    """What began later is not ended along with what began first."""

    async def begin_one_after_the_other() -> tuple[list[bool], list[bool]]:
        loop = watched_loop()
        deadlines = Deadlines(loop)
        old = asyncio.create_task(run_over(deadlines, 100))
        await asyncio.sleep(0)
        loop.ahead += 60
        young = asyncio.create_task(run_over(deadlines, 100))
        await asyncio.sleep(0)
        loop.ahead += 60
        await asyncio.wait([old])
        first = [old.done(), young.done()]
        loop.ahead += 60
        await asyncio.wait([young])
        return first, [isinstance(task.exception(), TimeoutError) for task in (old, young)]

    assert run(begin_one_after_the_other()) == ([True, False], [True, True])


async def test_a_cancellation_from_elsewhere_stays_one() -> None:
    """A task that is cancelled is not told that its time was up."""
    deadlines = Deadlines(asyncio.get_running_loop())
    task = asyncio.create_task(run_over(deadlines, 10))
    await asyncio.sleep(0)

    task.cancel()
    await asyncio.wait([task])

    assert task.cancelled()
    deadlines.close()


async def test_a_cancellation_wins_over_a_deadline_of_the_same_moment() -> None:
    """Whoever cancelled the task finds it cancelled."""
    deadlines = Deadlines(asyncio.get_running_loop())

    async def run_over_and_be_cancelled() -> None:
        task = asyncio.current_task()
        assert task is not None
        with deadlines.within(SOON):
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                task.cancel()
                raise

    task = asyncio.create_task(run_over_and_be_cancelled())
    await asyncio.wait([task])

    assert task.cancelled()


async def test_an_error_of_the_block_is_not_covered_up() -> None:
    """Where the block ends in an error of its own, that is what is raised, and no cancellation is left."""
    deadlines = Deadlines(asyncio.get_running_loop())

    async def run_over_and_fail() -> int:
        task = asyncio.current_task()
        assert task is not None
        try:
            with deadlines.within(SOON):
                try:
                    await asyncio.Event().wait()
                except asyncio.CancelledError:
                    raise KeyError from None
        except KeyError:
            return task.cancelling()
        return -1

    assert await run_over_and_fail() == 0


def test_blocks_of_one_duration_share_a_timer() -> None:
    """A hundred blocks, at once and one after the other, need no more than one."""

    async def enter_many() -> int:
        loop = watched_loop()
        deadlines = Deadlines(loop)
        before = loop.timers
        for _ in range(100):
            with deadlines.within(60), deadlines.within(60):
                await asyncio.sleep(0)
        set_ = loop.timers - before
        deadlines.close()
        return set_

    assert run(enter_many()) == 1


def test_a_timer_goes_once_nothing_needs_it() -> None:
    """When the last block has ended, the timer comes once more and is not set again."""

    async def wait_it_out() -> int:
        loop = watched_loop()
        deadlines = Deadlines(loop)
        with deadlines.within(SOON):
            pass
        before = loop.timers
        await asyncio.sleep(5 * SOON)
        return loop.timers - before

    assert run(wait_it_out()) == 1  # that of the sleep
