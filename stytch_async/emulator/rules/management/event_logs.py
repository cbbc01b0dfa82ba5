"""Destinations of event logs: what makes one, and how it is shown (behaviour-more W23)."""

import re
from typing import Final

from stytch_async.emulator.refusals.event_logs import (
    EVENT_LOG_STREAMING_BAD_DATADOG_CONFIG,
    EVENT_LOG_STREAMING_BAD_GRAFANA_LOKI_CONFIG,
    EVENT_LOG_STREAMING_INVALID_DESTINATION_TYPE,
    EVENT_LOG_STREAMING_NOT_FOUND,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.state.workspace import Environment, Stream
from stytch_async.schemas.management import event_log_streaming as schemas

__all__ = ["checked_type", "find_stream", "masked", "read_stream", "view"]

API_KEY: Final = re.compile(r"[0-9a-fA-F]{32}")
SITES: Final = frozenset({"US", "US3", "US5", "EU", "AP1"})


def checked_type(destination: str) -> str:
    """Return a type of destination, or refuse."""
    if destination not in {"DATADOG", "GRAFANA_LOKI"}:
        raise Refusal(EVENT_LOG_STREAMING_INVALID_DESTINATION_TYPE)
    return destination


def find_stream(environment: Environment, destination: str) -> Stream:
    """Return a destination of an environment, or refuse."""
    found = environment.streams.get(checked_type(destination))
    if found is None:
        raise Refusal(EVENT_LOG_STREAMING_NOT_FOUND)
    return found


def read_stream(destination: str, config: schemas.DestinationConfig | None) -> Stream:
    """Return the destination that a request tells of, or refuse it."""
    datadog, loki = (None, None) if config is None else (config.datadog, config.grafana_loki)
    if destination == "DATADOG":
        if (
            datadog is None
            or loki is not None
            or API_KEY.fullmatch(datadog.api_key) is None
            or datadog.site not in SITES
        ):
            raise Refusal(EVENT_LOG_STREAMING_BAD_DATADOG_CONFIG)
        return Stream(address={"site": str(datadog.site)}, secret=datadog.api_key)
    if loki is None or datadog is not None or not all((loki.hostname, loki.username, loki.password)):
        raise Refusal(EVENT_LOG_STREAMING_BAD_GRAFANA_LOKI_CONFIG)
    return Stream(address={"hostname": loki.hostname, "username": loki.username}, secret=loki.password)


def view(destination: str, stream: Stream) -> schemas.EventLogStreaming:
    """Show a destination in full, as it was just written."""
    return schemas.EventLogStreaming(
        destination_type=destination,
        destination_config=schemas.DestinationConfig(
            datadog=schemas.DatadogConfig(api_key=stream.secret, **stream.address)
            if destination == "DATADOG"
            else None,
            grafana_loki=schemas.GrafanaLokiConfig(password=stream.secret, **stream.address)
            if destination == "GRAFANA_LOKI"
            else None,
        ),
        streaming_status=_status(stream),
    )


def masked(destination: str, stream: Stream) -> schemas.EventLogStreamingMasked:
    """Show a destination with no more than the end of what is secret."""
    end = stream.secret[-4:]
    return schemas.EventLogStreamingMasked(
        destination_type=destination,
        destination_config=schemas.DestinationConfigMasked(
            datadog=schemas.DatadogConfigMasked(api_key_last_four=end, **stream.address)
            if destination == "DATADOG"
            else None,
            grafana_loki=schemas.GrafanaLokiConfigMasked(password_last_four=end, **stream.address)
            if destination == "GRAFANA_LOKI"
            else None,
        ),
        streaming_status=_status(stream),
    )


def _status(stream: Stream) -> schemas.StreamingStatus:
    return "ACTIVE" if stream.is_active else "DISABLED"
