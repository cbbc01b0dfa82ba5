"""Bodies of requests from strangers: read only as far as is reasonable."""

from collections.abc import AsyncIterable
from typing import Final

from stytch_async.errors import WebhookError, WebhookReason

__all__ = ["read_webhook"]

LARGEST: Final = 1024 * 1024
"""How many bytes a webhook may have."""


async def read_webhook(chunks: AsyncIterable[bytes]) -> bytes:
    """Return the body of a webhook.

    Raises:
        WebhookError: It is too large; what is left of it is not read.

    """
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > LARGEST:
            raise WebhookError(WebhookReason.TOO_LARGE)
    return bytes(body)
