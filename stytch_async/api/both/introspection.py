"""Checking the tokens of Connected Apps, the same for Consumer and B2B projects."""

import functools
from typing import ClassVar, Generic, TypeVar

from stytch_async.api.both.oauth2 import OAuth2
from stytch_async.errors import TokenError, TokenReason
from stytch_async.tokens.claims import Kind
from stytch_async.tokens.rbac import Check, require_organization
from stytch_async.tokens.readers import read_connected_app, read_introspected
from stytch_async.tokens.resource import TokenResource
from stytch_async.tokens.results import ConnectedAppClaims
from stytch_async.tokens.verifier import LEEWAY

__all__ = ["Introspection"]

C = TypeVar("C", bound=Check)


class Introspection(TokenResource, Generic[C]):
    """Check the access tokens that Connected Apps present."""

    refusal: ClassVar[str]
    """The error type of a refused authorization check."""

    async def introspect_token_network(
        self,
        token: str,
        client_id: str,
        client_secret: str | None = None,
        token_type_hint: str = "access_token",  # noqa: S107 - the kind of a token
        authorization_check: C | None = None,
    ) -> ConnectedAppClaims:
        """Ask Stytch whether a token is active, and what it says.

        Stytch knows of revoked tokens, and of refresh tokens, which say nothing themselves.

        Args:
            token: The access token or refresh token.
            client_id: The Connected App that it was issued to.
            client_secret: Its secret; public Connected Apps have none.
            token_type_hint: ``access_token`` or ``refresh_token``.
            authorization_check: Refuse unless a scope of the token permits this action.

        Raises:
            TokenError: The token is not active.
            AuthenticationError: ``invalid_client``: no such client, or not its secret.
            PermissionDeniedError: No scope permits the action.
            UnavailableError: The policy is not known, and could not be fetched: answer 503.

        Source: `POST /v1/public/{project_id}/oauth2/introspect
        <https://stytch.com/docs/api-reference/consumer/api/connected-apps/introspect-token>`_
        """
        response = await OAuth2(self._pipeline).introspect(
            project_id=self._pipeline.project_id,
            token=token,
            client_id=client_id,
            client_secret=client_secret,
            token_type_hint=token_type_hint,
        )
        if not response.active:
            raise TokenError(TokenReason.INACTIVE, "Stytch says that it is not active")
        claims = read_introspected(response.claims)
        await self._authorize(claims, authorization_check, "idp.introspect_token_network")
        return claims

    async def introspect_access_token_local(
        self, access_token: str, authorization_check: C | None = None, leeway: float = LEEWAY
    ) -> ConnectedAppClaims:
        """Verify a Connected App's access token on this machine.

        A user's session and a machine's token are refused, even though the project has signed them too. Whether the
        token has been revoked, only Stytch knows.

        Args:
            access_token: The JWT.
            authorization_check: Refuse unless a scope of the token permits this action.
            leeway: Seconds that the clocks may differ.

        Raises:
            TokenError: The token is refused; ``reason`` tells why.
            PermissionDeniedError: No scope permits the action.
            UnavailableError: Keys or policy are not known, and could not be fetched: answer 503.

        """
        read = functools.partial(read_connected_app, token_type="access_token")  # noqa: S106 - its name
        claims = await self._verified(access_token, Kind.CONNECTED_APP, read, leeway=leeway)
        await self._authorize(claims, authorization_check, "idp.introspect_access_token_local")
        return claims

    async def _authorize(self, claims: ConnectedAppClaims, check: C | None, operation: str) -> None:
        if check is None:
            return
        organization_id: str | None = getattr(check, "organization_id", None)
        if organization_id is not None:
            require_organization(claims.organization_id, organization_id, operation)
        await self._tokens.require_scopes(check, claims.scopes, error_type=self.refusal, operation=operation)
