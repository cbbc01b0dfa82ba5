"""Which operations may be repeated after which failure, and how long to wait in between."""

import logging
import random
import sys
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final

import attrs

from stytch_async.codec import api_error, request_id_of, retry_after
from stytch_async.endpoint import Operation, RetryClass
from stytch_async.errors import APIError, ConfigurationError, NotSentError, TransportError
from stytch_async.transports.interface import HTTPResponse

if TYPE_CHECKING:
    from tenacity import RetryCallState

__all__ = ["NO_RETRY", "Outcome", "Repetition", "RetryPolicy", "ended_in", "log_fields"]

logger: Final = logging.getLogger("stytch_async")

Outcome = HTTPResponse | TransportError
"""What one attempt ended in."""


@attrs.frozen
class Repetition:
    """What a repeat is about to be made for; handed to `RetryPolicy.on_retry`.

    Attributes:
        operation: The operation that failed.
        attempt: The number of the attempt that failed, from 1.
        pause: Seconds until the next one.
        error: What the attempt failed with.

    """

    operation: Operation[Any, Any]
    attempt: int
    pause: float
    error: APIError | TransportError


def _not_negative(_: object, attribute: "attrs.Attribute[Any]", value: float | None) -> None:
    if value is not None and not 0 <= value <= sys.float_info.max:
        raise ConfigurationError(f"RetryPolicy.{attribute.name} must be a finite number, and not negative")


def _positive(_: object, attribute: "attrs.Attribute[Any]", value: float) -> None:
    if not value >= 1:
        raise ConfigurationError(f"RetryPolicy.{attribute.name} must be at least 1")


@attrs.frozen(kw_only=True)
class RetryPolicy:
    """How often, and how patiently, an operation that may be repeated is repeated.

    Which failures count is not part of the policy: that follows from what the operation does.

    Attributes:
        attempts: How often a request is sent at the most; 1 means never to repeat.
        deadline: Seconds that a whole call may take, pauses included; ``None`` for no bound. A pause that would end
            after it is not begun: the failure is raised at once.
        first_pause: Upper bound in seconds of the pause before the second attempt; it doubles with each further one.
        longest_pause: Upper bound in seconds of any pause that Stytch did not ask for.
        on_retry: Called before each pause, for instance to count repeats.

    """

    attempts: int = attrs.field(default=3, validator=_positive)
    deadline: float | None = attrs.field(default=30.0, validator=_not_negative)
    first_pause: float = attrs.field(default=0.25, validator=_not_negative)
    longest_pause: float = attrs.field(default=4.0, validator=_not_negative)
    on_retry: Callable[[Repetition], None] | None = None

    def repeats(self, operation: Operation[Any, Any], outcome: Outcome) -> bool:
        """Whether this outcome of this operation is worth another attempt."""
        return self.attempts > 1 and _is_repeatable(operation, outcome)

    def pause(self, outcome: Outcome, attempt: int) -> float:
        """Return the seconds to wait after an attempt: what Stytch asked for, or an exponential bound with jitter."""
        if isinstance(outcome, HTTPResponse) and (asked := retry_after(outcome)) is not None:
            return asked
        doublings = min(attempt - 1, 64)  # a float cannot hold a thousand of them
        bound = min(self.longest_pause, self.first_pause * 2.0**doublings)
        return bound * random.uniform(0.5, 1)  # noqa: S311 - jitter, no secret

    async def repeat(
        self,
        operation: Operation[Any, Any],
        outcome: Outcome,
        started: float,
        attempt: Callable[[int], Awaitable[Outcome]],
    ) -> tuple[Outcome, int]:
        """Go on after a first attempt that failed; return the last outcome and the number of attempts made."""
        from tenacity import AsyncRetrying  # noqa: PLC0415 - needed only once something has failed

        first: Outcome | None = outcome

        async def again() -> Outcome:
            nonlocal first
            if first is not None:
                known, first = first, None
                return known
            return await attempt(retrying.statistics["attempt_number"])

        def gives_up(state: "RetryCallState") -> bool:
            late = self.deadline is not None and time.monotonic() - started + state.upcoming_sleep >= self.deadline
            return late or state.attempt_number >= self.attempts

        retrying = AsyncRetrying(
            retry=lambda state: self.repeats(operation, _outcome(state)),
            wait=lambda state: self.pause(_outcome(state), state.attempt_number),
            stop=gives_up,
            before_sleep=lambda state: self._announce(operation, state),
            retry_error_callback=_outcome,
        )
        return await retrying(again), retrying.statistics["attempt_number"]

    def _announce(self, operation: Operation[Any, Any], state: "RetryCallState") -> None:
        outcome, attempt, pause = _outcome(state), state.attempt_number, state.upcoming_sleep
        logger.info(
            "%s: attempt %d ended in %s, the next follows in %.2f s",
            operation,
            attempt,
            ended_in(outcome),
            pause,
            extra=log_fields(operation, outcome, attempt),
        )
        if self.on_retry is not None:
            error = outcome if isinstance(outcome, TransportError) else api_error(operation, outcome)
            self.on_retry(Repetition(operation, attempt, pause, error))


NO_RETRY: Final = RetryPolicy(attempts=1)
"""Send once, whatever happens."""


def ended_in(outcome: Outcome) -> str:
    """Name what an attempt ended in: a status, or the class of an error."""
    return type(outcome).__name__ if isinstance(outcome, TransportError) else str(outcome.status)


def log_fields(operation: Operation[Any, Any], outcome: Outcome, attempt: int) -> dict[str, Any]:
    """Return what a log line about an attempt brings along for tools, by the names that it has there."""
    status, failure, request_id = (
        (None, type(outcome).__name__, None)
        if isinstance(outcome, TransportError)
        else (outcome.status, None, request_id_of(outcome))
    )
    return {
        "stytch_operation": str(operation),
        "stytch_attempt": attempt,
        "stytch_status": status,
        "stytch_failure": failure,
        "stytch_request_id": request_id,
    }


def _is_repeatable(operation: Operation[Any, Any], outcome: Outcome) -> bool:
    if isinstance(outcome, NotSentError):
        return True
    if isinstance(outcome, HTTPResponse):
        if outcome.status == 429:
            return api_error(operation, outcome).error_type == "too_many_requests"
        if outcome.status < 500:
            return False
    return operation.retry is not RetryClass.ONCE


def _outcome(state: "RetryCallState") -> Outcome:
    assert state.outcome is not None  # noqa: S101 - tenacity sets it before it asks
    outcome: Outcome = state.outcome.result()
    return outcome
