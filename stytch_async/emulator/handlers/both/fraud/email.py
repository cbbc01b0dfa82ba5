"""The risk of an email address, told by what it looks like (inferred: nobody says how Stytch judges)."""

from typing import Final

from stytch_async.api.both.fraud import Email
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.addresses import is_email
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.both import fraud as schemas

__all__: list[str] = []

ROLES: Final = frozenset({"abuse", "admin", "billing", "contact", "help", "info", "postmaster", "sales", "support"})
DISPOSABLE: Final = frozenset({"guerrillamail.com", "mailinator.com", "yopmail.com"})
TUMBLING: Final = 3
"""How many dots and plus signs make an address suspect."""


@handles(Email.risk)
def risk(project: Project, request: schemas.EmailRiskRequest) -> schemas.EmailRiskResponse:
    """Judge an address; mail to a domain that ends in ``.invalid`` never arrives (RFC 2606)."""
    local, _, domain = request.email_address.lower().rpartition("@")
    address = schemas.AddressInformation(
        has_known_bounces=False,
        has_valid_syntax=is_email(request.email_address),
        is_suspected_role_address=local in ROLES,
        normalized_email=f"{local.partition('+')[0].replace('.', '')}@{domain}",
        tumbling_character_count=local.count(".") + local.count("+"),
    )
    site = schemas.DomainInformation(
        has_mx_or_a_record=address.has_valid_syntax and not domain.endswith(".invalid"),
        is_disposable_domain=domain in DISPOSABLE,
    )
    action, score = _judged(address, site)
    return schemas.EmailRiskResponse(
        address_information=address, domain_information=site, action=action, risk_score=score, **project.envelope()
    )


def _judged(address: schemas.AddressInformation, site: schemas.DomainInformation) -> tuple[schemas.VerdictAction, int]:
    if not site.has_mx_or_a_record:
        return "BLOCK", 100
    if site.is_disposable_domain or address.tumbling_character_count >= TUMBLING:
        return "CHALLENGE", 70
    return "ALLOW", 30 if address.is_suspected_role_address else 0
