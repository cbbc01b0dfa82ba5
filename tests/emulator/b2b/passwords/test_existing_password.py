import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.errors import BadRequestError
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from tests.emulator.b2b.passwords.conftest import is_active

BREACHED = "correct horse battery staple"
NEW_PASSWORD = "another passphrase, longer than the first"


async def test_existing_password_sets_a_new_one(b2b: B2BClient, ada: EmailResetResponse, password: str) -> None:
    """The present password is enough for a new one; all sessions end and a new one begins."""
    login = await b2b.passwords.existing_password.reset(
        organization_id=ada.organization_id,
        email_address="ada@example.com",
        existing_password=password,
        new_password=NEW_PASSWORD,
    )

    active = [await is_active(b2b, session.session_token) for session in (ada, login)]
    assert active == [False, True]
    assert login.member_authenticated


@pytest.mark.parametrize(
    ("existing", "new", "error_type"),
    [
        ("not it", NEW_PASSWORD, "password_does_not_match"),
        (None, None, "cannot_reset_password_with_existing_password"),
        (None, "short", "weak_password"),
        (None, BREACHED, "breached_password"),
    ],
)
async def test_existing_password_reset_is_refused(
    b2b: B2BClient,
    ada: EmailResetResponse,
    password: str,
    *,
    existing: str | None,
    new: str | None,
    error_type: str,
) -> None:
    """A wrong present password, the same one again and a bad new one are refused, and no session ends."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.existing_password.reset(
            organization_id=ada.organization_id,
            email_address="ada@example.com",
            existing_password=existing or password,
            new_password=new or password,
        )

    assert caught.value.error_type == error_type
    assert await is_active(b2b, ada.session_token)


async def test_breached_password_cannot_vouch_for_a_new_one(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """Whoever knows a password that has become known may not be its owner."""
    project.settings.breached_passwords.add(password)

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.existing_password.reset(
            organization_id=ada.organization_id,
            email_address="ada@example.com",
            existing_password=password,
            new_password=NEW_PASSWORD,
        )

    assert caught.value.error_type == "member_reset_password"
