import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Policy, Project
from stytch_async.errors import AuthenticationError, BadRequestError, NotFoundError, PermissionDeniedError
from stytch_async.schemas.b2b.members import Member, MemberRole, MemberRoleSource
from stytch_async.schemas.b2b.organizations import EmailImplicitRoleAssignment, Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.shared import Authorization

DIRECT = MemberRoleSource(type="direct_assignment", details={})
PHONE = "+12025550162"


async def test_new_member_shows_empty_values(b2b: B2BClient, organization: Organization, project: Project) -> None:
    """What a new member does not have reads as an empty text or list, and the role of every member is there."""
    created = await b2b.organizations.members.create(
        organization_id=organization.organization_id, email_address="Ada@Example.com"
    )

    assert created.organization == organization
    assert created.member == Member(
        organization_id=organization.organization_id,
        member_id=created.member_id,
        email_address="ada@example.com",
        status="active",
        name="",
        sso_registrations=[],
        is_breakglass=False,
        member_password_id="",
        oauth_registrations=[],
        email_address_verified=False,
        mfa_phone_number_verified=False,
        is_admin=False,
        totp_registration_id="",
        retired_email_addresses=[],
        is_locked=False,
        mfa_enrolled=False,
        mfa_phone_number="",
        default_mfa_method="",
        roles=[MemberRole(role_id="stytch_member", sources=[DIRECT])],
        trusted_metadata={},
        untrusted_metadata={},
        created_at=project.now,
        updated_at=project.now,
    )


async def test_given_fields_are_kept(b2b: B2BClient, organization: Organization) -> None:
    """Name, metadata, phone, flags and external id come back as they were given."""
    created = await b2b.organizations.members.create(
        organization_id=organization.organization_id,
        email_address="ada@example.com",
        name="Ada",
        trusted_metadata={"plan": "pro"},
        untrusted_metadata={"theme": "dark"},
        is_breakglass=True,
        mfa_phone_number=PHONE,
        mfa_enrolled=True,
        external_id="crm-1",
    )

    member = created.member
    assert (member.name, member.external_id, member.mfa_phone_number) == ("Ada", "crm-1", PHONE)
    assert (member.trusted_metadata, member.untrusted_metadata) == ({"plan": "pro"}, {"theme": "dark"})
    assert (member.is_breakglass, member.mfa_enrolled, member.mfa_phone_number_verified) == (True, True, False)


async def test_member_may_begin_as_pending(b2b: B2BClient, organization: Organization) -> None:
    """A member is pending where that is asked for."""
    created = await b2b.organizations.members.create(
        organization_id=organization.organization_id, email_address="ada@example.com", create_member_as_pending=True
    )

    assert created.member.status == "pending"


@pytest.mark.parametrize("field", ["organization_slug", "organization_external_id"])
async def test_organization_may_be_named_otherwise(b2b: B2BClient, field: str) -> None:
    """Slug and external id stand for the organization in calls about its members too."""
    made = await b2b.organizations.create(organization_name="Acme", organization_external_id="crm-1")
    name = getattr(made.organization, field)
    created = await b2b.organizations.members.create(organization_id=name, email_address="ada@example.com")

    found = await b2b.organizations.members.get(organization_id=name, member_id=created.member_id)

    assert found.organization == made.organization
    assert found.member == created.member


async def test_address_is_unique_in_the_organization(b2b: B2BClient, organization: Organization) -> None:
    """An address has one member in an organization, however it is written."""
    organization_id = organization.organization_id
    await b2b.organizations.members.create(organization_id=organization_id, email_address="ada@example.com")

    with pytest.raises(BadRequestError) as caught:
        await b2b.organizations.members.create(organization_id=organization_id, email_address="ADA@example.com")

    assert caught.value.error_type == "duplicate_member_email"


async def test_address_may_join_several_organizations(b2b: B2BClient, organization: Organization) -> None:
    """In another organization the same address is another member, and an external id may be used again."""
    other = (await b2b.organizations.create(organization_name="Other")).organization

    members = [
        await b2b.organizations.members.create(
            organization_id=home.organization_id, email_address="ada@example.com", external_id="crm-1"
        )
        for home in (organization, other)
    ]

    assert members[0].member_id != members[1].member_id


async def test_external_id_is_unique_in_the_organization(b2b: B2BClient, organization: Organization) -> None:
    """An external id belongs to one member of an organization."""
    organization_id = organization.organization_id
    create = b2b.organizations.members.create
    await create(organization_id=organization_id, email_address="ada@example.com", external_id="crm-1")

    with pytest.raises(BadRequestError) as caught:
        await create(organization_id=organization_id, email_address="grace@example.com", external_id="crm-1")

    assert caught.value.error_type == "duplicate_member_external_id"


async def test_phone_is_unique_in_the_organization(b2b: B2BClient, organization: Organization) -> None:
    """A phone belongs to one member of an organization."""
    organization_id = organization.organization_id
    create = b2b.organizations.members.create
    await create(organization_id=organization_id, email_address="ada@example.com", mfa_phone_number=PHONE)

    with pytest.raises(BadRequestError) as caught:
        await create(organization_id=organization_id, email_address="grace@example.com", mfa_phone_number=PHONE)

    assert caught.value.error_type == "duplicate_member_phone_number"


@pytest.mark.parametrize(
    ("email_address", "phone", "error_type"),
    [("ada", None, "invalid_email"), ("ada@example.com", "02025550162", "invalid_phone_number")],
)
async def test_malformed_address_is_refused(
    b2b: B2BClient, organization: Organization, email_address: str, phone: str | None, error_type: str
) -> None:
    """Neither half an address nor a national phone number will do."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.organizations.members.create(
            organization_id=organization.organization_id, email_address=email_address, mfa_phone_number=phone
        )

    assert caught.value.error_type == error_type


async def test_claimed_domain_stays_with_its_organization(b2b: B2BClient, organization: Organization) -> None:
    """An address at a claimed domain joins the organization that claims it, and no other."""
    claimant = await b2b.organizations.create(organization_name="Example", claimed_email_domains=["example.com"])
    create = b2b.organizations.members.create
    await create(organization_id=claimant.organization.organization_id, email_address="ada@example.com")

    with pytest.raises(BadRequestError) as caught:
        await create(organization_id=organization.organization_id, email_address="ada@example.com")

    assert caught.value.error_type == "action_not_allowed_email_domain_is_claimed"


async def test_assigned_roles_name_their_source(b2b: B2BClient, organization: Organization, project: Project) -> None:
    """Assigned roles stand beside the role of every member, and one of them makes an admin."""
    project.settings.policy = Policy({"editor": {"documents": {"write"}}})

    created = await b2b.organizations.members.create(
        organization_id=organization.organization_id,
        email_address="ada@example.com",
        roles=["stytch_admin", "editor"],
    )

    assert created.member.is_admin
    assert created.member.roles == [
        MemberRole(role_id="stytch_member", sources=[DIRECT]),
        MemberRole(role_id="stytch_admin", sources=[DIRECT]),
        MemberRole(role_id="editor", sources=[DIRECT]),
    ]


async def test_domain_of_the_address_brings_roles(b2b: B2BClient) -> None:
    """A role that follows from the domain names it; one that is assigned as well has two sources."""
    made = await b2b.organizations.create(
        organization_name="Acme",
        rbac_email_implicit_role_assignments=[
            EmailImplicitRoleAssignment(domain="example.com", role_id="stytch_admin"),
            EmailImplicitRoleAssignment(domain="example.org", role_id="stytch_member"),
        ],
    )

    created = await b2b.organizations.members.create(
        organization_id=made.organization.organization_id, email_address="ada@example.com", roles=["stytch_admin"]
    )

    by_domain = MemberRoleSource(type="email_assignment", details={"email_domain": "example.com"})
    assert created.member.roles == [
        MemberRole(role_id="stytch_member", sources=[DIRECT]),
        MemberRole(role_id="stytch_admin", sources=[DIRECT, by_domain]),
    ]


@pytest.mark.parametrize(
    ("role_id", "error_type"),
    [("stytch_member", "cannot_assign_default_rbac_role_id"), ("unheard_of", "invalid_rbac_role_id")],
)
async def test_role_that_cannot_be_assigned_is_refused(
    b2b: B2BClient, organization: Organization, role_id: str, error_type: str
) -> None:
    """Neither the role of every member nor one that does not exist can be assigned; no member is made."""
    organization_id = organization.organization_id

    with pytest.raises(BadRequestError) as caught:
        await b2b.organizations.members.create(
            organization_id=organization_id, email_address="ada@example.com", roles=[role_id]
        )

    assert caught.value.error_type == error_type
    with pytest.raises(NotFoundError):
        await b2b.organizations.members.get(organization_id=organization_id, email_address="ada@example.com")


async def test_member_is_found_by_any_name(b2b: B2BClient, organization: Organization) -> None:
    """Id, external id and address all lead to the member."""
    organization_id = organization.organization_id
    created = await b2b.organizations.members.create(
        organization_id=organization_id, email_address="ada@example.com", external_id="crm-1"
    )

    found = [
        await b2b.organizations.members.get(organization_id=organization_id, member_id=created.member_id),
        await b2b.organizations.members.get(organization_id=organization_id, member_id="crm-1"),
        await b2b.organizations.members.get(organization_id=organization_id, email_address="ADA@example.com"),
    ]

    assert [answer.member for answer in found] == [created.member] * 3
    assert {answer.member_id for answer in found} == {created.member_id}


@pytest.mark.parametrize(("member_id", "email_address"), [(None, None), ("crm-1", "ada@example.com")])
async def test_member_is_named_in_exactly_one_way(
    b2b: B2BClient, organization: Organization, member_id: str | None, email_address: str | None
) -> None:
    """Neither nothing nor both will do."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.organizations.members.get(
            organization_id=organization.organization_id, member_id=member_id, email_address=email_address
        )

    assert caught.value.error_type == "invalid_member_get_fields"


async def test_member_of_another_organization_is_not_found(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Members are looked for in the organization that is named."""
    other = (await b2b.organizations.create(organization_name="Other")).organization

    with pytest.raises(NotFoundError) as caught:
        await b2b.organizations.members.get(organization_id=other.organization_id, member_id=ada.member_id)

    assert caught.value.error_type == "member_not_found"


async def test_misspelt_member_id_is_a_bad_request(b2b: B2BClient, organization: Organization) -> None:
    """What begins as an id and is not spelt as one is neither a member's id nor an external id."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.organizations.members.get(organization_id=organization.organization_id, member_id="member-test-1")

    assert caught.value.error_type == "invalid_member_id"


async def test_admin_may_add_members(b2b: B2BClient, organization: Organization, grace: EmailResetResponse) -> None:
    """A call with an admin's session adds a member."""
    created = await b2b.organizations.members.create(
        organization_id=organization.organization_id,
        email_address="joan@example.com",
        authorization=Authorization(session_token=grace.session_token),
    )

    assert created.member.email_address == "joan@example.com"


async def test_plain_member_may_not_add_members(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse
) -> None:
    """A call with the session of a member whose roles do not permit it is refused."""
    with pytest.raises(PermissionDeniedError) as caught:
        await b2b.organizations.members.create(
            organization_id=organization.organization_id,
            email_address="joan@example.com",
            authorization=Authorization(session_jwt=ada.session_jwt),
        )

    assert caught.value.error_type == "session_authorization_error"


async def test_policy_may_let_a_role_add_members(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, project: Project
) -> None:
    """The project's policy adds to what Stytch's own roles permit."""
    project.settings.policy = Policy({"stytch_member": {"stytch.member": {"create"}}})

    created = await b2b.organizations.members.create(
        organization_id=organization.organization_id,
        email_address="joan@example.com",
        authorization=Authorization(session_token=ada.session_token),
    )

    assert created.member.email_address == "joan@example.com"


async def test_admin_of_another_organization_is_a_stranger(b2b: B2BClient, grace: EmailResetResponse) -> None:
    """A role counts in the organization of its member only."""
    other = (await b2b.organizations.create(organization_name="Other")).organization

    with pytest.raises(PermissionDeniedError) as caught:
        await b2b.organizations.members.create(
            organization_id=other.organization_id,
            email_address="joan@example.com",
            authorization=Authorization(session_token=grace.session_token),
        )

    assert caught.value.error_type == "session_authorization_tenancy_error"


async def test_trusted_metadata_is_not_for_members_to_write(
    b2b: B2BClient, organization: Organization, grace: EmailResetResponse
) -> None:
    """A call with a member's session may not write trusted metadata, whatever the roles."""
    with pytest.raises(AuthenticationError) as caught:
        await b2b.organizations.members.create(
            organization_id=organization.organization_id,
            email_address="joan@example.com",
            trusted_metadata={"plan": "pro"},
            authorization=Authorization(session_token=grace.session_token),
        )

    assert caught.value.error_type == "cannot_update_trusted_metadata"


async def test_call_with_an_expired_session_is_refused(
    b2b: B2BClient, organization: Organization, grace: EmailResetResponse, project: Project
) -> None:
    """A session in the header must be active."""
    project.clock.advance(minutes=61)

    with pytest.raises(NotFoundError) as caught:
        await b2b.organizations.members.create(
            organization_id=organization.organization_id,
            email_address="joan@example.com",
            authorization=Authorization(session_token=grace.session_token),
        )

    assert caught.value.error_type == "session_not_found"
