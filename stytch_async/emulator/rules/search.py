"""Searches: filters, and pages with cursors."""

import base64
import binascii
import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Final, Generic, Protocol, TypeVar

import attrs

from stytch_async.converter import converter
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.search import SearchRefusals
from stytch_async.emulator.state.ids import Prefix, is_id
from stytch_async.schemas.shared import ResultsMetadata

__all__ = [
    "Filter",
    "Page",
    "SearchArguments",
    "SearchQuery",
    "between",
    "boolean",
    "choice",
    "choices",
    "cut",
    "fuzzy",
    "ids",
    "moment",
    "page_of",
    "strings",
    "text",
]

Row = TypeVar("Row")

SHORTEST_FUZZY: Final = 3
DEFAULT_LIMIT: Final = 100


class SearchQuery(Protocol):
    """What to look for: rows that fit all operands, or any of them."""

    @property
    def operator(self) -> str:
        """``AND`` or ``OR``."""
        ...

    @property
    def operands(self) -> Sequence[Mapping[str, Any]]:
        """The filters, each with a name and a value."""
        ...


class SearchArguments(Protocol):
    """The arguments of every search but the query."""

    cursor: str | None
    limit: int | None


@attrs.frozen
class Filter(Generic[Row]):
    """One filter of a search: reads its value, or refuses it, then judges rows by it."""

    read: Callable[[Any, SearchRefusals], Any]
    fits: Callable[[Row, Any], bool]


@attrs.frozen
class Page(Generic[Row]):
    """One page of results."""

    rows: list[Row]
    metadata: ResultsMetadata


def strings(values: Callable[[Row], Sequence[str]]) -> Filter[Row]:
    """Make a filter that takes a list of texts and keeps the rows that have one of them, whatever their case."""

    def read(value: Any, refusals: SearchRefusals) -> set[str]:
        return {item.lower() for item in _read_texts(value, refusals)}

    return Filter(read, lambda row, wanted: any(value.lower() in wanted for value in values(row)))


def ids(prefix: Prefix, values: Callable[[Row], Sequence[str | None]]) -> Filter[Row]:
    """Make a filter that takes a list of ids, Stytch's or the app's, and keeps the rows that have one of them."""

    def read(value: Any, refusals: SearchRefusals) -> list[str]:
        wanted = _read_texts(value, refusals)
        if len({is_id(prefix, item) for item in wanted}) > 1:
            raise Refusal(refusals.ids_mixed)
        return wanted

    return Filter(read, lambda row, wanted: not set(wanted).isdisjoint(values(row)))


def choice(value: Callable[[Row], str], choices: Collection[str], name: str) -> Filter[Row]:
    """Make a filter that takes one of a few texts and keeps the rows that have it."""

    def read(given: Any, refusals: SearchRefusals) -> str:
        wanted = _read_text(given, refusals)
        if wanted not in choices:
            raise Refusal(refusals.not_a_choice(name, " or ".join(choices)))
        return wanted

    return Filter(read, lambda row, wanted: value(row) == wanted)


def choices(value: Callable[[Row], str], known: Collection[str], unknown: Reason) -> Filter[Row]:
    """Make a filter that takes some of a few texts and keeps the rows that have one of them."""

    def read(given: Any, refusals: SearchRefusals) -> list[str]:
        wanted = _read_texts(given, refusals)
        if not set(wanted).issubset(known):
            raise Refusal(unknown)
        return wanted

    return Filter(read, lambda row, wanted: value(row) in wanted)


def text(values: Callable[[Row], Sequence[str]]) -> Filter[Row]:
    """Make a filter that takes one text and keeps the rows that have it."""
    return Filter(_read_text, lambda row, wanted: wanted in values(row))


def fuzzy(values: Callable[[Row], Sequence[str]], name: str) -> Filter[Row]:
    """Make a filter that takes a part of a text, at least three characters, whatever their case."""

    def read(value: Any, refusals: SearchRefusals) -> str:
        wanted = _read_text(value, refusals)
        if len(wanted) < SHORTEST_FUZZY:
            raise Refusal(refusals.too_short(name))
        return wanted.lower()

    return Filter(read, lambda row, wanted: any(wanted in value.lower() for value in values(row)))


def boolean(holds: Callable[[Row], bool]) -> Filter[Row]:
    """Make a filter that takes true or false."""

    def read(value: Any, refusals: SearchRefusals) -> bool:
        if not isinstance(value, bool):
            raise Refusal(refusals.bool_expected)
        return value

    return Filter(read, lambda row, wanted: holds(row) is wanted)


def moment(fits: Callable[[Row, dt.datetime], bool]) -> Filter[Row]:
    """Make a filter that takes a time."""
    return Filter(_read_moment, fits)


def between(value: Callable[[Row], dt.datetime]) -> Filter[Row]:
    """Make a filter that takes two times and keeps the rows between them."""

    def read(given: Any, refusals: SearchRefusals) -> list[dt.datetime]:
        if not isinstance(given, dict):
            raise Refusal(refusals.object_expected)
        for bound in ("greater_than", "less_than"):
            if bound not in given:
                raise Refusal(refusals.missing(bound))
        return [_read_moment(given[bound], refusals) for bound in ("greater_than", "less_than")]

    return Filter(read, lambda row, bounds: bounds[0] < value(row) < bounds[1])


def _read_moment(value: Any, refusals: SearchRefusals) -> dt.datetime:
    """Read an RFC 3339 time, or refuse."""
    try:
        found = dt.datetime.fromisoformat(_read_text(value, refusals))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise Refusal(refusals.time_expected)
    return found


def _read_text(value: Any, refusals: SearchRefusals) -> str:
    if not isinstance(value, str):
        raise Refusal(refusals.text_expected)
    return value


def _read_texts(value: Any, refusals: SearchRefusals) -> list[str]:
    try:
        texts = converter.structure(value, list[str])
    except TypeError:
        raise Refusal(refusals.texts_expected) from None
    if refusals.most_values is not None and len(texts) > refusals.most_values:
        raise Refusal(refusals.values_too_many)
    return texts


def page_of(
    rows: Iterable[Row],
    query: SearchQuery | None,
    arguments: SearchArguments,
    filters: Mapping[str, Filter[Row]],
    refusals: SearchRefusals,
) -> Page[Row]:
    """Return a page of the rows that a query finds, or refuse a query that makes no sense.

    A cursor is good for the query that it came with.
    """
    found = list(rows) if query is None else _matching(rows, query, filters, refusals)
    return cut(found, arguments, refusals.cursor_invalid, query=query)


def cut(
    found: Sequence[Row],
    arguments: SearchArguments,
    reason: Reason,
    *,
    query: SearchQuery | None = None,
    limit: int = DEFAULT_LIMIT,
) -> Page[Row]:
    """Return a page of what was found, or refuse a cursor that is not of the query.

    Args:
        found: All results.
        arguments: Which page, and how long.
        reason: Why such a cursor is refused.
        query: What the results were found by.
        limit: How many results a page holds where the arguments do not say.

    """
    digest = hashlib.sha256(repr(query).encode()).hexdigest()[:16]
    start = 0 if arguments.cursor is None else _offset(arguments.cursor, digest, reason)
    end = start + (limit if arguments.limit is None else arguments.limit)
    following = base64.urlsafe_b64encode(f"{digest}:{end}".encode()).decode() if end < len(found) else None
    return Page(list(found[start:end]), ResultsMetadata(total=len(found), next_cursor=following))


def _matching(
    rows: Iterable[Row], query: SearchQuery, filters: Mapping[str, Filter[Row]], refusals: SearchRefusals
) -> list[Row]:
    if query.operator not in {"AND", "OR"}:
        raise Refusal(refusals.operator_invalid)
    tests = [_test(operand, filters, refusals) for operand in query.operands]
    if not tests:
        return list(rows)
    unite = all if query.operator == "AND" else any
    return [row for row in rows if unite(test(row) for test in tests)]


def _test(
    operand: Mapping[str, Any], filters: Mapping[str, Filter[Row]], refusals: SearchRefusals
) -> Callable[[Row], bool]:
    if "filter_name" not in operand:
        raise Refusal(refusals.filter_name_missing)
    name = operand["filter_name"]
    if not isinstance(name, str):
        raise Refusal(refusals.filter_name_not_text)
    if name not in filters:
        raise Refusal(refusals.filter_unknown)
    if "filter_value" not in operand:
        raise Refusal(refusals.filter_value_missing)
    if operand["filter_value"] in (None, "", []):
        raise Refusal(refusals.empty(name))
    found = filters[name]
    wanted = found.read(operand["filter_value"], refusals)
    return lambda row: found.fits(row, wanted)


def _offset(cursor: str, digest: str, reason: Reason) -> int:
    try:
        made_for, _, offset = base64.urlsafe_b64decode(cursor).decode().partition(":")
        if made_for == digest:
            return int(offset)
    except (binascii.Error, ValueError):
        pass
    raise Refusal(reason)
