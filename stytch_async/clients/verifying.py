"""The pipeline of a project's clients, which has what verifies the project's tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from stytch_async.pipeline import Pipeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from stytch_async.tokens.service import TokenService

__all__ = ["Local", "ProjectPipeline"]


@attrs.define
class Local:
    """What a client and all made from it with other options know locally; made when it is first needed."""

    make: Callable[[], TokenService]
    made: TokenService | None = None

    @property
    def tokens(self) -> TokenService:
        """Verifies tokens on this machine."""
        if self.made is None:
            self.made = self.make()
        return self.made

    def close(self) -> None:
        """Abandon the fetches that are under way."""
        if self.made is not None:
            self.made.close()


@attrs.frozen
class ProjectPipeline(Pipeline):
    """Performs operations of one project, and verifies its tokens."""

    local: Local

    @property
    def tokens(self) -> TokenService:
        """Verifies tokens on this machine."""
        return self.local.tokens

    async def aclose(self) -> None:
        """Abandon the fetches that are under way, and close the transport."""
        self.local.close()
        await super().aclose()
