"""Members join, log in, change organization and go, in any order; no organization sees into another."""

from collections.abc import Mapping
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from stytch_async.api.b2b import discovery, magic_links, otps, passwords, recovery_codes, totps
from stytch_async.api.b2b.members import Members
from stytch_async.api.b2b.organizations import Organizations
from stytch_async.api.b2b.sessions import Sessions
from stytch_async.api.b2b.sso import SSO
from stytch_async.emulator.world.authenticator import Authenticator
from stytch_async.endpoint import Endpoint
from stytch_async.schemas.b2b.sessions import AuthorizationCheck
from stytch_async.schemas.shared import Authorization
from tests.properties.effort import tries
from tests.properties.machine import EMAILS, PICK, chosen
from tests.properties.member_machine import MemberMachine, Membership, Place

SECRETS: Final = ["a long and quiet river", "another long and quiet river"]
SECOND_FACTORS: Final[Mapping[str, Endpoint[Any, Any, Any]]] = {
    "app": totps.TOTPs.authenticate,
    "recovery code": recovery_codes.RecoveryCodes.recover,
    "text": otps.Sms.authenticate,
}
STRANGER: Final = st.none() | st.none() | PICK
"""Somebody who tries to go on with the login of another."""

ANY: Final = "ALL_ALLOWED"
METHODS: Final = ["email_otp", "magic_link", "password", "sso"]

PHONES: Final = {email: f"+1202555016{number}" for number, email in enumerate(EMAILS)}


class B2B(MemberMachine):
    """A B2B project."""

    @initialize(mfa=st.booleans())
    def begin(self, *, mfa: bool) -> None:
        """Begin with two organizations, and with somebody who has logged in to both, as far as that went."""
        for number, demanding in enumerate((False, mfa)):
            self.found(mfa=demanding)
            self.invite(number, EMAILS[0], has_phone=True)
            self.ask_for_a_password(number, SECRETS[0])
            self.log_in(0)
        if mfa:
            self.give_the_second_factor(0, None, "text")

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

        self.places[founded.organization.organization_id] = Place(mfa)

    @precondition(lambda self: self.places)
    @rule(number=PICK, mfa=st.booleans())
    def demand(self, number: int, *, mfa: bool) -> None:
        """Demand a second factor from now on, or no longer."""
        place = chosen(self.places, number)
        self.call(Organizations.update, organization_id=place, mfa_policy="REQUIRED_FOR_ALL" if mfa else "OPTIONAL")

        self.places[place].mfa = mfa

    @precondition(lambda self: self.places)
    @rule(number=PICK, methods=st.lists(st.sampled_from(METHODS), max_size=2, unique=True))
    def restrict(self, number: int, methods: list[str]) -> None:
        """Allow a few ways to log in, or any from now on."""
        place = chosen(self.places, number)
        restricted = {"auth_methods": "RESTRICTED", "allowed_auth_methods": methods}
        self.call(Organizations.update, organization_id=place, **(restricted if methods else {"auth_methods": ANY}))

        self.places[place].methods = methods

    @precondition(lambda self: self.places)
    @rule(number=PICK, is_open=st.booleans())
    def open_up(self, number: int, *, is_open: bool) -> None:
        """Let people of the domain join, or nobody without an invitation."""
        place = chosen(self.places, number)
        self.call(
            Organizations.update,
            organization_id=place,
            email_jit_provisioning="RESTRICTED" if is_open else "NOT_ALLOWED",
            email_invites=ANY,
        )

        self.places[place].is_open = is_open

    @precondition(lambda self: self.members)
    @rule(number=PICK, may=st.booleans())
    def break_glass(self, number: int, *, may: bool) -> None:
        """Let a member in by any way, or no longer."""
        member_id = chosen(self.members, number)
        home = self.members[member_id].organization_id
        self.call(Members.update, organization_id=home, member_id=member_id, is_breakglass=may)

        (self.glass_breakers.add if may else self.glass_breakers.discard)(member_id)

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

    @precondition(lambda self: self.members)
    @rule(number=PICK, secret=st.sampled_from(SECRETS))
    def ask_for_a_password(self, number: int, secret: str) -> None:
        """Ask for a link that leads to a new password, if that is a way to log in."""
        member_id = chosen(self.members, number)
        member = self.members[member_id]
        named = {"organization_id": member.organization_id, "email_address": member.email}
        asked = self.try_to_call(passwords.Email.reset_start, **named)

        assert (asked is not None) is self.may(member_id, passwords.Email.reset)
        if asked is None:
            return
        token = self.project.outbox.last(member.email).token
        self.sent(passwords.Email.reset, member_id, password_reset_token=token, password=secret)

    @precondition(lambda self: self.members)
    @rule(number=PICK, by_link=st.booleans())
    def ask_for_a_mail(self, number: int, *, by_link: bool) -> None:
        """Ask for a link or code to log in with; earlier codes to the address are void everywhere."""
        member_id = chosen(self.members, number)
        member = self.members[member_id]
        named = {"organization_id": member.organization_id, "email_address": member.email}
        send = magic_links.Email.login_or_signup if by_link else otps.Email.login_or_signup
        takes = magic_links.MagicLinks.authenticate if by_link else otps.Email.authenticate
        if self.try_to_call(send, **named) is None:
            assert not self.may(member_id, takes)
            return

        sent = self.project.outbox.last(member.email)
        if by_link:
            self.sent(takes, member_id, magic_links_token=sent.token)
        else:
            self.void(lambda one: one.endpoint is takes and one.arguments["email_address"] == member.email)
            self.sent(takes, member_id, **named, code=sent.code)

    @precondition(lambda self: self.proofs)
    @rule(number=PICK)
    def log_in(self, number: int) -> None:
        """Log in with something that was sent, unless it is too late or is no longer a way in."""
        proof = chosen(self.proofs, number)
        login = self.try_to_call(proof.endpoint, **proof.arguments)

        is_late = proof.expires_at <= self.project.now
        assert (login is None) is (is_late or not self.may(proof.owner_id, proof.endpoint))
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

    @precondition(lambda self: self.live)
    @rule(number=PICK)
    def add_an_app(self, number: int) -> None:
        """Give a member who is signed in an authenticator app, unless there is one."""
        session = chosen(self.live.values(), number)
        member_id = session.owner_id
        place = self.members[member_id].organization_id
        added = self.try_to_call(
            totps.TOTPs.create, organization_id=place, member_id=member_id, session_token=session.token
        )

        if added is not None:
            self.apps[member_id] = Authenticator(self.project)
            self.apps[member_id].add(added.secret)
            self.recovery_codes[member_id] = added.recovery_codes

    @precondition(lambda self: self.begun)
    @rule(number=PICK, stranger=STRANGER, by=st.sampled_from(["app", "recovery code", "text", "text"]))
    def give_the_second_factor(self, number: int, stranger: int | None, by: str) -> None:
        """Give a code, which is good once, for a login of the member's own."""
        begun, member_id, named = self.halfway(number, stranger)
        code = self.second_factor(by, member_id, named)
        if code is None:
            return
        login = self.try_to_call(SECOND_FACTORS[by], **named, **code)

        if login is not None:
            assert (begun.member_id, begun.expires_at > self.project.now) == (member_id, True)
            self.logged_in(login, passed=begun.token)
            named["session_token"] = login.session_token
            del named["intermediate_session_token"]
            assert self.refuses(SECOND_FACTORS[by], **named, **code)

    def second_factor(self, by: str, member_id: str, named: dict[str, str]) -> dict[str, str] | None:
        """Return the code that a member would give, if there is one."""
        if by == "text":
            phone = PHONES[self.members[member_id].email]
            asked = self.try_to_call(otps.Sms.send, **named, mfa_phone_number=phone)
            return {"code": str(self.project.outbox.last(phone).code)} if asked is not None else None
        if by == "app":
            return {"code": self.apps[member_id].code()} if member_id in self.apps else None
        codes = self.recovery_codes.get(member_id)
        return {"recovery_code": codes.pop()} if codes else None

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
        assert self.refuses(Members.search, organization_ids=[here, there], authorization=caller)
        assert self.refuses(SSO.get_connections, organization_id=there, authorization=caller)
        for member_id, member in self.members.items():
            if member.organization_id == there:
                assert self.refuses(Sessions.revoke, member_id=member_id, authorization=caller)

    @precondition(lambda self: self.live)
    @rule(number=PICK)
    def look_around(self, number: int) -> None:
        """See the organizations of one's own address, all of them and no others; what is said of each holds."""
        session = chosen(self.live.values(), number)
        email = self.members[session.owner_id].email
        listed = self.call(discovery.Organizations.list, session_token=session.token).discovered_organizations

        shown = {one.organization.organization_id for one in listed if one.organization}
        assert shown == {one.organization_id for one in self.members.values() if one.email == email}
        for one in listed:
            assert one.membership is not None
            assert one.member_authenticated is (one.primary_required is None and one.mfa_required is None)

    @precondition(lambda self: self.members)
    @rule(number=PICK)
    def delete_a_member(self, number: int) -> None:
        """Delete a member."""
        member_id = chosen(self.members, number)
        self.call(Members.delete, organization_id=self.members[member_id].organization_id, member_id=member_id)

        self.drop(member_id)

    @precondition(lambda self: self.places)
    @rule(number=PICK)
    def dissolve(self, number: int) -> None:
        """Delete an organization and all of its members."""
        place = chosen(self.places, number)
        self.call(Organizations.delete, organization_id=place)

        del self.places[place]
        for member_id in [name for name, member in self.members.items() if member.organization_id == place]:
            self.drop(member_id)

    @rule(minutes=st.sampled_from([1, 1, 5, 45]))
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
TestB2B.settings = tries(20, steps=40)
