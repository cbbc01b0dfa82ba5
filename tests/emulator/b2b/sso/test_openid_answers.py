from typing import Any, get_args

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.world.browser import visit
from stytch_async.emulator.world.oidc import OIDCFlaw, OIDCProvider
from stytch_async.schemas.b2b.sso import OIDCConnection
from tests.emulator.b2b.sso.conftest import Enter, Stranded

OIDC_FLAWS = {
    "denied": "oidc_invalid_callback_request",
    "expired": "oidc_invalid_id_token",
    "foreign_key": "oidc_invalid_id_token",
    "no_email": "oidc_response_email_missing",
    "no_subject": "oidc_response_subject_missing",
    "unsolicited": "unsolicited_oidc_response",
    "unverified_email": "oidc_response_unverified_email",
    "wrong_audience": "oidc_invalid_id_token",
    "wrong_code": "oidc_auth_code_error",
    "wrong_nonce": "oidc_invalid_id_token",
    "wrong_userinfo": "oidc_response_subject_mismatch",
}


def test_every_flaw_is_known() -> None:
    """What can be wrong with an answer is tried below."""
    assert OIDC_FLAWS.keys() == {*get_args(OIDCFlaw)}


@pytest.mark.parametrize("flaw", OIDC_FLAWS)
async def test_an_openid_answer_that_is_wrong_is_refused(
    google: OIDCProvider, project: Project, stranded: Stranded, *, flaw: Any
) -> None:
    """No token is given."""
    google.tells_by_userinfo = flaw == "wrong_userinfo"

    refused = stranded(lambda: google.log_in("ada@example.com", flaw=flaw))

    assert refused == (400, OIDC_FLAWS[flaw])
    assert len(project.tokens) == 0


async def test_an_openid_answer_is_good_once(google: OIDCProvider, enter: Enter, stranded: Stranded) -> None:
    """Nothing waits for it any more."""
    await enter(google.log_in("ada@example.com"))

    assert stranded(google.replay) == (400, "unsolicited_oidc_response")


async def test_an_openid_answer_may_come_too_late(google: OIDCProvider, project: Project, stranded: Stranded) -> None:
    """The identity provider has ten minutes."""
    stranded(lambda: google.log_in("ada@example.com", flaw="wrong_code"))
    project.clock.advance(minutes=10)

    assert stranded(google.replay) == (400, "expired_oidc_response")


async def test_an_openid_answer_needs_its_state(
    google: OIDCProvider, oidc: OIDCConnection, project: Project, stranded: Stranded
) -> None:
    """A code alone belongs to no login."""
    assert google.issuer
    assert stranded(lambda: visit(project, f"{oidc.redirect_url}?code=x")) == (400, "missing_oidc_state_param")


async def test_userinfo_tells_what_the_id_token_does_not(google: OIDCProvider, enter: Enter) -> None:
    """It is asked where the address is missing."""
    google.tells_by_userinfo = True

    login = await enter(google.log_in("ada@example.com", attributes={"name": "Ada"}))

    assert (login.member.email_address, login.member.name) == ("ada@example.com", "Ada")


@pytest.mark.parametrize(
    ("place", "document", "error_type"),
    [
        ("keys", "not JSON", "oidc_invalid_id_token"),
        ("token", "[]", "oidc_auth_code_error"),
        ("userinfo", "not JSON", "oidc_invalid_userinfo"),
    ],
)
async def test_a_server_that_talks_nonsense_is_refused(
    google: OIDCProvider, project: Project, stranded: Stranded, *, place: str, document: str, error_type: str
) -> None:
    """Whatever is read there has to be a JSON object."""
    google.tells_by_userinfo = True
    project.web.serve(f"{google.issuer}/{place}", lambda _: document)

    assert stranded(lambda: google.log_in("ada@example.com")) == (400, error_type)


async def test_only_the_client_gets_tokens(
    b2b: B2BClient, google: OIDCProvider, oidc: OIDCConnection, stranded: Stranded
) -> None:
    """With the wrong secret a code is no use."""
    await b2b.sso.oidc.update_connection(
        organization_id=oidc.organization_id, connection_id=oidc.connection_id, client_secret="wrong"
    )

    assert stranded(lambda: google.log_in("ada@example.com")) == (400, "oidc_auth_code_error")
