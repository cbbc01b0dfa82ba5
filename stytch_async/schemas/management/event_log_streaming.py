"""TODO"""

import enum

import attrs

__all__ = [
    "CreateRequest",
    "CreateResponse",
    "DatadogConfig",
    "DatadogConfigMasked",
    "DatadogSite",
    "DeleteRequest",
    "DeleteResponse",
    "DestinationConfig",
    "DestinationConfigMasked",
    "DestinationType",
    "DisableRequest",
    "DisableResponse",
    "EnableRequest",
    "EnableResponse",
    "EventLogStreaming",
    "EventLogStreamingMasked",
    "GetRequest",
    "GetResponse",
    "GrafanaLokiConfig",
    "GrafanaLokiConfigMasked",
    "StreamingStatus",
    "UpdateRequest",
    "UpdateResponse",
]


class DatadogSite(enum.StrEnum):
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_DatadogSite"

    US = "US"
    US3 = "US3"
    US5 = "US5"
    EU = "EU"
    AP1 = "AP1"


@attrs.define(kw_only=True)
class DatadogConfig:
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_DatadogConfig"

    api_key: str
    site: DatadogSite | str | None = None


@attrs.define(kw_only=True)
class DatadogConfigMasked:
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_DatadogConfigMasked"

    api_key_last_four: str
    site: DatadogSite | str | None = None


@attrs.define(kw_only=True)
class GrafanaLokiConfig:
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_GrafanaLokiConfig"

    hostname: str
    username: str
    password: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class DestinationConfig:
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_DestinationConfig"

    datadog: DatadogConfig | None = None
    grafana_loki: GrafanaLokiConfig | None = None


@attrs.define(kw_only=True)
class GrafanaLokiConfigMasked:
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_GrafanaLokiConfigMasked"

    hostname: str
    username: str
    password_last_four: str


@attrs.define(kw_only=True)
class DestinationConfigMasked:
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_DestinationConfigMasked"

    datadog: DatadogConfigMasked | None = None
    grafana_loki: GrafanaLokiConfigMasked | None = None


class DestinationType(enum.StrEnum):
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_DestinationType"

    DATADOG = "DATADOG"
    GRAFANA_LOKI = "GRAFANA_LOKI"


class StreamingStatus(enum.StrEnum):
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_StreamingStatus"

    ACTIVE = "ACTIVE"
    DISABLED = "DISABLED"
    PENDING = "PENDING"


@attrs.define(kw_only=True)
class EventLogStreaming:
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_EventLogStreaming"

    destination_type: DestinationType | str | None = None
    destination_config: DestinationConfig | None = None
    streaming_status: StreamingStatus | str | None = None


@attrs.define(kw_only=True)
class EventLogStreamingMasked:
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_EventLogStreamingMasked"

    destination_type: DestinationType | str | None = None
    destination_config: DestinationConfigMasked | None = None
    streaming_status: StreamingStatus | str | None = None


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type} <TODO>`_
    """

    __schema__ = "pwa_event_log_streaming_v3_GetRequest"

    project_slug: str
    environment_slug: str
    destination_type: DestinationType | str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_GetResponse"

    request_id: str
    event_log_streaming_config: EventLogStreamingMasked
    status_code: int


@attrs.define(kw_only=True)
class UpdateRequest:
    """TODO

    Source: `PUT /pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type} <TODO>`_
    """

    __schema__ = "pwa_event_log_streaming_v3_UpdateRequest"

    project_slug: str
    environment_slug: str
    destination_type: DestinationType | str
    destination_config: DestinationConfig | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_UpdateResponse"

    request_id: str
    event_log_streaming_config: EventLogStreaming
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """TODO

    Source: `DELETE /pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type} <TODO>`_
    """

    project_slug: str
    environment_slug: str
    destination_type: DestinationType | str


@attrs.define(kw_only=True)
class DeleteResponse:
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_DeleteResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming <TODO>`_
    """

    __schema__ = "pwa_event_log_streaming_v3_CreateRequest"

    project_slug: str
    environment_slug: str
    destination_type: DestinationType | str | None = None
    destination_config: DestinationConfig | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_CreateResponse"

    request_id: str
    event_log_streaming_config: EventLogStreaming
    status_code: int


@attrs.define(kw_only=True)
class EnableRequest:
    """TODO

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type}/enable <TODO>`_
    """

    __schema__ = "pwa_event_log_streaming_v3_EnableRequest"

    project_slug: str
    environment_slug: str
    destination_type: DestinationType | str


@attrs.define(kw_only=True)
class EnableResponse:
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_EnableResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class DisableRequest:
    """TODO

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type}/disable <TODO>`_
    """

    __schema__ = "pwa_event_log_streaming_v3_DisableRequest"

    project_slug: str
    environment_slug: str
    destination_type: DestinationType | str


@attrs.define(kw_only=True)
class DisableResponse:
    """TODO"""

    __schema__ = "pwa_event_log_streaming_v3_DisableResponse"

    request_id: str
    status_code: int
