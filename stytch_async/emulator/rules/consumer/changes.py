"""What follows from each change of a user: it is stored, and told as an event."""

from stytch_async.emulator.rules.consumer.users import view
from stytch_async.emulator.rules.events import note
from stytch_async.emulator.state.events import Action
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.users import User

__all__ = ["forget_user", "record_user"]


def record_user(project: Project, user: User) -> None:
    """Store a user who is new or has changed, and tell of it (behaviour-more X3); the sandbox user is in no table."""
    if project.sandbox.has(user.id):
        return
    action: Action = "UPDATE" if user.id in project.users else "CREATE"
    project.users.save(user)
    note(project, action, "user", user.id, view(project, user))


def forget_user(project: Project, user: User) -> None:
    """Delete a user with all sessions, links and codes, and tell of it."""
    if project.sandbox.has(user.id):
        return
    project.users.remove(user)
    project.forget(user.id)
    note(project, "DELETE", "user", user.id)
