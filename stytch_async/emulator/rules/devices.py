"""Devices, as they are seen for the first time and again."""

import datetime as dt
from typing import Final

from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.fraud import Device

__all__ = ["new_device"]

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
