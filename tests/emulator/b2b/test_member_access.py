"""Who may do what with a session: the same rules for every operation that takes one."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Policy, Project
from stytch_async.errors import APIError
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.shared import Authorization

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Call = Callable[..., Awaitable[object]]

JOAN = "crm-joan"


def call(b2b: B2BClient, operation: str, organization_id: str) -> Callable[..., Awaitable[object]]:
    """Return an operation of organizations, told about which organization and about which member."""
    members, name = b2b.organizations.members, {"organization_id": organization_id}
    joan = {**name, "member_id": JOAN}
    calls: dict[str, Callable[..., Awaitable[object]]] = {
        "update": lambda **more: b2b.organizations.update(**name, organization_name="Renamed", **more),
        "delete": lambda **more: b2b.organizations.delete(**name, **more),
        "delete_external_id": lambda **more: b2b.organizations.delete_external_id(**name, **more),
        "connected_apps": lambda **more: b2b.organizations.connected_apps(**name, **more),
        "get_connected_app": lambda **more: b2b.organizations.get_connected_app(
            **name, connected_app_id="connected-app-test-1", **more
        ),
        "members.create": lambda **more: members.create(**name, email_address="hedy@example.com", **more),
        "members.update": lambda **more: members.update(**joan, name="Joan", **more),
        "members.delete": lambda **more: members.delete(**joan, **more),
        "members.reactivate": lambda **more: members.reactivate(**joan, **more),
        "members.search": lambda **more: members.search(organization_ids=[organization_id], **more),
        "members.delete_external_id": lambda **more: members.delete_external_id(**joan, **more),
        "members.delete_mfa_phone_number": lambda **more: members.delete_mfa_phone_number(**joan, **more),
        "members.delete_totp": lambda **more: members.delete_totp(**joan, **more),
        "members.start_email_update": lambda **more: members.start_email_update(
            **joan, email_address="clarke@example.com", **more
        ),
        "members.unlink_retired_email": lambda **more: members.unlink_retired_email(
            **joan, email_address="clarke@example.com", **more
        ),
        "members.get_connected_apps": lambda **more: members.get_connected_apps(**joan, **more),
        "members.connected_apps.revoke": lambda **more: members.connected_apps.revoke(
            **joan, connected_app_id="connected-app-test-1", **more
        ),
    }
    return calls[operation]


PERMISSIONS = {
    "update": ("stytch.organization", "update.info.name"),
    "delete": ("stytch.organization", "delete"),
    "delete_external_id": ("stytch.organization", "update.info.external-id"),
    "connected_apps": ("stytch.organization", "get.connected-apps"),
    "get_connected_app": ("stytch.organization", "get.connected-apps"),
    "members.create": ("stytch.member", "create"),
    "members.update": ("stytch.member", "update.info.name"),
    "members.delete": ("stytch.member", "delete"),
    "members.reactivate": ("stytch.member", "create"),
    "members.search": ("stytch.member", "search"),
    "members.delete_external_id": ("stytch.member", "update.info.external-id"),
    "members.delete_mfa_phone_number": ("stytch.member", "update.info.delete.mfa-phone"),
    "members.delete_totp": ("stytch.member", "update.info.delete.mfa-totp"),
    "members.start_email_update": ("stytch.member", "update.info.email"),
    "members.unlink_retired_email": ("stytch.member", "update.info.unlink.retired-email"),
    "members.get_connected_apps": ("stytch.member", "get.connected-apps"),
    "members.connected_apps.revoke": ("stytch.member", "revoke.connected-app"),
}


@pytest.fixture
async def joan(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Add another member to Ada's organization."""
    await b2b.organizations.members.create(
        organization_id=ada.organization_id, email_address="joan@example.com", external_id=JOAN
    )


async def _outcome(awaited: Awaitable[object]) -> str | None:
    """Return the type of the error that a call ends with, if it does."""
    try:
        await awaited
    except APIError as error:
        return error.error_type
    return None


@pytest.mark.usefixtures("joan")
@pytest.mark.parametrize("operation", PERMISSIONS)
async def test_a_plain_member_may_do_nothing_to_others(
    b2b: B2BClient, ada: EmailResetResponse, refusal: Refusal, operation: str
) -> None:
    """Without a role that permits it every such call is refused."""
    authorization = Authorization(session_token=ada.session_token)

    refused = await refusal(call(b2b, operation, ada.organization_id)(authorization=authorization))

    assert refused == (403, "session_authorization_error")


@pytest.mark.usefixtures("joan")
@pytest.mark.parametrize("operation", PERMISSIONS)
async def test_one_permission_opens_one_operation(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, operation: str
) -> None:
    """A role with the one action gets as far as the app itself."""
    resource, action = PERMISSIONS[operation]
    project.settings.policy = Policy({"stytch_member": {resource: {action}}})
    authorization = Authorization(session_jwt=ada.session_jwt)

    outcome = await _outcome(call(b2b, operation, ada.organization_id)(authorization=authorization))

    assert outcome in {
        *(None, "connected_app_not_found", "email_not_found", "member_has_no_active_verified_email"),
        *("member_phone_number_not_found", "no_deleted_member_found_for_reactivation", "totp_not_found"),
    }


@pytest.mark.parametrize("operation", PERMISSIONS)
async def test_an_admin_of_another_organization_learns_nothing(
    b2b: B2BClient, grace: EmailResetResponse, refusal: Refusal, operation: str
) -> None:
    """Whether the organization has such a member or not, the call ends in the same way."""
    made = [(await b2b.organizations.create(organization_name=name)).organization for name in ("One", "Other")]
    authorization = Authorization(session_token=grace.session_token)
    await b2b.organizations.members.create(
        organization_id=made[0].organization_id, email_address="joan@example.com", external_id=JOAN
    )

    refused = [await refusal(call(b2b, operation, home.organization_id)(authorization=authorization)) for home in made]

    assert refused == [(403, "session_authorization_tenancy_error")] * 2


async def test_a_password_needs_its_permission(
    b2b: B2BClient, ada: EmailResetResponse, grace: EmailResetResponse, refusal: Refusal
) -> None:
    """Members may delete their own, and admins those of others."""
    delete, home = b2b.organizations.members.delete_password, ada.organization_id
    by_ada, by_grace = (Authorization(session_token=one.session_token) for one in (ada, grace))
    others = grace.member.member_password_id

    refused = await refusal(delete(organization_id=home, member_password_id=others, authorization=by_ada))

    own: list[Any] = [
        await delete(organization_id=home, member_password_id=others, authorization=by_grace),
        await delete(organization_id=home, member_password_id=ada.member.member_password_id, authorization=by_ada),
    ]
    assert refused == (403, "session_authorization_error")
    assert [answer.member.member_password_id for answer in own] == ["", ""]
