"""The identity providers behind SSO connections, as a browser meets them while the emulator is served."""

import functools
import secrets
from typing import Final
from urllib.parse import urljoin

from aiohttp import web
from multidict import CIMultiDict

from stytch_async.emulator.pages.people import Field, ask_who
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.workspace import Served
from stytch_async.emulator.world.person import Person
from stytch_async.emulator.world.providers import provider_at
from stytch_async.errors import APIError
from stytch_async.transports.interface import HTTPResponse

__all__ = ["IdentityProviders"]

PAGE: Final = "/_emulator/identity_provider"
FIELDS: Final = (
    Field("email", "Email", "email"),
    Field("name", "Name"),
    Field("groups", "Groups, with spaces between"),
)
KEPT: Final = 1000
"""How many logins may wait for an answer."""


class IdentityProviders:
    """One page stands for all of them: Stytch sends the browser there, and from there it goes back to Stytch."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._begun: dict[str, tuple[Project, str]] = {}

    def routes(self) -> list[web.RouteDef]:
        """Return the routes."""
        return [web.get(PAGE, self.ask), web.get(f"{PAGE}/answer", self.answer)]

    def admit(self, served: Served) -> None:
        """Let a project find the documents of identity providers, by which its connections are set up."""
        if isinstance(served, Project):
            served.web.missed = functools.partial(provider_at, served)

    def bring_here(self, served: Served, request: web.Request, response: HTTPResponse) -> HTTPResponse:
        """Lead a browser that is sent to an identity provider to the page that stands for it."""
        url = response.headers.get("Location", "")
        if not isinstance(served, Project) or provider_at(served, url) is None:
            return response
        while len(self._begun) >= KEPT:
            del self._begun[next(iter(self._begun))]
        login = secrets.token_urlsafe()
        self._begun[login] = (served, url)
        return HTTPResponse(302, CIMultiDict({"Location": urljoin(str(request.url), f"{PAGE}?login={login}")}), b"")

    async def ask(self, request: web.Request) -> web.Response:
        """Ask who somebody is."""
        login = request.query.get("login", "")
        project, _ = self._find(login)
        html = ask_who(project, "the identity provider", f"{PAGE}/answer", {"login": login}, FIELDS)
        headers = {"Content-Security-Policy": "default-src 'none'"}
        return web.Response(text=html, content_type="text/html", headers=headers)

    async def answer(self, request: web.Request) -> web.Response:
        """Tell Stytch who it is, and send the browser where Stytch wants it."""
        given = request.query
        project, url = self._find(given.get("login", ""))
        provider = provider_at(project, url)
        if provider is None or "email" not in given:
            raise Refusal(BAD_REQUEST, "give an email address, for a connection that is still there")
        person = Person(project, given["email"], name=given.get("name", ""))
        try:
            landed = provider.receive(person, url, groups=given.get("groups", "").split())
        except APIError as error:
            document = {name: getattr(error, name) for name in ("error_type", "error_message", "request_id")}
            return web.json_response({"status_code": error.status_code, **document}, status=error.status_code)
        return web.Response(status=302, headers={"Location": landed})

    def _find(self, login: str) -> tuple[Project, str]:
        """Return whose login waits for an answer, and where it began; or refuse."""
        try:
            return self._begun[login]
        except KeyError:
            raise Refusal(BAD_REQUEST, "no login waits for this answer: begin anew in the app") from None
