"""Which factors go along to another organization, and what they are there."""

from collections.abc import Sequence
from typing import Final

import attrs

from stytch_async.emulator.rules.b2b.connections import active_connections, provider_connection
from stytch_async.emulator.rules.b2b.verifying import is_doubtful
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.organizations import Organization

__all__ = ["transferred"]

EXCHANGED: Final = frozenset({"oauth_github", "oauth_slack", "oauth_hubspot"})
"""How OAuth factors arrive that go along under another name, since they prove no address (behaviour-more K13)."""


def transferred(project: Project, factors: Sequence[Factor], organization: Organization | None) -> list[Factor]:
    """Return what goes along to another organization, or to a new one; no second factor does (behaviour-more K11, K13).

    Passwords do where the organizations of the project share them (K12), and single sign-on where they share the
    connection (O14).
    """
    types = {
        "magic_link",
        "email_otp",
        "oauth",
        *(["password"] if project.settings.cross_org_passwords_enabled else []),
    }
    found = (
        _shared(project, one, organization) if one.type == "sso" else _exchanged(one) if one.type in types else None
        for one in factors
    )
    return [one for one in found if one is not None]


def _shared(project: Project, factor: Factor, organization: Organization | None) -> Factor | None:
    """Return a login by single sign-on as it counts where the same identity provider is used, ``None`` elsewhere."""
    known = project.connections.get(factor.details["provider_id"])
    if known is None or organization is None:
        return None
    for one in active_connections(project, organization):
        if provider_connection(one) is provider_connection(known):
            return attrs.evolve(factor, details={**factor.details, "provider_id": one.id})
    return None


def _exchanged(factor: Factor) -> Factor:
    if factor.delivery_method not in EXCHANGED and not is_doubtful(factor):
        return factor
    provider = factor.delivery_method.removeprefix("oauth_").removeprefix("exchange_")
    return attrs.evolve(
        factor,
        delivery_method=f"oauth_exchange_{provider}",
        name=f"{provider}_oauth_exchange_factor",
        details={"email_id": factor.details.get("email_id", "")},
    )
