"""Rules about devices and networks."""

import datetime as dt
import re
from typing import Final, TypedDict

from stytch_async.api.both.fraud import Rules
from stytch_async.emulator.refusals.fraud import DFP_RULE_INVALID_CURSOR
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.search import cut
from stytch_async.emulator.rules.verdicts import STRICTNESS, active_rules, block_of
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.fraud import DeviceRule
from stytch_async.schemas.both import fraud as schemas

__all__: list[str] = []

PAGE: Final = 10
LARGEST_ASN: Final = 4_294_967_295
COUNTRY: Final = re.compile(r"[A-Z]{2}")


class Identifiers(TypedDict, total=False):
    """What a rule goes by: exactly one of these."""

    visitor_id: str | None
    browser_id: str | None
    visitor_fingerprint: str | None
    browser_fingerprint: str | None
    hardware_fingerprint: str | None
    network_fingerprint: str | None
    cidr_block: str | None
    asn: str | None
    country_code: str | None


def _identifiers(request: schemas.RulesSetRequest) -> Identifiers:
    return {
        "visitor_id": request.visitor_id,
        "browser_id": request.browser_id,
        "visitor_fingerprint": request.visitor_fingerprint,
        "browser_fingerprint": request.browser_fingerprint,
        "hardware_fingerprint": request.hardware_fingerprint,
        "network_fingerprint": request.network_fingerprint,
        "cidr_block": request.cidr_block,
        "asn": request.asn,
        "country_code": request.country_code,
    }


@handles(Rules.set)
def set_rule(project: Project, request: schemas.RulesSetRequest) -> schemas.RulesSetResponse:
    """Make, replace or remove the rule about an identifier."""
    name, identifier = _checked(request)
    known = project.device_rules.get(f"{name.upper()}:{identifier}")
    minutes = request.expires_in_minutes
    rule = DeviceRule(
        type=name.upper(),
        identifier=identifier,
        action=str(request.action),
        description=request.description,
        created_at=known.created_at if known else project.now,
        expires_at=None if minutes is None else project.now + dt.timedelta(minutes=minutes),
        last_updated_at=project.now if known else None,
    )
    if rule.action == "NONE":
        project.device_rules.remove(rule)
    else:
        project.device_rules.save(rule)
    return schemas.RulesSetResponse(
        action=rule.action, expires_at=rule.expires_at, **_identifiers(request), **project.envelope()
    )


def _checked(request: schemas.RulesSetRequest) -> tuple[str, str]:
    """Return what a rule goes by and the value, or refuse (behaviour-more U5)."""
    given = [(name, str(value)) for name, value in _identifiers(request).items() if value is not None]
    if len(given) != 1:
        raise Refusal(BAD_REQUEST, "a rule goes by exactly one identifier")
    if request.action not in {*STRICTNESS, "NONE"}:
        raise Refusal(BAD_REQUEST, "the action is ALLOW, CHALLENGE, BLOCK or NONE")
    if request.expires_in_minutes is not None and request.expires_in_minutes < 1:
        raise Refusal(BAD_REQUEST, "a rule stays for a minute at least")
    name, value = given[0]
    if name == "cidr_block":
        return name, str(block_of(value))
    if name == "asn" and not (value.isascii() and value.isdecimal() and int(value) <= LARGEST_ASN):
        raise Refusal(BAD_REQUEST, "asn is a number from 0 to 4294967295")
    if name == "country_code" and (request.action == "ALLOW" or COUNTRY.fullmatch(value) is None):
        raise Refusal(BAD_REQUEST, "country_code is of two letters, and is not allowed as a whole")
    return name, value


@handles(Rules.list)
def list_rules(project: Project, request: schemas.RulesListRequest) -> schemas.RulesListResponse:
    """List the rules that have not expired, a page at a time."""
    page = cut(active_rules(project), request, DFP_RULE_INVALID_CURSOR, limit=PAGE)
    rules = [_view(rule) for rule in page.rows]
    return schemas.RulesListResponse(rules=rules, next_cursor=page.metadata.next_cursor or "", **project.envelope())


def _view(rule: DeviceRule) -> schemas.Rule:
    shown = schemas.Rule(
        rule_type=rule.type,
        action=rule.action,
        description=rule.description,
        created_at=rule.created_at,
        expires_at=rule.expires_at,
        last_updated_at=rule.last_updated_at,
    )
    setattr(shown, rule.type.lower(), rule.identifier)
    return shown
