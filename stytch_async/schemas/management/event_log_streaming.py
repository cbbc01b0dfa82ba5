"""Streaming of event logs to Datadog or Grafana Loki."""

from typing import Literal

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


DatadogSite = Literal["US", "US3", "US5", "EU", "AP1"]
"""The region of a Datadog account."""


@attrs.define(kw_only=True)
class DatadogConfig:
    """How to reach a Datadog account. Both fields are needed."""

    __schema__ = "pwa_event_log_streaming_v3_DatadogConfig"

    api_key: str = attrs.field(repr=False)
    site: DatadogSite | str | None = None


@attrs.define(kw_only=True)
class DatadogConfigMasked:
    """A Datadog account, with no more than the end of its key."""

    __schema__ = "pwa_event_log_streaming_v3_DatadogConfigMasked"

    api_key_last_four: str
    site: DatadogSite | str | None = None


@attrs.define(kw_only=True)
class GrafanaLokiConfig:
    """How to reach a Grafana Loki instance."""

    __schema__ = "pwa_event_log_streaming_v3_GrafanaLokiConfig"

    hostname: str
    username: str
    password: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class DestinationConfig:
    """Where events go: exactly one of the two, the one that the destination's type names."""

    __schema__ = "pwa_event_log_streaming_v3_DestinationConfig"

    datadog: DatadogConfig | None = None
    grafana_loki: GrafanaLokiConfig | None = None


@attrs.define(kw_only=True)
class GrafanaLokiConfigMasked:
    """A Grafana Loki instance, with no more than the end of its password."""

    __schema__ = "pwa_event_log_streaming_v3_GrafanaLokiConfigMasked"

    hostname: str
    username: str
    password_last_four: str


@attrs.define(kw_only=True)
class DestinationConfigMasked:
    """Where events go, without what is secret."""

    __schema__ = "pwa_event_log_streaming_v3_DestinationConfigMasked"

    datadog: DatadogConfigMasked | None = None
    grafana_loki: GrafanaLokiConfigMasked | None = None


DestinationType = Literal["DATADOG", "GRAFANA_LOKI"]
"""The services that events can be streamed to."""


StreamingStatus = Literal["ACTIVE", "DISABLED", "PENDING"]
"""Whether events flow."""


@attrs.define(kw_only=True)
class EventLogStreaming:
    """A destination as it was just written, credentials included."""

    __schema__ = "pwa_event_log_streaming_v3_EventLogStreaming"

    destination_type: DestinationType | str | None = None
    destination_config: DestinationConfig | None = None
    streaming_status: StreamingStatus | str | None = None


@attrs.define(kw_only=True)
class EventLogStreamingMasked:
    """A destination, without what is secret."""

    __schema__ = "pwa_event_log_streaming_v3_EventLogStreamingMasked"

    destination_type: DestinationType | str | None = None
    destination_config: DestinationConfigMasked | None = None
    streaming_status: StreamingStatus | str | None = None


@attrs.define(kw_only=True)
class GetRequest:
    """Look up a destination.

    Raises:
        BadRequestError: ``event_log_streaming_invalid_destination_type``.
        NotFoundError: ``event_log_streaming_not_found``.

    Source: `GET
    /pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type}
    <https://stytch.com/docs/api-reference/pwa/api/v3/event-log-streaming/get-event-log-streaming>`_
    """

    __schema__ = "pwa_event_log_streaming_v3_GetRequest"

    project_slug: str
    environment_slug: str
    destination_type: DestinationType | str


@attrs.define(kw_only=True)
class GetResponse:
    """The destination, without what is secret."""

    __schema__ = "pwa_event_log_streaming_v3_GetResponse"

    request_id: str
    event_log_streaming_config: EventLogStreamingMasked
    status_code: int


@attrs.define(kw_only=True)
class UpdateRequest:
    """Replace the address and credentials of a destination.

    Args:
        destination_config: All fields of the one service that ``destination_type`` names.

    Raises:
        BadRequestError: ``event_log_streaming_bad_datadog_config``, ``event_log_streaming_bad_grafana_loki_config``,
            ``event_log_streaming_invalid_destination_type``.
        NotFoundError: ``event_log_streaming_not_found``.

    Source: `PUT
    /pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type}
    <https://stytch.com/docs/api-reference/pwa/api/v3/event-log-streaming/update-event-log-streaming>`_
    """

    __schema__ = "pwa_event_log_streaming_v3_UpdateRequest"

    project_slug: str
    environment_slug: str
    destination_type: DestinationType | str
    destination_config: DestinationConfig | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """The destination as it is now."""

    __schema__ = "pwa_event_log_streaming_v3_UpdateResponse"

    request_id: str
    event_log_streaming_config: EventLogStreaming
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """Delete a destination and its credentials; events flow no more.

    Raises:
        BadRequestError: ``event_log_streaming_invalid_destination_type``.
        NotFoundError: ``event_log_streaming_not_found``.

    Source: `DELETE
    /pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type}
    <https://stytch.com/docs/api-reference/pwa/api/v3/event-log-streaming/delete-event-log-streaming>`_
    """

    project_slug: str
    environment_slug: str
    destination_type: DestinationType | str


@attrs.define(kw_only=True)
class DeleteResponse:
    """That the destination is gone."""

    __schema__ = "pwa_event_log_streaming_v3_DeleteResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class CreateRequest:
    """Add a destination for events. A project has at most one.

    Args:
        destination_config: All fields of the one service that ``destination_type`` names.

    Raises:
        BadRequestError: ``event_log_streaming_bad_datadog_config``, ``event_log_streaming_bad_grafana_loki_config``,
            ``event_log_streaming_invalid_destination_type``, ``event_log_streaming_too_many_destinations``.

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming
    <https://stytch.com/docs/api-reference/pwa/api/v3/event-log-streaming/create-event-log-streaming>`_
    """

    __schema__ = "pwa_event_log_streaming_v3_CreateRequest"

    project_slug: str
    environment_slug: str
    destination_type: DestinationType | str | None = None
    destination_config: DestinationConfig | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """The new destination."""

    __schema__ = "pwa_event_log_streaming_v3_CreateResponse"

    request_id: str
    event_log_streaming_config: EventLogStreaming
    status_code: int


@attrs.define(kw_only=True)
class EnableRequest:
    """Let events flow to a destination.

    What happened while it was disabled is not sent afterwards.

    Raises:
        BadRequestError: ``event_log_streaming_invalid_destination_type``.
        NotFoundError: ``event_log_streaming_not_found``.

    Source: `POST
    /pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type}/enable
    <https://stytch.com/docs/api-reference/pwa/api/v3/event-log-streaming/enable-event-log-streaming>`_
    """

    __schema__ = "pwa_event_log_streaming_v3_EnableRequest"

    project_slug: str
    environment_slug: str
    destination_type: DestinationType | str


@attrs.define(kw_only=True)
class EnableResponse:
    """That events flow."""

    __schema__ = "pwa_event_log_streaming_v3_EnableResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class DisableRequest:
    """Stop events from flowing to a destination, and keep its credentials.

    Raises:
        BadRequestError: ``event_log_streaming_invalid_destination_type``.
        NotFoundError: ``event_log_streaming_not_found``.

    Source: `POST
    /pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type}/disable
    <https://stytch.com/docs/api-reference/pwa/api/v3/event-log-streaming/disable-event-log-streaming>`_
    """

    __schema__ = "pwa_event_log_streaming_v3_DisableRequest"

    project_slug: str
    environment_slug: str
    destination_type: DestinationType | str


@attrs.define(kw_only=True)
class DisableResponse:
    """That events flow no more."""

    __schema__ = "pwa_event_log_streaming_v3_DisableResponse"

    request_id: str
    status_code: int
