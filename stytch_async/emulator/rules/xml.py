"""XML from strangers."""

from typing import Final, TypeAlias

from lxml import etree

from stytch_async.emulator.refusals.refusal import Reason, Refusal

__all__ = ["Element", "parse"]

Element: TypeAlias = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - it has no other name

PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
"""Entities could stand for files or for gigabytes, and a comment could split a text in two."""


def parse(document: bytes, unreadable: Reason) -> Element:
    """Return the root of a document, or refuse what is not XML or declares a document type."""
    try:
        root = etree.fromstring(document, PARSER)
    except (etree.XMLSyntaxError, ValueError):
        raise Refusal(unreadable) from None
    if root.getroottree().docinfo.doctype:
        raise Refusal(unreadable)
    return root
