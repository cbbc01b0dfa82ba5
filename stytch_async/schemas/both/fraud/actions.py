"""What to do with a device, an address or a warning flag."""

from typing import Literal

__all__ = ["RuleAction", "VerdictAction"]


RuleAction = Literal["ALLOW", "CHALLENGE", "BLOCK", "NONE"]
"""What to do with a device; ``NONE`` removes a rule."""


VerdictAction = Literal["ALLOW", "CHALLENGE", "BLOCK"]
"""What to do: let in, ask for further proof, or turn away."""
