"""Webhooks, as a dependency."""

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, Request

from stytch_async.integrations.connections import receive
from stytch_async.integrations.fastapi.kept import stytch_webhooks

if TYPE_CHECKING:
    from stytch_async.webhooks import Event

__all__ = ["stytch_event"]


async def stytch_event(
    request: Request,
    webhooks: Annotated[Any, Depends(stytch_webhooks)],  # noqa: ANN401 - only who receives webhooks loads the class
) -> "Event":
    """Return what a webhook tells: a dependency.

    It depends on `stytch_webhooks`, which a test may override.

    Raises:
        HTTPException: It is not from Stytch, or not from now; status 400.

    """
    return await receive(request, webhooks)
