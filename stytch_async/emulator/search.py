"""Searches: filters, and pages with cursors."""

import base64
import binascii
import datetime as dt
import hashlib
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final, Generic, TypeVar

import attrs

from stytch_async.converter import converter
from stytch_async.emulator.ids import is_id
from stytch_async.emulator.refusals import refuse

__all__ = ["Filter", "Page", "between", "boolean", "choice", "fuzzy", "ids", "matching", "moment", "page", "strings"]

Row = TypeVar("Row")

SHORTEST_FUZZY: Final = 3
DEFAULT_LIMIT: Final = 100


@attrs.frozen
class Filter(Generic[Row]):
    """One filter of a search: reads its value, then judges rows by it."""

    read: Callable[[Any, str], Any]
    fits: Callable[[Row, Any], bool]


@attrs.frozen
class Page(Generic[Row]):
    """One page of results."""

    rows: list[Row]
    total: int
    next_cursor: str | None


def strings(values: Callable[[Row], Sequence[str]]) -> Filter[Row]:
    """Make a filter that takes a list of texts and keeps the rows that have one of them, whatever their case."""

    def read(value: Any, product: str) -> set[str]:
        return {item.lower() for item in _read_texts(value, product)}

    return Filter(read, lambda row, wanted: any(value.lower() in wanted for value in values(row)))


def ids(kind: str, values: Callable[[Row], Sequence[str | None]]) -> Filter[Row]:
    """Make a filter that takes a list of ids, Stytch's or the app's, and keeps the rows that have one of them."""

    def read(value: Any, product: str) -> list[str]:
        wanted = _read_texts(value, product)
        if len({is_id(kind, item) for item in wanted}) > 1:
            raise refuse(f"{product}_search_cannot_mix_internal_and_external_{product}_ids")
        return wanted

    return Filter(read, lambda row, wanted: not set(wanted).isdisjoint(values(row)))


def choice(value: Callable[[Row], str], choices: Collection[str], name: str) -> Filter[Row]:
    """Make a filter that takes one of a few texts and keeps the rows that have it."""

    def read(given: Any, product: str) -> str:
        wanted = _read_text(given, product)
        if wanted not in choices:
            raise refuse(f"{product}_search_invalid_{name}_filter")
        return wanted

    return Filter(read, lambda row, wanted: value(row) == wanted)


def fuzzy(values: Callable[[Row], Sequence[str]], name: str) -> Filter[Row]:
    """Make a filter that takes a part of a text, at least three characters, whatever their case."""

    def read(value: Any, product: str) -> str:
        wanted = _read_text(value, product)
        if len(wanted) < SHORTEST_FUZZY:
            raise refuse(f"{product}_search_{name}_too_short")
        return wanted.lower()

    return Filter(read, lambda row, wanted: any(wanted in value.lower() for value in values(row)))


def boolean(holds: Callable[[Row], bool]) -> Filter[Row]:
    """Make a filter that takes true or false."""

    def read(value: Any, product: str) -> bool:
        if not isinstance(value, bool):
            raise refuse(f"{product}_search_expected_bool")
        return value

    return Filter(read, lambda row, wanted: holds(row) is wanted)


def moment(fits: Callable[[Row, dt.datetime], bool]) -> Filter[Row]:
    """Make a filter that takes a time."""
    return Filter(_read_moment, fits)


def between(value: Callable[[Row], dt.datetime]) -> Filter[Row]:
    """Make a filter that takes two times and keeps the rows between them."""

    def read(given: Any, product: str) -> list[dt.datetime]:
        if not isinstance(given, dict):
            raise refuse(f"{product}_search_expected_object")
        for name in ("greater_than", "less_than"):
            if name not in given:
                raise refuse(f"{product}_search_missing_{name}")
        return [_read_moment(given[name], product) for name in ("greater_than", "less_than")]

    return Filter(read, lambda row, bounds: bounds[0] < value(row) < bounds[1])


def _read_moment(value: Any, product: str) -> dt.datetime:
    """Read an RFC 3339 time, or refuse."""
    try:
        found = dt.datetime.fromisoformat(_read_text(value, product))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise refuse(f"{product}_search_expected_timestamp")
    return found


def _read_text(value: Any, product: str) -> str:
    if not isinstance(value, str):
        raise refuse(f"{product}_search_expected_string")
    return value


def _read_texts(value: Any, product: str) -> list[str]:
    try:
        return converter.structure(value, list[str])
    except TypeError:
        # Users alone have the singular.
        raise refuse(f"{product}_search_expected_array_of_string{'' if product == 'user' else 's'}") from None


def matching(
    rows: Sequence[Row],
    operator: str,
    operands: Sequence[Mapping[str, Any]],
    filters: Mapping[str, Filter[Row]],
    product: str,
) -> list[Row]:
    """Return the rows that fit all operands, or any of them, or refuse an operand that is not understood."""
    if operator not in {"AND", "OR"}:
        raise refuse(f"{product}_search_invalid_operator")
    tests = [_test(operand, filters, product) for operand in operands]
    if not tests:
        return list(rows)
    unite = all if operator == "AND" else any
    return [row for row in rows if unite(test(row) for test in tests)]


def _test(operand: Mapping[str, Any], filters: Mapping[str, Filter[Row]], product: str) -> Callable[[Row], bool]:
    if "filter_name" not in operand:
        raise refuse(f"{product}_search_missing_filter_name")
    name = operand["filter_name"]
    if not isinstance(name, str):
        raise refuse(f"{product}_search_filter_name_must_be_string")
    if name not in filters:
        raise refuse(f"{product}_search_filter_name_not_recognized")
    if "filter_value" not in operand:
        raise refuse(f"{product}_search_missing_filter_value")
    found = filters[name]
    wanted = found.read(operand["filter_value"], product)
    return lambda row: found.fits(row, wanted)


def page(rows: list[Row], query: object, cursor: str | None, limit: int | None, product: str) -> Page[Row]:
    """Cut one page out of the results; a cursor is good for the query that it came with."""
    digest = hashlib.sha256(json.dumps(query, sort_keys=True, default=str).encode()).hexdigest()[:16]
    start = 0 if cursor is None else _offset(cursor, digest, product)
    end = start + (DEFAULT_LIMIT if limit is None else limit)
    following = base64.urlsafe_b64encode(f"{digest}:{end}".encode()).decode() if end < len(rows) else None
    return Page(rows[start:end], len(rows), following)


def _offset(cursor: str, digest: str, product: str) -> int:
    try:
        made_for, _, offset = base64.urlsafe_b64decode(cursor).decode().partition(":")
        if made_for == digest:
            return int(offset)
    except (binascii.Error, ValueError):
        pass
    raise refuse(f"{product}_search_invalid_cursor")
