"""Going through all pages of a search, one item after another."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import TypeVar

from stytch_async.errors import ConfigurationError, DecodeError

__all__ = ["all_items"]

Page = TypeVar("Page")
Item = TypeVar("Item")


async def all_items(
    fetch: Callable[[str | None], Awaitable[Page]],
    items: Callable[[Page], Sequence[Item]],
    next_cursor: Callable[[Page], str | None],
    max_pages: int | None,
) -> AsyncIterator[Item]:
    """Yield the items of all pages; only one page is held at a time, and nothing is left open when the caller stops.

    Args:
        fetch: Returns the page that a cursor stands for; the first one for ``None``.
        items: Returns what is on a page.
        next_cursor: Returns the cursor of the page that follows, or ``None`` on the last one.
        max_pages: Stop after so many pages; ``None`` for all of them.

    Raises:
        ConfigurationError: ``max_pages`` is less than 1.
        DecodeError: A page lacks its items, or what tells whether another follows.

    """
    if max_pages is not None and max_pages < 1:
        raise ConfigurationError("max_pages must be at least 1, or None")
    cursor: str | None = None
    number = 0
    while max_pages is None or number < max_pages:
        page = await fetch(cursor)
        try:
            found, following = iter(items(page)), next_cursor(page)
        except (AttributeError, TypeError):  # where an answer left something out, its object holds None
            raise _incomplete(page) from None
        for item in found:
            yield item
        if not following or following == cursor:
            return
        cursor, number = following, number + 1


def _incomplete(page: object) -> DecodeError:
    return DecodeError(
        "the page lacks its items or its cursor",
        operation=type(page).__name__,
        status_code=200,
        headers={},
        request_id=getattr(page, "request_id", None),
        excerpt="",
    )
