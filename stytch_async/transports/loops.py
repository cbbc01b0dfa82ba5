"""What a transport opens for each event loop that it is used in."""

import asyncio
import warnings
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Generic, TypeVar

import attrs

from stytch_async.errors import ConfigurationError

__all__ = ["PerLoop"]

T = TypeVar("T")


@attrs.frozen
class _Home(Generic[T]):
    """What one event loop has, and the generator whose end closes it.

    An event loop finalizes its asynchronous generators when it shuts down, and so does the garbage collector with one
    that is dropped: either way it is closed while its loop can still do so.
    """

    held: T
    keeper: AsyncGenerator[None, None]


class PerLoop(Generic[T]):
    """Opens a thing once for each event loop, and closes it with the loop or with its owner."""

    def __init__(self, owner: str, open_: Callable[[], T], close: Callable[[T], Awaitable[None]]) -> None:
        """Remember how to open and close.

        Args:
            owner: The class of the transport, to be named in errors.
            open_: Makes the thing for the running loop.
            close: Closes it.

        """
        self.closed: bool = False
        self._homes: dict[asyncio.AbstractEventLoop, _Home[T]] = {}
        self._owner = owner
        self._open = open_
        self._close = close

    async def here(self) -> T:
        """Return the thing of the running loop."""
        if self.closed:
            raise ConfigurationError(f"this {self._owner} is closed: its client cannot be used any more")
        loop = asyncio.get_running_loop()
        home = self._homes.get(loop)
        if home is None:
            held = self._open()
            home = _Home(held, _keep(held, self._close))
            await anext(home.keeper)
            # What is held knows its loop: without this, each loop that was ever used would stay in memory. Other
            # threads may be here with loops of their own, so each step is one that Python does not interrupt.
            for other in list(self._homes):
                if other.is_closed():
                    self._homes.pop(other, None)
            self._homes[loop] = home
        return home.held

    async def aclose(self) -> None:
        """Close what the running loop has; what other loops had went with them."""
        self.closed = True
        home = self._homes.pop(asyncio.get_running_loop(), None)
        self._homes.clear()
        if home is not None:
            await home.keeper.aclose()

    def __del__(self) -> None:
        """Warn of a forgotten `aclose`."""
        if not self.closed and any(not loop.is_closed() for loop in self._homes):
            message = f"unclosed {self!r}: call aclose() of it or of its client"
            warnings.warn(message, ResourceWarning, stacklevel=1, source=self)

    def __repr__(self) -> str:
        """Tell of the owner whether it can be used."""
        return f"<{self._owner} {'closed' if self.closed else 'open'} at {id(self):#x}>"


async def _keep(held: T, close: Callable[[T], Awaitable[None]]) -> AsyncGenerator[None, None]:
    try:
        yield
    finally:
        await close(held)
