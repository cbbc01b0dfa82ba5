"""What the verified tokens of machines and apps come to."""

import datetime as dt
from typing import Any

import attrs

__all__ = ["ConnectedAppClaims", "MachineClaims"]


@attrs.frozen(kw_only=True)
class MachineClaims:
    """What a machine's access token says.

    Attributes:
        client_id: The M2M client that it was issued to.
        scopes: What it may do.
        issued_at: When it was issued.
        expires_at: When it stops working.
        custom_claims: Whatever the project's template adds.

    """

    client_id: str
    scopes: list[str]
    issued_at: dt.datetime
    expires_at: dt.datetime
    custom_claims: dict[str, Any]


@attrs.frozen(kw_only=True)
class ConnectedAppClaims:
    """What a Connected App's token says.

    Attributes:
        subject: The user or member on whose behalf the app acts.
        client_id: The app; ``None`` where the token does not tell.
        scope: What the app may do, space-separated.
        audience: Whom the token is meant for.
        issuer: Who issued it.
        issued_at: When it was issued.
        not_before: When it starts working.
        expires_at: When it stops working.
        token_type: ``access_token`` or ``refresh_token``; ``None`` where Stytch does not tell.
        organization_id: The member's organization; ``None`` for users.
        custom_claims: Whatever the project's template adds.

    """

    subject: str
    client_id: str | None
    scope: str
    audience: list[str]
    issuer: str
    issued_at: dt.datetime
    not_before: dt.datetime
    expires_at: dt.datetime
    token_type: str | None
    organization_id: str | None
    custom_claims: dict[str, Any]

    @property
    def scopes(self) -> list[str]:
        """The scopes, one by one."""
        return self.scope.split()
