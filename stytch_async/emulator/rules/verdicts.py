"""What to do with a device: rules decide first, then the warning flags (behaviour-more U)."""

from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Final

import attrs

from stytch_async.emulator.refusals.fraud import CIDR_BLOCK_INVALID_PREFIX
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.fraud import Device, DeviceRule

__all__ = ["DEFAULTS", "STRICTNESS", "Judgement", "active_rules", "block_of", "default_action", "judge"]

STRICTNESS: Final = ("ALLOW", "CHALLENGE", "BLOCK")
DEFAULTS: Final = {"VIRTUAL_MACHINE": "CHALLENGE"}
"""The flags whose weight is public (U9); all others block (inferred)."""

PRECEDENCE: Final = (
    *("VISITOR_ID", "BROWSER_ID", "VISITOR_FINGERPRINT", "BROWSER_FINGERPRINT", "HARDWARE_FINGERPRINT"),
    *("NETWORK_FINGERPRINT", "CIDR_BLOCK", "ASN", "COUNTRY_CODE"),
)
SHORTEST_PREFIX: Final = 16


@attrs.frozen
class Judgement:
    """What to do with a device, and why.

    Attributes:
        overrides: By warning flag: the weight that took the place of the default.
        rule: The rule that decided, if any.

    """

    action: str
    reasons: list[str]
    overrides: dict[str, str]
    rule: DeviceRule | None


def judge(project: Project, device: Device) -> Judgement:
    """Decide about a device, by the first rule that fits it, or else by the worst flag that it raises."""
    rule = _rule_for(project, device)
    if rule is not None:
        return Judgement(rule.action, [*device.reasons, "RULE_MATCH"], {}, rule)
    found = {reason: project.reason_overrides.get(reason) for reason in device.reasons}
    overrides = {reason: override.action for reason, override in found.items() if override is not None}
    actions = [overrides.get(reason, default_action(reason)) for reason in device.reasons]
    return Judgement(max(actions, key=STRICTNESS.index, default="ALLOW"), list(device.reasons), overrides, None)


def default_action(reason: str) -> str:
    """Return how much a warning flag weighs unless somebody has decided otherwise."""
    return DEFAULTS.get(reason, "BLOCK")


def active_rules(project: Project) -> list[DeviceRule]:
    """Return the rules that have not expired."""
    return [rule for rule in project.device_rules if rule.expires_at is None or rule.expires_at > project.now]


def _rule_for(project: Project, device: Device) -> DeviceRule | None:
    fitting = [rule for rule in active_rules(project) if _fits(rule, device)]
    return min(fitting, key=_rank, default=None)


def _fits(rule: DeviceRule, device: Device) -> bool:
    if rule.type == "CIDR_BLOCK":
        return ip_address(device.ip_address) in ip_network(rule.identifier)
    return rule.identifier == device.identifiers.get(rule.type)


def _rank(rule: DeviceRule) -> tuple[int, int, int]:
    """Order rules: by what they go by, the smallest block first, the strictest of equal ones first (U6)."""
    size = ip_network(rule.identifier).num_addresses if rule.type == "CIDR_BLOCK" else 0
    return PRECEDENCE.index(rule.type), size, -STRICTNESS.index(rule.action)


def block_of(text: str) -> IPv4Network | IPv6Network:
    """Return the addresses that a block or a single address stands for, or refuse (U5)."""
    try:
        block = ip_network(text, strict=False)
    except ValueError:
        raise Refusal(BAD_REQUEST, "cidr_block is not an address or a block") from None
    if block.prefixlen < SHORTEST_PREFIX:
        raise Refusal(CIDR_BLOCK_INVALID_PREFIX)
    return block
