"""The pipeline of a project's clients, which has what verifies the project's tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from stytch_async.pipeline import Pipeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from stytch_async.tokens.service import TokenService

__all__ = ["Local", "ProjectPipeline"]


@attrs.define(eq=False)
class Local:
    """What a client and all made from it with other options know locally; made when it is first needed.

    Attributes:
        owner: The pipeline of the first client. What is fetched for all is fetched with its options.

    """

    owner: ProjectPipeline
    _made: TokenService | None = attrs.field(default=None, init=False)

    @property
    def tokens(self) -> TokenService:
        """Verifies tokens on this machine."""
        if self._made is None:
            self._made = self.owner.make_tokens(self.owner)
        return self._made

    def close(self) -> None:
        """Abandon the fetches that are under way."""
        if self._made is not None:
            self._made.close()


@attrs.frozen
class ProjectPipeline(Pipeline):
    """Performs operations of one project, and verifies its tokens."""

    make_tokens: Callable[[Pipeline], TokenService] = attrs.field(repr=False)
    local: Local = attrs.field(default=attrs.Factory(Local, takes_self=True), repr=False)

    @property
    def tokens(self) -> TokenService:
        """Verifies tokens on this machine."""
        return self.local.tokens

    async def aclose(self) -> None:
        """Abandon the fetches that are under way, and close the transport."""
        self.local.close()
        await super().aclose()
