"""What to do with a device, an address or a warning flag."""

import enum
from typing import ClassVar

__all__ = ["RuleAction", "VerdictAction"]


class RuleAction(enum.StrEnum):
    """What to do with a device; ``NONE`` removes a rule."""

    __schema__: ClassVar[tuple[str, ...]] = ("api_fraud_v1_OverrideRequestAction", "api_fraud_v1_RuleAction")

    ALLOW = "ALLOW"
    CHALLENGE = "CHALLENGE"
    BLOCK = "BLOCK"
    NONE = "NONE"


class VerdictAction(enum.StrEnum):
    """What to do: let in, ask for further proof, or turn away."""

    __schema__: ClassVar[tuple[str, ...]] = (
        "api_fraud_v1_RiskResponseAction",
        "api_fraud_v1_VerdictAction",
        "api_fraud_v1_VerdictReasonActionAction",
        "api_fraud_v1_VerdictReasonOverrideAction",
    )

    ALLOW = "ALLOW"
    CHALLENGE = "CHALLENGE"
    BLOCK = "BLOCK"
