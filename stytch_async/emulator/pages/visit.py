"""What a browser brings to a page, and where it is sent."""

from collections.abc import Callable, Mapping

import attrs

from stytch_async.emulator.state.project import Project

__all__ = ["Page", "Redirect", "Screen", "Visit"]


@attrs.frozen(kw_only=True)
class Visit:
    """What a browser brings.

    Attributes:
        place: What the path says.
        parameters: What query and form say.

    """

    place: Mapping[str, str]
    parameters: Mapping[str, str] = attrs.field(repr=False)


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


Page = Callable[[Project, Visit], Redirect | Screen]
