"""Somebody's browser, as far as Stytch sees it."""

from collections.abc import Mapping
from urllib.parse import urlencode

from stytch_async.emulator.front.service import serve
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.world.errors import error_of
from stytch_async.transports.interface import HTTPRequest

__all__ = ["start_url_of", "visit"]


def start_url_of(project: Project, connection_id: str) -> str:
    """Return the start URL of a connection, without further parameters."""
    token = f"public-token-{project.ids.environment}-00000000-0000-4000-8000-000000000000"
    query = urlencode({"connection_id": connection_id, "public_token": token})
    return f"{project.base_url}/v1/public/sso/start?{query}"


def visit(project: Project, url: str, form: Mapping[str, str] | None = None) -> str:
    """Open one of Stytch's pages, or send a form there, and return the URL that the browser is sent on to.

    Raises:
        APIError: Stytch refuses, and the browser stays there.

    """
    request = HTTPRequest("GET", url, {}, None, None)
    if form is not None:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        request = HTTPRequest("POST", url, headers, urlencode(form).encode(), None)
    response = serve(project, request)
    if response.status != 302:
        raise error_of(request, response)
    return response.headers["Location"]
