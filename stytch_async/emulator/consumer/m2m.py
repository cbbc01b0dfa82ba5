"""M2M clients, and the access tokens that they get."""

import secrets
from typing import TYPE_CHECKING, Any, Final

import attrs

from stytch_async.api.both.m2m import Clients, Secrets
from stytch_async.emulator.claims import merge_metadata
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rows import Machine
from stytch_async.emulator.search import Filter, matching, page, strings
from stytch_async.schemas.both import m2m as schemas
from stytch_async.schemas.shared import ResultsMetadata

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stytch_async.emulator.project import Project

__all__ = ["authenticate_machine"]

FILTERS: Final["Mapping[str, Filter[Machine]]"] = {
    "client_id": strings(lambda machine: [machine.id]),
    "client_name": strings(lambda machine: [machine.name]),
    "scopes": strings(lambda machine: machine.scopes),
}


def authenticate_machine(project: "Project", client_id: str, client_secret: str | None) -> Machine:
    """Return the active client that has proven itself with its secret, or refuse."""
    machine = project.machines.get(client_id)
    known = () if machine is None else (machine.secret, machine.next_secret)
    if machine is None or machine.status != "active" or client_secret is None:
        raise refuse("invalid_client")
    if not any(secret is not None and secrets.compare_digest(secret, client_secret) for secret in known):
        raise refuse("invalid_client")
    return machine


def _find(project: "Project", client_id: str) -> Machine:
    if client_id not in project.machines:
        raise refuse("m2m_client_not_found")
    return project.machines[client_id]


def _fields(machine: Machine) -> dict[str, Any]:
    return {
        "client_id": machine.id,
        "client_name": machine.name,
        "client_description": machine.description,
        "status": machine.status,
        "scopes": machine.scopes,
        "client_secret_last_four": machine.secret[-4:],
        "next_client_secret_last_four": machine.next_secret and machine.next_secret[-4:],
        "trusted_metadata": machine.trusted_metadata,
    }


@handles(Clients.create)
def create(project: "Project", request: schemas.ClientsCreateRequest) -> schemas.ClientsCreateResponse:
    """Make a client; only this answer shows its secret."""
    client_id = request.client_id or project.ids.new("m2m-client")
    if client_id in project.machines:
        raise refuse("duplicate_m2m_client_id")
    machine = Machine(
        id=client_id,
        secret=request.client_secret or project.ids.token(),
        name=request.client_name or "",
        description=request.client_description or "",
        scopes=request.scopes,
        trusted_metadata=merge_metadata({}, request.trusted_metadata),
    )
    project.machines[client_id] = machine
    shown = schemas.M2MClientWithClientSecret(client_secret=machine.secret, **_fields(machine))
    return schemas.ClientsCreateResponse(m2m_client=shown, **project.envelope(201))


@handles(Clients.get)
def get(project: "Project", request: schemas.ClientsGetRequest) -> schemas.ClientsGetResponse:
    """Show a client."""
    machine = _find(project, request.client_id)
    return schemas.ClientsGetResponse(m2m_client=schemas.M2MClient(**_fields(machine)), **project.envelope())


@handles(Clients.update)
def update(project: "Project", request: schemas.ClientsUpdateRequest) -> schemas.ClientsUpdateResponse:
    """Change a client; what its tokens say stays until they expire."""
    machine = _find(project, request.client_id)
    machine.trusted_metadata = merge_metadata(machine.trusted_metadata, request.trusted_metadata)
    machine.name = machine.name if request.client_name is None else request.client_name
    machine.description = machine.description if request.client_description is None else request.client_description
    machine.status = machine.status if request.status is None else str(request.status)
    machine.scopes = machine.scopes if request.scopes is None else request.scopes
    return schemas.ClientsUpdateResponse(m2m_client=schemas.M2MClient(**_fields(machine)), **project.envelope())


@handles(Clients.delete)
def delete(project: "Project", request: schemas.ClientsDeleteRequest) -> schemas.ClientsDeleteResponse:
    """Delete a client; its tokens stay valid until they expire."""
    del project.machines[_find(project, request.client_id).id]
    return schemas.ClientsDeleteResponse(client_id=request.client_id, **project.envelope())


@handles(Clients.search)
def search(project: "Project", request: schemas.ClientsSearchRequest) -> schemas.ClientsSearchResponse:
    """Find clients by filters, a page at a time."""
    query = request.query or schemas.M2MSearchQuery(operator="AND", operands=[])
    found = matching(list(project.machines.values()), query.operator, query.operands, FILTERS, "m2m")
    one = page(found, attrs.asdict(query), request.cursor, request.limit, "m2m")
    return schemas.ClientsSearchResponse(
        m2m_clients=[schemas.M2MClient(**_fields(machine)) for machine in one.rows],
        results_metadata=ResultsMetadata(total=one.total, next_cursor=one.next_cursor),
        **project.envelope(),
    )


@handles(Secrets.rotate_start)
def rotate_start(
    project: "Project", request: schemas.ClientsSecretsRotateStartRequest
) -> schemas.ClientsSecretsRotateStartResponse:
    """Add a second secret; both are good until the rotation ends."""
    machine = _find(project, request.client_id)
    machine.next_secret = project.ids.token()
    shown = schemas.M2MClientWithNextClientSecret(next_client_secret=machine.next_secret, **_fields(machine))
    return schemas.ClientsSecretsRotateStartResponse(m2m_client=shown, **project.envelope())


@handles(Secrets.rotate_cancel)
def rotate_cancel(
    project: "Project", request: schemas.ClientsSecretsRotateCancelRequest
) -> schemas.ClientsSecretsRotateCancelResponse:
    """Take the second secret away again."""
    machine = _rotating(project, request.client_id)
    machine.next_secret = None
    shown = schemas.M2MClient(**_fields(machine))
    return schemas.ClientsSecretsRotateCancelResponse(m2m_client=shown, **project.envelope())


@handles(Secrets.rotate)
def rotate(project: "Project", request: schemas.ClientsSecretsRotateRequest) -> schemas.ClientsSecretsRotateResponse:
    """Put the second secret in the place of the first."""
    machine = _rotating(project, request.client_id)
    machine.secret, machine.next_secret = machine.next_secret or machine.secret, None
    shown = schemas.M2MClient(**_fields(machine))
    return schemas.ClientsSecretsRotateResponse(m2m_client=shown, **project.envelope())


def _rotating(project: "Project", client_id: str) -> Machine:
    machine = _find(project, client_id)
    if machine.next_secret is None:
        raise refuse("m2m_client_not_rotating_secret")
    return machine
