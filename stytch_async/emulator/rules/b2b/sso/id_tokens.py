"""What an identity provider of OpenID Connect answers: fetched, verified and read."""

import datetime as dt
import json
from typing import Any, Final

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.sso import (
    OIDC_AUTH_CODE_ERROR,
    OIDC_INVALID_ID_TOKEN,
    OIDC_INVALID_USERINFO,
    OIDC_RESPONSE_EMAIL_MISSING,
    OIDC_RESPONSE_SUBJECT_MISMATCH,
    OIDC_RESPONSE_SUBJECT_MISSING,
    OIDC_RESPONSE_UNVERIFIED_EMAIL,
)
from stytch_async.emulator.rules.addresses import checked_email
from stytch_async.emulator.rules.b2b.sso.views import callback_url
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import OIDCConnection
from stytch_async.emulator.state.rows.oauth import ProviderTokens
from stytch_async.emulator.state.rows.sso import Identity, SSOStart
from stytch_async.emulator.state.web import Fetch

__all__ = ["redeem"]

ALGORITHMS: Final = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384"]
HOUR: Final = 3600

Document = dict[str, Any]


def redeem(project: Project, connection: OIDCConnection, start: SSOStart, code: str) -> Identity:
    """Return whom an identity provider has given a code, or refuse (behaviour-more O18)."""
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": callback_url(project, connection),
        "client_id": connection.client_id,
        "client_secret": connection.client_secret,
    }
    granted = _fetch(project, Fetch(url=connection.token_url, form=form), OIDC_AUTH_CODE_ERROR)
    claims = _verified(project, connection, start, str(granted.get("id_token")))
    if "email" not in claims:
        claims = claims | _userinfo(project, connection, claims, str(granted.get("access_token")))
    return _identity(project, connection, claims, granted)


def _fetch(project: Project, fetch: Fetch, unreadable: Reason) -> Document:
    try:
        document: Any = json.loads(project.web.fetch(fetch) or "null")
    except ValueError:
        raise Refusal(unreadable) from None
    if not isinstance(document, dict):
        raise Refusal(unreadable)
    return document  # pyright: ignore[reportUnknownVariableType] - JSON


def _verified(project: Project, connection: OIDCConnection, start: SSOStart, id_token: str) -> Document:
    """Return the claims of an ID token, or refuse one that is not the issuer's, ours, and of this login."""
    keys: Any = _fetch(project, Fetch(url=connection.jwks_url), OIDC_INVALID_ID_TOKEN)
    registry = jwt.JWTClaimsRegistry(
        now=int(project.now.timestamp()),
        iss={"essential": True, "value": connection.issuer},
        aud={"essential": True, "value": connection.client_id},
        exp={"essential": True},
        nonce={"essential": True, "value": start.nonce},
    )
    try:
        claims = jwt.decode(id_token, KeySet.import_key_set(keys), algorithms=ALGORITHMS).claims
        registry.validate(claims)
    except (JoseError, ValueError, TypeError, KeyError):
        raise Refusal(OIDC_INVALID_ID_TOKEN) from None
    if not claims.get("sub"):
        raise Refusal(OIDC_RESPONSE_SUBJECT_MISSING)
    return claims


def _userinfo(project: Project, connection: OIDCConnection, claims: Document, access_token: str) -> Document:
    """Return what an identity provider says besides the ID token; it must be about the same person."""
    found = _fetch(project, Fetch(url=connection.userinfo_url, bearer=access_token), OIDC_INVALID_USERINFO)
    if found.get("sub") != claims["sub"]:
        raise Refusal(OIDC_RESPONSE_SUBJECT_MISMATCH)
    return found


def _identity(project: Project, connection: OIDCConnection, claims: Document, granted: Document) -> Identity:
    email = checked_email(str(claims.get("email") or ""), OIDC_RESPONSE_EMAIL_MISSING)
    if claims.get("email_verified") is False:
        raise Refusal(OIDC_RESPONSE_UNVERIFIED_EMAIL)
    parts = (str(claims.get(name) or "") for name in ("given_name", "family_name"))
    mapped = {wanted: claims[name] for wanted, name in connection.attribute_mapping.items() if name in claims}
    return Identity(
        subject=str(claims["sub"]),
        email=email,
        name=str(claims.get("name") or " ".join(filter(None, parts))),
        attributes=mapped,
        metadata=mapped,
        tokens=ProviderTokens(
            access_token=str(granted.get("access_token") or ""),
            refresh_token=str(granted.get("refresh_token") or ""),
            id_token=str(granted["id_token"]),
            scopes=str(granted.get("scope") or "").split(),
            expires_at=project.now + dt.timedelta(seconds=int(granted.get("expires_in") or HOUR)),
        ),
    )
