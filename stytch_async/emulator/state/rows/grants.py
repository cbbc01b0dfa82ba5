"""What users and members have allowed Connected Apps, and the codes and tokens that came of it."""

import datetime as dt

import attrs

from stytch_async.emulator.state.tables import Index, Table

__all__ = [
    "AccessToken",
    "AccessTokens",
    "AppLogin",
    "AuthorizationCode",
    "AuthorizationCodes",
    "Grant",
    "Grants",
    "RefreshToken",
    "RefreshTokens",
]


@attrs.define(kw_only=True, eq=False)
class Grant:
    """What a user or member allows an app; whatever came of it is good for as long as the row is there.

    Attributes:
        organization_id: The organization of a member.
        scopes: What the last authorization granted.

    """

    id: str
    app_id: str
    owner_id: str
    organization_id: str | None
    scopes: list[str]


@attrs.frozen(kw_only=True)
class AppLogin:
    """One authorization of an app: what the codes and tokens that come of it have in common.

    Attributes:
        session_id: The session that it was given with, if it was given with one.
        nonce: What the ID token is to repeat.
        resources: The servers that the access tokens are meant for.

    """

    id: str
    grant_id: str
    app_id: str
    owner_id: str
    scopes: tuple[str, ...]
    session_id: str | None
    nonce: str | None
    resources: tuple[str, ...]


@attrs.define(kw_only=True, eq=False)
class AuthorizationCode:
    """What an app exchanges for its first tokens, once."""

    value: str = attrs.field(repr=False)
    login: AppLogin
    redirect_uri: str
    code_challenge: str | None
    expires_at: dt.datetime
    spent: bool = False


@attrs.define(kw_only=True, eq=False)
class AccessToken:
    """An access token, known by its ``jti`` claim.

    Attributes:
        is_first: Whether it was given for an authorization code, and not for a refresh token.
        spent: Whether it was exchanged for a session.

    """

    id: str
    login: AppLogin
    scopes: list[str]
    is_first: bool
    issued_at: dt.datetime
    expires_at: dt.datetime
    spent: bool = False


@attrs.define(kw_only=True, eq=False)
class RefreshToken:
    """A refresh token.

    Attributes:
        spent: Whether another one has taken its place.

    """

    value: str = attrs.field(repr=False)
    login: AppLogin
    issued_at: dt.datetime
    expires_at: dt.datetime
    spent: bool = False


class Grants(Table[Grant]):
    """The grants of a project, and every way to find one."""

    def __init__(self) -> None:
        super().__init__(lambda grant: grant.id)
        self.by_owner: Index[Grant] = self.index(lambda grant: [grant.owner_id])
        self.by_app: Index[Grant] = self.index(lambda grant: [grant.app_id])
        self.by_owner_and_app: Index[Grant] = self.index(lambda grant: [(grant.owner_id, grant.app_id)])
        self.by_organization: Index[Grant] = self.index(lambda grant: filter(None, [grant.organization_id]))


class AuthorizationCodes(Table[AuthorizationCode]):
    """The authorization codes of a project."""

    def __init__(self) -> None:
        super().__init__(lambda code: code.value)


class AccessTokens(Table[AccessToken]):
    """The access tokens of Connected Apps."""

    def __init__(self) -> None:
        super().__init__(lambda token: token.id)
        self.by_login: Index[AccessToken] = self.index(lambda token: [token.login.id])


class RefreshTokens(Table[RefreshToken]):
    """The refresh tokens of Connected Apps."""

    def __init__(self) -> None:
        super().__init__(lambda token: token.value)
        self.by_login: Index[RefreshToken] = self.index(lambda token: [token.login.id])
