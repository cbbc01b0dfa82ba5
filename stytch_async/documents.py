"""Answers and errors as JSON documents, for an app to pass on or to keep."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final, cast

import attrs

from stytch_async.converter import converter, rest_field
from stytch_async.errors import APIError

__all__ = ["as_json"]

ERROR_FIELDS: Final = ("status_code", "request_id", "error_type", "error_message", "error_url", "error_details")
"""What Stytch's own error documents hold."""


def as_json(value: object, /, *, secrets: bool = False) -> dict[str, Any]:
    """Turn an answer, a part of one or an error into a document of plain JSON values.

    Times become texts in the form of RFC 3339. Fields that hold ``None`` are left out; in a free-form map, such as a
    user's metadata, ``None`` is kept.

    Args:
        value: An object of `stytch_async.schemas`, or an `APIError`, whose document is like the one that Stytch sent.
        secrets: Whether to keep the fields that hold a secret, such as ``session_token``. They are those that a
            ``repr`` leaves out.

    Raises:
        TypeError: The value, or something in it, has no form in JSON.

    """
    if isinstance(value, APIError):
        names, rest = ERROR_FIELDS, None
    elif attrs.has(kind := type(value)):
        names = tuple(field.name for field in attrs.fields(kind) if field.repr or secrets)
        rest = rest_field(kind)
    else:
        raise TypeError(f"{kind.__name__} is neither an answer nor a part of one nor an error")
    found = {name: _plain(item, secrets=secrets) for name in names if (item := getattr(value, name)) is not None}
    return found if rest is None else {**found.pop(rest), **found}


def _plain(value: Any, *, secrets: bool) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, dt.datetime):
        return converter.unstructure(value)
    if isinstance(value, Mapping):
        return {key: _plain(item, secrets=secrets) for key, item in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [_plain(item, secrets=secrets) for item in cast("list[Any]", value)]
    return as_json(value, secrets=secrets)
