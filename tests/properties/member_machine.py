"""What the app of a B2B project knows of its members and their logins."""

import datetime as dt
from typing import Any, Final

import attrs

from stytch_async.api.b2b import magic_links, otps, passwords
from stytch_async.emulator.world.authenticator import Authenticator
from tests.properties.machine import LiveSession, Machine, Proof, chosen

__all__ = ["Begun", "MemberMachine", "Membership", "Place"]

METHODS: Final = {
    magic_links.MagicLinks.authenticate: "magic_link",
    otps.Email.authenticate: "email_otp",
    passwords.Email.reset: "password",
}
"""By what takes it: the way to log in, as organizations allow it."""

SECOND: Final = {"recovery_codes", "totp"}


@attrs.frozen
class Begun:
    """A login that lacks something, as a client knows it.

    Attributes:
        proves: Whether it had to prove the address: the method that does so counts then, whatever is allowed.

    """

    token: str = attrs.field(repr=False)
    member_id: str
    expires_at: dt.datetime
    proves: bool


@attrs.define
class Place:
    """What the app has set up in an organization.

    Attributes:
        mfa: Whether everybody needs a second factor.
        methods: The ways to log in; any where there are none.
        is_open: Whether people of the domain may join.

    """

    mfa: bool
    methods: list[str] = attrs.field(factory=list[str])
    is_open: bool = True


@attrs.frozen
class Membership:
    """A member, as the app knows them."""

    organization_id: str
    email: str


class MemberMachine(Machine):
    """A B2B project, and what its app knows of it."""

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[str, Place] = {}
        self.members: dict[str, Membership] = {}
        self.proven: set[str] = set()
        self.glass_breakers: set[str] = set()
        self.secrets: dict[str, str] = {}
        self.begun: dict[str, Begun] = {}
        self.concluded: list[str] = []
        self.apps: dict[str, Authenticator] = {}
        self.recovery_codes: dict[str, list[str]] = {}

    def logged_in(self, login: Any, *, passed: str | None = None) -> None:
        """Take note of what a login has come to, and of the token of the login that it went on with."""
        here, member_id = login.organization.organization_id, login.member.member_id
        assert member_id in self.members or self.places[here].is_open
        self.members[member_id] = Membership(here, login.member.email_address)
        was_proven = member_id in self.proven
        if login.member.email_address_verified:
            self.proven.add(member_id)
        assert login.member.organization_id == here
        if login.member_session is None:
            assert login.session_token == login.session_jwt == ""
            assert login.mfa_required or login.primary_required
            begun = self.begun.get(login.intermediate_session_token)
            expires_at = begun.expires_at if begun else self.project.now + dt.timedelta(minutes=10)
            token = login.intermediate_session_token
            self.begun[token] = Begun(token, member_id, expires_at, proves=not was_proven)
            return
        self.hold(login)
        proves = not was_proven or (passed is not None and self.begun[passed].proves)
        self.obeys(self.places[here], login, proves=proves)
        if passed is not None:
            self.begun.pop(passed)
            self.concluded.append(passed)

    def may(self, member_id: str, endpoint: Any) -> bool:
        """Whether a member may log in by what an endpoint takes."""
        methods = self.places[self.members[member_id].organization_id].methods
        return not methods or METHODS[endpoint] in methods or member_id in self.glass_breakers

    def obeys(self, place: Place, login: Any, *, proves: bool) -> None:
        """Hold a new session against what its organization demands; break-glass members log in by any method."""
        session = login.member_session
        assert not place.mfa or self.has_second_factor(session)
        if place.methods and not proves and login.member.member_id not in self.glass_breakers:
            assert any(one.type in place.methods for one in session.authentication_factors)

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
