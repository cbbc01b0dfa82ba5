"""Sessions of users."""

from stytch_async.api.consumer.sessions import Sessions
from stytch_async.emulator.refusals.migration import MIGRATE_FROM_EXTERNAL_EMAIL_DOES_NOT_EXIST
from stytch_async.emulator.refusals.rbac import CONSUMER_SESSION_AUTHORIZATION_ERROR
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.attestation import attested_user
from stytch_async.emulator.rules.consumer.login import log_in, session_fields, session_view, start_session
from stytch_async.emulator.rules.consumer.users import email_owner, find_user, roles_of, view
from stytch_async.emulator.rules.idp.exchange import exchangeable
from stytch_async.emulator.rules.migration import imported_factor, migrated_email
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.rbac import authorize
from stytch_async.emulator.rules.sessions import (
    active_sessions,
    new_plan,
    passed_session,
    plan,
    required,
    session_by_id,
    the_only,
    touch,
)
from stytch_async.emulator.rules.tokens import key_set
from stytch_async.emulator.rules.trusted_tokens import attested, profile_of, trusted_factor
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.users import User
from stytch_async.schemas.consumer import sessions as schemas
from stytch_async.schemas.shared import AuthorizationVerdict

__all__: list[str] = []


@handles(Sessions.get)
def get(project: Project, request: schemas.GetRequest) -> schemas.GetResponse:
    """List a user's active sessions."""
    user = find_user(project, request.user_id)
    sessions = [session_view(user, session) for session in active_sessions(project, user)]
    return schemas.GetResponse(sessions=sessions, **project.envelope())


@handles(Sessions.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Check that a session is active, and let it last longer if that is asked for."""
    planned = plan(project, "user", request)
    session = required(planned.session)
    user = find_user(project, session.owner_id)
    verdict = _verdict(project, user, request.authorization_check)
    touch(project, session, planned)
    return schemas.AuthenticateResponse(
        user=view(project, user), verdict=verdict, **session_fields(project, user, session), **project.envelope()
    )


def _verdict(project: Project, user: User, check: schemas.AuthorizationCheck | None) -> AuthorizationVerdict | None:
    if check is None:
        return None
    policy, reason = project.settings.policy, CONSUMER_SESSION_AUTHORIZATION_ERROR
    return authorize(policy, roles_of(user), check.resource_id, check.action, reason)


@handles(Sessions.revoke)
def revoke(project: Project, request: schemas.RevokeRequest) -> schemas.RevokeResponse:
    """End a session, named in one way."""
    name = the_only(request.session_id, request.session_token, request.session_jwt)
    project.sessions.remove(passed_session(project, "user", request) or session_by_id(project, "user", name))
    return schemas.RevokeResponse(**project.envelope())


@handles(Sessions.exchange_access_token)
def exchange_access_token(
    project: Project, request: schemas.ExchangeAccessTokenRequest
) -> schemas.ExchangeAccessTokenResponse:
    """Log in a user with the token of an app that has full access."""
    planned = new_plan(request)
    exchange = exchangeable(project, request.access_token, "user")
    user = find_user(project, exchange.owner_id)
    exchange.token.spent = True
    return schemas.ExchangeAccessTokenResponse(
        **start_session(project, user, exchange.factors, planned), **project.envelope()
    )


@handles(Sessions.get_jwks)
def get_jwks(project: Project, _: schemas.GetJWKSRequest) -> schemas.GetJWKSResponse:
    """Serve the keys that session JWTs are signed with."""
    return schemas.GetJWKSResponse(keys=key_set(project), **project.envelope())


@handles(Sessions.migrate)
def migrate(project: Project, request: schemas.MigrateRequest) -> schemas.MigrateResponse:
    """Log in a user who is logged in with another system."""
    planned = new_plan(request)
    owner = email_owner(project, migrated_email(project, request.session_token))
    if owner is None:
        raise Refusal(MIGRATE_FROM_EXTERNAL_EMAIL_DOES_NOT_EXIST)
    login = log_in(project, Proof(account=owner[0], factor=imported_factor(project)), planned)
    return schemas.MigrateResponse(**login, **project.envelope())


@handles(Sessions.attest)
def attest(project: Project, request: schemas.AttestRequest) -> schemas.AttestResponse:
    """Log in a user whom a trusted issuer vouches for."""
    planned = plan(project, "user", request)
    profile = profile_of(project, request.profile_id)
    said = attested(project, profile, request.token, "external_user_id")
    user, changed = attested_user(project, profile, said)
    login = log_in(project, Proof(account=user, factor=trusted_factor(project, said)), planned, changed=changed)
    return schemas.AttestResponse(**login, **project.envelope())
