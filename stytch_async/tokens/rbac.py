"""Who may do what: one engine for sessions by their roles and for tokens by their scopes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

import attrs

from stytch_async.errors import PermissionDeniedError, TenancyError

__all__ = ["Check", "Policy", "permissions_of", "permits", "policy_of", "require", "require_organization"]


class Check(Protocol):
    """What is to be done, and to what."""

    resource_id: str
    action: str


class Permission(Protocol):
    """Actions that are permitted on a resource; ``*`` stands for all."""

    resource_id: str
    actions: list[str]


class Role(Protocol):
    """A role of the API's policy."""

    role_id: str

    @property
    def permissions(self) -> Sequence[Permission]:
        """What it permits."""
        ...


class Scope(Protocol):
    """A scope of the API's policy."""

    scope: str

    @property
    def permissions(self) -> Sequence[Permission]:
        """What it permits."""
        ...


@attrs.frozen
class Policy:
    """The permissions of each role and of each scope."""

    roles: Mapping[str, Sequence[Permission]]
    scopes: Mapping[str, Sequence[Permission]]

    def with_roles(self, roles: Mapping[str, Sequence[Permission]]) -> "Policy":
        """Return the policy with the roles of an organization added."""
        merged = {name: [*self.roles.get(name, ()), *roles.get(name, ())] for name in {*self.roles, *roles}}
        return Policy(merged, self.scopes)


def policy_of(roles: Iterable[Role] | None, scopes: Iterable[Scope] | None) -> Policy:
    """Make a policy of the roles and scopes that the API lists; a list that it leaves out permits nothing."""
    return Policy(permissions_of(roles), {scope.scope: scope.permissions or () for scope in scopes or ()})


def permissions_of(roles: Iterable[Role] | None) -> dict[str, Sequence[Permission]]:
    """Return what each of the roles permits that the API lists."""
    return {role.role_id: role.permissions or () for role in roles or ()}


def require(
    check: Check,
    held: Iterable[str],
    permissions: Mapping[str, Sequence[Permission]],
    *,
    what: str,
    error_type: str,
    operation: str,
) -> None:
    """Refuse unless something held permits the action.

    Args:
        check: The action and the resource.
        held: The roles or scopes that are held.
        permissions: What each of them permits.
        what: ``roles`` or ``scopes``, for the error.
        error_type: The type that Stytch gives such a refusal.
        operation: Names the verification in the error.

    Raises:
        PermissionDeniedError: Nothing that is held permits it.

    """
    names = list(held)
    if permits(check, names, permissions):
        return
    raise PermissionDeniedError(
        operation=operation,
        status_code=403,
        error_type=error_type,
        error_message=f"no {what} held permit {check.action} on {check.resource_id}: {', '.join(names) or 'none'}",
        error_details={"resource_id": check.resource_id, "action": check.action, what: names},
    )


def permits(check: Check, held: Iterable[str], permissions: Mapping[str, Sequence[Permission]]) -> bool:
    """Tell whether something held permits the action."""
    return any(_permits(permission, check) for name in held for permission in permissions.get(name, ()))


def _permits(permission: Permission, check: Check) -> bool:
    actions = permission.actions or ()
    return permission.resource_id == check.resource_id and ("*" in actions or check.action in actions)


def require_organization(actual: str | None, wanted: str, operation: str) -> None:
    """Refuse a session or token of another organization, or of none.

    Raises:
        TenancyError: They differ.

    """
    if actual != wanted:
        details: dict[str, Any] = {"organization_id": wanted, "held_organization_id": actual}
        raise TenancyError(
            operation=operation,
            status_code=403,
            error_type="session_authorization_tenancy_error",
            error_message=f"it belongs to {actual or 'no organization'}, not to {wanted}",
            error_details=details,
        )
