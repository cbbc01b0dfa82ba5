"""TODO"""

import datetime as dt
import enum
from typing import Any

import attrs

from stytch_async.schemas.markers import Metadata, PageLimit

__all__ = [
    "ASNProperties",
    "Action",
    "Action",
    "AddressInformation",
    "BrowserProperties",
    "DomainInformation",
    "EmailRiskRequest",
    "EmailRiskResponse",
    "FingerprintLookupRequest",
    "FingerprintLookupResponse",
    "Fingerprints",
    "IPGeoProperties",
    "Metadata",
    "NetworkProperties",
    "Properties",
    "Rule",
    "RuleType",
    "RulesListRequest",
    "RulesListResponse",
    "RulesSetRequest",
    "RulesSetResponse",
    "Verdict",
    "VerdictReasonAction",
    "VerdictReasonOverride",
    "VerdictReasonsListRequest",
    "VerdictReasonsListResponse",
    "VerdictReasonsOverrideRequest",
    "VerdictReasonsOverrideResponse",
]


@attrs.define(kw_only=True)
class ASNProperties:
    """TODO"""

    __schema__ = "api_fraud_v1_ASNProperties"

    asn: str
    name: str
    network: str


@attrs.define(kw_only=True)
class AddressInformation:
    """TODO"""

    __schema__ = "api_fraud_v1_AddressInformation"

    has_known_bounces: bool
    has_valid_syntax: bool
    is_suspected_role_address: bool
    normalized_email: str
    tumbling_character_count: int


@attrs.define(kw_only=True)
class BrowserProperties:
    """TODO"""

    __schema__ = "api_fraud_v1_BrowserProperties"

    user_agent: str


@attrs.define(kw_only=True)
class DomainInformation:
    """TODO"""

    __schema__ = "api_fraud_v1_DomainInformation"

    has_mx_or_a_record: bool
    is_disposable_domain: bool


@attrs.define(kw_only=True)
class Fingerprints:
    """TODO"""

    __schema__ = "api_fraud_v1_Fingerprints"

    network_fingerprint: str
    hardware_fingerprint: str
    browser_fingerprint: str
    visitor_fingerprint: str
    visitor_id: str | None = None
    browser_id: str | None = None


@attrs.define(kw_only=True)
class IPGeoProperties:
    """TODO"""

    __schema__ = "api_fraud_v1_IPGeoProperties"

    city: str
    region: str
    country: str


@attrs.define(kw_only=True)
class Metadata:
    """TODO"""

    __schema__ = "api_fraud_v1_Metadata"

    external_id: str | None = None
    organization_id: str | None = None
    user_action: str | None = None


@attrs.define(kw_only=True)
class NetworkProperties:
    """TODO"""

    __schema__ = "api_fraud_v1_NetworkProperties"

    ip_address: str
    asn: ASNProperties
    ip_geolocation: IPGeoProperties
    is_proxy: bool
    is_vpn: bool


class Action(enum.StrEnum):
    """TODO"""

    __schema__ = "api_fraud_v1_OverrideRequestAction"

    ALLOW = "ALLOW"
    CHALLENGE = "CHALLENGE"
    BLOCK = "BLOCK"
    NONE = "NONE"


@attrs.define(kw_only=True)
class Properties:
    """TODO"""

    __schema__ = "api_fraud_v1_Properties"

    network_properties: NetworkProperties
    browser_properties: BrowserProperties


class Action(enum.StrEnum):
    """TODO"""

    __schema__ = "api_fraud_v1_RiskResponseAction"

    ALLOW = "ALLOW"
    CHALLENGE = "CHALLENGE"
    BLOCK = "BLOCK"


class RuleType(enum.StrEnum):
    """TODO"""

    __schema__ = "api_fraud_v1_RuleType"

    VISITOR_ID = "VISITOR_ID"
    BROWSER_ID = "BROWSER_ID"
    VISITOR_FINGERPRINT = "VISITOR_FINGERPRINT"
    BROWSER_FINGERPRINT = "BROWSER_FINGERPRINT"
    HARDWARE_FINGERPRINT = "HARDWARE_FINGERPRINT"
    NETWORK_FINGERPRINT = "NETWORK_FINGERPRINT"
    CIDR_BLOCK = "CIDR_BLOCK"
    ASN = "ASN"
    COUNTRY_CODE = "COUNTRY_CODE"


@attrs.define(kw_only=True)
class Rule:
    """TODO"""

    __schema__ = "api_fraud_v1_Rule"

    rule_type: RuleType | str
    action: Action | str
    created_at: dt.datetime
    visitor_id: str | None = None
    browser_id: str | None = None
    visitor_fingerprint: str | None = None
    browser_fingerprint: str | None = None
    hardware_fingerprint: str | None = None
    network_fingerprint: str | None = None
    cidr_block: str | None = None
    country_code: str | None = None
    asn: str | None = None
    description: str | None = None
    expires_at: dt.datetime | None = None
    last_updated_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class VerdictReasonOverride:
    """TODO"""

    __schema__ = "api_fraud_v1_VerdictReasonOverride"

    verdict_reason: str
    override_action: Action | str


@attrs.define(kw_only=True)
class Verdict:
    """TODO"""

    __schema__ = "api_fraud_v1_Verdict"

    action: Action | str
    reasons: list[str]
    detected_device_type: str
    is_authentic_device: bool
    verdict_reason_overrides: list[VerdictReasonOverride]
    rule_match_type: RuleType | str | None = None
    rule_match_identifier: str | None = None


@attrs.define(kw_only=True)
class VerdictReasonAction:
    """TODO"""

    __schema__ = "api_fraud_v1_VerdictReasonAction"

    verdict_reason: str
    default_action: Action | str
    override_action: Action | str | None = None
    override_created_at: dt.datetime | None = None
    override_description: str | None = None


@attrs.define(kw_only=True)
class FingerprintLookupRequest:
    """TODO

    Source: `POST /v1/fingerprint/lookup <TODO>`_
    """

    __schema__ = "api_fraud_v1_fraud_fingerprint_LookupRequest"

    telemetry_id: str
    external_metadata: Metadata | None = None


@attrs.define(kw_only=True)
class FingerprintLookupResponse:
    """TODO"""

    __schema__ = "api_fraud_v1_fraud_fingerprint_LookupResponse"

    request_id: str
    telemetry_id: str
    fingerprints: Fingerprints
    verdict: Verdict
    external_metadata: Metadata
    created_at: dt.datetime
    expires_at: dt.datetime
    status_code: int
    properties: Properties | None = None
    raw_signals: dict[str, Any] | None = None


@attrs.define(kw_only=True)
class RulesSetRequest:
    """TODO

    Source: `POST /v1/rules/set <TODO>`_
    """

    __schema__ = "api_fraud_v1_fraud_rules_SetRequest"

    action: Action | str
    visitor_id: str | None = None
    browser_id: str | None = None
    visitor_fingerprint: str | None = None
    browser_fingerprint: str | None = None
    hardware_fingerprint: str | None = None
    network_fingerprint: str | None = None
    expires_in_minutes: int | None = None
    description: str | None = None
    cidr_block: str | None = None
    country_code: str | None = None
    asn: str | None = None


@attrs.define(kw_only=True)
class RulesSetResponse:
    """TODO"""

    __schema__ = "api_fraud_v1_fraud_rules_SetResponse"

    request_id: str
    action: Action | str
    status_code: int
    visitor_id: str | None = None
    browser_id: str | None = None
    visitor_fingerprint: str | None = None
    browser_fingerprint: str | None = None
    hardware_fingerprint: str | None = None
    network_fingerprint: str | None = None
    expires_at: dt.datetime | None = None
    cidr_block: str | None = None
    country_code: str | None = None
    asn: str | None = None


@attrs.define(kw_only=True)
class RulesListRequest:
    """TODO

    Source: `POST /v1/rules/list <TODO>`_
    """

    __schema__ = "api_fraud_v1_fraud_rules_ListRequest"

    cursor: str | None = None
    limit: PageLimit | None = None


@attrs.define(kw_only=True)
class RulesListResponse:
    """TODO"""

    __schema__ = "api_fraud_v1_fraud_rules_ListResponse"

    request_id: str
    next_cursor: str
    rules: list[Rule]
    status_code: int


@attrs.define(kw_only=True)
class VerdictReasonsOverrideRequest:
    """TODO

    Source: `POST /v1/verdict_reasons/override <TODO>`_
    """

    __schema__ = "api_fraud_v1_fraud_verdict_reasons_OverrideRequest"

    verdict_reason: str
    override_action: Action | str
    override_description: str | None = None


@attrs.define(kw_only=True)
class VerdictReasonsOverrideResponse:
    """TODO"""

    __schema__ = "api_fraud_v1_fraud_verdict_reasons_OverrideResponse"

    request_id: str
    verdict_reason_action: VerdictReasonAction
    status_code: int


@attrs.define(kw_only=True)
class VerdictReasonsListRequest:
    """TODO

    Source: `POST /v1/verdict_reasons/list <TODO>`_
    """

    __schema__ = "api_fraud_v1_fraud_verdict_reasons_ListRequest"

    overrides_only: bool | None = None


@attrs.define(kw_only=True)
class VerdictReasonsListResponse:
    """TODO"""

    __schema__ = "api_fraud_v1_fraud_verdict_reasons_ListResponse"

    request_id: str
    verdict_reason_actions: list[VerdictReasonAction]
    status_code: int


@attrs.define(kw_only=True)
class EmailRiskRequest:
    """TODO

    Source: `POST /v1/email/risk <TODO>`_
    """

    __schema__ = "api_fraud_v1_fraud_email_RiskRequest"

    email_address: str


@attrs.define(kw_only=True)
class EmailRiskResponse:
    """TODO"""

    __schema__ = "api_fraud_v1_fraud_email_RiskResponse"

    request_id: str
    address_information: AddressInformation
    domain_information: DomainInformation
    action: Action | str
    risk_score: int
    status_code: int
