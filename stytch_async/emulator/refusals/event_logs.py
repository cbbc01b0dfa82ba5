"""The streaming of event logs."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "EVENT_LOG_STREAMING_BAD_DATADOG_CONFIG",
    "EVENT_LOG_STREAMING_BAD_GRAFANA_LOKI_CONFIG",
    "EVENT_LOG_STREAMING_INVALID_DESTINATION_TYPE",
    "EVENT_LOG_STREAMING_NOT_FOUND",
    "EVENT_LOG_STREAMING_TOO_MANY_DESTINATIONS",
]

EVENT_LOG_STREAMING_BAD_DATADOG_CONFIG: Final = Reason(
    400,
    "event_log_streaming_bad_datadog_config",
    "Datadog is reached with an api_key of 32 hexadecimal digits, at a site.",
)
EVENT_LOG_STREAMING_BAD_GRAFANA_LOKI_CONFIG: Final = Reason(
    400, "event_log_streaming_bad_grafana_loki_config", "Grafana Loki is reached with hostname, username and password."
)
EVENT_LOG_STREAMING_INVALID_DESTINATION_TYPE: Final = Reason(
    400, "event_log_streaming_invalid_destination_type", "Event logs go to DATADOG or GRAFANA_LOKI."
)
EVENT_LOG_STREAMING_NOT_FOUND: Final = Reason(404, "event_log_streaming_not_found", "There is no such destination.")
EVENT_LOG_STREAMING_TOO_MANY_DESTINATIONS: Final = Reason(
    400, "event_log_streaming_too_many_destinations", "The destination exists already."
)
