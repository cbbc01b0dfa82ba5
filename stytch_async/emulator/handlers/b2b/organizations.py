"""Organizations."""

from stytch_async.api.b2b.organizations import Organizations
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.founding import INVALID, found
from stytch_async.emulator.rules.b2b.organizations import find_organization, view
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import organizations as schemas

__all__: list[str] = []


@handles(Organizations.create, invalid=INVALID)
def create(project: Project, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Make an organization."""
    organization = found(project, request, request.organization_name)
    return schemas.CreateResponse(organization=view(organization), **project.envelope())


@handles(Organizations.get)
def get(project: Project, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show an organization."""
    organization = find_organization(project, request.organization_id)
    return schemas.GetResponse(organization=view(organization), **project.envelope())
