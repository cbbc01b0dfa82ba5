"""The state of one Stytch project."""

import datetime as dt
from typing import Any

from stytch_async.emulator.clock import Clock
from stytch_async.emulator.ids import Ids
from stytch_async.emulator.keys import SigningKeys
from stytch_async.emulator.outbox import Outbox
from stytch_async.emulator.rows import (
    IntermediateSession,
    Machine,
    Member,
    OneTimeToken,
    Organization,
    Passcode,
    Session,
    User,
)
from stytch_async.emulator.settings import Settings
from stytch_async.schemas.b2b.rbac import PolicyRole

__all__ = ["Project"]


class Project:
    """A Stytch project in memory: cheap enough to make one for every test.

    Attributes:
        clock: Moves when told to: ``project.clock.advance(minutes=5)``.
        outbox: What was sent: ``project.outbox.last("ada@example.com").code``.
        settings: What the dashboard would set.

    """

    def __init__(
        self,
        *,
        project_id: str | None = None,
        secret: str | None = None,
        vertical: str | None = None,
        settings: Settings | None = None,
        clock: Clock | None = None,
        seed: int | None = None,
    ) -> None:
        """Start with nothing stored.

        Args:
            project_id: The only project id to accept. Without one, any well-formed id is accepted and taken on.
            secret: The only secret to accept. Without one, any well-formed secret is accepted.
            vertical: ``consumer`` or ``b2b`` to refuse the endpoints of the other kind of project.
            settings: What the dashboard would set.
            clock: Tells the time; by default one that stands still until it is advanced.
            seed: Makes ids, tokens and codes the same on every run.

        """
        self.pinned_project_id = project_id
        self.project_id: str = project_id or "project-test-00000000-0000-4000-8000-000000000000"
        self.secret = secret
        self.vertical = vertical
        self.settings: Settings = settings or Settings()
        self.clock: Clock = clock or Clock()
        self.ids: Ids = Ids(seed)
        self.reset()

    def reset(self) -> None:
        """Forget everybody and everything that happened; settings and clock stay as they are."""
        self.outbox: Outbox = Outbox()
        self.keys: SigningKeys = SigningKeys(lambda: self.ids.new("jwk"))
        self.users: dict[str, User] = {}
        self.organizations: dict[str, Organization] = {}
        self.members: dict[str, Member] = {}
        self.sessions: dict[str, Session] = {}
        self.intermediate_sessions: dict[str, IntermediateSession] = {}
        self.tokens: dict[str, OneTimeToken] = {}
        self.passcodes: dict[str, Passcode] = {}
        self.machines: dict[str, Machine] = {}
        self.organization_roles: dict[str, list[PolicyRole]] = {}
        self.revoked: set[str] = set()

    @property
    def now(self) -> dt.datetime:
        """The project's time."""
        return self.clock.now()

    def rotate_key(self) -> None:
        """Sign JWTs with a new key from now on; those of the old key stay valid, and both are served."""
        self.keys.rotate()

    def envelope(self, status_code: int = 200) -> dict[str, Any]:
        """Return what every answer has: the id of the exchange and the status."""
        return {"request_id": self.ids.new("request-id"), "status_code": status_code}

    def __repr__(self) -> str:
        """Tell how much is stored, and nothing of it."""
        organizations = f"{len(self.organizations)} organizations, {len(self.members)} members"
        return f"Project({self.project_id!r}, {len(self.users)} users, {organizations}, {len(self.sessions)} sessions)"
