"""Stytch's own SDK, called by this library's names: its methods, their arguments and its models are its own."""

import asyncio
import inspect
import json
from collections.abc import Awaitable, Callable
from typing import Any, Final, get_args, get_type_hints

import attrs
from stytch.core.response_base import StytchError
from stytch.shared.method_options import Authorization

from stytch_async import catalog
from stytch_async.codec import api_error
from stytch_async.transports.interface import HTTPResponse

__all__ = ["Official"]

OPERATIONS: Final = {entry.name: entry.operation for entry in catalog.operations() if entry.client == "b2b"}


class Official:
    """A group of the official client, or the client itself."""

    def __init__(self, group: object, *path: str, blocking: bool) -> None:
        """Call its methods as coroutines, or those without asyncio in a thread, so that the emulator can answer."""
        self._group = group
        self._path = path
        self._blocking = blocking

    def __getattr__(self, name: str) -> Any:
        """Return a group, or a method that raises this library's errors."""
        found = getattr(self._group, name)
        path = (*self._path, name)
        return self._method(path) if inspect.ismethod(found) else Official(found, *path, blocking=self._blocking)

    def _method(self, path: tuple[str, ...]) -> Callable[..., Awaitable[Any]]:
        method = getattr(self._group, path[-1] if self._blocking else f"{path[-1]}_async")

        async def call(**arguments: Any) -> Any:
            given = _translated(method, arguments)
            try:
                return await (asyncio.to_thread(method, **given) if self._blocking else method(**given))
            except StytchError as error:
                details = error.details
                document = json.dumps(details.original_json).encode()
                raise api_error(OPERATIONS[".".join(path)], HTTPResponse(details.status_code, {}, document)) from error

        return call


def _translated(method: Callable[..., Any], arguments: dict[str, Any]) -> dict[str, Any]:
    """Return arguments with the member's session where the SDK wants it."""
    given = dict(arguments)
    authorization = given.pop("authorization", None)
    if authorization is not None:
        options, _ = get_args(get_type_hints(method)["method_options"])
        given["method_options"] = options(authorization=Authorization(**attrs.asdict(authorization)))
    return given
