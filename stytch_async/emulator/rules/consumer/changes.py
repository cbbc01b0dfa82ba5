"""What follows from each change of a user: it is stored, and told as an event."""

from stytch_async.converter import converter
from stytch_async.emulator.rules.consumer.users import view
from stytch_async.emulator.rules.events import note
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.users import User
from stytch_async.schemas.consumer.users import User as UserSchema

__all__ = ["delete_user", "record_user"]


def record_user(project: Project, user: User) -> UserSchema:
    """Store a user who may be new or have changed, tell of it if so, and show the user.

    Nobody is told of the sandbox user, who is always there.
    """
    shown = view(project, user)
    if project.sandbox.user_with(user.id) is None:
        project.users.save(user)
        told = project.events.last_of(user.id)
        if told is None:
            note(project, "CREATE", "user", user.id, shown)
        elif told.document != converter.unstructure(shown):
            note(project, "UPDATE", "user", user.id, shown)
    return shown


def delete_user(project: Project, user: User) -> None:
    """Forget a user, with all sessions, links and codes, and tell of it."""
    if project.sandbox.user_with(user.id) is None:
        project.users.remove(user)
        project.forget(user.id)
        note(project, "DELETE", "user", user.id)
