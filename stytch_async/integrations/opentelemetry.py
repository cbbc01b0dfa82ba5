"""Traces and metrics by OpenTelemetry's conventions for HTTP clients, with nothing of what a call says.

Paths are templates, so that neither ids nor queries leave the process. Errors are named and not recorded, since the
frames that come with them hold arguments. No ``traceparent`` is sent: Stytch is somebody else's service.
"""

import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Final
from urllib.parse import urlsplit

from opentelemetry.metrics import MeterProvider, get_meter
from opentelemetry.trace import Span, SpanKind, StatusCode, TracerProvider, get_tracer

from stytch_async.errors import APIError
from stytch_async.observing import Attempt, Call, Observer, Verification
from stytch_async.version import __version__

__all__ = ["OpenTelemetry"]

SCOPE: Final = "stytch_async"
SCHEMA: Final = "https://opentelemetry.io/schemas/1.30.0"

PORTS: Final = {"http": 80, "https": 443}
BUCKETS: Final = (0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10)
"""Bounds in seconds that the conventions advise."""

ERROR_TYPE: Final = re.compile(r"[a-z0-9_]{1,64}")
"""What Stytch's error types look like; whatever else an answer calls its error is not passed on."""

Attributes = Mapping[str, str | int]


class OpenTelemetry(Observer):
    """An observer that makes a span of each call, and measures attempts and verifications.

    A span that is made in the call, such as that of an instrumented HTTP library, is a child of the call's.
    """

    def __init__(
        self,
        tracer_provider: TracerProvider | None = None,
        meter_provider: MeterProvider | None = None,
        *,
        http: bool = True,
    ) -> None:
        """Make tracer and meter.

        Args:
            tracer_provider: Where spans go; by default to the global provider.
            meter_provider: Where metrics go; by default to the global provider.
            http: Whether the calls are told as HTTP requests. An app that instruments the HTTP library too says
                ``False``: the spans are then internal ones, around those of the library, and the requests are not
                measured twice.

        """
        self._tracer = get_tracer(SCOPE, __version__, tracer_provider, SCHEMA)
        meter = get_meter(SCOPE, __version__, meter_provider, SCHEMA)
        self._http = http
        self._durations = meter.create_histogram(
            "http.client.request.duration",
            unit="s",
            description="Duration of HTTP client requests.",
            explicit_bucket_boundaries_advisory=BUCKETS,
        )
        self._verifications = meter.create_counter(
            "stytch.token.verifications", unit="{verification}", description="Tokens verified on this machine."
        )

    @contextmanager
    def call(self, call: Call, /) -> Generator[None]:
        """Make a span of a call."""
        request = _request(call)
        whole = {**request, "url.full": f"{call.base_url}{call.operation.path}"}
        with self._tracer.start_as_current_span(
            str(call.operation),
            kind=SpanKind.CLIENT if self._http else SpanKind.INTERNAL,
            attributes=whole,
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            try:
                yield
            finally:
                _conclude(span, call)
                if self._http:
                    for attempt in call.attempts:
                        self._durations.record(attempt.seconds, {**request, **_result(attempt)})

    def verification(self, verification: Verification, /) -> None:
        """Count a verification."""
        attributes = {
            "stytch.token.kind": verification.kind.name.lower(),
            "stytch.token.outcome": verification.outcome,
        }
        if verification.reason is not None:
            attributes["stytch.token.reason"] = verification.reason.name.lower()
        self._verifications.add(1, attributes)


def _request(call: Call) -> Attributes:
    """Describe what is known of every request of a call."""
    base = urlsplit(call.base_url)
    return {
        "http.request.method": call.operation.method,
        "server.address": base.hostname or "",
        "server.port": base.port or PORTS[base.scheme],
        "url.template": call.operation.path,
    }


def _result(attempt: Attempt) -> Attributes:
    """Describe what an attempt ended in."""
    if attempt.status is None:
        return {} if attempt.failure is None else {"error.type": attempt.failure}
    failed = {"error.type": str(attempt.status)} if attempt.status >= 400 else {}
    return {"http.response.status_code": attempt.status, **failed}


def _conclude(span: Span, call: Call) -> None:
    """Tell in a span what the call came to."""
    for before, again in zip(call.attempts, call.attempts[1:], strict=False):
        number = {"http.request.resend_count": before.number}
        span.add_event("retry", {**number, **_result(before)}, timestamp=int(again.started_at * 1e9))
    if call.attempts:
        last = call.attempts[-1]
        if last.status is not None:
            span.set_attribute("http.response.status_code", last.status)
        if last.request_id is not None:
            span.set_attribute("stytch.request_id", last.request_id)
        if last.number > 1:
            span.set_attribute("http.request.resend_count", last.number - 1)
    if call.error is not None:
        span.set_attribute("error.type", _name(call.error))
        span.set_status(StatusCode.ERROR)


def _name(error: BaseException) -> str:
    """Name an error: as Stytch does, or else by its class."""
    if isinstance(error, APIError) and ERROR_TYPE.fullmatch(error.error_type or ""):
        return str(error.error_type)
    return type(error).__name__
