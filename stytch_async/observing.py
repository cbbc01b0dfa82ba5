"""What a client's calls and verifications can be watched by: metrics, traces, or an app's own notes."""

from __future__ import annotations

import logging
import time
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol

import attrs

from stytch_async.codec import request_id_of
from stytch_async.errors import TokenError

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from stytch_async.endpoint import Operation
    from stytch_async.errors import TokenReason
    from stytch_async.tokens.claims import Kind
    from stytch_async.transports.interface import HTTPRequest, HTTPResponse, Transport

__all__ = ["Attempt", "Call", "Guarded", "Observer", "Outcome", "Verification", "Watched", "verifying", "watching"]

logger: Final = logging.getLogger("stytch_async")

Outcome = Literal["verified", "remembered", "refused", "unavailable"]
"""What a verification came to; ``remembered`` where the same token was verified before."""


@attrs.define(kw_only=True, eq=False)
class Attempt:
    """One time that a request was sent.

    Attributes:
        number: Which one of its call it is, from 1.
        started_at: When it began, in seconds since the epoch.
        seconds: How long it took.
        status: The HTTP status; ``None`` where no answer came.
        failure: The class of the error where no answer came, such as ``ReplyLostError``.
        request_id: Stytch's id of the exchange, where the answer has one.

    """

    number: int
    started_at: float
    seconds: float = 0.0
    status: int | None = None
    failure: str | None = None
    request_id: str | None = None


@attrs.define(eq=False)
class Call:
    """One call of an endpoint, with nothing of its arguments and of its answer; it fills while the call goes on.

    Attributes:
        operation: What is called.
        base_url: The URL that the operation's path is appended to.
        attempts: How often it was sent, and what came of it.
        error: What the caller gets instead of an answer.

    """

    operation: Operation[Any, Any]
    base_url: str
    attempts: list[Attempt] = attrs.field(factory=list[Attempt])
    error: BaseException | None = attrs.field(default=None, repr=False)


@attrs.frozen(kw_only=True)
class Verification:
    """One verification of a token on this machine.

    Attributes:
        kind: What kind of token was asked for.
        outcome: What it came to; ``unavailable`` where the keys could not be fetched in time.
        reason: Why the token was refused, if it was.
        seconds: How long it took.

    """

    kind: Kind
    outcome: Outcome
    reason: TokenReason | None = None
    seconds: float


class Observer(Protocol):
    """Watches a client. A class that names this one as its base defines only what it wants to see."""

    def call(self, _call: Call, /) -> AbstractContextManager[object]:
        """Return what is entered before a call and left after it, with the error that the caller gets, if any.

        It is entered and left in the caller's own task, so that context variables can be set in it. It can neither
        raise an error of its own nor swallow the caller's.
        """
        return nullcontext()

    def verification(self, _verification: Verification, /) -> None:
        """Take note of a verification."""
        return


@attrs.define(eq=False)
class Guarded:
    """An observer that can do a call no harm: what it raises is logged once, and it is left out from then on."""

    observer: Observer
    is_out: bool = False

    @contextmanager
    def call(self, call: Call) -> Generator[None]:
        """Let the observer watch a call."""
        context: AbstractContextManager[object] = nullcontext()
        with self._sparing():
            entering = self.observer.call(call)
            entering.__enter__()
            context = entering
        try:
            yield
        except BaseException as error:
            with self._sparing():
                context.__exit__(type(error), error, error.__traceback__)
            raise
        with self._sparing():
            context.__exit__(None, None, None)

    def verification(self, verification: Verification) -> None:
        """Tell the observer of a verification."""
        with self._sparing():
            self.observer.verification(verification)

    @contextmanager
    def _sparing(self) -> Generator[None]:
        try:
            yield
        except Exception:
            if not self.is_out:
                self.is_out = True
                logger.exception("%s is left out from now on, since it has failed", type(self.observer).__name__)


@contextmanager
def watching(observers: Sequence[Guarded], call: Call) -> Generator[None]:
    """Let observers watch a call."""
    with ExitStack() as entered:
        for observer in observers:
            if not observer.is_out:
                entered.enter_context(observer.call(call))
        try:
            yield
        except BaseException as error:
            call.error = error
            raise


@contextmanager
def verifying(observers: Sequence[Guarded], kind: Kind, *, is_known: bool) -> Generator[None]:
    """Tell observers what a verification comes to."""
    started = time.monotonic()
    outcome: Outcome = "remembered" if is_known else "verified"
    reason = None
    try:
        yield
    except TokenError as error:
        outcome, reason = "refused", error.reason
        raise
    except BaseException:
        outcome = "unavailable"
        raise
    finally:
        verification = Verification(kind=kind, outcome=outcome, reason=reason, seconds=time.monotonic() - started)
        for observer in observers:
            if not observer.is_out:
                observer.verification(verification)


@attrs.frozen(eq=False)
class Watched:
    """A transport for one call, which keeps account of the attempts."""

    inner: Transport
    call: Call

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Send the request once, and note what came of it."""
        attempt = Attempt(number=len(self.call.attempts) + 1, started_at=time.time())
        self.call.attempts.append(attempt)
        started = time.monotonic()
        try:
            response = await self.inner.send(request)
        except BaseException as error:
            attempt.failure = type(error).__name__
            raise
        finally:
            attempt.seconds = time.monotonic() - started
        attempt.status, attempt.request_id = response.status, request_id_of(response)
        return response

    async def aclose(self) -> None:
        """Leave the inner transport open: it belongs to the client."""
