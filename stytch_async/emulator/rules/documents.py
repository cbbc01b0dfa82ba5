"""Settings as plain JSON: what files, HTTP and a dashboard read and write."""

from collections.abc import Collection, Mapping
from typing import Any, Final, cast

import attrs
from cattrs import Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from stytch_async.converter import converter
from stytch_async.emulator.state.policy import Resource, Role
from stytch_async.emulator.state.settings import Settings

__all__ = ["document_of", "read_settings"]


def _class_hook(cls: type[Any], strict: Converter) -> Any:  # noqa: ANN401 - cattrs has no name for it
    return make_dict_structure_fn(cls, strict, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=False)


def _set_hook(annotation: Any, strict: Converter) -> Any:  # noqa: ANN401
    read_list = strict.get_structure_hook(list[annotation.__args__[0]])
    return lambda value, _: annotation.__origin__(read_list(value, list))
