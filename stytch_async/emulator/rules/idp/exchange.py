"""Access tokens of Connected Apps in exchange for sessions."""

import datetime as dt
from typing import Final

import attrs

from stytch_async.emulator.refusals.idp import (
    CONNECTED_APP_CONSENT_REVOKED,
    IDP_ACCESS_TOKEN_COULD_NOT_BE_EXCHANGED,
    IDP_ACCESS_TOKEN_EXPIRED,
    IDP_ACCESS_TOKEN_NOT_FOUND,
    OAUTH_ACCESS_TOKEN_EXCHANGE_MISSING_FULL_ACCESS,
    OAUTH_ACCESS_TOKEN_EXCHANGE_TOKEN_INVALID_GRANT,
    OAUTH_ACCESS_TOKEN_EXCHANGE_TOKEN_TOO_OLD,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.factors import factor, with_factor
from stytch_async.emulator.rules.idp.scopes import FULL_ACCESS
from stytch_async.emulator.rules.idp.tokens import known_token
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.grants import AccessToken
from stytch_async.emulator.state.rows.sessions import Owner

__all__ = ["Exchange", "exchangeable"]

FRESH: Final = dt.timedelta(minutes=5)


@attrs.frozen
class Exchange:
    """A token that can be exchanged, and what the new session begins with.

    Attributes:
        owner_id: The user or member.
        factors: Those of the session that the app was authorized with, and the exchange.

    """

    token: AccessToken
    factors: list[Factor]

    @property
    def owner_id(self) -> str:
        """Whose session it will be."""
        return self.token.login.owner_id


def exchangeable(project: Project, text: str, owner: Owner) -> Exchange:
    """Return what a token can be exchanged for, or refuse (behaviour-more I5 to I7; the order is inferred)."""
    token = known_token(project, text)
    if not isinstance(token, AccessToken) or token.spent:
        raise Refusal(IDP_ACCESS_TOKEN_NOT_FOUND)
    if token.login.grant_id not in project.grants:
        raise Refusal(CONNECTED_APP_CONSENT_REVOKED)
    if token.expires_at <= project.now:
        raise Refusal(IDP_ACCESS_TOKEN_EXPIRED)
    if FULL_ACCESS not in token.scopes:
        raise Refusal(OAUTH_ACCESS_TOKEN_EXCHANGE_MISSING_FULL_ACCESS)
    if not token.is_first:
        raise Refusal(OAUTH_ACCESS_TOKEN_EXCHANGE_TOKEN_INVALID_GRANT)
    if project.now - token.issued_at > FRESH:
        raise Refusal(OAUTH_ACCESS_TOKEN_EXCHANGE_TOKEN_TOO_OLD)
    session = project.sessions.get(token.login.session_id or "")
    if session is None or session.owner != owner or session.expires_at <= project.now:
        raise Refusal(IDP_ACCESS_TOKEN_COULD_NOT_BE_EXCHANGED)
    return Exchange(token, with_factor(session.factors, _exchange_factor(project, token)))


def _exchange_factor(project: Project, token: AccessToken) -> Factor:
    name = "oauth_access_token_exchange"
    return factor(project, "oauth", name, f"{name}_factor", client_id=token.login.app_id)
