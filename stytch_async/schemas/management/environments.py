"""Environments of a project."""

import datetime as dt
from typing import Annotated, Literal

import attrs

from stytch_async.schemas.markers import Between

__all__ = [
    "CreateRequest",
    "CreateResponse",
    "DeleteRequest",
    "DeleteResponse",
    "Environment",
    "EnvironmentType",
    "GetAllRequest",
    "GetAllResponse",
    "GetMetricsRequest",
    "GetMetricsResponse",
    "GetRequest",
    "GetResponse",
    "LockSeconds",
    "LockThreshold",
    "Metrics",
    "UpdateRequest",
    "UpdateResponse",
]

LockThreshold = Annotated[int, Between(1, 100)]
"""How many failed logins in a row lock a user: 1 to 100."""

LockSeconds = Annotated[int, Between(300, 604800)]
"""How long a lock holds: 5 minutes to 7 days."""


EnvironmentType = Literal["LIVE", "TEST"]
"""Whether an environment is for people or for trying things out."""


@attrs.define(kw_only=True)
class Environment:
    """An environment and its settings.

    Attributes:
        project_id: What a `Client` or `B2BClient` of this environment is built with.
        oauth_callback_id: The last part of the callback URL that is registered with OAuth providers.
        cross_org_passwords_enabled: Whether a member has one password in all organizations.
        zero_downtime_session_migration_url: The UserInfo endpoint of the system that sessions are migrated from.
        use_custom_domain_in_magic_link_emails: Whether links start with the project's own domain.
        user_lock_self_serve_enabled: Whether a locked user is emailed a link that unlocks.
        user_lock_threshold: How many failed logins in a row lock a user.
        user_lock_ttl: Seconds that a lock holds.
        idp_authorization_url: The app's page on which users consent to Connected Apps.
        idp_dynamic_client_registration_enabled: Whether Connected Apps may register themselves.
        idp_dynamic_client_registration_access_token_template_content: The template of their access tokens' claims.

    """

    __schema__ = "pwa_environment_v3_Environment"

    environment_slug: str
    project_slug: str
    name: str
    oauth_callback_id: str
    cross_org_passwords_enabled: bool
    user_impersonation_enabled: bool
    zero_downtime_session_migration_url: str
    use_custom_domain_in_magic_link_emails: bool
    user_lock_self_serve_enabled: bool
    user_lock_threshold: int
    user_lock_ttl: int
    idp_authorization_url: str
    idp_dynamic_client_registration_enabled: bool
    idp_dynamic_client_registration_access_token_template_content: str
    project_id: str
    type: EnvironmentType | str | None = None
    created_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class Metrics:
    """What an environment holds, leaving out what is deleted.

    Attributes:
        user_count: 0 in a B2B project.
        organization_count: 0 in a Consumer project, as is ``member_count``.

    """

    __schema__ = "pwa_environment_v3_Metrics"

    user_count: int
    organization_count: int
    member_count: int
    m2m_client_count: int


@attrs.define(kw_only=True)
class CreateRequest:
    """Add an environment to a project.

    Args:
        type: Whether it is live or for tests. A project begins with one of each.
        environment_slug: Made up by Stytch if left out.
        cross_org_passwords_enabled: Whether a member is to have one password in all organizations.
        zero_downtime_session_migration_url: The UserInfo endpoint of the system that sessions are migrated from.
        user_lock_self_serve_enabled: Whether a locked user is to be emailed a link that unlocks.
        user_lock_threshold: How many failed logins in a row lock a user, 1 to 100; 10 by default.
        user_lock_ttl: Seconds that a lock holds, 300 to 604800 (7 days); 3600 by default.
        idp_authorization_url: The app's page on which users consent to Connected Apps.
        idp_dynamic_client_registration_enabled: Whether Connected Apps may register themselves.
        idp_dynamic_client_registration_access_token_template_content: The template of their access tokens' claims.

    Raises:
        BadRequestError: ``invalid_user_lock_threshold``, ``invalid_user_lock_ttl``,
            ``idp_invalid_access_token_jwt_template``.

    Source: `POST /pwa/v3/projects/{project_slug}/environments
    <https://stytch.com/docs/api-reference/pwa/api/v3/environments/create-environment>`_
    """

    __schema__ = "pwa_environment_v3_CreateRequest"

    project_slug: str
    name: str
    type: EnvironmentType | str | None = None
    environment_slug: str | None = None
    cross_org_passwords_enabled: bool | None = None
    user_impersonation_enabled: bool | None = None
    zero_downtime_session_migration_url: str | None = None
    user_lock_self_serve_enabled: bool | None = None
    user_lock_threshold: LockThreshold | None = None
    user_lock_ttl: LockSeconds | None = None
    idp_authorization_url: str | None = None
    idp_dynamic_client_registration_enabled: bool | None = None
    idp_dynamic_client_registration_access_token_template_content: str | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """The new environment."""

    __schema__ = "pwa_environment_v3_CreateResponse"

    request_id: str
    environment: Environment
    status_code: int


@attrs.define(kw_only=True)
class GetAllRequest:
    """List the environments of a project.

    Source: `GET /pwa/v3/projects/{project_slug}/environments
    <https://stytch.com/docs/api-reference/pwa/api/v3/environments/get-all-environments>`_
    """

    __schema__ = "pwa_environment_v3_GetAllRequest"

    project_slug: str


@attrs.define(kw_only=True)
class GetAllResponse:
    """The project's environments, live and test."""

    __schema__ = "pwa_environment_v3_GetAllResponse"

    request_id: str
    environments: list[Environment]
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """Look up an environment and its settings.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}
    <https://stytch.com/docs/api-reference/pwa/api/v3/environments/get-environment>`_
    """

    __schema__ = "pwa_environment_v3_GetRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetResponse:
    """The environment."""

    __schema__ = "pwa_environment_v3_GetResponse"

    request_id: str
    environment: Environment
    status_code: int


@attrs.define(kw_only=True)
class UpdateRequest:
    """Change settings of an environment; what is left out stays as it is.

    Args:
        cross_org_passwords_enabled: Whether a member has one password in all organizations. Fixed as soon as the first
            password is set.
        zero_downtime_session_migration_url: The UserInfo endpoint of the system that sessions are migrated from.
        use_custom_domain_in_magic_link_emails: Whether links are to start with the project's own domain.
        user_lock_self_serve_enabled: Whether a locked user is to be emailed a link that unlocks.
        user_lock_threshold: How many failed logins in a row lock a user, 1 to 100.
        user_lock_ttl: Seconds that a lock holds, 300 to 604800 (7 days).
        idp_authorization_url: The app's page on which users consent to Connected Apps.
        idp_dynamic_client_registration_enabled: Whether Connected Apps may register themselves.
        idp_dynamic_client_registration_access_token_template_content: The template of their access tokens' claims.

    Raises:
        BadRequestError: ``invalid_user_lock_threshold``, ``invalid_user_lock_ttl``,
            ``cannot_toggle_cross_org_passwords_when_password_in_use``, ``idp_invalid_access_token_jwt_template``.

    Source: `PATCH /pwa/v3/projects/{project_slug}/environments/{environment_slug}
    <https://stytch.com/docs/api-reference/pwa/api/v3/environments/update-environment>`_
    """

    __schema__ = "pwa_environment_v3_UpdateRequest"

    project_slug: str
    environment_slug: str
    name: str | None = None
    cross_org_passwords_enabled: bool | None = None
    user_impersonation_enabled: bool | None = None
    zero_downtime_session_migration_url: str | None = None
    use_custom_domain_in_magic_link_emails: bool | None = None
    user_lock_self_serve_enabled: bool | None = None
    user_lock_threshold: LockThreshold | None = None
    user_lock_ttl: LockSeconds | None = None
    idp_authorization_url: str | None = None
    idp_dynamic_client_registration_enabled: bool | None = None
    idp_dynamic_client_registration_access_token_template_content: str | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """The environment as it is now."""

    __schema__ = "pwa_environment_v3_UpdateResponse"

    request_id: str
    environment: Environment
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """Delete an environment and all that is in it.

    Source: `DELETE /pwa/v3/projects/{project_slug}/environments/{environment_slug}
    <https://stytch.com/docs/api-reference/pwa/api/v3/environments/delete-environment>`_
    """

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class DeleteResponse:
    """That the environment is gone."""

    __schema__ = "pwa_environment_v3_DeleteResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class GetMetricsRequest:
    """Count the users, organizations, members and M2M clients of an environment.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/metrics
    <https://stytch.com/docs/api-reference/pwa/api/v3/metrics/get-metrics>`_
    """

    __schema__ = "pwa_environment_v3_GetMetricsRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetMetricsResponse:
    """The numbers of the environment."""

    __schema__ = "pwa_environment_v3_GetMetricsResponse"

    request_id: str
    metrics: Metrics
    status_code: int
