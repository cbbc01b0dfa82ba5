"""The transport that carries requests to a Stytch in memory."""

from stytch_async.emulator import Project
from stytch_async.emulator.state.workspace import Served, Workspace
from stytch_async.emulator.traffic import KEPT, Call, Switchboard, Traffic
from stytch_async.emulator.world.world import World
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["Call", "InMemoryTransport"]


class InMemoryTransport(Traffic, World):
    """A Stytch that lives in the test's own process.

    Attributes:
        switchboard: The traffic of each project, where there are several.

    """

    def __init__(self, served: Served | None = None, *others: Served, keep_calls: int = KEPT) -> None:
        """Serve a project, by default a new and empty one, or a workspace.

        Args:
            served: What the attributes and methods of the transport are about.
            others: More of them: the credentials of a client choose the one that it talks to.
            keep_calls: How many calls of each are remembered.

        """
        super().__init__(Project() if served is None else served, keep_calls=keep_calls)
        more = (Traffic(other, keep_calls=keep_calls) for other in others)
        self.switchboard: Switchboard = Switchboard(self, *more)

    @property
    def credentials(self) -> tuple[str, str]:
        """The project id and secret that a client takes when it is given none; a workspace refuses them."""
        project = self._spoken_for
        return project.project_id, project.secret or f"secret-{project.ids.environment}-in-memory"

    @property
    def public_token(self) -> str:
        """The public token that a client takes with these credentials."""
        return self._spoken_for.public_token

    @property
    def _spoken_for(self) -> Project:
        """The project of a client that names none: where there is a workspace, one that nobody can have meant."""
        return self.served.stranger if isinstance(self.served, Workspace) else self.served

    @property
    def emulates(self) -> bool:
        """It does."""
        return True

    def now(self) -> float:
        """Return the project's time in seconds since the epoch."""
        return self.served.now.timestamp()

    async def time(self) -> float:
        """Return the project's time: what a client verifies tokens by."""
        return self.now()

    def monotonic(self) -> float:
        """Return the project's time: what a client keeps its keys by."""
        return self.now()

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Carry out the request, or what waits for its operation."""
        return await self.switchboard.carry(request)

    async def aclose(self) -> None:
        """Do nothing: there is nothing to release."""
