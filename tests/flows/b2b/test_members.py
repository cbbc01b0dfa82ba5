"""Stories of members whom an admin looks after: locked out, moved, gone and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from stytch_async.errors import BadRequestError, NotFoundError, PermissionDeniedError
from stytch_async.schemas.shared import Authorization

if TYPE_CHECKING:
    from tests.flows.conftest import Stytch

ADA = "ada@example.com"
GRACE = "grace@example.com"
PASSWORD = "a long and quiet river"

Names = dict[str, Any]


async def join(stytch: Stytch, place: Names, email_address: str, **about: Any) -> Any:
    """Add somebody to an organization and log them in by a link."""
    await stytch.b2b.organizations.members.create(**place, email_address=email_address, **about)
    return await log_in(stytch, place, email_address)


async def log_in(stytch: Stytch, place: Names, email_address: str) -> Any:
    """Log a member in by a link."""
    await stytch.b2b.magic_links.email.login_or_signup(**place, email_address=email_address)
    return await stytch.b2b.magic_links.authenticate(magic_links_token=stytch.token_for(email_address))


async def found(stytch: Stytch) -> Names:
    """Make an organization, and return it as an argument."""
    made = await stytch.b2b.organizations.create(organization_name="Analytical Engines")
    return {"organization_id": made.organization.organization_id}


async def test_break_glass_member_comes_in_when_nobody_else_can(stytch: Stytch) -> None:
    """Where single sign-on is the only way, and is broken, an admin who may break the glass opens other ways."""
    b2b, place = stytch.b2b, await found(stytch)
    admin = await join(stytch, place, GRACE, roles=["stytch_admin"])
    plain = await join(stytch, place, ADA)
    as_grace, as_ada = (Authorization(session_token=one.session_token) for one in (admin, plain))
    with pytest.raises(PermissionDeniedError) as denied:
        await b2b.organizations.members.update(
            **place, member_id=plain.member_id, is_breakglass=True, authorization=as_ada
        )
    assert denied.value.error_type == "session_authorization_error"

    marked = await b2b.organizations.members.update(
        **place, member_id=admin.member_id, is_breakglass=True, authorization=as_grace
    )
    assert marked.member.is_breakglass
    await b2b.organizations.update(
        **place, auth_methods="RESTRICTED", allowed_auth_methods=["sso"], authorization=as_grace
    )
    await b2b.sessions.revoke(member_id=admin.member_id)
    with pytest.raises(BadRequestError) as locked_out:
        await log_in(stytch, place, ADA)
    assert locked_out.value.error_type == "operation_restricted_by_organization_auth_methods"

    login = await log_in(stytch, place, GRACE)
    assert login.member_authenticated
    await b2b.organizations.update(
        **place,
        allowed_auth_methods=["sso", "magic_link"],
        authorization=Authorization(session_jwt=login.session_jwt),
    )
    assert (await log_in(stytch, place, ADA)).member_authenticated


async def test_member_moves_to_a_new_address(stytch: Stytch) -> None:
    """The new address counts once it is proven; the old one stays the member's until it is let go."""
    b2b, place = stytch.b2b, await found(stytch)
    login = await join(stytch, place, ADA)
    ada = {**place, "member_id": login.member_id}
    by_herself = Authorization(session_token=login.session_token)

    with pytest.raises(BadRequestError) as unproven:
        await b2b.organizations.members.update(**ada, email_address="countess@example.com", authorization=by_herself)
    assert unproven.value.error_type == "member_cannot_update_their_email_address"
    started = await b2b.organizations.members.start_email_update(
        **ada, email_address="countess@example.com", delivery_method="EMAIL_OTP", authorization=by_herself
    )
    assert started.member.email_address == ADA
    with pytest.raises(BadRequestError) as reserved:
        await b2b.organizations.members.create(**place, email_address="countess@example.com")
    assert reserved.value.error_type == "desired_email_updating_for_different_member"

    moved = await b2b.otps.email.authenticate(
        **place,
        email_address="countess@example.com",
        code=stytch.code_for("countess@example.com"),
        session_token=login.session_token,
    )
    assert (moved.member_id, moved.member.email_address) == (login.member_id, "countess@example.com")
    assert [one.email_address for one in moved.member.retired_email_addresses] == [ADA]
    with pytest.raises(BadRequestError) as retired:
        await b2b.organizations.members.create(**place, email_address=ADA)
    assert retired.value.error_type == "retired_member_email"

    unlinked = await b2b.organizations.members.unlink_retired_email(
        **ada, email_address=ADA, authorization=Authorization(session_token=moved.session_token)
    )
    assert unlinked.member.retired_email_addresses == []
    other = await b2b.organizations.members.create(**place, email_address=ADA)
    assert other.member_id != login.member_id
    assert (await log_in(stytch, place, "countess@example.com")).member_id == login.member_id


async def test_member_is_deleted_and_comes_back(stytch: Stytch) -> None:
    """Nothing opens the door meanwhile; who comes back has the password and not the roles of before."""
    b2b, place = stytch.b2b, await found(stytch)
    admin = await join(stytch, place, GRACE, roles=["stytch_admin"])
    as_grace = Authorization(session_token=admin.session_token)
    ada = await join(stytch, place, ADA, roles=["stytch_admin"])
    name = {**place, "member_id": ada.member_id}
    await b2b.passwords.email.reset_start(**place, email_address=ADA)
    await b2b.passwords.email.reset(password_reset_token=stytch.token_for(ADA), password=PASSWORD)
    await b2b.magic_links.email.login_or_signup(**place, email_address=ADA)
    link = stytch.token_for(ADA)

    await b2b.organizations.members.delete(**name, authorization=as_grace)
    for call in (
        b2b.sessions.authenticate(session_token=ada.session_token),
        b2b.magic_links.authenticate(magic_links_token=link),
        b2b.passwords.authenticate(**place, email_address=ADA, password=PASSWORD),
        b2b.organizations.members.dangerously_get(member_id=ada.member_id),
        b2b.organizations.members.delete(**name),
    ):
        with pytest.raises(NotFoundError):
            await call
    listed = await b2b.organizations.members.search(organization_ids=[place["organization_id"]])
    assert [one.email_address for one in listed.members] == [GRACE]

    back = await b2b.organizations.members.reactivate(**name, authorization=as_grace)
    assert (back.member.status, back.member.is_admin) == ("active", False)
    login = await b2b.passwords.authenticate(**place, email_address=ADA, password=PASSWORD)
    assert (login.member_id, login.member_authenticated) == (ada.member_id, True)
    with pytest.raises(NotFoundError) as present:
        await b2b.organizations.members.reactivate(**name)
    assert present.value.error_type == "no_deleted_member_found_for_reactivation"

    await b2b.organizations.members.delete(**name)
    successor = await b2b.organizations.members.create(**place, email_address=ADA)
    with pytest.raises(BadRequestError) as taken:
        await b2b.organizations.members.reactivate(**name)
    assert taken.value.error_type == "reactivation_email_belongs_to_another_member"
    assert successor.member_id != ada.member_id
