"""Secrets, with which backends call the API of an environment."""

import datetime as dt

import attrs

__all__ = [
    "CreateRequest",
    "CreateResponse",
    "DeleteRequest",
    "DeleteResponse",
    "GetAllRequest",
    "GetAllResponse",
    "GetRequest",
    "GetResponse",
    "MaskedSecret",
    "Secret",
]


@attrs.define(kw_only=True)
class MaskedSecret:
    """What can be told of a secret later: its end and its use.

    Attributes:
        used_at: When a call was last made with it; ``None`` before the first.

    """

    __schema__ = "pwa_secret_v3_MaskedSecret"

    secret_id: str
    last_four: str
    created_at: dt.datetime | None = None
    used_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class Secret:
    """A secret in full, as it is told once.

    Attributes:
        secret: What a `Client` or `B2BClient` of the environment is built with.

    """

    __schema__ = "pwa_secret_v3_Secret"

    secret_id: str
    secret: str = attrs.field(repr=False)
    created_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """Add a secret to an environment.

    The answer is the only place where the secret is shown. A project holds up to 50 of them.

    Raises:
        BadRequestError: ``too_many_secrets``.

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/secrets
    <https://stytch.com/docs/api-reference/pwa/api/v3/secrets/create-secret>`_
    """

    __schema__ = "pwa_secret_v3_CreateRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class CreateResponse:
    """The new secret, to be stored now."""

    __schema__ = "pwa_secret_v3_CreateResponse"

    request_id: str
    secret: Secret = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class GetAllRequest:
    """List the secrets of an environment by their last four characters.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/secrets
    <https://stytch.com/docs/api-reference/pwa/api/v3/secrets/get-all-secrets>`_
    """

    __schema__ = "pwa_secret_v3_GetAllRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetAllResponse:
    """The secrets, masked."""

    __schema__ = "pwa_secret_v3_GetAllResponse"

    request_id: str
    secrets: list[MaskedSecret]
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """Look up one secret by its id.

    Raises:
        BadRequestError: ``invalid_secret_id``.
        NotFoundError: ``secret_not_found``.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/secrets/{secret_id}
    <https://stytch.com/docs/api-reference/pwa/api/v3/secrets/get-secret>`_
    """

    __schema__ = "pwa_secret_v3_GetRequest"

    project_slug: str
    environment_slug: str
    secret_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """The secret, masked."""

    __schema__ = "pwa_secret_v3_GetResponse"

    request_id: str
    secret: MaskedSecret = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """Delete a secret: calls made with it are refused from now on.

    Raises:
        BadRequestError: ``invalid_secret_id``.
        NotFoundError: ``secret_not_found``.

    Source: `DELETE /pwa/v3/projects/{project_slug}/environments/{environment_slug}/secrets/{secret_id}
    <https://stytch.com/docs/api-reference/pwa/api/v3/secrets/delete-secret>`_
    """

    project_slug: str
    environment_slug: str
    secret_id: str


@attrs.define(kw_only=True)
class DeleteResponse:
    """That the secret is gone."""

    __schema__ = "pwa_secret_v3_DeleteResponse"

    request_id: str
    status_code: int
