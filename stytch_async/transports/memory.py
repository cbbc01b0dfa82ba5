"""The transport that carries requests to a Stytch in memory."""

import json
from collections.abc import Callable, Coroutine
from typing import Any

import attrs

from stytch_async.emulator import Project
from stytch_async.emulator.faults import Fault
from stytch_async.emulator.front.routes import operation_of
from stytch_async.emulator.front.service import serve
from stytch_async.emulator.world.world import World
from stytch_async.endpoint import Operation
from stytch_async.errors import TransportError
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["Call", "InMemoryTransport"]


@attrs.frozen(kw_only=True)
class Call:
    """One request that a transport has carried.

    Attributes:
        operation: What was called; ``None`` where Stytch has no such endpoint.
        request: The request as it went out.
        outcome: The answer, or the failure in its place.

    """

    operation: Operation[Any, Any] | None
    request: HTTPRequest
    outcome: HTTPResponse | TransportError

    @property
    def arguments(self) -> dict[str, Any]:
        """The JSON body of the request, secrets included."""
        arguments: dict[str, Any] = json.loads(self.request.content or b"{}")
        return arguments

    @property
    def status(self) -> int | None:
        """The HTTP status, or ``None`` where no answer arrived."""
        return self.outcome.status if isinstance(self.outcome, HTTPResponse) else None


class InMemoryTransport(World):
    """A Stytch that lives in the test's own process.

    Attributes:
        project: The state behind it: clock, outbox, users, settings.
        calls: Every request so far, oldest first.

    """

    def __init__(self, project: Project | None = None) -> None:
        """Serve a project, by default a new and empty one."""
        self.project: Project = Project() if project is None else project
        self.calls: list[Call] = []
        self._faults: dict[Operation[Any, Any], list[Fault]] = {}

    @property
    def credentials(self) -> tuple[str, str]:
        """The project id and secret that a client takes when it is given none."""
        return self.project.project_id, self.project.secret or "secret-test-in-memory"

    def now(self) -> float:
        """Return the project's time in seconds since the epoch: what a client verifies tokens by."""
        return self.project.now.timestamp()

    def fail_next(
        self,
        endpoint: Callable[..., Coroutine[None, None, object]],
        *,
        status: int | None = None,
        error_type: str | None = None,
        retry_after: float | None = None,
        delay: float = 0.0,
        refused: bool = False,
        lost: bool = False,
        truncated: bool = False,
        times: int = 1,
    ) -> None:
        """Make the next calls of an endpoint fail, or dawdle.

        Args:
            endpoint: The endpoint, bound or not: ``client.passwords.create`` or ``Passwords.create``.
            status: Answer with this status and do nothing. Without an ``error_type`` the body is a proxy's page, except
                that a 429 is Stytch's ``too_many_requests``.
            error_type: Answer with an error document of this type and do nothing.
            retry_after: The ``Retry-After`` header of that answer, in seconds; without anything else that is a 429.
            delay: Seconds to wait first. Where the attempt's timeout is not longer, the call times out at once.
            refused: Fail to connect.
            lost: Carry the request out and lose the answer.
            truncated: Carry the request out and cut the answer in half.
            times: How many calls this holds for. What is asked for later takes its turn after what came before.

        Raises:
            TypeError: That is no endpoint.
            ValueError: No way to fail is given, or an error type of which the emulator does not know the status.

        """
        operation: Operation[Any, Any] | None = getattr(endpoint, "operation", None)
        if operation is None:
            raise TypeError("fail_next takes an endpoint, such as client.passwords.create")
        fault = Fault(
            status=status,
            error_type=error_type,
            retry_after=retry_after,
            delay=delay,
            refused=refused,
            lost=lost,
            truncated=truncated,
        )
        self._faults.setdefault(operation, []).extend([fault] * times)

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Carry out the request, or the fault that waits for its operation."""
        operation = operation_of(request)
        waiting = self._faults.get(operation) if operation else None
        try:
            if waiting:
                outcome = await waiting.pop(0).carry_out(self.project, request)
            else:
                outcome = serve(self.project, request)
        except TransportError as error:
            self.calls.append(Call(operation=operation, request=request, outcome=error))
            raise
        self.calls.append(Call(operation=operation, request=request, outcome=outcome))
        return outcome

    async def aclose(self) -> None:
        """Do nothing: there is nothing to release."""

    def __repr__(self) -> str:
        """Tell which project is served, and how often it was called."""
        return f"InMemoryTransport({self.project!r}, {len(self.calls)} calls)"
