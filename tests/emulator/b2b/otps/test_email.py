import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse

Found = Callable[..., Awaitable[Organization]]
Read = Callable[[str], str]
Refused = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

ADA = "ada@example.com"


@pytest.fixture
def names(organization: Organization) -> dict[str, str]:
    """Return the arguments that name Ada in the organization."""
    return {"organization_id": organization.organization_id, "email_address": ADA}


def wrong(code: str) -> str:
    """Return another code."""
    return f"{(int(code) + 1) % 1_000_000:06}"


async def test_code_logs_a_member_in(
    b2b: B2BClient, ada: EmailResetResponse, names: dict[str, str], code_to: Read, project: Project
) -> None:
    """A code lasts ten minutes and starts a session whose factor names the address."""
    sent = await b2b.otps.email.login_or_signup(**names)
    lasts = project.outbox.last(ADA).expires_at - project.now

    login = await b2b.otps.email.authenticate(code=code_to(ADA), session_duration_minutes=30, **names)

    assert (sent.member_created, login.member_id, lasts) == (False, ada.member_id, dt.timedelta(minutes=10))
    assert login.member_session is not None
    (factor,) = login.member_session.authentication_factors
    assert (factor.type, factor.delivery_method) == ("email_otp", "email")
    assert factor.email_factor is not None
    assert (factor.email_factor.email_id, factor.email_factor.email_address) == (login.method_id, ADA)


async def test_stranger_signs_up_by_code(
    b2b: B2BClient, open_organization: Organization, code_to: Read, project: Project
) -> None:
    """Somebody new is pending until the code is used; both changes are told."""
    names = {"organization_id": open_organization.organization_id, "email_address": ADA}

    sent = await b2b.otps.email.login_or_signup(signup_expiration_minutes=15, **names)
    lasts = project.outbox.last(ADA).expires_at - project.now
    login = await b2b.otps.email.authenticate(code=code_to(ADA), **names)

    assert (sent.member_created, sent.member.status, lasts) == (True, "pending", dt.timedelta(minutes=15))
    assert (login.member.status, login.member.email_address_verified) == ("active", True)
    assert [event.type for event in project.events.of("member")] == ["direct.member.create", "direct.member.update"]


@pytest.mark.parametrize(
    ("settings", "error_type"),
    [
        ({}, "email_jit_provisioning_not_allowed"),
        (
            {"email_jit_provisioning": "RESTRICTED", "email_allowed_domains": ["example.org"]},
            "invalid_email_for_jit_provisioning",
        ),
        (
            {"auth_methods": "RESTRICTED", "allowed_auth_methods": ["magic_link"]},
            "operation_restricted_by_organization_auth_methods",
        ),
    ],
)
async def test_stranger_may_not_join_everywhere(
    b2b: B2BClient, found: Found, refusal: Refused, *, settings: dict[str, Any], error_type: str
) -> None:
    """An organization lets nobody in from other domains, nor by a method that it does not allow."""
    organization = await found(**settings)

    refused = await refusal(
        b2b.otps.email.login_or_signup(organization_id=organization.organization_id, email_address=ADA)
    )

    assert refused == (400, error_type)


async def test_code_works_once(
    b2b: B2BClient, ada: EmailResetResponse, names: dict[str, str], code_to: Read, refusal: Refused
) -> None:
    """A code that was used is no use any more."""
    await b2b.otps.email.login_or_signup(**names)
    code = code_to(ADA)
    login = await b2b.otps.email.authenticate(code=code, **names)

    assert login.member_id == ada.member_id
    assert await refusal(b2b.otps.email.authenticate(code=code, **names)) == (401, "unable_to_auth_otp_code")


async def test_code_works_for_as_long_as_was_asked(
    b2b: B2BClient,
    ada: EmailResetResponse,
    names: dict[str, str],
    code_to: Read,
    *,
    refusal: Refused,
    project: Project,
) -> None:
    """A code that is too old is no use any more."""
    assert ada.member.status == "active"
    await b2b.otps.email.login_or_signup(login_expiration_minutes=2, **names)
    project.clock.advance(minutes=2)

    refused = await refusal(b2b.otps.email.authenticate(code=code_to(ADA), **names))

    assert refused == (401, "unable_to_auth_otp_code")


async def test_wrong_codes_lock_a_member(
    b2b: B2BClient,
    ada: EmailResetResponse,
    names: dict[str, str],
    code_to: Read,
    *,
    refusal: Refused,
    project: Project,
) -> None:
    """A wrong code is not found, counts as a failure, and leaves the right one."""
    project.settings.user_lock_threshold = 2
    await b2b.otps.email.login_or_signup(**names)
    code = code_to(ADA)

    first = await refusal(b2b.otps.email.authenticate(code=wrong(code), **names))
    login = await b2b.otps.email.authenticate(code=code, **names)
    await b2b.otps.email.login_or_signup(**names)
    code = code_to(ADA)
    for _ in range(2):
        await refusal(b2b.otps.email.authenticate(code=wrong(code), **names))
    locked = await refusal(b2b.otps.email.authenticate(code=code, **names))

    assert (first, login.member_id) == ((404, "otp_code_not_found"), ada.member_id)
    assert locked == (429, "user_lock_limit_reached")


async def test_newer_code_voids_the_older_one_in_another_organization(
    b2b: B2BClient,
    ada: EmailResetResponse,
    names: dict[str, str],
    code_to: Read,
    *,
    found: Found,
    refusal: Refused,
) -> None:
    """Only the newest code to an address counts, and only in the organization that it was sent for."""
    other = await found("Other")
    there = {"organization_id": other.organization_id, "email_address": ADA}
    await b2b.organizations.members.create(**there)
    await b2b.otps.email.login_or_signup(**names)
    older = code_to(ADA)
    await b2b.otps.email.login_or_signup(**there)
    newer = code_to(ADA)

    voided = await refusal(b2b.otps.email.authenticate(code=older, **names))
    elsewhere = await refusal(b2b.otps.email.authenticate(code=newer, **names))
    login = await b2b.otps.email.authenticate(code=newer, **there)

    assert (voided, elsewhere) == ((404, "otp_code_not_found"),) * 2
    assert login.member_id != ada.member_id


async def test_discovery_and_organizations_do_not_take_each_others_codes(
    b2b: B2BClient, ada: EmailResetResponse, names: dict[str, str], code_to: Read, refusal: Refused
) -> None:
    """A code is for what it was sent for, and a newer one voids it whatever that is for."""
    await b2b.otps.email.login_or_signup(**names)
    own = code_to(ADA)
    wrong_door = await refusal(b2b.otps.email.discovery.authenticate(email_address=ADA, code=own))
    await b2b.otps.email.discovery.send(email_address=ADA)
    strange = code_to(ADA)

    voided = await refusal(b2b.otps.email.authenticate(code=own, **names))
    other_door = await refusal(b2b.otps.email.authenticate(code=strange, **names))
    found = await b2b.otps.email.discovery.authenticate(email_address=ADA, code=strange)

    assert (wrong_door, voided, other_door) == ((404, "otp_code_not_found"),) * 3
    assert [one.membership.member for one in found.discovered_organizations if one.membership] == [ada.member]


@pytest.mark.parametrize(
    ("arguments", "refused"),
    [
        ({"code": "12345"}, (400, "invalid_code")),
        ({"organization_id": "nowhere"}, (404, "organization_not_found")),
        ({"email_address": "grace@example.com"}, (404, "member_not_found")),
        ({"email_address": "grace"}, (400, "invalid_email")),
        ({"intermediate_session_token": "A" * 44}, (404, "intermediate_session_not_found")),
    ],
)
async def test_unusable_arguments_are_refused(
    b2b: B2BClient,
    ada: EmailResetResponse,
    names: dict[str, str],
    code_to: Read,
    refusal: Refused,
    *,
    arguments: dict[str, str],
    refused: tuple[int, str],
) -> None:
    """Nothing is spent where anything of the call cannot be used."""
    await b2b.otps.email.login_or_signup(**names)
    code = code_to(ADA)

    assert await refusal(b2b.otps.email.authenticate(**{**names, "code": code, **arguments})) == refused
    assert (await b2b.otps.email.authenticate(code=code, **names)).member_id == ada.member_id


async def test_code_moves_a_member_to_a_new_address(
    b2b: B2BClient, ada: EmailResetResponse, names: dict[str, str], code_to: Read
) -> None:
    """The code to a new address makes it the member's, and retires the old one."""
    new = {"organization_id": names["organization_id"], "email_address": "lovelace@example.com"}
    await b2b.organizations.members.start_email_update(member_id=ada.member_id, delivery_method="EMAIL_OTP", **new)

    login = await b2b.otps.email.authenticate(code=code_to("lovelace@example.com"), **new)

    assert (login.member.email_address, login.member.email_address_verified) == ("lovelace@example.com", True)
    assert [one.email_address for one in login.member.retired_email_addresses] == [ADA]


async def test_time_to_move_to_a_new_address_runs_out(
    b2b: B2BClient,
    ada: EmailResetResponse,
    names: dict[str, str],
    code_to: Read,
    *,
    refusal: Refused,
    project: Project,
) -> None:
    """After five minutes the code to a new address moves nobody."""
    new = {"organization_id": names["organization_id"], "email_address": "lovelace@example.com"}
    await b2b.organizations.members.start_email_update(member_id=ada.member_id, delivery_method="EMAIL_OTP", **new)
    project.clock.advance(minutes=5)

    refused = await refusal(b2b.otps.email.authenticate(code=code_to("lovelace@example.com"), **new))

    assert refused == (400, "unable_to_verify_member_email_update")


async def test_code_of_discovery_proves_the_address(b2b: B2BClient, code_to: Read, project: Project) -> None:
    """A code finds somebody's organizations, for which nobody becomes a member; it lasts as long as was asked for."""
    await b2b.otps.email.discovery.send(email_address="Ada@example.com", discovery_expiration_minutes=15)
    lasts = project.outbox.last(ADA).expires_at - project.now

    found = await b2b.otps.email.discovery.authenticate(email_address="ADA@example.com", code=code_to(ADA))

    founded = await b2b.discovery.organizations.create(intermediate_session_token=found.intermediate_session_token)
    assert lasts == dt.timedelta(minutes=15)
    assert (found.email_address, found.discovered_organizations) == (ADA, [])
    assert (founded.member_authenticated, founded.member.email_address_verified) == (True, True)


async def test_code_of_discovery_works_once(b2b: B2BClient, code_to: Read, refusal: Refused, project: Project) -> None:
    """A code of discovery that is wrong, used or too old is refused."""
    await b2b.otps.email.discovery.send(email_address=ADA)
    code = code_to(ADA)
    unknown = await refusal(b2b.otps.email.discovery.authenticate(email_address=ADA, code=wrong(code)))
    await b2b.otps.email.discovery.authenticate(email_address=ADA, code=code)
    used = await refusal(b2b.otps.email.discovery.authenticate(email_address=ADA, code=code))
    await b2b.otps.email.discovery.send(email_address=ADA)
    project.clock.advance(minutes=10)

    late = await refusal(b2b.otps.email.discovery.authenticate(email_address=ADA, code=code_to(ADA)))

    assert unknown == (404, "otp_code_not_found")
    assert (used, late) == ((401, "unable_to_auth_otp_code"),) * 2


async def test_unusable_arguments_of_discovery_are_refused(b2b: B2BClient, refusal: Refused) -> None:
    """An address must be one, and a code has six digits."""
    send, authenticate = b2b.otps.email.discovery.send, b2b.otps.email.discovery.authenticate

    assert await refusal(send(email_address="ada")) == (400, "invalid_email")
    assert await refusal(authenticate(email_address="ada", code="123456")) == (400, "invalid_email")
    assert await refusal(authenticate(email_address=ADA, code="12345")) == (400, "invalid_code")
    assert await refusal(authenticate(email_address=ADA, code="123456")) == (404, "otp_code_not_found")
