"""M2M clients."""

from typing import Any

import attrs

from stytch_async.emulator.state.tables import Table

__all__ = ["Machine", "Machines"]


@attrs.define(kw_only=True, eq=False)
class Machine:
    """An M2M client.

    Attributes:
        next_secret: The secret that takes over when the rotation that is under way ends.

    """

    id: str
    secret: str = attrs.field(repr=False)
    next_secret: str | None = attrs.field(default=None, repr=False)
    name: str
    description: str
    status: str = "active"
    scopes: list[str]
    trusted_metadata: dict[str, Any] = attrs.field(factory=dict[str, Any])


class Machines(Table[Machine]):
    """The M2M clients of a project, by id."""

    def __init__(self) -> None:
        super().__init__(lambda machine: machine.id)
