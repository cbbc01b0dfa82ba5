import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.errors import (
    AuthenticationError,
    BadRequestError,
    NotFoundError,
    RateLimitError,
)
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from tests.emulator.b2b.passwords.conftest import is_active, mailed_token

NEW_PASSWORD = "another passphrase, longer than the first"


async def test_right_password_logs_in(b2b: B2BClient, ada: EmailResetResponse, password: str) -> None:
    """The password of a member, in the member's organization, starts a session."""
    login = await b2b.passwords.authenticate(
        organization_id=ada.organization_id, email_address="ADA@example.com", password=password
    )

    assert (login.member_id, login.organization_id) == (ada.member_id, ada.organization_id)
    assert login.member_authenticated
    assert await is_active(b2b, login.session_token)


async def test_login_keeps_claims(b2b: B2BClient, ada: EmailResetResponse, password: str) -> None:
    """Claims that a login brings are the session's."""
    login = await b2b.passwords.authenticate(
        organization_id=ada.organization_id,
        email_address="ada@example.com",
        password=password,
        session_custom_claims={"plan": "pro"},
    )

    assert login.member_session is not None
    assert login.member_session.custom_claims == {"plan": "pro"}


async def test_wrong_password_is_refused(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """A wrong password is a 401."""
    with pytest.raises(AuthenticationError) as caught:
        await b2b.passwords.authenticate(
            organization_id=ada.organization_id, email_address="ada@example.com", password="not it"
        )

    assert caught.value.error_type == "unauthorized_credentials"


async def test_nobody_and_no_password_are_not_found(b2b: B2BClient, organization: Organization) -> None:
    """An unknown member and a missing password are two different things."""
    organization_id = organization.organization_id
    await b2b.organizations.members.create(organization_id=organization_id, email_address="ada@example.com")

    with pytest.raises(NotFoundError) as nobody:
        await b2b.passwords.authenticate(
            organization_id=organization_id, email_address="grace@example.com", password="any"
        )
    with pytest.raises(NotFoundError) as nothing:
        await b2b.passwords.authenticate(
            organization_id=organization_id, email_address="ada@example.com", password="any"
        )

    assert (nobody.value.error_type, nothing.value.error_type) == ("member_not_found", "member_password_not_found")


async def test_failures_lock_the_member_for_a_while(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """After too many wrong passwords even the right one is refused, until the lock is over."""
    project.settings.user_lock_threshold = 3
    arguments = {"organization_id": ada.organization_id, "email_address": "ada@example.com"}
    for _ in range(3):
        with pytest.raises(AuthenticationError):
            await b2b.passwords.authenticate(password="not it", **arguments)

    with pytest.raises(RateLimitError) as caught:
        await b2b.passwords.authenticate(password=password, **arguments)

    assert caught.value.error_type == "user_lock_limit_reached"
    locked = await b2b.organizations.members.get(**arguments)
    assert (locked.member.is_locked, locked.member.lock_created_at) == (True, project.now)
    project.clock.advance(hours=1)
    assert not (await b2b.passwords.authenticate(password=password, **arguments)).member.is_locked


async def test_breached_password_must_be_reset(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """A right password that has become known is no longer enough."""
    project.settings.breached_passwords.add(password)

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.authenticate(
            organization_id=ada.organization_id, email_address="ada@example.com", password=password
        )

    assert caught.value.error_type == "member_reset_password"


async def test_password_is_good_in_one_organization(b2b: B2BClient, ada: EmailResetResponse, password: str) -> None:
    """By default the same address has a password of its own in each organization."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await b2b.organizations.members.create(
        organization_id=other.organization_id, email_address=ada.member.email_address
    )

    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.authenticate(
            organization_id=other.organization_id, email_address="ada@example.com", password=password
        )

    assert caught.value.error_type == "member_password_not_found"


async def test_shared_password_is_good_everywhere(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """Where passwords are shared, one that is set in an organization is set in all of them."""
    project.settings.cross_org_passwords_enabled = True
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await b2b.organizations.members.create(organization_id=other.organization_id, email_address="ada@example.com")
    token = await mailed_token(b2b, project, other.organization_id)
    await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)

    login = await b2b.passwords.authenticate(
        organization_id=ada.organization_id, email_address="ada@example.com", password=NEW_PASSWORD
    )

    assert (login.member_id, login.member_authenticated) == (ada.member_id, True)
    assert login.member.member_password_id == ada.member.member_password_id
    with pytest.raises(AuthenticationError):
        await b2b.passwords.authenticate(
            organization_id=ada.organization_id, email_address="ada@example.com", password=password
        )
