"""Lookups of device fingerprints."""

import attrs

from stytch_async.api.both.fraud import Fingerprint
from stytch_async.emulator.refusals.fraud import TELEMETRY_ID_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.devices import known_device
from stytch_async.emulator.rules.verdicts import judge
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.fraud import Device
from stytch_async.schemas.both import fraud as schemas

__all__: list[str] = []


@handles(Fingerprint.lookup)
def lookup(project: Project, request: schemas.FingerprintLookupRequest) -> schemas.FingerprintLookupResponse:
    """Judge the device that a telemetry id stands for."""
    device = known_device(project, request.telemetry_id)
    if device is None:
        raise Refusal(TELEMETRY_ID_NOT_FOUND)
    given = attrs.asdict(request.external_metadata or schemas.ExternalMetadata())
    device.external_metadata |= {name: value for name, value in given.items() if value is not None}
    return schemas.FingerprintLookupResponse(
        telemetry_id=device.telemetry_id,
        fingerprints=_fingerprints(device),
        verdict=_verdict(project, device),
        external_metadata=schemas.ExternalMetadata(**device.external_metadata),
        created_at=device.created_at,
        expires_at=device.expires_at,
        properties=_properties(device),
        **project.envelope(),
    )


def _fingerprints(device: Device) -> schemas.Fingerprints:
    known = device.identifiers
    return schemas.Fingerprints(
        network_fingerprint=known["NETWORK_FINGERPRINT"],
        hardware_fingerprint=known["HARDWARE_FINGERPRINT"],
        browser_fingerprint=known["BROWSER_FINGERPRINT"],
        visitor_fingerprint=known["VISITOR_FINGERPRINT"],
        visitor_id=known["VISITOR_ID"],
        browser_id=known["BROWSER_ID"],
    )


def _verdict(project: Project, device: Device) -> schemas.Verdict:
    judgement = judge(project, device)
    overrides, rule = judgement.overrides.items(), judgement.rule
    return schemas.Verdict(
        action=judgement.action,
        reasons=judgement.reasons,
        detected_device_type=device.device_type,
        is_authentic_device=device.is_authentic,
        verdict_reason_overrides=[
            schemas.VerdictReasonOverride(verdict_reason=reason, override_action=action) for reason, action in overrides
        ],
        rule_match_type=rule.type if rule else None,
        rule_match_identifier=rule.identifier if rule else None,
    )


def _properties(device: Device) -> schemas.Properties:
    return schemas.Properties(
        network_properties=schemas.NetworkProperties(
            ip_address=device.ip_address,
            asn=schemas.ASNProperties(asn=device.identifiers["ASN"], name="", network=""),
            ip_geolocation=schemas.IPGeoProperties(city="", region="", country=device.identifiers["COUNTRY_CODE"]),
            is_proxy=device.is_proxy,
            is_vpn=device.is_vpn,
        ),
        browser_properties=schemas.BrowserProperties(user_agent=device.user_agent),
    )
