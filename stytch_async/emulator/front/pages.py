"""The paths that browsers and Connected Apps come to without a call, and what answers."""

import functools
import importlib
import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

import attrs
from multidict import CIMultiDict

from stytch_async.catalog import path_pattern
from stytch_async.emulator.front.answers import respond
from stytch_async.emulator.front.credentials import bearer_of, check_project, check_public_token, check_vertical
from stytch_async.emulator.front.reading import read_body
from stytch_async.emulator.front.routes import root_of
from stytch_async.emulator.pages.visit import Document, Page, Redirect, Screen, Visit
from stytch_async.emulator.state.project import Project
from stytch_async.endpoint import Package
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["PAGES", "Opening", "find_page", "open_page", "page_of", "show"]

ROOM: Final = "stytch_async.emulator.pages"


@attrs.frozen
class Opening:
    """A path that browsers come to.

    Attributes:
        page: The module of the page, and its name there; it is imported when the first browser comes.
        package: Whose projects have it.
        public: Whether it asks for a public token, as whatever begins at the app does.
        guarded: Whether web pages of another origin may send nobody there, as is true of every call.

    """

    page: str
    package: Package
    public: bool = False
    guarded: bool = False


OAUTH2: Final[Mapping[str, str]] = {
    "GET {root}.well-known/jwks.json": "keys",
    "GET {root}.well-known/oauth-authorization-server": "authorization_server",
    "GET {root}.well-known/openid-configuration": "openid_configuration",
    "GET {api}oauth2/userinfo": "userinfo",
    "POST {api}oauth2/register": "registration",
    "POST {api}oauth2/userinfo": "userinfo",
}
"""What Connected Apps find at the project's own domain, and under its id at Stytch's (behaviour-more T21)."""

BY_ID: Final = "/v1/public/{project_id}/"


PAGES: Final[Mapping[str, Opening]] = {
    "GET /v1/public/oauth/{provider}/start": Opening("oauth.start_user", "consumer", public=True),
    "GET /v1/b2b/public/oauth/{provider}/start": Opening("oauth.start_member", "b2b", public=True),
    "GET /v1/b2b/public/oauth/{provider}/discovery/start": Opening("oauth.start_discovery", "b2b", public=True),
    "GET /v1/public/unlock": Opening("locks.unlock", "both"),
    "GET /v1/oauth/callback": Opening("oauth.callback", "consumer", public=True),
    "GET /v1/b2b/oauth/callback": Opening("oauth.callback", "b2b", public=True),
    "GET /v1/public/sso/start": Opening("sso.start", "b2b", public=True),
    "GET /v1/b2b/sso/callback/{connection_id}": Opening("sso.callback", "b2b"),
    "POST /v1/b2b/sso/callback/{connection_id}": Opening("sso.callback", "b2b"),
    **{
        path.format(root=root, api=api): Opening(f"oauth2.{page}", "both", guarded=True)
        for root, api in (("/", "/v1/"), (BY_ID, BY_ID))
        for path, page in OAUTH2.items()
    },
}
"""By method and path: what opens there."""


@functools.cache
def _patterns() -> list[tuple[re.Pattern[str], Opening]]:
    return [(path_pattern(name), opening) for name, opening in PAGES.items()]


def find_page(method: str, path: str) -> tuple[Opening, Mapping[str, str]] | None:
    """Return what opens at a path, and what the path says; ``None`` where no browser comes."""
    place = f"{method} {path}"
    for pattern, opening in _patterns():
        if (match := pattern.fullmatch(place)) is not None:
            return opening, {name: unquote(value) for name, value in match.groupdict().items()}
    return None


def page_of(opening: Opening) -> Page:
    """Import a page."""
    module, _, name = opening.page.partition(".")
    page: Page = getattr(importlib.import_module(f"{ROOM}.{module}"), name)
    return page


def open_page(
    project: Project, opening: Opening, place: Mapping[str, str], request: HTTPRequest
) -> Document | Redirect | Screen:
    """Open a page, or refuse."""
    if "project_id" in place:
        check_project(project, place["project_id"], request)
    check_vertical(project, opening.package)
    query = dict(parse_qsl(urlsplit(request.url).query, keep_blank_values=True))
    body = read_body(request)
    parameters = {**query, **{name: str(value) for name, value in body.items()}}
    if opening.public:
        check_public_token(project, parameters.get("public_token"))
    visit = Visit(place=place, parameters=parameters, body=body, root=root_of(request), bearer=bearer_of(request))
    return page_of(opening)(project, visit)


def show(project: Project, opening: Opening, place: Mapping[str, str], request: HTTPRequest) -> HTTPResponse:
    """Open a page, and show it or send the browser where it leads (behaviour-more O2)."""
    opened = open_page(project, opening, place, request)
    if isinstance(opened, Document):
        return respond(opened.status, opened.content)
    if isinstance(opened, Redirect):
        document = {**project.envelope(302), "redirect_url": opened.url}
        return respond(302, document, {"Location": opened.url})
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'"}
    return HTTPResponse(200, CIMultiDict(headers), opened.html.encode())
