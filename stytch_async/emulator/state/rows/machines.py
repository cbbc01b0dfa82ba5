"""M2M clients."""

from typing import Any

import attrs

from stytch_async.emulator.state.rows.secrets import Secrets
from stytch_async.emulator.state.tables import Table

__all__ = ["Machine", "Machines"]


@attrs.define(kw_only=True, eq=False)
class Machine:
    """An M2M client."""

    id: str
    secrets: Secrets
    name: str
    description: str
    status: str = "active"
    scopes: list[str]
    trusted_metadata: dict[str, Any] = attrs.field(factory=dict[str, Any])


class Machines(Table[Machine]):
    """The M2M clients of a project, by id."""

    def __init__(self) -> None:
        super().__init__(lambda machine: machine.id)
