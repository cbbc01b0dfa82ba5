"""Users sign up, log in, and go, in any order; what is spent, revoked or gone stays so."""

from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from stytch_async.api.consumer import magic_links, otps, passwords
from stytch_async.api.consumer.sessions import Sessions
from stytch_async.api.consumer.users import Users
from tests.properties.effort import tries
from tests.properties.machine import EMAILS, PICK, LiveSession, Machine, Proof, chosen, emulated

SECRETS: Final = ["a long and quiet river", "another long and quiet river"]
MINUTES: Final = st.sampled_from([None, 5, 60])


class Consumer(Machine):
    """A Consumer project."""

    def __init__(self) -> None:
        super().__init__()
        self.passwords: dict[str, str] = {}
        self.users: dict[str, str] = {}

    def logged_in(self, login: Any) -> None:
        """Take note of a session that a login has started."""
        if login.session is not None:
            session = login.session
            self.live[login.session_token] = LiveSession(
                session.session_id, login.session_token, login.session_jwt, session.user_id, session.expires_at
            )

    def sent(self, endpoint: Any, email: str, address_id: str, user_id: str, **arguments: Any) -> None:
        """Take note of a message that somebody can log in with."""
        expires_at = self.project.outbox.last(email).expires_at
        self.proofs.append(Proof(endpoint, arguments, user_id, address_id, expires_at))

    @initialize()
    def begin(self) -> None:
        """Begin with somebody who is signed in, and somebody who is about to be."""
        self.sign_up(EMAILS[0], SECRETS[0], 60)
        self.ask_for_a_code(EMAILS[1])

    @rule(email=st.sampled_from(EMAILS))
    def ask_for_a_code(self, email: str) -> None:
        """Sign up or log in by code; an earlier code to the address is void."""
        asked = self.call(otps.Email.login_or_create, email=email)

        assert asked.user_created is (email not in self.users.values())
        self.users[asked.user_id] = email
        takes_codes = otps.OTPs.authenticate
        self.void(lambda proof: proof.endpoint is takes_codes and proof.address_id == asked.email_id)
        code = self.project.outbox.last(email).code
        self.sent(takes_codes, email, asked.email_id, asked.user_id, method_id=asked.email_id, code=code)

    @emulated(magic_links.Email.login_or_create, magic_links.MagicLinks.authenticate)
    @rule(email=st.sampled_from(EMAILS))
    def ask_for_a_link(self, email: str) -> None:
        """Sign up or log in by link."""
        asked = self.call(magic_links.Email.login_or_create, email=email)

        self.users[asked.user_id] = email
        token = self.project.outbox.last(email).token
        self.sent(magic_links.MagicLinks.authenticate, email, asked.email_id, asked.user_id, token=token)

    @rule(email=st.sampled_from(EMAILS), secret=st.sampled_from(SECRETS), minutes=MINUTES)
    def sign_up(self, email: str, secret: str, minutes: int | None) -> None:
        """Sign up with a password, unless the address is taken."""
        created = self.try_to_call(
            passwords.Passwords.create, email=email, password=secret, session_duration_minutes=minutes
        )

        assert (created is None) is (email in self.users.values())
        if created is not None:
            self.users[created.user_id], self.passwords[created.user_id] = email, secret
            self.logged_in(created)

    @precondition(lambda self: self.users)
    @rule(number=PICK, secret=st.sampled_from(SECRETS))
    def ask_for_a_reset(self, number: int, secret: str) -> None:
        """Ask for a link that leads to a new password."""
        user_id = chosen(self.users, number)
        email = self.users[user_id]
        asked = self.call(passwords.Email.reset_start, email=email)

        token = self.project.outbox.last(email).token
        self.sent(passwords.Email.reset, email, asked.email_id, user_id, token=token, password=secret)

    @precondition(lambda self: self.proofs)
    @rule(number=PICK, minutes=MINUTES)
    def log_in(self, number: int, minutes: int | None) -> None:
        """Log in with something that was sent, unless it is too late; a new password ends all sessions."""
        proof = chosen(self.proofs, number)
        login = self.try_to_call(proof.endpoint, **proof.arguments, session_duration_minutes=minutes)

        assert (login is None) is (proof.expires_at <= self.project.now)
        if login is not None:
            assert login.user_id == proof.owner_id
            self.void(lambda other: other is proof)
            if proof.endpoint is passwords.Email.reset:
                self.passwords[proof.owner_id] = proof.arguments["password"]
                self.end(lambda session: session.owner_id == proof.owner_id)
            self.logged_in(login)

    @precondition(lambda self: self.spent)
    @rule(number=PICK)
    def use_again(self, number: int) -> None:
        """Try what is spent or void."""
        proof = chosen(self.spent, number)

        assert self.refuses(proof.endpoint, **proof.arguments, session_duration_minutes=60)

    @precondition(lambda self: self.passwords)
    @rule(number=PICK, wrong=st.sampled_from(["", "", "x"]), minutes=MINUTES)
    def log_in_by_password(self, number: int, wrong: str, minutes: int | None) -> None:
        """Log in by password, and only by the right one; one that must be reset is refused as well."""
        user_id = chosen(self.passwords, number)
        login = self.try_to_call(
            passwords.Passwords.authenticate,
            email=self.users[user_id],
            password=self.passwords[user_id] + wrong,
            session_duration_minutes=minutes,
        )

        if login is not None:
            assert not wrong
            self.logged_in(login)

    @precondition(lambda self: self.live)
    @rule(number=PICK, by_token=st.booleans(), minutes=MINUTES)
    def use_a_session(self, number: int, minutes: int | None, *, by_token: bool) -> None:
        """Check a session by token or JWT, and let it last longer."""
        session = chosen(self.live.values(), number)
        bearer = {"session_token": session.token} if by_token else {"session_jwt": session.jwt}
        checked = self.call(Sessions.authenticate, **bearer, session_duration_minutes=minutes)

        assert checked.session.user_id == session.owner_id
        self.logged_in(checked)

    @precondition(lambda self: self.live)
    @rule(number=PICK, name=st.sampled_from(["session_id", "session_jwt", "session_token"]))
    def revoke_a_session(self, number: int, name: str) -> None:
        """End a session by one of its names."""
        session = chosen(self.live.values(), number)
        names = {"session_id": session.session_id, "session_jwt": session.jwt, "session_token": session.token}
        self.call(Sessions.revoke, **{name: names[name]})

        self.end(lambda one: one is session)

    @precondition(lambda self: self.users)
    @rule(number=PICK)
    def delete_a_password(self, number: int) -> None:
        """Take the password from a user who has one."""
        user_id = chosen(self.users, number)
        password = self.call(Users.get, user_id=user_id).password

        if password is not None:
            self.call(Users.delete_password, password_id=password.password_id)
            del self.passwords[user_id]

    @precondition(lambda self: self.users)
    @rule(number=PICK)
    def delete_a_user(self, number: int) -> None:
        """Delete a user."""
        user_id = chosen(self.users, number)
        self.call(Users.delete, user_id=user_id)

        del self.users[user_id]
        self.passwords.pop(user_id, None)
        self.forget(user_id)

    @rule(minutes=st.sampled_from([1, 5, 45]))
    def wait(self, minutes: int) -> None:
        """Let time pass."""
        self.advance(minutes)

    @invariant()
    def only_live_sessions_are_listed(self) -> None:
        """The sessions of each user are those that have begun and not ended."""
        for user_id in self.users:
            listed = self.call(Sessions.get, user_id=user_id).sessions
            own = [session for session in self.live.values() if session.owner_id == user_id]

            assert {one.session_id for one in listed} == {one.session_id for one in own}

    @invariant()
    def dead_sessions_are_gone_everywhere(self) -> None:
        """Neither token nor JWT nor id lead to one."""
        for session in self.dead[-2:]:
            assert self.refuses(Sessions.authenticate, session_token=session.token)
            assert self.refuses(Sessions.authenticate, session_jwt=session.jwt)
            assert self.refuses(Sessions.revoke, session_id=session.session_id)

    @invariant()
    def deleted_users_leave_nothing_behind(self) -> None:
        """No search, look-up or table has anything of theirs."""
        assert self.left_behind() == []
        assert {user.user_id for user in self.call(Users.search).results} == {*self.users}
        for user_id in self.gone[-2:]:
            assert self.refuses(Users.get, user_id=user_id)


TestConsumer = Consumer.TestCase
TestConsumer.settings = tries(20, steps=40)
