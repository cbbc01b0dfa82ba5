"""How much each warning flag weighs."""

import datetime as dt

import attrs

from stytch_async.schemas.both.fraud.actions import RuleAction, VerdictAction

__all__ = [
    "VerdictReasonAction",
    "VerdictReasonsListRequest",
    "VerdictReasonsListResponse",
    "VerdictReasonsOverrideRequest",
    "VerdictReasonsOverrideResponse",
]


@attrs.define(kw_only=True)
class VerdictReasonAction:
    """How much a reason weighs.

    Attributes:
        override_action: Decides in place of ``default_action``, or ``None``.

    """

    __schema__ = "api_fraud_v1_VerdictReasonAction"

    verdict_reason: str
    default_action: VerdictAction | str
    override_action: VerdictAction | str | None = None
    override_created_at: dt.datetime | None = None
    override_description: str | None = None


@attrs.define(kw_only=True)
class VerdictReasonsOverrideRequest:
    """Decide by hand how much a warning flag weighs.

    For instance, let devices in that run in a ``VIRTUAL_MACHINE``, where that is what many customers use.

    Args:
        verdict_reason: Any flag that ``list`` names, but not ``RULE_MATCH``.
        override_action: ``ALLOW``, ``CHALLENGE`` or ``BLOCK``.

    Source: `POST /v1/verdict_reasons/override
    <https://stytch.com/docs/api-reference/fraud/api/set-verdict-reason-override>`_
    """

    __schema__ = "api_fraud_v1_fraud_verdict_reasons_OverrideRequest"

    verdict_reason: str
    override_action: RuleAction | str
    override_description: str | None = None


@attrs.define(kw_only=True)
class VerdictReasonsOverrideResponse:
    """The flag with its new weight."""

    __schema__ = "api_fraud_v1_fraud_verdict_reasons_OverrideResponse"

    request_id: str
    verdict_reason_action: VerdictReasonAction
    status_code: int


@attrs.define(kw_only=True)
class VerdictReasonsListRequest:
    """List the warning flags whose weight can be changed.

    Args:
        overrides_only: Leave out those that have their default weight.

    Source: `POST /v1/verdict_reasons/list <https://stytch.com/docs/api-reference/fraud/api/get-verdict-reasons>`_
    """

    __schema__ = "api_fraud_v1_fraud_verdict_reasons_ListRequest"

    overrides_only: bool | None = None


@attrs.define(kw_only=True)
class VerdictReasonsListResponse:
    """The warning flags."""

    __schema__ = "api_fraud_v1_fraud_verdict_reasons_ListResponse"

    request_id: str
    verdict_reason_actions: list[VerdictReasonAction]
    status_code: int
