import base64
import json
from collections.abc import AsyncIterator
from typing import Any

import attrs
import pytest

from stytch_async import (
    NO_RETRY,
    ConfigurationError,
    HTTPRequest,
    HTTPResponse,
    InvalidRequestError,
    ManagementClient,
    RetryPolicy,
    catalog,
)
from stytch_async.endpoint import ONCE
from stytch_async.schemas.management import event_log_streaming, projects, redirect_urls, sdk
from stytch_async.schemas.management.secrets import Secret

KEY_ID = "workspace-key-prod-00000000-0000-4000-8000-000000000000"
SECRET = "the secret of the workspace"
ENVIRONMENT = {"project_slug": "engines", "environment_slug": "production"}
PLACE = "https://management.stytch.com/pwa/v3/projects/engines/environments/production"
NAMES = [
    "allowed_country_codes.get_allowed_sms_country_codes",
    "allowed_country_codes.set_allowed_sms_country_codes",
    "allowed_country_codes.get_allowed_whatsapp_country_codes",
    "allowed_country_codes.set_allowed_whatsapp_country_codes",
    "email_templates.create",
    "email_templates.get_all",
    "email_templates.get",
    "email_templates.update",
    "email_templates.delete",
    "email_templates.set_default",
    "email_templates.get_default",
    "email_templates.unset_default",
    "environments.create",
    "environments.get_all",
    "environments.get",
    "environments.update",
    "environments.delete",
    "environments.get_metrics",
    "event_log_streaming.get",
    "event_log_streaming.update",
    "event_log_streaming.delete",
    "event_log_streaming.create",
    "event_log_streaming.enable",
    "event_log_streaming.disable",
    "jwt_templates.get",
    "jwt_templates.set",
    "password_strength_config.get",
    "password_strength_config.set",
    "projects.create",
    "projects.get_all",
    "projects.get",
    "projects.update",
    "projects.delete",
    "public_tokens.create",
    "public_tokens.get_all",
    "public_tokens.get",
    "public_tokens.delete",
    "rbac_policy.get",
    "rbac_policy.set",
    "redirect_urls.create",
    "redirect_urls.get",
    "redirect_urls.update",
    "redirect_urls.delete",
    "redirect_urls.get_all",
    "sdk.get_consumer_config",
    "sdk.set_consumer_config",
    "sdk.get_b2b_config",
    "sdk.set_b2b_config",
    "secrets.create",
    "secrets.get_all",
    "secrets.get",
    "secrets.delete",
    "trusted_token_profiles.create",
    "trusted_token_profiles.get_all",
    "trusted_token_profiles.get",
    "trusted_token_profiles.update",
    "trusted_token_profiles.delete",
    "trusted_token_profiles.create_pem_file",
    "trusted_token_profiles.delete_pem_file",
    "trusted_token_profiles.get_pem_file",
]


@attrs.define
class Recorder:
    """A transport that keeps what it carries and answers each request with the same document."""

    document: dict[str, Any] = attrs.field(factory=lambda: {"request_id": "request-id-1", "status_code": 200})
    requests: list[HTTPRequest] = attrs.field(factory=list)
    closed: int = 0

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Keep the request."""
        self.requests.append(request)
        return HTTPResponse(200, {"Content-Type": "application/json"}, json.dumps(self.document).encode())

    async def aclose(self) -> None:
        """Count how often this is called."""
        self.closed += 1

    @property
    def sent(self) -> tuple[str, str, bytes | None]:
        """The method, URL and body of the one request."""
        (request,) = self.requests
        return request.method, request.url, request.content


@pytest.fixture
def recorder() -> Recorder:
    """Return a transport that answers with what every answer has."""
    return Recorder()


@pytest.fixture
async def client(recorder: Recorder) -> AsyncIterator[ManagementClient]:
    """Return a client over the recorder."""
    async with ManagementClient(KEY_ID, SECRET, transport=recorder, retry=NO_RETRY) as client:
        yield client


@pytest.fixture
def variables(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Set the variables that `from_env` needs, and unset the one that it can do without."""
    monkeypatch.setenv("STYTCH_WORKSPACE_KEY_ID", KEY_ID)
    monkeypatch.setenv("STYTCH_WORKSPACE_KEY_SECRET", SECRET)
    monkeypatch.delenv("STYTCH_MANAGEMENT_BASE_URL", raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    ("key_id", "secret", "problem"),
    [
        ("", SECRET, "workspace_key_id is missing"),
        (KEY_ID, "", "workspace_key_secret is missing"),
        ("", "", "workspace_key_id is missing"),
        (f"{KEY_ID}\n", SECRET, "workspace_key_id may hold neither white space nor a colon"),
        (f"{KEY_ID} ", SECRET, "workspace_key_id may hold neither white space nor a colon"),
        (f"{KEY_ID}:{SECRET}", SECRET, "workspace_key_id may hold neither white space nor a colon"),
    ],
)
def test_a_key_that_cannot_work_is_refused(key_id: str, secret: str, problem: str) -> None:
    """A missing part is named, and so is what cannot be sent; no part is shown."""
    with pytest.raises(ConfigurationError, match=problem) as refused:
        ManagementClient(key_id, secret)

    assert SECRET not in str(refused.value)


@pytest.mark.parametrize(
    "base_url",
    [
        "",
        "management.stytch.com",
        "ftp://management.stytch.com",
        "https://management.stytch.com:port",
        "https://ada@management.stytch.com",
        "https://management.stytch.com?project=engines",
        "http://management.stytch.com",
    ],
)
def test_a_base_url_that_cannot_work_is_refused(base_url: str) -> None:
    """The base URL is held against the same rules as that of the other clients."""
    with pytest.raises(ConfigurationError, match="base_url"):
        ManagementClient(KEY_ID, SECRET, base_url=base_url)


def test_a_timeout_that_cannot_work_is_refused() -> None:
    """An attempt takes some time."""
    with pytest.raises(ConfigurationError, match="timeout"):
        ManagementClient(KEY_ID, SECRET, timeout=0)


@pytest.mark.parametrize(
    ("base_url", "url"),
    [
        ("https://gateway.example.com/stytch/", "https://gateway.example.com/stytch/pwa/v3/projects"),
        ("http://localhost:8000", "http://localhost:8000/pwa/v3/projects"),
    ],
)
async def test_a_base_url_takes_the_place_of_the_host(base_url: str, url: str) -> None:
    """A path is kept as a prefix, and this machine may be reached without TLS."""
    recorder = Recorder({"request_id": "request-id-1", "projects": [], "status_code": 200})

    async with ManagementClient(KEY_ID, SECRET, transport=recorder, base_url=base_url) as client:
        await client.projects.get_all()

    assert recorder.sent == ("GET", url, None)


def test_plain_http_elsewhere_is_permitted_on_request(recorder: Recorder) -> None:
    """Whoever passes ``allow_http`` knows what they do."""
    client = ManagementClient(
        KEY_ID, SECRET, transport=recorder, base_url="http://gateway.example.com", allow_http=True
    )

    assert repr(client) == "ManagementClient(base_url='http://gateway.example.com')"


def test_the_repr_shows_no_secret(recorder: Recorder) -> None:
    """The repr of a client tells where its requests go, and neither key nor secret."""
    client = ManagementClient(KEY_ID, SECRET, transport=recorder)

    shown = repr(client)

    assert shown == "ManagementClient(base_url='https://management.stytch.com')"


async def test_the_environment_holds_the_key(variables: pytest.MonkeyPatch, recorder: Recorder) -> None:
    """The key and its secret come from two variables, and Stytch's host is the default."""
    del variables
    recorder.document["projects"] = []

    client = ManagementClient.from_env(transport=recorder)
    await client.projects.get_all()

    assert recorder.sent[1] == "https://management.stytch.com/pwa/v3/projects"
    assert decoded(recorder.requests[0]) == f"{KEY_ID}:{SECRET}"


@pytest.mark.parametrize("name", ["STYTCH_WORKSPACE_KEY_ID", "STYTCH_WORKSPACE_KEY_SECRET"])
@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_variable_is_named(variables: pytest.MonkeyPatch, name: str, value: str | None) -> None:
    """An unset or empty variable is a mistake that tells its name."""
    variables.delenv(name) if value is None else variables.setenv(name, value)

    with pytest.raises(ConfigurationError, match=name):
        ManagementClient.from_env()


@pytest.mark.parametrize(
    ("value", "base_url"),
    [("https://gateway.example.com", "https://gateway.example.com"), ("", "https://management.stytch.com")],
)
def test_the_environment_may_hold_a_base_url(
    variables: pytest.MonkeyPatch, recorder: Recorder, value: str, base_url: str
) -> None:
    """A third variable takes the place of Stytch's host; an empty one does not."""
    variables.setenv("STYTCH_MANAGEMENT_BASE_URL", value)

    client = ManagementClient.from_env(transport=recorder)

    assert repr(client) == f"ManagementClient(base_url={base_url!r})"


def test_an_argument_wins_over_the_environment(variables: pytest.MonkeyPatch, recorder: Recorder) -> None:
    """A base URL in the code is the one that counts."""
    variables.setenv("STYTCH_MANAGEMENT_BASE_URL", "https://gateway.example.com")

    client = ManagementClient.from_env(transport=recorder, base_url="http://localhost:8000")

    assert repr(client) == "ManagementClient(base_url='http://localhost:8000')"


def test_the_operations_are_named_as_they_are_called() -> None:
    """The catalog has the 60 operations of the Management API, under the names that the client has them by."""
    names = [entry.name for entry in catalog.operations() if entry.client == "management"]

    assert names == NAMES


def test_a_product_is_reached_by_its_name(client: ManagementClient) -> None:
    """Every operation of the catalog is an attribute of the client."""
    for name in NAMES:
        product, endpoint = name.split(".")
        assert callable(getattr(getattr(client, product), endpoint))
        assert product in dir(client)


def test_what_creates_is_not_repeated() -> None:
    """A creation is the one thing that a second request would do twice; to set something is not."""
    once = [e.name for e in catalog.operations() if e.client == "management" and e.operation.retry is ONCE]

    assert once == [name for name in NAMES if name.endswith((".create", ".create_pem_file"))]


def decoded(request: HTTPRequest) -> str:
    """Return user and password of HTTP Basic authentication."""
    scheme, _, value = request.headers["Authorization"].partition(" ")
    assert scheme == "Basic"
    return base64.b64decode(value).decode()


async def test_a_call_carries_the_key_of_the_workspace(client: ManagementClient, recorder: Recorder) -> None:
    """Key id and secret go out as HTTP Basic authentication, and the body as JSON."""
    recorder.document["project"] = {"project_slug": "engines", "name": "Analytical Engines", "vertical": "B2B"}

    created = await client.projects.create(name="Analytical Engines", vertical="B2B")

    (request,) = recorder.requests
    assert (request.method, request.url) == ("POST", "https://management.stytch.com/pwa/v3/projects")
    assert json.loads(request.content or b"") == {"name": "Analytical Engines", "vertical": "B2B"}
    assert request.headers["Content-Type"] == "application/json"
    assert decoded(request) == f"{KEY_ID}:{SECRET}"
    assert created.project == projects.Project(project_slug="engines", name="Analytical Engines", vertical="B2B")


async def test_an_argument_fills_the_path(client: ManagementClient, recorder: Recorder) -> None:
    """An argument that the path names is percent-encoded into it, and is not in the body."""
    await client.event_log_streaming.enable(**ENVIRONMENT, destination_type="GRAFANA_LOKI")

    assert recorder.sent == ("POST", f"{PLACE}/event_log_streaming/GRAFANA_LOKI/enable", b"{}")


async def test_a_slug_cannot_lead_elsewhere(client: ManagementClient, recorder: Recorder) -> None:
    """A slug that would change the path is encoded or refused."""
    await client.projects.delete(project_slug="engines/../looms")

    with pytest.raises(InvalidRequestError, match="project_slug"):
        await client.projects.delete(project_slug="..")

    assert recorder.sent == (
        "DELETE",
        "https://management.stytch.com/pwa/v3/projects/engines%2F..%2Flooms",
        None,
    )


async def test_a_redirect_url_is_looked_up_by_query(client: ManagementClient, recorder: Recorder) -> None:
    """A GET has its arguments in the query."""
    recorder.document["redirect_url"] = {"url": "https://example.com/in", "valid_types": []}

    await client.redirect_urls.get(**ENVIRONMENT, url="https://example.com/in")

    assert recorder.sent == ("GET", f"{PLACE}/redirect_urls?url=https%3A%2F%2Fexample.com%2Fin", None)


async def test_an_update_names_the_redirect_url_in_the_query(client: ManagementClient, recorder: Recorder) -> None:
    """Which URL to update stands in the query, and what to make of it in the body."""
    recorder.document["redirect_url"] = {"url": "https://example.com/in", "valid_types": []}
    login = redirect_urls.URLType(is_default=True, type="LOGIN")

    await client.redirect_urls.update(
        **ENVIRONMENT, url="https://example.com/in", valid_types=[login], do_not_promote_defaults=False
    )

    method, url, content = recorder.sent
    assert (method, url) == ("PUT", f"{PLACE}/redirect_urls?url=https%3A%2F%2Fexample.com%2Fin")
    assert json.loads(content or b"") == {
        "valid_types": [{"is_default": True, "type": "LOGIN"}],
        "do_not_promote_defaults": False,
    }


@pytest.mark.parametrize(
    ("options", "query"),
    [({}, ""), ({"do_not_promote_defaults": True}, "&do_not_promote_defaults=true")],
    ids=["promoting", "not promoting"],
)
async def test_a_deletion_has_no_body(
    client: ManagementClient, recorder: Recorder, options: dict[str, bool], query: str
) -> None:
    """All arguments of the deletion of a redirect URL stand in the query."""
    await client.redirect_urls.delete(**ENVIRONMENT, url="https://example.com/in", **options)

    assert recorder.sent == ("DELETE", f"{PLACE}/redirect_urls?url=https%3A%2F%2Fexample.com%2Fin{query}", None)


async def test_settings_travel_as_they_are_nested(client: ManagementClient, recorder: Recorder) -> None:
    """What is left out of nested settings is not sent, and the answer is read into the same classes."""
    config = sdk.B2BConfig(
        sessions=sdk.SessionsConfig(max_session_duration_minutes=60),
        cookies=sdk.CookiesConfig(http_only="ENFORCED"),
    )
    expected = {"sessions": {"max_session_duration_minutes": 60}, "cookies": {"http_only": "ENFORCED"}}
    recorder.document["config"] = expected

    answer = await client.sdk.set_b2b_config(**ENVIRONMENT, config=config)

    method, url, content = recorder.sent
    assert (method, url) == ("PUT", f"{PLACE}/sdk/b2b")
    assert json.loads(content or b"") == {"config": expected}
    assert answer.config == config


@pytest.mark.parametrize(
    "settings",
    [{"user_lock_threshold": 0}, {"user_lock_threshold": 101}, {"user_lock_ttl": 299}, {"user_lock_ttl": 604801}],
    ids=str,
)
async def test_a_lock_outside_its_limits_is_refused(
    client: ManagementClient, recorder: Recorder, settings: dict[str, int]
) -> None:
    """Stytch's limits are held before anything is sent."""
    with pytest.raises(InvalidRequestError) as refused:
        await client.environments.create(project_slug="engines", name="Staging", type="TEST", **settings)

    assert [refused.value.field] == list(settings)
    assert recorder.requests == []


def test_credentials_of_a_destination_are_not_shown() -> None:
    """Neither the key of Datadog nor the password of Grafana Loki is in a repr."""
    config = event_log_streaming.DestinationConfig(
        datadog=event_log_streaming.DatadogConfig(api_key="the key"),
        grafana_loki=event_log_streaming.GrafanaLokiConfig(
            hostname="logs.example.com", username="ada", password="the password"
        ),
    )

    shown = repr(config)

    assert "logs.example.com" in shown
    assert "the key" not in shown
    assert "the password" not in shown


async def test_a_new_secret_is_readable_and_not_shown(client: ManagementClient, recorder: Recorder) -> None:
    """The secret of a project comes once: as an attribute, and in no repr."""
    recorder.document["secret"] = {"secret_id": "secret-1", "secret": "secret-test-new", "created_at": None}

    created = await client.secrets.create(**ENVIRONMENT)

    assert created.secret == Secret(secret_id="secret-1", secret="secret-test-new")
    assert "secret-test-new" not in repr(created)
    assert "secret-test-new" not in repr(created.secret)


async def test_a_client_with_other_options_shares_the_transport(recorder: Recorder) -> None:
    """Only the client that came with the transport closes it."""
    client = ManagementClient(KEY_ID, SECRET, transport=recorder)

    patient = client.with_options(timeout=30, retry=RetryPolicy())
    await patient.projects.delete(project_slug="engines")
    await patient.aclose()

    assert isinstance(patient, ManagementClient)
    assert recorder.closed == 0
    await client.aclose()
    assert recorder.closed == 1
