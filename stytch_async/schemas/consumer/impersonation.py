"""TODO"""

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User

__all__ = ["AuthenticateRequest", "AuthenticateResponse"]


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/impersonation/authenticate <TODO>`_
    """

    __schema__ = "api_impersonation_v1_AuthenticateRequest"

    impersonation_token: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """TODO"""

    __schema__ = "api_impersonation_v1_AuthenticateResponse"

    request_id: str
    user_id: str
    user: User
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    status_code: int
    session: Session | None = None
