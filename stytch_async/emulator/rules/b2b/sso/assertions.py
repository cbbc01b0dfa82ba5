"""What a SAML identity provider answers: verified, and read (SAML 2.0 Core, and Profiles, 4.1)."""

import datetime as dt
from typing import Any, Final

import attrs

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.sso import (
    DUPLICATE_SAML_RESPONSE,
    EXPIRED_SAML_RESPONSE,
    FAILED_SAML_RESPONSE,
    INVALID_AUDIENCE_SAML_RESPONSE,
    INVALID_SAML_RESPONSE,
    INVALID_SAML_RESPONSE_EMAIL,
    INVALID_SIGNATURE_SAML_RESPONSE,
    INVALID_XML_SAML_RESPONSE,
    MISSING_SIGNATURE_SAML_RESPONSE,
    NOT_YET_VALID_SAML_RESPONSE,
)
from stytch_async.emulator.rules.addresses import checked_email
from stytch_async.emulator.rules.b2b.sso.views import callback_url
from stytch_async.emulator.rules.saml import ASSERTION, NAMESPACES, RESPONSE, document_of
from stytch_async.emulator.rules.signatures import signed_part
from stytch_async.emulator.rules.xml import Element, parse
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import SAMLConnection
from stytch_async.emulator.state.rows.sso import Identity

__all__ = ["Assertion", "read_response"]

SUCCESS: Final = "urn:oasis:names:tc:SAML:2.0:status:Success"
CONFIRMATION: Final = "saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData"
NAMEID: Final = "NameID"
"""What an attribute mapping calls the name that is not an attribute (inferred)."""


@attrs.frozen
class Assertion:
    """What an identity provider vouches for.

    Attributes:
        id: Its name; each is good once.
        in_response_to: The request that it answers; ``None`` where the login began at the identity provider.
        identity: Who it is.

    """

    id: str
    in_response_to: str | None
    identity: Identity


def read_response(project: Project, connection: SAMLConnection, encoded: str) -> Assertion:
    """Return what an identity provider vouches for, or refuse (behaviour-more O18, O19)."""
    document = document_of(encoded, INVALID_SAML_RESPONSE)
    root = parse(document, INVALID_XML_SAML_RESPONSE)
    if root.tag != RESPONSE:
        raise Refusal(INVALID_SAML_RESPONSE)
    status = root.find("samlp:Status/samlp:StatusCode", NAMESPACES)
    if status is None or status.get("Value") != SUCCESS:
        raise Refusal(FAILED_SAML_RESPONSE)
    element = _verified(project, connection, document, root)
    _check(project, connection, element)
    confirmation = element.find(CONFIRMATION, NAMESPACES)
    asked = None if confirmation is None else confirmation.get("InResponseTo")
    return Assertion(element.get("ID", ""), asked, _identity(connection, element))


def _verified(project: Project, connection: SAMLConnection, document: bytes, root: Element) -> Element:
    """Return the assertion as it was signed, alone or with the whole response; what is around it is not looked at."""
    places = [place for place in ("./", f"./{ASSERTION}/") if root.find(f"{place}ds:Signature", NAMESPACES) is not None]
    if not places:
        raise Refusal(MISSING_SIGNATURE_SAML_RESPONSE)
    for certificate in connection.verification_certificates:
        signed = signed_part(document, place=places[0], certificate=certificate.pem, now=project.now)
        if signed is not None:
            return _assertion(parse(signed, INVALID_XML_SAML_RESPONSE))
    raise Refusal(INVALID_SIGNATURE_SAML_RESPONSE)


def _assertion(signed: Element) -> Element:
    assertions = [signed] if signed.tag == ASSERTION else signed.findall("saml:Assertion", NAMESPACES)
    if len(assertions) != 1:
        raise Refusal(INVALID_SAML_RESPONSE)
    return assertions[0]


def _check(project: Project, connection: SAMLConnection, assertion: Element) -> None:
    """Refuse an assertion of somebody else, for somebody else, of another time, or that was used before."""
    here = callback_url(project, connection)
    conditions = assertion.find("saml:Conditions", NAMESPACES)
    confirmation = assertion.find(CONFIRMATION, NAMESPACES)
    if conditions is None or confirmation is None or not assertion.get("ID"):
        raise Refusal(INVALID_SAML_RESPONSE)
    if assertion.findtext("saml:Issuer", "", NAMESPACES).strip() != connection.idp_entity_id:
        raise Refusal(INVALID_SAML_RESPONSE)
    for limited in (conditions, confirmation):
        _check_time(project, limited)
    audiences = conditions.iterfind("saml:AudienceRestriction/saml:Audience", NAMESPACES)
    if {here, connection.alternative_audience_uri}.isdisjoint((one.text or "").strip() for one in audiences):
        raise Refusal(INVALID_AUDIENCE_SAML_RESPONSE)
    if confirmation.get("Recipient") not in {here, connection.alternative_acs_url}:
        raise Refusal(INVALID_SAML_RESPONSE)
    if f"{connection.id} {assertion.get('ID')}" in project.saml_assertions:
        raise Refusal(DUPLICATE_SAML_RESPONSE)


def _check_time(project: Project, limited: Element) -> None:
    before, after = limited.get("NotBefore"), limited.get("NotOnOrAfter")
    if before is not None and _moment(before) > project.now:
        raise Refusal(NOT_YET_VALID_SAML_RESPONSE)
    if after is not None and _moment(after) <= project.now:
        raise Refusal(EXPIRED_SAML_RESPONSE)


def _moment(text: str) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        raise Refusal(INVALID_SAML_RESPONSE) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _identity(connection: SAMLConnection, assertion: Element) -> Identity:
    """Return who an assertion is about, as the connection's mapping reads it."""
    attributes = {
        attribute.get("Name", ""): [
            (value.text or "").strip() for value in attribute.iterfind("saml:AttributeValue", NAMESPACES)
        ]
        for attribute in assertion.iterfind("saml:AttributeStatement/saml:Attribute", NAMESPACES)
    }
    subject = assertion.findtext("saml:Subject/saml:NameID", "", NAMESPACES).strip()
    named = {**attributes, NAMEID: [subject]}
    found = {wanted: named.get(name, []) for wanted, name in connection.attribute_mapping.items()}
    texts = {wanted: values[0] for wanted, values in found.items() if values}
    if not subject:
        raise Refusal(INVALID_SAML_RESPONSE)
    parts = (texts.get("first_name", ""), texts.get("last_name", ""))
    shown: dict[str, Any] = {name: values[0] if len(values) == 1 else values for name, values in attributes.items()}
    return Identity(
        subject=subject,
        email=checked_email(texts.get("email", ""), INVALID_SAML_RESPONSE_EMAIL),
        name=texts.get("full_name") or " ".join(filter(None, parts)),
        attributes=shown,
        groups=found.get("groups", []),
    )
