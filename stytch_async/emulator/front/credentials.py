"""Who may call: the project that the credentials are for."""

import base64
import binascii
import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl, unquote_plus, urlsplit

from stytch_async.credentials import PROJECT_ID, PUBLIC_TOKEN, SECRET
from stytch_async.emulator.refusals.fraud import UNAUTHORIZED_CREDENTIALS_ERROR
from stytch_async.emulator.refusals.oauth2 import INVALID_CLIENT, INVALID_REQUEST
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import (
    INVALID_AUTHORIZATION_HEADER,
    INVALID_B2B_ENDPOINT,
    INVALID_CONSUMER_ENDPOINT,
    INVALID_PROJECT_ID,
    INVALID_PROJECT_ID_AUTHENTICATION,
    INVALID_PUBLIC_TOKEN_ID,
    INVALID_SECRET_AUTHENTICATION,
    PROJECT_NOT_FOUND,
    PUBLIC_TOKEN_NOT_FOUND,
    PUBLIC_TOKEN_REQUIRED,
    UNAUTHORIZED_CREDENTIALS,
)
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.workspace import Workspace
from stytch_async.endpoint import Host, Package
from stytch_async.transports.interface import HTTPRequest

__all__ = [
    "authenticate",
    "authenticate_bearer",
    "authenticate_key",
    "bearer_of",
    "check_project",
    "check_public_token",
    "check_vertical",
    "client_credentials",
    "named_project",
    "public_token_of",
]

IN_PATH: Final = re.compile(rf"/({PROJECT_ID.pattern})(?=[/?]|$)")


def named_project(request: HTTPRequest) -> str | None:
    """Return the project that a request says it is for: by its credentials, or else by its path."""
    given = _basic(request)
    if given is not None and PROJECT_ID.fullmatch(given[0]) is not None:
        return given[0]
    named = IN_PATH.search(request.url.partition("?")[0])
    return None if named is None else named[1]


def public_token_of(url: str) -> str | None:
    """Return the public token that a URL bears."""
    return dict(parse_qsl(urlsplit(url).query)).get("public_token") if "public_token=" in url else None


def authenticate(project: Project, request: HTTPRequest, host: Host) -> None:
    """Refuse credentials that are not the project's; a project without a name takes on the first that come."""
    given = _basic(request)
    if given is None:
        raise Refusal(INVALID_AUTHORIZATION_HEADER)
    project_id, secret = given
    if PROJECT_ID.fullmatch(project_id) is None:
        raise Refusal(INVALID_PROJECT_ID_AUTHENTICATION)
    if SECRET.fullmatch(secret) is None:
        raise Refusal(INVALID_SECRET_AUTHENTICATION)
    known = None if project.secrets is None else project.secrets.by_value.first(secret)
    is_secret = known is not None or project.secrets is None
    if not is_secret or (project.is_named and project_id != project.project_id):
        raise Refusal(UNAUTHORIZED_CREDENTIALS_ERROR if host == "fraud" else UNAUTHORIZED_CREDENTIALS)
    if known is not None:
        known.used_at = project.now
    if not project.is_named:
        project.take_on(project_id)


def authenticate_bearer(project: Project, request: HTTPRequest) -> None:
    """Refuse a public token that is not SAML Shield's, which is of no Stytch project (behaviour-more X4, X6).

    The types are inferred.
    """
    token = bearer_of(request)
    if not token:
        raise Refusal(INVALID_AUTHORIZATION_HEADER)
    if project.settings.saml_shield_token not in {None, token}:
        raise Refusal(UNAUTHORIZED_CREDENTIALS)


def authenticate_key(workspace: Workspace, request: HTTPRequest) -> None:
    """Refuse what is not a key of the workspace; the credentials of a project are none (behaviour-more W1)."""
    given = _basic(request)
    if given is None:
        raise Refusal(INVALID_AUTHORIZATION_HEADER)
    if given not in workspace.keys.items():
        raise Refusal(UNAUTHORIZED_CREDENTIALS)


def check_project(project: Project, project_id: str, request: HTTPRequest) -> None:
    """Refuse a path that names another project; a project without a name takes on the first that comes."""
    if PROJECT_ID.fullmatch(project_id) is None:
        raise Refusal(INVALID_PROJECT_ID)
    if not project.is_named:
        project.take_on(named_project(request) or project_id)
    if project_id != project.project_id:
        raise Refusal(PROJECT_NOT_FOUND)


def client_credentials(request: HTTPRequest, arguments: Mapping[str, object]) -> dict[str, str]:
    """Return the id and secret that an OAuth2 client gives by HTTP Basic in place of the body (behaviour-more T15).

    Stytch's SDKs send the project's credentials with every request; they are not the client's.
    """
    if "Authorization" not in request.headers:
        return {}
    given = _basic(request)
    if given is None:
        raise Refusal(INVALID_CLIENT)
    client_id, client_secret = map(unquote_plus, given)  # RFC 6749, 2.3.1
    if PROJECT_ID.fullmatch(client_id) is not None:
        return {}
    if arguments.get("client_secret") is not None or arguments.get("client_id") not in {None, client_id}:
        raise Refusal(INVALID_REQUEST, "the client gives credentials in two ways")
    return {"client_id": client_id, "client_secret": client_secret}


def bearer_of(request: HTTPRequest) -> str | None:
    """Return the access token that a request shows, if any."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def _basic(request: HTTPRequest) -> tuple[str, str] | None:
    """Read user name and password of HTTP Basic; ``None`` where the header is missing or cannot be read."""
    scheme, _, credentials = request.headers.get("Authorization", "").partition(" ")
    try:
        name, _, password = base64.b64decode(credentials, validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return None
    return (name, password) if scheme.lower() == "basic" and credentials else None


def check_vertical(project: Project, package: Package) -> None:
    """Refuse an operation of the other vertical."""
    if project.vertical == "consumer" and package == "b2b":
        raise Refusal(INVALID_B2B_ENDPOINT)
    if project.vertical == "b2b" and package == "consumer":
        raise Refusal(INVALID_CONSUMER_ENDPOINT)


def check_public_token(project: Project, token: str | None) -> None:
    """Refuse a token that does not name a project, that is not the project's, or is of the other environment."""
    if not token:
        raise Refusal(PUBLIC_TOKEN_REQUIRED)
    known = PUBLIC_TOKEN.fullmatch(token)
    if known is None:
        raise Refusal(INVALID_PUBLIC_TOKEN_ID)
    is_foreign = project.is_named and known[1] != project.ids.environment
    if is_foreign or (project.public_tokens is not None and token not in project.public_tokens):
        raise Refusal(PUBLIC_TOKEN_NOT_FOUND)
