"""A SAML identity provider, played for a test: what it answers is really signed."""

import base64
import datetime as dt
import zlib
from collections.abc import Iterable, Mapping
from typing import Final, Literal
from urllib.parse import parse_qs, urlsplit

import attrs
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from stytch_async.emulator.rules.b2b.sso.views import callback_url
from stytch_async.emulator.rules.signatures import sign
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import SAMLConnection
from stytch_async.emulator.world.identity import IdentityProvider
from stytch_async.emulator.world.keys import key_pair
from stytch_async.emulator.world.person import Person
from stytch_async.emulator.world.providers import OWNER
from stytch_async.emulator.world.responses import SUCCESS, Answer

__all__ = ["SAMLFlaw", "SAMLProvider"]

SAMLFlaw = Literal[
    "expired",
    "failed",
    "foreign_key",
    "no_email",
    "not_yet_valid",
    "tampered",
    "unsigned",
    "unsolicited",
    "wrong_audience",
]
"""What can be wrong with an answer."""

GOOD_FOR: Final = dt.timedelta(minutes=5)
DELAYS: Final = {"expired": -2 * GOOD_FOR, "not_yet_valid": GOOD_FOR}
FAILED: Final = "urn:oasis:names:tc:SAML:2.0:status:Responder"
NEVER_ASKED: Final = "a-request-that-nobody-made"
SOMEBODY_ELSE: Final = "https://somebody-else.example.com"


@attrs.frozen
class _Request:
    id: str | None
    recipient: str


class SAMLProvider(IdentityProvider[str | Iterable[str], SAMLFlaw]):
    """An identity provider behind a SAML connection; its people need not be known to it first.

    Attributes:
        entity_id: Its name of itself: the connection's ``idp_entity_id``.
        sso_url: Where people log in: the connection's ``idp_sso_url``.
        certificate: What its answers are checked with: the connection's ``x509_certificate``.
        metadata_url: Where all three can be read: what ``update_by_url`` takes.
        signs: Which part of an answer it signs.

    """

    def __init__(self, project: Project, connection_id: str) -> None:
        """Begin to serve a connection, which may be pending still."""
        super().__init__(project, connection_id)
        self.entity_id: str = f"{OWNER}/{connection_id}"
        self.sso_url: str = f"{self.entity_id}/sso"
        self.metadata_url: str = f"{self.entity_id}/metadata"
        self.certificate: str = key_pair(OWNER).certificate
        self.signs: Literal["assertion", "response"] = "assertion"
        project.web.publish(self.metadata_url, self._metadata())
        project.web.residents[self.entity_id] = self

    def receive(
        self,
        person: Person | str,
        url: str,
        *,
        attributes: Mapping[str, str | Iterable[str]] | None = None,
        groups: Iterable[str] = (),
        subject: str | None = None,
        flaw: SAMLFlaw | None = None,
    ) -> str:
        """Log somebody in whom Stytch has sent to a URL of this identity provider; otherwise the same as `log_in`."""
        request = self._read(url)
        return self._answer(person, request, attributes=attributes, groups=groups, subject=subject, flaw=flaw)

    def launch(
        self,
        person: Person | str,
        *,
        attributes: Mapping[str, str | Iterable[str]] | None = None,
        groups: Iterable[str] = (),
        subject: str | None = None,
        flaw: SAMLFlaw | None = None,
    ) -> str:
        """Let somebody open the app from within the identity provider; otherwise the same as `log_in`."""
        request = _Request(None, callback_url(self._project, self._connection))
        return self._answer(person, request, attributes=attributes, groups=groups, subject=subject, flaw=flaw)

    @property
    def _connection(self) -> SAMLConnection:
        connection = self._project.connections[self._connection_id]
        if not isinstance(connection, SAMLConnection):
            raise TypeError(f"{self._connection_id} is not a SAML connection")
        return connection

    def _read(self, url: str) -> _Request:
        """Read a request, after its signature was verified (SAML 2.0 Bindings, 3.4)."""
        if not url.startswith(f"{self.sso_url}?"):
            raise ValueError("the start URL leads to another identity provider")
        query = urlsplit(url).query
        texts = {name: values[0] for name, values in parse_qs(query).items()}
        certificate = x509.load_pem_x509_certificate(self._connection.signing_keys[-1].certificate.pem.encode())
        key = certificate.public_key()
        if not isinstance(key, RSAPublicKey):
            raise TypeError("Stytch signs with RSA keys only")
        signed, _, _ = query.rpartition("&Signature=")
        key.verify(base64.b64decode(texts["Signature"]), signed.encode(), PKCS1v15(), SHA256())
        from lxml import etree  # noqa: PLC0415 - only single sign-on needs it

        request = etree.fromstring(zlib.decompress(base64.b64decode(texts["SAMLRequest"]), wbits=-zlib.MAX_WBITS))
        return _Request(request.get("ID", ""), request.get("AssertionConsumerServiceURL", ""))

    def _answer(
        self,
        person: Person | str,
        request: _Request,
        *,
        attributes: Mapping[str, str | Iterable[str]] | None,
        groups: Iterable[str],
        subject: str | None,
        flaw: SAMLFlaw | None,
    ) -> str:
        """Answer a request, and return where the browser comes to."""
        email, name = (person, "") if isinstance(person, str) else (person.email, person.name)
        told = self._mapped(email, name, groups)
        told |= {key: [value] if isinstance(value, str) else [*value] for key, value in (attributes or {}).items()}
        if flaw == "no_email":
            told.pop(self._connection.attribute_mapping["email"])
        begins = self._project.now + DELAYS.get(flaw or "", dt.timedelta())
        answer = Answer(
            id=f"_{self._project.ids.new('request-id')}",
            issuer=self.entity_id,
            subject=subject or email,
            nameid_format=self._connection.nameid_format,
            attributes=told,
            in_response_to=NEVER_ASKED if flaw == "unsolicited" else request.id,
            audience=SOMEBODY_ELSE if flaw == "wrong_audience" else callback_url(self._project, self._connection),
            recipient=request.recipient,
            not_before=begins,
            expires_at=begins + GOOD_FOR,
            status=FAILED if flaw == "failed" else SUCCESS,
        )
        return self._tell(answer, flaw)

    def _mapped(self, email: str, name: str, groups: Iterable[str]) -> dict[str, list[str]]:
        """Return what is known of somebody by the names that the connection expects."""
        first, _, last = name.partition(" ")
        known = {"email": [email], "full_name": [name], "first_name": [first], "last_name": [last], "groups": [*groups]}
        mapping = self._connection.attribute_mapping
        return {mapping[wanted]: known[wanted] for wanted in mapping.keys() & known.keys() if any(known[wanted])}

    def _tell(self, answer: Answer, flaw: SAMLFlaw | None) -> str:
        keys = key_pair(SOMEBODY_ELSE if flaw == "foreign_key" else OWNER)
        signs = None if flaw == "unsigned" else self.signs
        document = answer.assertion(signed=signs == "assertion")
        if signs == "assertion":
            document = sign(document, private_key=keys.private_key, certificate=keys.certificate)
        document = answer.response(document, signed=signs == "response")
        if signs == "response":
            document = sign(document, private_key=keys.private_key, certificate=keys.certificate)
        if flaw == "tampered":
            document = document.replace(answer.subject, f"not-{answer.subject}")
        form = {"SAMLResponse": base64.b64encode(document.encode()).decode(), "RelayState": answer.in_response_to or ""}
        return self._send(callback_url(self._project, self._connection), form)

    def _metadata(self) -> str:
        body = "".join(self.certificate.splitlines()[1:-1])
        return (
            '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"'
            f' xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="{self.entity_id}">'
            '<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">'
            '<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data>'
            f"<ds:X509Certificate>{body}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
            '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"'
            f' Location="{self.sso_url}"/></md:IDPSSODescriptor></md:EntityDescriptor>'
        )
