"""The values that Stytch answers the same way in every test project."""

import datetime as dt
from typing import TYPE_CHECKING, Final

from stytch_async.emulator.rows import Address, Session, User
from stytch_async.schemas.factors import AuthenticationFactor, EmailFactor

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["CODE", "EMAIL", "PHONE_NUMBER", "SESSION_TOKEN", "is_sandbox", "sandbox_session", "sandbox_user"]

EMAIL: Final = "sandbox@stytch.com"
PHONE_NUMBER: Final = "+10000000000"
CODE: Final = "000000"
SESSION_TOKEN: Final = "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY"  # noqa: S105 - published for tests
USER_ID: Final = "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd"
EMAIL_ID: Final = "email-test-23873e89-d4ed-4e92-b3b9-e5c7198fa286"
SESSION_ID: Final = "session-test-eb94233f-8800-4ebd-8645-51dc15f9d028"
STARTED_AT: Final = dt.datetime(2021, 8, 28, 0, 41, 58, 935673, tzinfo=dt.UTC)


def is_sandbox(address: str | None) -> bool:
    """Whether an address or number is the sandbox's."""
    return address is not None and address.lower() in {EMAIL, PHONE_NUMBER}


def sandbox_user(project: "Project") -> User:
    """Return the sandbox user; the first to ask for it makes it."""
    if USER_ID not in project.users:
        project.users[USER_ID] = User(
            id=USER_ID,
            created_at=STARTED_AT,
            emails=[Address(id=EMAIL_ID, value=EMAIL, verified=True)],
            phone_numbers=[Address(id=project.ids.new("phone-number"), value=PHONE_NUMBER, verified=True)],
        )
    return project.users[USER_ID]


def sandbox_session(project: "Project") -> Session:
    """Return the sandbox session, which lasts an hour from each time that it is asked for."""
    user = sandbox_user(project)
    factor = AuthenticationFactor(
        type="magic_link",
        delivery_method="email",
        last_authenticated_at=STARTED_AT,
        email_factor=EmailFactor(email_id=EMAIL_ID, email_address=EMAIL),
    )
    session = project.sessions.setdefault(
        SESSION_ID,
        Session(
            id=SESSION_ID,
            owner_id=user.id,
            token=SESSION_TOKEN,
            started_at=STARTED_AT,
            last_accessed_at=project.now,
            expires_at=project.now,
            factors=[factor],
        ),
    )
    session.expires_at = project.now + dt.timedelta(hours=1)
    return session
