"""What the kits for Starlette and FastAPI have in common."""

from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request

from stytch_async.clients.project import ProjectClient
from stytch_async.errors import ConfigurationError, StytchError
from stytch_async.integrations.answers import Answer
from stytch_async.integrations.asgi import SessionCookies, visit_of
from stytch_async.integrations.bodies import read_webhook
from stytch_async.integrations.guard import Guard, refusal
from stytch_async.integrations.reception import Reception

if TYPE_CHECKING:
    from stytch_async.webhooks import Event, Webhooks

__all__ = ["install", "keeps", "receive", "refusing", "stytch_client", "stytch_webhooks"]


def keeps(make: Callable[[], ProjectClient]) -> Callable[[Any], AbstractAsyncContextManager[dict[str, Any]]]:
    """Return a lifespan that keeps a client for as long as the app runs: ``lifespan=keeps(Client.from_env)``.

    An app with a lifespan of its own enters this one in it, and yields what it yields, with things of its own added.
    """

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncGenerator[dict[str, Any]]:
        async with make() as client:
            yield {"stytch": client}

    return lifespan


def stytch_client(connection: HTTPConnection) -> Any:  # noqa: ANN401 - a client of either kind
    """Return the client that `keeps` keeps, or else ``app.state.stytch``.

    Raises:
        ConfigurationError: There is neither.

    """
    for state in (connection.state, connection.app.state):
        if (client := getattr(state, "stytch", None)) is not None:
            return client
    raise ConfigurationError("the app keeps no client: build it with lifespan=keeps(Client.from_env)")


def stytch_webhooks(connection: HTTPConnection) -> "Webhooks":
    """Return ``app.state.stytch_webhooks``, by which webhooks are verified.

    Raises:
        ConfigurationError: There are none.

    """
    webhooks: Webhooks | None = getattr(connection.app.state, "stytch_webhooks", None)
    if webhooks is None:
        raise ConfigurationError("the app knows no webhooks: set app.state.stytch_webhooks = Webhooks.from_env()")
    return webhooks


async def receive(request: Request, webhooks: "Webhooks") -> "Event":
    """Return what a webhook tells.

    Raises:
        HTTPException: It is refused, with status 400.

    """
    with refusing(refusal):
        return webhooks.verify(await read_webhook(request.stream()), request.headers)


@contextmanager
def refusing(answer: Callable[[StytchError], Answer | None]) -> Generator[None]:
    """Turn errors into HTTP exceptions, but for those that are mistakes in the app."""
    try:
        yield
    except StytchError as error:
        refusal = answer(error)
        if refusal is None:
            raise
        raise HTTPException(refusal.status, refusal.error, dict(refusal.headers)) from error


def install(app: Starlette, guard: Guard[Any, Any, Any], refusals: Mapping[str, int] | None) -> None:
    """Write a guard's cookies to all answers of an app, and answer the errors of calls that its handlers make."""
    known = app.exception_handlers.get(StytchError)
    explain = known if isinstance(known, Explain) else Explain()
    app.add_middleware(SessionCookies)
    app.add_exception_handler(StytchError, explain)
    explain.reception.admit(guard, refusals)


class Explain:
    """Answers the errors of an app's handlers."""

    def __init__(self) -> None:
        self.reception: Reception = Reception()

    async def __call__(self, connection: HTTPConnection, error: Exception) -> NoReturn:
        """Hand an error on to the app's own handler of HTTP exceptions, like a refusal from anywhere else."""
        with refusing(lambda error: self.reception.answer(visit_of(connection.scope), error)):
            raise error
