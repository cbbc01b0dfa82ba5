from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import ManagementClient
from stytch_async.emulator import Workspace
from stytch_async.schemas.management.event_log_streaming import DatadogConfig, DestinationConfig, GrafanaLokiConfig

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Place = dict[str, str]

KEY = "0123456789abcdef0123456789abcdef"
DATADOG = DestinationConfig(datadog=DatadogConfig(api_key=KEY, site="EU"))
LOKI = DestinationConfig(grafana_loki=GrafanaLokiConfig(hostname="logs.example.com", username="7", password="hush!"))


async def test_a_destination_is_made_switched_and_let_go(
    management: ManagementClient, refusal: Refusal, shop: Place
) -> None:
    """It is disabled at first, and masked once it was written."""
    streaming, place = management.event_log_streaming, {**shop, "destination_type": "DATADOG"}
    created = (await streaming.create(**place, destination_config=DATADOG)).event_log_streaming_config
    await streaming.enable(**place)
    enabled = (await streaming.get(**place)).event_log_streaming_config
    await streaming.disable(**place)
    disabled = (await streaming.get(**place)).event_log_streaming_config
    await streaming.delete(**place)

    assert (created.destination_config, created.streaming_status) == (DATADOG, "DISABLED")
    assert (enabled.streaming_status, disabled.streaming_status) == ("ACTIVE", "DISABLED")
    assert enabled.destination_config is not None
    assert enabled.destination_config.datadog is not None
    assert enabled.destination_config.datadog.api_key_last_four == KEY[-4:]
    assert enabled.destination_config.grafana_loki is None
    assert await refusal(streaming.get(**place)) == (404, "event_log_streaming_not_found")


async def test_a_destination_is_changed_and_flows_on(
    management: ManagementClient, workspace: Workspace, shop: Place
) -> None:
    """The answer tells what was written, in full."""
    streaming, place = management.event_log_streaming, {**shop, "destination_type": "GRAFANA_LOKI"}
    await streaming.create(**place, destination_config=LOKI)
    await streaming.enable(**place)
    other = DestinationConfig(grafana_loki=GrafanaLokiConfig(hostname="b.example.com", username="8", password="other"))

    updated = (await streaming.update(**place, destination_config=other)).event_log_streaming_config

    masked = (await streaming.get(**place)).event_log_streaming_config.destination_config
    assert (updated.destination_config, updated.streaming_status) == (other, "ACTIVE")
    assert masked is not None
    assert masked.grafana_loki is not None
    assert (masked.grafana_loki.hostname, masked.grafana_loki.password_last_four) == ("b.example.com", "ther")
    assert "other" not in repr([*workspace.environments()])


async def test_an_environment_has_one_destination_of_each_type(
    management: ManagementClient, refusal: Refusal, shop: Place
) -> None:
    """Two types, two destinations."""
    create = management.event_log_streaming.create
    await create(**shop, destination_type="DATADOG", destination_config=DATADOG)
    await create(**shop, destination_type="GRAFANA_LOKI", destination_config=LOKI)

    again = await refusal(create(**shop, destination_type="DATADOG", destination_config=DATADOG))

    assert again == (400, "event_log_streaming_too_many_destinations")


@pytest.mark.parametrize(
    ("destination", "config", "error"),
    [
        ("DATADOG", None, "event_log_streaming_bad_datadog_config"),
        ("DATADOG", LOKI, "event_log_streaming_bad_datadog_config"),
        (
            "DATADOG",
            DestinationConfig(datadog=DatadogConfig(api_key="x", site="EU")),
            "event_log_streaming_bad_datadog_config",
        ),
        (
            "DATADOG",
            DestinationConfig(datadog=DatadogConfig(api_key=KEY, site="MARS")),
            "event_log_streaming_bad_datadog_config",
        ),
        ("GRAFANA_LOKI", DATADOG, "event_log_streaming_bad_grafana_loki_config"),
        (
            "GRAFANA_LOKI",
            DestinationConfig(grafana_loki=GrafanaLokiConfig(hostname="", username="7", password="x")),
            "event_log_streaming_bad_grafana_loki_config",
        ),
        ("SPLUNK", DATADOG, "event_log_streaming_invalid_destination_type"),
    ],
)
async def test_what_leads_nowhere_is_refused(
    management: ManagementClient,
    refusal: Refusal,
    shop: Place,
    *,
    destination: str,
    config: DestinationConfig | None,
    error: str,
) -> None:
    """A destination is told as its type wants it."""
    call = management.event_log_streaming.create(**shop, destination_type=destination, destination_config=config)

    assert await refusal(call) == (400, error)


async def test_an_unknown_destination_is_not_found(management: ManagementClient, refusal: Refusal, shop: Place) -> None:
    """Whatever is asked of it."""
    streaming, place = management.event_log_streaming, {**shop, "destination_type": "DATADOG"}

    found = [
        await refusal(call)
        for call in (
            streaming.get(**place),
            streaming.update(**place, destination_config=DATADOG),
            streaming.delete(**place),
            streaming.enable(**place),
            streaming.disable(**place),
        )
    ]

    assert set(found) == {(404, "event_log_streaming_not_found")}
