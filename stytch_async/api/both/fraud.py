"""Device fingerprints and email risk, for Consumer and B2B projects."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, SAFE, Resource, endpoint
from stytch_async.schemas.both import fraud as schemas

__all__ = ["Email", "Fingerprint", "Fraud", "Rules", "VerdictReasons"]


class Fingerprint(Resource):
    """Learn about the device that somebody uses."""

    # A lookup may attach external metadata to the telemetry id; the second time attaches the same again.
    lookup: Final = endpoint(
        "POST",
        "/v1/fingerprint/lookup",
        schemas.FingerprintLookupRequest,
        schemas.FingerprintLookupResponse,
        IDEMPOTENT,
        host="fraud",
    )


class Rules(Resource):
    """Decide by hand which devices and networks are let in."""

    # A rule replaces the one before it for the same identifier, so a second time changes its expiry at most.
    set: Final = endpoint(
        "POST", "/v1/rules/set", schemas.RulesSetRequest, schemas.RulesSetResponse, IDEMPOTENT, host="fraud"
    )
    list: Final = endpoint(
        "POST", "/v1/rules/list", schemas.RulesListRequest, schemas.RulesListResponse, SAFE, host="fraud"
    )


class VerdictReasons(Resource):
    """Decide by hand how much a sign of fraud weighs."""

    override: Final = endpoint(
        "POST",
        "/v1/verdict_reasons/override",
        schemas.VerdictReasonsOverrideRequest,
        schemas.VerdictReasonsOverrideResponse,
        IDEMPOTENT,
        host="fraud",
    )
    list: Final = endpoint(
        "POST",
        "/v1/verdict_reasons/list",
        schemas.VerdictReasonsListRequest,
        schemas.VerdictReasonsListResponse,
        SAFE,
        host="fraud",
    )


class Email(Resource):
    """Judge email addresses."""

    risk: Final = endpoint(
        "POST", "/v1/email/risk", schemas.EmailRiskRequest, schemas.EmailRiskResponse, SAFE, host="fraud"
    )


class Fraud(Resource):
    """Tell people from fraudsters, by device and by email address."""

    fingerprint: Fingerprint
    rules: Rules
    verdict_reasons: VerdictReasons
    email: Email
