"""Passwords of users."""

from typing import TYPE_CHECKING, Any, Final

from stytch_async.api.consumer.passwords import Email, ExistingPassword, Passwords
from stytch_async.api.consumer.passwords import Sessions as SessionResets
from stytch_async.emulator import sandbox
from stytch_async.emulator.claims import merge_metadata
from stytch_async.emulator.consumer.sessions import log_in
from stytch_async.emulator.consumer.users import (
    find_user,
    new_user,
    set_external_id,
    set_name,
    user_by_email,
    user_by_phone,
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


def _owner(project: "Project", email: str) -> User:
    user = user_by_email(project, email)
    if user is None:
        raise refuse("email_not_found")
    return user


def _prove(project: "Project", user: User, password: str) -> Password:
    """Return the user's password if that is it, or refuse."""
    return prove_password(project, user, user.password, password, "no_user_password")


@handles(Passwords.create)
def create(project: "Project", request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Make a user who logs in with a password."""
    user = user_by_email(project, request.email)
    if user is not None and not sandbox.is_sandbox(request.email):
        raise refuse("duplicate_email")
    check_session_arguments(project, "user", request)
    if user is None:
        accept_password(project, request.password)
        trusted = merge_metadata({}, request.trusted_metadata)
        untrusted = merge_metadata({}, request.untrusted_metadata)
        user = new_user(project, email=request.email)
        user.trusted_metadata, user.untrusted_metadata = trusted, untrusted
        set_name(user, request.name)
    _set_password(project, user, request.password)
    fields = log_in(project, user, password_factor(project), request)
    return schemas.CreateResponse(email_id=user.emails[0].id, **fields, **project.envelope())


@handles(Passwords.authenticate)
def authenticate(project: "Project", request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log in with a password."""
    user = _owner(project, request.email)
    if sandbox.is_sandbox(request.email):
        _set_password(project, user, request.password)
    password = _prove(project, user, request.password)
    if must_reset(project, password, request.password) and not sandbox.is_sandbox(request.email):
        raise refuse("reset_password")
    return schemas.AuthenticateResponse(
        **log_in(project, user, password_factor(project), request), **project.envelope()
    )


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
    user = user_by_email(project, request.email)
    if user is not None and user.password is not None:
        raise refuse("password_already_exists")
    created = user is None
    user = user or new_user(project, email=request.email)
    user.password = Password(id=project.ids.new("password"), matches=matches)
    user.trusted_metadata = merge_metadata(user.trusted_metadata, request.trusted_metadata)
    user.untrusted_metadata = merge_metadata(user.untrusted_metadata, request.untrusted_metadata)
    set_name(user, request.name)
    set_external_id(project, user, request.external_id)
    user.roles = user.roles if request.roles is None else request.roles
    email = next(email for email in user.emails if email.value == request.email.lower())
    email.verified = email.verified or bool(request.set_email_verified)
    if request.phone_number is not None:
        _add_phone_number(project, user, request.phone_number, verified=bool(request.set_phone_number_verified))
    return schemas.MigrateResponse(
        user_id=user.id, email_id=email.id, user_created=created, user=view(project, user), **project.envelope()
    )


def _add_phone_number(project: "Project", user: User, phone_number: str, *, verified: bool) -> None:
    owner = user_by_phone(project, phone_number)
    if owner not in {None, user}:
        raise refuse("duplicate_phone_number")
    if owner is None:
        user.phone_numbers.append(Address(id=project.ids.new("phone-number"), value=phone_number, verified=verified))


@handles(Email.reset_start)
def email_reset_start(project: "Project", request: schemas.EmailResetStartRequest) -> schemas.EmailResetStartResponse:
    """Mail a link that leads to a new password."""
    user = _owner(project, request.email)
    email = next(email for email in user.emails if email.value == request.email.lower())
    redirect_url(project, request.login_redirect_url)
    send_link(
        project,
        email,
        user.id,
        kind=RESET,
        url=redirect_url(project, request.reset_password_redirect_url),
        minutes=request.reset_password_expiration_minutes or 30,
        code_challenge=request.code_challenge,
        attributes=request.attributes,
    )
    return schemas.EmailResetStartResponse(user_id=user.id, email_id=email.id, **project.envelope())


@handles(Email.reset)
def email_reset(project: "Project", request: schemas.EmailResetRequest) -> schemas.EmailResetResponse:
    """Set a new password with the token of a mailed link, and end all sessions."""
    token = unspent(project, request.token, RESET, "unable_to_auth_password_reset_token", request.code_verifier)
    check_attributes(request.options, token.attributes, request.attributes)
    user = find_user(project, token.owner_id)
    accept_password(project, request.password)
    check_session_arguments(project, "user", request)
    token.spent = True
    _set_password(project, user, request.password)
    for email in user.emails:
        if email.id == token.address_id:
            email.verified, email.lapses_at = True, None
    user.status = "active"
    return schemas.EmailResetResponse(**_after_reset(project, user, request), **project.envelope())


@handles(ExistingPassword.reset)
def existing_password_reset(
    project: "Project", request: schemas.ExistingPasswordResetRequest
) -> schemas.ExistingPasswordResetResponse:
    """Set a new password with the old one, and end all sessions."""
    user = _owner(project, request.email)
    _prove(project, user, request.existing_password)
    if request.new_password == request.existing_password:
        raise refuse("cannot_reset_password_with_existing_password")
    accept_password(project, request.new_password)
    check_session_arguments(project, "user", request)
    _set_password(project, user, request.new_password)
    return schemas.ExistingPasswordResetResponse(**_after_reset(project, user, request), **project.envelope())


def _after_reset(project: "Project", user: User, request: SessionArguments) -> dict[str, Any]:
    """End the user's sessions, but for one that was passed to go on with, and log in."""
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
    _set_password(project, user, request.password)
    return schemas.SessionResetResponse(**_after_reset(project, user, request), **project.envelope())


def _is_fresh(project: "Project", factor: AuthenticationFactor) -> bool:
    """Whether a factor may vouch for a new password: a password, or something mailed, proven a moment ago."""
    vouches = factor.type == "password" or factor.delivery_method == "email"
    return vouches and proven_lately(project, factor)
