"""The pipeline of a project's clients, which has what they do without a call."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import attrs

from stytch_async.pipeline import Pipeline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from stytch_async.observing import Guarded
    from stytch_async.starts import Start
    from stytch_async.tokens.service import TokenService

__all__ = ["Local", "ProjectPipeline"]


@attrs.define
class Local:
    """What a client and all made from it with other options know locally; made when it is first needed."""

    make: Callable[[], TokenService]
    _made: TokenService | None = attrs.field(default=None, init=False)

    @property
    def tokens(self) -> TokenService:
        """Verifies tokens on this machine."""
        if self._made is None:
            self._made = self.make()
        return self._made

    def close(self) -> None:
        """Abandon the fetches that are under way."""
        if self._made is not None:
            self._made.close()


def _local(owner: ProjectPipeline) -> Local:
    """Fetch what is for all with the options of the first client, whoever verifies the first token.

    The fetches have a pipeline of their own: its owner's would hold itself, and so a forgotten client would stay.
    """
    parts = {field.name: getattr(owner, field.name) for field in attrs.fields(Pipeline)}
    return Local(functools.partial(owner.make_tokens, Pipeline(**parts)))


@attrs.frozen
class ProjectPipeline(Pipeline):
    """Performs operations of one project, verifies its tokens, and knows where its logins start."""

    start: Start
    make_tokens: Callable[[Pipeline], TokenService] = attrs.field(repr=False)
    local: Local = attrs.field(default=attrs.Factory(_local, takes_self=True), repr=False)

    @property
    def observers(self) -> Sequence[Guarded]:
        """What watches the verifications."""
        return self.options.observers

    @property
    def tokens(self) -> TokenService:
        """Verifies tokens on this machine."""
        self.require_open()
        return self.local.tokens

    async def aclose(self) -> None:
        """Abandon the fetches that are under way, and close the transport."""
        self.local.close()
        await super().aclose()
