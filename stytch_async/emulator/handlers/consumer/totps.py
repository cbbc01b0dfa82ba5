"""Authenticator apps of users, and the recovery codes that stand in for them."""

from typing import Final

from stytch_async.api.consumer.totps import TOTPs
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.totps import PENDING_TOTP_EXISTS, TOTPS_NOT_FOUND_FOR_USER
from stytch_async.emulator.refusals.users import INVALID_USER_ID
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.changes import record_user
from stytch_async.emulator.rules.consumer.login import log_in
from stytch_async.emulator.rules.consumer.users import find_user, view
from stytch_async.emulator.rules.recovery import prove_recovery
from stytch_async.emulator.rules.sessions import plan
from stytch_async.emulator.rules.totp import begin_totp, prove_totp, refuse_present, setup
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.totps import TOTP
from stytch_async.emulator.state.rows.users import User
from stytch_async.schemas.consumer import totps as schemas

__all__: list[str] = []

DEFAULT_MINUTES: Final = 1440


def _enrolled(project: Project, user_id: str) -> tuple[User, TOTP]:
    """Return a user and the user's authenticator app, or refuse; which of two types says so is inferred."""
    user = find_user(project, user_id)
    if user.totp is None:
        raise Refusal(TOTPS_NOT_FOUND_FOR_USER)
    return user, user.totp


@handles(TOTPs.create)
def create(project: Project, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Set up an authenticator app, which counts from its first code on; the sandbox user's is always there."""
    user = find_user(project, request.user_id)
    if user.status != "active":
        raise Refusal(INVALID_USER_ID, "The user is not active.")
    totp = project.sandbox.totp_of(user.id)
    if totp is None:
        refuse_present(project, user, PENDING_TOTP_EXISTS)
        totp = begin_totp(project, user, "totp", request.expiration_minutes or DEFAULT_MINUTES)
        record_user(project, user)
    name = next((address.value for address in user.addresses), user.id)
    return schemas.CreateResponse(
        totp_id=totp.id,
        user_id=user.id,
        user=view(project, user),
        **setup(user, totp, name),
        **project.envelope(),
    )


@handles(TOTPs.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log in with a code of an authenticator app; the first one completes the setup."""
    planned = plan(project, "user", request)
    user, totp = _enrolled(project, request.user_id)
    login = log_in(project, prove_totp(project, user, totp, request.totp_code), planned)
    return schemas.AuthenticateResponse(totp_id=totp.id, **login, **project.envelope())


@handles(TOTPs.recovery_codes)
def recovery_codes(project: Project, request: schemas.RecoveryCodesRequest) -> schemas.RecoveryCodesResponse:
    """List a user's authenticator app with the recovery codes that are left."""
    user, totp = _enrolled(project, request.user_id)
    shown = schemas.TOTP(totp_id=totp.id, verified=totp.verified, recovery_codes=list(user.recovery_codes))
    return schemas.RecoveryCodesResponse(user_id=user.id, totps=[shown], **project.envelope())


@handles(TOTPs.recover)
def recover(project: Project, request: schemas.RecoverRequest) -> schemas.RecoverResponse:
    """Log in with a recovery code in place of an authenticator app."""
    planned = plan(project, "user", request)
    user, totp = _enrolled(project, request.user_id)
    login = log_in(project, prove_recovery(project, user, request.recovery_code), planned)
    return schemas.RecoverResponse(totp_id=totp.id, **login, **project.envelope())
