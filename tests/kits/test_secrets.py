"""What a tool that reports errors with the variables around them gets to see of a visitor's session: nothing."""

import datetime as dt
import logging
import traceback
from collections.abc import Iterator

import pytest

from stytch_async import StytchError
from stytch_async.integrations.guard import Guard, Visit
from stytch_async.integrations.needs import Needs
from stytch_async.integrations.origins import WEBSOCKET
from stytch_async.integrations.sessions import UserSessions
from tests.kits.rows import IDS, ROWS, Row
from tests.kits.world import World

NEEDS = {
    "/editor": Needs.of(role="editor"),
    "/publish": Needs.of(check=("documents", "publish")),
    "/totp": Needs.of(factors="totp", within=dt.timedelta(minutes=5)),
}
USERS = [
    pytest.param(row, id=name)
    for row, name in zip(ROWS, IDS, strict=True)
    if not name.endswith(("nothing", "organization"))
]


def shown(error: BaseException | None) -> Iterator[str]:
    """Show an error, what led to it, and the variables of the kits' functions on the way."""
    while error is not None:
        yield f"{error} {error!r}"
        for frame, _ in traceback.walk_tb(error.__traceback__):
            if "integrations" in frame.f_code.co_filename:
                yield from (f"{frame.f_code.co_name}: {name}={value!r}" for name, value in frame.f_locals.items())
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


@pytest.mark.parametrize("row", USERS)
async def test_a_refusal_shows_no_secret(row: Row, world: World, caplog: pytest.LogCaptureFixture) -> None:
    """Neither in the error, nor in a variable on its way, nor in a log line."""
    caplog.set_level(logging.DEBUG)
    path, headers = await row.arrange(world)
    lower = {name.lower(): value for name, value in headers.items()}
    cookies = dict(pair.split("=", 1) for pair in headers["Cookie"].split("; "))
    visit = Visit(method=WEBSOCKET, headers=lower, cookies=cookies)
    guard = Guard(UserSessions())

    with pytest.raises(StytchError) as caught:
        await guard.session(world.client, visit, NEEDS.get(path, Needs()))
    guard.answer(visit, caught.value)

    secrets = [*cookies.values(), *(value.split(".")[-1] for value in cookies.values() if "." in value)]
    found = [line for line in [*shown(caught.value), caplog.text] for secret in secrets if secret in line]
    assert found == []


async def test_a_cookie_that_cannot_be_written_is_not_shown(world: World) -> None:
    """Nor is a login that cannot be kept."""
    login = await world.client.sessions.authenticate(session_token=(await world.sign_in())["stytch_session"])
    visit = Visit(method="POST", headers={}, cookies={})
    errors: list[BaseException] = []

    with pytest.raises(StytchError) as caught:
        Guard(UserSessions()).sign_in(visit, login)
    errors.append(caught.value)
    visit.is_written, login.session_jwt = True, f"{login.session_jwt};"
    with pytest.raises(ValueError, match="stytch_session_jwt") as unwritable:
        Guard(UserSessions()).sign_in(visit, login)
    errors.append(unwritable.value)

    lines = [line for error in errors for line in shown(error)]
    assert not [line for line in lines if login.session_jwt in line or login.session_token in line]
