"""The answers that every kit has to give: what happened, and what the visitor is told."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import attrs

from tests.kits.world import Reply, World, cookie_header

Headers = Mapping[str, str]


@attrs.frozen(kw_only=True)
class Row:
    """One line of the table.

    Attributes:
        arrange: Makes it happen, and returns the path and the headers to send.
        status: The status of the answer.
        error: The error that it names.
        challenge: Its ``WWW-Authenticate`` header.
        retry_after: Its ``Retry-After`` header.
        cleared: Whether the cookies are deleted.

    """

    arrange: Callable[[World], Awaitable[tuple[str, Headers]]]
    status: int
    error: str
    challenge: str | None = None
    retry_after: str | None = None
    cleared: bool = False

    def tells(self, reply: Reply) -> bool:
        """Compare an answer, field by field; cookies are deleted or left alone, and nothing between."""
        assert (reply.status, reply.error) == (self.status, self.error)
        assert reply.headers.get("www-authenticate") == self.challenge
        assert reply.headers.get("retry-after") == self.retry_after
        assert (reply.cleared, bool(reply.set_cookies)) == (self.cleared, self.cleared)
        return True


async def nothing(_: World) -> tuple[str, Headers]:
    """Send nothing."""
    return "/session", {}


async def forged(world: World) -> tuple[str, Headers]:
    """Send a JWT that somebody has changed."""
    cookies = await world.sign_in()
    return "/session", cookie_header({"stytch_session_jwt": f"{cookies['stytch_session_jwt'][:-8]}AAAAAAAA"})


async def forged_bearer(world: World) -> tuple[str, Headers]:
    """Send the same as a bearer token, next to cookies that are good."""
    cookies = await world.sign_in()
    forged = f"{cookies['stytch_session_jwt'][:-8]}AAAAAAAA"
    return "/session", {**cookie_header(cookies), "Authorization": f"Bearer {forged}"}


async def malformed(_: World) -> tuple[str, Headers]:
    """Send a token that is none."""
    return "/session", cookie_header({"stytch_session": "not-a-token"})


async def revoked(world: World) -> tuple[str, Headers]:
    """Send the cookies of a session that was ended elsewhere, once the JWT has expired."""
    cookies = await world.sign_in()
    await world.client.sessions.revoke(session_token=cookies["stytch_session"])
    world.stytch.project.clock.advance(minutes=6)
    return "/session", cookie_header(cookies)


async def without_role(world: World) -> tuple[str, Headers]:
    """Ask for what takes a role."""
    return "/editor", cookie_header(await world.sign_in())


async def without_permission(world: World) -> tuple[str, Headers]:
    """Ask for what takes a permission."""
    return "/publish", cookie_header(await world.sign_in())


async def without_factor(world: World) -> tuple[str, Headers]:
    """Ask for what takes a second factor."""
    return "/totp", cookie_header(await world.sign_in())


async def other_organization(world: World) -> tuple[str, Headers]:
    """Ask for what belongs to another organization."""
    theirs, _ = await world.sign_in_member()
    _, cookies = await world.sign_in_member()
    return f"/organizations/{theirs}", cookie_header(cookies)


async def hidden_organization(world: World) -> tuple[str, Headers]:
    """Ask for it where it is not even told that it exists."""
    path, headers = await other_organization(world)
    return path.replace("organizations", "hidden"), headers


async def cross_origin(world: World) -> tuple[str, Headers]:
    """Send good cookies from another site's page."""
    return "/session", {**cookie_header(await world.sign_in()), "Sec-Fetch-Site": "cross-site"}


async def cross_origin_in_an_old_browser(world: World) -> tuple[str, Headers]:
    """Send them with nothing but an origin."""
    headers = dict(cookie_header(await world.sign_in()))
    del headers["Sec-Fetch-Site"]
    return "/session", {**headers, "Origin": "https://elsewhere.example.com"}


def failing(**fault: object) -> Callable[[World], Awaitable[tuple[str, Headers]]]:
    """Let the call fail that an expired JWT takes."""

    async def arrange(world: World) -> tuple[str, Headers]:
        cookies = await world.sign_in()
        world.stytch.project.clock.advance(minutes=6)
        world.stytch.fail_next(world.client.sessions.authenticate, **fault)  # type: ignore[arg-type]
        return "/session", cookie_header(cookies)

    return arrange


async def garbled(world: World) -> tuple[str, Headers]:
    """Let Stytch answer what nobody can read."""
    cookies = await world.sign_in()
    world.stytch.project.clock.advance(minutes=6)
    world.stytch.garbled = True
    return "/session", cookie_header(cookies)


async def without_keys(world: World) -> tuple[str, Headers]:
    """Send a good JWT while the keys cannot be fetched."""
    cookies = await world.sign_in()
    world.stytch.fail_next(world.client.sessions.get_jwks, status=503)
    return "/session", cookie_header(cookies)


async def without_policy(world: World) -> tuple[str, Headers]:
    """Ask for what takes a permission while the policy cannot be fetched."""
    cookies = await world.sign_in()
    world.stytch.fail_next(world.client.rbac.policy, error_type="unauthorized_credentials")
    return "/publish", cookie_header(cookies)


INVALID: Final = 'Bearer error="invalid_token", error_description='

ROWS: Final = [
    Row(arrange=nothing, status=401, error="unauthenticated", challenge="Bearer"),
    Row(arrange=forged, status=401, error="invalid_token", challenge=f'{INVALID}"bad signature"', cleared=True),
    Row(arrange=forged_bearer, status=401, error="invalid_token", challenge=f'{INVALID}"bad signature"'),
    Row(
        arrange=malformed, status=401, error="invalid_token", challenge=f'{INVALID}"the session is over"', cleared=True
    ),
    Row(arrange=revoked, status=401, error="invalid_token", challenge=f'{INVALID}"the session is over"', cleared=True),
    Row(arrange=without_role, status=403, error="forbidden"),
    Row(arrange=without_permission, status=403, error="forbidden"),
    Row(
        arrange=without_factor,
        status=401,
        error="insufficient_user_authentication",
        challenge='Bearer error="insufficient_user_authentication", max_age="300", acr_values="totp"',
    ),
    Row(arrange=other_organization, status=403, error="forbidden"),
    Row(arrange=hidden_organization, status=404, error="not_found"),
    Row(arrange=cross_origin, status=403, error="cross_origin"),
    Row(arrange=cross_origin_in_an_old_browser, status=403, error="cross_origin"),
    Row(arrange=failing(error_type="unauthorized_credentials"), status=503, error="unavailable", retry_after="5"),
    Row(arrange=failing(status=400, error_type="anything"), status=503, error="unavailable", retry_after="5"),
    Row(arrange=failing(status=502), status=503, error="unavailable", retry_after="5"),
    Row(arrange=failing(refused=True), status=503, error="unavailable", retry_after="5"),
    Row(arrange=failing(lost=True), status=503, error="unavailable", retry_after="5"),
    Row(arrange=failing(truncated=True), status=503, error="unavailable", retry_after="5"),
    Row(arrange=failing(retry_after=7), status=503, error="unavailable", retry_after="7"),
    Row(arrange=garbled, status=503, error="unavailable", retry_after="5"),
    Row(arrange=without_keys, status=503, error="unavailable", retry_after="5"),
    Row(arrange=without_policy, status=503, error="unavailable", retry_after="5"),
]
IDS: Final = [f"{number}-{row.arrange.__name__}" for number, row in enumerate(ROWS)]
