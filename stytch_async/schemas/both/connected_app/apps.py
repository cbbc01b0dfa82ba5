"""Connected Apps as the API describes them."""

from typing import Literal

import attrs

__all__ = [
    "ClientType",
    "ConnectedApp",
    "ConnectedAppPublic",
    "ConnectedAppWithClientSecret",
    "ConnectedAppWithNextClientSecret",
]


@attrs.define(kw_only=True)
class ConnectedApp:
    """An application that users log in to with their account here.

    Attributes:
        full_access_allowed: Whether its access tokens can be exchanged for a session.
        redirect_urls: Where it may send users back to.
        access_token_template_content: A JSON template of claims that its access tokens carry.
        bypass_consent_for_offline_access: Whether it gets refresh tokens without asking the user.
        client_secret_last_four: The end of its secret, or ``None`` for an app without one.
        next_client_secret_last_four: ``None`` unless a rotation is under way.
        logo_url: A picture for the consent page.

    """

    __schema__ = "api_connectedapps_v1_ConnectedApp"

    client_id: str
    client_name: str
    client_description: str
    status: str
    full_access_allowed: bool
    client_type: str
    redirect_urls: list[str]
    access_token_expiry_minutes: int
    access_token_template_content: str
    post_logout_redirect_urls: list[str]
    bypass_consent_for_offline_access: bool
    creation_method: str
    client_secret_last_four: str | None = None
    next_client_secret_last_four: str | None = None
    access_token_custom_audience: str | None = None
    logo_url: str | None = None
    client_id_metadata_url: str | None = None


@attrs.define(kw_only=True)
class ConnectedAppPublic:
    """What a consent page may show of a Connected App."""

    __schema__ = "api_connectedapps_v1_ConnectedAppPublic"

    client_id: str
    client_name: str
    client_description: str
    client_type: str
    logo_url: str | None = None


@attrs.define(kw_only=True)
class ConnectedAppWithClientSecret:
    """A new app with its secret, which Stytch keeps only as a hash and never shows again.

    Attributes:
        client_secret: ``None`` for the public types.

    """

    __schema__ = "api_connectedapps_v1_ConnectedAppWithClientSecret"

    client_id: str
    client_name: str
    client_description: str
    status: str
    full_access_allowed: bool
    client_type: str
    redirect_urls: list[str]
    access_token_expiry_minutes: int
    access_token_template_content: str
    post_logout_redirect_urls: list[str]
    bypass_consent_for_offline_access: bool
    client_secret_last_four: str | None = None
    next_client_secret_last_four: str | None = None
    client_secret: str | None = attrs.field(default=None, repr=False)
    access_token_custom_audience: str | None = None
    logo_url: str | None = None
    client_id_metadata_url: str | None = None


@attrs.define(kw_only=True)
class ConnectedAppWithNextClientSecret:
    """An app with its next secret, which Stytch keeps only as a hash and never shows again."""

    __schema__ = "api_connectedapps_v1_ConnectedAppWithNextClientSecret"

    client_id: str
    client_name: str
    client_description: str
    status: str
    client_secret_last_four: str
    full_access_allowed: bool
    client_type: str
    redirect_urls: list[str]
    next_client_secret: str = attrs.field(repr=False)
    access_token_expiry_minutes: int
    access_token_template_content: str
    post_logout_redirect_urls: list[str]
    bypass_consent_for_offline_access: bool
    next_client_secret_last_four: str | None = None
    access_token_custom_audience: str | None = None
    logo_url: str | None = None
    client_id_metadata_url: str | None = None


ClientType = Literal["first_party", "first_party_public", "third_party", "third_party_public"]
"""Whose app it is; the public types run where no secret is safe, and use PKCE instead."""
