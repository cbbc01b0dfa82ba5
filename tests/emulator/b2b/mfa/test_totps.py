import base64
import datetime as dt
import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.state.clock import Clock
from stytch_async.emulator.world.authenticator import Authenticator
from stytch_async.schemas.b2b.passwords import AuthenticateResponse, EmailResetResponse
from stytch_async.schemas.b2b.totps import CreateResponse

LogIn = Callable[[], Awaitable[AuthenticateResponse]]
Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


async def test_setup_is_shown_once(
    b2b: B2BClient, ada: EmailResetResponse, named: dict[str, Any], project: Project
) -> None:
    """Secret, picture and recovery codes have Stytch's forms, and the app counts for nothing yet."""
    created = await b2b.totps.create(**named)

    header, _, picture = created.qr_code.partition(",")
    assert re.fullmatch(r"member-totp-test-[0-9a-f-]{36}", created.totp_registration_id)
    assert re.fullmatch(r"[A-Z2-7]{32}", created.secret)
    assert len(set(created.recovery_codes)) == 10
    assert all(re.fullmatch(r"[0-9a-z]{4}(-[0-9a-z]{4}){2}", code) for code in created.recovery_codes)
    assert header == "data:image/png;base64"
    assert base64.b64decode(picture).startswith(b"\x89PNG")
    assert created.member.totp_registration_id == ""
    assert project.members[ada.member_id].totp is not None


async def test_first_code_completes_the_setup(
    b2b: B2BClient, pending: CreateResponse, session: dict[str, Any], authenticator: Authenticator
) -> None:
    """From then on the app is the member's second factor."""
    login = await b2b.totps.authenticate(**session, code=authenticator.code())

    assert login.member.totp_registration_id == pending.totp_registration_id
    assert login.member.default_mfa_method == "totp"
    assert login.member_session is not None
    factor = login.member_session.authentication_factors[-1]
    assert (factor.type, factor.delivery_method) == ("totp", "authenticator_app")
    assert factor.authenticator_app_factor is not None
    assert factor.authenticator_app_factor.totp_id == pending.totp_registration_id


async def test_login_ends_with_a_code_of_the_app(
    b2b: B2BClient, app: CreateResponse, log_in: LogIn, authenticator: Authenticator, project: Project
) -> None:
    """A member who is enrolled logs in with both factors."""
    begun = await log_in()
    project.clock.advance(seconds=30)

    login = await b2b.totps.authenticate(
        organization_id=begun.organization_id,
        member_id=begun.member_id,
        code=authenticator.code(),
        intermediate_session_token=begun.intermediate_session_token,
    )

    assert begun.mfa_required is not None
    assert begun.mfa_required.member_options is not None
    assert begun.mfa_required.member_options.totp_registration_id == app.totp_registration_id
    assert login.member_session is not None
    assert [one.type for one in login.member_session.authentication_factors] == ["password", "totp"]


@pytest.mark.parametrize("seconds", [0, 30, 59])
@pytest.mark.usefixtures("pending")
async def test_code_of_the_window_before_is_taken(
    b2b: B2BClient, session: dict[str, Any], authenticator: Authenticator, project: Project, seconds: int
) -> None:
    """The app's clock may be late: a code is good for its own half minute and the next."""
    project.clock.advance(seconds=30 - project.now.timestamp() % 30)
    code = authenticator.code()
    project.clock.advance(seconds=seconds)

    login = await b2b.totps.authenticate(**session, code=code)

    assert login.member_session is not None


async def test_code_of_the_next_window_is_taken(
    b2b: B2BClient, pending: CreateResponse, session: dict[str, Any], project: Project
) -> None:
    """The app's clock may be fast as well."""
    fast = Authenticator(Project(clock=Clock(project.now + dt.timedelta(seconds=30))))
    fast.add(pending.secret)

    login = await b2b.totps.authenticate(**session, code=fast.code())

    assert login.member_session is not None


@pytest.mark.usefixtures("app")
async def test_code_is_good_once(
    b2b: B2BClient, session: dict[str, Any], authenticator: Authenticator, refusal: Refusal, project: Project
) -> None:
    """Neither it nor the one before it works again; the next one does."""
    code = authenticator.code()
    repeated = await refusal(b2b.totps.authenticate(**session, code=code))
    project.clock.advance(seconds=30)

    login = await b2b.totps.authenticate(**session, code=authenticator.code())
    older = await refusal(b2b.totps.authenticate(**session, code=code))

    assert login.member_session is not None
    assert repeated == older == (400, "totp_code_already_authenticated")


@pytest.mark.usefixtures("app")
async def test_late_code_is_wrong(
    b2b: B2BClient, session: dict[str, Any], authenticator: Authenticator, refusal: Refusal, project: Project
) -> None:
    """Two windows later a code is over."""
    project.clock.advance(seconds=30)
    code = authenticator.code()
    project.clock.advance(seconds=60)

    refused = await refusal(b2b.totps.authenticate(**session, code=code))

    assert refused == (401, "unable_to_authenticate_totp")


@pytest.mark.usefixtures("app")
async def test_wrong_codes_lock_the_member(
    b2b: B2BClient, session: dict[str, Any], authenticator: Authenticator, refusal: Refusal, project: Project
) -> None:
    """Ten in a row do, and neither the right one nor a recovery code helps then."""
    project.clock.advance(minutes=5)
    late = authenticator.code()
    project.clock.advance(minutes=5)
    for _ in range(project.settings.user_lock_threshold):
        await refusal(b2b.totps.authenticate(**session, code=late))

    by_app = await refusal(b2b.totps.authenticate(**session, code=authenticator.code()))
    by_code = await refusal(b2b.recovery_codes.recover(**session, recovery_code="abcd-1234-efgh"))

    assert by_app == by_code == (429, "user_lock_limit_reached")


@pytest.mark.parametrize(
    ("code", "error_type"),
    [
        ("12345", "invalid_totp_code"),
        ("1234567", "invalid_totp_code"),
        ("abcdef", "invalid_totp_code"),
        ("abcd-1234-efgh", "recovery_code_used_as_totp_code"),
    ],
)
@pytest.mark.usefixtures("app")
async def test_other_codes_are_named(
    b2b: B2BClient, session: dict[str, Any], refusal: Refusal, code: str, error_type: str
) -> None:
    """What cannot be a code of the app does not count as an attempt."""
    refused = await refusal(b2b.totps.authenticate(**session, code=code))

    assert refused == (400, error_type)


async def test_member_without_an_app_is_told(b2b: B2BClient, session: dict[str, Any], refusal: Refusal) -> None:
    """There is nothing that the code could be of."""
    refused = await refusal(b2b.totps.authenticate(**session, code="123456"))

    assert refused == (404, "totp_not_found")


async def test_setup_refuses_another_meanwhile(
    b2b: B2BClient, pending: CreateResponse, named: dict[str, Any], refusal: Refusal, project: Project
) -> None:
    """Once its time is over another may begin, with codes of its own."""
    project.clock.advance(minutes=29)
    refused = await refusal(b2b.totps.create(**named))
    project.clock.advance(minutes=1)

    again = await b2b.totps.create(**named)

    assert refused == (400, "pending_totp_exists")
    assert again.totp_registration_id != pending.totp_registration_id
    assert not set(again.recovery_codes) & set(pending.recovery_codes)


@pytest.mark.usefixtures("pending")
async def test_setup_ends_with_its_time(
    b2b: B2BClient, session: dict[str, Any], authenticator: Authenticator, refusal: Refusal, project: Project
) -> None:
    """The first code is too late then."""
    project.clock.advance(minutes=30)

    refused = await refusal(b2b.totps.authenticate(**session, code=authenticator.code()))

    assert refused == (400, "expired_totp")


@pytest.mark.usefixtures("app")
async def test_second_app_is_refused_until_the_first_is_deleted(
    b2b: B2BClient, named: dict[str, Any], refusal: Refusal
) -> None:
    """A member has one at most, and its recovery codes go with it."""
    refused = await refusal(b2b.totps.create(**named))
    await b2b.organizations.members.delete_totp(**named)
    codes = await refusal(b2b.recovery_codes.get(**named))

    created = await b2b.totps.create(**named)

    assert refused == (400, "active_totp_exists")
    assert codes == (404, "recovery_codes_not_found")
    assert created.member.totp_registration_id == ""


async def test_app_beside_a_phone_takes_the_phone(
    b2b: B2BClient, named: dict[str, Any], session: dict[str, Any], refusal: Refusal, project: Project
) -> None:
    """Whoever has proven a phone gives its code before an app is set up."""
    await b2b.otps.sms.send(**session, mfa_phone_number="+12025550162")
    code = project.outbox.last("+12025550162").code or ""
    before = await b2b.organizations.members.get(**named)
    await b2b.otps.sms.authenticate(**session, code=code)

    alone = await refusal(b2b.totps.create(**named))
    created = await b2b.totps.create(**session)

    assert not before.member.mfa_phone_number_verified
    assert alone == (400, "session_enforced_factor_matching_session_required")
    assert created.secret != ""


@pytest.mark.parametrize("given", [["ours-0001", "ours-0002", "ours-0002"], []])
async def test_app_of_another_system_goes_on_working(
    b2b: B2BClient, named: dict[str, Any], session: dict[str, Any], authenticator: Authenticator, given: list[str]
) -> None:
    """Secret and recovery codes are taken over; where there are no codes, they are made."""
    authenticator.add(SECRET)

    moved = await b2b.totps.migrate(**named, secret=SECRET, recovery_codes=given)

    login = await b2b.totps.authenticate(**session, code=authenticator.code())
    assert moved.member.totp_registration_id == moved.totp_registration_id
    assert len(moved.recovery_codes) == (2 if given else 10)
    assert login.member_session is not None


async def test_migrated_recovery_code_is_known_by_what_it_is(
    b2b: B2BClient, named: dict[str, Any], session: dict[str, Any], refusal: Refusal
) -> None:
    """Whatever it looks like: it is good once, and is told from a code of the app."""
    await b2b.totps.migrate(**named, secret=SECRET, recovery_codes=["ours 1", "ours 2"])

    mistaken = await refusal(b2b.totps.authenticate(**session, code="ours 1"))
    recovered = await b2b.recovery_codes.recover(**session, recovery_code="ours 1")
    again = await refusal(b2b.recovery_codes.recover(**session, recovery_code="ours 1"))

    assert mistaken == (400, "recovery_code_used_as_totp_code")
    assert recovered.recovery_codes_remaining == 1
    assert again == (400, "invalid_recovery_code")


@pytest.mark.parametrize("secret", ["", "not base32!", "0189"])
async def test_secret_of_another_system_must_be_one(
    b2b: B2BClient, named: dict[str, Any], refusal: Refusal, secret: str
) -> None:
    """It is base32."""
    refused = await refusal(b2b.totps.migrate(**named, secret=secret, recovery_codes=[]))

    assert refused == (400, "bad_request")


@pytest.mark.usefixtures("pending")
async def test_migration_replaces_nothing(
    b2b: B2BClient, named: dict[str, Any], session: dict[str, Any], authenticator: Authenticator, refusal: Refusal
) -> None:
    """Neither an app that waits for its code, nor one that counts."""
    waiting = await refusal(b2b.totps.migrate(**named, secret=SECRET, recovery_codes=[]))
    await b2b.totps.authenticate(**session, code=authenticator.code())

    active = await refusal(b2b.totps.migrate(**named, secret=SECRET, recovery_codes=[]))

    assert waiting == (400, "recovery_codes_already_exist")
    assert active == (400, "active_totp_exists")


async def test_each_change_of_the_member_is_one_event(
    b2b: B2BClient, app: CreateResponse, session: dict[str, Any], authenticator: Authenticator, project: Project
) -> None:
    """The first code changed the member, the second does not."""
    events = len(project.events)
    project.clock.advance(seconds=30)

    await b2b.totps.authenticate(**session, code=authenticator.code())

    shown = [event.document for event in project.events if event.document is not None]
    assert len(project.events) == events
    assert shown[-1]["totp_registration_id"] == app.totp_registration_id
    assert shown[-1]["mfa_enrolled"] is True


async def test_secrets_are_not_shown(b2b: B2BClient, app: CreateResponse, project: Project) -> None:
    """Neither in the answer's repr nor in that of what is stored."""
    member = project.members[app.member_id]

    texts = f"{app!r} {member!r} {member.totp!r} {b2b!r}"

    assert app.secret not in texts
    assert app.recovery_codes[0] not in texts
