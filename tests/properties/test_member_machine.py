"""Members join, log in, change organization and go, in any order; no organization sees into another."""

import datetime as dt
from typing import Any, Final

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from stytch_async.api.b2b import discovery, magic_links, otps, passwords
from stytch_async.api.b2b.members import Members
from stytch_async.api.b2b.organizations import Organizations
from stytch_async.api.b2b.sessions import Sessions
from stytch_async.schemas.b2b.sessions import AuthorizationCheck
from stytch_async.schemas.shared import Authorization
from tests.properties.effort import tries
from tests.properties.machine import EMAILS, PICK, LiveSession, Machine, Proof, chosen, emulated

SECRETS: Final = ["a long and quiet river", "another long and quiet river"]
PHONES: Final = {email: f"+1202555016{number}" for number, email in enumerate(EMAILS)}
SECOND: Final = {"recovery_codes", "totp"}


@attrs.frozen
class Begun:
    """A login that lacks something, as a client knows it."""

    token: str = attrs.field(repr=False)
    expires_at: dt.datetime


@attrs.frozen
class Membership:
    """A member, as the app knows them."""

    organization_id: str
    email: str


class B2B(Machine):
    """A B2B project."""

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[str, bool] = {}
        self.members: dict[str, Membership] = {}
        self.secrets: dict[str, str] = {}
        self.begun: dict[str, Begun] = {}
        self.concluded: list[str] = []

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
            self.begun[login.intermediate_session_token] = Begun(login.intermediate_session_token, expires_at)
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

    @initialize(mfa=st.booleans())
    def begin(self, *, mfa: bool) -> None:
        """Begin with two organizations, and with somebody who has logged in to both, as far as that went."""
        for number, demanding in enumerate((False, mfa)):
            self.found(mfa=demanding)
            self.invite(number, EMAILS[0], has_phone=True)
            self.ask_for_a_password(number, SECRETS[0])
            self.log_in(0)

    @precondition(lambda self: len(self.places) < 3)
    @rule(mfa=st.booleans())
    def found(self, *, mfa: bool) -> None:
        """Found an organization, which may demand a second factor, and which people of one domain may join."""
        founded = self.call(
            Organizations.create,
            organization_name=f"Place {len(self.places)}",
            mfa_policy="REQUIRED_FOR_ALL" if mfa else "OPTIONAL",
            email_jit_provisioning="RESTRICTED",
            email_allowed_domains=["example.com"],
        )

        self.places[founded.organization.organization_id] = mfa

    @emulated(Organizations.update)
    @precondition(lambda self: self.places)
    @rule(number=PICK, mfa=st.booleans())
    def demand(self, number: int, *, mfa: bool) -> None:
        """Demand a second factor from now on, or no longer."""
        place = chosen(self.places, number)
        self.call(Organizations.update, organization_id=place, mfa_policy="REQUIRED_FOR_ALL" if mfa else "OPTIONAL")

        self.places[place] = mfa

    @precondition(lambda self: self.places)
    @rule(number=PICK, email=st.sampled_from(EMAILS), has_phone=st.booleans())
    def invite(self, number: int, email: str, *, has_phone: bool) -> None:
        """Add a member, unless the address is one's already."""
        place = chosen(self.places, number)
        phone = {"mfa_phone_number": PHONES[email]} if has_phone else {}
        created = self.try_to_call(
            Members.create, organization_id=place, email_address=email, roles=["stytch_admin"], **phone
        )

        assert (created is None) is (Membership(place, email) in self.members.values())
        if created is not None:
            self.members[created.member_id] = Membership(place, email)

    def sent(self, endpoint: Any, member_id: str, **arguments: Any) -> None:
        """Take note of a message that a member can log in with."""
        member = self.members[member_id]
        expires_at = self.project.outbox.last(member.email).expires_at
        self.proofs.append(Proof(endpoint, arguments, member_id, "", expires_at))

    @precondition(lambda self: self.members)
    @rule(number=PICK, secret=st.sampled_from(SECRETS))
    def ask_for_a_password(self, number: int, secret: str) -> None:
        """Ask for a link that leads to a new password."""
        member_id = chosen(self.members, number)
        member = self.members[member_id]
        self.call(passwords.Email.reset_start, organization_id=member.organization_id, email_address=member.email)

        token = self.project.outbox.last(member.email).token
        self.sent(passwords.Email.reset, member_id, password_reset_token=token, password=secret)

    @emulated(magic_links.Email.login_or_signup, magic_links.MagicLinks.authenticate)
    @precondition(lambda self: self.members)
    @rule(number=PICK)
    def ask_for_a_link(self, number: int) -> None:
        """Ask for a link to log in with."""
        member_id = chosen(self.members, number)
        member = self.members[member_id]
        self.call(magic_links.Email.login_or_signup, organization_id=member.organization_id, email_address=member.email)

        token = self.project.outbox.last(member.email).token
        self.sent(magic_links.MagicLinks.authenticate, member_id, magic_links_token=token)

    @emulated(otps.Email.login_or_signup, otps.Email.authenticate)
    @precondition(lambda self: self.members)
    @rule(number=PICK)
    def ask_for_a_code(self, number: int) -> None:
        """Ask for a code to log in with; an earlier one is void."""
        member_id = chosen(self.members, number)
        named = {"organization_id": (member := self.members[member_id]).organization_id, "email_address": member.email}
        self.call(otps.Email.login_or_signup, **named)

        self.void(lambda proof: proof.endpoint is otps.Email.authenticate and proof.owner_id == member_id)
        code = self.project.outbox.last(member.email).code
        self.sent(otps.Email.authenticate, member_id, **named, code=code)

    def use(self, proof: Proof) -> None:
        """Take note that something was spent; a new password ends all sessions."""
        self.void(lambda other: other is proof)
        if proof.endpoint is passwords.Email.reset:
            self.secrets[proof.owner_id] = proof.arguments["password"]
            self.end(lambda session: session.owner_id == proof.owner_id)

    @precondition(lambda self: self.proofs)
    @rule(number=PICK)
    def log_in(self, number: int) -> None:
        """Log in with something that was sent, unless it is too late."""
        proof = chosen(self.proofs, number)
        login = self.try_to_call(proof.endpoint, **proof.arguments)

        assert (login is None) is (proof.expires_at <= self.project.now)
        if login is not None:
            assert login.member.member_id == proof.owner_id
            self.use(proof)
            self.logged_in(login)

    @precondition(lambda self: self.proofs and self.begun)
    @rule(number=PICK, other=PICK)
    def go_on(self, number: int, other: int) -> None:
        """Go on with a login by something that was sent; with one of somebody else, that is refused."""
        proof, begun = chosen(self.proofs, number), chosen(self.begun.values(), other)
        login = self.try_to_call(proof.endpoint, **proof.arguments, intermediate_session_token=begun.token)

        if login is not None:
            assert begun.expires_at > self.project.now
            self.use(proof)
            self.logged_in(login, passed=begun.token)

    @precondition(lambda self: self.spent)
    @rule(number=PICK)
    def use_again(self, number: int) -> None:
        """Try what is spent or void."""
        proof = chosen(self.spent, number)

        assert self.refuses(proof.endpoint, **proof.arguments)

    @precondition(lambda self: self.secrets)
    @rule(number=PICK, wrong=st.sampled_from(["", "", "x"]))
    def log_in_by_password(self, number: int, wrong: str) -> None:
        """Log in by password, and only by the right one."""
        member_id = chosen(self.secrets, number)
        member = self.members[member_id]
        login = self.try_to_call(
            passwords.Passwords.authenticate,
            organization_id=member.organization_id,
            email_address=member.email,
            password=self.secrets[member_id] + wrong,
        )

        if login is not None:
            assert not wrong
            self.logged_in(login)

    @emulated(otps.Sms.send, otps.Sms.authenticate)
    @precondition(lambda self: self.begun and self.members)
    @rule(number=PICK, other=PICK)
    def give_the_second_factor(self, number: int, other: int) -> None:
        """Give a texted code, for a login of the member's own."""
        begun, member_id = chosen(self.begun.values(), number), chosen(self.members, other)
        member = self.members[member_id]
        named = {
            "organization_id": member.organization_id,
            "member_id": member_id,
            "intermediate_session_token": begun.token,
        }
        if self.try_to_call(otps.Sms.send, **named, mfa_phone_number=PHONES[member.email]) is None:
            return
        code = str(self.project.outbox.last(PHONES[member.email]).code)
        login = self.try_to_call(otps.Sms.authenticate, **named, code=code)

        if login is not None:
            assert begun.expires_at > self.project.now
            self.logged_in(login, passed=begun.token)

    @emulated(discovery.IntermediateSessions.exchange)
    @precondition(lambda self: self.begun and self.places)
    @rule(number=PICK, other=PICK)
    def choose_an_organization(self, number: int, other: int) -> None:
        """Take a login to an organization."""
        begun, place = chosen(self.begun.values(), number), chosen(self.places, other)
        login = self.try_to_call(
            discovery.IntermediateSessions.exchange, intermediate_session_token=begun.token, organization_id=place
        )

        if login is not None:
            assert begun.expires_at > self.project.now
            self.logged_in(login, passed=begun.token)

    @emulated(Sessions.exchange)
    @precondition(lambda self: self.live and self.places)
    @rule(number=PICK, other=PICK)
    def change_organization(self, number: int, other: int) -> None:
        """Go to another organization with a session, which stays."""
        session, place = chosen(self.live.values(), number), chosen(self.places, other)
        login = self.try_to_call(Sessions.exchange, session_token=session.token, organization_id=place)

        if login is not None:
            self.logged_in(login)

    @precondition(lambda self: self.live)
    @rule(number=PICK, by_token=st.booleans(), minutes=st.sampled_from([None, 5, 60]))
    def use_a_session(self, number: int, minutes: int | None, *, by_token: bool) -> None:
        """Check a session by token or JWT, and let it last longer."""
        session = chosen(self.live.values(), number)
        bearer = {"session_token": session.token} if by_token else {"session_jwt": session.jwt}
        checked = self.call(Sessions.authenticate, **bearer, session_duration_minutes=minutes)

        assert checked.member_session.member_id == session.owner_id
        self.hold(checked)

    @precondition(lambda self: self.live)
    @rule(number=PICK, name=st.sampled_from(["member_id", "member_session_id", "session_jwt", "session_token"]))
    def revoke(self, number: int, name: str) -> None:
        """End a session by one of its names, or all of a member."""
        session = chosen(self.live.values(), number)
        names = {
            "member_id": session.owner_id,
            "member_session_id": session.session_id,
            "session_jwt": session.jwt,
            "session_token": session.token,
        }
        self.call(Sessions.revoke, **{name: names[name]})

        self.end(lambda one: one is session or (name == "member_id" and one.owner_id == session.owner_id))

    @precondition(lambda self: self.live and len(self.places) > 1)
    @rule(number=PICK, other=PICK)
    def reach_into_another_organization(self, number: int, other: int) -> None:
        """Try to act and to read where one is not a member; admins are mighty at home only."""
        session = chosen(self.live.values(), number)
        here = self.members[session.owner_id].organization_id
        there = chosen([place for place in self.places if place != here], other)
        caller = Authorization(session_token=session.token)
        check = AuthorizationCheck(organization_id=there, resource_id="stytch.member", action="search")

        assert self.refuses(Sessions.authenticate, session_token=session.token, authorization_check=check)
        assert self.refuses(Members.get, organization_id=there, member_id=session.owner_id)
        assert self.refuses(Sessions.get, organization_id=there, member_id=session.owner_id)
        assert self.refuses(
            Members.create, organization_id=there, email_address="new@example.com", authorization=caller
        )

    @emulated(Members.delete)
    @precondition(lambda self: self.members)
    @rule(number=PICK)
    def delete_a_member(self, number: int) -> None:
        """Delete a member."""
        member_id = chosen(self.members, number)
        self.call(Members.delete, organization_id=self.members[member_id].organization_id, member_id=member_id)

        self.drop(member_id)

    def drop(self, member_id: str) -> None:
        """Take note that a member is gone."""
        del self.members[member_id]
        self.secrets.pop(member_id, None)
        self.forget(member_id)

    @emulated(Organizations.delete)
    @precondition(lambda self: self.places)
    @rule(number=PICK)
    def dissolve(self, number: int) -> None:
        """Delete an organization and all of its members."""
        place = chosen(self.places, number)
        self.call(Organizations.delete, organization_id=place)

        del self.places[place]
        for member_id in [name for name, member in self.members.items() if member.organization_id == place]:
            self.drop(member_id)

    @rule(minutes=st.sampled_from([1, 5, 45]))
    def wait(self, minutes: int) -> None:
        """Let time pass."""
        self.advance(minutes)

    @invariant()
    def only_live_sessions_are_listed(self) -> None:
        """The sessions of each member are those that have begun and not ended."""
        for member_id, member in self.members.items():
            named = {"organization_id": member.organization_id, "member_id": member_id}
            listed = self.call(Sessions.get, **named).member_sessions
            own = [session for session in self.live.values() if session.owner_id == member_id]

            assert {one.member_session_id for one in listed} == {one.session_id for one in own}

    @invariant()
    def dead_sessions_are_gone_everywhere(self) -> None:
        """Neither token nor JWT nor id lead to one, and it leads nowhere."""
        for session in self.dead[-2:]:
            assert self.refuses(Sessions.authenticate, session_token=session.token)
            assert self.refuses(Sessions.authenticate, session_jwt=session.jwt)
            assert self.refuses(Sessions.revoke, member_session_id=session.session_id)
            assert self.refuses(discovery.Organizations.list, session_token=session.token)

    @invariant()
    def concluded_logins_are_spent(self) -> None:
        """What a login has ended with cannot begin another."""
        for token in self.concluded[-2:]:
            assert self.refuses(discovery.Organizations.list, intermediate_session_token=token)

    @invariant()
    def deleted_members_leave_nothing_behind(self) -> None:
        """No table has anything that they could log in with."""
        assert self.left_behind() == []


TestB2B = B2B.TestCase
TestB2B.settings = tries(25, steps=40)
