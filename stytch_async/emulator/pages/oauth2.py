"""What a project serves to Connected Apps besides the calls: who somebody is, registration, and documents to read."""

from typing import Any

from stytch_async.emulator.pages.visit import Document, Visit
from stytch_async.emulator.refusals.idp import AUTHORIZATION_ENDPOINT_NOT_CONFIGURED_FOR_PROJECT
from stytch_async.emulator.refusals.oauth2 import INVALID_TOKEN
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.idp.profiles import owner_of, profile_claims
from stytch_async.emulator.rules.idp.registration import AUTH_METHODS, GRANT_TYPES, register
from stytch_async.emulator.rules.idp.scopes import STYTCH_SCOPES
from stytch_async.emulator.rules.idp.tokens import active_token
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.grants import AccessToken

__all__ = ["authorization_server", "keys", "openid_configuration", "registration", "userinfo"]


def userinfo(project: Project, visit: Visit) -> Document:
    """Tell an app who somebody is, as far as its access token lets it know (behaviour 27)."""
    token = active_token(project, visit.bearer or "")
    if not isinstance(token, AccessToken):
        raise Refusal(INVALID_TOKEN)
    account = owner_of(project, token.login.owner_id)
    told = {"sub": account.id, **profile_claims(account, token.scopes)}
    return Document({**told, **project.envelope()})


def registration(project: Project, visit: Visit) -> Document:
    """Let an app register itself (RFC 7591, 3.2.1)."""
    return Document(register(project, visit.body), status=201)


def keys(project: Project, _: Visit) -> Document:
    """Show the keys that tokens are signed with."""
    return Document({"keys": project.keys.public(), **project.envelope()})


def openid_configuration(project: Project, visit: Visit) -> Document:
    """Show what OpenID Connect needs to know (behaviour-more T28)."""
    return Document({**_metadata(project, visit), **project.envelope()})


def authorization_server(project: Project, visit: Visit) -> Document:
    """Show what OAuth needs to know (RFC 8414)."""
    place = {"registration_endpoint": f"{_api(visit)}/oauth2/register"}
    registered = place if project.settings.idp_dynamic_client_registration_enabled else {}
    return Document({**_metadata(project, visit), **registered, **project.envelope()})


def _api(visit: Visit) -> str:
    """Return where the OAuth2 endpoints are: by the project's own domain, or by the project's id."""
    project_id = visit.place.get("project_id")
    return f"{visit.root}/v1" if project_id is None else f"{visit.root}/v1/public/{project_id}"


def _metadata(project: Project, visit: Visit) -> dict[str, Any]:
    """Return what both documents say, or refuse where people have no page to consent on."""
    if project.settings.idp_authorization_url is None:
        raise Refusal(AUTHORIZATION_ENDPOINT_NOT_CONFIGURED_FOR_PROJECT)
    api, root = _api(visit), visit.root if "project_id" not in visit.place else _api(visit)
    return {
        "issuer": project.issuer,
        "authorization_endpoint": project.settings.idp_authorization_url,
        "token_endpoint": f"{api}/oauth2/token",
        "introspection_endpoint": f"{api}/oauth2/introspect",
        "revocation_endpoint": f"{api}/oauth2/revoke",
        "userinfo_endpoint": f"{api}/oauth2/userinfo",
        "jwks_uri": f"{root}/.well-known/jwks.json",
        "scopes_supported": [*STYTCH_SCOPES, *project.settings.policy.scopes],
        "response_types_supported": ["code"],
        "grant_types_supported": [*GRANT_TYPES],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": [*AUTH_METHODS],
        "code_challenge_methods_supported": ["S256"],
    }
