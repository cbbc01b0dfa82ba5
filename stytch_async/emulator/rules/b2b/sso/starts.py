"""Where a login by single sign-on begins: which connection it goes by, and what the identity provider is asked."""

import datetime as dt
import re
from typing import Final

import attrs

from stytch_async.emulator.refusals.connections import SSO_CONNECTION_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.sso import (
    INDETERMINATE_SSO_CONNECTION_FOR_ORGANIZATION,
    MISSING_SSO_CONNECTION_LOCATOR,
    NO_SSO_CONNECTION_EXISTS_FOR_ORGANIZATION,
    TOO_MANY_SSO_CONNECTION_LOCATORS,
)
from stytch_async.emulator.rules.b2b.connections import active_connections, provider_connection
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.b2b.sso.requests import authorization_url, saml_request_url
from stytch_async.emulator.rules.pkce import check_challenge
from stytch_async.emulator.rules.redirects import SSO_LOGIN, SSO_SIGNUP, redirect_url
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import AnyConnection, SAMLConnection
from stytch_async.emulator.state.rows.sso import SSOStart

__all__ = ["Wishes", "begin", "begun", "choose_connection"]

LIFETIME: Final = dt.timedelta(minutes=10)
"""How long the identity provider may take (inferred)."""

DEFAULT_SCOPES: Final = "openid email profile"
BETWEEN_SCOPES: Final = re.compile(r"(?:\s|\+|%20)+")


@attrs.frozen(kw_only=True)
class Wishes:
    """How a login is to go."""

    login_redirect_url: str | None = None
    signup_redirect_url: str | None = None
    code_challenge: str | None = None
    custom_scopes: str = ""


def choose_connection(project: Project, connection_id: str | None, organization_id: str | None) -> AnyConnection:
    """Return the connection to log in by, or refuse (behaviour-more O1, O3)."""
    if connection_id is not None and organization_id is not None:
        raise Refusal(TOO_MANY_SSO_CONNECTION_LOCATORS)
    if organization_id is not None:
        return _of_organization(project, organization_id)
    if connection_id is None:
        raise Refusal(MISSING_SSO_CONNECTION_LOCATOR)
    connection = project.connections.get(connection_id)
    if connection is None or not connection.is_active:
        raise Refusal(SSO_CONNECTION_NOT_FOUND)
    return connection


def _of_organization(project: Project, organization_id: str) -> AnyConnection:
    organization = find_organization(project, organization_id)
    active = {one.id: one for one in active_connections(project, organization)}
    if not active:
        raise Refusal(NO_SSO_CONNECTION_EXISTS_FOR_ORGANIZATION)
    chosen = active.get(organization.default_connection_id or "")
    if chosen is None and len(active) > 1:
        raise Refusal(INDETERMINATE_SSO_CONNECTION_FOR_ORGANIZATION)
    return chosen or next(iter(active.values()))


def begin(project: Project, connection: AnyConnection, wishes: Wishes) -> str:
    """Begin a login, and return where the browser goes to ask the identity provider; or refuse."""
    check_challenge(wishes.code_challenge)
    start = SSOStart(
        id=project.ids.new("sso-start"),
        connection_id=connection.id,
        login_redirect_url=redirect_url(project, wishes.login_redirect_url, SSO_LOGIN),
        signup_redirect_url=redirect_url(project, wishes.signup_redirect_url, SSO_SIGNUP),
        code_challenge=wishes.code_challenge,
        nonce=project.ids.token(),
        expires_at=project.now + LIFETIME,
    )
    project.sso_starts.save(start)
    provider = provider_connection(connection)
    if isinstance(provider, SAMLConnection):
        return saml_request_url(project, provider, start)
    scopes = BETWEEN_SCOPES.split(f"{provider.custom_scopes or DEFAULT_SCOPES} {wishes.custom_scopes}".strip())
    return authorization_url(project, provider, start, " ".join(dict.fromkeys(scopes)))


def begun(project: Project, start_id: str, provider_id: str) -> SSOStart | None:
    """Return the login that an identity provider's answer belongs to, ``None`` where it belongs to none."""
    start = project.sso_starts.get(start_id)
    connection = None if start is None else project.connections.get(start.connection_id)
    return start if connection is not None and provider_connection(connection).id == provider_id else None
