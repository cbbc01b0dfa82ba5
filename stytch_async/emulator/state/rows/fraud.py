"""Devices as their telemetry tells of them, and what is decided by hand about devices, networks and warning flags."""

import datetime as dt

import attrs

from stytch_async.emulator.state.tables import Table

__all__ = ["Device", "DeviceRule", "DeviceRules", "Devices", "ReasonOverride", "ReasonOverrides"]


@attrs.define(kw_only=True, eq=False)
class Device:
    """What a telemetry id stands for.

    Attributes:
        identifiers: By type of rule, such as ``VISITOR_ID`` or ``ASN``: what a rule may know the device by.
        ip_address: Its address.
        reasons: The warning flags that it raises.
        external_metadata: What the app has attached to the telemetry id.

    """

    telemetry_id: str
    identifiers: dict[str, str]
    ip_address: str
    user_agent: str
    device_type: str
    is_authentic: bool
    is_proxy: bool
    is_vpn: bool
    reasons: list[str]
    created_at: dt.datetime
    expires_at: dt.datetime
    external_metadata: dict[str, str] = attrs.field(factory=dict[str, str])


@attrs.define(kw_only=True, eq=False)
class DeviceRule:
    """A decision about whatever has an identifier.

    Attributes:
        expires_at: ``None`` for a rule that stays.

    """

    type: str
    identifier: str
    action: str
    description: str | None
    created_at: dt.datetime
    expires_at: dt.datetime | None
    last_updated_at: dt.datetime | None = None


@attrs.define(kw_only=True, eq=False)
class ReasonOverride:
    """How much a warning flag weighs, where that is not the default."""

    reason: str
    action: str
    description: str | None
    created_at: dt.datetime


class Devices(Table[Device]):
    """The devices of a project, by telemetry id."""

    def __init__(self) -> None:
        super().__init__(lambda device: device.telemetry_id)


class DeviceRules(Table[DeviceRule]):
    """The rules of a project, by what they go by."""

    def __init__(self) -> None:
        super().__init__(lambda rule: f"{rule.type}:{rule.identifier}")


class ReasonOverrides(Table[ReasonOverride]):
    """The overrides of a project, by warning flag."""

    def __init__(self) -> None:
        super().__init__(lambda override: override.reason)
