from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.passwords import AuthenticateResponse
from stytch_async.schemas.b2b.totps import CreateResponse

LogIn = Callable[[], Awaitable[AuthenticateResponse]]
Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


async def test_recovery_code_completes_a_login_once(
    b2b: B2BClient, named: dict[str, Any], app: CreateResponse, log_in: LogIn, refusal: Refusal
) -> None:
    """It stands in for the app, and is struck off."""
    first, second = await log_in(), await log_in()
    code, *others = app.recovery_codes

    login = await b2b.recovery_codes.recover(
        **named, recovery_code=code, intermediate_session_token=first.intermediate_session_token
    )
    again = await refusal(
        b2b.recovery_codes.recover(
            **named, recovery_code=code, intermediate_session_token=second.intermediate_session_token
        )
    )
    left = await b2b.recovery_codes.get(**named)

    assert login.recovery_codes_remaining == 9
    assert login.member_session is not None
    assert [one.type for one in login.member_session.authentication_factors] == ["password", "recovery_codes"]
    assert again == (401, "unable_to_authenticate_recovery_code")
    assert left.recovery_codes == others


async def test_factor_names_the_code(b2b: B2BClient, app: CreateResponse, session: dict[str, Any]) -> None:
    """By an id, and not by what was typed."""
    login = await b2b.recovery_codes.recover(
        **session,
        recovery_code=app.recovery_codes[0],
    )

    assert login.member_session is not None
    factor = login.member_session.authentication_factors[-1]
    assert (factor.type, factor.delivery_method) == ("recovery_codes", "recovery_code")
    assert factor.recovery_code_factor is not None
    assert factor.recovery_code_factor.totp_recovery_code_id.startswith("totp-recovery-code-test-")


async def test_default_method_stays(b2b: B2BClient, app: CreateResponse, session: dict[str, Any]) -> None:
    """A recovery code is not a method that could come first."""
    login = await b2b.recovery_codes.recover(
        **session,
        recovery_code=app.recovery_codes[0],
    )

    assert login.member.default_mfa_method == "totp"


async def test_rotation_voids_all_codes(
    b2b: B2BClient, app: CreateResponse, named: dict[str, Any], session: dict[str, Any], refusal: Refusal
) -> None:
    """Ten fresh ones take their place."""
    rotated = await b2b.recovery_codes.rotate(**named)

    refused = await refusal(b2b.recovery_codes.recover(**session, recovery_code=app.recovery_codes[0]))
    left = await b2b.recovery_codes.get(**named)
    assert refused == (401, "unable_to_authenticate_recovery_code")
    assert len(rotated.recovery_codes) == 10
    assert left.recovery_codes == rotated.recovery_codes


async def test_codes_stand_in_for_an_app_that_counts(
    b2b: B2BClient, named: dict[str, Any], session: dict[str, Any], refusal: Refusal
) -> None:
    """Before its first code they open nothing, though they can be read."""
    none = await refusal(b2b.recovery_codes.get(**named))
    created = await b2b.totps.create(**named)

    recovered = await refusal(
        b2b.recovery_codes.recover(
            **session,
            recovery_code=created.recovery_codes[0],
        )
    )
    rotated = await refusal(b2b.recovery_codes.rotate(**named))
    listed = await b2b.recovery_codes.get(**named)

    assert none == (404, "recovery_codes_not_found")
    assert recovered == rotated == (400, "no_active_recovery_code_backed_factor")
    assert listed.recovery_codes == created.recovery_codes


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("123456", (400, "totp_code_used_as_recovery_code")),
        ("abcd", (400, "invalid_recovery_code")),
        ("abcd-1234-efgh", (401, "unable_to_authenticate_recovery_code")),
    ],
)
@pytest.mark.usefixtures("app")
async def test_other_codes_are_refused(
    b2b: B2BClient, session: dict[str, Any], refusal: Refusal, code: str, expected: tuple[int, str]
) -> None:
    """Each by what it looks like."""
    refused = await refusal(b2b.recovery_codes.recover(**session, recovery_code=code))

    assert refused == expected


async def test_wrong_codes_lock_the_member(
    b2b: B2BClient, app: CreateResponse, session: dict[str, Any], refusal: Refusal, project: Project
) -> None:
    """They count like wrong passwords."""
    for _ in range(project.settings.user_lock_threshold):
        await refusal(b2b.recovery_codes.recover(**session, recovery_code="abcd-1234-efgh"))

    refused = await refusal(b2b.recovery_codes.recover(**session, recovery_code=app.recovery_codes[0]))

    assert refused == (429, "user_lock_limit_reached")


async def test_last_code_leaves_none(
    b2b: B2BClient, app: CreateResponse, session: dict[str, Any], refusal: Refusal
) -> None:
    """After it there is nothing to recover with, until others are made."""
    for code in app.recovery_codes:
        login = await b2b.recovery_codes.recover(**session, recovery_code=code)

    refused = await refusal(b2b.recovery_codes.recover(**session, recovery_code=app.recovery_codes[0]))

    assert login.recovery_codes_remaining == 0
    assert refused == (404, "recovery_codes_not_found")
