"""What the state machines of both kinds of project have in common."""

import datetime as dt
from typing import Any, Final, ParamSpec, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition

from stytch_async.emulator import Project
from stytch_async.emulator.registry import handlers
from stytch_async.emulator.state.clock import Clock
from stytch_async.endpoint import Endpoint
from stytch_async.errors import APIError
from tests.emulator.watching import Caller

__all__ = ["EMAILS", "PICK", "LiveSession", "Machine", "Proof", "chosen", "emulated"]

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

START: Final = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
EMAILS: Final = ["ada@example.com", "alan@example.com", "grace@example.com"]
PICK: Final = st.integers(0, 99)
"""Which of the things that are there by then."""


@attrs.frozen
class LiveSession:
    """A session as a client knows it."""

    session_id: str
    token: str = attrs.field(repr=False)
    jwt: str = attrs.field(repr=False)
    owner_id: str
    expires_at: dt.datetime


@attrs.frozen
class Proof:
    """Something that somebody can log in with once.

    Attributes:
        endpoint: What takes it.
        arguments: What is passed.
        owner_id: Who it was sent to; empty where that is open.
        address_id: Which address it was sent to.
        expires_at: When it stops working.

    """

    endpoint: Endpoint[Any, Any, Any]
    arguments: dict[str, Any]
    owner_id: str
    address_id: str
    expires_at: dt.datetime


def emulated(*endpoints: Endpoint[Any, Any, Any]) -> Any:
    """Leave a rule out as long as the emulator does not know what it calls."""
    return precondition(lambda _: all(endpoint.operation in handlers() for endpoint in endpoints))


class Machine(RuleBasedStateMachine):
    """A project, and what its clients know of it.

    Each call is held against what is true of every call: see `Caller`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.project = Project(clock=Clock(START), seed=1)
        self.caller = Caller(self.project)
        self.live: dict[str, LiveSession] = {}
        self.dead: list[LiveSession] = []
        self.proofs: list[Proof] = []
        self.spent: list[Proof] = []
        self.gone: list[str] = []

    def call(self, endpoint: Endpoint[P, Any, R], *_: P.args, **arguments: P.kwargs) -> R:
        """Call an endpoint."""
        return self.caller.call(endpoint, **arguments)

    def try_to_call(self, endpoint: Endpoint[P, Any, R], *_: P.args, **arguments: P.kwargs) -> R | None:
        """Call an endpoint, and return ``None`` where that is refused."""
        try:
            return self.call(endpoint, **arguments)
        except APIError:
            return None

    def refuses(self, endpoint: Endpoint[P, Any, R], *_: P.args, **arguments: P.kwargs) -> bool:
        """Whether a call is refused."""
        return self.try_to_call(endpoint, **arguments) is None

    def advance(self, minutes: int) -> None:
        """Move the clock, and let sessions end that are over by then."""
        self.project.clock.advance(minutes=minutes)
        self.end(lambda session: session.expires_at <= self.project.now)

    def end(self, is_over: Any) -> None:
        """Take note that sessions are over."""
        over = [session for session in self.live.values() if is_over(session)]
        self.dead += over
        self.live = {token: session for token, session in self.live.items() if session not in over}

    def void(self, is_void: Any) -> None:
        """Take note that nobody can log in with something any more."""
        void = [proof for proof in self.proofs if is_void(proof)]
        self.spent += void
        self.proofs = [proof for proof in self.proofs if proof not in void]

    def forget(self, owner_id: str) -> None:
        """Take note that a user or member is gone, and all of theirs."""
        self.gone.append(owner_id)
        self.end(lambda session: session.owner_id == owner_id)
        self.void(lambda proof: proof.owner_id == owner_id)

    def left_behind(self) -> list[object]:
        """Return the rows that outlived their owner."""
        project = self.project
        rows = [*project.sessions, *project.tokens, *project.passcodes]
        return [row for row in rows if row.owner_id in self.gone]


def chosen(items: Any, number: int) -> Any:
    """Return one of the things that are there."""
    return [*items][number % len(items)]
