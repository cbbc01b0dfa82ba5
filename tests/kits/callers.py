"""A browser that keeps cookies, for callbacks that are completed without a framework."""

from collections.abc import Generator
from contextlib import contextmanager

import attrs

from stytch_async import B2BClient, Client
from stytch_async.integrations.callbacks import begin, complete_member, complete_user
from stytch_async.integrations.guard import Guard, Visit
from stytch_async.integrations.outcomes import MemberOutcome, UserOutcome
from stytch_async.integrations.sessions import MemberSessions, UserSessions
from stytch_async.pkce import PKCE

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
