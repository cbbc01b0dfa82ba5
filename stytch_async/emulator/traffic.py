"""The calls of a project, and what is to happen to the next ones."""

from collections import deque
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, Final

import attrs

from stytch_async.emulator.front.credentials import named_project, public_token_of
from stytch_async.emulator.front.directories import connection_called
from stytch_async.emulator.front.reading import read_body
from stytch_async.emulator.front.routes import is_for_management, operation_of, path_of
from stytch_async.emulator.front.service import serve
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import NotEmulated
from stytch_async.emulator.rehearsals import Answer, Fault, Rehearsal
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.workspace import Served, Workspace
from stytch_async.endpoint import Operation
from stytch_async.errors import ConfigurationError, TransportError
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["KEPT", "Call", "Switchboard", "Traffic"]

KEPT: Final = 10_000
"""How many calls a project's traffic keeps, unless it is told otherwise."""

EndpointLike = Callable[..., Coroutine[None, None, object]]
"""An endpoint, bound or not: ``client.passwords.create`` or ``Passwords.create``."""


@attrs.frozen(kw_only=True)
class Call:
    """One request that was carried.

    Attributes:
        operation: What was called; ``None`` where Stytch has no such endpoint.
        request: The request as it went out.
        outcome: The answer, or the failure in its place; also that the emulator has no rule for the operation.

    """

    operation: Operation[Any, Any] | None
    request: HTTPRequest
    outcome: HTTPResponse | TransportError | NotEmulated

    @property
    def arguments(self) -> dict[str, Any]:
        """What the body of the request says, secrets included; nothing where it cannot be read."""
        try:
            return read_body(self.request)
        except Refusal:
            return {}

    @property
    def status(self) -> int | None:
        """The HTTP status, or ``None`` where no answer arrived."""
        return self.outcome.status if isinstance(self.outcome, HTTPResponse) else None


class Traffic:
    """The calls and the rehearsals of one project, or of the Management API of a workspace.

    Attributes:
        served: What the calls are carried to.
        keep_calls: How many of them are remembered.

    """

    def __init__(self, served: Served, *, keep_calls: int = KEPT) -> None:
        """Begin without a call; of those that come, the last ``keep_calls`` are remembered."""
        self.served: Served = served
        self.keep_calls: int = keep_calls
        self._calls: deque[Call] = deque(maxlen=keep_calls)
        self._waiting: dict[Operation[Any, Any], deque[Rehearsal]] = {}

    @property
    def project(self) -> Project:
        """The project that the calls are carried to, with its clock, outbox, users and settings.

        Raises:
            ConfigurationError: It is a workspace, which has a project for each environment.

        """
        if isinstance(self.served, Workspace):
            raise ConfigurationError(
                "a workspace has a project for each environment: take one of Workspace.environment()"
            )
        return self.served

    @property
    def calls(self) -> list[Call]:
        """The calls so far, oldest first."""
        return list(self._calls)

    @property
    def unmet(self) -> list[Operation[Any, Any]]:
        """The operations that are to fail or succeed on demand, as often as they still wait for a call."""
        return [operation for operation, waiting in self._waiting.items() for _ in waiting]

    def calls_of(self, endpoint: EndpointLike) -> list[Call]:
        """Return the calls of one endpoint, oldest first.

        Raises:
            TypeError: That is not an endpoint.

        """
        operation = _operation(endpoint, "calls_of")
        return [call for call in self._calls if call.operation is operation]

    def fail_next(
        self,
        endpoint: EndpointLike,
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
            TypeError: That is not an endpoint.
            ValueError: No way to fail is given, or an error type of which the emulator does not know the status.

        """
        fault = Fault(
            status=status,
            error_type=error_type,
            retry_after=retry_after,
            delay=delay,
            refused=refused,
            lost=lost,
            truncated=truncated,
        )
        self.rehearse(_operation(endpoint, "fail_next"), fault, times)

    def answer_next(self, endpoint: EndpointLike, *, times: int = 1, **fields: object) -> None:
        """Answer the next calls of an endpoint with success, and do nothing.

        This also serves for what is not emulated.

        Args:
            endpoint: The endpoint, bound or not: ``client.passwords.create`` or ``Passwords.create``.
            times: How many calls this holds for. What is asked for later takes its turn after what came before.
            fields: The fields of the endpoint's answer. Its request id, and the status 200, need not be given.

        Raises:
            TypeError: That is not an endpoint, its answer has no such field, or one is missing.
            ValueError: A value is not of the field's type.

        """
        operation = _operation(endpoint, "answer_next")
        self.rehearse(operation, Answer(operation, fields), times)

    def rehearse(self, operation: Operation[Any, Any], rehearsal: Rehearsal, times: int = 1) -> None:
        """Let something happen to the next calls of an operation, once those before have had their turn."""
        self._waiting.setdefault(operation, deque()).extend([rehearsal] * times)

    def forget(self) -> None:
        """Forget the calls, and what was to happen to the next ones."""
        self._calls.clear()
        self._waiting.clear()

    async def carry(self, request: HTTPRequest) -> HTTPResponse:
        """Carry out a request, or what waits for its operation.

        Raises:
            TransportError: That was asked for.
            NotEmulated: The emulator has no handler for the operation.

        """
        operation = operation_of(request)
        waiting = self._waiting.get(operation) if operation else None
        try:
            if waiting:
                outcome = await waiting.popleft().carry_out(self.served, request)
            else:
                outcome = serve(self.served, request)
        except (NotEmulated, TransportError) as error:
            self._calls.append(Call(operation=operation, request=request, outcome=error))
            raise
        self._calls.append(Call(operation=operation, request=request, outcome=outcome))
        return outcome

    def __repr__(self) -> str:
        """Tell which project is served, and how often it was called."""
        return f"{type(self).__name__}({self.served!r}, {len(self._calls)} calls)"


def _operation(endpoint: EndpointLike, asked: str) -> Operation[Any, Any]:
    operation: Operation[Any, Any] | None = getattr(endpoint, "operation", None)
    if operation is None:
        raise TypeError(f"{asked} takes an endpoint, such as client.passwords.create")
    return operation


class Switchboard:
    """Brings each request to the project that it is for, or to the workspace."""

    def __init__(self, *served: Served | Traffic) -> None:
        """Serve projects and workspaces; one that is already served elsewhere comes with its traffic."""
        self._traffic = [one if isinstance(one, Traffic) else Traffic(one) for one in served]
        self._environments: dict[Project, Traffic] = {}

    def __iter__(self) -> Iterator[Traffic]:
        """Go through the projects and workspaces, each workspace followed by its environments."""
        for traffic in self._traffic:
            yield traffic
            if isinstance(traffic.served, Workspace):
                yield from (self._of(one.project, traffic) for one in traffic.served.environments())

    def _of(self, project: Project, management: Traffic) -> Traffic:
        """Return the traffic of an environment, which begins when it is first asked for."""
        if project not in self._environments:
            self._environments[project] = Traffic(project, keep_calls=management.keep_calls)
        return self._environments[project]

    @property
    def projects(self) -> list[Traffic]:
        """The traffic of each project, those of workspaces among them."""
        return [traffic for traffic in self if isinstance(traffic.served, Project)]

    def of(self, project_id: str | None) -> Traffic | None:
        """Return the traffic of a project: the one of that id, or else one that has no id yet."""
        named = {traffic.project.project_id: traffic for traffic in self.projects if traffic.project.is_named}
        nameless = (traffic for traffic in self.projects if not traffic.project.is_named)
        return named.get(project_id or "") or next(nameless, None)

    def choose(self, request: HTTPRequest) -> Traffic:
        """Return the traffic that a request belongs to; where nobody's it is, the first refuses it.

        A workspace comes before projects that are served beside it: it refuses what is nobody's, and takes on no name.
        """
        workspaces = [traffic for traffic in self._traffic if isinstance(traffic.served, Workspace)]
        first, *others = workspaces or self._traffic
        if not workspaces and not others:
            return first  # nobody else could be meant
        if is_for_management(request):
            return first
        token, place = public_token_of(request.url), path_of(request).rpartition("/")[2]
        shown = (traffic for traffic in self.projects if token is not None and traffic.project.bears(token))
        # What identity providers and directories send bears the id of a connection and nothing else.
        directory = connection_called(request.url)
        connected = (
            traffic
            for traffic in self.projects
            if place in traffic.project.connections or directory in traffic.project.scim_connections
        )
        return next(shown, None) or next(connected, None) or self.of(named_project(request)) or first

    async def carry(self, request: HTTPRequest) -> HTTPResponse:
        """Carry out a request.

        Raises:
            TransportError: That was asked for.
            NotEmulated: The emulator has no handler for the operation.

        """
        return await self.choose(request).carry(request)
