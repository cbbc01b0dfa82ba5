import hashlib
from typing import Any

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.errors import NotFoundError


def md5(password: str) -> str:
    """Return the MD5 hash of a password, as an old system would have it."""
    return hashlib.md5(password.encode(), usedforsecurity=False).hexdigest()


async def is_active(b2b: B2BClient, session_token: str) -> bool:
    """Whether a session is not over yet."""
    try:
        await b2b.sessions.authenticate(session_token=session_token)
    except NotFoundError:
        return False
    return True


async def mailed_token(b2b: B2BClient, project: Project, organization_id: str, **fields: Any) -> str:
    """Have a reset link sent to Ada and return its token."""
    await b2b.passwords.email.reset_start(organization_id=organization_id, email_address="ada@example.com", **fields)
    return project.outbox.last("ada@example.com").token or ""
