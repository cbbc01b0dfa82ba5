"""The project's own templates for mails."""

from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.errors import NotFoundError
from stytch_async.transports.memory import InMemoryTransport

Send = Callable[[Client, B2BClient, str], Awaitable[object]]

ADA = "ada@example.com"
NEW = "grace@example.com"
PLACE = {"organization_id": "engines", "email_address": ADA}

MAILS: dict[str, Send] = {
    "magic_links send": lambda client, _, name: client.magic_links.email.send(email=ADA, login_template_id=name),
    "magic_links login": lambda client, _, name: client.magic_links.email.login_or_create(
        email=ADA, login_template_id=name, signup_template_id="signup"
    ),
    "magic_links signup": lambda client, _, name: client.magic_links.email.login_or_create(
        email=NEW, signup_template_id=name, login_template_id="login"
    ),
    "magic_links invite": lambda client, _, name: client.magic_links.email.invite(email=NEW, invite_template_id=name),
    "otps send": lambda client, _, name: client.otps.email.send(email=ADA, login_template_id=name),
    "otps login": lambda client, _, name: client.otps.email.login_or_create(
        email=ADA, login_template_id=name, signup_template_id="signup"
    ),
    "otps signup": lambda client, _, name: client.otps.email.login_or_create(
        email=NEW, signup_template_id=name, login_template_id="login"
    ),
    "passwords": lambda client, _, name: client.passwords.email.reset_start(email=ADA, reset_password_template_id=name),
    "b2b magic_links": lambda _, b2b, name: b2b.magic_links.email.login_or_signup(**PLACE, login_template_id=name),
    "b2b invite": lambda _, b2b, name: b2b.magic_links.email.invite(
        organization_id="engines", email_address=NEW, invite_template_id=name
    ),
    "b2b magic_links discovery": lambda _, b2b, name: b2b.magic_links.email.discovery.send(
        email_address=ADA, login_template_id=name
    ),
    "b2b otps": lambda _, b2b, name: b2b.otps.email.login_or_signup(**PLACE, login_template_id=name),
    "b2b otps discovery": lambda _, b2b, name: b2b.otps.email.discovery.send(email_address=ADA, login_template_id=name),
    "b2b passwords": lambda _, b2b, name: b2b.passwords.email.reset_start(**PLACE, reset_password_template_id=name),
    "b2b email update": lambda _, b2b, name: b2b.organizations.members.start_email_update(
        organization_id="engines", member_id="ada", email_address="ada@example.org", login_template_id=name
    ),
}


@pytest.fixture(autouse=True)
def _somebody(transport: InMemoryTransport) -> None:
    """Add Ada, as a user and as a member."""
    transport.add_user(ADA)
    engines = transport.add_organization("Engines", slug="engines", email_invites="ALL_ALLOWED")
    transport.add_member(engines, ADA, external_id="ada", password="a long and quiet river")


@pytest.mark.parametrize("send", MAILS)
async def test_a_mail_is_written_by_the_named_template(
    client: Client, b2b: B2BClient, project: Project, send: str
) -> None:
    """Each mail tells which template it was written by, if the app has named one."""
    project.settings.email_templates = {"ours", "login", "signup"}

    await MAILS[send](client, b2b, "ours")

    assert [message.template_id for message in project.outbox] == ["ours"]


@pytest.mark.parametrize("send", MAILS)
async def test_an_unknown_template_is_refused(client: Client, b2b: B2BClient, project: Project, send: str) -> None:
    """Nothing is sent, and nobody is made."""
    project.settings.email_templates = {"login", "signup"}

    with pytest.raises(NotFoundError) as refused:
        await MAILS[send](client, b2b, "theirs")

    assert refused.value.error_type == "email_template_not_found"
    assert (len(project.outbox), len(project.users), len(project.members)) == (0, 1, 1)


async def test_any_template_will_do_until_some_are_named(client: Client, project: Project) -> None:
    """A test need not know the templates; a mail without one says so."""
    await client.magic_links.email.send(email=ADA, login_template_id="whatever")
    await client.magic_links.email.send(email=ADA)

    assert [message.template_id for message in project.outbox] == ["whatever", None]


async def test_templates_for_discovered_passwords_are_checked(b2b: B2BClient, project: Project) -> None:
    """Those of passwords that are good in every organization are, too."""
    project.settings.cross_org_passwords_enabled = True
    project.settings.email_templates = {"ours"}

    with pytest.raises(NotFoundError) as refused:
        await b2b.passwords.discovery.email.reset_start(email_address=ADA, verify_email_template_id="theirs")
    await b2b.passwords.discovery.email.reset_start(email_address=ADA, reset_password_template_id="ours")

    assert refused.value.error_type == "email_template_not_found"
    assert [message.template_id for message in project.outbox] == ["ours"]
