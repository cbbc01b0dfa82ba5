"""The transport that carries requests to a Stytch in memory."""

from stytch_async.emulator import Project
from stytch_async.emulator.traffic import KEPT, Call, Switchboard, Traffic
from stytch_async.emulator.world.world import World
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["Call", "InMemoryTransport"]


class InMemoryTransport(Traffic, World):
    """A Stytch that lives in the test's own process.

    Attributes:
        project: The state behind it: clock, outbox, users, settings.
        switchboard: The traffic of each project, where there are several.

    """

    def __init__(self, project: Project | None = None, *others: Project, keep_calls: int = KEPT) -> None:
        """Serve a project, by default a new and empty one.

        Args:
            project: What the attributes and methods of the transport are about.
            others: More projects: the credentials of a client choose the one that it talks to.
            keep_calls: How many calls of each project are remembered.

        """
        super().__init__(Project() if project is None else project, keep_calls=keep_calls)
        more = (Traffic(other, keep_calls=keep_calls) for other in others)
        self.switchboard: Switchboard = Switchboard(self, *more)

    @property
    def credentials(self) -> tuple[str, str]:
        """The project id and secret that a client takes when it is given none."""
        return self.project.project_id, self.project.secret or f"secret-{self.project.ids.environment}-in-memory"

    @property
    def public_token(self) -> str:
        """The public token that a client takes with these credentials."""
        return self.project.public_token

    @property
    def emulates(self) -> bool:
        """It does."""
        return True

    def now(self) -> float:
        """Return the project's time in seconds since the epoch."""
        return self.project.now.timestamp()

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
