"""Users from their creation to their deletion."""

from stytch_async.api.consumer.users import Users
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.users import INVALID_CREATE_USER_REQUEST, INVALID_USER_ID
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.changes import delete_user, record_user
from stytch_async.emulator.rules.consumer.users import change_user, find_user, new_user, refuse_taken, user_fields
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.users import User
from stytch_async.schemas.consumer import users as schemas

__all__: list[str] = []


@handles(Users.create, invalid={"external_id": INVALID_USER_ID})
def create(project: Project, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Make a user of an email address, a phone number, or both; the sandbox user is made again and again."""
    if request.email is None and request.phone_number is None:
        raise Refusal(INVALID_CREATE_USER_REQUEST)
    sandbox = project.sandbox.user_with((request.email or request.phone_number or "").lower())
    if sandbox is not None:
        return _created(project, sandbox)
    refuse_taken(project, email=request.email, phone_number=request.phone_number)
    user = new_user(
        project, email=request.email, phone_number=request.phone_number, pending=request.create_user_as_pending
    )
    change_user(project, user, request, external_id=request.external_id, roles=request.roles)
    return _created(project, user)


def _created(project: Project, user: User) -> schemas.CreateResponse:
    return schemas.CreateResponse(
        user_id=user.id,
        email_id=user.emails[0].id if user.emails else "",
        phone_id=user.phone_numbers[0].id if user.phone_numbers else "",
        status=user.status,
        user=record_user(project, user),
        **project.envelope(201),
    )


@handles(Users.get)
def get(project: Project, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show a user."""
    return schemas.GetResponse(**user_fields(project, find_user(project, request.user_id)), **project.envelope())


@handles(Users.update, invalid={"external_id": INVALID_USER_ID})
def update(project: Project, request: schemas.UpdateRequest) -> schemas.UpdateResponse:
    """Change a user; addresses are not changed here."""
    user = find_user(project, request.user_id)
    change_user(project, user, request, external_id=request.external_id, roles=request.roles)
    shown = record_user(project, user)
    return schemas.UpdateResponse(
        user_id=user.id,
        emails=shown.emails,
        phone_numbers=shown.phone_numbers,
        crypto_wallets=shown.crypto_wallets,
        user=shown,
        **project.envelope(),
    )


@handles(Users.delete)
def delete(project: Project, request: schemas.DeleteRequest) -> schemas.DeleteResponse:
    """Delete a user, with all sessions, links and codes."""
    user = find_user(project, request.user_id)
    delete_user(project, user)
    return schemas.DeleteResponse(user_id=user.id, **project.envelope())


@handles(Users.delete_external_id)
def delete_external_id(project: Project, request: schemas.DeleteExternalIdRequest) -> schemas.DeleteExternalIdResponse:
    """Take the app's own id from a user."""
    user = find_user(project, request.user_id)
    user.external_id = None
    return schemas.DeleteExternalIdResponse(user_id=user.id, user=record_user(project, user), **project.envelope())
