"""Passkeys and other WebAuthn registrations of Consumer users."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.consumer import webauthn as schemas

__all__ = ["WebAuthn"]


class WebAuthn(Resource):
    """Log in with passkeys and security keys."""

    register_start: Final = endpoint(
        "POST", "/v1/webauthn/register/start", schemas.RegisterStartRequest, schemas.RegisterStartResponse, ONCE
    )
    register: Final = endpoint("POST", "/v1/webauthn/register", schemas.RegisterRequest, schemas.RegisterResponse, ONCE)
    authenticate_start: Final = endpoint(
        "POST",
        "/v1/webauthn/authenticate/start",
        schemas.AuthenticateStartRequest,
        schemas.AuthenticateStartResponse,
        ONCE,
    )
    authenticate: Final = endpoint(
        "POST", "/v1/webauthn/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
    update: Final = endpoint(
        "PUT", "/v1/webauthn/{webauthn_registration_id}", schemas.UpdateRequest, schemas.UpdateResponse, IDEMPOTENT
    )
    list_credentials: Final = endpoint(
        "GET",
        "/v1/webauthn/credentials/{user_id}/{domain}",
        schemas.ListCredentialsRequest,
        schemas.ListCredentialsResponse,
        SAFE,
    )
