"""What a browser comes back with: from a link in a mail, from a provider of OAuth, from single sign-on."""

from collections.abc import Mapping
from typing import Final, Literal
from urllib.parse import parse_qs, urlsplit

import attrs

from stytch_async.errors import CallbackError

__all__ = ["Callback", "TokenType", "read_callback"]

TokenType = Literal[
    "discovery",
    "discovery_oauth",
    "impersonation",
    "login",
    "magic_links",
    "multi_tenant_impersonation",
    "multi_tenant_magic_links",
    "multi_tenant_passwords",
    "oauth",
    "reset_password",
    "sso",
]
"""What a token is good for; it tells which endpoint takes it."""

LONGEST: Final = 8192


@attrs.frozen(kw_only=True)
class Callback:
    """The parameters that Stytch adds to a redirect URL.

    Attributes:
        token_type: What the token is good for.
        token: What the browser brings; good once, and for a few minutes.
        slug: The organization that a B2B login is for; ``None`` for Consumer ones and for discovery.
        redirect_type: Which of the project's redirect URLs was used, such as ``login`` or ``reset_password``; B2B only.

    """

    token_type: TokenType | str
    token: str = attrs.field(repr=False)
    slug: str | None = None
    redirect_type: str | None = None


def read_callback(callback: str | Mapping[str, str]) -> Callback:
    """Read what Stytch has added to a redirect URL.

    Args:
        callback: The URL that the browser came back to, its query, or the query's parameters.

    Raises:
        CallbackError: There is no token in it, or more than one: it does not come from Stytch.

    """
    try:
        return _read(callback)
    except CallbackError as error:
        refusal = CallbackError(error.problem)
    del callback  # a traceback shows this frame
    raise refusal


def _read(callback: str | Mapping[str, str]) -> Callback:
    found = _parameters(callback) if isinstance(callback, str) else {name: [callback[name]] for name in callback}
    return Callback(
        token_type=_only(found, "stytch_token_type"),
        token=_only(found, "token"),
        slug=_only(found, "slug") if "slug" in found else None,
        redirect_type=_only(found, "stytch_redirect_type") if "stytch_redirect_type" in found else None,
    )


def _parameters(callback: str) -> dict[str, list[str]]:
    if len(callback) > LONGEST:
        raise CallbackError(f"it is longer than {LONGEST} characters")
    try:
        query = urlsplit(callback).query if "?" in callback else callback
        return parse_qs(query)
    except ValueError:
        raise CallbackError("it cannot be read") from None


def _only(found: Mapping[str, list[str]], name: str) -> str:
    values = found.get(name, [])
    if len(values) != 1 or not values[0]:
        raise CallbackError(f"it has more than one {name}" if len(values) > 1 else f"it has no {name}")
    return values[0]
