"""Members from their creation on."""

from stytch_async.api.b2b.members import Members
from stytch_async.emulator.refusals.members import INVALID_MEMBER_GET_FIELDS
from stytch_async.emulator.refusals.metadata import CANNOT_UPDATE_TRUSTED_METADATA
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.users import INVALID_USER_ID
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.members import find_member, find_member_by_email, member_fields, new_member
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.b2b.roles import acting_member, check_permission
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import members as schemas

__all__: list[str] = []


@handles(Members.create, invalid={"external_id": INVALID_USER_ID})
def create(project: Project, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Add a member to an organization."""
    organization = find_organization(project, request.organization_id)
    caller = acting_member(project, request.authorization)
    check_permission(project, caller, organization, "create")
    if caller is not None and request.trusted_metadata is not None:
        raise Refusal(CANNOT_UPDATE_TRUSTED_METADATA)
    member = new_member(project, organization, request)
    member.status = "pending" if request.create_member_as_pending else "active"
    member.is_breakglass = bool(request.is_breakglass)
    member.mfa_enrolled = bool(request.mfa_enrolled)
    return schemas.CreateResponse(**member_fields(project, member), **project.envelope())


@handles(Members.get)
def get(project: Project, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show a member, named by id or by address."""
    organization = find_organization(project, request.organization_id)
    if request.member_id is not None and request.email_address is None:
        member = find_member(project, organization, request.member_id)
    elif request.email_address is not None and request.member_id is None:
        member = find_member_by_email(project, organization, request.email_address)
    else:
        raise Refusal(INVALID_MEMBER_GET_FIELDS)
    return schemas.GetResponse(**member_fields(project, member), **project.envelope())
