import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.errors import BadRequestError
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from tests.emulator.b2b.passwords.conftest import md5

PHONE = "+12025550162"


async def test_migrated_member_logs_in(b2b: B2BClient, organization: Organization) -> None:
    """A hash brings a verified member with everything else that is given, and the password behind it works."""
    organization_id = organization.organization_id
    migrated = await b2b.passwords.migrate(
        organization_id=organization_id,
        email_address="Ada@example.com",
        hash=md5("enchantress of number"),
        hash_type="md_5",
        name="Ada",
        trusted_metadata={"plan": "pro"},
        roles=["stytch_admin"],
        mfa_phone_number=PHONE,
        set_phone_number_verified=True,
        external_id="crm-1",
    )

    login = await b2b.passwords.authenticate(
        organization_id=organization_id, email_address="ada@example.com", password="enchantress of number"
    )

    assert (migrated.member_created, migrated.organization) == (True, organization)
    assert login.member == migrated.member
    assert (login.member.name, login.member.external_id, login.member.is_admin) == ("Ada", "crm-1", True)
    assert login.member.trusted_metadata == {"plan": "pro"}
    assert (login.member.email_address_verified, login.member.mfa_phone_number_verified) == (True, True)


async def test_migration_completes_a_known_member(b2b: B2BClient, organization: Organization) -> None:
    """A member without a password gets one; metadata merges, roles are replaced, the external id stays."""
    organization_id = organization.organization_id
    created = await b2b.organizations.members.create(
        organization_id=organization_id,
        email_address="ada@example.com",
        name="Ada",
        untrusted_metadata={"theme": "dark"},
        roles=["stytch_admin"],
        external_id="crm-1",
    )

    migrated = await b2b.passwords.migrate(
        organization_id=organization_id,
        email_address="ada@example.com",
        hash=md5("enchantress of number"),
        hash_type="md_5",
        untrusted_metadata={"lang": "en"},
        roles=[],
        external_id="crm-2",
    )

    assert (migrated.member_id, migrated.member_created) == (created.member_id, False)
    assert (migrated.member.name, migrated.member.external_id) == ("Ada", "crm-1")
    assert migrated.member.untrusted_metadata == {"theme": "dark", "lang": "en"}
    assert not migrated.member.is_admin


async def test_password_is_migrated_once(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """A member who has a password keeps it."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.migrate(
            organization_id=ada.organization_id,
            email_address="ada@example.com",
            hash=md5("enchantress of number"),
            hash_type="md_5",
        )

    assert caught.value.error_type == "password_already_exists"


async def test_shared_password_is_migrated_for_each_organization(
    b2b: B2BClient, organization: Organization, project: Project
) -> None:
    """Where passwords are shared, a hash still brings each membership separately."""
    project.settings.cross_org_passwords_enabled = True
    other = (await b2b.organizations.create(organization_name="Other")).organization

    migrated = [
        await b2b.passwords.migrate(
            organization_id=home.organization_id,
            email_address="ada@example.com",
            hash=md5("enchantress of number"),
            hash_type="md_5",
        )
        for home in (organization, other)
    ]

    assert [answer.member_created for answer in migrated] == [True, True]


async def test_members_phone_is_not_replaced(b2b: B2BClient, organization: Organization) -> None:
    """A member who has a phone keeps it: another one is refused, and no password is set."""
    organization_id = organization.organization_id
    await b2b.organizations.members.create(
        organization_id=organization_id, email_address="ada@example.com", mfa_phone_number=PHONE
    )

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.migrate(
            organization_id=organization_id,
            email_address="ada@example.com",
            hash=md5("enchantress of number"),
            hash_type="md_5",
            mfa_phone_number="+12025550163",
        )

    assert caught.value.error_type == "duplicate_member_phone_number_for_member"
    found = await b2b.organizations.members.get(organization_id=organization_id, email_address="ada@example.com")
    assert found.member.member_password_id == ""
