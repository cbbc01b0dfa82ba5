import base64
import datetime as dt
from typing import Any, get_args

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.rules.signatures import sign
from stytch_async.emulator.world.browser import visit
from stytch_async.emulator.world.keys import key_pair
from stytch_async.emulator.world.oidc import OIDCProvider
from stytch_async.emulator.world.responses import Answer
from stytch_async.emulator.world.saml import OWNER, SAMLFlaw, SAMLProvider
from stytch_async.schemas.b2b.sso import OIDCConnection, SAMLConnection
from tests.emulator.b2b.sso.conftest import Enter, Stranded

SAML_FLAWS = {
    "expired": "expired_saml_response",
    "failed": "failed_saml_response",
    "foreign_key": "invalid_signature_saml_response",
    "no_email": "invalid_saml_response_email",
    "not_yet_valid": "not_yet_valid_saml_response",
    "tampered": "invalid_signature_saml_response",
    "unsigned": "missing_signature_saml_response",
    "unsolicited": "unsolicited_saml_response",
    "wrong_audience": "invalid_audience_saml_response",
}


def test_every_flaw_is_known() -> None:
    """What can be wrong with an answer is tried below."""
    assert SAML_FLAWS.keys() == {*get_args(SAMLFlaw)}


@pytest.mark.parametrize("signs", ["assertion", "response"])
@pytest.mark.parametrize("flaw", SAML_FLAWS)
async def test_a_saml_answer_that_is_wrong_is_refused(
    okta: SAMLProvider, project: Project, stranded: Stranded, *, signs: Any, flaw: Any
) -> None:
    """Whichever part is signed; no token is given, and the login may still be answered."""
    okta.signs = signs

    refused = stranded(lambda: okta.log_in("ada@example.com", flaw=flaw))

    assert refused == (400, SAML_FLAWS[flaw])
    assert len(project.tokens) == 0
    assert len(project.sso_starts) == 1


@pytest.mark.parametrize("signs", ["assertion", "response"])
async def test_a_saml_answer_is_good_once(okta: SAMLProvider, enter: Enter, stranded: Stranded, *, signs: Any) -> None:
    """Whether it was asked for or not."""
    okta.signs = signs
    await enter(okta.log_in("ada@example.com"))
    asked = stranded(okta.replay)
    await enter(okta.launch("ada@example.com"))

    unasked = stranded(okta.replay)

    assert asked == unasked == (400, "duplicate_saml_response")


async def test_an_answer_may_come_too_late(okta: SAMLProvider, project: Project, stranded: Stranded) -> None:
    """What was overheard is no use after five minutes, used or not."""
    stranded(lambda: okta.log_in("ada@example.com", flaw="unsolicited"))
    project.clock.advance(minutes=5)

    assert stranded(okta.replay) == (400, "expired_saml_response")


async def test_a_login_may_begin_at_the_identity_provider(
    b2b: B2BClient, okta: SAMLProvider, saml: SAMLConnection, enter: Enter, stranded: Stranded
) -> None:
    """It ends at the project's default URL, unless the connection does not allow it."""
    back = okta.launch("ada@example.com", groups=["a"], attributes={"team": "b"}, subject="00u1")
    login = await enter(back)
    await b2b.sso.saml.update_connection(
        organization_id=saml.organization_id, connection_id=saml.connection_id, idp_initiated_auth_disabled=True
    )

    refused = stranded(lambda: okta.launch("ada@example.com"))

    assert back.startswith("http://localhost:3000/authenticate?slug=")
    assert login.member.sso_registrations[0].external_id == "00u1"
    assert refused == (400, "saml_idp_initiated_auth_disabled")
    assert (await enter(okta.log_in("ada@example.com"))).member_authenticated


async def test_a_login_is_answered_by_its_own_identity_provider(
    b2b: B2BClient, okta: SAMLProvider, google: OIDCProvider, saml: SAMLConnection, project: Project
) -> None:
    """A start URL of another connection is a mistake in the test."""
    url = f"{project.base_url}/v1/public/sso/start?public_token=public-token-test-1&connection_id={saml.connection_id}"
    other: Any = await b2b.sso.saml.create_connection(organization_id=saml.organization_id)

    with pytest.raises(ValueError, match="another identity provider"):
        google.log_in("ada@example.com", start_url=url)
    with pytest.raises(ValueError, match="another identity provider"):
        SAMLProvider(project, other.connection.connection_id).log_in("ada@example.com", start_url=url)
    assert okta.log_in("ada@example.com", start_url=url)


async def test_the_audience_of_another_system_may_do(
    b2b: B2BClient, okta: SAMLProvider, saml: SAMLConnection, enter: Enter
) -> None:
    """While a connection moves over, its old audience and its old URL are good as well."""
    await b2b.sso.saml.update_connection(
        organization_id=saml.organization_id,
        connection_id=saml.connection_id,
        alternative_audience_uri="https://somebody-else.example.com",
        alternative_acs_url="https://proxy.example.com/acs",
    )

    login = await enter(okta.log_in("ada@example.com", flaw="wrong_audience"))

    assert login.member_authenticated


async def test_any_certificate_of_the_connection_will_do(
    b2b: B2BClient, okta: SAMLProvider, saml: SAMLConnection, enter: Enter
) -> None:
    """While keys are rotated, there are two."""
    await b2b.sso.saml.update_connection(
        organization_id=saml.organization_id,
        connection_id=saml.connection_id,
        x509_certificate=key_pair("https://somebody-else.example.com").certificate,
    )

    login = await enter(okta.log_in("ada@example.com", flaw="foreign_key"))

    assert login.member_authenticated


async def test_an_address_may_be_the_name_itself(
    b2b: B2BClient, okta: SAMLProvider, saml: SAMLConnection, enter: Enter
) -> None:
    """A mapping calls it NameID; first and last name make a name."""
    await b2b.sso.saml.update_connection(
        organization_id=saml.organization_id,
        connection_id=saml.connection_id,
        attribute_mapping={"email": "NameID", "first_name": "given", "last_name": "family"},
    )

    login = await enter(okta.log_in("ada@example.com", attributes={"given": "Ada", "family": "Lovelace"}))

    assert (login.member.email_address, login.member.name) == ("ada@example.com", "Ada Lovelace")


@pytest.mark.parametrize(
    ("form", "error_type"),
    [
        ({}, "missing_saml_response"),
        ({"SAMLResponse": "not base64"}, "invalid_saml_response"),
        ({"SAMLResponse": base64.b64encode(b"<x").decode()}, "invalid_xml_saml_response"),
        ({"SAMLResponse": base64.b64encode(b"<!DOCTYPE x><x/>").decode()}, "invalid_xml_saml_response"),
        ({"SAMLResponse": base64.b64encode(b"<x/>").decode()}, "invalid_saml_response"),
    ],
)
async def test_what_is_not_an_answer_is_refused(
    okta: SAMLProvider,
    saml: SAMLConnection,
    project: Project,
    stranded: Stranded,
    *,
    form: dict[str, str],
    error_type: str,
) -> None:
    """Each way to be unreadable has its type."""
    refused = stranded(lambda: visit(project, saml.acs_url, form))

    assert okta.entity_id
    assert refused == (400, error_type)


@pytest.fixture
def answer(okta: SAMLProvider, saml: SAMLConnection, project: Project) -> Answer:
    """Return an answer that is right in all."""
    return Answer(
        id="_1",
        issuer=okta.entity_id,
        subject="ada@example.com",
        nameid_format="",
        attributes={"mail": ["ada@example.com"]},
        in_response_to=None,
        audience=saml.audience_uri,
        recipient=saml.acs_url,
        not_before=project.now,
        expires_at=project.now + dt.timedelta(minutes=1),
    )


def written(answer: Answer, *changes: tuple[str, str]) -> str:
    """Write an answer with something in it changed, and sign that."""
    assertion = answer.assertion(signed=True)
    for old, new in changes:
        assert old in assertion
        assertion = assertion.replace(old, new)
    keys = key_pair(OWNER)
    signed = sign(assertion, private_key=keys.private_key, certificate=keys.certificate)
    return answer.response(signed, signed=False)


def form_of(document: str) -> dict[str, str]:
    """Return the form that an answer comes in."""
    return {"SAMLResponse": base64.b64encode(document.encode()).decode()}


async def test_a_signature_counts_for_what_it_signs(
    saml: SAMLConnection, answer: Answer, project: Project, enter: Enter
) -> None:
    """An assertion that is put in front of the signed one is not looked at."""
    forged = answer.assertion(signed=False).replace("ada@example.com", "eve@example.com").replace('"_1"', '"_2"')
    document = written(answer).replace("</samlp:Status>", f"</samlp:Status>{forged}")

    login = await enter(visit(project, saml.acs_url, form_of(document)))

    assert login.member.email_address == "ada@example.com"


async def test_a_comment_does_not_cut_an_address(
    saml: SAMLConnection, answer: Answer, project: Project, enter: Enter
) -> None:
    """A text is read as a whole, whatever somebody has put into it."""
    document = written(
        answer, (">ada@example.com</saml:AttributeValue>", ">ada@example.com.evil.example</saml:AttributeValue>")
    )
    cut = document.replace("ada@example.com.evil.example", "ada@example.com<!-- x -->.evil.example")

    login = await enter(visit(project, saml.acs_url, form_of(cut)))

    assert login.member.email_address == "ada@example.com.evil.example"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<saml:Issuer>", "<saml:Issuer>x"),
        ("Recipient=", "Receiver="),
        ("SubjectConfirmationData", "SubjectData"),
        ("saml:Conditions", "saml:Terms"),
        ("NotBefore=", 'NotBefore="yesterday" Until='),
        (">ada@example.com</saml:NameID>", "></saml:NameID>"),
    ],
)
async def test_an_assertion_must_say_all_that_it_must(
    saml: SAMLConnection, answer: Answer, project: Project, stranded: Stranded, *, old: str, new: str
) -> None:
    """It is signed, and no use."""
    refused = stranded(lambda: visit(project, saml.acs_url, form_of(written(answer, (old, new)))))

    assert refused == (400, "invalid_saml_response")


async def test_a_response_has_one_assertion(
    saml: SAMLConnection, answer: Answer, project: Project, stranded: Stranded
) -> None:
    """With two, nobody could tell who is meant."""
    keys = key_pair(OWNER)
    twice = answer.assertion(signed=False) + answer.assertion(signed=False).replace('"_1"', '"_2"')
    document = sign(answer.response(twice, signed=True), private_key=keys.private_key, certificate=keys.certificate)

    refused = stranded(lambda: visit(project, saml.acs_url, form_of(document)))

    assert refused == (400, "invalid_saml_response")


async def test_times_without_a_zone_are_in_utc(
    saml: SAMLConnection, answer: Answer, project: Project, enter: Enter
) -> None:
    """SAML wants them in UTC, and some leave out to say so."""
    login = await enter(visit(project, saml.acs_url, form_of(written(answer, ('Z" NotOnOrAfter', '" NotOnOrAfter')))))

    assert login.member_authenticated


@pytest.mark.parametrize("connection_id", ["unknown", "{pending}", "{external}"])
async def test_answers_come_to_a_connection_that_works(
    b2b: B2BClient,
    okta: SAMLProvider,
    saml: SAMLConnection,
    oidc: OIDCConnection,
    project: Project,
    *,
    stranded: Stranded,
    connection_id: str,
) -> None:
    """Neither an unknown nor a pending nor an external one is where identity providers send people."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    external: Any = await b2b.sso.external.create_connection(
        organization_id=other.organization_id,
        external_organization_id=saml.organization_id,
        external_connection_id=saml.connection_id,
    )
    named = connection_id.format(pending=oidc.connection_id, external=external.connection.connection_id)

    refused = stranded(lambda: visit(project, f"{project.base_url}/v1/b2b/sso/callback/{named}"))

    assert okta.entity_id
    assert refused == (404, "sso_connection_not_found")


async def test_nothing_can_be_replayed_that_was_not_answered(okta: SAMLProvider, google: OIDCProvider) -> None:
    """That is a mistake in the test."""
    for provider in (okta, google):
        with pytest.raises(ValueError, match="nothing was answered"):
            provider.replay()


async def test_a_provider_tells_what_it_serves(okta: SAMLProvider, google: OIDCProvider) -> None:
    """A failing test shows which connection it is about."""
    assert repr(okta).startswith("SAMLProvider('saml-connection-test-")
    assert repr(google).startswith("OIDCProvider('oidc-connection-test-")
