"""What a browser or an app brings to a page, and where it is sent or what it reads."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from stytch_async.emulator.state.project import Project

__all__ = ["Document", "Page", "Redirect", "Screen", "Visit"]


@attrs.frozen(kw_only=True)
class Visit:
    """What a browser brings.

    Attributes:
        place: What the path says.
        parameters: What query and form say.
        body: What the body says, with its types.
        root: What the URL says before the path.
        bearer: The access token that is shown, if any.

    """

    place: Mapping[str, str]
    parameters: Mapping[str, str] = attrs.field(repr=False)
    body: Mapping[str, Any] = attrs.field(repr=False)
    root: str
    bearer: str | None = attrs.field(repr=False)


@attrs.frozen
class Redirect:
    """Where the browser is sent."""

    url: str = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Screen:
    """The page of an identity provider, which somebody has to answer.

    Attributes:
        html: What a browser shows.
        provider: Whose page it is.
        state: The login that waits for the answer.

    """

    html: str = attrs.field(repr=False)
    provider: str
    state: str = attrs.field(repr=False)


@attrs.frozen
class Document:
    """What a program reads, and no browser."""

    content: Mapping[str, Any] = attrs.field(repr=False)
    status: int = attrs.field(default=200, kw_only=True)


Page = Callable[[Project, Visit], Document | Redirect | Screen]
