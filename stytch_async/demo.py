"""A walk through logins and resets against the in-memory Stytch."""

from collections.abc import Awaitable, Generator
from contextlib import contextmanager

from stytch_async.clients import B2BClient, Client
from stytch_async.errors import APIError
from stytch_async.observing import Call, Observer
from stytch_async.transports.memory import InMemoryTransport

__all__ = ["demonstrate"]

EMAIL = "ada@example.com"
FIRST = "correct donkey battery staple 1"
SECOND = "a much better passphrase 2"
THIRD = "the best passphrase so far 3"


def _masked(token: str | None) -> str:
    """Show enough of a secret to tell two of them apart."""
    return f"{token[:4]}…" if token else "none"


class _Narrator(Observer):
    @contextmanager
    def call(self, call: Call, /) -> Generator[None]:
        try:
            yield
        finally:
            print(f"   {call.operation}  ->  {call.attempts[-1].status}")


def _say(text: str) -> None:
    print(f"   {text}")


def _step(title: str) -> None:
    print(f"\n{title}")


async def _refused(call: Awaitable[object]) -> None:
    try:
        await call
    except APIError as error:
        _say(f"{type(error).__name__}: {error.error_type}: {error.error_message}")
    else:
        raise AssertionError("the call was to be refused")


async def demonstrate() -> None:
    """Sign up, reset, log in and change passwords, and print each exchange."""
    transport = InMemoryTransport()
    async with Client(transport=transport, observers=[_Narrator()]) as client:
        await _consumer(client, transport)
    async with B2BClient(transport=transport, observers=[_Narrator()]) as b2b:
        await _b2b(b2b, transport)
    print(f"\n{len(transport.calls)} calls, all in memory.")


async def _consumer(client: Client, transport: InMemoryTransport) -> None:
    _step(f"{EMAIL} signs up with a password, for a session of an hour")
    signup = await client.passwords.create(email=EMAIL, password=FIRST, session_duration_minutes=60)
    _say(f"user {signup.user_id}, session token {_masked(signup.session_token)}")

    _step("A wrong password")
    await _refused(client.passwords.authenticate(email=EMAIL, password="not it"))  # noqa: S106 - made up

    _step("A reset link by email, and a new password")
    await client.passwords.email.reset_start(email=EMAIL)
    mail = transport.project.outbox.last(EMAIL)
    _say(f"the outbox holds a {mail.purpose} mail, its token is {_masked(mail.token)}")
    await client.passwords.email.reset(token=mail.token or "", password=SECOND)
    _say("the password is set; every older session has ended")

    _step("The old session is refused")
    await _refused(client.sessions.authenticate(session_token=signup.session_token))

    _step("A login by emailed code, with a claim of the app's own")
    sent = await client.otps.email.login_or_create(email=EMAIL)
    code = transport.project.outbox.last(EMAIL).code or ""
    _say(f"the outbox holds a code of {len(code)} digits")
    login = await client.otps.authenticate(
        method_id=sent.email_id, code=code, session_duration_minutes=30, session_custom_claims={"plan": "pro"}
    )
    _say(f"session token {_masked(login.session_token)}, JWT {_masked(login.session_jwt)}")

    _step("The session is checked, as a protected page would")
    checked = await client.sessions.authenticate(session_token=login.session_token)
    factors = ", ".join(factor.type for factor in checked.session.authentication_factors)
    _say(f"user {checked.session.user_id}, factors: {factors}, claims: {checked.session.custom_claims}")


async def _b2b(client: B2BClient, transport: InMemoryTransport) -> None:
    _step("B2B: a member of an organization gets a password")
    made = await client.organizations.create(organization_name="Analytical Engines")
    organization_id = made.organization.organization_id
    await client.organizations.members.create(organization_id=organization_id, email_address=EMAIL)
    await client.passwords.email.reset_start(organization_id=organization_id, email_address=EMAIL)
    mail = transport.project.outbox.last(EMAIL)
    _say(f"the outbox holds a {mail.purpose} mail, its token is {_masked(mail.token)}")
    first = await client.passwords.email.reset(password_reset_token=mail.token or "", password=SECOND)
    _say(f"member {first.member_id}, session token {_masked(first.session_token)}, for the hour that B2B logins get")

    _step("The member changes the password, and the session from before is refused")
    changed = await client.passwords.existing_password.reset(
        organization_id=organization_id, email_address=EMAIL, existing_password=SECOND, new_password=THIRD
    )
    await _refused(client.sessions.authenticate(session_token=first.session_token))
    checked = await client.sessions.authenticate(session_token=changed.session_token)
    _say(f"member {checked.member.member_id} of {checked.organization.organization_slug}")
