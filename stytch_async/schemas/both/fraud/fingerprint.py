"""Lookups of device fingerprints."""

import datetime as dt
from typing import Annotated, Any

import attrs

from stytch_async.schemas.both.fraud.actions import VerdictAction
from stytch_async.schemas.both.fraud.rules import RuleType
from stytch_async.schemas.markers import Spelt

__all__ = [
    "ASNProperties",
    "BrowserProperties",
    "ExternalMetadata",
    "ExternalText",
    "FingerprintLookupRequest",
    "FingerprintLookupResponse",
    "Fingerprints",
    "IPGeoProperties",
    "NetworkProperties",
    "Properties",
    "Verdict",
    "VerdictReasonOverride",
]


ExternalText = Annotated[str, Spelt(r"[A-Za-z0-9_+.@-]{0,65}", "at most 65 letters, digits or characters of _ + . @ -")]
"""What the app may attach to a telemetry id."""


@attrs.define(kw_only=True)
class ASNProperties:
    """The network operator (autonomous system) that an address belongs to.

    Attributes:
        network: A CIDR block of the operator.

    """

    __schema__ = "api_fraud_v1_ASNProperties"

    asn: str
    name: str
    network: str


@attrs.define(kw_only=True)
class BrowserProperties:
    """What is known of a browser."""

    __schema__ = "api_fraud_v1_BrowserProperties"

    user_agent: str


@attrs.define(kw_only=True)
class Fingerprints:
    """What a device can be recognized by.

    Attributes:
        network_fingerprint: How the connection is encrypted (TLS); many people share one.
        hardware_fingerprint: Operating system and architecture; many people share one.
        browser_fingerprint: Browser and version; many people share one.
        visitor_fingerprint: A person's device, recognized without a cookie.
        visitor_id: A cookie on the device.
        browser_id: The cookie and the network fingerprint combined.

    """

    __schema__ = "api_fraud_v1_Fingerprints"

    network_fingerprint: str
    hardware_fingerprint: str
    browser_fingerprint: str
    visitor_fingerprint: str
    visitor_id: str | None = None
    browser_id: str | None = None


@attrs.define(kw_only=True)
class IPGeoProperties:
    """Where an IP address is."""

    __schema__ = "api_fraud_v1_IPGeoProperties"

    city: str
    region: str
    country: str


@attrs.define(kw_only=True)
class ExternalMetadata:
    """What the app attaches to a telemetry id, to search for it in the dashboard.

    Attributes:
        external_id: For instance the app's own id of the user.
        user_action: For instance ``login``.

    """

    __schema__ = "api_fraud_v1_Metadata"

    external_id: ExternalText | None = None
    organization_id: ExternalText | None = None
    user_action: ExternalText | None = None


@attrs.define(kw_only=True)
class NetworkProperties:
    """What is known of a network."""

    __schema__ = "api_fraud_v1_NetworkProperties"

    ip_address: str
    asn: ASNProperties
    ip_geolocation: IPGeoProperties
    is_proxy: bool
    is_vpn: bool


@attrs.define(kw_only=True)
class Properties:
    """What is known of a browser and its network."""

    __schema__ = "api_fraud_v1_Properties"

    network_properties: NetworkProperties
    browser_properties: BrowserProperties


@attrs.define(kw_only=True)
class VerdictReasonOverride:
    """A reason that was weighed otherwise than by default."""

    __schema__ = "api_fraud_v1_VerdictReasonOverride"

    verdict_reason: str
    override_action: VerdictAction | str


@attrs.define(kw_only=True)
class Verdict:
    """What to do with a device, and why.

    Attributes:
        reasons: The warning flags that were raised, such as ``VIRTUAL_MACHINE``.
        detected_device_type: The operating system and architecture that the device really has.
        is_authentic_device: False where it pretends to be another one.
        rule_match_type: What the rule goes by that decided, if ``RULE_MATCH`` is among the reasons.
        rule_match_identifier: The value in that rule.

    """

    __schema__ = "api_fraud_v1_Verdict"

    action: VerdictAction | str
    reasons: list[str]
    detected_device_type: str
    is_authentic_device: bool
    verdict_reason_overrides: list[VerdictReasonOverride]
    rule_match_type: RuleType | str | None = None
    rule_match_identifier: str | None = None


@attrs.define(kw_only=True)
class FingerprintLookupRequest:
    """Judge the device that a telemetry id stands for.

    The id comes from ``GetTelemetryID()`` in the browser. An id that is not known may well be made up: treat that error
    like a verdict of ``BLOCK``.

    Args:
        external_metadata: The app's own ids, to find the lookup by in the dashboard.

    Raises:
        NotFoundError: ``telemetry_id_not_found`` (unknown or expired).

    Source: `POST /v1/fingerprint/lookup <https://stytch.com/docs/api-reference/fraud/api/fingerprint-lookup>`_
    """

    __schema__ = "api_fraud_v1_fraud_fingerprint_LookupRequest"

    telemetry_id: str
    external_metadata: ExternalMetadata | None = None


@attrs.define(kw_only=True)
class FingerprintLookupResponse:
    """The verdict, and what it rests on.

    Attributes:
        created_at: When the fingerprint was taken.
        raw_signals: The traits of the device, where the project is enabled for them.

    """

    __schema__ = "api_fraud_v1_fraud_fingerprint_LookupResponse"

    request_id: str
    telemetry_id: str
    fingerprints: Fingerprints
    verdict: Verdict
    external_metadata: ExternalMetadata
    created_at: dt.datetime
    expires_at: dt.datetime
    status_code: int
    properties: Properties | None = None
    raw_signals: dict[str, Any] | None = None
