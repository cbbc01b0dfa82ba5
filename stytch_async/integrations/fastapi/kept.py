"""What an app keeps, as dependencies. They are coroutine functions: FastAPI runs any other function in a thread."""

from typing import TYPE_CHECKING, Any

from starlette.requests import HTTPConnection

from stytch_async.integrations import connections

if TYPE_CHECKING:
    from stytch_async.webhooks import Webhooks

__all__ = ["stytch_client", "stytch_webhooks"]


async def stytch_client(connection: HTTPConnection) -> Any:  # noqa: ANN401 - a client of either kind
    """Return the client that `keeps` keeps, or else ``app.state.stytch``.

    Raises:
        ConfigurationError: There is neither.

    """
    return connections.stytch_client(connection)


async def stytch_webhooks(connection: HTTPConnection) -> "Webhooks":
    """Return ``app.state.stytch_webhooks``, by which webhooks are verified.

    Raises:
        ConfigurationError: There are none.

    """
    return connections.stytch_webhooks(connection)
