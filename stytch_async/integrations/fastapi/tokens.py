"""Who calls with a token that is not a session."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Depends
from fastapi.openapi.models import HTTPBearer
from fastapi.security import SecurityScopes
from starlette.requests import HTTPConnection

from stytch_async.clients import B2BClient, Client
from stytch_async.integrations.asgi import visit_of
from stytch_async.integrations.connections import refusing
from stytch_async.integrations.fastapi.kept import stytch_client
from stytch_async.integrations.fastapi.schemes import Dependency, Scheme
from stytch_async.integrations.guard import Visit, bearer_token, refusal
from stytch_async.integrations.refusals import MissingCredentialsError
from stytch_async.tokens.results import ConnectedAppClaims, MachineClaims
from stytch_async.tokens.service import require_held

__all__ = ["ConnectedAppAuth", "MachineAuth", "TokenAuth"]

T = TypeVar("T")


class TokenAuth(Generic[T]):
    """Who calls with a bearer token that is not a session: take `MachineAuth` or `ConnectedAppAuth`.

    Attributes:
        claims: A dependency: what the token says. Scopes are required by ``Security(auth.claims, scopes=[…])``.

    """

    claims: Dependency[T]

    def __init__(
        self,
        verify: Callable[[Client | B2BClient, Visit], Awaitable[T]],
        held: Callable[[T], Iterable[str]],
        client: Callable[..., Any],
        scheme_name: str,
    ) -> None:
        scheme = Scheme(HTTPBearer(bearerFormat="JWT"), scheme_name)

        async def claims(
            scopes: SecurityScopes,
            connection: HTTPConnection,
            client: Annotated[Client | B2BClient, Depends(client)],
            _scheme: Annotated[None, Depends(scheme)],
        ) -> T:
            with refusing(lambda error: refusal(error, scopes=scopes.scope_str)):
                visit = visit_of(connection.scope)
                if bearer_token(visit) is None:
                    raise MissingCredentialsError
                found = await verify(client, visit)
                require_held(held(found), scopes.scopes)
                return found

        self.claims = claims


class MachineAuth(TokenAuth[MachineClaims]):
    """Machines that call with an M2M token, in Consumer and B2B projects alike."""

    def __init__(self, client: Callable[..., Any] = stytch_client, *, scheme_name: str = "StytchMachine") -> None:
        """Say how machines are recognised.

        Args:
            client: A dependency: the client, of either kind.
            scheme_name: What the OpenAPI document calls the security scheme.

        """
        super().__init__(_machine, lambda claims: claims.scopes, client, scheme_name)


class ConnectedAppAuth(TokenAuth[ConnectedAppClaims]):
    """Connected Apps that call with the access token of a user or member."""

    def __init__(self, client: Callable[..., Any] = stytch_client, *, scheme_name: str = "StytchConnectedApp") -> None:
        """Say how Connected Apps are recognised.

        Args:
            client: A dependency: the client, of either kind.
            scheme_name: What the OpenAPI document calls the security scheme.

        """
        super().__init__(_connected_app, lambda claims: claims.scopes, client, scheme_name)


async def _machine(client: Client | B2BClient, visit: Visit) -> MachineClaims:
    return await client.m2m.authenticate_token(bearer_token(visit) or "")


async def _connected_app(client: Client | B2BClient, visit: Visit) -> ConnectedAppClaims:
    return await client.idp.introspect_access_token_local(bearer_token(visit) or "")
