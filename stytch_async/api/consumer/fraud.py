"""TODO"""

from typing import Final

from stytch_async.endpoint import ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.consumer import fraud as schemas


class VerdictReasons(Resource):
    """TODO"""

    override: Final = endpoint(
        "POST",
        "/v1/verdict_reasons/override",
        schemas.VerdictReasonsOverrideRequest,
        schemas.VerdictReasonsOverrideResponse,
        ONCE,
    )
    list: Final = endpoint(
        "POST", "/v1/verdict_reasons/list", schemas.VerdictReasonsListRequest, schemas.VerdictReasonsListResponse, SAFE
    )


class Fingerprint(Resource):
    """TODO"""

    lookup: Final = endpoint(
        "POST", "/v1/fingerprint/lookup", schemas.FingerprintLookupRequest, schemas.FingerprintLookupResponse, SAFE
    )


class Email(Resource):
    """TODO"""

    risk: Final = endpoint("POST", "/v1/email/risk", schemas.EmailRiskRequest, schemas.EmailRiskResponse, SAFE)


class Rules(Resource):
    """TODO"""

    set: Final = endpoint("POST", "/v1/rules/set", schemas.RulesSetRequest, schemas.RulesSetResponse, ONCE)
    list: Final = endpoint("POST", "/v1/rules/list", schemas.RulesListRequest, schemas.RulesListResponse, SAFE)


class Fraud(Resource):
    """TODO"""

    email: Email
    fingerprint: Fingerprint
    rules: Rules
    verdict_reasons: VerdictReasons
