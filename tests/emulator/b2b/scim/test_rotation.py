from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.world.directory import Directory, DirectoryError
from stytch_async.schemas.b2b.scim import SCIMConnectionWithToken
from tests.emulator.conftest import Refusal


def opens(directory: Directory, token: str) -> bool:
    """Whether a token is good."""
    directory.bearer_token = token
    try:
        directory.send("GET", "/Users")
    except DirectoryError as error:
        return error.status != 401
    return True


async def rotate(b2b: B2BClient, place: dict[str, Any]) -> str:
    """Begin a rotation, and return the next token."""
    started = await b2b.scim.connection.rotate_start(**place)
    assert started.connection is not None
    return started.connection.next_bearer_token


async def test_both_tokens_are_good_during_a_rotation(
    b2b: B2BClient, created: SCIMConnectionWithToken, place: dict[str, Any], directory: Directory
) -> None:
    """The connection shows how both end, and the next one is shown whole only once."""
    following = await rotate(b2b, place)

    got = (await b2b.scim.connection.get(organization_id=created.organization_id)).connection
    assert got is not None
    assert got.bearer_token_last_four == created.bearer_token[-4:]
    assert got.next_bearer_token_last_four == following[-4:]
    assert got.next_bearer_token_expires_at is not None
    assert (len(following), opens(directory, created.bearer_token), opens(directory, following)) == (48, True, True)


async def test_a_rotation_ends_with_the_next_token(
    b2b: B2BClient, created: SCIMConnectionWithToken, place: dict[str, Any], directory: Directory
) -> None:
    """The old one opens nothing any more."""
    following = await rotate(b2b, place)

    completed = (await b2b.scim.connection.rotate_complete(**place)).connection

    assert completed is not None
    assert completed.bearer_token_last_four == following[-4:]
    assert (completed.next_bearer_token_last_four, completed.next_bearer_token_expires_at) == ("", None)
    assert (opens(directory, created.bearer_token), opens(directory, following)) == (False, True)


async def test_a_cancelled_rotation_leaves_the_old_token(
    b2b: B2BClient, created: SCIMConnectionWithToken, place: dict[str, Any], directory: Directory
) -> None:
    """The next one opens nothing any more."""
    following = await rotate(b2b, place)

    cancelled = (await b2b.scim.connection.rotate_cancel(**place)).connection

    assert cancelled is not None
    assert (cancelled.bearer_token_last_four, cancelled.next_bearer_token_last_four) == (created.bearer_token[-4:], "")
    assert (opens(directory, created.bearer_token), opens(directory, following)) == (True, False)


async def test_a_rotation_that_begins_anew_has_another_token(
    b2b: B2BClient, place: dict[str, Any], directory: Directory
) -> None:
    """The one that was shown first opens nothing any more."""
    first, second = await rotate(b2b, place), await rotate(b2b, place)

    assert (opens(directory, first), opens(directory, second)) == (False, True)


@pytest.mark.parametrize("end", ["rotate_complete", "rotate_cancel"])
async def test_only_a_rotation_can_end(b2b: B2BClient, place: dict[str, Any], end: str, refusal: Refusal) -> None:
    """Without one, or once more, both ends are refused."""
    call = getattr(b2b.scim.connection, end)

    assert await refusal(call(**place)) == (400, "scim_connection_not_rotating_token")
    await rotate(b2b, place)
    await call(**place)
    assert await refusal(call(**place)) == (400, "scim_connection_not_rotating_token")


async def test_a_token_has_its_day(created: SCIMConnectionWithToken, directory: Directory, project: Project) -> None:
    """It opens nothing once it has expired."""
    assert created.bearer_token_expires_at is not None

    project.clock.advance(seconds=(created.bearer_token_expires_at - project.now).total_seconds())

    assert not opens(directory, created.bearer_token)


async def test_a_rotation_leaves_events(b2b: B2BClient, place: dict[str, Any], project: Project) -> None:
    """Each step is an update of the connection, and shows no token."""
    following = await rotate(b2b, place)
    await b2b.scim.connection.rotate_complete(**place)

    told = project.events.of("scim_connection")
    assert [event.action for event in told] == ["CREATE", "UPDATE", "UPDATE"]
    assert following not in str([event.document for event in told])
