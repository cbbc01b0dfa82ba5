"""Passwords of users: set, used, judged and brought along."""

from stytch_async.api.consumer.passwords import Passwords
from stytch_async.emulator.refusals.hashes import INVALID_SCRYPT_N_PARAMETER
from stytch_async.emulator.refusals.passwords import PASSWORD_ALREADY_EXISTS
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import UNAUTHORIZED_CREDENTIALS
from stytch_async.emulator.refusals.users import DUPLICATE_PHONE_NUMBER, INVALID_USER_ID
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.changes import record_user
from stytch_async.emulator.rules.consumer.login import log_in
from stytch_async.emulator.rules.consumer.passwords import prove_password, set_password
from stytch_async.emulator.rules.consumer.users import (
    change_user,
    email_owner,
    new_user,
    phone_owner,
    refuse_taken,
    required_email_owner,
)
from stytch_async.emulator.rules.hashes import migrated_matcher
from stytch_async.emulator.rules.passwords import password_factor
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.sessions import new_plan, plan
from stytch_async.emulator.rules.strength import accept_password, judge, verdict
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address, Password
from stytch_async.emulator.state.rows.users import User
from stytch_async.schemas.consumer import passwords as schemas

__all__: list[str] = []


@handles(Passwords.create)
def create(project: Project, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Make a user who logs in with a password; the sandbox user is made again and again."""
    planned = new_plan(request)
    user = project.sandbox.user_with(request.email.lower())
    if user is None:
        refuse_taken(project, email=request.email)
        accept_password(project, request.password)
        user = new_user(project, email=request.email)
        change_user(project, user, request)
        set_password(project, user, request.password)
    login = log_in(project, Proof(account=user, factor=password_factor(project)), planned)
    return schemas.CreateResponse(email_id=user.emails[0].id, **login, **project.envelope())


@handles(Passwords.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log in with a password."""
    planned = plan(project, "user", request)
    user, _ = required_email_owner(project, request.email)
    proof = prove_password(project, user, request.password, UNAUTHORIZED_CREDENTIALS)
    return schemas.AuthenticateResponse(**log_in(project, proof, planned), **project.envelope())


@handles(Passwords.strength_check)
def strength_check(project: Project, request: schemas.StrengthCheckRequest) -> schemas.StrengthCheckResponse:
    """Judge a password that nobody has yet."""
    strength = judge(project, request.password)
    return schemas.StrengthCheckResponse(
        feedback=schemas.Feedback(
            warning=strength.warning, suggestions=strength.suggestions, luds_requirements=strength.requirements
        ),
        **verdict(project, strength, request.email),
        **project.envelope(),
    )


@handles(
    Passwords.migrate,
    invalid={"external_id": INVALID_USER_ID, "scrypt_config.n_parameter": INVALID_SCRYPT_N_PARAMETER},
)
def migrate(project: Project, request: schemas.MigrateRequest) -> schemas.MigrateResponse:
    """Take on a password from another system, as its hash."""
    matches = migrated_matcher(request)
    found = email_owner(project, request.email)
    user = found[0] if found else new_user(project, email=request.email)
    if user.password is not None:
        raise Refusal(PASSWORD_ALREADY_EXISTS)
    if request.phone_number is not None:
        _refuse_anothers(project, user, request.phone_number)
    change_user(project, user, request, external_id=None if found else request.external_id, roles=request.roles)
    email = found[1] if found else user.emails[0]
    email.verified = email.verified or bool(request.set_email_verified)
    if request.phone_number is not None:
        _add_phone_number(project, user, request.phone_number, verified=bool(request.set_phone_number_verified))
    user.password = Password(id=project.ids.new("password"), matches=matches)
    return schemas.MigrateResponse(
        user_id=user.id,
        email_id=email.id,
        user_created=not found,
        user=record_user(project, user),
        **project.envelope(),
    )


def _refuse_anothers(project: Project, user: User, phone_number: str) -> None:
    found = phone_owner(project, phone_number)
    if found is not None and found[0] is not user:
        raise Refusal(DUPLICATE_PHONE_NUMBER)


def _add_phone_number(project: Project, user: User, phone_number: str, *, verified: bool) -> None:
    found = phone_owner(project, phone_number)
    if found is None:
        user.phone_numbers.append(Address(id=project.ids.new("phone-number"), value=phone_number, verified=verified))
    else:
        found[1].verified = found[1].verified or verified
