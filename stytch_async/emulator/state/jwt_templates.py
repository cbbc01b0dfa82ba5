"""The templates of a project's JWTs.

A template is JSON in which tags stand for values: alone for the value itself, quoted or not, and within a text for a
part of it (behaviour 9; that quotes make no difference is inferred).
"""

import json
import re
from collections.abc import Callable
from typing import Any, Final

import attrs

__all__ = ["TAG", "JWTTemplate", "claims_of"]

TAG: Final = re.compile(r"\{\{\s*([^{}\s]*)\s*\}\}")
TEXT: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
PIECE: Final = re.compile(rf'"{TAG.pattern}"|{TAG.pattern}|{TEXT.pattern}')


def claims_of(content: str, value_of: Callable[[str], object]) -> dict[str, Any]:
    """Return the claims that a template comes to; an empty one has none.

    Args:
        content: The template.
        value_of: Returns what a tag stands for; ``None`` is left out of a text.

    Raises:
        ValueError: That is not a JSON object.

    """

    def fill_in(piece: re.Match[str]) -> str:
        alone = piece[1] or piece[2]
        if alone:
            return json.dumps(value_of(alone))
        return TAG.sub(lambda tag: json.dumps(_as_text(value_of(tag[1])))[1:-1], piece[0])

    try:
        claims = json.loads(PIECE.sub(fill_in, content) or "{}")
    except RecursionError:
        raise ValueError("a template is not that deep") from None
    if not isinstance(claims, dict):
        raise ValueError("a template is a JSON object")  # noqa: TRY004 - the type is right, what it says is not
    return claims  # pyright: ignore[reportUnknownVariableType] - JSON


def _as_text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def _check_content(_: object, __: "attrs.Attribute[str]", value: str) -> None:
    claims_of(value, lambda _: None)


@attrs.frozen
class JWTTemplate:
    """What a project's JWTs of one kind say besides.

    Attributes:
        template_content: A JSON object, as text, in which ``{{ user.user_id }}`` and the like stand for values.
        custom_audience: What stands in ``aud`` beside the project's id; empty for nothing.

    """

    template_content: str = attrs.field(default="{}", validator=_check_content)
    custom_audience: str = ""
