"""XML from strangers."""

import functools
from typing import TYPE_CHECKING, TypeAlias

from stytch_async.emulator.refusals.refusal import Reason, Refusal

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Element", "parse", "parse_verbatim"]

Element: TypeAlias = "etree._Element"  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - it has no other name


@functools.cache
def _parser(*, keeps_comments: bool) -> "etree.XMLParser":
    """Make a parser: entities could stand for files or for gigabytes."""
    from lxml import etree  # noqa: PLC0415 - only single sign-on needs it

    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=not keeps_comments)


def parse(document: bytes, unreadable: Reason) -> Element:
    """Return the root of a document, or refuse what is not XML or declares a document type.

    Comments are gone, so that none splits a text in two.
    """
    return _parse(document, _parser(keeps_comments=False), unreadable)


def parse_verbatim(document: bytes, unreadable: Reason) -> Element:
    """Return the same with the comments."""
    return _parse(document, _parser(keeps_comments=True), unreadable)


def _parse(document: bytes, parser: "etree.XMLParser", unreadable: Reason) -> Element:
    from lxml import etree  # noqa: PLC0415 - only single sign-on needs it

    try:
        root = etree.fromstring(document, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refusal(unreadable) from None
    if root.getroottree().docinfo.doctype:
        raise Refusal(unreadable)
    return root
