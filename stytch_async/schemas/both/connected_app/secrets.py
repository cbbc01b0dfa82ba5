"""Rotation of the secrets of Connected Apps."""

import attrs

from stytch_async.schemas.both.connected_app.apps import ConnectedApp, ConnectedAppWithNextClientSecret

__all__ = [
    "ClientsSecretsRotateCancelRequest",
    "ClientsSecretsRotateCancelResponse",
    "ClientsSecretsRotateRequest",
    "ClientsSecretsRotateResponse",
    "ClientsSecretsRotateStartRequest",
    "ClientsSecretsRotateStartResponse",
]


@attrs.define(kw_only=True)
class ClientsSecretsRotateStartRequest:
    """Give a Connected App a second secret.

    Both work until ``rotate`` drops the first or ``rotate_cancel`` the second.

    Raises:
        BadRequestError: ``connected_app_already_rotating_secret``, ``public_connected_apps_do_not_have_secrets``.
        NotFoundError: ``connected_app_not_found``.

    Source: `POST /v1/connected_apps/clients/{client_id}/secrets/rotate/start
    <https://stytch.com/docs/api-reference/consumer/api/connected-apps/rotate-secret/start-secret-rotation>`_
    """

    __schema__ = "api_connectedapps_v1_connected_apps_clients_secrets_RotateStartRequest"

    client_id: str


@attrs.define(kw_only=True)
class ClientsSecretsRotateStartResponse:
    """The app, with its next secret."""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_secrets_RotateStartResponse"

    request_id: str
    connected_app: ConnectedAppWithNextClientSecret
    status_code: int


@attrs.define(kw_only=True)
class ClientsSecretsRotateCancelRequest:
    """Drop the second secret of a Connected App; the first stays.

    Raises:
        BadRequestError: ``connected_app_not_rotating_secret``, also the second time;
            ``public_connected_apps_do_not_have_secrets``.
        NotFoundError: ``connected_app_not_found``.

    Source: `POST /v1/connected_apps/clients/{client_id}/secrets/rotate/cancel
    <https://stytch.com/docs/api-reference/consumer/api/connected-apps/rotate-secret/cancel-secret-rotation>`_
    """

    __schema__ = "api_connectedapps_v1_connected_apps_clients_secrets_RotateCancelRequest"

    client_id: str


@attrs.define(kw_only=True)
class ClientsSecretsRotateCancelResponse:
    """The app, with one secret again."""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_secrets_RotateCancelResponse"

    request_id: str
    connected_app: ConnectedApp
    status_code: int


@attrs.define(kw_only=True)
class ClientsSecretsRotateRequest:
    """Make the second secret of a Connected App its only one; the first stops working.

    Raises:
        BadRequestError: ``connected_app_not_rotating_secret``, also the second time;
            ``public_connected_apps_do_not_have_secrets``.
        NotFoundError: ``connected_app_not_found``.

    Source: `POST /v1/connected_apps/clients/{client_id}/secrets/rotate
    <https://stytch.com/docs/api-reference/consumer/api/connected-apps/rotate-secret/rotate-secret>`_
    """

    __schema__ = "api_connectedapps_v1_connected_apps_clients_secrets_RotateRequest"

    client_id: str


@attrs.define(kw_only=True)
class ClientsSecretsRotateResponse:
    """The app, with its new secret in force."""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_secrets_RotateResponse"

    request_id: str
    connected_app: ConnectedApp
    status_code: int
