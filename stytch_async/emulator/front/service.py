"""One request, one answer."""

from stytch_async.emulator.front.answers import refused, write
from stytch_async.emulator.front.credentials import (
    authenticate,
    authenticate_bearer,
    authenticate_key,
    check_project,
    check_vertical,
)
from stytch_async.emulator.front.devices import tell_device
from stytch_async.emulator.front.directories import answer_directory, connection_called
from stytch_async.emulator.front.pages import find_page, show
from stytch_async.emulator.front.reading import read
from stytch_async.emulator.front.routes import (
    Route,
    find_route,
    is_for_management,
    operation_of,
    own_domain_of,
    path_of,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import NotEmulated, handler_of
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.workspace import Served, Workspace
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["serve"]


def serve(served: Served, request: HTTPRequest) -> HTTPResponse:
    """Carry out a request; a workspace carries out those to the Management API, and refuses all others.

    Raises:
        NotEmulated: Stytch has the operation, the emulator has no handler for it, or no workspace to carry it out.

    """
    try:
        return _answer(served, request)
    except Refusal as refusal:
        return refused(served, refusal, operation_of(request))


def _answer(served: Served, request: HTTPRequest) -> HTTPResponse:
    is_management = is_for_management(request)
    if isinstance(served, Workspace) and is_management:
        return _manage(served, find_route(request), request)
    project = served.stranger if isinstance(served, Workspace) else served
    with project.reached_by(own_domain_of(request)):
        connection_id = connection_called(request.url)
        if connection_id is not None:
            return answer_directory(project, connection_id, request)
        found = find_page(request.method, path_of(request))
        if found is not None:
            return show(project, *found, request)
        route = find_route(request)
        if is_management:
            raise NotEmulated(f"{route.operation} needs a workspace: InMemoryTransport(Workspace()), or --workspace")
        return _carry_out(project, route, request)


def _manage(workspace: Workspace, route: Route, request: HTTPRequest) -> HTTPResponse:
    operation = route.operation
    handler = handler_of(operation)
    authenticate_key(workspace, request)
    arguments = read(operation, route.values, request, handler.invalid)
    return write(operation, handler.carry_out(workspace, arguments))


def _carry_out(project: Project, route: Route, request: HTTPRequest) -> HTTPResponse:
    operation = route.operation
    handler = handler_of(operation)
    if operation.package == "saml_shield":
        authenticate_bearer(project, request)
    elif not operation.public:
        authenticate(project, request, operation.host)
    if "project_id" in route.values:
        check_project(project, route.values["project_id"], request)
    check_vertical(project, operation.package)
    values = route.values if project.issuing_domain is None else {"project_id": project.project_id}
    arguments = read(operation, values, request, handler.invalid)
    answer = handler.carry_out(project, arguments)
    tell_device(project, arguments, answer)
    return write(operation, answer)
