"""Rules about devices and networks."""

import datetime as dt
from typing import Annotated, Literal

import attrs

from stytch_async.schemas.both.fraud.actions import RuleAction
from stytch_async.schemas.markers import Between

__all__ = ["Rule", "RuleType", "RulesListRequest", "RulesListResponse", "RulesSetRequest", "RulesSetResponse"]


RuleType = Literal[
    "VISITOR_ID",
    "BROWSER_ID",
    "VISITOR_FINGERPRINT",
    "BROWSER_FINGERPRINT",
    "HARDWARE_FINGERPRINT",
    "NETWORK_FINGERPRINT",
    "CIDR_BLOCK",
    "ASN",
    "COUNTRY_CODE",
]
"""What a rule goes by."""


@attrs.define(kw_only=True)
class Rule:
    """A decision made by hand about a device or network.

    Attributes:
        expires_at: ``None`` for a rule that stays.
        last_updated_at: ``None`` for a rule that never changed.

    """

    __schema__ = "api_fraud_v1_Rule"

    rule_type: RuleType | str
    action: RuleAction | str
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
class RulesSetRequest:
    """Decide by hand about a device or network, from its next lookup on.

    A rule replaces the one before it for the same identifier. Where several match, the first in this order decides:
    ``visitor_id``, ``browser_id``, ``visitor_fingerprint``, ``browser_fingerprint``, ``hardware_fingerprint``,
    ``network_fingerprint``, ``cidr_block``, ``asn``, ``country_code``. Of several blocks the smallest decides, then the
    strictest. Many people share a browser, hardware or network fingerprint: mind whom else a rule hits.

    Args:
        action: ``NONE`` removes the rule. ``ALLOW`` is refused for countries.
        visitor_id: A rule is for exactly one of this, ``browser_id``, a fingerprint, ``cidr_block``, ``country_code``
            and ``asn``.
        expires_in_minutes: How long the rule stays; for good by default.
        cidr_block: An IP address or a block with a prefix of 16 to 32.
        country_code: Two letters (ISO 3166-1).
        asn: The operator's number as text, from 0 to 4294967295.

    Raises:
        BadRequestError: ``cidr_block_invalid_prefix``.

    Source: `POST /v1/rules/set <https://stytch.com/docs/api-reference/fraud/api/set-rule>`_
    """

    __schema__ = "api_fraud_v1_fraud_rules_SetRequest"

    action: RuleAction | str
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
    """The rule.

    Attributes:
        expires_at: ``None`` for a rule that stays.

    """

    __schema__ = "api_fraud_v1_fraud_rules_SetResponse"

    request_id: str
    action: RuleAction | str
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
    """List the project's rules, a page at a time.

    Args:
        cursor: ``next_cursor`` of the page before.
        limit: Rules on a page, at most 100; 10 by default.

    Raises:
        BadRequestError: ``dfp_rule_invalid_cursor``.

    Source: `POST /v1/rules/list <https://stytch.com/docs/api-reference/fraud/api/get-rules>`_
    """

    __schema__ = "api_fraud_v1_fraud_rules_ListRequest"

    cursor: str | None = None
    limit: Annotated[int, Between(1, 100)] | None = None


@attrs.define(kw_only=True)
class RulesListResponse:
    """One page of rules.

    Attributes:
        next_cursor: The ``cursor`` of the next page; empty after the last.

    """

    __schema__ = "api_fraud_v1_fraud_rules_ListResponse"

    request_id: str
    next_cursor: str
    rules: list[Rule]
    status_code: int
