"""The checks that arguments pass before anything is sent."""

import datetime as dt
import enum
import functools
import importlib
import math
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, get_args, get_origin

import attrs

from stytch_async.converter import is_open_set, is_union
from stytch_async.errors import InvalidRequestError
from stytch_async.schemas.markers import Limit

__all__ = ["check"]

DEEPEST: Final = 64
"""How deep a free-form map may nest."""

APIS: Final = tuple(f"stytch_async.schemas.{api}" for api in ("consumer", "b2b", "management"))
"""The packages that the objects of an API can be imported from."""

Check = Callable[[str, Any], None]


def check(request: object) -> None:
    """Hold each argument against its annotation, and raise `InvalidRequestError` for the first that does not fit."""
    cls: Any = type(request)
    _class_check(cls, _package(cls))("", request)


def _package(cls: type) -> str:
    """Name the package of the API that a class belongs to, such as ``stytch_async.schemas.consumer``."""
    return ".".join(cls.__module__.split(".")[:3])


@functools.cache
def _class_check(cls: Any, package: str) -> Check:
    """Return the check of a class; ``package`` is that of the request, where its objects can be imported from."""
    fields = [(field.name, _admits_none(field.type), _check_of(field.type, package)) for field in attrs.fields(cls)]

    def check_fields(prefix: str, value: Any) -> None:
        for name, optional, check_value in fields:
            item = getattr(value, name)
            if item is not None:
                check_value(prefix + name, item)
            elif not optional:
                raise InvalidRequestError(prefix + name, "is required, and is None")

    return check_fields


def _admits_none(kind: Any) -> bool:
    return is_union(kind) and type(None) in get_args(kind)


def _check_of(kind: Any, package: str) -> Check:
    if get_origin(kind) is Annotated:
        inner, *marks = get_args(kind)
        return _all_of(_check_of(inner, package), [mark for mark in marks if hasattr(mark, "problem")])
    if is_union(kind):
        members = [member for member in get_args(kind) if member is not type(None)]
        return _exactly(str) if is_open_set(members) else _check_of(members[0], package)
    if get_origin(kind) is list:
        return _list_check(_check_of(get_args(kind)[0], package))
    if get_origin(kind) is dict:
        value = get_args(kind)[1]
        return _check_map if value is Any else _values_check(_check_of(value, package))
    if attrs.has(kind):
        return _object_check(kind, package)
    return _check_time if kind is dt.datetime else _exactly(kind)


def _all_of(check_type: Check, limits: list[Limit]) -> Check:
    def check_limits(field: str, value: Any) -> None:
        check_type(field, value)
        for limit in limits:
            if (problem := limit.problem(value)) is not None:
                raise InvalidRequestError(field, problem, limit=limit)

    return check_limits


def _exactly(kind: type) -> Check:
    def check_type(field: str, value: Any) -> None:
        if type(value) is not kind and not (kind is str and isinstance(value, enum.Enum) and isinstance(value, str)):
            raise _wrong_type(field, kind.__name__, value)

    return check_type


def _wrong_type(field: str, expected: str, value: object) -> InvalidRequestError:
    return InvalidRequestError(field, f"must be {expected}, not {type(value).__name__}")


def _check_time(field: str, value: Any) -> None:
    if not isinstance(value, dt.datetime):
        raise _wrong_type(field, "datetime", value)
    if value.tzinfo is None:
        raise InvalidRequestError(field, "must be an aware datetime: give it a tzinfo")


def _object_check(cls: type, package: str) -> Check:
    def check_object(field: str, value: Any) -> None:
        if not isinstance(value, cls):
            raise _wrong_type(field, _named(cls, package) if issubclass(type(value), Mapping) else cls.__name__, value)
        _class_check(cls, package)(f"{field}.", value)

    return check_object


def _named(cls: type, package: str) -> str:
    """Name a class and what to import it from: one package for all of an API, or else its own module."""
    name = cls.__name__
    packages = (source for source in (package, *APIS) if getattr(importlib.import_module(source), name, None) is cls)
    return f"{name} (from {next(packages, cls.__module__)} import {name})"


def _list_check(check_item: Check) -> Check:
    def check_list(field: str, value: Any) -> None:
        if not isinstance(value, list | tuple):
            raise _wrong_type(field, "list", value)
        for index, item in enumerate(value):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
            check_item(f"{field}[{index}]", item)

    return check_list


def _values_check(check_item: Check) -> Check:
    def check_values(field: str, value: Any) -> None:
        if not isinstance(value, Mapping):
            raise _wrong_type(field, "dict", value)
        for key, item in value.items():  # pyright: ignore[reportUnknownVariableType]
            _check_key(field, key)  # pyright: ignore[reportUnknownArgumentType]
            check_item(f"{field}.{key}", item)

    return check_values


def _check_key(field: str, key: object) -> None:
    if not isinstance(key, str):
        raise InvalidRequestError(field, f"has a key of type {type(key).__name__}; JSON keys are str")


def _check_map(field: str, value: Any) -> None:
    if not isinstance(value, dict):
        raise _wrong_type(field, "dict", value)
    _check_json(field, value, 0)


def _check_json(field: str, value: Any, depth: int) -> None:
    """Refuse what JSON cannot carry, or would carry as something else."""
    if depth > DEEPEST:
        raise InvalidRequestError(field, f"is nested more than {DEEPEST} levels deep")
    if isinstance(value, dict):
        for key, item in value.items():  # pyright: ignore[reportUnknownVariableType]
            _check_key(field, key)  # pyright: ignore[reportUnknownArgumentType]
            _check_json(field, item, depth + 1)
    elif isinstance(value, list | tuple):
        for item in value:  # pyright: ignore[reportUnknownVariableType]
            _check_json(field, item, depth + 1)
    elif isinstance(value, float):
        if not math.isfinite(value):
            raise InvalidRequestError(field, "holds a NaN or infinite number, which JSON has no way to write")
    elif value is not None and not isinstance(value, str | int):
        raise InvalidRequestError(field, f"holds a {type(value).__name__}, which JSON has no way to write")
