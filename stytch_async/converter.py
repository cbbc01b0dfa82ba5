"""The one cattrs converter: strict on types, tolerant of drift.

A class is structured strictly by the function that cattrs generates for it. Only when that fails is the same object
read again field by field, where a field that the API promised may be missing. The common answer pays nothing for this.
"""

# JSON and what cattrs generates for it have no static type.
# pyright: reportUnknownVariableType=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownLambdaType=false

import datetime as dt
import functools
import logging
import types
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

import attrs
from cattrs import BaseConverter, Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from stytch_async.schemas.markers import Rest

__all__ = ["StructureError", "converter", "is_open_set", "is_union", "rest_field"]

logger: Final = logging.getLogger("stytch_async")

ESSENTIAL: Final = frozenset(
    {"user_id", "member_id", "organization_id", "session_id", "member_session_id"}
    | {"session_token", "session_jwt", "status_code"}
)
"""The fields that a login stands on: without one of them an answer is refused."""

PLAIN: Final[Mapping[Any, type]] = {str: str, int: int, bool: bool, dict[str, Any]: dict}
"""By annotation: the type of the values that JSON reads as they should be."""

Hook = Callable[[Any, Any], Any]


class StructureError(ValueError):
    """A value cannot be read as the type that the API promises; the text names the field, never the value.

    Attributes:
        field: The field of the outermost class at fault; empty where the whole value is.

    """

    def __init__(self, problem: str, field: str = "") -> None:
        super().__init__(problem)
        self.field = field


def _mismatch(expected: str, value: object) -> TypeError:
    return TypeError(f"expected {expected}, got {_kind(value)}")


def _kind(value: object) -> str:
    return "null" if value is None else type(value).__name__


def _exactly(*accepted: type) -> Hook:
    def structure(value: Any, _: Any) -> Any:
        if type(value) in accepted:
            return value
        raise _mismatch(accepted[0].__name__, value)

    return structure


def _structure_float(value: Any, _: Any) -> float:
    if type(value) is not float and type(value) is not int:
        raise _mismatch("number", value)
    try:
        return float(value)
    except OverflowError:
        raise TypeError("expected number, got one that is too large") from None


def _structure_datetime(value: Any, _: Any) -> dt.datetime:
    if type(value) is dt.datetime:
        return value
    if type(value) is not str:
        raise _mismatch("RFC 3339 time", value)
    try:
        parsed = dt.datetime.fromisoformat(value)
    except ValueError:
        raise TypeError("expected RFC 3339 time, got another text") from None
    return parsed if parsed.tzinfo is not None else parsed.replace(tzinfo=dt.UTC)


def _unstructure_datetime(value: dt.datetime) -> str:
    if value.tzinfo is None:
        raise TypeError("must be an aware datetime")
    return value.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


def _structure_any(value: Any, _: Any) -> Any:
    return value


def is_union(kind: Any) -> bool:
    """Whether an annotation is a union of types."""
    return get_origin(kind) in (Union, types.UnionType)


def is_open_set(members: list[Any]) -> bool:
    """Whether a union is a set of texts that admits others, as in ``Locale | str``."""
    return len(members) == 2 and str in members and any(get_origin(member) is Literal for member in members)


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is list


def _is_dict(kind: Any) -> bool:
    return get_origin(kind) is dict


def _is_map(kind: Any) -> bool:
    return bool(kind == dict[str, Any])


def _bare(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _union_hook(kind: Any, converter: BaseConverter) -> Hook:
    members = [member for member in get_args(kind) if member is not type(None)]
    optional = len(members) < len(get_args(kind))
    plain = str if is_open_set(members) else PLAIN.get(_bare(_single(members)))
    if plain is not None:
        return _exactly(plain, type(None)) if optional else _exactly(plain)
    inner = converter.get_structure_hook(members[0])

    def structure(value: Any, _: Any) -> Any:
        return None if value is None else inner(value, _)

    return structure


def _single(members: list[Any]) -> Any:
    if len(members) != 1:
        raise TypeError(f"schemas know no union of {members}")
    return members[0]


def _list_hook(kind: Any, converter: BaseConverter) -> Hook:
    (member,) = get_args(kind)
    inner = converter.get_structure_hook(member)

    def structure(value: Any, _: Any) -> list[Any]:
        if type(value) is list:
            return [inner(item, member) for item in value] if value else []
        raise _mismatch("list", value)

    return structure


def _dict_hook(kind: Any, converter: BaseConverter) -> Hook:
    _, member = get_args(kind)
    inner = converter.get_structure_hook(member)

    def structure(value: Any, _: Any) -> dict[str, Any]:
        if type(value) is dict:
            return {key: inner(item, member) for key, item in value.items()}
        raise _mismatch("dict", value)

    return structure


def _class_hook(cls: type, converter: BaseConverter) -> Hook:
    strict: Hook = make_dict_structure_fn(
        cls, converter, _cattrs_detailed_validation=False, _cattrs_forbid_extra_keys=False
    )

    def structure(value: Any, kind: Any) -> Any:
        if type(value) is not dict:  # which the generated function does not see where no field is required
            return _structure_tolerantly(cls, value, converter)
        try:
            return strict(value, kind)
        except StructureError:
            raise
        except (TypeError, KeyError, ValueError, AttributeError):
            return _structure_tolerantly(cls, value, converter)

    rest = rest_field(cls)
    return structure if rest is None else _gathering(structure, rest, frozenset(attrs.fields_dict(cls)))


def rest_field(cls: type) -> str | None:
    """Return the field that takes whatever no other field of the class does."""
    for field in attrs.fields(cls):
        if get_origin(field.type) is Annotated and Rest() in get_args(field.type):
            name: str = field.name
            return name
    return None


def _gathering(structure: Hook, rest: str, names: frozenset[str]) -> Hook:
    def gather(value: Any, kind: Any) -> Any:
        if isinstance(value, dict):
            others = {name: item for name, item in value.items() if name not in names}
            value = {**value, rest: others}
        return structure(value, kind)

    return gather


def _class_unhook(cls: type, converter: BaseConverter) -> Callable[[Any], dict[str, Any]]:
    plain: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True)
    rest = rest_field(cls)
    if rest is None:
        return plain

    def scatter(value: Any) -> dict[str, Any]:
        fields = plain(value)
        return {**fields.pop(rest), **fields}

    return scatter


def _structure_tolerantly(cls: type, value: Any, converter: BaseConverter) -> Any:
    """Read an object in which the API may have left out or nulled what it promised."""
    if not isinstance(value, dict):
        raise StructureError(f"{cls.__name__}: expected dict, got {_kind(value)}")
    found: dict[str, Any] = {}
    for field in attrs.fields(cls):
        item: object = value.get(field.name)
        if item is not None:
            try:
                found[field.name] = converter.get_structure_hook(field.type)(item, field.type)
            except TypeError as error:
                raise StructureError(f"{cls.__name__}.{field.name}: {error}", field.name) from None
        elif field.default is attrs.NOTHING:
            if field.name in ESSENTIAL:
                raise StructureError(f"{cls.__name__}.{field.name}: missing or null", field.name)
            _log_missing(cls, field.name)
            found[field.name] = None
    return cls(**found)


@functools.cache
def _log_missing(cls: type, field: str) -> None:
    """Log a missing field the first time that it is seen."""
    logger.warning("Stytch left out %s.%s, which its reference promises; it reads as None", cls.__name__, field)


def _make_converter() -> Converter:
    converter = Converter(detailed_validation=False, prefer_attrib_converters=False)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook(float, _structure_float)
    converter.register_structure_hook(dt.datetime, _structure_datetime)
    converter.register_structure_hook_func(lambda kind: kind is Any, _structure_any)
    converter.register_structure_hook_factory(is_union, _union_hook)
    converter.register_structure_hook_factory(_is_list, _list_hook)
    converter.register_structure_hook_factory(_is_dict, _dict_hook)
    converter.register_structure_hook_func(_is_map, _exactly(dict))
    converter.register_structure_hook_factory(attrs.has, _class_hook)
    converter.register_unstructure_hook(dt.datetime, _unstructure_datetime)
    converter.register_unstructure_hook_func(_is_map, dict)
    converter.register_unstructure_hook_factory(attrs.has, lambda cls: _class_unhook(cls, converter))
    return converter


converter: Final = _make_converter()
"""Turns JSON values into the classes of `stytch_async.schemas` and back."""
