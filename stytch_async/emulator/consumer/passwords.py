"""Passwords of users."""

from typing import TYPE_CHECKING, Any, Final

from stytch_async.api.consumer.passwords import Email, ExistingPassword, Passwords
from stytch_async.api.consumer.passwords import Sessions as SessionResets
from stytch_async.emulator import sandbox
from stytch_async.emulator.consumer.sessions import log_in
from stytch_async.emulator.consumer.users import (
    Owned,
    describe,
    email_owner,
    find_user,
    new_user,
    phone_owner,
    view,
)
from stytch_async.emulator.hashes import migrated_matcher
from stytch_async.emulator.links import check_attributes, redirect_url, send_link, unspent
from stytch_async.emulator.passwords import (
    changed_password,
    must_reset,
    password_factor,
    prove_password,
    proven_lately,
    start_afresh,
)
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rows import Address, Password, User
from stytch_async.emulator.sessions import SessionArguments, check_session_arguments, required_session
from stytch_async.emulator.strength import accept_password, judge, verdict
from stytch_async.schemas.consumer import passwords as schemas
from stytch_async.schemas.factors import AuthenticationFactor

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__: list[str] = []

RESET: Final = "reset_password"


def _set_password(project: "Project", user: User, password: str) -> None:
    """Take on a password that has been accepted."""
    user.password = changed_password(project, user.password, "password", password)


def _owner(project: "Project", email: str) -> Owned:
    """Return the user who has an email address, and the address, or refuse."""
    found = email_owner(project, email)
    if found is None:
        raise refuse("email_not_found")
    return found


def _prove(project: "Project", user: User, text: str, wrong: str) -> None:
    """Refuse a text that is not the user's password, and a password that must be reset by email."""
    password = prove_password(project, user, user.password, text, "no_user_password", wrong=wrong)
    if must_reset(project, password, text):
        raise refuse("reset_password")


@handles(Passwords.create)
def create(project: "Project", request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Make a user who logs in with a password."""
    found = email_owner(project, request.email)
    if found is not None and not sandbox.is_sandbox(request.email):
        raise refuse("duplicate_email")
    check_session_arguments(project, "user", request)
    user = found[0] if found else new_user(project, email=request.email)
    if found is None:
        accept_password(project, request.password)
        describe(project, user, request)
        project.users[user.id] = user
    _set_password(project, user, request.password)
    fields = log_in(project, user, password_factor(project), request)
    return schemas.CreateResponse(email_id=user.emails[0].id, **fields, **project.envelope())


@handles(Passwords.authenticate)
def authenticate(project: "Project", request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log in with a password; the sandbox user has any."""
    user, _ = _owner(project, request.email)
    if not sandbox.is_sandbox(request.email):
        _prove(project, user, request.password, "unauthorized_credentials")
    fields = log_in(project, user, password_factor(project), request)
    return schemas.AuthenticateResponse(**fields, **project.envelope())


@handles(Passwords.strength_check)
def strength_check(project: "Project", request: schemas.StrengthCheckRequest) -> schemas.StrengthCheckResponse:
    """Judge a password that nobody has yet."""
    strength = judge(project, request.password)
    return schemas.StrengthCheckResponse(
        feedback=schemas.Feedback(
            warning=strength.warning, suggestions=strength.suggestions, luds_requirements=strength.requirements
        ),
        **verdict(project, strength, request.email),
        **project.envelope(),
    )


@handles(Passwords.migrate)
def migrate(project: "Project", request: schemas.MigrateRequest) -> schemas.MigrateResponse:
    """Take on a password from another system, as its hash."""
    matches = migrated_matcher(request)
    found = email_owner(project, request.email)
    user = found[0] if found else new_user(project, email=request.email)
    if user.password is not None:
        raise refuse("password_already_exists")
    if request.phone_number is not None:
        _refuse_taken(project, user, request.phone_number)
    external_id = None if found else request.external_id
    describe(project, user, request, external_id=external_id, roles=request.roles)
    project.users[user.id] = user
    user.password = Password(id=project.ids.new("password"), matches=matches)
    email = found[1] if found else user.emails[0]
    email.verified = email.verified or bool(request.set_email_verified)
    if request.phone_number is not None:
        _add_phone_number(project, user, request.phone_number, verified=bool(request.set_phone_number_verified))
    return schemas.MigrateResponse(
        user_id=user.id, email_id=email.id, user_created=not found, user=view(project, user), **project.envelope()
    )


def _refuse_taken(project: "Project", user: User, phone_number: str) -> None:
    found = phone_owner(project, phone_number)
    if found is not None and found[0] is not user:
        raise refuse("duplicate_phone_number")


def _add_phone_number(project: "Project", user: User, phone_number: str, *, verified: bool) -> None:
    found = phone_owner(project, phone_number)
    if found is None:
        user.phone_numbers.append(Address(id=project.ids.new("phone-number"), value=phone_number, verified=verified))
    else:
        found[1].verified = found[1].verified or verified


@handles(Email.reset_start)
def email_reset_start(project: "Project", request: schemas.EmailResetStartRequest) -> schemas.EmailResetStartResponse:
    """Mail a link that leads to a new password."""
    user, email = _owner(project, request.email)
    redirect_url(project, request.login_redirect_url)
    send_link(
        project,
        email,
        user.id,
        kind=RESET,
        url=redirect_url(project, request.reset_password_redirect_url, "password_reset"),
        minutes=request.reset_password_expiration_minutes or 30,
        code_challenge=request.code_challenge,
        attributes=request.attributes,
    )
    return schemas.EmailResetStartResponse(user_id=user.id, email_id=email.id, **project.envelope())


@handles(Email.reset)
def email_reset(project: "Project", request: schemas.EmailResetRequest) -> schemas.EmailResetResponse:
    """Set a new password with the token of a mailed link, and end all sessions."""
    error_type = "unable_to_auth_password_reset_token"
    token = unspent(project, request.token, RESET, error_type, request.code_verifier)
    user = find_user(project, token.owner_id)
    email = next((email for email in user.emails if email.id == token.address_id), None)
    if email is None:
        raise refuse(error_type)
    check_attributes(request.options, token.attributes, request.attributes)
    accept_password(project, request.password)
    check_session_arguments(project, "user", request)
    token.spent = True
    email.verified, email.lapses_at = True, None
    return schemas.EmailResetResponse(**_reset(project, user, request.password, request), **project.envelope())


@handles(ExistingPassword.reset)
def existing_password_reset(
    project: "Project", request: schemas.ExistingPasswordResetRequest
) -> schemas.ExistingPasswordResetResponse:
    """Set a new password with the old one, and end all sessions."""
    user, _ = _owner(project, request.email)
    _prove(project, user, request.existing_password, "password_does_not_match")
    if request.new_password == request.existing_password:
        raise refuse("cannot_reset_password_with_existing_password")
    accept_password(project, request.new_password)
    check_session_arguments(project, "user", request)
    fields = _reset(project, user, request.new_password, request)
    return schemas.ExistingPasswordResetResponse(**fields, **project.envelope())


def _reset(project: "Project", user: User, password: str, request: SessionArguments) -> dict[str, Any]:
    """Set a password that has been accepted, end the sessions but for one that was passed, and log in."""
    _set_password(project, user, password)
    start_afresh(project, "user", user, request)
    return log_in(project, user, password_factor(project), request)


@handles(SessionResets.reset)
def session_reset(project: "Project", request: schemas.SessionResetRequest) -> schemas.SessionResetResponse:
    """Set a new password from within a session that has just proven the user, and end all others."""
    session = required_session(project, "user", request)
    if not any(_is_fresh(project, factor) for factor in session.factors):
        raise refuse("session_too_old_to_reset_password")
    user = find_user(project, session.owner_id)
    accept_password(project, request.password)
    check_session_arguments(project, "user", request)
    return schemas.SessionResetResponse(**_reset(project, user, request.password, request), **project.envelope())


def _is_fresh(project: "Project", factor: AuthenticationFactor) -> bool:
    """Whether a factor may vouch for a new password: a password, or something mailed, proven a moment ago."""
    vouches = factor.type == "password" or factor.delivery_method == "email"
    return vouches and proven_lately(project, factor)
