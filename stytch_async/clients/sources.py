"""Where each client's keys and policies come from; the products load when the first token is verified."""

from typing import TYPE_CHECKING, Any

from stytch_async.endpoint import Operation, Runner

if TYPE_CHECKING:
    from stytch_async.tokens.rbac import Policy
    from stytch_async.tokens.service import Roles

__all__ = ["b2b_keys", "b2b_policy", "consumer_keys", "consumer_policy", "organization_roles"]


def consumer_keys() -> Operation[Any, Any]:
    """Return the operation that serves a Consumer project's keys."""
    from stytch_async.api.consumer.sessions import Sessions  # noqa: PLC0415 - loads a product

    return Sessions.get_jwks.operation


def b2b_keys() -> Operation[Any, Any]:
    """Return the operation that serves a B2B project's keys."""
    from stytch_async.api.b2b.sessions import Sessions  # noqa: PLC0415 - loads a product

    return Sessions.get_jwks.operation


async def consumer_policy(pipeline: Runner) -> "Policy":
    """Fetch the policy of a Consumer project."""
    from stytch_async.api.consumer.rbac import RBAC  # noqa: PLC0415 - loads a product
    from stytch_async.tokens.rbac import policy_of  # noqa: PLC0415

    operation = RBAC.policy.operation
    policy = (await pipeline.run(operation, operation.request())).policy
    return policy_of(policy.roles, policy.scopes) if policy else policy_of((), ())


async def b2b_policy(pipeline: Runner) -> "Policy":
    """Fetch the policy of a B2B project."""
    from stytch_async.api.b2b.rbac import RBAC  # noqa: PLC0415 - loads a product
    from stytch_async.tokens.rbac import policy_of  # noqa: PLC0415

    operation = RBAC.policy.operation
    policy = (await pipeline.run(operation, operation.request())).policy
    return policy_of(policy.roles, policy.scopes) if policy else policy_of((), ())


async def organization_roles(pipeline: Runner, organization_id: str) -> "Roles":
    """Fetch the roles that an organization adds to its project's."""
    from stytch_async.api.b2b.rbac import Organizations  # noqa: PLC0415 - loads a product
    from stytch_async.tokens.rbac import permissions_of  # noqa: PLC0415

    policy = (await Organizations(pipeline).get_org_policy(organization_id=organization_id)).org_policy
    return permissions_of(policy.roles if policy else None)
