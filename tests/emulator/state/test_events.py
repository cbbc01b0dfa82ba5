from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import B2BClient
from stytch_async.converter import converter
from stytch_async.emulator import Policy, Project
from stytch_async.emulator.rules.b2b.login import new_intermediate_session
from stytch_async.emulator.rules.factors import email_factor
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.totps import TOTP
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.b2b.rbac import OrgPolicy
from stytch_async.transports.memory import InMemoryTransport

Change = Callable[[B2BClient, EmailResetResponse], Awaitable[object]]

NEW = "lovelace@example.com"

ORGANIZATION_CHANGES: dict[str, Change] = {
    "update": lambda b2b, ada: b2b.organizations.update(organization_id=ada.organization_id, mfa_policy="OPTIONAL"),
    "delete_external_id": lambda b2b, ada: b2b.organizations.delete_external_id(organization_id=ada.organization_id),
    "set_org_policy": lambda b2b, ada: b2b.rbac.organizations.set_org_policy(
        organization_id=ada.organization_id, org_policy=OrgPolicy(roles=[])
    ),
}

MEMBER_CHANGES: dict[str, Change] = {
    "update": lambda b2b, ada: b2b.organizations.members.update(**_named(ada), name="Ada"),
    "update of the address": lambda b2b, ada: b2b.organizations.members.update(**_named(ada), email_address=NEW),
    "delete_external_id": lambda b2b, ada: b2b.organizations.members.delete_external_id(**_named(ada)),
    "delete_mfa_phone_number": lambda b2b, ada: b2b.organizations.members.delete_mfa_phone_number(**_named(ada)),
    "delete_totp": lambda b2b, ada: b2b.organizations.members.delete_totp(**_named(ada)),
    "delete_password": lambda b2b, ada: b2b.organizations.members.delete_password(
        organization_id=ada.organization_id, member_password_id=ada.member.member_password_id
    ),
    "unlink_retired_email": lambda b2b, ada: b2b.organizations.members.unlink_retired_email(
        **_named(ada), email_address="countess@example.com"
    ),
    "existing_password.reset": lambda b2b, ada: b2b.passwords.existing_password.reset(
        organization_id=ada.organization_id,
        email_address=ada.member.email_address,
        existing_password="a passphrase that nobody guesses",
        new_password="another passphrase that nobody guesses",
    ),
    "sessions.reset": lambda b2b, ada: b2b.passwords.sessions.reset(
        organization_id=ada.organization_id,
        password="another passphrase that nobody guesses",
        session_token=ada.session_token,
    ),
}

READS: dict[str, Change] = {
    "organizations.get": lambda b2b, ada: b2b.organizations.get(organization_id=ada.organization_id),
    "organizations.search": lambda b2b, _: b2b.organizations.search(),
    "members.get": lambda b2b, ada: b2b.organizations.members.get(**_named(ada)),
    "members.search": lambda b2b, ada: b2b.organizations.members.search(organization_ids=[ada.organization_id]),
    "start_email_update": lambda b2b, ada: b2b.organizations.members.start_email_update(
        **_named(ada), email_address=NEW
    ),
    "passwords.authenticate": lambda b2b, ada: b2b.passwords.authenticate(
        organization_id=ada.organization_id,
        email_address=ada.member.email_address,
        password="a passphrase that nobody guesses",
    ),
    "sessions.authenticate": lambda b2b, ada: b2b.sessions.authenticate(session_token=ada.session_token),
}


def _named(ada: EmailResetResponse) -> dict[str, str]:
    return {"organization_id": ada.organization_id, "member_id": ada.member_id}


@pytest.fixture
async def member(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> EmailResetResponse:
    """Return the login of a member who has everything that can be taken away."""
    update = b2b.organizations.members.update
    await update(**_named(ada), mfa_phone_number="+12025550162", external_id="crm-1")
    row = project.members[ada.member_id]
    row.totp = TOTP(id=project.ids.new("member-totp"), secret="JBSWY3DP", created_at=project.now, expires_at=None)
    row.retired_emails = [Address(id=project.ids.new("email"), value="countess@example.com")]
    project.members.save(row)
    project.clock.advance(minutes=1)
    return ada


async def test_a_new_organization_is_an_event(b2b: B2BClient, project: Project) -> None:
    """It has the name that webhooks give it, and the organization as the API shows it."""
    created = await b2b.organizations.create(organization_name="Analytical Engines")

    (event,) = project.events.of("organization")
    assert (event.type, event.id) == ("direct.organization.create", created.organization.organization_id)
    assert event.document == converter.unstructure(created.organization)
    assert event.event_id.startswith("webhook-event-test-")


async def test_a_new_member_is_an_event(b2b: B2BClient, project: Project) -> None:
    """It tells of the member as the answer does."""
    home = (await b2b.organizations.create(organization_name="Acme")).organization.organization_id

    created = await b2b.organizations.members.create(
        organization_id=home, email_address="ada@example.com", is_breakglass=True, create_member_as_pending=True
    )

    (event,) = project.events.of("member")
    assert (event.type, event.id) == ("direct.member.create", created.member_id)
    assert event.document == converter.unstructure(created.member)


def test_what_a_test_begins_with_is_told_as_well(transport: InMemoryTransport, project: Project) -> None:
    """An organization and a member that are added without a call leave an event each."""
    organization = transport.add_organization("Acme")

    member = transport.add_member(organization, "ada@example.com")

    told = [(event.type, event.id) for event in project.events]
    assert told == [("direct.organization.create", organization.id), ("direct.member.create", member.id)]


def test_who_is_signed_in_at_once_is_told_of_once(transport: InMemoryTransport, project: Project) -> None:
    """Signing in again is not a change of the user, and other roles are."""
    project.settings.policy = Policy({"editor": {"documents": {"read"}}})
    for roles in ([], [], ["editor"]):
        transport.sign_in("ada@example.com", roles=roles)

    types = [event.type for event in project.events]

    assert types == ["direct.user.create", "direct.user.update"]


@pytest.mark.parametrize("change", ORGANIZATION_CHANGES)
async def test_a_change_of_an_organization_is_one_event(
    b2b: B2BClient, member: EmailResetResponse, project: Project, change: str
) -> None:
    """It shows what the change has come to, the time of it included."""
    before = len(project.events)

    await ORGANIZATION_CHANGES[change](b2b, member)

    found = await b2b.organizations.get(organization_id=member.organization_id)
    (event,) = list(project.events)[before:]
    assert (event.type, event.id) == ("direct.organization.update", member.organization_id)
    assert event.document == converter.unstructure(found.organization)
    assert found.organization.updated_at == project.now.replace(microsecond=0)


@pytest.mark.parametrize("change", MEMBER_CHANGES)
async def test_a_change_of_a_member_is_one_event(
    b2b: B2BClient, member: EmailResetResponse, project: Project, change: str
) -> None:
    """It shows what the change has come to, the time of it included."""
    before = len(project.events)

    await MEMBER_CHANGES[change](b2b, member)

    found = await b2b.organizations.members.get(**_named(member))
    (event,) = list(project.events)[before:]
    assert (event.type, event.id) == ("direct.member.update", member.member_id)
    assert event.document == converter.unstructure(found.member)
    assert found.member.updated_at == project.now


async def test_deletion_and_return_are_events(b2b: B2BClient, member: EmailResetResponse, project: Project) -> None:
    """There is nothing to show of whoever is gone."""
    before = len(project.events)
    await b2b.organizations.members.delete(**_named(member))

    back = await b2b.organizations.members.reactivate(**_named(member))

    gone, returned = list(project.events)[before:]
    assert (gone.type, gone.document) == ("direct.member.delete", None)
    assert (returned.type, returned.document) == ("direct.member.update", converter.unstructure(back.member))


async def test_a_first_login_is_one_event(
    b2b: B2BClient,
    project: Project,
    enrol: Callable[[str, str], Awaitable[EmailResetResponse]],
) -> None:
    """The address is proven, the member active and the password set by one call."""
    home = (await b2b.organizations.create(organization_name="Acme")).organization.organization_id
    await b2b.organizations.members.create(
        organization_id=home, email_address="ada@example.com", create_member_as_pending=True
    )

    login = await enrol(home, "ada@example.com")

    created, updated = project.events.of("member")
    assert (created.type, updated.type) == ("direct.member.create", "direct.member.update")
    assert updated.document == converter.unstructure(login.member)
    assert (login.member.status, login.member.email_address_verified) == ("active", True)


@pytest.fixture
def begun(project: Project) -> str:
    """Return the token of a login that began with a mail and has no organization yet."""
    address = Address(id=project.ids.new("email"), value="ada@example.com")
    return new_intermediate_session(project, address.value, [email_factor(project, "magic_link", address)]).token


async def test_founding_an_organization_is_two_events(b2b: B2BClient, project: Project, begun: str) -> None:
    """One tells of the organization, the other of its first member as the login leaves them."""
    founded = await b2b.discovery.organizations.create(intermediate_session_token=begun)

    assert [event.type for event in project.events] == ["direct.organization.create", "direct.member.create"]
    assert project.events.of("member")[0].document == converter.unstructure(founded.member)
    assert (founded.member.status, founded.member.email_address_verified) == ("active", True)


async def test_joining_just_in_time_is_one_event(b2b: B2BClient, project: Project, begun: str) -> None:
    """The member is new, proven and active at once."""
    home = await b2b.organizations.create(
        organization_name="Acme", email_jit_provisioning="RESTRICTED", email_allowed_domains=["example.com"]
    )

    joined = await b2b.discovery.intermediate_sessions.exchange(
        organization_id=home.organization.organization_id, intermediate_session_token=begun
    )

    (event,) = project.events.of("member")
    assert (event.type, event.document) == ("direct.member.create", converter.unstructure(joined.member))


async def test_accepting_an_invitation_is_one_event(b2b: B2BClient, project: Project, begun: str) -> None:
    """A pending member becomes active, with an address that is proven by the same login."""
    home = (await b2b.organizations.create(organization_name="Acme")).organization.organization_id
    await b2b.organizations.members.create(
        organization_id=home, email_address="ada@example.com", create_member_as_pending=True
    )

    accepted = await b2b.discovery.intermediate_sessions.exchange(
        organization_id=home, intermediate_session_token=begun
    )

    _, event = project.events.of("member")
    assert (event.type, event.document) == ("direct.member.update", converter.unstructure(accepted.member))
    assert (accepted.member.status, accepted.member.email_address_verified) == ("active", True)


async def test_an_exchange_of_sessions_tells_of_what_it_proves(b2b: B2BClient, project: Project, begun: str) -> None:
    """The address is proven in the second organization by the factor that comes from the first."""
    first = await b2b.discovery.organizations.create(intermediate_session_token=begun)
    second = (await b2b.organizations.create(organization_name="Other")).organization.organization_id
    await b2b.organizations.members.create(organization_id=second, email_address="ada@example.com")

    exchanged = await b2b.sessions.exchange(organization_id=second, session_token=first.session_token)

    event = project.events.of("member")[-1]
    assert (event.type, event.document) == ("direct.member.update", converter.unstructure(exchanged.member))
    assert exchanged.member.email_address_verified


@pytest.mark.parametrize("read", READS)
async def test_what_changes_nothing_is_no_event(
    b2b: B2BClient, member: EmailResetResponse, project: Project, read: str
) -> None:
    """Neither a look nor a login of somebody who is known, nor a change that waits for an answer."""
    before = list(project.events)

    await READS[read](b2b, member)

    assert list(project.events) == before
