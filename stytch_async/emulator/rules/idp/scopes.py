"""What Connected Apps may ask for."""

from collections.abc import Mapping, Sequence
from typing import Final, TypedDict

from stytch_async.emulator.refusals.idp import INVALID_RBAC_SCOPE
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.state.policy import Policy
from stytch_async.emulator.state.roles import Role
from stytch_async.emulator.state.rows.connected_apps import ConnectedApp

__all__ = ["FULL_ACCESS", "OFFLINE_ACCESS", "OPENID", "STYTCH_SCOPES", "ScopeResult", "judged"]

OPENID: Final = "openid"
OFFLINE_ACCESS: Final = "offline_access"
FULL_ACCESS: Final = "full_access"

STYTCH_SCOPES: Final[Mapping[str, str]] = {
    OPENID: "Know who you are",
    "profile": "Know your name and picture",
    "email": "Know your email address",
    "phone": "Know your phone number",
    OFFLINE_ACCESS: "Act for you while you are away",
    FULL_ACCESS: "Do all that you can do",
}
"""Stytch's own scopes, each with a description; the words are our own."""


class ScopeResult(TypedDict):
    """A scope that is asked for, and whether it can be granted."""

    scope: str
    description: str
    is_grantable: bool


def judged(app: ConnectedApp, policy: Policy, roles: Sequence[str], scopes: Sequence[str]) -> list[ScopeResult]:
    """Return what becomes of each scope that is asked for, or refuse one that the project lacks (behaviour-more T9)."""
    found: list[ScopeResult] = []
    for scope in dict.fromkeys(scopes):
        own, described = STYTCH_SCOPES.get(scope), policy.scopes.get(scope)
        if own is not None:
            is_grantable = scope != FULL_ACCESS or app.settings.full_access_allowed
            found.append({"scope": scope, "description": own, "is_grantable": is_grantable})
        elif described is not None:
            is_grantable = _is_held(policy, roles, described)
            found.append({"scope": scope, "description": described.description, "is_grantable": is_grantable})
        else:
            raise Refusal(INVALID_RBAC_SCOPE, f"The project has no scope {scope}.")
    return found


def _is_held(policy: Policy, roles: Sequence[str], scope: Role) -> bool:
    """Whether the roles permit all that a scope stands for."""
    permissions = scope.permissions.items()
    return all(
        policy.granting_roles(roles, resource, action) for resource, actions in permissions for action in actions
    )
