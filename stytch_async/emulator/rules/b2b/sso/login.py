"""Logging in with what an identity provider has vouched for."""

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.sso import INVALID_CONNECTION_FOR_JIT_PROVISIONING, SSO_TOKEN_NOT_FOUND
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.connections import provider_connection
from stytch_async.emulator.rules.b2b.emails import move, new_address
from stytch_async.emulator.rules.b2b.login import MemberLogin, log_in
from stytch_async.emulator.rules.b2b.members import draft_member, take_in, view
from stytch_async.emulator.rules.b2b.plans import MemberPlan, check_method, refuse_foreign_login
from stytch_async.emulator.rules.b2b.sso.arrivals import TOKEN_TYPE, known_member
from stytch_async.emulator.rules.factors import factor
from stytch_async.emulator.rules.links import unspent_token
from stytch_async.emulator.rules.metadata import merge_metadata
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import AnyConnection, SAMLConnection
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.registrations import SSORegistration
from stytch_async.emulator.state.rows.sso import Identity, SSOToken

__all__ = ["log_in_by_sso", "sso_token"]


def sso_token(project: Project, value: str, code_verifier: str | None) -> SSOToken:
    """Return what a browser has come back with, or refuse."""
    token = unspent_token(project, value, TOKEN_TYPE, SSO_TOKEN_NOT_FOUND, code_verifier)
    if not isinstance(token, SSOToken) or token.connection_id not in project.connections:
        raise Refusal(SSO_TOKEN_NOT_FOUND)
    return token


def log_in_by_sso(project: Project, token: SSOToken, plan: MemberPlan) -> MemberLogin:
    """Log in whom an identity provider has vouched for; somebody new becomes a member first, or is refused."""
    connection, identity = project.connections[token.connection_id], token.identity
    known = known_member(project, connection, identity)
    member = known or _newcomer(project, connection, identity)
    check_method(project, member, "sso", plan)
    refuse_foreign_login(project, member, plan)
    address = None if member.email.value == identity.email else new_address(project, member, identity.email)
    metadata = merge_metadata(member.trusted_metadata, identity.metadata)
    before = view(project, member)
    if address is not None:
        move(project, member, address)
    member.trusted_metadata = metadata
    registration = _registration(project, connection, member, identity)
    changed = view(project, member) != before
    if known is None:
        take_in(project, member)
        record_member(project, member)
    proof = Proof(
        account=member, factor=_factor(project, connection, registration), address=member.email, credential=token
    )
    return log_in(project, proof, plan, changed=known is not None and changed)


def _newcomer(project: Project, connection: AnyConnection, identity: Identity) -> Member:
    """Return a new member who is not stored yet, or refuse whoever may not join by the connection (O9, O10)."""
    organization = project.organizations[connection.organization_id]
    settings = organization.settings
    listed = connection.id in settings.sso_jit_provisioning_allowed_connections
    if settings.sso_jit_provisioning == "NOT_ALLOWED" or (settings.sso_jit_provisioning == "RESTRICTED" and not listed):
        raise Refusal(INVALID_CONNECTION_FOR_JIT_PROVISIONING)
    member = draft_member(project, organization, identity.email)
    member.name, member.email.verified = identity.name, True
    return member


def _registration(project: Project, connection: AnyConnection, member: Member, identity: Identity) -> SSORegistration:
    """Return what the member is to the connection now; there is one for each connection (behaviour-more O12)."""
    known = next((one for one in member.sso if one.connection_id == connection.id), None)
    registration = SSORegistration(
        id=project.ids.new("sso-registration") if known is None else known.id,
        connection_id=connection.id,
        external_id=identity.subject,
        attributes=identity.attributes,
        groups=identity.groups,
        tokens=identity.tokens,
    )
    member.sso = [*(one for one in member.sso if one is not known), registration]
    return registration


def _factor(project: Project, connection: AnyConnection, registration: SSORegistration) -> Factor:
    """Return what the login adds to a session; an external connection goes by its own id (behaviour-more O13)."""
    name = "saml" if isinstance(provider_connection(connection), SAMLConnection) else "oidc"
    return factor(
        project,
        "sso",
        f"sso_{name}",
        f"{name}_sso_factor",
        id=registration.id,
        provider_id=connection.id,
        external_id=registration.external_id,
    )
