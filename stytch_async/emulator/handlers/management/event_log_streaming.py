"""Where event logs go. The emulator sends none anywhere."""

from stytch_async.api.management.event_log_streaming import EventLogStreaming
from stytch_async.emulator.refusals.event_logs import EVENT_LOG_STREAMING_TOO_MANY_DESTINATIONS
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.management.event_logs import checked_type, find_stream, masked, read_stream, view
from stytch_async.emulator.rules.management.places import find_environment
from stytch_async.emulator.state.workspace import Workspace
from stytch_async.schemas.management import event_log_streaming as schemas

__all__: list[str] = []


@handles(EventLogStreaming.get)
def get(workspace: Workspace, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show a destination without what is secret."""
    stream = find_stream(find_environment(workspace, request), request.destination_type)
    shown = masked(request.destination_type, stream)
    return schemas.GetResponse(event_log_streaming_config=shown, **workspace.envelope())


@handles(EventLogStreaming.update)
def update(workspace: Workspace, request: schemas.UpdateRequest) -> schemas.UpdateResponse:
    """Replace the address and credentials of a destination; events flow as before."""
    stream = find_stream(find_environment(workspace, request), request.destination_type)
    wanted = read_stream(request.destination_type, request.destination_config)
    stream.address, stream.secret = wanted.address, wanted.secret
    shown = view(request.destination_type, stream)
    return schemas.UpdateResponse(event_log_streaming_config=shown, **workspace.envelope())


@handles(EventLogStreaming.delete)
def delete(workspace: Workspace, request: schemas.DeleteRequest) -> schemas.DeleteResponse:
    """Delete a destination."""
    environment = find_environment(workspace, request)
    find_stream(environment, request.destination_type)
    del environment.streams[request.destination_type]
    return schemas.DeleteResponse(**workspace.envelope())


@handles(EventLogStreaming.create)
def create(workspace: Workspace, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Add a destination, one of each type at most; no events flow yet (behaviour-more W23)."""
    environment = find_environment(workspace, request)
    destination = checked_type(str(request.destination_type))
    stream = read_stream(destination, request.destination_config)
    if destination in environment.streams:
        raise Refusal(EVENT_LOG_STREAMING_TOO_MANY_DESTINATIONS)
    environment.streams[destination] = stream
    return schemas.CreateResponse(event_log_streaming_config=view(destination, stream), **workspace.envelope())


@handles(EventLogStreaming.enable)
def enable(workspace: Workspace, request: schemas.EnableRequest) -> schemas.EnableResponse:
    """Let events flow."""
    find_stream(find_environment(workspace, request), request.destination_type).is_active = True
    return schemas.EnableResponse(**workspace.envelope())


@handles(EventLogStreaming.disable)
def disable(workspace: Workspace, request: schemas.DisableRequest) -> schemas.DisableResponse:
    """Let events flow no more."""
    find_stream(find_environment(workspace, request), request.destination_type).is_active = False
    return schemas.DisableResponse(**workspace.envelope())
