"""What OpenTelemetry is told: names and numbers by its conventions, and nothing of what a call says."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any, Final

import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from stytch_async import NO_RETRY, APIError, Client, InvalidRequestError, RetryPolicy, StytchError, TokenError
from stytch_async.integrations.opentelemetry import OpenTelemetry
from tests.kits.world import PASSWORD, GatedTransport

NOBODY: Final = "user-test-00000000-0000-4000-8000-000000000000"
AT_ONCE: Final = RetryPolicy(first_pause=0, longest_pause=0)

GET_USER: Final = {
    "http.request.method": "GET",
    "server.address": "test.stytch.com",
    "server.port": 443,
    "url.template": "/v1/users/{user_id}",
}
WHOLE: Final = {**GET_USER, "url.full": "https://test.stytch.com/v1/users/{user_id}"}


class Telescope:
    """Everything that OpenTelemetry is told, in memory."""

    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        self.tracers = TracerProvider()
        self.tracers.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.reader = InMemoryMetricReader()
        self.meters = MeterProvider([self.reader])

    def observer(self, *, http: bool = True) -> OpenTelemetry:
        """Return an observer that tells it."""
        return OpenTelemetry(self.tracers, self.meters, http=http)

    def spans(self) -> tuple[ReadableSpan, ...]:
        """Return the spans that have ended."""
        return self.exporter.get_finished_spans()

    def metrics(self) -> dict[str, Any]:
        """Return the metrics by name."""
        data = self.reader.get_metrics_data()
        scopes = () if data is None else (scope for one in data.resource_metrics for scope in one.scope_metrics)
        return {metric.name: metric for scope in scopes for metric in scope.metrics}

    def points(self, name: str) -> list[Mapping[str, Any]]:
        """Return the attributes of a metric's points, in a fixed order."""
        metric = self.metrics().get(name)
        points = () if metric is None else metric.data.data_points
        return sorted((dict(point.attributes) for point in points), key=str)


@pytest.fixture
def telescope() -> Telescope:
    """Return what watches."""
    return Telescope()


@pytest.fixture
def stytch() -> GatedTransport:
    """Return a Stytch of the test's own."""
    return GatedTransport()


@pytest.fixture
def client(stytch: GatedTransport, telescope: Telescope) -> Client:
    """Return a client that is watched."""
    return Client(transport=stytch, observers=[telescope.observer()], retry=AT_ONCE)


async def test_a_call_is_a_span(client: Client, telescope: Telescope) -> None:
    """Its name is method and template, and its attributes are these and no others."""
    created = await client.users.create(email="ada@example.com")
    telescope.exporter.clear()

    found = await client.users.get(user_id=created.user_id)

    (span,) = telescope.spans()
    assert (span.name, span.kind, span.status.status_code) == (
        "GET /v1/users/{user_id}",
        SpanKind.CLIENT,
        StatusCode.UNSET,
    )
    assert span.attributes == {
        **WHOLE,
        "http.response.status_code": 200,
        "stytch.request_id": found.request_id,
    }
    assert (span.events, span.status.description) == ((), None)


async def test_a_refusal_has_the_type_that_stytch_gives_it(client: Client, telescope: Telescope) -> None:
    """The error itself is not recorded."""
    with pytest.raises(APIError) as caught:
        await client.users.get(user_id=NOBODY)

    (span,) = telescope.spans()
    assert span.attributes == {
        **WHOLE,
        "http.response.status_code": 404,
        "error.type": "user_not_found",
        "stytch.request_id": caught.value.request_id,
    }
    assert (span.status.status_code, span.status.description, span.events) == (StatusCode.ERROR, None, ())


async def test_repeats_are_counted(client: Client, stytch: GatedTransport, telescope: Telescope) -> None:
    """Each is an event that tells what went before, and a point of the metric."""
    stytch.fail_next(client.users.get, lost=True)
    stytch.fail_next(client.users.get, status=503)

    with pytest.raises(APIError) as caught:
        await client.users.get(user_id=NOBODY)

    (span,) = telescope.spans()
    assert span.attributes == {
        **WHOLE,
        "http.request.resend_count": 2,
        "http.response.status_code": 404,
        "error.type": "user_not_found",
        "stytch.request_id": caught.value.request_id,
    }
    assert [(event.name, dict(event.attributes or {})) for event in span.events] == [
        ("retry", {"http.request.resend_count": 1, "error.type": "ReplyLostError"}),
        ("retry", {"http.request.resend_count": 2, "error.type": "503", "http.response.status_code": 503}),
    ]
    assert (
        telescope.points("http.client.request.duration")
        == [
            {**GET_USER, "error.type": "ReplyLostError"},
            {**GET_USER, "error.type": "404", "http.response.status_code": 404},
            {**GET_USER, "error.type": "503", "http.response.status_code": 503},
        ]
        or telescope.points("http.client.request.duration") == []
    )


async def test_what_is_not_sent_is_a_span_without_a_request(client: Client, telescope: Telescope) -> None:
    """A refused argument is named by its class."""
    with pytest.raises(InvalidRequestError):
        await client.users.get(user_id="..")

    (span,) = telescope.spans()
    assert span.attributes == {**WHOLE, "error.type": "InvalidRequestError"}
    assert telescope.points("http.client.request.duration") == []


async def test_an_odd_error_type_is_not_passed_on(client: Client, stytch: GatedTransport, telescope: Telescope) -> None:
    """Whatever a proxy calls its error, it is no name by which to sort."""
    stytch.fail_next(client.users.get, status=400, error_type="Ada <ada@example.com>")

    with pytest.raises(APIError):
        await client.users.get(user_id=NOBODY)

    (span,) = telescope.spans()
    assert (span.attributes or {})["error.type"] == "BadRequestError"


async def test_a_cancelled_call_ends_its_span(client: Client, stytch: GatedTransport, telescope: Telescope) -> None:
    """Nothing is left open."""
    stytch.gate.clear()
    task = asyncio.create_task(client.sessions.authenticate(session_token="a-token"))
    await stytch.arrived.wait()

    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
    (span,) = telescope.spans()
    assert (span.attributes or {})["error.type"] == "CancelledError"
    assert span.status.status_code is StatusCode.ERROR


async def test_a_call_belongs_to_who_makes_it(client: Client, stytch: GatedTransport, telescope: Telescope) -> None:
    """Calls at the same time each have their own parent, and none is the other's child."""
    tracer = telescope.tracers.get_tracer("app")
    stytch.gate.clear()

    async def visit(name: str) -> None:
        with tracer.start_as_current_span(name), pytest.raises(StytchError):
            await client.sessions.authenticate(session_token="a-token")

    visits = [asyncio.create_task(visit(name)) for name in ("first", "second")]
    await stytch.arrived.wait()
    stytch.gate.set()
    await asyncio.gather(*visits)

    spans = telescope.spans()
    parents = {span.context.span_id: span.name for span in spans if span.context and span.name in {"first", "second"}}
    calls = [span for span in spans if span.parent is not None]
    assert sorted(parents[span.parent.span_id] for span in calls if span.parent) == ["first", "second"]


async def test_what_happens_in_a_call_is_its_child(telescope: Telescope) -> None:
    """The span of an instrumented HTTP library is found below the call's."""
    tracer = telescope.tracers.get_tracer("library")

    class Instrumented(GatedTransport):
        async def send(self, request: Any, /) -> Any:
            with tracer.start_as_current_span("library"):
                return await super().send(request)

    client = Client(transport=Instrumented(), observers=[telescope.observer(http=False)])

    await client.users.create(email="ada@example.com")

    inner, outer = telescope.spans()
    assert inner.parent == outer.context
    assert outer.kind is SpanKind.INTERNAL
    assert "http.client.request.duration" not in telescope.metrics()


async def test_nothing_is_sent_along(client: Client, stytch: GatedTransport, telescope: Telescope) -> None:
    """Stytch learns nothing of the app's traces."""
    with telescope.tracers.get_tracer("app").start_as_current_span("page"):
        await client.users.create(email="ada@example.com")

    names = {name.lower() for call in stytch.calls for name in call.request.headers}
    assert names == {"authorization", "content-type", "user-agent"}


async def test_verifications_are_counted(client: Client, telescope: Telescope) -> None:
    """By kind, outcome and reason."""
    login = await client.passwords.create(email="ada@example.com", password=PASSWORD, session_duration_minutes=60)
    for _ in range(3):
        await client.sessions.authenticate_jwt_local(login.session_jwt)
    with pytest.raises(TokenError):
        await client.sessions.authenticate_jwt_local("nonsense")

    metric = telescope.metrics()["stytch.token.verifications"]

    counted = {tuple(sorted(point.attributes.items())): point.value for point in metric.data.data_points}
    user = ("stytch.token.kind", "user_session")
    assert counted == {
        (user, ("stytch.token.outcome", "verified")): 1,
        (user, ("stytch.token.outcome", "remembered")): 2,
        (user, ("stytch.token.outcome", "refused"), ("stytch.token.reason", "malformed")): 1,
    }


async def test_durations_have_the_bounds_that_the_conventions_advise(client: Client, telescope: Telescope) -> None:
    """In seconds."""
    await client.users.create(email="ada@example.com")

    metric = telescope.metrics()["http.client.request.duration"]

    (point,) = metric.data.data_points
    assert metric.unit == "s"
    assert list(point.explicit_bounds) == [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
    assert dict(point.attributes) == {
        "http.request.method": "POST",
        "http.response.status_code": 201,
        "server.address": "test.stytch.com",
        "server.port": 443,
        "url.template": "/v1/users",
    }


async def test_a_base_url_of_ones_own_is_told(stytch: GatedTransport, telescope: Telescope) -> None:
    """With its port and its prefix."""
    client = Client(
        transport=stytch, base_url="https://gateway.example.com:8443/stytch", observers=[telescope.observer()]
    )

    with pytest.raises(StytchError):
        await client.with_options(retry=NO_RETRY).users.get(user_id=NOBODY)

    attributes = telescope.spans()[0].attributes or {}
    assert attributes["url.full"] == "https://gateway.example.com:8443/stytch/v1/users/{user_id}"
    assert (attributes["server.address"], attributes["server.port"]) == ("gateway.example.com", 8443)


async def test_no_secret_and_no_id_is_told(
    client: Client, stytch: GatedTransport, telescope: Telescope, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither in a span, nor in a metric, nor in a log record, whatever happens to a call."""
    caplog.set_level("DEBUG", "stytch_async")
    login = await client.passwords.create(email="ada@example.com", password=PASSWORD, session_duration_minutes=60)
    await client.users.get(user_id=login.user_id)
    await client.users.search(limit=10)
    await client.sessions.get(user_id=login.user_id)
    await client.sessions.authenticate_jwt_local(login.session_jwt)
    await client.sessions.revoke(session_token=login.session_token)
    stytch.fail_next(client.users.delete, lost=True)
    for failing in (
        client.users.delete(user_id=login.user_id),
        client.sessions.authenticate(session_token=login.session_token),
        client.passwords.authenticate(email="ada@example.com", password=PASSWORD),
        client.users.get(user_id=login.user_id),
        client.users.update(user_id=login.user_id, name={"first_name": PASSWORD}),  # type: ignore[arg-type]
    ):
        with pytest.raises(StytchError):
            await failing

    told = [span.to_json() for span in telescope.spans()]
    told += [metric.to_json() for metric in telescope.metrics().values()]
    told += [json.dumps(vars(record), default=repr) for record in caplog.records]
    assert login.session is not None
    ids = [login.user_id, login.session.session_id]
    secrets = ["ada@example.com", PASSWORD, login.session_token, login.session_jwt.split(".")[2]]
    assert [secret for secret in [*secrets, *ids] if any(secret in text for text in told)] == []
    assert len(told) > 20
