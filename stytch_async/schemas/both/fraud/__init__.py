"""Device fingerprints and email risk."""

from stytch_async.schemas.both.fraud.actions import RuleAction, VerdictAction
from stytch_async.schemas.both.fraud.email import (
    AddressInformation,
    DomainInformation,
    EmailRiskRequest,
    EmailRiskResponse,
)
from stytch_async.schemas.both.fraud.fingerprint import (
    ASNProperties,
    BrowserProperties,
    ExternalMetadata,
    FingerprintLookupRequest,
    FingerprintLookupResponse,
    Fingerprints,
    IPGeoProperties,
    NetworkProperties,
    Properties,
    Verdict,
    VerdictReasonOverride,
)
from stytch_async.schemas.both.fraud.rules import (
    Rule,
    RulesListRequest,
    RulesListResponse,
    RulesSetRequest,
    RulesSetResponse,
    RuleType,
)
from stytch_async.schemas.both.fraud.verdict_reasons import (
    VerdictReasonAction,
    VerdictReasonsListRequest,
    VerdictReasonsListResponse,
    VerdictReasonsOverrideRequest,
    VerdictReasonsOverrideResponse,
)

__all__ = [
    "ASNProperties",
    "AddressInformation",
    "BrowserProperties",
    "DomainInformation",
    "EmailRiskRequest",
    "EmailRiskResponse",
    "ExternalMetadata",
    "FingerprintLookupRequest",
    "FingerprintLookupResponse",
    "Fingerprints",
    "IPGeoProperties",
    "NetworkProperties",
    "Properties",
    "Rule",
    "RuleAction",
    "RuleType",
    "RulesListRequest",
    "RulesListResponse",
    "RulesSetRequest",
    "RulesSetResponse",
    "Verdict",
    "VerdictAction",
    "VerdictReasonAction",
    "VerdictReasonOverride",
    "VerdictReasonsListRequest",
    "VerdictReasonsListResponse",
    "VerdictReasonsOverrideRequest",
    "VerdictReasonsOverrideResponse",
]
