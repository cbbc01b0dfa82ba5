"""The second link of a mail about a password: it logs in without one."""

from collections.abc import Awaitable, Callable

import pytest

from stytch_async import PKCE
from stytch_async.callbacks import read_callback
from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.schemas.consumer.passwords import CreateResponse
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL = "ada@example.com"
LOGIN = "https://app.example.com/login?lang=en"
RESET = "https://app.example.com/reset"


@pytest.mark.usefixtures("ada")
async def test_the_second_link_leads_to_the_login(client: Client, project: Project) -> None:
    """Each link has its own URL, its own type and its own token."""
    await client.passwords.email.reset_start(email=EMAIL, login_redirect_url=LOGIN, reset_password_redirect_url=RESET)

    mail = project.outbox.last(EMAIL)
    assert mail.url is not None
    assert mail.login_url is not None
    assert mail.url.startswith(f"{RESET}?stytch_token_type=reset_password&token=")
    assert mail.login_url.startswith(f"{LOGIN}&stytch_token_type=login&token=")
    assert read_callback(mail.login_url).token != mail.token


async def test_the_second_link_is_a_magic_link(
    client: Client, ada: CreateResponse, project: Project, refusal: Refusal
) -> None:
    """It proves the address, asks for the verifier of the reset, and leaves the reset as it is."""
    pkce = PKCE.generate()
    await client.passwords.email.reset_start(email=EMAIL, code_challenge=pkce.challenge)
    mail = project.outbox.last(EMAIL)
    token = read_callback(mail.login_url or "").token
    unproven = await refusal(client.magic_links.authenticate(token=token))

    login = await client.magic_links.authenticate(token=token, code_verifier=pkce.verifier, session_duration_minutes=5)

    again = await refusal(client.magic_links.authenticate(token=token, code_verifier=pkce.verifier))
    reset = await client.passwords.email.reset(
        token=mail.token or "", password="another long and quiet river", code_verifier=pkce.verifier
    )
    assert login.session is not None
    assert [one.type for one in login.session.authentication_factors] == ["magic_link"]
    assert (unproven, again) == ((400, "pkce_expected_code_verifier"), (401, "unable_to_auth_magic_link"))
    assert (login.user_id, login.user.emails[0].verified, reset.user_id) == (ada.user_id, True, ada.user_id)


async def test_the_links_do_not_stand_in_for_each_other(
    client: Client, project: Project, refusal: Refusal, transport: InMemoryTransport
) -> None:
    """Whoever may log in may not set a password with that link, nor the other way round."""
    transport.add_user(EMAIL)
    await client.passwords.email.reset_start(email=EMAIL)
    mail = project.outbox.last(EMAIL)

    found = [
        await refusal(client.magic_links.authenticate(token=mail.token or "")),
        await refusal(
            client.passwords.email.reset(
                token=read_callback(mail.login_url or "").token, password="another long and quiet river"
            )
        ),
    ]

    assert found == [(404, "magic_link_not_found"), (401, "unable_to_auth_password_reset_token")]


async def test_a_members_mail_has_a_magic_link_as_well(
    transport: InMemoryTransport, b2b: B2BClient, project: Project
) -> None:
    """It says what it is for, and which organization it belongs to."""
    member = transport.add_member(transport.add_organization("Engines", slug="engines"), EMAIL)
    await b2b.passwords.email.reset_start(organization_id="engines", email_address=EMAIL, login_redirect_url=LOGIN)
    link = read_callback(project.outbox.last(EMAIL).login_url or "")

    login = await b2b.magic_links.authenticate(magic_links_token=link.token)

    assert (link.token_type, link.redirect_type, link.slug) == ("multi_tenant_magic_links", "login", "engines")
    assert login.member_id == member.id
