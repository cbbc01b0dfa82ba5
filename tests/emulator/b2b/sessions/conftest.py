from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.b2b.sessions import MemberSession


def session_of(login: EmailResetResponse) -> MemberSession:
    """Return the session of a login, which must be complete."""
    assert login.member_session is not None
    return login.member_session
