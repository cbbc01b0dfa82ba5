"""Accounts at identity providers that users and members log in with."""

import datetime as dt

import attrs

__all__ = ["OAuthRegistration", "ProviderTokens"]


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
