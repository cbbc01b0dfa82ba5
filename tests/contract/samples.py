"""Made-up values for every annotation that the schemas use."""

import datetime as dt
import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs

from stytch_async.schemas.markers import Between, Longest, Rest, Spelt

MOMENT = dt.datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=dt.UTC)
TEXTS = ("sample-value", "organization-test-1", "a" * 43, "+12025550162", "https://example.com/x", "0" * 6, "ab")
MAP = {"text": "ä", "none": None, "number": 2**70, "list": [1, {"deep": False}]}


def sample(annotation: Any, *, full: bool = True) -> Any:
    """Make up a value; of an object, all fields or only those that are required."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return _limited(inner, marks, full=full)
    if get_origin(annotation) in (Union, types.UnionType):
        first = get_args(annotation)[0]
        return get_args(first)[0] if get_origin(first) is Literal else sample(first, full=full)
    if get_origin(annotation) is list:
        return [sample(get_args(annotation)[0], full=full)]
    if get_origin(annotation) is dict:
        value = get_args(annotation)[1]
        return dict(MAP) if value is Any else {"key": sample(value, full=full)}
    if attrs.has(annotation):
        return instance(annotation, full=full)
    plain: dict[Any, Any] = {str: "sample-value", int: 7, float: 1.5, bool: True, dt.datetime: MOMENT, Any: {"any": 1}}
    return plain[annotation]


def _limited(inner: Any, marks: list[Any], *, full: bool) -> Any:
    for mark in marks:
        if isinstance(mark, Between):
            return mark.least
        if isinstance(mark, Spelt):
            return next(text for text in TEXTS if mark.problem(text) is None)
        if isinstance(mark, Longest) and inner is str:
            return "x" * max(1, mark.least)
        if isinstance(mark, Rest):
            return {"beyond": {"all": "fields"}}
    return sample(inner, full=full)


def instance(cls: type, *, full: bool = True) -> Any:
    """Make up an object."""
    fields = [field for field in attrs.fields(cls) if full or field.default is attrs.NOTHING]
    return cls(**{field.name: sample(field.type, full=full) for field in fields})
