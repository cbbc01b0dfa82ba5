"""The role-based access policy of Consumer projects."""

from typing import Final

from stytch_async.endpoint import SAFE, endpoint
from stytch_async.schemas.consumer import rbac as schemas
from stytch_async.schemas.consumer.sessions import AuthorizationCheck, Session
from stytch_async.tokens.resource import TokenResource

__all__ = ["RBAC"]


class RBAC(TokenResource):
    """Read which roles and scopes permit what."""

    policy: Final = endpoint("GET", "/v1/rbac/policy", schemas.PolicyRequest, schemas.PolicyResponse, SAFE)

    async def allows(self, session: Session, resource_id: str, action: str) -> bool:
        """Tell whether a role of a session permits an action.

        The policy is the project's, fetched once and renewed in the background every five minutes; the session is
        believed, so take one that has been verified.

        Args:
            session: The session.
            resource_id: A resource of the policy.
            action: One of its actions.

        Raises:
            UnavailableError: The policy is not known, and could not be fetched: answer 503.

        """
        check = AuthorizationCheck(resource_id=resource_id, action=action)
        return await self._tokens.allows(check, session.roles)
