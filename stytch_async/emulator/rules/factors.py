"""The factors of sessions: how they are made, added and shown."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

import attrs

from stytch_async.converter import converter
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.factors import Factor, Fingerprint
from stytch_async.schemas.factors import AuthenticationFactor
from stytch_async.schemas.shared import Attributes

__all__ = ["email_factor", "factor", "fingerprint", "phone_factor", "proven_lately", "views", "with_factor"]

LATELY: Final = dt.timedelta(minutes=5)


def factor(project: Project, proof: str, delivery_method: str, name: str = "", **details: str) -> Factor:
    """Return the factor of somebody who has just shown a proof; ``name`` and ``details`` tell more of it."""
    return Factor(
        type=proof,
        delivery_method=delivery_method,
        name=name,
        details=details,
        created_at=project.now,
        last_authenticated_at=project.now,
        updated_at=project.now,
    )


def email_factor(project: Project, proof: str, email: Address) -> Factor:
    """Return the factor of somebody who has received a mail."""
    return factor(project, proof, "email", "email_factor", email_id=email.id, email_address=email.value)


def phone_factor(project: Project, channel: str, phone: Address) -> Factor:
    """Return the factor of somebody who has received a message."""
    return factor(project, "otp", channel, "phone_number_factor", phone_id=phone.id, phone_number=phone.value)


def with_factor(factors: Sequence[Factor], new: Factor) -> list[Factor]:
    """Return factors with one more; one that was proven before is only renewed (behaviour 9, inferred)."""
    known = next((known for known in factors if known.identity == new.identity), None)
    if known is None:
        return [*factors, new]
    renewed = attrs.evolve(new, created_at=known.created_at)
    return [renewed if one is known else one for one in factors]


def proven_lately(project: Project, proven: Factor) -> bool:
    """Whether a factor was proven a moment ago, as a reset from within a session asks for."""
    return project.now - proven.last_authenticated_at <= LATELY


def views(factors: Sequence[Factor]) -> list[AuthenticationFactor]:
    """Show factors."""
    return [converter.structure(_document(one), AuthenticationFactor) for one in factors]


def _document(one: Factor) -> dict[str, object]:
    document: dict[str, object] = attrs.asdict(one, filter=lambda field, _: field.name not in {"name", "details"})
    return {**document, one.name: dict(one.details)} if one.name else document


def fingerprint(attributes: Attributes | None) -> Fingerprint:
    """Read the address and browser that an app passes on."""
    if attributes is None:
        return Fingerprint()
    return Fingerprint(ip_address=attributes.ip_address or "", user_agent=attributes.user_agent or "")
