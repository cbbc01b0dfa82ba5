"""Passkeys and security keys of users."""

import base64
from typing import Final

from stytch_async.api.consumer.webauthn import WebAuthn
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.webauthn import (
    CANNOT_USE_WEBAUTHN_WITH_PENDING_USER,
    EMPTY_WEBAUTHN_REGISTRATION_NAME,
    INVALID_AUTHENTICATOR_TYPE,
    NO_ACTIVE_WEBAUTHN_REGISTRATIONS,
    WEBAUTHN_REGISTRATION_NOT_FOUND,
)
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.changes import record_user
from stytch_async.emulator.rules.consumer.login import log_in
from stytch_async.emulator.rules.consumer.users import find_user, registration_view
from stytch_async.emulator.rules.consumer.webauthn.challenges import begin, checked_domain
from stytch_async.emulator.rules.consumer.webauthn.options import Encoding, creation_options, request_options
from stytch_async.emulator.rules.consumer.webauthn.registrations import (
    find_registration,
    prove_key,
    refuse_more,
    registered_for,
    registration_proof,
)
from stytch_async.emulator.rules.sessions import plan
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.consumer import webauthn as schemas

__all__: list[str] = []

AUTHENTICATOR_TYPES: Final[frozenset[str | None]] = frozenset({None, "platform", "cross-platform"})


@handles(WebAuthn.register_start)
def register_start(project: Project, request: schemas.RegisterStartRequest) -> schemas.RegisterStartResponse:
    """Ask for a new key; nothing is kept of it until it answers (behaviour-more E5)."""
    domain = checked_domain(request.domain)
    if request.authenticator_type not in AUTHENTICATOR_TYPES:
        raise Refusal(INVALID_AUTHENTICATOR_TYPE)
    user = find_user(project, request.user_id)
    if user.status == "pending":
        raise Refusal(CANNOT_USE_WEBAUTHN_WITH_PENDING_USER)
    refuse_more(user, domain)
    challenge = begin(
        project,
        "register",
        domain,
        user.id,
        user_handle=(request.override_id or user.id).encode(),
        user_agent=request.user_agent,
        authenticator_type=request.authenticator_type,
    )
    options = creation_options(project, user, challenge, request)
    return schemas.RegisterStartResponse(
        user_id=user.id, public_key_credential_creation_options=options, **project.envelope()
    )


@handles(WebAuthn.register)
def register(project: Project, request: schemas.RegisterRequest) -> schemas.RegisterResponse:
    """Keep a new key, and log in with it (behaviour-more E6)."""
    planned = plan(project, "user", request)
    user = find_user(project, request.user_id)
    proof, registration = registration_proof(project, user, request.public_key_credential)
    user.webauthn.append(registration)
    login = log_in(project, proof, planned)
    record_user(project, user)
    return schemas.RegisterResponse(webauthn_registration_id=registration.id, **login, **project.envelope())


@handles(WebAuthn.authenticate_start)
def authenticate_start(
    project: Project, request: schemas.AuthenticateStartRequest
) -> schemas.AuthenticateStartResponse:
    """Ask for a key: one of a user's, or whichever the browser has for the domain."""
    domain = checked_domain(request.domain)
    user = None if request.user_id is None else find_user(project, request.user_id)
    allowed = [] if user is None else registered_for(user, domain)
    if user is not None and not allowed:
        raise Refusal(NO_ACTIVE_WEBAUTHN_REGISTRATIONS)
    user_id = "" if user is None else user.id
    challenge = begin(project, "authenticate", domain, user_id)
    options = request_options(Encoding(for_urls=request.use_base64_url_encoding), challenge, allowed)
    return schemas.AuthenticateStartResponse(
        user_id=user_id, public_key_credential_request_options=options, **project.envelope()
    )


@handles(WebAuthn.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log in with a key."""
    planned = plan(project, "user", request)
    proof, registration = prove_key(project, request.public_key_credential)
    login = log_in(project, proof, planned)
    return schemas.AuthenticateResponse(webauthn_registration_id=registration.id, **login, **project.envelope())


@handles(WebAuthn.update)
def update(project: Project, request: schemas.UpdateRequest) -> schemas.UpdateResponse:
    """Call a key something else."""
    user, registration = find_registration(project, request.webauthn_registration_id)
    if not request.name.strip():
        raise Refusal(EMPTY_WEBAUTHN_REGISTRATION_NAME)
    registration.name = request.name
    record_user(project, user)
    return schemas.UpdateResponse(webauthn_registration=registration_view(registration), **project.envelope())


@handles(WebAuthn.list_credentials)
def list_credentials(project: Project, request: schemas.ListCredentialsRequest) -> schemas.ListCredentialsResponse:
    """List a user's keys for a domain, with ids as browsers write them (inferred)."""
    found = registered_for(find_user(project, request.user_id), request.domain.lower())
    if not found:
        raise Refusal(WEBAUTHN_REGISTRATION_NOT_FOUND)
    as_browsers_do = Encoding(for_urls=True)
    credentials = [
        schemas.WebAuthnCredential(
            credential_id=as_browsers_do(one.credential_id),
            webauthn_registration_id=one.id,
            type="public-key",
            public_key=base64.b64encode(one.public_key).decode(),
        )
        for one in found
    ]
    return schemas.ListCredentialsResponse(credentials=credentials, **project.envelope())
