"""OpenID Connect connections: how they are made and changed."""

import json
from collections.abc import Mapping
from typing import Any, Final

import attrs

from stytch_async.emulator.refusals.connections import (
    OIDC_CONNECTION_AUTHORIZATION_URL_INVALID_FORMAT,
    OIDC_CONNECTION_AUTHORIZATION_URL_REQUIRED,
    OIDC_CONNECTION_CLIENT_ID_REQUIRED,
    OIDC_CONNECTION_CLIENT_SECRET_REQUIRED,
    OIDC_CONNECTION_ISSUER_REQUIRED,
    OIDC_CONNECTION_ISSUER_URL_INVALID_FORMAT,
    OIDC_CONNECTION_JWKS_URL_INVALID_FORMAT,
    OIDC_CONNECTION_JWKS_URL_REQUIRED,
    OIDC_CONNECTION_TOKEN_URL_INVALID_FORMAT,
    OIDC_CONNECTION_TOKEN_URL_REQUIRED,
    OIDC_CONNECTION_USERINFO_URL_INVALID_FORMAT,
)
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.rules.b2b.sso.changes import record_connection
from stytch_async.emulator.rules.b2b.sso.settings import checked_provider, checked_url
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import OIDCConnection
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.state.web import Fetch
from stytch_async.schemas.b2b.sso import OIDCUpdateConnectionRequest

__all__ = ["change_oidc_connection", "new_oidc_connection"]

DISCOVERED: Final[Mapping[str, str]] = {
    "authorization_url": "authorization_endpoint",
    "jwks_url": "jwks_uri",
    "token_url": "token_endpoint",
    "userinfo_url": "userinfo_endpoint",
}
"""By setting: what an issuer's configuration calls it (OpenID Connect Discovery 1.0, 3)."""

MALFORMED: Final[Mapping[str, Reason]] = {
    "authorization_url": OIDC_CONNECTION_AUTHORIZATION_URL_INVALID_FORMAT,
    "jwks_url": OIDC_CONNECTION_JWKS_URL_INVALID_FORMAT,
    "token_url": OIDC_CONNECTION_TOKEN_URL_INVALID_FORMAT,
    "userinfo_url": OIDC_CONNECTION_USERINFO_URL_INVALID_FORMAT,
}
REQUIRED: Final[Mapping[str, Reason]] = {
    "authorization_url": OIDC_CONNECTION_AUTHORIZATION_URL_REQUIRED,
    "client_id": OIDC_CONNECTION_CLIENT_ID_REQUIRED,
    "client_secret": OIDC_CONNECTION_CLIENT_SECRET_REQUIRED,
    "issuer": OIDC_CONNECTION_ISSUER_REQUIRED,
    "jwks_url": OIDC_CONNECTION_JWKS_URL_REQUIRED,
    "token_url": OIDC_CONNECTION_TOKEN_URL_REQUIRED,
    "userinfo_url": OIDC_CONNECTION_USERINFO_URL_INVALID_FORMAT,
}
"""Why an active connection refuses to lose a setting; Stytch has no type of its own for the last one."""

PLAIN: Final = ("attribute_mapping", "client_id", "client_secret", "custom_scopes", "display_name")
"""The settings that are taken on as they are given."""


def new_oidc_connection(
    project: Project, organization: Organization, display_name: str | None, identity_provider: str | None
) -> OIDCConnection:
    """Begin a connection, or refuse."""
    connection = OIDCConnection(
        id=project.ids.new("oidc-connection"),
        organization_id=organization.id,
        display_name=display_name or "",
        identity_provider=checked_provider(identity_provider or "generic"),
    )
    record_connection(project, connection, "CREATE")
    return connection


def change_oidc_connection(
    project: Project, connection: OIDCConnection, arguments: OIDCUpdateConnectionRequest
) -> str | None:
    """Change what the arguments name, or refuse and change nothing; return a warning where one is due.

    A new issuer is asked for its URLs, and those that are given come first. That it cannot be asked is no reason to
    refuse (behaviour-more N13).
    """
    changes: dict[str, Any] = {name: given for name in PLAIN if (given := getattr(arguments, name)) is not None}
    if arguments.identity_provider is not None:
        changes["identity_provider"] = checked_provider(arguments.identity_provider)
    for name, malformed in MALFORMED.items():
        if (url := getattr(arguments, name)) is not None:
            changes[name] = url and checked_url(url, malformed)
    warning = None
    if arguments.issuer is not None and arguments.issuer != connection.issuer:
        changes["issuer"] = arguments.issuer and _checked_issuer(arguments.issuer)
        found = _discover(project, arguments.issuer)
        warning = None if found else f"The configuration of {arguments.issuer} could not be read."
        changes = found | changes
    _change(project, connection, changes)
    return warning


def _checked_issuer(issuer: str) -> str:
    return checked_url(issuer, OIDC_CONNECTION_ISSUER_URL_INVALID_FORMAT, OIDC_CONNECTION_ISSUER_URL_INVALID_FORMAT)


def _discover(project: Project, issuer: str) -> dict[str, str]:
    """Return the URLs that an issuer publishes; nothing where there is no configuration, or that of somebody else."""
    document = project.web.fetch(Fetch(url=f"{issuer.rstrip('/')}/.well-known/openid-configuration"))
    try:
        configuration: Any = json.loads(document or "null")
        if configuration["issuer"] != issuer:
            return {}
        return {name: checked_url(configuration[key], MALFORMED[name]) for name, key in DISCOVERED.items()}
    except (AttributeError, KeyError, TypeError, ValueError, Refusal):
        return {}


def _change(project: Project, connection: OIDCConnection, changes: Mapping[str, Any]) -> None:
    """Make changes, or refuse those that take from an active connection what it needs (behaviour-more N16)."""
    result = attrs.evolve(connection, **changes)
    if connection.is_active:
        for name, reason in REQUIRED.items():
            if not getattr(result, name):
                raise Refusal(reason)
    for name, value in changes.items():
        setattr(connection, name, value)
    record_connection(project, connection)
