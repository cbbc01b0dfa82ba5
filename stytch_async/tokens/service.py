"""What a client knows locally: its project's keys and policies, and how to verify by them."""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from stytch_async.endpoint import Operation, Runner
from stytch_async.errors import TokenError, TokenReason
from stytch_async.tokens.keys import KeyRing
from stytch_async.tokens.rbac import Check, Permission, Policy, permits, require
from stytch_async.tokens.refreshing import Lifetime, Refreshing
from stytch_async.tokens.verifier import Verifier

__all__ = ["Sources", "TokenService", "missing_scopes", "require_held"]

LIFETIME: Final = Lifetime(fresh=300.0, usable=3600.0)
PAUSE: Final = 10.0
ORGANIZATIONS: Final = 1000
"""How many organizations' policies are kept."""

UNKEPT: Final = Lifetime(fresh=0.0, usable=0.0)

Roles = Mapping[str, Sequence[Permission]]


async def machine_time() -> float:
    """Return this machine's time."""
    return time.time()


@attrs.frozen(kw_only=True)
class Sources:
    """Where a client's keys and policies come from.

    Attributes:
        keys: Returns the operation that serves the key set.
        policy: Fetches the project's policy.
        organization_roles: Fetches the roles that an organization adds; ``None`` for users.
        issuers: Who may have issued the project's tokens.
        pinned: The members of a JSON Web Key Set to use instead of fetching one.
        now: Tells the time, in seconds since the epoch.
        monotonic: Counts seconds.
        keeps_policies: Whether policies are kept; each check fetches them anew otherwise.

    """

    keys: Callable[[], Operation[Any, Any]]
    policy: Callable[[Runner], Awaitable[Policy]]
    organization_roles: Callable[[Runner, str], Awaitable[Roles]] | None = None
    issuers: frozenset[str]
    pinned: Sequence[Any] | None = None
    now: Callable[[], Awaitable[float]] = machine_time
    monotonic: Callable[[], float] = time.monotonic
    keeps_policies: Callable[[], bool] = lambda: True


class TokenService:
    """Verifies tokens and evaluates policies for one client and all made from it with other options."""

    def __init__(self, pipeline: Runner, sources: Sources) -> None:
        """Prepare the service; nothing is fetched yet."""
        self._pipeline = pipeline
        self._sources = sources
        self._keys = KeyRing(pipeline, sources.keys, sources.monotonic, pinned=sources.pinned)
        self.verifier: Verifier = Verifier(self._keys, pipeline.project_id, sources.issuers, sources.now)
        self._policy = self._refreshing("the RBAC policy", lambda: sources.policy(pipeline))
        self._organizations: OrderedDict[str, Refreshing[Roles]] = OrderedDict()

    @property
    def monotonic(self) -> Callable[[], float]:
        """Counts seconds."""
        return self._sources.monotonic

    def _refreshing(self, what: str, load: Callable[[], Awaitable[Any]]) -> Refreshing[Any]:
        return Refreshing(what, load, self._sources.monotonic, lifetime=self._lifetime, pause=PAUSE)

    def _lifetime(self, _: object) -> Lifetime:
        return LIFETIME if self._sources.keeps_policies() else UNKEPT

    async def policy(self, organization_id: str | None = None) -> Policy:
        """Return the project's policy, with the roles of an organization where one is given.

        Raises:
            UnavailableError: It is not known, and could not be fetched.

        """
        policy: Policy = await self._policy.get()
        if organization_id is None or self._sources.organization_roles is None:
            return policy
        return policy.with_roles(await self._organization(organization_id).get())

    def _organization(self, organization_id: str) -> Refreshing[Roles]:
        """Return the place of an organization's roles; the least used one makes room."""
        fetch = self._sources.organization_roles
        assert fetch is not None  # noqa: S101 - the caller has looked
        if organization_id not in self._organizations:
            self._organizations[organization_id] = self._refreshing(
                "an organization's roles", lambda: fetch(self._pipeline, organization_id)
            )
            if len(self._organizations) > ORGANIZATIONS:
                self._organizations.popitem(last=False)  # a fetch goes on for those who wait for it
        self._organizations.move_to_end(organization_id)
        return self._organizations[organization_id]

    async def allows(self, check: Check, roles: Iterable[str], *, organization_id: str | None = None) -> bool:
        """Tell whether one of a session's roles permits an action."""
        return permits(check, roles, (await self.policy(organization_id)).roles)

    async def require_roles(
        self,
        check: Check,
        roles: Iterable[str],
        *,
        organization_id: str | None = None,
        error_type: str,
        operation: str,
    ) -> None:
        """Refuse unless one of a session's roles permits an action.

        Raises:
            PermissionDeniedError: None does.
            UnavailableError: The policy is not known, and could not be fetched.

        """
        policy = await self.policy(organization_id)
        require(check, roles, policy.roles, what="roles", error_type=error_type, operation=operation)

    async def require_scopes(self, check: Check, scopes: Iterable[str], *, error_type: str, operation: str) -> None:
        """Refuse unless one of a token's scopes permits an action.

        Raises:
            PermissionDeniedError: None does.
            UnavailableError: The policy is not known, and could not be fetched.

        """
        policy = await self.policy()
        require(check, scopes, policy.scopes, what="scopes", error_type=error_type, operation=operation)

    def close(self) -> None:
        """Abandon the fetches that are under way."""
        self._keys.close()
        for one in (self._policy, *self._organizations.values()):
            one.close()


def missing_scopes(held: Iterable[str], required: Iterable[str]) -> list[str]:
    """Return the scopes that are required and not held.

    A scope may be written ``action:resource``; a held one with ``*`` for the resource covers every resource, and one
    without a resource stands for itself.
    """
    covered = set(held)
    return [scope for scope in required if scope not in covered and f"{scope.partition(':')[0]}:*" not in covered]


def require_held(held: Iterable[str], required: Iterable[str]) -> None:
    """Refuse a token that lacks a scope.

    Raises:
        TokenError: It does; the reason is ``MISSING_SCOPE``.

    """
    if missing := missing_scopes(held, required):
        raise TokenError(TokenReason.MISSING_SCOPE, f"it lacks {', '.join(missing)}")
