import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.errors import (
    BadRequestError,
    NotFoundError,
)
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from tests.emulator.b2b.passwords.conftest import is_active

NEW_PASSWORD = "another passphrase, longer than the first"


async def test_session_sets_a_new_password_and_goes_on(b2b: B2BClient, ada: EmailResetResponse, password: str) -> None:
    """A fresh session is enough for a new password; it stays, and the others end."""
    other = await b2b.passwords.authenticate(
        organization_id=ada.organization_id, email_address="ada@example.com", password=password
    )

    login = await b2b.passwords.sessions.reset(
        organization_id=ada.organization_id, password=NEW_PASSWORD, session_token=ada.session_token
    )

    active = [await is_active(b2b, session.session_token) for session in (ada, other)]
    assert active == [True, False]
    assert (login.session_token, login.member_authenticated) == (ada.session_token, True)
    again = await b2b.passwords.authenticate(
        organization_id=ada.organization_id, email_address="ada@example.com", password=NEW_PASSWORD
    )
    assert again.member_id == ada.member_id


async def test_session_must_be_fresh_for_a_new_password(
    b2b: B2BClient, ada: EmailResetResponse, project: Project
) -> None:
    """Five minutes after the last factor a session is too old."""
    project.clock.advance(minutes=5, seconds=1)

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.sessions.reset(
            organization_id=ada.organization_id, password=NEW_PASSWORD, session_jwt=ada.session_jwt
        )

    assert caught.value.error_type == "session_too_old_to_reset_password"


async def test_session_sets_passwords_in_its_organization(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Another organization knows no such session."""
    other = (await b2b.organizations.create(organization_name="Other")).organization

    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.sessions.reset(
            organization_id=other.organization_id, password=NEW_PASSWORD, session_token=ada.session_token
        )

    assert caught.value.error_type == "session_not_found"


async def test_reset_needs_a_session(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Without a session there is nothing to reset by."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.sessions.reset(organization_id=ada.organization_id, password=NEW_PASSWORD)

    assert caught.value.error_type == "no_session_arguments"
