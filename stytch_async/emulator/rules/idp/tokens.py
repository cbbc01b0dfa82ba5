"""The tokens of Connected Apps: how an app comes by them, and whether they are good."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final, Protocol, TypedDict

from stytch_async.emulator.refusals.oauth2 import INVALID_GRANT, INVALID_REQUEST, INVALID_SCOPE
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.idp.claims import access_claims, id_claims, refresh_claims
from stytch_async.emulator.rules.idp.clients import authenticate_app
from stytch_async.emulator.rules.idp.profiles import owner_of
from stytch_async.emulator.rules.idp.scopes import OFFLINE_ACCESS, OPENID
from stytch_async.emulator.rules.pkce import flaw_of_verifier
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connected_apps import ConnectedApp
from stytch_async.emulator.state.rows.grants import AccessToken, AppLogin, RefreshToken

__all__ = [
    "BEARER",
    "AppTokens",
    "active_token",
    "by_code",
    "by_refresh_token",
    "introspected",
    "known_token",
    "revoke_token",
]

BEARER: Final = "bearer"

REFRESH_LIFE: Final = dt.timedelta(days=90)
"""How long a refresh token is good from its last use (behaviour-more T18)."""


class CodeArguments(Protocol):
    """What an app shows for its first tokens."""

    client_id: str
    client_secret: str | None
    code: str | None
    redirect_uri: str | None
    code_verifier: str | None


class RefreshArguments(Protocol):
    """What an app shows for further tokens."""

    client_id: str
    client_secret: str | None
    refresh_token: str | None
    scope: str | None


class AppTokens(TypedDict):
    """What an app gets."""

    access_token: str
    expires_in: int
    token_type: str
    scope: str
    refresh_token: str | None
    id_token: str | None


def by_code(project: Project, arguments: CodeArguments) -> AppTokens:
    """Spend an authorization code and return the first tokens, or refuse (behaviour-more T14, T17)."""
    app = authenticate_app(project, arguments.client_id, arguments.client_secret)
    if not arguments.code or not arguments.redirect_uri:
        raise Refusal(INVALID_REQUEST, "code and redirect_uri are required")
    code = project.authorization_codes.get(arguments.code)
    if code is None or code.spent or not _is_good(project, app, code.login, code.expires_at):
        raise Refusal(INVALID_GRANT, "The code is unknown, expired, used, or another app's.")
    if code.redirect_uri != arguments.redirect_uri:
        raise Refusal(INVALID_GRANT, "The authorization began with another redirect_uri.")
    flaw = flaw_of_verifier(code.code_challenge, arguments.code_verifier)
    if flaw is not None:
        raise Refusal(INVALID_GRANT, flaw.message)
    code.spent = True
    refresh = _new_refresh_token(project, code.login) if OFFLINE_ACCESS in code.login.scopes else None
    return _issued(project, app, code.login, code.login.scopes, refresh, is_first=True)


def by_refresh_token(project: Project, arguments: RefreshArguments) -> AppTokens:
    """Return further tokens, or refuse.

    A public app gets another refresh token in the place of the one that it shows; any other app keeps its own, which
    lasts from now on (behaviour-more T18, T19). A scope that was not granted is refused (RFC 6749, 6).
    """
    app = authenticate_app(project, arguments.client_id, arguments.client_secret)
    if not arguments.refresh_token:
        raise Refusal(INVALID_REQUEST, "refresh_token is required")
    token = project.refresh_tokens.get(arguments.refresh_token)
    if token is None or token.spent or not _is_good(project, app, token.login, token.expires_at):
        raise Refusal(INVALID_GRANT, "The refresh token is unknown, expired, revoked, used, or another app's.")
    scopes = token.login.scopes if arguments.scope is None else arguments.scope.split()
    if not set(scopes) <= set(token.login.scopes):
        raise Refusal(INVALID_SCOPE)
    if app.is_public:
        token.spent = True
        return _issued(project, app, token.login, scopes, _new_refresh_token(project, token.login))
    token.expires_at = project.now + REFRESH_LIFE
    return _issued(project, app, token.login, scopes)


def _is_good(project: Project, app: ConnectedApp, login: AppLogin, expires_at: dt.datetime) -> bool:
    """Whether what came of an authorization is the app's and still counts."""
    return login.app_id == app.id and login.grant_id in project.grants and expires_at > project.now


def _new_refresh_token(project: Project, login: AppLogin) -> RefreshToken:
    token = RefreshToken(
        value=project.ids.token(), login=login, issued_at=project.now, expires_at=project.now + REFRESH_LIFE
    )
    project.refresh_tokens.save(token)
    return token


def _issued(
    project: Project,
    app: ConnectedApp,
    login: AppLogin,
    scopes: Sequence[str],
    refresh: RefreshToken | None = None,
    *,
    is_first: bool = False,
) -> AppTokens:
    """Issue an access token, and an ID token where an app may know who has logged in."""
    account = owner_of(project, login.owner_id)
    life = dt.timedelta(minutes=app.settings.access_token_expiry_minutes)
    token = AccessToken(
        id=project.ids.token(),
        login=login,
        scopes=[*scopes],
        is_first=is_first,
        issued_at=project.now,
        expires_at=project.now + life,
    )
    project.access_tokens.save(token)
    return {
        "access_token": project.keys.sign(access_claims(project, app, token, account)),
        "expires_in": int(life.total_seconds()),
        "token_type": BEARER,
        "scope": " ".join(scopes),
        "refresh_token": None if refresh is None else refresh.value,
        "id_token": project.keys.sign(id_claims(project, token, account)) if OPENID in scopes else None,
    }


def known_token(project: Project, text: str) -> AccessToken | RefreshToken | None:
    """Return the token that a text is, however old it is."""
    claims = project.keys.read(text)
    return project.refresh_tokens.get(text) if claims is None else project.access_tokens.get(str(claims.get("jti")))


def active_token(project: Project, text: str) -> AccessToken | RefreshToken | None:
    """Return the token that a text is, if it is good."""
    token = known_token(project, text)
    if token is None or token.login.grant_id not in project.grants or token.expires_at <= project.now:
        return None
    return None if isinstance(token, RefreshToken) and token.spent else token


def introspected(project: Project, app: ConnectedApp, text: str) -> dict[str, Any] | None:
    """Return what an app's token says that is good; ``None`` of any other text."""
    token = active_token(project, text)
    if token is None or token.login.app_id != app.id:
        return None
    if isinstance(token, RefreshToken):
        return {**refresh_claims(project, token), "token_type": "refresh_token"}
    return {**(project.keys.read(text) or {}), "token_type": "access_token"}


def revoke_token(project: Project, app: ConnectedApp, text: str) -> None:
    """Make a token useless, if it is the app's; with a refresh token, all that came of it ends (RFC 7009, 2.1)."""
    token = known_token(project, text)
    if token is None or token.login.app_id != app.id:
        return
    if isinstance(token, AccessToken):
        project.access_tokens.remove(token)
        return
    for refresh in project.refresh_tokens.by_login.all(token.login.id):
        project.refresh_tokens.remove(refresh)
    for access in project.access_tokens.by_login.all(token.login.id):
        project.access_tokens.remove(access)
