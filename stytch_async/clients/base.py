"""What the clients share: options, lifetime, and Stytch's products."""

from __future__ import annotations

import functools
import importlib
import inspect
from typing import TYPE_CHECKING, Any, Final, Self

import attrs

from stytch_async.clients.options import checked_timeout, guarded
from stytch_async.groups import Group
from stytch_async.pipeline import Pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from stytch_async.endpoint import Resource
    from stytch_async.observing import Observer
    from stytch_async.retries import RetryPolicy
    from stytch_async.transports.interface import Transport

__all__ = ["BaseClient", "transport_or_default"]


class _Unchanged:
    def __repr__(self) -> str:
        return "unchanged"


UNCHANGED: Final[Any] = _Unchanged()
"""Stands for an option that is left as it is."""


class BaseClient:
    """A transport, the options of its calls, and products that load when they are first used."""

    def __init_subclass__(cls, *, package: str | None = None) -> None:
        """Make the products reachable that the class names.

        Args:
            package: The package below `stytch_async.api` that holds them.

        """
        super().__init_subclass__()
        if package is not None:
            for name, kind in inspect.get_annotations(cls).items():
                setattr(cls, name, Group(name, functools.partial(_load, f"stytch_async.api.{package}.{name}", kind)))

    def __init__(self, pipeline: Pipeline) -> None:
        """Take over a pipeline, and its transport with it."""
        self._start(pipeline, owner=True)

    def _start(self, pipeline: Pipeline, *, owner: bool) -> None:
        self._pipeline = pipeline
        self._owner = owner

    def with_options(
        self,
        *,
        timeout: float | None = UNCHANGED,
        retry: RetryPolicy = UNCHANGED,
        observers: Iterable[Observer] = UNCHANGED,
    ) -> Self:
        """Return a client with other options that shares this one's transport.

        Closing the new client does nothing: the transport belongs to the client that it came with.
        """
        given: dict[str, Any] = {"timeout": timeout, "retry": retry, "observers": observers}
        changes = {name: value for name, value in given.items() if value is not UNCHANGED}
        if "timeout" in changes:
            checked_timeout(changes["timeout"])
        if "observers" in changes:
            changes["observers"] = guarded(changes["observers"])
        twin = object.__new__(type(self))
        options = attrs.evolve(self._pipeline.options, **changes)
        twin._start(attrs.evolve(self._pipeline, options=options), owner=False)
        return twin

    async def aclose(self) -> None:
        """Close the transport; harmless when called again."""
        if self._owner:
            await self._pipeline.aclose()

    async def __aenter__(self) -> Self:
        """Return the client; `aclose` runs at the end of the block."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the transport."""
        await self.aclose()

    def __repr__(self) -> str:
        """Tell where the client's requests go, and nothing secret."""
        return f"{type(self).__name__}(base_url={self._pipeline.options.base_urls['api']!r})"


def _load(module: str, kind: str) -> type[Resource]:
    group: type[Resource] = getattr(importlib.import_module(module), kind)
    return group


def transport_or_default(transport: Transport | None) -> Transport:
    """Return the transport that a client is given, or make one."""
    if transport is not None:
        return transport
    from stytch_async.transports.aiohttp import AiohttpTransport  # noqa: PLC0415 - a client may do without aiohttp

    return AiohttpTransport()
