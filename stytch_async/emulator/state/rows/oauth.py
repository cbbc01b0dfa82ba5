"""Accounts at identity providers, and the logins that begin with one."""

import datetime as dt

import attrs

from stytch_async.emulator.state.rows.credentials import OneTimeToken
from stytch_async.emulator.state.tables import Index, Table

__all__ = [
    "AttachToken",
    "OAuthRegistration",
    "OAuthStart",
    "OAuthStarts",
    "OAuthToken",
    "ProviderAccount",
    "ProviderTokens",
]


@attrs.frozen(kw_only=True)
class ProviderTokens:
    """What a provider gave out in the last login.

    Attributes:
        refresh_token: Empty where the provider gave none.
        id_token: Empty for providers without OpenID Connect.

    """

    access_token: str = attrs.field(repr=False)
    refresh_token: str = attrs.field(repr=False)
    id_token: str = attrs.field(repr=False)
    scopes: list[str]
    expires_at: dt.datetime


@attrs.define(kw_only=True, eq=False)
class OAuthRegistration:
    """An account at an identity provider.

    Attributes:
        provider: As it stands in start URLs, for example ``google``.
        subject: Who the person is to the provider.
        email_id: The address that came with it; empty where none was stored for it.
        tenants: The workspaces, hubs or organizations that the person belongs to at the provider.

    """

    id: str
    provider: str
    subject: str
    email_id: str = ""
    profile_picture_url: str = ""
    locale: str = ""
    tenants: list[str] = attrs.field(factory=list[str])
    tokens: ProviderTokens


@attrs.define(kw_only=True)
class ProviderAccount:
    """What a provider knows of somebody, and tells the app.

    Attributes:
        subject: Who they are to the provider.
        email: Their address there; empty where the provider tells none.
        email_verified: Whether the provider has verified it.
        tenants: The GitHub organizations, HubSpot hubs or Slack workspaces that they belong to.
        hosted_domain: Google's ``hd`` claim: whose Workspace the account belongs to; empty for a private one.

    """

    subject: str
    email: str = ""
    email_verified: bool = True
    name: str = ""
    profile_picture_url: str = ""
    locale: str = ""
    tenants: list[str] = attrs.field(factory=list[str])
    hosted_domain: str = ""


@attrs.define(kw_only=True, eq=False)
class OAuthStart:
    """A login that has begun at a start URL, while the browser is at the provider.

    Attributes:
        id: What goes to the provider and comes back: the ``state`` of OAuth.
        token_type: What the token that it ends with may be spent on.
        login_url: Where somebody who is known comes back to; for discovery, everybody.
        signup_url: Where anybody else comes back to.
        owner_id: The organization that it is a login to, or the user whose login it is in any case; empty where none
            was named.
        scopes: What the provider was asked for besides the usual.
        hosted_domain: The Google Workspace that the account must belong to; empty where any account will do.

    """

    id: str = attrs.field(repr=False)
    provider: str
    token_type: str
    login_url: str
    signup_url: str
    code_challenge: str | None
    owner_id: str = ""
    scopes: list[str] = attrs.field(factory=list[str])
    hosted_domain: str = ""
    expires_at: dt.datetime


@attrs.define(kw_only=True, eq=False)
class OAuthToken(OneTimeToken):
    """What a browser comes back with from a provider.

    Attributes:
        account: What the provider told.
        tokens: What it gave out.

    """

    provider: str
    account: ProviderAccount
    tokens: ProviderTokens


@attrs.define(kw_only=True, eq=False)
class AttachToken(OneTimeToken):
    """What ties the next login with a provider to a user."""

    provider: str


class OAuthStarts(Table[OAuthStart]):
    """The logins that have begun."""

    def __init__(self) -> None:
        super().__init__(lambda start: start.id)
        self.by_owner: Index[OAuthStart] = self.index(lambda start: filter(None, [start.owner_id]))
