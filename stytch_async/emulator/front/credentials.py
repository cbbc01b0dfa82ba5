"""Who may call: the project that the credentials are for."""

import base64
import binascii

from stytch_async.credentials import PROJECT_ID, SECRET
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import (
    INVALID_AUTHORIZATION_HEADER,
    INVALID_B2B_ENDPOINT,
    INVALID_CONSUMER_ENDPOINT,
    INVALID_PROJECT_ID_AUTHENTICATION,
    INVALID_SECRET_AUTHENTICATION,
    UNAUTHORIZED_CREDENTIALS,
)
from stytch_async.emulator.state.project import Project
from stytch_async.endpoint import Package
from stytch_async.transports.interface import HTTPRequest

__all__ = ["authenticate", "check_vertical"]


def authenticate(project: Project, request: HTTPRequest) -> None:
    """Refuse credentials that are not the project's; a project without a name takes on the first that come."""
    project_id, secret = _basic(request)
    if PROJECT_ID.fullmatch(project_id) is None:
        raise Refusal(INVALID_PROJECT_ID_AUTHENTICATION)
    if SECRET.fullmatch(secret) is None:
        raise Refusal(INVALID_SECRET_AUTHENTICATION)
    if project.secret not in {None, secret} or (project.is_named and project_id != project.project_id):
        raise Refusal(UNAUTHORIZED_CREDENTIALS)
    if not project.is_named:
        project.take_on(project_id)


def _basic(request: HTTPRequest) -> tuple[str, str]:
    """Read user name and password of HTTP Basic, or refuse."""
    scheme, _, credentials = request.headers.get("Authorization", "").partition(" ")
    try:
        name, _, password = base64.b64decode(credentials, validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        raise Refusal(INVALID_AUTHORIZATION_HEADER) from None
    if scheme.lower() != "basic" or not credentials:
        raise Refusal(INVALID_AUTHORIZATION_HEADER)
    return name, password


def check_vertical(project: Project, package: Package) -> None:
    """Refuse an operation of the other vertical."""
    if project.vertical == "consumer" and package == "b2b":
        raise Refusal(INVALID_B2B_ENDPOINT)
    if project.vertical == "b2b" and package == "consumer":
        raise Refusal(INVALID_CONSUMER_ENDPOINT)
