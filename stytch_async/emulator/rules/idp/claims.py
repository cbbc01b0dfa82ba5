"""What the JWTs of Connected Apps say."""

from typing import Any, Final

from stytch_async.converter import converter
from stytch_async.emulator.rules.b2b import members, organizations
from stytch_async.emulator.rules.b2b.organizations import organization_of
from stytch_async.emulator.rules.b2b.sessions import organization_claim
from stytch_async.emulator.rules.claims import fill_in
from stytch_async.emulator.rules.consumer import users
from stytch_async.emulator.rules.idp.profiles import profile_claims
from stytch_async.emulator.rules.tokens import registered_claims
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connected_apps import ConnectedApp
from stytch_async.emulator.state.rows.grants import AccessToken, RefreshToken
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.users import User

__all__ = ["access_claims", "id_claims", "refresh_claims"]

ID_SECONDS: Final = 3600
"""How long an ID token is good (behaviour-more T20)."""


def access_claims(project: Project, app: ConnectedApp, token: AccessToken, account: User | Member) -> dict[str, Any]:
    """Return what an access token says (behaviour 27).

    That it is for the servers named as resources, too, is inferred (RFC 8707). A template's claims never take the place
    of the others (inferred).
    """
    own = registered_claims(project, account.id, app.settings.access_token_expiry_minutes * 60)
    audience = [*own["aud"], app.settings.access_token_custom_audience, *token.login.resources]
    return {
        **fill_in(app.settings.access_token_template_content, _known(project, account)),
        **own,
        **(organization_claim(organization_of(project, account)) if isinstance(account, Member) else {}),
        "aud": [one for one in dict.fromkeys(audience) if one is not None],
        "client_id": app.id,
        "jti": token.id,
        "scope": " ".join(token.scopes),
    }


def _known(project: Project, account: User | Member) -> dict[str, Any]:
    """Return what a template can speak of."""
    if isinstance(account, User):
        return {"user": converter.unstructure(users.view(project, account))}
    organization = organizations.view(project, organization_of(project, account))
    return {
        "member": converter.unstructure(members.view(project, account)),
        "organization": converter.unstructure(organization),
    }


def id_claims(project: Project, token: AccessToken, account: User | Member) -> dict[str, Any]:
    """Return what an ID token says: to the app alone, who has logged in."""
    return {
        **registered_claims(project, account.id, ID_SECONDS),
        **profile_claims(account, token.scopes),
        "aud": [token.login.app_id],
        **({} if token.login.nonce is None else {"nonce": token.login.nonce}),
    }


def refresh_claims(project: Project, token: RefreshToken) -> dict[str, Any]:
    """Return what introspection says of a refresh token, which says nothing itself."""
    return {
        **registered_claims(project, token.login.owner_id, 0),
        "iat": int(token.issued_at.timestamp()),
        "nbf": int(token.issued_at.timestamp()),
        "exp": int(token.expires_at.timestamp()),
        "client_id": token.login.app_id,
        "scope": " ".join(token.login.scopes),
    }
