"""Connected Apps: how they are found, changed and shown."""

from ipaddress import ip_address
from typing import Final, Protocol, TypedDict
from urllib.parse import SplitResult, urlsplit

import attrs

from stytch_async.emulator.refusals.connected_apps import (
    CONNECTED_APP_INVALID_REDIRECT_URL,
    CONNECTED_APP_NOT_FOUND,
    CONNECTED_APP_REDIRECT_URL_CANNOT_USE_LOCALHOST,
    CONNECTED_APP_REDIRECT_URL_HTTP_SCHEME_MUST_USE_LOOPBACK,
    CONNECTED_APP_REDIRECT_URL_MUST_INCLUDE_SCHEME,
    CONNECTED_APP_REDIRECT_URL_MUST_USE_HTTP_OR_HTTPS_SCHEME,
    IDP_INVALID_ACCESS_TOKEN_CUSTOM_AUDIENCE,
    IDP_INVALID_ACCESS_TOKEN_EXPIRY_MINUTES,
    IDP_INVALID_ACCESS_TOKEN_JWT_TEMPLATE,
    PUBLIC_CONNECTED_APPS_DO_NOT_HAVE_SECRETS,
    THIRD_PARTY_CLIENTS_CANNOT_USE_FULL_ACCESS,
    THIRD_PARTY_CLIENTS_REQUIRE_CONSENT_FOR_OFFLINE_ACCESS,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.claims import fill_in
from stytch_async.emulator.state.ids import Environment
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connected_apps import AppSettings, ConnectedApp
from stytch_async.emulator.state.rows.secrets import Secrets

__all__ = ["check_access_token_template", "described", "fields_of", "find_app", "new_app", "secrets_of", "store_app"]

SHORTEST: Final = 5
LONGEST: Final = 1440
"""How many minutes an access token may last; the bounds are inferred (behaviour-more T5 names only the error)."""


class AppArguments(Protocol):
    """What may be said of an app when it is made and changed later."""

    client_name: str | None
    client_description: str | None
    redirect_urls: list[str] | None
    full_access_allowed: bool | None
    access_token_expiry_minutes: int | None
    access_token_custom_audience: str | None
    access_token_template_content: str | None
    post_logout_redirect_urls: list[str] | None
    logo_url: str | None
    bypass_consent_for_offline_access: bool | None


class AppFields(TypedDict):
    """What every form of an app holds."""

    client_id: str
    client_name: str
    client_description: str
    client_type: str
    status: str
    redirect_urls: list[str]
    full_access_allowed: bool
    access_token_expiry_minutes: int
    access_token_custom_audience: str | None
    access_token_template_content: str
    post_logout_redirect_urls: list[str]
    logo_url: str | None
    bypass_consent_for_offline_access: bool


def find_app(project: Project, client_id: str) -> ConnectedApp:
    """Return a Connected App, or refuse."""
    app = project.connected_apps.get(client_id)
    if app is None:
        raise Refusal(CONNECTED_APP_NOT_FOUND)
    return app


def secrets_of(app: ConnectedApp) -> Secrets:
    """Return the secrets of an app, or refuse a public one (behaviour-more T2)."""
    if app.secrets is None:
        raise Refusal(PUBLIC_CONNECTED_APPS_DO_NOT_HAVE_SECRETS)
    return app.secrets


def new_app(
    project: Project,
    client_type: str,
    settings: AppSettings,
    *,
    creation_method: str = "api",
    metadata: str | None = None,
) -> ConnectedApp:
    """Store a new app, or refuse; one of a public type has no secret (behaviour-more T2)."""
    app = ConnectedApp(
        id=project.ids.new("connected-app"),
        client_type=client_type,
        settings=settings,
        secrets=None,
        creation_method=creation_method,
        metadata=metadata,
    )
    app.secrets = None if app.is_public else Secrets(current=project.ids.token())
    store_app(project, app, settings)
    return app


def described(settings: AppSettings, arguments: AppArguments) -> AppSettings:
    """Return settings with what the arguments name in its place."""
    given = {name: getattr(arguments, name) for name in attrs.fields_dict(AppSettings)}
    return attrs.evolve(settings, **{name: value for name, value in given.items() if value is not None})


def store_app(project: Project, app: ConnectedApp, settings: AppSettings) -> None:
    """Give an app its settings and store it, or refuse and change nothing."""
    _check_party(app, settings)
    _check_tokens(settings)
    for url in (*settings.redirect_urls, *settings.post_logout_redirect_urls):
        _check_url(url, project.ids.environment)
    app.settings = settings
    project.connected_apps.save(app)


def _check_party(app: ConnectedApp, settings: AppSettings) -> None:
    """Refuse what an app of a third party may not have (behaviour-more T4)."""
    if app.is_third_party and settings.full_access_allowed:
        raise Refusal(THIRD_PARTY_CLIENTS_CANNOT_USE_FULL_ACCESS)
    if app.is_third_party and settings.bypass_consent_for_offline_access:
        raise Refusal(THIRD_PARTY_CLIENTS_REQUIRE_CONSENT_FOR_OFFLINE_ACCESS)


def _check_tokens(settings: AppSettings) -> None:
    """Refuse what access tokens cannot be like (behaviour-more T5; when an audience is refused is inferred)."""
    if not SHORTEST <= settings.access_token_expiry_minutes <= LONGEST:
        raise Refusal(IDP_INVALID_ACCESS_TOKEN_EXPIRY_MINUTES)
    audience, template = settings.access_token_custom_audience, settings.access_token_template_content
    if audience is not None and (not audience or any(character.isspace() for character in audience)):
        raise Refusal(IDP_INVALID_ACCESS_TOKEN_CUSTOM_AUDIENCE)
    check_access_token_template(template)


def check_access_token_template(content: str) -> None:
    """Refuse a template that cannot be filled in."""
    try:
        fill_in(content, {})
    except ValueError:
        raise Refusal(IDP_INVALID_ACCESS_TOKEN_JWT_TEMPLATE) from None


def _check_url(url: str, environment: Environment) -> None:
    """Refuse a URL that an app may not send people to (behaviour-more T3)."""
    parts = _split(url)
    if not parts.scheme:
        raise Refusal(CONNECTED_APP_REDIRECT_URL_MUST_INCLUDE_SCHEME)
    if parts.scheme not in {"http", "https"}:
        raise Refusal(CONNECTED_APP_REDIRECT_URL_MUST_USE_HTTP_OR_HTTPS_SCHEME)
    if not parts.hostname:
        raise Refusal(CONNECTED_APP_INVALID_REDIRECT_URL)
    if parts.scheme == "http" and not _is_loopback(parts.hostname):
        raise Refusal(CONNECTED_APP_REDIRECT_URL_HTTP_SCHEME_MUST_USE_LOOPBACK)
    if parts.hostname == "localhost" and environment == "live":
        raise Refusal(CONNECTED_APP_REDIRECT_URL_CANNOT_USE_LOCALHOST)


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        raise Refusal(CONNECTED_APP_INVALID_REDIRECT_URL) from None


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def fields_of(app: ConnectedApp) -> AppFields:
    """Return what every form of an app holds but its secrets."""
    settings = app.settings
    return {
        "client_id": app.id,
        "client_name": settings.client_name,
        "client_description": settings.client_description,
        "client_type": app.client_type,
        "status": app.status,
        "redirect_urls": settings.redirect_urls,
        "full_access_allowed": settings.full_access_allowed,
        "access_token_expiry_minutes": settings.access_token_expiry_minutes,
        "access_token_custom_audience": settings.access_token_custom_audience,
        "access_token_template_content": settings.access_token_template_content,
        "post_logout_redirect_urls": settings.post_logout_redirect_urls,
        "logo_url": settings.logo_url,
        "bypass_consent_for_offline_access": settings.bypass_consent_for_offline_access,
    }
