"""The cookies that a session is kept in."""

import datetime as dt
import re
from email.utils import format_datetime
from typing import Any, Final, Literal

import attrs

from stytch_async.errors import ConfigurationError

__all__ = ["Cookies"]

NAME: Final = re.compile(r"[\w!#$%&'*+.^`|~-]+", re.ASCII)
VALUE: Final = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*")
ATTRIBUTE: Final = re.compile(r"[\x20-\x3a\x3c-\x7e]+")

LONG_AGO: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def _matching(pattern: re.Pattern[str]) -> Any:  # noqa: ANN401 - a validator of attrs
    def check(_: "Cookies", attribute: "attrs.Attribute[str | None]", value: str | None) -> None:
        if value is not None and not pattern.fullmatch(value):
            raise ConfigurationError(f"{attribute.name} cannot be written into a cookie")

    return check


@attrs.frozen(kw_only=True)
class Cookies:
    """The cookies of a session: one for its token, one for its JWT.

    Attributes:
        token: The name of the cookie with the opaque token. Both names are those of Stytch's JavaScript SDK.
        jwt: The name of the cookie with the JWT.
        domain: The domain that they are sent to, subdomains included; ``None`` for the app's own host alone.
        path: The path that they are sent to.
        secure: Whether they travel over HTTPS only. Browsers let ``localhost`` pass for that.
        httponly: Whether scripts are kept from reading them; ``False`` where Stytch's JavaScript SDK has to.
        samesite: Which requests of other sites carry them; ``none`` needs ``secure``.

    """

    token: str = attrs.field(default="stytch_session", validator=_matching(NAME))
    jwt: str = attrs.field(default="stytch_session_jwt", validator=_matching(NAME))
    domain: str | None = attrs.field(default=None, validator=_matching(ATTRIBUTE))
    path: str = attrs.field(default="/", validator=_matching(ATTRIBUTE))
    secure: bool = True
    httponly: bool = True
    samesite: Literal["lax", "strict", "none"] = "lax"

    def __attrs_post_init__(self) -> None:
        """Refuse what browsers would drop without a word."""
        if self.samesite == "none" and not self.secure:
            raise ConfigurationError("cookies with samesite='none' must be secure")
        if self.token == self.jwt:
            raise ConfigurationError("the token and the JWT need a cookie each")

    def write(self, name: str, value: str | None, *, expires: dt.datetime | None = None, age: int | None = None) -> str:
        """Return the value of a ``Set-Cookie`` header.

        Args:
            name: The cookie.
            value: What it is to hold; ``None`` deletes it.
            expires: When the browser is to forget it; ``None`` for when it is closed.
            age: The same in seconds from now.

        Raises:
            ValueError: The value cannot be written into a cookie.

        """
        if value is None:
            # Browsers go by the age; one that does not know it goes by the date.
            value, age, expires = "", 0, LONG_AGO
        if not VALUE.fullmatch(value):
            del value  # Reports of errors show variables.
            raise ValueError(f"what is to be kept in {name} cannot be written into a cookie")
        attributes = {
            "Domain": self.domain,
            "Path": self.path,
            "Max-Age": age,
            "Expires": expires and format_datetime(expires.astimezone(dt.UTC), usegmt=True),
            "SameSite": self.samesite.capitalize(),
        }
        flags = {"Secure": self.secure, "HttpOnly": self.httponly}
        return "; ".join(
            [
                f"{name}={value}",
                *(f"{attribute}={given}" for attribute, given in attributes.items() if given is not None),
                *(flag for flag, is_set in flags.items() if is_set),
            ]
        )
