"""SAML responses, judged by SAML Shield."""

import base64
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Final, get_args

import pytest

from stytch_async import HTTPRequest, SAMLShieldClient
from stytch_async.emulator import Project
from stytch_async.emulator.rules.signatures import PLACEHOLDER, sign
from stytch_async.emulator.world.attacks import ATTACKS, Attack
from stytch_async.emulator.world.keys import key_pair
from stytch_async.errors import BadRequestError
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

ACS_URL = "https://app.example.com/acs"
EMAIL = "ada@example.com"
REFUSED = (400, "xml_validation_saml_unknown_error")
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"

FOUND: dict[Attack, str] = {
    "comment": "A comment or processing instruction stands in the response.",
    "duplicate_id": "Two elements have the same ID.",
    "entity": "The SAML response is not to be trusted.",
    "external_reference": "A signature refers to something else than what it stands in.",
    "second_assertion": "The response does not hold exactly one assertion.",
    "tampered": "A signature does not hold for what it signs.",
    "unsigned": "The response is not signed.",
    "weak_algorithm": "A signature is made with a weak algorithm.",
    "wrapping": "The response does not hold exactly one assertion.",
}

CHANGES: Final[dict[str, tuple[Callable[[str], str], str]]] = {
    "another document": (
        lambda _: "<html/>",
        "The document is not one response.",
    ),
    "not XML": (
        lambda document: document[:-1],
        "The SAML response is not to be trusted.",
    ),
    "a response in the response": (
        lambda document: document.replace(
            "<samlp:Status>", "<samlp:Extensions><samlp:Response/></samlp:Extensions><samlp:Status>"
        ),
        "The document is not one response.",
    ),
    "an assertion without an ID": (
        lambda document: re.sub(r'(<saml:Assertion[^>]*?) ID="[^"]*"', r"\1", document),
        "The assertion lacks its ID or its issuer.",
    ),
    "an assertion without an issuer": (
        lambda document: re.sub(r"(<saml:Assertion[^>]*>)<saml:Issuer>[^<]*</saml:Issuer>", r"\1", document),
        "The assertion lacks its ID or its issuer.",
    ),
    "a processing instruction": (
        lambda document: document.replace("<saml:Subject>", "<?look away?><saml:Subject>"),
        "A comment or processing instruction stands in the response.",
    ),
    "a signature elsewhere": (
        lambda document: document.replace(
            "<samlp:Status>", f"<samlp:Extensions>{PLACEHOLDER}</samlp:Extensions><samlp:Status>"
        ),
        "A signature stands where none belongs.",
    ),
    "two signatures": (
        lambda document: document.replace("<saml:Subject>", f"{PLACEHOLDER}<saml:Subject>"),
        "A signature stands where none belongs.",
    ),
    "an object in the signature": (
        lambda document: document.replace("</ds:Signature>", "<ds:Object>hidden</ds:Object></ds:Signature>"),
        "A signature holds more than a signature.",
    ),
    "a reference to everything": (
        lambda document: re.sub(r'URI="#[^"]*"', 'URI=""', document),
        "A signature refers to something else than what it stands in.",
    ),
    "two references": (
        lambda document: re.sub(r"(<ds:Reference.*?</ds:Reference>)", r"\1\1", document),
        "A signature refers to something else than what it stands in.",
    ),
    "a key that is fetched": (
        lambda document: document.replace(
            "<ds:KeyInfo>", '<ds:KeyInfo><ds:RetrievalMethod URI="https://attacker.example/key"/>'
        ),
        "A signature's key is to be fetched from elsewhere.",
    ),
    "a stylesheet": (
        lambda document: document.replace(
            "http://www.w3.org/2000/09/xmldsig#enveloped-signature", "http://www.w3.org/TR/1999/REC-xslt-19991116"
        ),
        "A signature transforms what it signs.",
    ),
    "a shared secret": (
        lambda document: document.replace(RSA_SHA256, "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"),
        "A signature is made with a weak algorithm.",
    ),
    "no algorithm": (
        lambda document: document.replace(RSA_SHA256, ""),
        "A signature is made with a weak algorithm.",
    ),
    "no certificate": (
        lambda document: re.sub(r"<ds:KeyInfo>.*</ds:KeyInfo>", "", document, flags=re.DOTALL),
        "A signature comes without a certificate.",
    ),
    "half a certificate": (
        lambda document: re.sub(r"(<ds:X509Certificate>)[^<]{8}", r"\1", document, flags=re.DOTALL),
        "A signature comes without a certificate.",
    ),
}


@pytest.fixture
async def shield(transport: InMemoryTransport) -> AsyncIterator[SAMLShieldClient]:
    """Return a client of SAML Shield."""
    async with SAMLShieldClient("public-token-of-saml-shield", transport=transport) as client:
        yield client


@pytest.fixture
def response(transport: InMemoryTransport) -> str:
    """Return the XML of a response that nothing is wrong with."""
    return base64.b64decode(transport.saml_response(EMAIL, acs_url=ACS_URL)).decode()


def posted(document: str) -> str:
    """Return a response as it is posted."""
    return base64.b64encode(document.encode()).decode()


def resigned(document: str) -> str:
    """Return a response with the identity provider's signature around all of it, too."""
    keys = key_pair("https://idp.example.com")
    placed = document.replace("<samlp:Status>", f"{PLACEHOLDER}<samlp:Status>", 1)
    return sign(placed, private_key=keys.private_key, certificate=keys.certificate)


async def test_a_signed_response_passes(transport: InMemoryTransport, shield: SAMLShieldClient) -> None:
    """The answer says so in words; its id tells no environment."""
    verdict = await shield.saml.validate(saml_response=transport.saml_response(EMAIL, acs_url=ACS_URL))

    assert (verdict.status_code, verdict.message) == (200, "No attack was found in the SAML response.")
    assert re.fullmatch(r"request-id-[0-9a-f-]{36}", verdict.request_id)


async def test_a_response_may_be_signed_as_a_whole(shield: SAMLShieldClient, response: str) -> None:
    """Together with the assertion in it, or alone."""
    alone = re.sub(r"<ds:Signature.*</ds:Signature>", "", response, flags=re.DOTALL)

    verdicts = [await shield.saml.validate(saml_response=posted(resigned(one))) for one in (response, alone)]

    assert [verdict.status_code for verdict in verdicts] == [200, 200]


@pytest.mark.parametrize("attack", get_args(Attack))
async def test_an_attack_is_refused(transport: InMemoryTransport, shield: SAMLShieldClient, attack: Attack) -> None:
    """The message tells what was found."""
    with pytest.raises(BadRequestError) as refused:
        await shield.saml.validate(saml_response=transport.saml_response(EMAIL, acs_url=ACS_URL, attack=attack))

    error = refused.value
    assert ((error.status_code, error.error_type), error.error_message) == (REFUSED, FOUND[attack])
    assert re.fullmatch(r"request-id-[0-9a-f-]{36}", error.request_id or "")


@pytest.mark.parametrize("change", CHANGES)
async def test_a_changed_response_is_refused(shield: SAMLShieldClient, response: str, change: str) -> None:
    """Whatever is no part of a plain signed response is a place to hide something."""
    make, message = CHANGES[change]
    changed = make(response)

    with pytest.raises(BadRequestError) as refused:
        await shield.saml.validate(saml_response=posted(changed))

    assert changed != response
    assert refused.value.error_message == message


async def test_an_encrypted_assertion_is_good_only_in_a_signed_response(
    shield: SAMLShieldClient, response: str, refusal: Refusal
) -> None:
    """Nobody can see whether it is signed inside."""
    encrypted = re.sub(r"<saml:Assertion.*</saml:Assertion>", "<saml:EncryptedAssertion/>", response, flags=re.DOTALL)
    signed = await shield.saml.validate(saml_response=posted(resigned(encrypted)))

    unsigned = await refusal(shield.saml.validate(saml_response=posted(encrypted)))

    assert signed.status_code == 200
    assert unsigned == REFUSED


async def test_what_is_not_base64_is_refused(shield: SAMLShieldClient, refusal: Refusal) -> None:
    """The XML itself is not taken."""
    assert await refusal(shield.saml.validate(saml_response="<samlp:Response/>")) == REFUSED


async def test_every_attack_is_made(transport: InMemoryTransport) -> None:
    """A test can ask for each that there is a name for."""
    made = {transport.saml_response(EMAIL, acs_url=ACS_URL, attack=attack) for attack in ATTACKS}

    assert set(ATTACKS) == set(get_args(Attack)) == set(FOUND)
    assert len(made) == len(ATTACKS)


async def test_only_its_own_token_opens_saml_shield(
    transport: InMemoryTransport, project: Project, refusal: Refusal
) -> None:
    """It is none of the project's, and any will do until one is set."""
    project.settings.saml_shield_token = "public-token-of-somebody"
    async with SAMLShieldClient("public-token-of-saml-shield", transport=transport) as shield:
        refused = await refusal(shield.saml.validate(saml_response=transport.saml_response(EMAIL, acs_url=ACS_URL)))

    assert refused == (401, "unauthorized_credentials")


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Basic abc"}, {"Authorization": "Bearer"}], ids=str)
async def test_credentials_of_another_form_are_refused(transport: InMemoryTransport, headers: dict[str, str]) -> None:
    """A project's secret does not belong here."""
    request = HTTPRequest("POST", "https://api.samlshield.com/v1/saml/validate", headers, b"", None)

    answer = await transport.send(request)

    assert (answer.status, b"invalid_authorization_header" in answer.content) == (400, True)
