"""What follows from each change of a user: it is stored, and told as an event."""

from stytch_async.emulator.rules.consumer.users import view
from stytch_async.emulator.rules.events import note
from stytch_async.emulator.state.events import Action
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.users import User

__all__ = ["record_user"]


def record_user(project: Project, user: User, action: Action = "UPDATE") -> None:
    """Store a user who is new or has changed, and tell of it."""
    project.users.save(user)
    note(project, action, "user", user.id, view(project, user))
