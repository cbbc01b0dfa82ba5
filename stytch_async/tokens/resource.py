"""Endpoints beside which tokens are verified on this machine."""

from typing import Protocol

from stytch_async.endpoint import Resource, Runner
from stytch_async.tokens.service import TokenService

__all__ = ["TokenResource", "TokenRunner"]


class TokenRunner(Runner, Protocol):
    """Performs operations, and has what verifies the tokens of their project."""

    @property
    def tokens(self) -> TokenService:
        """Verifies tokens on this machine."""
        ...


class TokenResource(Resource):
    """A group of endpoints that verifies tokens, too."""

    def __init__(self, pipeline: TokenRunner) -> None:
        super().__init__(pipeline)
        self._runner = pipeline

    @property
    def _tokens(self) -> TokenService:
        return self._runner.tokens
