"""TODO"""

import datetime as dt
import enum

import attrs

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
    "Metrics",
    "UpdateRequest",
    "UpdateResponse",
]


class EnvironmentType(enum.StrEnum):
    """TODO"""

    __schema__ = "pwa_environment_v3_EnvironmentType"

    LIVE = "LIVE"
    TEST = "TEST"


@attrs.define(kw_only=True)
class Environment:
    """TODO"""

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
    """TODO"""

    __schema__ = "pwa_environment_v3_Metrics"

    user_count: int
    organization_count: int
    member_count: int
    m2m_client_count: int


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /pwa/v3/projects/{project_slug}/environments <TODO>`_
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
    user_lock_threshold: int | None = None
    user_lock_ttl: int | None = None
    idp_authorization_url: str | None = None
    idp_dynamic_client_registration_enabled: bool | None = None
    idp_dynamic_client_registration_access_token_template_content: str | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """TODO"""

    __schema__ = "pwa_environment_v3_CreateResponse"

    request_id: str
    environment: Environment
    status_code: int


@attrs.define(kw_only=True)
class GetAllRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments <TODO>`_
    """

    __schema__ = "pwa_environment_v3_GetAllRequest"

    project_slug: str


@attrs.define(kw_only=True)
class GetAllResponse:
    """TODO"""

    __schema__ = "pwa_environment_v3_GetAllResponse"

    request_id: str
    environments: list[Environment]
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug} <TODO>`_
    """

    __schema__ = "pwa_environment_v3_GetRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "pwa_environment_v3_GetResponse"

    request_id: str
    environment: Environment
    status_code: int


@attrs.define(kw_only=True)
class UpdateRequest:
    """TODO

    Source: `PATCH /pwa/v3/projects/{project_slug}/environments/{environment_slug} <TODO>`_
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
    user_lock_threshold: int | None = None
    user_lock_ttl: int | None = None
    idp_authorization_url: str | None = None
    idp_dynamic_client_registration_enabled: bool | None = None
    idp_dynamic_client_registration_access_token_template_content: str | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """TODO"""

    __schema__ = "pwa_environment_v3_UpdateResponse"

    request_id: str
    environment: Environment
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """TODO

    Source: `DELETE /pwa/v3/projects/{project_slug}/environments/{environment_slug} <TODO>`_
    """

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class DeleteResponse:
    """TODO"""

    __schema__ = "pwa_environment_v3_DeleteResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class GetMetricsRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/metrics <TODO>`_
    """

    __schema__ = "pwa_environment_v3_GetMetricsRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetMetricsResponse:
    """TODO"""

    __schema__ = "pwa_environment_v3_GetMetricsResponse"

    request_id: str
    metrics: Metrics
    status_code: int
