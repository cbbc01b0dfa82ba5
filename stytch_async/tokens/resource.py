"""Endpoints beside which tokens are verified on this machine."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from stytch_async.endpoint import Resource, Runner
from stytch_async.tokens.claims import Kind
from stytch_async.tokens.service import TokenService
from stytch_async.tokens.verifier import LEEWAY

if TYPE_CHECKING:
    from stytch_async.observing import Guarded

__all__ = ["TokenResource", "TokenRunner"]

T = TypeVar("T")

Read = Callable[[Mapping[str, Any]], T]


class TokenRunner(Runner, Protocol):
    """Performs operations, and has what verifies the tokens of their project."""

    @property
    def tokens(self) -> TokenService:
        """Verifies tokens on this machine."""
        ...

    @property
    def observers(self) -> "Sequence[Guarded]":
        """What watches the verifications."""
        ...


class TokenResource(Resource):
    """A group of endpoints that verifies tokens, too."""

    def __init__(self, pipeline: TokenRunner) -> None:
        super().__init__(pipeline)
        self._runner = pipeline

    @property
    def _tokens(self) -> TokenService:
        return self._runner.tokens

    async def _verified(
        self, token: str, kind: Kind, read: Read[T], *, max_age: float | None = None, leeway: float = LEEWAY
    ) -> T:
        """Return what a token says, once it is verified.

        Raises:
            TokenError: It is refused.
            UnavailableError: The keys are not known, and could not be fetched.

        """
        verifier, observers = self._tokens.verifier, self._runner.observers
        if not observers:
            return read(await verifier.claims(token, kind, max_age=max_age, leeway=leeway))
        from stytch_async.observing import verifying  # noqa: PLC0415 - most clients do without it

        with verifying(observers, kind, is_known=verifier.remembers(token)):
            return read(await verifier.claims(token, kind, max_age=max_age, leeway=leeway))
