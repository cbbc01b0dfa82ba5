"""What the tests of single sign-on share: certificates, and connections of each kind."""

import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from stytch_async.callbacks import read_callback
from stytch_async.clients import B2BClient
from stytch_async.emulator.world.oidc import OIDCProvider
from stytch_async.emulator.world.saml import SAMLProvider
from stytch_async.errors import APIError
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.b2b.sso import AuthenticateResponse, OIDCConnection, SAMLConnection
from stytch_async.schemas.shared import Authorization
from stytch_async.transports.memory import InMemoryTransport

Certify = Callable[[], str]
ConnectSAML = Callable[[str], Awaitable[SAMLConnection]]
ConnectOIDC = Callable[[str], Awaitable[OIDCConnection]]

Enter = Callable[..., Awaitable[AuthenticateResponse]]
Stranded = Callable[[Callable[[], str]], tuple[int, str | None]]

MAPPING = {"email": "mail", "full_name": "displayName"}


@pytest.fixture(scope="session")
def rsa_key() -> rsa.RSAPrivateKey:
    """Return a key; making one takes a while."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture(scope="session")
def private_key(rsa_key: rsa.RSAPrivateKey) -> str:
    """Return that key in PKCS #1 form."""
    return rsa_key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()).decode()


@pytest.fixture(scope="session")
def certify(rsa_key: rsa.RSAPrivateKey) -> Certify:
    """Return a function that makes a certificate of an identity provider, a new one each time."""

    def make() -> str:
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp.example.com")])
        builder = x509.CertificateBuilder(name, name, rsa_key.public_key())
        made = (
            builder.serial_number(x509.random_serial_number())
            .not_valid_before(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
            .not_valid_after(dt.datetime(2120, 1, 1, tzinfo=dt.UTC))
            .sign(rsa_key, SHA256())
        )
        return made.public_bytes(Encoding.PEM).decode()

    return make


@pytest.fixture
async def saml(b2b: B2BClient, organization: Organization) -> SAMLConnection:
    """Return a new SAML connection, which is pending."""
    created = await b2b.sso.saml.create_connection(organization_id=organization.organization_id)
    assert created.connection is not None
    return created.connection


@pytest.fixture
async def oidc(b2b: B2BClient, organization: Organization) -> OIDCConnection:
    """Return a new OpenID Connect connection, which is pending."""
    created = await b2b.sso.oidc.create_connection(organization_id=organization.organization_id)
    assert created.connection is not None
    return created.connection


@pytest.fixture
def connect_saml(b2b: B2BClient, certify: Certify) -> ConnectSAML:
    """Return a function that makes an active SAML connection for an organization."""

    async def connect(organization_id: str) -> SAMLConnection:
        created = await b2b.sso.saml.create_connection(organization_id=organization_id, display_name="Okta")
        assert created.connection is not None
        updated = await b2b.sso.saml.update_connection(
            organization_id=organization_id,
            connection_id=created.connection.connection_id,
            idp_entity_id="https://idp.example.com",
            idp_sso_url="https://idp.example.com/sso",
            x509_certificate=certify(),
            attribute_mapping=MAPPING,
        )
        assert updated.connection is not None
        return updated.connection

    return connect


@pytest.fixture
def connect_oidc(b2b: B2BClient) -> ConnectOIDC:
    """Return a function that makes an active OpenID Connect connection for an organization."""

    async def connect(organization_id: str) -> OIDCConnection:
        created = await b2b.sso.oidc.create_connection(organization_id=organization_id)
        assert created.connection is not None
        updated = await b2b.sso.oidc.update_connection(
            organization_id=organization_id,
            connection_id=created.connection.connection_id,
            issuer="https://idp.example.com",
            client_id="client",
            client_secret="secret",
            authorization_url="https://idp.example.com/authorize",
            token_url="https://idp.example.com/token",
            userinfo_url="https://idp.example.com/userinfo",
            jwks_url="https://idp.example.com/keys",
        )
        assert updated.connection is not None
        return updated.connection

    return connect


@pytest.fixture
async def okta(b2b: B2BClient, saml: SAMLConnection, transport: InMemoryTransport) -> SAMLProvider:
    """Return the identity provider behind a SAML connection, which is active then and maps groups."""
    provider = transport.identity_provider(saml)
    await b2b.sso.saml.update_connection(
        organization_id=saml.organization_id,
        connection_id=saml.connection_id,
        idp_entity_id=provider.entity_id,
        idp_sso_url=provider.sso_url,
        x509_certificate=provider.certificate,
        attribute_mapping={**MAPPING, "groups": "memberOf"},
    )
    return provider


@pytest.fixture
async def google(b2b: B2BClient, oidc: OIDCConnection, transport: InMemoryTransport) -> OIDCProvider:
    """Return the identity provider behind an OpenID Connect connection, which is active then."""
    provider = transport.identity_provider(oidc)
    await b2b.sso.oidc.update_connection(
        organization_id=oidc.organization_id,
        connection_id=oidc.connection_id,
        issuer=provider.issuer,
        client_id=provider.client_id,
        client_secret=provider.client_secret,
    )
    return provider


@pytest.fixture
def enter(b2b: B2BClient) -> Enter:
    """Return a function that logs in with the URL that a browser came back to."""

    async def authenticate(back: str, **arguments: Any) -> AuthenticateResponse:
        return await b2b.sso.authenticate(sso_token=read_callback(back).token, **arguments)

    return authenticate


@pytest.fixture
def stranded() -> Stranded:
    """Return a function that follows a browser which is to be refused, and returns status and type of the error."""

    def refused(travel: Callable[[], str]) -> tuple[int, str | None]:
        with pytest.raises(APIError) as caught:
            travel()
        return caught.value.status_code, caught.value.error_type

    return refused


@pytest.fixture
def as_grace(grace: EmailResetResponse) -> Authorization:
    """Return what makes a call as the organization's admin."""
    return Authorization(session_token=grace.session_token)


@pytest.fixture
def as_ada(ada: EmailResetResponse) -> Authorization:
    """Return what makes a call as a member without a role of their own."""
    return Authorization(session_token=ada.session_token)
