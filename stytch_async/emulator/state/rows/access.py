"""What the clients of a project show: its secrets and public tokens."""

import datetime as dt

import attrs

from stytch_async.emulator.state.tables import Index, Table

__all__ = ["ProjectSecret", "ProjectSecrets", "PublicToken", "PublicTokens"]


@attrs.define(kw_only=True, eq=False)
class ProjectSecret:
    """What a backend calls the project with.

    Attributes:
        id: What the Management API calls it.
        used_at: When a call was last made with it; ``None`` before the first.

    """

    id: str
    value: str = attrs.field(repr=False)
    created_at: dt.datetime
    used_at: dt.datetime | None = None


class ProjectSecrets(Table[ProjectSecret]):
    """The secrets of a project, by id."""

    def __init__(self) -> None:
        super().__init__(lambda secret: secret.id)
        self.by_value: Index[ProjectSecret] = self.index(lambda secret: [secret.value])


@attrs.define(kw_only=True, eq=False)
class PublicToken:
    """What a frontend names the project with."""

    value: str = attrs.field(repr=False)
    created_at: dt.datetime


class PublicTokens(Table[PublicToken]):
    """The public tokens of a project, by what they say."""

    def __init__(self) -> None:
        super().__init__(lambda token: token.value)
