from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.emulator.state.rows.fraud import Device
from stytch_async.schemas.both.fraud import ExternalMetadata
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

PROJECT_ID = "project-test-00000000-0000-4000-8000-000000000000"


@pytest.fixture
def device(transport: InMemoryTransport) -> Device:
    """Return a device that raises a flag."""
    return transport.add_device(reasons=["VIRTUAL_MACHINE"], ip_address="198.51.100.7", country_code="CA")


async def judged(client: Client | B2BClient, device: Device) -> tuple[str, list[str], str | None]:
    """Look a device up, and tell what to do with it, why, and by which rule."""
    verdict = (await client.fraud.fingerprint.lookup(telemetry_id=device.telemetry_id)).verdict
    return verdict.action, verdict.reasons, verdict.rule_match_type


async def test_lookup_tells_of_the_device(client: Client, b2b: B2BClient, device: Device) -> None:
    """The same for both kinds of project; what the app attaches stays."""
    metadata = ExternalMetadata(external_id="ada-7", user_action="login")
    await client.fraud.fingerprint.lookup(telemetry_id=device.telemetry_id, external_metadata=metadata)

    found = await b2b.fraud.fingerprint.lookup(telemetry_id=device.telemetry_id)

    assert found.properties is not None
    assert found.fingerprints.visitor_id == device.identifiers["VISITOR_ID"]
    assert found.properties.network_properties.ip_address == "198.51.100.7"
    assert (found.external_metadata, found.created_at) == (metadata, device.created_at)
    assert (found.verdict.action, found.verdict.reasons) == ("CHALLENGE", ["VIRTUAL_MACHINE"])


async def test_device_without_flags_is_let_in(transport: InMemoryTransport, client: Client) -> None:
    """Nothing speaks against it."""
    device = transport.add_device("telemetry-1")

    found = await judged(client, device)

    assert (device.telemetry_id, found) == ("telemetry-1", ("ALLOW", [], None))


async def test_unknown_and_expired_telemetry_are_refused(
    project: Project, client: Client, device: Device, refusal: Refusal
) -> None:
    """Whoever makes an id up learns nothing."""
    project.clock.advance(minutes=10)

    found = [
        await refusal(client.fraud.fingerprint.lookup(telemetry_id=name)) for name in ("mine", device.telemetry_id)
    ]

    assert found == [(404, "telemetry_id_not_found")] * 2


async def test_rule_decides_before_flags(transport: InMemoryTransport, client: Client, device: Device) -> None:
    """It holds for the device when it comes again, until it is removed."""
    visitor_id = device.identifiers["VISITOR_ID"]
    again = transport.add_device(like=device)
    await client.fraud.rules.set(action="BLOCK", visitor_id=visitor_id)
    blocked = await judged(client, again)

    await client.fraud.rules.set(action="NONE", visitor_id=visitor_id)

    assert blocked == ("BLOCK", ["RULE_MATCH"], "VISITOR_ID")
    assert await judged(client, again) == ("ALLOW", [], None)


async def test_rule_expires(project: Project, client: Client, device: Device) -> None:
    """A rule for five minutes is gone after them."""
    await client.fraud.rules.set(action="ALLOW", asn="64496", expires_in_minutes=5)
    before = await judged(client, device)
    project.clock.advance(minutes=5)

    after = await judged(client, device)

    assert (before[0], after[0]) == ("ALLOW", "CHALLENGE")
    assert (await client.fraud.rules.list()).rules == []


async def test_closest_rule_decides(client: Client, device: Device) -> None:
    """What names the device goes before its network, and a small network before a large one."""
    rules = client.fraud.rules
    await rules.set(action="BLOCK", country_code="CA")
    by_country = await judged(client, device)
    await rules.set(action="CHALLENGE", cidr_block="198.51.0.0/16")
    by_block = await judged(client, device)
    await rules.set(action="ALLOW", cidr_block="198.51.100.7")
    by_address = await judged(client, device)
    await rules.set(action="BLOCK", browser_id=device.identifiers["BROWSER_ID"])

    by_browser = await judged(client, device)

    found = [by_country, by_block, by_address, by_browser]
    assert [(action, rule) for action, _, rule in found] == [
        ("BLOCK", "COUNTRY_CODE"),
        ("CHALLENGE", "CIDR_BLOCK"),
        ("ALLOW", "CIDR_BLOCK"),
        ("BLOCK", "BROWSER_ID"),
    ]


@pytest.mark.parametrize(
    ("rule", "error_type"),
    [
        ({}, "bad_request"),
        ({"asn": "1", "country_code": "CA"}, "bad_request"),
        ({"asn": "4294967296"}, "bad_request"),
        ({"asn": "one"}, "bad_request"),
        ({"country_code": "CA", "action": "ALLOW"}, "bad_request"),
        ({"country_code": "Canada"}, "bad_request"),
        ({"asn": "1", "action": "SHRUG"}, "bad_request"),
        ({"asn": "1", "expires_in_minutes": 0}, "bad_request"),
        ({"cidr_block": "everywhere"}, "bad_request"),
        ({"cidr_block": "198.0.0.0/15"}, "cidr_block_invalid_prefix"),
    ],
)
async def test_rule_that_cannot_be_is_refused(
    client: Client, refusal: Refusal, rule: dict[str, Any], error_type: str
) -> None:
    """A rule goes by one identifier that can be, and does what can be done."""
    arguments: dict[str, Any] = {"action": "BLOCK", **rule}

    found = await refusal(client.fraud.rules.set(**arguments))

    assert found == (400, error_type)


async def test_rules_are_listed_by_the_page(project: Project, client: Client, refusal: Refusal) -> None:
    """Ten at a time; a changed rule says when."""
    for number in range(11):
        await client.fraud.rules.set(action="BLOCK", asn=str(number))
    project.clock.advance(minutes=1)
    await client.fraud.rules.set(action="CHALLENGE", asn="10", description="Noisy.")

    first = await client.fraud.rules.list()

    second = await client.fraud.rules.list(cursor=first.next_cursor)
    changed = second.rules[0]
    assert (len(first.rules), len(second.rules), second.next_cursor) == (10, 1, "")
    assert (changed.asn, changed.action, changed.description) == ("10", "CHALLENGE", "Noisy.")
    assert (changed.last_updated_at, first.rules[0].last_updated_at) == (project.now, None)
    assert await refusal(client.fraud.rules.list(cursor="mine")) == (400, "dfp_rule_invalid_cursor")


async def test_flag_weighs_what_is_decided(client: Client, device: Device) -> None:
    """Until the default is brought back."""
    reasons = client.fraud.verdict_reasons
    decided = await reasons.override(verdict_reason="VIRTUAL_MACHINE", override_action="BLOCK")
    found = await client.fraud.fingerprint.lookup(telemetry_id=device.telemetry_id)
    listed = await reasons.list(overrides_only=True)
    await reasons.override(verdict_reason="VIRTUAL_MACHINE", override_action="NONE")

    after = await reasons.list(overrides_only=True)

    assert listed.verdict_reason_actions == [decided.verdict_reason_action]
    assert decided.verdict_reason_action.default_action == "CHALLENGE"
    assert (found.verdict.action, found.verdict.verdict_reason_overrides[0].override_action) == ("BLOCK", "BLOCK")
    assert after.verdict_reason_actions == []


@pytest.mark.parametrize("arguments", [("RULE_MATCH", "BLOCK"), ("VIRTUAL_MACHINE", "SHRUG")])
async def test_flag_that_cannot_be_weighed_is_refused(
    client: Client, refusal: Refusal, arguments: tuple[str, str]
) -> None:
    """A rule's match is not a flag, and there are four actions."""
    reason, action = arguments

    found = await refusal(client.fraud.verdict_reasons.override(verdict_reason=reason, override_action=action))

    assert found == (400, "bad_request")


@pytest.mark.parametrize(
    ("email", "action"),
    [
        ("ada@example.com", "ALLOW"),
        ("support@example.com", "ALLOW"),
        ("ada@mailinator.com", "CHALLENGE"),
        ("a.d.a+1@example.com", "CHALLENGE"),
        ("ada@nowhere.invalid", "BLOCK"),
        ("ada", "BLOCK"),
    ],
)
async def test_address_is_judged_by_what_it_looks_like(client: Client, email: str, action: str) -> None:
    """The worse it looks, the higher the risk."""
    found = await client.fraud.email.risk(email_address=email)

    assert (found.action, found.risk_score >= 70) == (action, action != "ALLOW")


async def test_tumbling_address_is_normalized(client: Client) -> None:
    """Dots and what follows a plus sign make no other address."""
    found = await client.fraud.email.risk(email_address="A.da+news@example.com")

    assert found.address_information.normalized_email == "ada@example.com"
    assert found.address_information.tumbling_character_count == 2


async def test_foreign_credentials_are_refused_in_words_of_this_host(refusal: Refusal) -> None:
    """The host of fraud says it in another way than the others."""
    project = Project(project_id=PROJECT_ID, secret="secret-test-of-the-project")
    transport = InMemoryTransport(project)
    async with Client(PROJECT_ID, "secret-test-of-somebody", transport=transport) as client:
        found = [await refusal(client.fraud.rules.list()), await refusal(client.debug.whoami())]

    assert found == [(401, "unauthorized_credentials_error"), (401, "unauthorized_credentials")]
