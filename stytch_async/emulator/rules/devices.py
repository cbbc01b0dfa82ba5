"""Devices, as they are seen for the first time and again."""

import datetime as dt
from typing import Final

from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account, Sighting
from stytch_async.emulator.state.rows.fraud import Device
from stytch_async.schemas.shared import DeviceAttributeDetails, DeviceInfo

__all__ = ["known_device", "new_device", "recognize"]

LIFETIME: Final = dt.timedelta(minutes=10)
"""How long a telemetry id is good; inferred."""

PREFIXES: Final = {
    "VISITOR_ID": "visitor",
    "BROWSER_ID": "browser-id",
    "VISITOR_FINGERPRINT": "visitor-fingerprint",
    "BROWSER_FINGERPRINT": "browser-fingerprint",
    "HARDWARE_FINGERPRINT": "hardware-fingerprint",
    "NETWORK_FINGERPRINT": "network-fingerprint",
}
"""What the values of fingerprints begin with (behaviour-more U2)."""


def new_device(project: Project, telemetry_id: str | None, like: Device | None) -> Device:
    """Return a device that raises no flags and is not stored yet; one like another has the same fingerprints."""
    made = {name: f"{prefix}-{project.ids.uuid()}" for name, prefix in PREFIXES.items()}
    return Device(
        telemetry_id=telemetry_id or project.ids.uuid(),
        identifiers=made if like is None else dict(like.identifiers),
        ip_address="192.0.2.1",
        user_agent="Mozilla/5.0",
        device_type="MAC_ARM",
        is_authentic=True,
        is_proxy=False,
        is_vpn=False,
        reasons=[],
        created_at=project.now,
        expires_at=project.now + LIFETIME,
    )


def known_device(project: Project, telemetry_id: str) -> Device | None:
    """Return the device that a telemetry id stands for, ``None`` for an id that is unknown or has expired."""
    device = project.devices.get(telemetry_id)
    return device if device is not None and device.expires_at > project.now else None


def recognize(project: Project, account: Account, telemetry_id: str) -> DeviceInfo | None:
    """Tell of the device that somebody logs in with, and remember it (behaviour-more U12).

    Nothing is told of a device that is not known; that the login succeeds all the same is inferred.
    """
    device = known_device(project, telemetry_id)
    if device is None:
        return None
    visitor_id, country = device.identifiers["VISITOR_ID"], device.identifiers["COUNTRY_CODE"]
    return DeviceInfo(
        visitor_id=visitor_id,
        visitor_id_details=_seen(project, account, "visitor_id", visitor_id),
        ip_address=device.ip_address,
        ip_address_details=_seen(project, account, "ip_address", device.ip_address),
        ip_geo_country=country,
        ip_geo_country_details=_seen(project, account, "country", country),
    )


def _seen(project: Project, account: Account, trait: str, value: str) -> DeviceAttributeDetails:
    """Tell since when a trait is known for somebody, this login included (inferred)."""
    known = account.sightings.get((trait, value))
    now = Sighting(first_seen_at=known.first_seen_at if known else project.now, last_seen_at=project.now)
    account.sightings[trait, value] = now
    return DeviceAttributeDetails(is_new=known is None, first_seen_at=now.first_seen_at, last_seen_at=now.last_seen_at)
