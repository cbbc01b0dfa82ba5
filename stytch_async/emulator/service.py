"""One request, one answer: what Stytch's front door does before and after a handler."""

import base64
import binascii
from typing import TYPE_CHECKING

from stytch_async.converter import converter
from stytch_async.credentials import PROJECT_ID, SECRET
from stytch_async.emulator.refusals import Refusal, document, refuse
from stytch_async.emulator.registry import NotEmulated, handlers
from stytch_async.emulator.wire import Route, answer, find_route, read
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["serve"]


def serve(project: "Project", request: HTTPRequest) -> HTTPResponse:
    """Carry out a request.

    Raises:
        NotEmulated: Stytch has the operation, the emulator has no handler for it.

    """
    try:
        return _carry_out(project, request)
    except Refusal as refusal:
        return answer(refusal.status, document(refusal, project.ids.new("request-id")))


def _carry_out(project: "Project", request: HTTPRequest) -> HTTPResponse:
    route = find_route(request)
    handler = handlers().get(route.operation)
    if handler is None:
        raise NotEmulated(f"{route.operation} is not emulated: see the list of what is in the documentation")
    if not route.operation.public:
        _authenticate(project, request)
    _check_vertical(project, route)
    response = handler(project, read(route.operation, route, request))
    return answer(response.status_code, converter.unstructure(response))


def _authenticate(project: "Project", request: HTTPRequest) -> None:
    scheme, _, credentials = request.headers.get("Authorization", "").partition(" ")
    try:
        project_id, _, secret = base64.b64decode(credentials, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise refuse("invalid_authorization_header") from None
    if scheme.lower() != "basic" or not credentials:
        raise refuse("invalid_authorization_header")
    if PROJECT_ID.fullmatch(project_id) is None:
        raise refuse("invalid_project_id_authentication")
    if SECRET.fullmatch(secret) is None:
        raise refuse("invalid_secret_authentication")
    if project.secret not in {None, secret} or project.pinned_project_id not in {None, project_id}:
        raise refuse("unauthorized_credentials")
    project.project_id = project_id


def _check_vertical(project: "Project", route: Route) -> None:
    """Refuse an operation of the other kind of project."""
    if project.vertical == "consumer" and route.operation.package == "b2b":
        raise refuse("invalid_b2b_endpoint")
    if project.vertical == "b2b" and route.operation.package == "consumer":
        raise refuse("invalid_consumer_endpoint")
