from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.world.authenticator import Authenticator
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import AuthenticateResponse, EmailResetResponse
from stytch_async.schemas.b2b.totps import CreateResponse

LogIn = Callable[[], Awaitable[AuthenticateResponse]]
Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

TAKING: dict[str, dict[str, str]] = {
    "otps.sms.authenticate": {"code": "123456"},
    "totps.authenticate": {"code": "123456"},
    "recovery_codes.recover": {"recovery_code": "abcd-1234-efgh"},
}
SETTING_UP: dict[str, dict[str, str]] = {"otps.sms.send": {"mfa_phone_number": "+12025550162"}, "totps.create": {}}


def call(b2b: B2BClient, name: str, **arguments: Any) -> Awaitable[object]:
    """Call an endpoint by name, with what it takes besides."""
    endpoint: Any = b2b
    for part in name.split("."):
        endpoint = getattr(endpoint, part)
    awaited: Awaitable[object] = endpoint(**{**TAKING, **SETTING_UP}[name], **arguments)
    return awaited


def name_of(login: AuthenticateResponse | EmailResetResponse) -> dict[str, Any]:
    """Return the arguments that name a member."""
    return {"organization_id": login.organization_id, "member_id": login.member_id}


@pytest.mark.parametrize("name", TAKING)
async def test_second_factor_goes_with_a_login_or_session(
    b2b: B2BClient, ada: EmailResetResponse, refusal: Refusal, name: str
) -> None:
    """By itself it opens nothing."""
    assert await refusal(call(b2b, name, **name_of(ada))) == (400, "no_session_arguments")


@pytest.mark.parametrize("name", [*TAKING, *SETTING_UP])
async def test_login_and_session_exclude_each_other(
    b2b: B2BClient, ada: EmailResetResponse, begun: AuthenticateResponse, refusal: Refusal, name: str
) -> None:
    """One of the three tokens is enough."""
    token = begun.intermediate_session_token
    beside = [{"session_token": ada.session_token}, {"session_jwt": ada.session_jwt}]

    for session in beside:
        refused = await refusal(call(b2b, name, **name_of(ada), **session, intermediate_session_token=token))
        assert refused == (400, "too_many_session_arguments")


@pytest.mark.parametrize("name", [*TAKING, *SETTING_UP])
async def test_login_and_session_are_the_members_own(
    b2b: B2BClient, begun: AuthenticateResponse, grace: EmailResetResponse, refusal: Refusal, name: str
) -> None:
    """What somebody else has begun is refused, and not passed over."""
    session = await refusal(call(b2b, name, **name_of(begun), session_token=grace.session_token))
    login = await refusal(
        call(b2b, name, **name_of(grace), intermediate_session_token=begun.intermediate_session_token)
    )

    assert session == login == (400, "member_session_member_id_mismatch")


@pytest.mark.parametrize("name", [*TAKING, *SETTING_UP])
async def test_first_factor_comes_first(
    b2b: B2BClient,
    organization: Organization,
    begun: AuthenticateResponse,
    refusal: Refusal,
    name: str,
) -> None:
    """Where the organization has come to want another first factor, the second has to wait for it."""
    await b2b.organizations.update(
        organization_id=organization.organization_id, auth_methods="RESTRICTED", allowed_auth_methods=["magic_link"]
    )

    refused = await refusal(
        call(b2b, name, **name_of(begun), intermediate_session_token=begun.intermediate_session_token)
    )

    assert refused == (400, "action_available_only_once_primary_authentication_is_met")


@pytest.mark.parametrize("name", SETTING_UP)
async def test_second_factor_is_for_active_members(
    b2b: B2BClient, organization: Organization, refusal: Refusal, name: str
) -> None:
    """Somebody who has never logged in has none."""
    pending = await b2b.organizations.members.create(
        organization_id=organization.organization_id, email_address="mary@example.com", create_member_as_pending=True
    )

    refused = await refusal(call(b2b, name, organization_id=organization.organization_id, member_id=pending.member_id))

    assert refused == (400, "action_available_only_for_active_members")


@pytest.mark.parametrize("name", ["totps.authenticate", "totps.create", "recovery_codes.recover"])
async def test_apps_may_be_closed(
    b2b: B2BClient,
    organization: Organization,
    begun: AuthenticateResponse,
    refusal: Refusal,
    name: str,
) -> None:
    """Where only text messages count, neither an authenticator app does nor what stands in for one."""
    await b2b.organizations.update(
        organization_id=organization.organization_id, mfa_methods="RESTRICTED", allowed_mfa_methods=["sms_otp"]
    )

    refused = await refusal(
        call(b2b, name, **name_of(begun), intermediate_session_token=begun.intermediate_session_token)
    )

    assert refused == (400, "operation_restricted_by_organization_mfa_methods")


async def test_closed_factor_does_not_stand_in_the_way(
    b2b: B2BClient, organization: Organization, app: CreateResponse, begun: AuthenticateResponse, log_in: LogIn
) -> None:
    """A member whose method is not allowed any more enrols in another without it."""
    await b2b.organizations.update(
        organization_id=organization.organization_id, mfa_methods="RESTRICTED", allowed_mfa_methods=["sms_otp"]
    )
    login = await log_in()

    sent = await b2b.otps.sms.send(
        **name_of(begun),
        intermediate_session_token=login.intermediate_session_token,
        mfa_phone_number="+12025550162",
    )

    assert login.mfa_required is not None
    assert login.mfa_required.member_options is None
    assert sent.member.totp_registration_id == app.totp_registration_id


@pytest.mark.parametrize(("wish", "enrolled"), [("enroll", True), ("unenroll", False), (None, True)])
async def test_enrolment_is_changed_as_wished(
    b2b: B2BClient,
    begun: AuthenticateResponse,
    authenticator: Authenticator,
    wish: str | None,
    enrolled: bool,  # noqa: FBT001 - what is expected
) -> None:
    """Success enrols a member or lets them go; without a wish they stay as they were."""
    created = await b2b.totps.create(**name_of(begun))
    authenticator.add(created.secret)

    login = await b2b.totps.authenticate(
        **name_of(begun),
        code=authenticator.code(),
        intermediate_session_token=begun.intermediate_session_token,
        set_mfa_enrollment=wish,
    )

    assert login.member.mfa_enrolled is enrolled


async def test_required_factor_enrols_whatever_is_wished(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, authenticator: Authenticator
) -> None:
    """Where everybody needs a second factor, nobody leaves."""
    await b2b.organizations.update(organization_id=organization.organization_id, mfa_policy="REQUIRED_FOR_ALL")
    created = await b2b.totps.create(**name_of(ada))
    authenticator.add(created.secret)

    login = await b2b.totps.authenticate(
        **name_of(ada),
        code=authenticator.code(),
        session_token=ada.session_token,
        set_mfa_enrollment="unenroll",
    )

    assert login.member.mfa_enrolled


async def test_other_wishes_are_refused(b2b: B2BClient, ada: EmailResetResponse, refusal: Refusal) -> None:
    """A member is enrolled or not."""
    refused = await refusal(
        call(b2b, "totps.authenticate", **name_of(ada), session_token=ada.session_token, set_mfa_enrollment="maybe")
    )

    assert refused == (400, "bad_request")


@pytest.mark.parametrize(("wish", "method"), [(None, "totp"), (True, "sms_otp")])
@pytest.mark.usefixtures("app")
async def test_default_method_is_the_first_one_until_another_is_wished(
    b2b: B2BClient,
    ada: EmailResetResponse,
    project: Project,
    wish: bool | None,  # noqa: FBT001 - what is asked for
    method: str,
) -> None:
    """The app came first here."""
    await b2b.otps.sms.send(**name_of(ada), mfa_phone_number="+12025550162", session_token=ada.session_token)
    code = project.outbox.last("+12025550162").code or ""

    login = await b2b.otps.sms.authenticate(
        **name_of(ada), code=code, session_token=ada.session_token, set_default_mfa=wish
    )

    assert login.member.default_mfa_method == method


@pytest.mark.usefixtures("app")
async def test_default_app_keeps_the_phone_silent(
    b2b: B2BClient, ada: EmailResetResponse, log_in: LogIn, project: Project
) -> None:
    """A login texts nothing where the app comes first, and names both."""
    await b2b.otps.sms.send(**name_of(ada), mfa_phone_number="+12025550162", session_token=ada.session_token)
    sent = len(project.outbox)

    login = await log_in()

    assert login.mfa_required is not None
    assert login.mfa_required.secondary_auth_initiated is None
    assert login.mfa_required.member_options is not None
    assert login.mfa_required.member_options.mfa_phone_number == "+12025550162"
    assert login.mfa_required.member_options.totp_registration_id != ""
    assert len(project.outbox) == sent


async def test_login_from_discovery_takes_a_second_factor_at_once(
    b2b: B2BClient, app: CreateResponse, project: Project, authenticator: Authenticator
) -> None:
    """What was proven before an organization was chosen is good for its second factor, too (behaviour-more L11)."""
    await b2b.otps.email.discovery.send(email_address="ada@example.com")
    code = project.outbox.last("ada@example.com").code or ""
    begun = await b2b.otps.email.discovery.authenticate(email_address="ada@example.com", code=code)
    project.clock.advance(minutes=1)

    login = await b2b.totps.authenticate(
        organization_id=app.member.organization_id,
        member_id=app.member_id,
        code=authenticator.code(),
        intermediate_session_token=begun.intermediate_session_token,
    )

    assert login.member_session is not None
    first, second = login.member_session.authentication_factors
    assert (first.type, second.type) == ("email_otp", "totp")
    assert first.email_factor is not None
    assert first.email_factor.email_id == project.members[app.member_id].email.id
