"""Authorization requests of Connected Apps: how they are judged, and how they are answered."""

import datetime as dt
from typing import Any, Final, Protocol, TypedDict

import attrs

from stytch_async.emulator.refusals.idp import (
    CONNECTED_APP_NOT_ALLOWED_FOR_ORG,
    CONNECTED_APP_SUPPLIED_REDIRECT_URL_NOT_FOUND_IN_CLIENT,
    PKCE_REQUIRED_FOR_IDP_AUTHORIZATION_FLOW,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.rules.connected_apps import find_app
from stytch_async.emulator.rules.idp.grantors import Grantor
from stytch_async.emulator.rules.idp.grants import is_allowed, known_grant, store_grant
from stytch_async.emulator.rules.idp.scopes import OFFLINE_ACCESS, ScopeResult, judged
from stytch_async.emulator.rules.pkce import check_challenge
from stytch_async.emulator.rules.redirects import with_parameters
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connected_apps import ConnectedApp
from stytch_async.emulator.state.rows.grants import AppLogin, AuthorizationCode
from stytch_async.schemas.both.connected_app import ConnectedAppPublic

__all__ = ["Asked", "AskedArguments", "AuthorizationArguments", "answered", "asked", "public_view"]

CODE_LIFE: Final = dt.timedelta(minutes=10)
"""How long an authorization code is good (behaviour-more T14, inferred)."""


class AskedArguments(Protocol):
    """What an app puts into its authorization request."""

    client_id: str
    redirect_uri: str
    response_type: str
    scopes: list[str]
    prompt: str | None


class AuthorizationArguments(AskedArguments, Protocol):
    """The same, with what matters only once somebody has answered."""

    consent_granted: bool
    state: str | None
    nonce: str | None
    code_challenge: str | None
    resources: list[str] | None


class Answered(TypedDict):
    """Where to send somebody who has answered."""

    redirect_uri: str
    authorization_code: str | None


@attrs.frozen
class Asked:
    """What an app asks of somebody, and whether they have to be asked."""

    app: ConnectedApp
    scopes: list[ScopeResult]
    consent_required: bool

    @property
    def grantable(self) -> list[str]:
        """The scopes that can be granted."""
        return [one["scope"] for one in self.scopes if one["is_grantable"]]


def asked(project: Project, grantor: Grantor[Any], arguments: AskedArguments) -> Asked:
    """Judge what an app asks of somebody, or refuse; redirect URLs are compared letter by letter (inferred)."""
    app = find_app(project, arguments.client_id)
    if arguments.redirect_uri not in app.settings.redirect_urls:
        raise Refusal(CONNECTED_APP_SUPPLIED_REDIRECT_URL_NOT_FOUND_IN_CLIENT)
    if arguments.response_type != "code":
        raise Refusal(BAD_REQUEST, "response_type is code")
    if arguments.prompt not in {None, "", "consent"}:
        raise Refusal(BAD_REQUEST, "prompt is consent, or left out")
    if grantor.organization is not None and not is_allowed(grantor.organization, app):
        raise Refusal(CONNECTED_APP_NOT_ALLOWED_FOR_ORG)
    scopes = judged(app, grantor.policy, grantor.roles, arguments.scopes)
    return Asked(app, scopes, _is_consent_required(project, grantor, app, scopes, arguments.prompt))


def _is_consent_required(
    project: Project, grantor: Grantor[Any], app: ConnectedApp, scopes: list[ScopeResult], prompt: str | None
) -> bool:
    """Whether somebody has to be asked (behaviour-more T10).

    Third parties ask the first time, and again for other scopes; every app does so where it says that it wants to, and
    for tokens that outlast the visit.
    """
    wanted = {one["scope"] for one in scopes if one["is_grantable"]}
    if prompt == "consent":
        return True
    if OFFLINE_ACCESS in wanted and not app.settings.bypass_consent_for_offline_access:
        return True
    grant = known_grant(project, grantor.account, app.id)
    return app.is_third_party and (grant is None or {*grant.scopes} != wanted)


def answered(project: Project, grantor: Grantor[Any], arguments: AuthorizationArguments) -> Answered:
    """Grant what was asked for and return the way back with a code, or one with the reason why not; or refuse.

    What cannot be granted is left out (behaviour-more T11 to T13). Only public apps have to use PKCE (T27).
    """
    question = asked(project, grantor, arguments)
    if arguments.code_challenge is None and question.app.is_public:
        raise Refusal(PKCE_REQUIRED_FOR_IDP_AUTHORIZATION_FLOW)
    check_challenge(arguments.code_challenge)
    state = {} if arguments.state is None else {"state": arguments.state}
    if not arguments.consent_granted or not question.grantable:
        error = "invalid_scope" if arguments.consent_granted else "access_denied"
        uri = with_parameters(arguments.redirect_uri, error=error, **state)
        return {"redirect_uri": uri, "authorization_code": None}
    code = _code(project, grantor, question, arguments)
    uri = with_parameters(arguments.redirect_uri, code=code.value, **state)
    return {"redirect_uri": uri, "authorization_code": code.value}


def _code(
    project: Project, grantor: Grantor[Any], question: Asked, arguments: AuthorizationArguments
) -> AuthorizationCode:
    """Keep what was granted, and return a new code for it."""
    grant = store_grant(project, question.app, grantor.account, grantor.organization, question.grantable)
    login = AppLogin(
        id=project.ids.uuid(),
        grant_id=grant.id,
        app_id=question.app.id,
        owner_id=grantor.account.id,
        scopes=tuple(question.grantable),
        session_id=grantor.session.id if grantor.session else None,
        nonce=arguments.nonce,
        resources=tuple(arguments.resources or ()),
    )
    code = AuthorizationCode(
        value=project.ids.token(),
        login=login,
        redirect_uri=arguments.redirect_uri,
        code_challenge=arguments.code_challenge,
        expires_at=project.now + CODE_LIFE,
    )
    project.authorization_codes.save(code)
    return code


def public_view(app: ConnectedApp) -> ConnectedAppPublic:
    """Show of an app what a consent page needs."""
    return ConnectedAppPublic(
        client_id=app.id,
        client_name=app.settings.client_name,
        client_description=app.settings.client_description,
        client_type=app.client_type,
        logo_url=app.settings.logo_url,
    )
