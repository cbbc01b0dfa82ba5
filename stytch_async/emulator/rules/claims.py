"""The claims that the templates of JWTs come to (behaviour-more W22)."""

import re
from collections.abc import Mapping
from typing import Any, Final

from stytch_async.emulator.refusals.jwt_templates import (
    JWT_TEMPLATE_INVALID_JSON,
    JWT_TEMPLATE_INVALID_TAG,
    JWT_TEMPLATE_MISMATCHED_TAG,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.state.jwt_templates import TAG, JWTTemplate, claims_of

__all__ = ["fill_in", "read_template"]

BRACES_AT_THE_END: Final = re.compile(r"[}\]\s]+$")
"""Objects in objects end with several braces, which are not those of a tag."""

RESERVED: Final = frozenset({"aud", "exp", "iat", "iss", "jti", "nbf", "sub"})


def read_template(content: str, audience: str, known: Mapping[str, frozenset[str]]) -> JWTTemplate:
    """Return a template, or refuse one that cannot be filled in.

    Args:
        content: What it says.
        audience: What it adds to ``aud``.
        known: By what a tag may begin with: the fields that may come next.

    """
    left = TAG.sub("", content)
    if "{{" in left or "}}" in BRACES_AT_THE_END.sub("", left):
        raise Refusal(JWT_TEMPLATE_MISMATCHED_TAG)
    for tag in TAG.finditer(content):
        first, _, rest = tag[1].partition(".")
        if rest.partition(".")[0] not in known.get(first, ()):
            raise Refusal(JWT_TEMPLATE_INVALID_TAG)
    try:
        template = JWTTemplate(content, audience)
    except ValueError:
        raise Refusal(JWT_TEMPLATE_INVALID_JSON) from None
    if RESERVED & fill_in(content, {}).keys():  # inferred: custom claims of these names are refused, too
        raise Refusal(JWT_TEMPLATE_INVALID_JSON)
    return template


def fill_in(content: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the claims that a template comes to; what there is no value for is ``null`` or left out of a text.

    Raises:
        ValueError: It is not a JSON object.

    """
    return claims_of(content, lambda path: _look_up(path, values))


def _look_up(path: str, values: Mapping[str, Any]) -> object:
    found: Any = values
    for step in path.split("."):
        try:
            found = found[int(step) if type(found) is list else step]
        except (IndexError, KeyError, TypeError, ValueError):
            return None
    return found
