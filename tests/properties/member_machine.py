"""What the app of a B2B project knows of its members and their logins."""

import datetime as dt
from typing import Any, Final

import attrs

from stytch_async.api.b2b import passwords
from stytch_async.emulator.world.authenticator import Authenticator
from tests.properties.machine import LiveSession, Machine, Proof, chosen

__all__ = ["Begun", "MemberMachine", "Membership"]

SECOND: Final = {"recovery_codes", "totp"}


@attrs.frozen
class Begun:
    """A login that lacks something, as a client knows it."""

    token: str = attrs.field(repr=False)
    member_id: str
    expires_at: dt.datetime


@attrs.frozen
class Membership:
    """A member, as the app knows them."""

    organization_id: str
    email: str


class MemberMachine(Machine):
    """A B2B project, and what its app knows of it."""

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[str, bool] = {}
        self.members: dict[str, Membership] = {}
        self.secrets: dict[str, str] = {}
        self.begun: dict[str, Begun] = {}
        self.concluded: list[str] = []
        self.apps: dict[str, Authenticator] = {}
        self.recovery_codes: dict[str, list[str]] = {}

    def logged_in(self, login: Any, *, passed: str | None = None, again: bool = False) -> None:
        """Take note of what a login has come to.

        Args:
            login: The answer.
            passed: The token of the login that it went on with.
            again: Whether a session was there before, which spares the second factor.

        """
        here = login.organization.organization_id
        self.members[login.member.member_id] = Membership(here, login.member.email_address)
        assert login.member.organization_id == here
        if login.member_session is None:
            assert login.session_token == login.session_jwt == ""
            assert login.mfa_required or login.primary_required
            begun = self.begun.get(login.intermediate_session_token)
            expires_at = begun.expires_at if begun else self.project.now + dt.timedelta(minutes=10)
            token = login.intermediate_session_token
            self.begun[token] = Begun(token, login.member.member_id, expires_at)
            return
        self.hold(login)
        assert again or not self.places[here] or self.has_second_factor(login.member_session)
        if passed is not None:
            self.begun.pop(passed)
            self.concluded.append(passed)

    def hold(self, login: Any) -> None:
        """Take note of a session, which is in the organization that the answer names, and of that member."""
        session = login.member_session
        assert session.organization_id == login.organization.organization_id == login.member.organization_id
        assert session.member_id == login.member.member_id
        self.live[login.session_token] = LiveSession(
            session.member_session_id, login.session_token, login.session_jwt, session.member_id, session.expires_at
        )

    @staticmethod
    def has_second_factor(session: Any) -> bool:
        """Whether a session holds a second factor."""
        factors = session.authentication_factors
        return any(one.type in SECOND or one.delivery_method == "sms" for one in factors)

    def sent(self, endpoint: Any, member_id: str, **arguments: Any) -> None:
        """Take note of a message that a member can log in with."""
        member = self.members[member_id]
        expires_at = self.project.outbox.last(member.email).expires_at
        self.proofs.append(Proof(endpoint, arguments, member_id, "", expires_at))

    def use(self, proof: Proof) -> None:
        """Take note that something was spent; a new password ends all sessions."""
        self.void(lambda other: other is proof)
        if proof.endpoint is passwords.Email.reset:
            self.secrets[proof.owner_id] = proof.arguments["password"]
            self.end(lambda session: session.owner_id == proof.owner_id)

    def drop(self, member_id: str) -> None:
        """Take note that a member is gone."""
        del self.members[member_id]
        self.secrets.pop(member_id, None)
        self.apps.pop(member_id, None)
        self.begun = {token: begun for token, begun in self.begun.items() if begun.member_id != member_id}
        self.forget(member_id)

    def halfway(self, number: int, stranger: int | None) -> tuple[Begun, str, dict[str, str]]:
        """Return a login that lacks something, who goes on with it, and both as arguments."""
        begun = chosen(self.begun.values(), number)
        member_id = begun.member_id if stranger is None else chosen(self.members, stranger)
        place = self.members[member_id].organization_id
        return (
            begun,
            member_id,
            {"organization_id": place, "member_id": member_id, "intermediate_session_token": begun.token},
        )
