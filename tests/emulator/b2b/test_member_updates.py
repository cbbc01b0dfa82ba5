from collections.abc import Awaitable, Callable
from typing import Any

import attrs
import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Policy, Project
from stytch_async.emulator.state.rows.totps import TOTP
from stytch_async.schemas.b2b.members import MemberRole, MemberRoleSource
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.shared import Authorization

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

PHONE = "+12025550162"
DIRECT = MemberRoleSource(type="direct_assignment", details={})

CHANGES: dict[str, Any] = {
    "name": "Ada Lovelace",
    "untrusted_metadata": {"theme": "dark"},
    "is_breakglass": True,
    "mfa_phone_number": PHONE,
    "mfa_enrolled": True,
    "external_id": "crm-1",
}


@pytest.fixture
async def joan(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Add another member to Ada's organization, who has a phone."""
    await b2b.organizations.members.create(
        organization_id=ada.organization_id,
        email_address="joan@example.com",
        external_id="crm-joan",
        mfa_phone_number="+12025550163",
    )


@pytest.mark.parametrize("field", CHANGES)
async def test_a_field_changes_and_the_others_stay(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, field: str
) -> None:
    """What is given takes the place of the old value, and the time of the last change moves."""
    project.clock.advance(minutes=1)

    updated = await b2b.organizations.members.update(
        organization_id=ada.organization_id, member_id=ada.member_id, **{field: CHANGES[field]}
    )

    before, after = attrs.asdict(ada.member, recurse=False), attrs.asdict(updated.member, recurse=False)
    assert after == {**before, field: CHANGES[field], "updated_at": project.now}


async def test_an_external_id_names_the_member(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """A new one does so at once, and the old one no longer."""
    members, home = b2b.organizations.members, ada.organization_id
    await members.update(organization_id=home, member_id=ada.member_id, external_id="crm-1")

    updated = await members.update(organization_id=home, member_id="crm-1", external_id="crm-2")

    found = await members.get(organization_id=home, member_id="crm-2")
    assert (updated.member_id, found.member) == (ada.member_id, updated.member)


async def test_roles_are_replaced(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """The roles that are given are all that are assigned afterwards."""
    update, name = b2b.organizations.members.update, {"organization_id": ada.organization_id}
    await update(**name, member_id=ada.member_id, roles=["stytch_admin"])

    updated = await update(**name, member_id=ada.member_id, roles=[])

    assert updated.member.roles == [MemberRole(role_id="stytch_member", sources=[DIRECT])]


async def test_a_factor_that_is_there_may_come_first(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """A phone that comes in the same call will do, as does an authenticator app that was used."""
    members, home = b2b.organizations.members, ada.organization_id
    texts = await members.update(
        organization_id=home, member_id=ada.member_id, mfa_phone_number=PHONE, default_mfa_method="sms_otp"
    )
    project.members[ada.member_id].totp = TOTP(
        id=project.ids.new("member-totp"), secret="JBSWY3DP", created_at=project.now, expires_at=None
    )

    app = await members.update(organization_id=home, member_id=ada.member_id, default_mfa_method="totp")

    assert [texts.member.default_mfa_method, app.member.default_mfa_method] == ["sms_otp", "totp"]


@pytest.mark.parametrize(
    ("changes", "error_type"),
    [
        ({"external_id": "crm-joan"}, "duplicate_member_external_id"),
        ({"mfa_phone_number": "+12025550163"}, "duplicate_member_phone_number"),
        ({"mfa_phone_number": "02025550163"}, "invalid_phone_number"),
        ({"roles": ["stytch_member"]}, "cannot_assign_default_rbac_role_id"),
        ({"roles": ["unheard_of"]}, "invalid_rbac_role_id"),
        ({"default_mfa_method": "pigeon"}, "invalid_mfa_default_method"),
        ({"default_mfa_method": "sms_otp"}, "default_mfa_member_missing_factor"),
        ({"default_mfa_method": "totp"}, "default_mfa_member_missing_factor"),
        ({"email_address": "joan@example.com"}, "duplicate_member_email"),
        ({"email_address": "joan"}, "invalid_email"),
        ({"email_address": "ada@claimed.example", "name": "Ada"}, "action_not_allowed_email_domain_is_claimed"),
    ],
)
@pytest.mark.usefixtures("joan")
async def test_what_cannot_be_is_refused(
    b2b: B2BClient, ada: EmailResetResponse, refusal: Refusal, changes: dict[str, Any], error_type: str
) -> None:
    """What belongs to another member, or is not there, is refused, and the rest of the call with it."""
    await b2b.organizations.create(organization_name="Claimant", claimed_email_domains=["claimed.example"])

    refused = await refusal(
        b2b.organizations.members.update(
            organization_id=ada.organization_id, member_id=ada.member_id, mfa_enrolled=True, **changes
        )
    )

    found = await b2b.organizations.members.get(organization_id=ada.organization_id, member_id=ada.member_id)
    assert refused == (400, error_type)
    assert found.member == ada.member


async def test_another_phone_takes_a_deletion_first(b2b: B2BClient, ada: EmailResetResponse, refusal: Refusal) -> None:
    """A member has one number at a time."""
    members, home = b2b.organizations.members, ada.organization_id
    await members.update(organization_id=home, member_id=ada.member_id, mfa_phone_number=PHONE)

    refused = await refusal(
        members.update(organization_id=home, member_id=ada.member_id, mfa_phone_number="+12025550164")
    )

    assert refused == (400, "duplicate_member_phone_number_for_member")


@pytest.mark.parametrize("field", ["name", "untrusted_metadata", "mfa_phone_number", "mfa_enrolled"])
async def test_members_may_change_what_is_their_own(b2b: B2BClient, ada: EmailResetResponse, field: str) -> None:
    """The role of every member permits it, for themselves."""
    updated = await b2b.organizations.members.update(
        organization_id=ada.organization_id,
        member_id=ada.member_id,
        authorization=Authorization(session_token=ada.session_token),
        **{field: CHANGES[field]},
    )

    assert getattr(updated.member, field) == CHANGES[field]


@pytest.mark.parametrize("changes", [{"roles": ["stytch_admin"]}, {"is_breakglass": True}, {"external_id": "crm-1"}])
async def test_members_do_not_promote_themselves(
    b2b: B2BClient, ada: EmailResetResponse, refusal: Refusal, changes: dict[str, Any]
) -> None:
    """Roles, and the way around the settings, take a permission on members."""
    refused = await refusal(
        b2b.organizations.members.update(
            organization_id=ada.organization_id,
            member_id=ada.member_id,
            authorization=Authorization(session_token=ada.session_token),
            **changes,
        )
    )

    assert refused == (403, "session_authorization_error")


@pytest.mark.parametrize(
    ("changes", "action"),
    [
        ({"name": "Joan"}, "update.info.name"),
        ({"untrusted_metadata": {"theme": "dark"}}, "update.info.untrusted-metadata"),
        ({"is_breakglass": True}, "update.settings.is-breakglass"),
        ({"mfa_enrolled": True}, "update.settings.mfa-enrolled"),
        ({"roles": []}, "update.settings.roles"),
        ({"default_mfa_method": "sms_otp"}, "update.settings.default-mfa-method"),
        ({"email_address": "clarke@example.com"}, "update.info.email"),
    ],
)
@pytest.mark.usefixtures("joan")
async def test_one_permission_is_enough_for_its_field(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, changes: dict[str, Any], action: str
) -> None:
    """A role with the documented action alone may change the field of another member."""
    project.settings.policy = Policy({"stytch_member": {"stytch.member": {action}}})

    updated = await b2b.organizations.members.update(
        organization_id=ada.organization_id,
        member_id="crm-joan",
        authorization=Authorization(session_token=ada.session_token),
        **changes,
    )

    assert updated.member.external_id == "crm-joan"


async def test_nobody_changes_their_own_address(b2b: B2BClient, grace: EmailResetResponse, refusal: Refusal) -> None:
    """Not even an admin: for oneself there is a way that proves the new address."""
    refused = await refusal(
        b2b.organizations.members.update(
            organization_id=grace.organization_id,
            member_id=grace.member_id,
            email_address="hopper@example.com",
            authorization=Authorization(session_token=grace.session_token),
        )
    )

    assert refused == (400, "member_cannot_update_their_email_address")


async def test_trusted_metadata_is_not_for_members(
    b2b: B2BClient, grace: EmailResetResponse, ada: EmailResetResponse, refusal: Refusal
) -> None:
    """Not even an admin writes it with a session; the app does."""
    update, home = b2b.organizations.members.update, ada.organization_id

    refused = await refusal(
        update(
            organization_id=home,
            member_id=ada.member_id,
            trusted_metadata={"plan": "pro"},
            authorization=Authorization(session_token=grace.session_token),
        )
    )

    written = await update(organization_id=home, member_id=ada.member_id, trusted_metadata={"plan": "pro"})
    assert refused == (401, "cannot_update_trusted_metadata")
    assert written.member.trusted_metadata == {"plan": "pro"}
