"""Single sign-on: to the identity provider, and back."""

from stytch_async.emulator.pages.visit import Redirect, Visit
from stytch_async.emulator.refusals.connections import SSO_CONNECTION_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.sso import (
    EXPIRED_OIDC_RESPONSE,
    MISSING_OIDC_STATE_PARAM,
    MISSING_SAML_RESPONSE,
    OIDC_INVALID_CALLBACK_REQUEST,
    SAML_IDP_INITIATED_AUTH_DISABLED,
    UNSOLICITED_OIDC_RESPONSE,
    UNSOLICITED_SAML_RESPONSE,
)
from stytch_async.emulator.rules.b2b.sso.arrivals import arrive
from stytch_async.emulator.rules.b2b.sso.assertions import Assertion, read_response
from stytch_async.emulator.rules.b2b.sso.id_tokens import redeem
from stytch_async.emulator.rules.b2b.sso.starts import Wishes, begin, begun, choose_connection
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import ExternalConnection, OIDCConnection, SAMLConnection
from stytch_async.emulator.state.rows.sso import SSOStart

__all__ = ["callback", "start"]


def start(project: Project, visit: Visit) -> Redirect:
    """Send a browser to the identity provider (behaviour-more O1, O2)."""
    given = visit.parameters
    connection = choose_connection(project, given.get("connection_id"), given.get("organization_id"))
    wishes = Wishes(
        login_redirect_url=given.get("login_redirect_url"),
        signup_redirect_url=given.get("signup_redirect_url"),
        code_challenge=given.get("pkce_code_challenge"),
        custom_scopes=given.get("custom_scopes", ""),
    )
    return Redirect(begin(project, connection, wishes))


def callback(project: Project, visit: Visit) -> Redirect:
    """Take what the identity provider answers, and send the browser to the app (behaviour-more O5)."""
    connection = project.connections.get(visit.place["connection_id"])
    if connection is None or isinstance(connection, ExternalConnection) or not connection.is_active:
        raise Refusal(SSO_CONNECTION_NOT_FOUND)
    if isinstance(connection, SAMLConnection):
        return _after_saml(project, connection, visit)
    return _after_oidc(project, connection, visit)


def _after_saml(project: Project, connection: SAMLConnection, visit: Visit) -> Redirect:
    if "SAMLResponse" not in visit.parameters:
        raise Refusal(MISSING_SAML_RESPONSE)
    assertion = read_response(project, connection, visit.parameters["SAMLResponse"])
    begin_at = _begun_by_saml(project, connection, assertion)
    entered = connection if begin_at is None else project.connections[begin_at.connection_id]
    url = arrive(project, entered, assertion.identity, begin_at)
    project.saml_assertions.add(f"{connection.id} {assertion.id}")
    if begin_at is not None:
        project.sso_starts.remove(begin_at)
    return Redirect(url)


def _begun_by_saml(project: Project, connection: SAMLConnection, assertion: Assertion) -> SSOStart | None:
    """Return the login that an assertion belongs to, ``None`` where it began at the identity provider, or refuse."""
    if assertion.in_response_to is None:
        if connection.idp_initiated_auth_disabled:
            raise Refusal(SAML_IDP_INITIATED_AUTH_DISABLED)
        return None
    found = begun(project, assertion.in_response_to, connection.id)
    if found is None or found.expires_at <= project.now:
        raise Refusal(UNSOLICITED_SAML_RESPONSE)
    return found


def _after_oidc(project: Project, connection: OIDCConnection, visit: Visit) -> Redirect:
    if "state" not in visit.parameters:
        raise Refusal(MISSING_OIDC_STATE_PARAM)
    found = begun(project, visit.parameters["state"], connection.id)
    if found is None:
        raise Refusal(UNSOLICITED_OIDC_RESPONSE)
    if found.expires_at <= project.now:
        raise Refusal(EXPIRED_OIDC_RESPONSE)
    if "code" not in visit.parameters:
        raise Refusal(OIDC_INVALID_CALLBACK_REQUEST)
    identity = redeem(project, connection, found, visit.parameters["code"])
    url = arrive(project, project.connections[found.connection_id], identity, found)
    project.sso_starts.remove(found)
    return Redirect(url)
