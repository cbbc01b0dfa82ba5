import base64
import hashlib
from urllib.parse import parse_qs, urlsplit

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.errors import (
    AuthenticationError,
    BadRequestError,
    NotFoundError,
)
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from tests.emulator.b2b.passwords.conftest import is_active, mailed_token

BREACHED = "correct horse battery staple"
NEW_PASSWORD = "another passphrase, longer than the first"
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()


async def test_reset_link_says_where_it_belongs(b2b: B2BClient, organization: Organization, project: Project) -> None:
    """The link leads to the page asked for, with its types, the organization's slug and the token."""
    created = await b2b.organizations.members.create(
        organization_id=organization.organization_id, email_address="ada@example.com"
    )

    started = await b2b.passwords.email.reset_start(
        organization_id=organization.organization_slug,
        email_address="ada@example.com",
        reset_password_redirect_url="https://example.com/reset?lang=en",
    )

    message = project.outbox.last("ada@example.com")
    assert (started.member_id, started.member) == (created.member_id, created.member)
    assert urlsplit(message.url or "")._replace(query="").geturl() == "https://example.com/reset"
    assert parse_qs(urlsplit(message.url or "").query) == {
        "lang": ["en"],
        "stytch_redirect_type": ["reset_password"],
        "stytch_token_type": ["multi_tenant_passwords"],
        "slug": [organization.organization_slug],
        "token": [message.token],
    }


async def test_reset_is_for_members(b2b: B2BClient, organization: Organization) -> None:
    """Nobody is mailed who is not a member."""
    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.email.reset_start(
            organization_id=organization.organization_id, email_address="ada@example.com"
        )

    assert caught.value.error_type == "member_not_found"


async def test_reset_by_email_sets_a_first_password(
    b2b: B2BClient, organization: Organization, project: Project
) -> None:
    """The link proves the address, sets the password and logs in."""
    organization_id = organization.organization_id
    created = await b2b.organizations.members.create(organization_id=organization_id, email_address="ada@example.com")
    token = await mailed_token(b2b, project, organization_id)

    login = await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)

    assert (login.member_id, login.organization_id) == (created.member_id, organization_id)
    assert login.member_email_id.startswith("email-test-")
    assert login.member.email_address_verified
    assert login.member.member_password_id.startswith("member-password-test-")
    assert login.member_authenticated


async def test_reset_by_email_ends_all_sessions(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """After a reset only the new password works, and only the new session."""
    token = await mailed_token(b2b, project, ada.organization_id)

    login = await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)

    active = [await is_active(b2b, session.session_token) for session in (ada, login)]
    assert active == [False, True]
    with pytest.raises(AuthenticationError):
        await b2b.passwords.authenticate(
            organization_id=ada.organization_id, email_address="ada@example.com", password=password
        )


async def test_reset_by_email_may_go_on_with_a_session(
    b2b: B2BClient, ada: EmailResetResponse, project: Project
) -> None:
    """A session of the member's that is passed is the one that stays."""
    token = await mailed_token(b2b, project, ada.organization_id)

    login = await b2b.passwords.email.reset(
        password_reset_token=token, password=NEW_PASSWORD, session_token=ada.session_token
    )

    assert login.session_token == ada.session_token
    assert await is_active(b2b, ada.session_token)


async def test_reset_token_is_good_once(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """A token that was used is refused."""
    token = await mailed_token(b2b, project, ada.organization_id)
    await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)

    with pytest.raises(AuthenticationError) as caught:
        await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)

    assert caught.value.error_type == "unable_to_auth_password_reset_token"


@pytest.mark.parametrize(("asked", "minutes"), [(None, 30), (5, 5)])
async def test_reset_token_expires(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, asked: int | None, minutes: int
) -> None:
    """A link works for half an hour, or for as long as was asked."""
    token = await mailed_token(b2b, project, ada.organization_id, reset_password_expiration_minutes=asked)
    project.clock.advance(minutes=minutes)

    with pytest.raises(AuthenticationError) as caught:
        await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)

    assert caught.value.error_type == "unable_to_auth_password_reset_token"


@pytest.mark.parametrize(
    ("new_password", "session_token", "error_type"),
    [
        ("short", None, "weak_password"),
        (BREACHED, None, "breached_password"),
        (NEW_PASSWORD, "short", "invalid_session_token"),
    ],
)
async def test_refused_reset_spends_no_token(
    b2b: B2BClient,
    ada: EmailResetResponse,
    project: Project,
    *,
    new_password: str,
    session_token: str | None,
    error_type: str,
) -> None:
    """A password that is weak or known, or a session that cannot be read, changes nothing."""
    token = await mailed_token(b2b, project, ada.organization_id)

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.email.reset(password_reset_token=token, password=new_password, session_token=session_token)

    assert caught.value.error_type == error_type
    assert (await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)).member_authenticated


async def test_reset_with_a_challenge_takes_its_verifier(
    b2b: B2BClient, ada: EmailResetResponse, project: Project
) -> None:
    """A link that was asked for with a challenge is used with the verifier."""
    token = await mailed_token(b2b, project, ada.organization_id, code_challenge=CHALLENGE)

    login = await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD, code_verifier=VERIFIER)

    assert login.member_authenticated


@pytest.mark.parametrize(
    ("challenge", "verifier", "error_type"),
    [
        (CHALLENGE, None, "pkce_expected_code_verifier"),
        (CHALLENGE, VERIFIER[::-1], "pkce_mismatch"),
        (None, VERIFIER, "pkce_did_not_expect_code_verifier"),
    ],
)
async def test_reset_without_its_verifier_is_refused(
    b2b: B2BClient,
    ada: EmailResetResponse,
    project: Project,
    *,
    challenge: str | None,
    verifier: str | None,
    error_type: str,
) -> None:
    """Challenge and verifier come together, and fit."""
    token = await mailed_token(b2b, project, ada.organization_id, code_challenge=challenge)

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD, code_verifier=verifier)

    assert caught.value.error_type == error_type


async def test_challenge_must_be_a_digest(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """A challenge that no verifier could fit is refused at once."""
    with pytest.raises(BadRequestError) as caught:
        await mailed_token(b2b, project, ada.organization_id, code_challenge="plain")

    assert caught.value.error_type == "invalid_pkce_code_challenge"
