"""Sessions of Consumer users."""

from typing import Any, Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, endpoint
from stytch_async.errors import TokenError
from stytch_async.schemas.consumer import sessions as schemas
from stytch_async.tokens.claims import STALE, Kind
from stytch_async.tokens.resource import TokenResource
from stytch_async.tokens.users import AuthenticatedSession, read_session
from stytch_async.tokens.verifier import LEEWAY

__all__ = ["Sessions"]

LOCAL: Final = "sessions.authenticate_jwt_local"


class Sessions(TokenResource):
    """List, check and end sessions, and get the keys that sign their JWTs."""

    get: Final = endpoint("GET", "/v1/sessions", schemas.GetRequest, schemas.GetResponse, SAFE)
    # Sent twice, it sets the same expiry (now plus minutes) and merges the same claims again: no harm in a repeat.
    authenticate: Final = endpoint(
        "POST", "/v1/sessions/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, SAFE
    )
    revoke: Final = endpoint("POST", "/v1/sessions/revoke", schemas.RevokeRequest, schemas.RevokeResponse, IDEMPOTENT)
    migrate: Final = endpoint("POST", "/v1/sessions/migrate", schemas.MigrateRequest, schemas.MigrateResponse, ONCE)
    exchange_access_token: Final = endpoint(
        "POST",
        "/v1/sessions/exchange_access_token",
        schemas.ExchangeAccessTokenRequest,
        schemas.ExchangeAccessTokenResponse,
        ONCE,
    )
    get_jwks: Final = endpoint(
        "GET", "/v1/sessions/jwks/{project_id}", schemas.GetJWKSRequest, schemas.GetJWKSResponse, SAFE, public=True
    )
    attest: Final = endpoint("POST", "/v1/sessions/attest", schemas.AttestRequest, schemas.AttestResponse, ONCE)

    async def authenticate_jwt_local(
        self,
        session_jwt: str,
        max_token_age_seconds: float | None = None,
        leeway: float = LEEWAY,
        authorization_check: schemas.AuthorizationCheck | None = None,
    ) -> schemas.Session:
        """Verify a session JWT on this machine.

        Signature, issuer, audience and times are checked with the project's public keys, which are fetched once and
        kept fresh in the background. Whether the session has been revoked since the JWT was issued, only the API knows:
        a JWT expires after five minutes.

        Args:
            session_jwt: The JWT.
            max_token_age_seconds: Refuse a JWT that was issued longer ago; 0 refuses all.
            leeway: Seconds that the clocks may differ.
            authorization_check: Refuse unless a role of the session permits this action, by the project's policy, which
                is up to five minutes old.

        Raises:
            TokenError: The JWT is refused; ``reason`` tells why.
            PermissionDeniedError: ``consumer_session_authorization_error``: no role permits the action.
            UnavailableError: Keys or policy are not known, and could not be fetched: answer 503.

        """
        session = await self._verified(
            session_jwt, Kind.USER_SESSION, read_session, max_age=max_token_age_seconds, leeway=leeway
        )
        if authorization_check is not None:
            await self._tokens.require_roles(
                authorization_check,
                session.roles,
                error_type="consumer_session_authorization_error",
                operation=LOCAL,
            )
        return session

    async def authenticate_jwt(
        self,
        session_jwt: str,
        max_token_age_seconds: float | None = None,
        session_custom_claims: dict[str, Any] | None = None,
        authorization_check: schemas.AuthorizationCheck | None = None,
        session_duration_minutes: int | None = None,
    ) -> AuthenticatedSession:
        """Verify a session JWT on this machine, and ask the API where that is not enough.

        The API is asked when the JWT has expired or is older than wanted, and when the session is to change: for custom
        claims or a longer life. Its answer brings a new JWT.

        Args:
            session_jwt: The JWT.
            max_token_age_seconds: Ask the API about a JWT that was issued longer ago; 0 asks always.
            session_custom_claims: Claims to merge into those of the session.
            authorization_check: Refuse unless a role of the session permits this action.
            session_duration_minutes: How long the session is to last from now on.

        Raises:
            TokenError: The JWT is refused, and the API would refuse it too; ``reason`` tells why.
            NotFoundError: ``session_not_found``: the session has expired or was revoked.
            PermissionDeniedError: ``consumer_session_authorization_error``: no role permits the action.
            UnavailableError: Keys or policy are not known, and could not be fetched: answer 503.

        """
        if session_custom_claims is None and session_duration_minutes is None:
            try:
                session = await self.authenticate_jwt_local(
                    session_jwt, max_token_age_seconds, authorization_check=authorization_check
                )
                return AuthenticatedSession(session=session, session_jwt=session_jwt, refreshed=False)
            except TokenError as error:
                if error.reason not in STALE:
                    raise
        response = await self.authenticate(
            session_jwt=session_jwt,
            session_custom_claims=session_custom_claims,
            authorization_check=authorization_check,
            session_duration_minutes=session_duration_minutes,
        )
        return AuthenticatedSession(
            session=response.session, session_jwt=response.session_jwt, refreshed=True, user=response.user
        )
