"""What identity providers are asked."""

import base64
import zlib
from typing import Final
from urllib.parse import urlencode
from xml.sax.saxutils import escape, quoteattr

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from stytch_async.emulator.rules.b2b.sso.views import callback_url
from stytch_async.emulator.rules.redirects import with_parameters
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import OIDCConnection, SAMLConnection
from stytch_async.emulator.state.rows.sso import SSOStart

__all__ = ["authorization_url", "saml_request_url"]

SIGNATURE: Final = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"


def saml_request_url(project: Project, connection: SAMLConnection, start: SSOStart) -> str:
    """Return the URL that asks a SAML identity provider, signed with the newest key (SAML 2.0 Bindings, 3.4)."""
    here = callback_url(project, connection)
    request = (
        '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"'
        f' xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID={quoteattr(start.id)} Version="2.0"'
        f' IssueInstant="{project.now:%Y-%m-%dT%H:%M:%SZ}" Destination={quoteattr(connection.idp_sso_url)}'
        f" AssertionConsumerServiceURL={quoteattr(connection.alternative_acs_url or here)}>"
        f"<saml:Issuer>{escape(here)}</saml:Issuer>"
        f"<samlp:NameIDPolicy Format={quoteattr(connection.nameid_format)}/></samlp:AuthnRequest>"
    )
    deflated = zlib.compress(request.encode(), wbits=-zlib.MAX_WBITS)
    asked = {"SAMLRequest": base64.b64encode(deflated).decode(), "RelayState": start.id, "SigAlg": SIGNATURE}
    signature = connection.signing_keys[-1].private_key.sign(urlencode(asked).encode(), PKCS1v15(), SHA256())
    return with_parameters(connection.idp_sso_url, **asked, Signature=base64.b64encode(signature).decode())


def authorization_url(project: Project, connection: OIDCConnection, start: SSOStart, scope: str) -> str:
    """Return the URL that asks an identity provider of OpenID Connect for a code."""
    return with_parameters(
        connection.authorization_url,
        response_type="code",
        client_id=connection.client_id,
        redirect_uri=callback_url(project, connection),
        scope=scope,
        state=start.id,
        nonce=start.nonce,
    )
