"""What a SAML identity provider answers, as XML (SAML 2.0 Core)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import attrs

from stytch_async.emulator.rules.signatures import PLACEHOLDER

__all__ = ["SUCCESS", "Answer"]

SUCCESS: Final = "urn:oasis:names:tc:SAML:2.0:status:Success"
NAMESPACES: Final = (
    'xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"'
)


@attrs.frozen(kw_only=True)
class Answer:
    """What is answered.

    Attributes:
        id: The name of the assertion; the one of the response follows from it.
        in_response_to: The request; ``None`` where there was none.
        recipient: Where it is sent.
        not_before: When it begins to be good.
        expires_at: When it has ceased to be.

    """

    id: str
    issuer: str
    subject: str
    nameid_format: str
    attributes: Mapping[str, Sequence[str]]
    in_response_to: str | None
    audience: str
    recipient: str
    not_before: dt.datetime
    expires_at: dt.datetime
    status: str = SUCCESS

    def assertion(self, *, signed: bool) -> str:
        """Write the assertion, with a place for its own signature or without one."""
        statements = "".join(map(_attribute, self.attributes.items()))
        return (
            f'<saml:Assertion {NAMESPACES} ID={quoteattr(self.id)} Version="2.0"'
            f' IssueInstant="{_time(self.not_before)}">'
            f"<saml:Issuer>{escape(self.issuer)}</saml:Issuer>{PLACEHOLDER if signed else ''}"
            f"<saml:Subject><saml:NameID Format={quoteattr(self.nameid_format)}>{escape(self.subject)}</saml:NameID>"
            '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData'
            f' Recipient={quoteattr(self.recipient)} NotOnOrAfter="{_time(self.expires_at)}"{self._answered()}/>'
            "</saml:SubjectConfirmation></saml:Subject>"
            f'<saml:Conditions NotBefore="{_time(self.not_before)}" NotOnOrAfter="{_time(self.expires_at)}">'
            f"<saml:AudienceRestriction><saml:Audience>{escape(self.audience)}</saml:Audience></saml:AudienceRestriction>"
            f"</saml:Conditions><saml:AttributeStatement>{statements}</saml:AttributeStatement></saml:Assertion>"
        )

    def response(self, assertion: str, *, signed: bool) -> str:
        """Write the whole response around an assertion."""
        return (
            f'<samlp:Response {NAMESPACES} ID={quoteattr(f"{self.id}-response")} Version="2.0"'
            f' IssueInstant="{_time(self.not_before)}" Destination={quoteattr(self.recipient)}{self._answered()}>'
            f"<saml:Issuer>{escape(self.issuer)}</saml:Issuer>{PLACEHOLDER if signed else ''}"
            f"<samlp:Status><samlp:StatusCode Value={quoteattr(self.status)}/></samlp:Status>"
            f"{assertion}</samlp:Response>"
        )

    def _answered(self) -> str:
        return "" if self.in_response_to is None else f" InResponseTo={quoteattr(self.in_response_to)}"


def _time(moment: dt.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _attribute(attribute: tuple[str, Sequence[str]]) -> str:
    name, values = attribute
    texts = "".join(f"<saml:AttributeValue>{escape(value)}</saml:AttributeValue>" for value in values)
    return f"<saml:Attribute Name={quoteattr(name)}>{texts}</saml:Attribute>"
