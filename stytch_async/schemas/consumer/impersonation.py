"""Impersonation in the Consumer API."""

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User

__all__ = ["AuthenticateRequest", "AuthenticateResponse"]


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Log in as a user, with a token from the dashboard.

    A session of 60 minutes starts, which cannot be extended. The token is made in the dashboard, and appended to the
    default login page's URL.

    Args:
        impersonation_token: Works once, for 5 minutes.

    Raises:
        AuthenticationError: ``unable_to_auth_impersonation_token`` (used before, or expired).
        BadRequestError: ``user_impersonation_not_allowed`` (the project has it switched off).

    Source: `POST /v1/impersonation/authenticate
    <https://stytch.com/docs/api-reference/consumer/api/impersonation/authenticate-token>`_
    """

    __schema__ = "api_impersonation_v1_AuthenticateRequest"

    impersonation_token: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """The user and a session, whose factor tells that it is an impersonation."""

    __schema__ = "api_impersonation_v1_AuthenticateResponse"

    request_id: str
    user_id: str
    user: User
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    status_code: int
    session: Session | None = None
