"""Connected Apps that register themselves (behaviour-more T27)."""

import json
from collections.abc import Mapping
from typing import Any, Final

import attrs

from stytch_async.converter import StructureError, converter
from stytch_async.emulator.refusals.idp import DYNAMIC_CLIENT_REGISTRATION_NOT_ENABLED
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.rules.connected_apps import new_app
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connected_apps import AppSettings, ConnectedApp

__all__ = ["AUTH_METHODS", "GRANT_TYPES", "register"]

AUTH_METHODS: Final = ("client_secret_basic", "client_secret_post", "none")
GRANT_TYPES: Final = ("authorization_code", "refresh_token")


@attrs.define(kw_only=True)
class Metadata:
    """What an app says of itself, as far as it counts here."""

    redirect_uris: list[str]
    client_name: str | None = None
    logo_uri: str | None = None
    token_endpoint_auth_method: str | None = None


def register(project: Project, document: Mapping[str, Any]) -> dict[str, Any]:
    """Store an app of a third party and return what it gets to know, or refuse.

    A public app that says the same as one before is that one. How apps are refused is inferred.
    """
    if not project.settings.idp_dynamic_client_registration_enabled:
        raise Refusal(DYNAMIC_CLIENT_REGISTRATION_NOT_ENABLED)
    said = _read(document)
    method = said.token_endpoint_auth_method or "none"
    same = json.dumps(document, sort_keys=True) if method == "none" else None
    app = (same and project.connected_apps.by_metadata.first(same)) or _registered(project, said, same)
    secret = {} if app.secrets is None else {"client_secret": app.secrets.current, "client_secret_expires_at": 0}
    return {
        "client_id": app.id,
        **secret,
        "client_name": app.settings.client_name,
        "grant_types": [*GRANT_TYPES],
        "redirect_uris": app.settings.redirect_urls,
        "response_types": ["code"],
        "token_endpoint_auth_method": method,
    }


def _read(document: Mapping[str, Any]) -> Metadata:
    try:
        said = converter.structure(document, Metadata)
    except StructureError as error:
        raise Refusal(BAD_REQUEST, str(error)) from None
    if not said.redirect_uris or said.token_endpoint_auth_method not in {None, *AUTH_METHODS}:
        raise Refusal(BAD_REQUEST, "an app has redirect_uris, and a token_endpoint_auth_method that is known here")
    return said


def _registered(project: Project, said: Metadata, metadata: str | None) -> ConnectedApp:
    settings = AppSettings(
        client_name=said.client_name or "",
        redirect_urls=said.redirect_uris,
        logo_url=said.logo_uri,
        access_token_template_content=project.settings.idp_dynamic_client_registration_access_token_template_content,
    )
    client_type = "third_party" if metadata is None else "third_party_public"
    return new_app(project, client_type, settings, creation_method="dynamic_client_registration", metadata=metadata)
