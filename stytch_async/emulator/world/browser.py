"""Somebody's browser, as far as Stytch sees it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

from stytch_async.codec import api_error
from stytch_async.emulator.front.service import serve
from stytch_async.emulator.state.project import Project
from stytch_async.endpoint import ONCE, Operation
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
        raise api_error(_operation(url), response)
    return response.headers["Location"]


def _operation(url: str) -> Operation[Any, Any]:
    """Return what a page is called in errors."""
    return Operation("GET", urlsplit(url).path, object, object, ONCE, host="api", dialect="form", public=True)
