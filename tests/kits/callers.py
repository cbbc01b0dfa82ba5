"""Browsers that come back from a login: to an app of each kit, and to none."""

from collections.abc import Generator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlsplit

import attrs
from httpx import AsyncClient, Response

from stytch_async import B2BClient, Client
from stytch_async.integrations.callbacks import begin, complete_member, complete_user
from stytch_async.integrations.guard import Guard, Visit
from stytch_async.integrations.outcomes import MemberOutcome, UserOutcome
from stytch_async.integrations.sessions import MemberSessions, UserSessions
from stytch_async.pkce import PKCE
from tests.kits.world import World, cookie_header

USERS = Guard(UserSessions())
MEMBERS = Guard(MemberSessions())


@attrs.define
class Browser:
    """Somebody's browser.

    Attributes:
        cookies: What it holds, by name.

    """

    cookies: dict[str, str] = attrs.field(factory=dict[str, str])

    @contextmanager
    def visit(self, url: str = "") -> Generator[Visit]:
        """Open a page, and take the cookies of the answer, even where it is a refusal."""
        query = url.partition("?")[2]
        visit = Visit(method="GET", headers={}, cookies=dict(self.cookies), query=query, is_written=True)
        try:
            yield visit
        finally:
            for name, line in visit.set_cookies.items():
                value = line.partition(";")[0].partition("=")[2]
                self.cookies[name] = value
                if not value:
                    del self.cookies[name]

    def begin(self) -> PKCE:
        """Begin a login."""
        with self.visit() as visit:
            return begin(USERS, visit)

    async def complete_user(self, client: Client, url: str, *elsewhere: str) -> UserOutcome:
        """Come back as a user."""
        with self.visit(url) as visit:
            return await complete_user(USERS, client, visit, elsewhere=elsewhere)

    async def complete_member(self, client: B2BClient, url: str, *elsewhere: str) -> MemberOutcome:
        """Come back as a member."""
        with self.visit(url) as visit:
            return await complete_member(MEMBERS, client, visit, elsewhere=elsewhere)


async def come_back(browser: AsyncClient, world: World) -> None:
    """Log in with Google, from the button to the page behind the login."""
    began = await browser.get("/google")
    cookies = carried(began)
    assert list(cookies) == ["__Host-stytch_pkce"]

    landed = landing(world, began.headers["location"])
    ended = await browser.get("/callback", params=landed, headers=cookie_header(cookies))

    assert ended.text.startswith("user-")
    assert carried(ended).pop("__Host-stytch_pkce") == ""
    inside = await browser.get("/session", headers=cookie_header(carried(ended)))
    assert inside.status_code == 200


async def send_a_strange_callback(browser: AsyncClient, world: World) -> None:
    """Open a callback that somebody else has begun, while somebody is signed in."""
    cookies = await world.sign_in("grace@example.com")
    theirs = landing(world, (await browser.get("/google")).headers["location"])

    answers = [
        await browser.get("/callback", params=params, headers=cookie_header(cookies))
        for params in (theirs, {}, {"stytch_token_type": "oauth", "token": "nonsense"})
    ]

    assert {(answer.status_code, "set-cookie" in answer.headers) for answer in answers} == {(400, False)}
    assert all("invalid_callback" in answer.text for answer in answers)
    inside = await browser.get("/session", headers=cookie_header(cookies))
    assert inside.status_code == 200


async def come_back_to_a_form(browser: AsyncClient, world: World) -> None:
    """Forget a password, and set another with what the form and the browser have kept."""
    await world.sign_in("ada@example.com")
    sent = await browser.get("/forgotten", params={"email": "ada@example.com"})
    url = world.stytch.project.outbox.last("ada@example.com").url

    asked = await browser.get(
        "/callback", params=dict(parse_qsl(urlsplit(url or "").query)), headers=cookie_header(carried(sent))
    )

    token, verifier = asked.text.split()
    reset = await world.client.passwords.email.reset(token=token, password="another long river", code_verifier=verifier)
    assert reset.user.emails[0].email == "ada@example.com"


async def come_back_as_a_member(browser: AsyncClient, world: World) -> None:
    """Log in with Google, and be led to the only organization there is."""
    world.stytch.add_member(world.stytch.add_organization("Engines"), "ada@example.com")
    began = await browser.get("/discovery")

    landed = landing(world, began.headers["location"])
    ended = await browser.get("/members", params=landed, headers=cookie_header(carried(began)))

    assert ended.text == "LoggedIn"
    assert set(carried(ended)) == {"__Host-stytch_pkce", "org_session", "org_session_jwt"}


def landing(world: World, url: str) -> dict[str, str]:
    """Log in with Google, and return the parameters that the browser comes back with."""
    return dict(parse_qsl(urlsplit(world.stytch.person("ada@example.com").visit(url)).query))


def carried(answer: Response) -> dict[str, str]:
    """Return the cookies that an answer sets; over plain HTTP a jar would not send those that are secure."""
    pairs = [line.partition(";")[0].partition("=") for line in answer.headers.get_list("set-cookie")]
    return {name: value for name, _, value in pairs}
