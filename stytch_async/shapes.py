"""Reads answers that keep to their schema: msgspec checks the types while it parses, and the objects are made of that.

What it refuses is for the converter to read, which forgives more and says what is wrong.
"""

import datetime as dt
import functools
from collections.abc import Callable
from types import GenericAlias
from typing import Annotated, Any, Final, NotRequired, TypedDict, cast, get_args, get_origin

import attrs
import msgspec

from stytch_async.converter import converter, is_union, rest_field

__all__ = ["reader"]

Make = Callable[[Any], Any]

_typed_dict: Final = cast("Any", TypedDict)
"""Checkers know only typed dictionaries that stand in the source."""

TIME: Final = Annotated[dt.datetime, msgspec.Meta(tz=True)]


@attrs.frozen
class Shape:
    """How the values of a type stand in JSON."""

    kind: Any
    """What msgspec holds the JSON against."""
    make: Make | None = None
    """Makes the value of what msgspec has read, unless that is the value already; it is never called with ``None``."""


@functools.cache
def reader(cls: Any) -> Callable[[bytes], Any]:
    """Return what reads the JSON of a class, and raises `msgspec.MsgspecError` where it does not keep to the schema."""
    shape = _shape(cls)
    parse = msgspec.json.Decoder(shape.kind).decode
    if (make := shape.make) is None:
        return parse
    return lambda content: make(parse(content))


@functools.cache
def _shape(kind: Any) -> Shape:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _shape(arguments[0])
    if is_union(kind):
        return _union_shape(arguments)
    if origin is list:
        return _list_shape(_shape(arguments[0]))
    if origin is dict:
        return _dict_shape(_shape(arguments[1]))
    if attrs.has(kind):
        return _class_shape(kind)
    return Shape(TIME if kind is dt.datetime else kind)


def _union_shape(members: tuple[Any, ...]) -> Shape:
    shape = Shape(str) if str in members else _shape(members[0])
    return attrs.evolve(shape, kind=shape.kind | None) if type(None) in members else shape


def _list_shape(inner: Shape) -> Shape:
    kind = GenericAlias(list, (inner.kind,))
    if (make := inner.make) is None:
        return Shape(kind)
    return Shape(kind, lambda items: [None if item is None else make(item) for item in items])


def _dict_shape(inner: Shape) -> Shape:
    kind = GenericAlias(dict, (str, inner.kind))
    if (make := inner.make) is None:
        return Shape(kind)
    return Shape(kind, lambda items: {key: None if item is None else make(item) for key, item in items.items()})


def _class_shape(cls: type[attrs.AttrsInstance]) -> Shape:
    if rest_field(cls) is not None:
        return Shape(dict[str, Any], lambda value: converter.structure(value, cls))
    fields = {field: _shape(field.type) for field in attrs.fields(cls)}
    if all(shape.kind == field.type for field, shape in fields.items()):
        return Shape(cls)  # msgspec makes it while it parses
    kinds = {
        field.name: shape.kind if field.default is attrs.NOTHING else NotRequired[shape.kind]
        for field, shape in fields.items()
    }
    makers = {field.name: shape.make for field, shape in fields.items() if shape.make is not None}

    def make(value: dict[str, Any]) -> object:
        for name, part in value.items():
            if name in makers and part is not None:
                value[name] = makers[name](part)
        return cls(**value)

    return Shape(_typed_dict(cls.__name__, kinds), make if makers else lambda value: cls(**value))
