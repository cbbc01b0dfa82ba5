from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.world.directory import Directory, DirectoryError
from stytch_async.emulator.world.person import Person
from stytch_async.schemas.b2b.members import MemberRoleSource, RetiredEmail
from stytch_async.schemas.b2b.organizations import EmailImplicitRoleAssignment, Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.b2b.scim import Address, EnterpriseExtension, Manager, Name, SCIMAttributes, TypedValue
from stytch_async.transports.memory import InMemoryTransport
from tests.emulator.conftest import Refusal

ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"


async def test_an_entry_makes_a_member(
    b2b: B2BClient, directory: Directory, lovelace: Person, member: Any, project: Project
) -> None:
    """The member is active, the address proven, and the roles of its domain are there; one event tells of it."""
    [organization] = project.organizations
    await b2b.organizations.update(
        organization_id=organization.id,
        rbac_email_implicit_role_assignments=[
            EmailImplicitRoleAssignment(domain="example.com", role_id="stytch_admin")
        ],
    )

    member_id = directory.add(lovelace, attributes={"externalId": "00u1"})

    found = await member(member_id)
    assert (found.status, found.email_address, found.email_address_verified) == ("active", "ada@example.com", True)
    assert (found.name, found.external_id, found.is_admin) == ("Ada Lovelace", None, True)
    assert found.roles[1].sources == [
        MemberRoleSource(type="email_assignment", details={"email_domain": "example.com"})
    ]
    assert found.scim_registration.external_id == "00u1"
    assert found.scim_registration.connection_id == directory.base_url.rpartition("/")[2]
    assert [event.type for event in project.events.of("member")] == ["scim.member.create"]


async def test_everything_that_is_told_is_kept(directory: Directory, lovelace: Person, member: Any) -> None:
    """The API shows it by its own names, and what was not told as empty; a password is forgotten."""
    told = {
        "externalId": "00u1",
        "title": "Countess",
        "password": "a secret",
        "phoneNumbers": [{"value": "+12025550162", "type": "work"}],
        "addresses": [{"streetAddress": "12 St James's Square", "primary": True}],
        "x509Certificates": [{"value": "aGVsbG8="}],
        ENTERPRISE: {"department": "Engines", "manager": {"value": "26118915", "$ref": "../Users/26118915"}},
    }

    member_id = directory.add(lovelace, attributes=told)

    nothing = dict.fromkeys(["locality", "region", "postal_code", "country", "type", "formatted"], "")
    assert (await member(member_id)).scim_registration.scim_attributes == SCIMAttributes(
        user_name="ada@example.com",
        id=member_id,
        external_id="00u1",
        active=True,
        groups=[],
        display_name="",
        nick_name="",
        profile_url="",
        user_type="",
        title="Countess",
        preferred_language="",
        locale="",
        timezone="",
        emails=[TypedValue(value="ada@example.com", type="work", primary=True)],
        phone_numbers=[TypedValue(value="+12025550162", type="work", primary=False)],
        addresses=[Address(street_address="12 St James's Square", primary=True, **nothing)],
        ims=[],
        photos=[],
        entitlements=[],
        roles=[],
        x509certificates=[TypedValue(value="aGVsbG8=", type="", primary=False)],
        name=Name(
            formatted="Ada Lovelace",
            family_name="Lovelace",
            given_name="Ada",
            middle_name="",
            honorific_prefix="",
            honorific_suffix="",
        ),
        enterprise_extension=EnterpriseExtension(
            employee_number="",
            cost_center="",
            division="",
            department="Engines",
            organization="",
            manager=Manager(value="26118915", ref="../Users/26118915", display_name=""),
        ),
    )
    assert "password" not in directory.send("GET", f"/Users/{member_id}")


async def test_whoever_is_a_member_is_linked(
    b2b: B2BClient, directory: Directory, lovelace: Person, project: Project, organization: Organization
) -> None:
    """Nobody is doubled; an invited member becomes active, and keeps the roles that were assigned."""
    invited = await b2b.organizations.members.create(
        organization_id=organization.organization_id,
        email_address="ada@example.com",
        name="A. L.",
        roles=["stytch_admin"],
        create_member_as_pending=True,
    )

    member_id = directory.add(lovelace)

    [member] = project.members
    assert (member_id, member.status, member.email.verified) == (invited.member_id, "active", True)
    assert (member.name, member.roles) == ("Ada Lovelace", ["stytch_admin"])
    assert project.events.of("member")[-1].type == "scim.member.update"


async def test_whoever_may_not_join_otherwise_joins_by_the_directory(b2b: B2BClient, directory: Directory) -> None:
    """The organization's own settings for that do not matter."""
    await b2b.organizations.update(
        organization_id=directory._project.organizations.by_slug.first("analytical-engines").id,  # type: ignore[union-attr]
        email_allowed_domains=["example.org"],
        email_jit_provisioning="RESTRICTED",
    )

    assert directory.add("ada@example.com")


async def test_whoever_is_deactivated_is_out(
    b2b: B2BClient, directory: Directory, ada: EmailResetResponse, member: Any, *, project: Project, refusal: Refusal
) -> None:
    """Sessions end and roles go; the directory still knows the entry, and one event tells of it."""
    directory.add("ada@example.com")
    await b2b.organizations.members.update(
        organization_id=ada.organization_id, member_id=ada.member_id, roles=["stytch_admin"]
    )
    before = len(project.events)

    directory.deactivate("ada@example.com")

    refused = await refusal(b2b.sessions.authenticate(session_token=ada.session_token))
    found = await member(ada.member_id)
    assert refused == (404, "session_not_found")
    assert (found.status, found.scim_registration.scim_attributes.active) == ("deleted", False)
    assert directory.send("GET", f"/Users/{ada.member_id}")["active"] is False
    assert [event.type for event in project.events][before:] == ["scim.member.delete"]


async def test_whoever_comes_back_has_what_is_implied(
    b2b: B2BClient, directory: Directory, ada: EmailResetResponse, member: Any, project: Project
) -> None:
    """Roles that were assigned stay lost; groups and domains imply theirs as before."""
    directory.add("ada@example.com")
    await b2b.organizations.members.update(
        organization_id=ada.organization_id, member_id=ada.member_id, roles=["stytch_admin"]
    )
    directory.deactivate("ada@example.com")

    directory.reactivate("ada@example.com")

    found = await member(ada.member_id)
    assert (found.status, found.is_admin, [role.role_id for role in found.roles]) == (
        "active",
        False,
        ["stytch_member"],
    )
    assert project.events.of("member")[-1].type == "scim.member.update"


async def test_whoever_is_removed_is_out_for_good(
    directory: Directory, lovelace: Person, member: Any, project: Project
) -> None:
    """The entry is gone, from groups as well; the directory may add somebody else with the address."""
    first = directory.add(lovelace)
    group_id = directory.push("Admins", [lovelace])

    directory.remove(lovelace)

    found = await member(first)
    assert (found.status, found.scim_registration) == ("deleted", None)
    assert "members" not in directory.send("GET", f"/Groups/{group_id}")
    with pytest.raises(DirectoryError) as unknown:
        directory.send("GET", f"/Users/{first}")
    assert unknown.value.status == 404
    assert directory.add(lovelace) != first
    assert [event.action for event in project.events.of("member")] == ["CREATE", "DELETE", "CREATE"]


async def test_an_entry_may_be_inactive_from_the_beginning(directory: Directory, member: Any) -> None:
    """Whoever it tells of cannot log in yet."""
    member_id = directory.add("ada@example.com", attributes={"active": False})

    assert (await member(member_id)).status == "deleted"
    directory.reactivate("ada@example.com")
    assert (await member(member_id)).status == "active"


async def test_another_address_retires_the_old_one(directory: Directory, lovelace: Person, member: Any) -> None:
    """The new one is proven at once; the member stays the same."""
    member_id = directory.add(lovelace)
    lovelace.email, lovelace.name = "ada@example.org", "Ada King"

    directory.update(lovelace, attributes={"title": "Countess"})

    found = await member(member_id)
    [retired] = found.retired_email_addresses
    assert (found.email_address, found.email_address_verified, found.name) == ("ada@example.org", True, "Ada King")
    assert retired == RetiredEmail(email_id=retired.email_id, email_address="ada@example.com")
    assert found.scim_registration.scim_attributes.title == "Countess"


async def test_an_address_has_one_owner(
    directory: Directory, transport: InMemoryTransport, project: Project, member: Any
) -> None:
    """Neither may two entries have it, nor may one take that of another member; what is refused changes nothing."""
    [organization] = project.organizations
    transport.add_member(organization, "grace@example.com")
    ada = directory.add("ada@example.com")
    directory.add("alan@example.com", attributes={"active": False})
    attempts = [
        lambda: directory.add("ADA@example.com"),
        lambda: directory.add("alan@example.com"),
        lambda: directory.update("ada@example.com", attributes={"userName": "grace@example.com"}),
        lambda: directory.update("ada@example.com", attributes={"userName": "alan@example.com", "title": "Countess"}),
    ]

    for attempt in attempts:
        with pytest.raises(DirectoryError) as refused:
            attempt()
        assert (refused.value.status, refused.value.scim_type) == (409, "uniqueness")

    found = await member(ada)
    assert (found.email_address, found.scim_registration.scim_attributes.title) == ("ada@example.com", "")


async def test_nobody_comes_back_to_an_address_that_is_taken(
    directory: Directory, transport: InMemoryTransport, project: Project, member: Any
) -> None:
    """Another member has it meanwhile; with another address the way is free."""
    [organization] = project.organizations
    ada = directory.add("ada@example.com")
    directory.deactivate("ada@example.com")
    transport.add_member(organization, "ada@example.com")

    with pytest.raises(DirectoryError) as refused:
        directory.reactivate("ada@example.com")
    directory.update("ada@example.com", attributes={"userName": "ada@example.org", "active": True})

    assert (refused.value.status, refused.value.scim_type) == (409, "uniqueness")
    assert (await member(ada)).email_address == "ada@example.org"


async def test_a_claimed_domain_stays_the_others(b2b: B2BClient, directory: Directory) -> None:
    """No directory brings somebody from a domain that another organization claims."""
    await b2b.organizations.create(organization_name="Other", claimed_email_domains=["example.com"])

    with pytest.raises(DirectoryError) as refused:
        directory.add("ada@example.com")

    assert (refused.value.status, refused.value.scim_type) == (400, "invalidValue")


async def test_the_app_may_delete_whom_the_directory_knows(b2b: B2BClient, directory: Directory) -> None:
    """The entry is inactive then, and the directory may bring the member back."""
    member_id = directory.add("ada@example.com")
    [organization] = directory._project.organizations
    await b2b.organizations.members.delete(organization_id=organization.id, member_id=member_id)

    gone = directory.send("GET", f"/Users/{member_id}")["active"]
    directory.reactivate("ada@example.com")

    assert (gone, directory.send("GET", f"/Users/{member_id}")["active"]) == (False, True)
