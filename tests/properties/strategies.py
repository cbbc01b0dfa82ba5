"""Hypothesis strategies for whatever Stytch's API may hold."""

import datetime as dt
import functools
import types
from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from stytch_async import catalog
from stytch_async.endpoint import Operation
from stytch_async.schemas.markers import Rest

__all__ = ["CLASSES", "JSON", "MAPS", "OPERATIONS", "instances", "named", "spoilt", "values"]

OPERATIONS: Final[list[Operation[Any, Any]]] = [entry.operation for entry in catalog.operations()]
CLASSES: Final[list[type]] = sorted(
    {
        *(kind for kind in catalog.schemas().values() if attrs.has(kind)),
        *(kind for operation in OPERATIONS for kind in (operation.request, operation.response)),
    },
    key=lambda kind: f"{kind.__module__}.{kind.__qualname__}",
)

JSON: Final = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=2**63, max_value=10**400)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
"""Any JSON value."""

MAPS: Final = st.dictionaries(st.text(), JSON, max_size=4)
"""Any free-form map."""

PLAIN: Final[Mapping[Any, st.SearchStrategy[Any]]] = {
    str: st.text(max_size=20),
    int: st.integers(),
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    dt.datetime: st.datetimes(timezones=st.just(dt.UTC)),
    Any: JSON,
}


def named(kind: type) -> str:
    """Name a class for a test report."""
    return f"{kind.__module__.removeprefix('stytch_async.schemas.')}.{kind.__qualname__}"


@functools.cache
def instances(kind: type) -> st.SearchStrategy[Any]:
    """Build objects of a class, optional fields being there or not."""
    fields = attrs.fields_dict(kind)
    return st.builds(kind, **{name: _field(field, frozenset(fields)) for name, field in fields.items()})


def _field(field: "attrs.Attribute[Any]", names: frozenset[str]) -> st.SearchStrategy[Any]:
    if get_origin(field.type) is Annotated and Rest() in get_args(field.type):
        return st.dictionaries(st.text().filter(lambda key: key not in names), JSON, max_size=2)
    found = values(field.type)
    return found if field.default is attrs.NOTHING else found | st.just(field.default)


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Build values of an annotation."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return values(arguments[0])
    if origin in (Union, types.UnionType):
        return st.one_of(st.none() if member is type(None) else values(member) for member in arguments)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (list, dict):
        inner = values(arguments[-1])
        return (
            st.lists(inner, max_size=2) if origin is list else st.dictionaries(st.text(max_size=9), inner, max_size=2)
        )
    if attrs.has(kind):
        return st.deferred(lambda: instances(kind))
    return PLAIN[kind]


@st.composite
def spoilt(draw: st.DrawFn, document: Any) -> Any:
    """Replace or remove one value of a document."""
    if isinstance(document, dict) and document and draw(st.integers(0, 3)):
        name = draw(st.sampled_from(sorted(document)))
        rest = {key: item for key, item in document.items() if key != name}
        return rest if draw(st.booleans()) else {**rest, name: draw(spoilt(document[name]))}
    if isinstance(document, list) and document and draw(st.integers(0, 3)):
        number = draw(st.integers(0, len(document) - 1))
        return [*document[:number], draw(spoilt(document[number])), *document[number + 1 :]]
    return draw(JSON)
