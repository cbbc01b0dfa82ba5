"""The risk of an email address."""

import attrs

from stytch_async.schemas.both.fraud.actions import VerdictAction

__all__ = ["AddressInformation", "DomainInformation", "EmailRiskRequest", "EmailRiskResponse"]


@attrs.define(kw_only=True)
class AddressInformation:
    """What is known of an email address.

    Attributes:
        has_known_bounces: Whether mail to it is known to have come back.
        is_suspected_role_address: Whether it looks like that of a role or team rather than of a person.
        normalized_email: The address without dots and without anything after a ``+``.
        tumbling_character_count: How many dots and plus signs it has; many are a sign of fraud.

    """

    __schema__ = "api_fraud_v1_AddressInformation"

    has_known_bounces: bool
    has_valid_syntax: bool
    is_suspected_role_address: bool
    normalized_email: str
    tumbling_character_count: int


@attrs.define(kw_only=True)
class DomainInformation:
    """What is known of the domain of an email address.

    Attributes:
        has_mx_or_a_record: Whether mail can be delivered to it.
        is_disposable_domain: Whether it is known for throw-away addresses.

    """

    __schema__ = "api_fraud_v1_DomainInformation"

    has_mx_or_a_record: bool
    is_disposable_domain: bool


@attrs.define(kw_only=True)
class EmailRiskRequest:
    """Judge an email address.

    The feature is in beta and has to be enabled for the project.

    Source: `POST /v1/email/risk <https://stytch.com/docs/api-reference/fraud/api/check-email-risk>`_
    """

    __schema__ = "api_fraud_v1_fraud_email_RiskRequest"

    email_address: str


@attrs.define(kw_only=True)
class EmailRiskResponse:
    """What to do about an address, and why.

    Attributes:
        action: ``BLOCK`` also where the address cannot receive mail.
        risk_score: From 0 to 100, the highest risk.

    """

    __schema__ = "api_fraud_v1_fraud_email_RiskResponse"

    request_id: str
    address_information: AddressInformation
    domain_information: DomainInformation
    action: VerdictAction | str
    risk_score: int
    status_code: int
