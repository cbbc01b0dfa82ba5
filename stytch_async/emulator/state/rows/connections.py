"""The SSO connections of organizations."""

import datetime as dt
from typing import Final, Literal

import attrs
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from stytch_async.emulator.state.tables import Index, Table

__all__ = [
    "EMAIL_NAMEID",
    "AnyConnection",
    "Certificate",
    "Connection",
    "Connections",
    "EncryptionKey",
    "ExternalConnection",
    "GroupRole",
    "OIDCConnection",
    "ProviderConnection",
    "SAMLConnection",
    "SigningKey",
]

SAML_1: Final = "urn:oasis:names:tc:SAML:1.1"
EMAIL_NAMEID: Final = f"{SAML_1}:nameid-format:emailAddress"


@attrs.frozen
class GroupRole:
    """A role for whoever the identity provider has in a group."""

    role_id: str
    group: str


@attrs.frozen(kw_only=True)
class Certificate:
    """A certificate of a SAML connection, in PEM form."""

    id: str
    pem: str
    issuer: str
    created_at: dt.datetime
    expires_at: dt.datetime


@attrs.frozen(kw_only=True)
class SigningKey:
    """What Stytch signs its requests with, and the certificate that tells its public half."""

    certificate: Certificate
    private_key: RSAPrivateKey = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class EncryptionKey:
    """What Stytch reads encrypted assertions with, in PEM form."""

    id: str
    private_key: str = attrs.field(repr=False)
    created_at: dt.datetime


@attrs.define(kw_only=True, eq=False)
class Connection:
    """A way into an organization.

    Attributes:
        roles: For everybody who logs in through it.
        group_roles: For whoever logs in through it and is in a group.

    """

    id: str
    organization_id: str
    display_name: str
    roles: list[str] = attrs.field(factory=list[str])
    group_roles: list[GroupRole] = attrs.field(factory=list[GroupRole])

    @property
    def status(self) -> Literal["active", "pending"]:
        """What the API calls it: ``active`` once members may log in through it."""
        return "active" if self.is_active else "pending"

    @property
    def is_active(self) -> bool:
        """Whether members may log in through it; an external one is active from the beginning."""
        return True


@attrs.define(kw_only=True, eq=False)
class ProviderConnection(Connection):
    """A connection to an identity provider, which belongs to the organization itself.

    Attributes:
        identity_provider: Which product it is.
        attribute_mapping: By what Stytch wants to know of a member: what the identity provider calls it.

    """

    identity_provider: str
    attribute_mapping: dict[str, str] = attrs.field(factory=dict[str, str])


@attrs.define(kw_only=True, eq=False)
class SAMLConnection(ProviderConnection):
    """A connection to an identity provider that speaks SAML: named as the API names it, with its defaults."""

    idp_entity_id: str = ""
    idp_sso_url: str = ""
    nameid_format: str = EMAIL_NAMEID
    alternative_acs_url: str = ""
    alternative_audience_uri: str = ""
    idp_initiated_auth_disabled: bool = False
    allow_gateway_callback: bool = False
    signing_keys: list[SigningKey] = attrs.field(factory=list[SigningKey])
    verification_certificates: list[Certificate] = attrs.field(factory=list[Certificate])
    encryption_keys: list[EncryptionKey] = attrs.field(factory=list[EncryptionKey])

    @property
    def is_active(self) -> bool:
        """Whether it has all that a login needs (behaviour 23)."""
        needed = (self.idp_sso_url, self.idp_entity_id, self.verification_certificates, self.attribute_mapping)
        return all(needed)


@attrs.define(kw_only=True, eq=False)
class OIDCConnection(ProviderConnection):
    """A connection to an identity provider that speaks OpenID Connect: named as the API names it."""

    issuer: str = ""
    client_id: str = ""
    client_secret: str = attrs.field(default="", repr=False)
    authorization_url: str = ""
    token_url: str = ""
    userinfo_url: str = ""
    jwks_url: str = ""
    custom_scopes: str = ""

    @property
    def is_active(self) -> bool:
        """Whether it has all that a login needs (behaviour 23)."""
        urls = (self.issuer, self.authorization_url, self.token_url, self.userinfo_url, self.jwks_url)
        return all((*urls, self.client_id, self.client_secret))


@attrs.define(kw_only=True, eq=False)
class ExternalConnection(Connection):
    """The use of a connection that belongs to another organization."""

    shared: SAMLConnection | OIDCConnection


AnyConnection = SAMLConnection | OIDCConnection | ExternalConnection


class Connections(Table[AnyConnection]):
    """The SSO connections of all organizations, and every way to find one."""

    def __init__(self) -> None:
        super().__init__(lambda connection: connection.id)
        self.by_organization: Index[AnyConnection] = self.index(lambda connection: [connection.organization_id])
        self.by_shared: Index[AnyConnection] = self.index(
            lambda connection: [connection.shared.id] if isinstance(connection, ExternalConnection) else []
        )
