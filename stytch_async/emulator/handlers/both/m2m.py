"""M2M clients."""

from collections.abc import Mapping
from typing import Final, get_args

from stytch_async.api.both.m2m import Clients, Secrets
from stytch_async.emulator.refusals.machines import (
    DUPLICATE_M2M_CLIENT_ID,
    INSECURE_M2M_CLIENT_SECRET,
    INVALID_M2M_CLIENT_STATUS,
    M2M_CLIENT_ALREADY_ROTATING_SECRET,
    M2M_CLIENT_NOT_FOUND,
    M2M_CLIENT_NOT_ROTATING_SECRET,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.search import M2M_SEARCH
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.machines import machine_fields
from stytch_async.emulator.rules.metadata import merge_metadata
from stytch_async.emulator.rules.search import Filter, page_of, strings
from stytch_async.emulator.rules.secrets import cancel_rotation, finish_rotation, start_rotation
from stytch_async.emulator.rules.strength import score
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.machines import Machine
from stytch_async.emulator.state.rows.secrets import Secrets as StoredSecrets
from stytch_async.schemas.both import m2m as schemas

__all__: list[str] = []

FILTERS: Final[Mapping[str, Filter[Machine]]] = {
    "client_id": strings(lambda machine: [machine.id]),
    "client_name": strings(lambda machine: [machine.name]),
    "scopes": strings(lambda machine: machine.scopes),
}


def _client(project: Project, client_id: str) -> Machine:
    machine = project.machines.get(client_id)
    if machine is None:
        raise Refusal(M2M_CLIENT_NOT_FOUND)
    return machine


SECURE: Final = 2
"""The least score of zxcvbn that a client's own secret may have; inferred from "entropy" (behaviour 26)."""


@handles(Clients.create, invalid={"client_secret": INSECURE_M2M_CLIENT_SECRET})
def create(project: Project, request: schemas.ClientsCreateRequest) -> schemas.ClientsCreateResponse:
    """Make a client; only this answer shows its secret."""
    client_id = request.client_id or project.ids.new("m2m-client")
    if client_id in project.machines:
        raise Refusal(DUPLICATE_M2M_CLIENT_ID)
    if request.client_secret is not None and score(request.client_secret) < SECURE:
        raise Refusal(INSECURE_M2M_CLIENT_SECRET)
    machine = Machine(
        id=client_id,
        secrets=StoredSecrets(current=request.client_secret or project.ids.token()),
        name=request.client_name or "",
        description=request.client_description or "",
        scopes=request.scopes,
        trusted_metadata=merge_metadata({}, request.trusted_metadata),
    )
    project.machines.save(machine)
    shown = schemas.M2MClientWithClientSecret(client_secret=machine.secrets.current, **machine_fields(machine))
    return schemas.ClientsCreateResponse(m2m_client=shown, **project.envelope(201))


@handles(Clients.get)
def get(project: Project, request: schemas.ClientsGetRequest) -> schemas.ClientsGetResponse:
    """Show a client."""
    machine = _client(project, request.client_id)
    return schemas.ClientsGetResponse(m2m_client=schemas.M2MClient(**machine_fields(machine)), **project.envelope())


@handles(Clients.update)
def update(project: Project, request: schemas.ClientsUpdateRequest) -> schemas.ClientsUpdateResponse:
    """Change a client; what its tokens say stays until they expire."""
    machine = _client(project, request.client_id)
    if request.status not in {None, *get_args(schemas.ClientStatus)}:
        raise Refusal(INVALID_M2M_CLIENT_STATUS)
    machine.trusted_metadata = merge_metadata(machine.trusted_metadata, request.trusted_metadata)
    machine.name = machine.name if request.client_name is None else request.client_name
    machine.description = machine.description if request.client_description is None else request.client_description
    machine.status = machine.status if request.status is None else str(request.status)
    machine.scopes = machine.scopes if request.scopes is None else request.scopes
    return schemas.ClientsUpdateResponse(m2m_client=schemas.M2MClient(**machine_fields(machine)), **project.envelope())


@handles(Clients.delete)
def delete(project: Project, request: schemas.ClientsDeleteRequest) -> schemas.ClientsDeleteResponse:
    """Delete a client; its tokens stay valid until they expire."""
    project.machines.remove(_client(project, request.client_id))
    return schemas.ClientsDeleteResponse(client_id=request.client_id, **project.envelope())


@handles(Clients.search)
def search(project: Project, request: schemas.ClientsSearchRequest) -> schemas.ClientsSearchResponse:
    """Find clients by filters, a page at a time."""
    page = page_of(project.machines, request.query, request, FILTERS, M2M_SEARCH)
    clients = [schemas.M2MClient(**machine_fields(machine)) for machine in page.rows]
    return schemas.ClientsSearchResponse(m2m_clients=clients, results_metadata=page.metadata, **project.envelope())


@handles(Secrets.rotate_start)
def rotate_start(
    project: Project, request: schemas.ClientsSecretsRotateStartRequest
) -> schemas.ClientsSecretsRotateStartResponse:
    """Add a second secret; both are good until the rotation ends."""
    machine = _client(project, request.client_id)
    secret = start_rotation(project, machine.secrets, M2M_CLIENT_ALREADY_ROTATING_SECRET)
    shown = schemas.M2MClientWithNextClientSecret(next_client_secret=secret, **machine_fields(machine))
    return schemas.ClientsSecretsRotateStartResponse(m2m_client=shown, **project.envelope())


@handles(Secrets.rotate_cancel)
def rotate_cancel(
    project: Project, request: schemas.ClientsSecretsRotateCancelRequest
) -> schemas.ClientsSecretsRotateCancelResponse:
    """Take the second secret away again."""
    machine = _client(project, request.client_id)
    cancel_rotation(machine.secrets, M2M_CLIENT_NOT_ROTATING_SECRET)
    shown = schemas.M2MClient(**machine_fields(machine))
    return schemas.ClientsSecretsRotateCancelResponse(m2m_client=shown, **project.envelope())


@handles(Secrets.rotate)
def rotate(project: Project, request: schemas.ClientsSecretsRotateRequest) -> schemas.ClientsSecretsRotateResponse:
    """Put the second secret in the place of the first."""
    machine = _client(project, request.client_id)
    finish_rotation(machine.secrets, M2M_CLIENT_NOT_ROTATING_SECRET)
    shown = schemas.M2MClient(**machine_fields(machine))
    return schemas.ClientsSecretsRotateResponse(m2m_client=shown, **project.envelope())
