"""Templates of custom claims: JSON in which ``{{ user.trusted_metadata.plan }}`` stands for a value."""

# JSON has no static type.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false

import json
import re
from collections.abc import Mapping
from typing import Any, Final

__all__ = ["rendered"]

PLACE: Final = re.compile(r"\{\{\s*([^{}\s]+)\s*\}\}")


def rendered(template: str, known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the claims that a template comes to (behaviour 9).

    A text that is one place becomes the value itself, and a place within a text is written into it; what is not known
    is ``None`` or nothing. Both are inferred.

    Raises:
        ValueError: The template is not a JSON object.
        RecursionError: It is nested too deeply.

    """
    claims = json.loads(template) if template else {}
    if not isinstance(claims, dict):
        raise ValueError("a template is a JSON object")  # noqa: TRY004 - whatever is wrong with the text
    return {name: _filled(value, known) for name, value in claims.items()}


def _filled(value: Any, known: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return {name: _filled(item, known) for name, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, known) for item in value]
    if not isinstance(value, str):
        return value
    whole = PLACE.fullmatch(value)
    if whole is not None:
        return _found(whole[1], known)
    return PLACE.sub(lambda place: _text(_found(place[1], known)), value)


def _found(path: str, known: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
    found: Any = known
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value)
