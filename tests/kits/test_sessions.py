"""Who is signed in, and how seldom Stytch is asked."""

import asyncio

import pytest

from stytch_async import NO_RETRY, Client, NotFoundError, StytchError, TokenError
from stytch_async.integrations.sessions import Credentials, UserSessions
from tests.kits.world import World


@pytest.fixture
def sessions() -> UserSessions:
    """Return what finds users' sessions."""
    return UserSessions()


def both(cookies: dict[str, str]) -> Credentials:
    """Return credentials as a browser has them."""
    return Credentials(jwt=cookies["stytch_session_jwt"], token=cookies["stytch_session"], from_cookie=True)


async def test_a_good_jwt_asks_nobody(sessions: UserSessions, world: World) -> None:
    """It is verified on this machine."""
    cookies = await world.sign_in()

    found = await sessions.signed_in(world.client, both(cookies))

    assert (found.refreshed, found.owner, world.asked()) == (False, None, 0)


@pytest.mark.parametrize("name", ["stytch_session", "stytch_session_jwt"])
async def test_either_credential_is_enough(
    name: str, sessions: UserSessions, world: World, cookies: dict[str, str]
) -> None:
    """An expired JWT takes a call, and so does a token without a JWT; both come back whole."""
    given = Credentials.bearer(cookies[name])

    found = await sessions.signed_in(world.client, given)

    assert (found.refreshed, found.session_token, world.asked()) == (True, cookies["stytch_session"], 1)
    assert found.owner is not None


async def test_a_bad_jwt_is_refused_even_beside_a_good_token(
    sessions: UserSessions, world: World, cookies: dict[str, str]
) -> None:
    """Somebody has tampered with it, so nobody is asked."""
    forged = Credentials(jwt=f"{cookies['stytch_session_jwt'][:-8]}AAAAAAAA", token=cookies["stytch_session"])

    with pytest.raises(TokenError):
        await sessions.signed_in(world.client, forged)

    assert world.asked() == 0


async def test_an_old_jwt_is_not_enough_where_a_fresh_one_is_wanted(sessions: UserSessions, world: World) -> None:
    """The age is counted from when the JWT was issued."""
    cookies = await world.sign_in()
    world.stytch.project.clock.advance(seconds=30)

    patient = await sessions.signed_in(world.client, both(cookies), max_age=60)
    strict = await sessions.signed_in(world.client, both(cookies), max_age=20)

    assert (patient.refreshed, strict.refreshed) == (False, True)


async def test_those_who_ask_together_share_a_call_but_not_the_session(
    sessions: UserSessions, world: World, cookies: dict[str, str]
) -> None:
    """What one handler does to its session does not concern another."""
    found = await asyncio.gather(*(sessions.signed_in(world.client, both(cookies)) for _ in range(20)))

    found[0].session.roles.append("admin")

    assert world.asked() == 1
    assert found[1].session.roles == found[2].session.roles == ["stytch_user"]


async def test_who_gives_up_leaves_the_call_to_the_others(
    sessions: UserSessions, world: World, cookies: dict[str, str]
) -> None:
    """The one who began it may go: those who wait get the answer."""
    world.stytch.gate.clear()
    first, second = (asyncio.create_task(sessions.signed_in(world.client, both(cookies))) for _ in range(2))
    await world.stytch.arrived.wait()

    first.cancel()
    world.stytch.gate.set()

    assert (await second).refreshed
    assert (world.asked(), first.cancelled()) == (1, True)


async def test_a_failure_is_shared_and_not_kept(sessions: UserSessions, world: World, cookies: dict[str, str]) -> None:
    """All who wait see the outage; whoever comes after it does not."""
    world.stytch.fail_next(world.client.sessions.authenticate, status=503)

    failed = await asyncio.gather(
        *(sessions.signed_in(world.client, both(cookies)) for _ in range(3)), return_exceptions=True
    )

    assert all(isinstance(error, StytchError) for error in failed)
    assert (await sessions.signed_in(world.client, both(cookies))).refreshed


async def test_clients_do_not_share(sessions: UserSessions, world: World, cookies: dict[str, str]) -> None:
    """Each client asks its own Stytch."""
    elsewhere = Client(transport=type(world.stytch)(), retry=NO_RETRY)
    token = Credentials(token=cookies["stytch_session"])

    here, there = await asyncio.gather(
        sessions.signed_in(world.client, token), sessions.signed_in(elsewhere, token), return_exceptions=True
    )

    assert not isinstance(here, BaseException)
    assert isinstance(there, NotFoundError)


async def test_nothing_secret_is_shown(sessions: UserSessions, world: World, cookies: dict[str, str]) -> None:
    """Neither what was given nor what was found shows in a repr."""
    found = await sessions.signed_in(world.client, both(cookies))

    shown = f"{both(cookies)!r} {found!r}"

    assert not any(secret in shown for secret in (*cookies.values(), found.session_jwt))
