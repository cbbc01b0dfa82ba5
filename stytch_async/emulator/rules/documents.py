"""Settings as plain JSON: what files, HTTP and a dashboard read and write."""

# JSON has no static type, and cattrs gives what it makes of it none.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownLambdaType=false

import types
from collections.abc import Callable, Collection
from typing import Any, Final, get_args, get_origin

from cattrs import BaseValidationError, Converter, ForbiddenExtraKeysError, transform_error

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.state.roles import Resource, Role
from stytch_async.emulator.state.settings import RedirectURL, Settings

__all__ = ["read_settings", "settings_document"]

Hook = Callable[[Any, Any], Any]

UNORDERED: Final[dict[Any, Callable[[list[Any]], Any]]] = {Collection: tuple, frozenset: frozenset, set: set}
"""What is a list in JSON, whatever it is here."""


def settings_document(settings: Settings) -> dict[str, Any]:
    """Return settings as JSON that `read_settings` reads."""
    document: dict[str, Any] = _converter.unstructure(settings)
    return document


def read_settings(document: object) -> Settings:
    """Return the settings that JSON tells of; what it leaves out is as in a new project.

    A role may be given as its permissions alone, a resource as its actions, and a redirect URL as its text. Unknown
    names, wrong types and values out of bounds are refused.
    """
    try:
        return _converter.structure(_exactly(dict)(document, dict), Settings)
    except BaseValidationError as error:
        raise Refusal(BAD_REQUEST, "; ".join(transform_error(error, "settings", _problem))) from None
    except TypeError as error:
        raise Refusal(BAD_REQUEST, f"settings: {error}") from None


def _problem(error: BaseException, _: object) -> str:
    if isinstance(error, ForbiddenExtraKeysError):
        return f"there is no {', '.join(sorted(error.extra_fields))}"
    return str(error.args[0])


def _exactly(accepted: type) -> Hook:
    def structure(value: object, _: object) -> object:
        if type(value) is not accepted:
            raise TypeError(f"expected {accepted.__name__}, got {type(value).__name__}")
        return value

    return structure


def _is_unordered(annotation: Any) -> bool:
    return get_origin(annotation) in UNORDERED


def _unordered_hook(annotation: Any, converter: Converter) -> Hook:
    """Read a set from a list, and from nothing else: a text would be taken for its letters."""
    make, members = UNORDERED[get_origin(annotation)], types.GenericAlias(list, get_args(annotation))
    read_list = converter.get_structure_hook(members)
    return lambda value, _: make(read_list(_exactly(list)(value, list), members))


def _also_from(converter: Converter, cls: type[Any], expand: Callable[[Any], Any]) -> None:
    """Let a class be read from a shorter form, too."""
    full = converter.gen_structure_attrs_fromdict(cls)
    converter.register_structure_hook(cls, lambda value, _: full(_exactly(dict)(expand(value), dict), cls))


def _expand_role(value: Any) -> Any:
    is_short = isinstance(value, dict) and not isinstance(value.get("permissions"), dict)
    return {"permissions": value} if is_short else value


def _make_converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for plain in (bool, int, str):
        converter.register_structure_hook(plain, _exactly(plain))
    converter.register_structure_hook_factory(_is_unordered, _unordered_hook)
    converter.register_unstructure_hook_func(_is_unordered, sorted)
    _also_from(converter, Role, _expand_role)
    _also_from(converter, Resource, lambda value: {"actions": value} if isinstance(value, list) else value)
    _also_from(converter, RedirectURL, lambda value: {"url": value} if isinstance(value, str) else value)
    return converter


_converter: Final = _make_converter()
