"""The error of a browser that comes back with something else than Stytch sent it with."""

from stytch_async.errors.root import StytchError

__all__ = ["CallbackError"]


class CallbackError(StytchError, ValueError):
    """A browser has come back with parameters that are not from Stytch; answer it as any bad request.

    Attributes:
        problem: What is wrong with them; no value is shown.

    """

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        """Tell what is wrong."""
        return f"the callback is not one of Stytch's: {self.problem}"
