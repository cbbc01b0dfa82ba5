from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.schemas.consumer.passwords import CreateResponse

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
EMAIL = "ada@example.com"
NEW = "another long and quiet river"
MailedToken = Callable[..., Awaitable[str]]


async def test_login_by_code_at_an_unproven_address_flags_the_password(
    client: Client, ada: CreateResponse, refusal: Refusal, project: Project, password: str
) -> None:
    """Whoever set the password may not own the address, so its owner's first login makes a reset necessary."""
    sent = await client.otps.email.send(email=EMAIL)
    await client.otps.authenticate(method_id=sent.email_id, code=project.outbox.last(EMAIL).code or "")

    found = await refusal(client.passwords.authenticate(email=EMAIL, password=password))

    shown = await client.users.get(user_id=ada.user_id)
    assert found == (400, "reset_password")
    assert shown.password is not None
    assert shown.password.requires_reset


@pytest.mark.usefixtures("ada")
async def test_flagged_password_cannot_be_changed_by_those_who_know_it(
    client: Client, refusal: Refusal, project: Project, password: str
) -> None:
    """The reset has to go through the address: the present password does not do."""
    sent = await client.otps.email.send(email=EMAIL)
    await client.otps.authenticate(method_id=sent.email_id, code=project.outbox.last(EMAIL).code or "")

    found = await refusal(
        client.passwords.existing_password.reset(email=EMAIL, existing_password=password, new_password=NEW)
    )

    assert found == (400, "reset_password")


@pytest.mark.usefixtures("ada")
async def test_reset_by_email_takes_the_flag_away(client: Client, mailed_token: MailedToken, project: Project) -> None:
    """After a reset through the address the new password logs in."""
    sent = await client.otps.email.send(email=EMAIL)
    await client.otps.authenticate(method_id=sent.email_id, code=project.outbox.last(EMAIL).code or "")
    await client.passwords.email.reset(token=await mailed_token(), password=NEW)

    login = await client.passwords.authenticate(email=EMAIL, password=NEW)

    assert login.user.password is not None
    assert not login.user.password.requires_reset


@pytest.mark.usefixtures("ada")
async def test_login_by_code_at_a_proven_address_leaves_the_password_alone(
    client: Client, mailed_token: MailedToken, project: Project
) -> None:
    """Once the address is verified, other ways to log in do not flag the password."""
    await client.passwords.email.reset(token=await mailed_token(), password=NEW)
    sent = await client.otps.email.send(email=EMAIL)

    login = await client.otps.authenticate(method_id=sent.email_id, code=project.outbox.last(EMAIL).code or "")

    assert login.user.password is not None
    assert not login.user.password.requires_reset
