"""Why a kit turns a visitor away, where Stytch has not been asked."""

import datetime as dt
from collections.abc import Collection

from stytch_async.errors import StytchError

__all__ = ["CrossOriginError", "MissingCredentialsError", "StepUpError"]


class MissingCredentialsError(StytchError):
    """The request has neither a session's cookies nor a bearer token."""

    def __str__(self) -> str:
        """Tell what is missing."""
        return "the request has no credentials"


class CrossOriginError(StytchError):
    """A page of another site has sent the visitor's cookies along."""

    def __str__(self) -> str:
        """Tell where the request came from, without its words."""
        return "the request comes from another site"


class StepUpError(StytchError):
    """The session is good, and the visitor has to prove more, or once again.

    Attributes:
        factors: What has to be proven; empty where any factor will do.
        within: How recently; ``None`` where it does not matter.

    """

    def __init__(self, factors: Collection[str], within: dt.timedelta | None) -> None:
        super().__init__(factors, within)
        self.factors = factors
        self.within = within

    def __str__(self) -> str:
        """Tell what has to be proven."""
        age = "" if self.within is None else f", within the last {self.within.total_seconds():g} s"
        return f"to be proven: {', '.join(sorted(self.factors)) or 'any factor'}{age}"
