"""Members from their creation to their deletion, and back."""

from stytch_async.api.b2b.members import Members
from stytch_async.emulator.refusals.members import (
    INVALID_MEMBER_GET_FIELDS,
    INVALID_MEMBER_ID,
    MEMBER_NOT_FOUND,
    NO_DELETED_MEMBER_FOUND_FOR_REACTIVATION,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.users import INVALID_USER_ID
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.access import named_member, refuse_trusted_metadata
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.lifecycle import delete_member, reactivate_member
from stytch_async.emulator.rules.b2b.members import (
    find_member,
    find_member_by_email,
    member_fields,
    new_member,
)
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.b2b.roles import acting_member, check_addition, check_permission
from stytch_async.emulator.rules.identifiers import refuse_unknown
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import members as schemas

__all__: list[str] = []


@handles(Members.create, invalid={"external_id": INVALID_USER_ID})
def create(project: Project, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Add a member to an organization."""
    organization = find_organization(project, request.organization_id)
    check_addition(project, acting_member(project, request.authorization), organization, request.roles)
    refuse_trusted_metadata(request)
    member = new_member(project, organization, request)
    member.status = "pending" if request.create_member_as_pending else "active"
    member.is_breakglass = bool(request.is_breakglass)
    member.mfa_enrolled = bool(request.mfa_enrolled)
    record_member(project, member)
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


@handles(Members.dangerously_get)
def dangerously_get(project: Project, request: schemas.DangerouslyGetRequest) -> schemas.GetResponse:
    """Show a member of any organization, a deleted one where that is asked for."""
    member = project.members.get(request.member_id)
    if member is None or (member.status == "deleted" and not request.include_deleted):
        refuse_unknown("member", request.member_id, misspelt=INVALID_MEMBER_ID, missing=MEMBER_NOT_FOUND)
    return schemas.GetResponse(**member_fields(project, member), **project.envelope())


@handles(Members.delete)
def delete(project: Project, request: schemas.DeleteRequest) -> schemas.DeleteResponse:
    """Delete a member, or take back an invitation."""
    member = named_member(project, request, "delete")
    delete_member(project, member)
    return schemas.DeleteResponse(member_id=member.id, **project.envelope())


@handles(Members.reactivate)
def reactivate(project: Project, request: schemas.ReactivateRequest) -> schemas.ReactivateResponse:
    """Bring a deleted member back; no external id will do (behaviour-more R15)."""
    organization = find_organization(project, request.organization_id)
    check_permission(project, acting_member(project, request.authorization), organization, "create")
    member = project.members.get(request.member_id)
    if member is None or member.organization_id != organization.id or member.status != "deleted":
        raise Refusal(NO_DELETED_MEMBER_FOUND_FOR_REACTIVATION)
    reactivate_member(project, member)
    return schemas.ReactivateResponse(**member_fields(project, member), **project.envelope())


@handles(Members.delete_external_id)
def delete_external_id(project: Project, request: schemas.DeleteExternalIdRequest) -> schemas.DeleteExternalIdResponse:
    """Take the app's own id from a member; the action is inferred."""
    member = named_member(project, request, "update.info.external-id")
    member.external_id = None
    record_member(project, member)
    return schemas.DeleteExternalIdResponse(**member_fields(project, member), **project.envelope())
