"""The way of one call: encode, send, repeat where that is allowed, decode."""

import logging
import time
from collections.abc import Awaitable, Mapping, Sequence
from threading import Event
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

import attrs

from stytch_async.codec import decode, encode
from stytch_async.endpoint import Operation
from stytch_async.errors import ConfigurationError, TransportError
from stytch_async.retries import Outcome, RetryPolicy, ended_in, log_fields
from stytch_async.transports.interface import HTTPRequest, Transport

if TYPE_CHECKING:
    from stytch_async.observing import Guarded

__all__ = ["Options", "Pipeline"]

Q = TypeVar("Q")
R = TypeVar("R")

logger: Final = logging.getLogger("stytch_async")


@attrs.frozen(kw_only=True)
class Options:
    """What holds for every call of a client.

    Attributes:
        project_id: The project that the credentials are for; empty for a whole workspace.
        base_urls: By host, the URL that paths are appended to, without a slash at its end.
        headers: Sent with every request, authentication included.
        timeout: Seconds that one attempt may take, or ``None`` for no bound.
        retry: How failures are repeated.
        observers: What watches the calls.

    """

    project_id: str
    base_urls: Mapping[str, str]
    headers: Mapping[str, str] = attrs.field(repr=False)
    timeout: float | None
    retry: RetryPolicy
    observers: "Sequence[Guarded]" = ()


@attrs.frozen
class Pipeline:
    """Performs operations over a transport, until it is closed, and with it all made from it with other options."""

    transport: Transport
    options: Options
    closed: Event = attrs.field(factory=Event, kw_only=True, repr=False)

    @property
    def project_id(self) -> str:
        """The project that the operations are performed for."""
        return self.options.project_id

    async def run(self, operation: Operation[Q, R], request: Q, /) -> R:
        """Perform one operation.

        Raises:
            ConfigurationError: The client is closed.
            InvalidRequestError: An argument breaks a limit; nothing was sent.
            TransportError: No complete answer arrived.
            APIError: Stytch refused.
            DecodeError: The answer cannot be read.

        """
        self.require_open()
        options = self.options
        if options.observers:
            return await self._run_watched(operation, request)
        started = time.monotonic()
        message = encode(
            operation,
            request,
            base_url=options.base_urls[operation.host],
            headers=options.headers,
            timeout=self._time_left(0),
        )
        attempts = 1
        outcome = await self._attempt(operation, message, attempts)
        if (isinstance(outcome, TransportError) or outcome.status >= 400) and options.retry.repeats(operation, outcome):

            def attempt(number: int) -> Awaitable[Outcome]:
                left = self._time_left(time.monotonic() - started)
                return self._attempt(operation, attrs.evolve(message, timeout=left), number)

            outcome, attempts = await options.retry.repeat(operation, outcome, started, attempt)
        if isinstance(outcome, TransportError):
            raise outcome.at(str(operation), attempts)
        return decode(operation, outcome, attempts)

    async def _run_watched(self, operation: Operation[Q, R], request: Q) -> R:
        """Perform an operation before the eyes of the observers, which see nothing of what it says."""
        from stytch_async.observing import Call, Watched, watching  # noqa: PLC0415 - most clients do without it

        call = Call(operation, self.options.base_urls[operation.host])
        unwatched = attrs.evolve(self.options, observers=())
        with watching(self.options.observers, call):
            return await Pipeline(Watched(self.transport, call), unwatched, closed=self.closed).run(operation, request)

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled, and with it the clients and their products."""
        raise TypeError(
            "a client holds credentials and connections, so it cannot be pickled: build one in each process"
        )

    def require_open(self) -> None:
        """Refuse to go on once the client is closed."""
        if self.closed.is_set():
            raise ConfigurationError("this client is closed: it cannot be used any more")

    async def aclose(self) -> None:
        """Close the transport."""
        self.closed.set()
        await self.transport.aclose()

    def _time_left(self, spent: float) -> float | None:
        deadline = self.options.retry.deadline
        if deadline is None:
            return self.options.timeout
        left = max(0.001, deadline - spent)
        return left if self.options.timeout is None else min(self.options.timeout, left)

    async def _attempt(self, operation: Operation[Any, Any], message: HTTPRequest, number: int) -> Outcome:
        """Send once; a transport error is an outcome like any other."""
        started = time.monotonic()
        outcome: Outcome
        try:
            outcome = await self.transport.send(message)
        except TransportError as error:
            outcome = error
        if logger.isEnabledFor(logging.DEBUG):
            _log(operation, outcome, number, time.monotonic() - started)
        return outcome


def _log(operation: Operation[Any, Any], outcome: Outcome, number: int, seconds: float) -> None:
    """Log one attempt: never a body, a header or an identifier from the path."""
    fields = log_fields(operation, outcome, number) | {"stytch_ms": round(seconds * 1000, 1)}
    logger.debug(
        "%s: %s in %.0f ms, attempt %d, request id %s",
        operation,
        ended_in(outcome),
        seconds * 1000,
        number,
        fields["stytch_request_id"] or "none",
        extra=fields,
    )
