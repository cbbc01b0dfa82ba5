"""A member who has logged in with a password, and needs a second factor for the next time."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.world.authenticator import Authenticator
from stytch_async.schemas.b2b.passwords import AuthenticateResponse, EmailResetResponse
from stytch_async.schemas.b2b.totps import CreateResponse

LogIn = Callable[[], Awaitable[AuthenticateResponse]]

PHONE = "+12025550162"


@pytest.fixture
def named(ada: EmailResetResponse) -> dict[str, Any]:
    """Return the arguments that name Ada."""
    return {"organization_id": ada.organization_id, "member_id": ada.member_id}


@pytest.fixture
def session(ada: EmailResetResponse, named: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments that name Ada and her session."""
    return {**named, "session_token": ada.session_token}


@pytest.fixture
def authenticator(project: Project) -> Authenticator:
    """Return Ada's authenticator app."""
    return Authenticator(project)


@pytest.fixture
def read_code(project: Project) -> Callable[[], str]:
    """Return a function that reads the newest code on Ada's phone."""

    def read() -> str:
        code = project.outbox.last(PHONE).code
        assert code is not None
        return code

    return read


@pytest.fixture
def log_in(b2b: B2BClient, ada: EmailResetResponse, password: str) -> LogIn:
    """Return a function that logs Ada in with her password."""

    async def authenticate() -> AuthenticateResponse:
        return await b2b.passwords.authenticate(
            organization_id=ada.organization_id, email_address="ada@example.com", password=password
        )

    return authenticate


@pytest.fixture
async def begun(b2b: B2BClient, ada: EmailResetResponse, log_in: LogIn) -> AuthenticateResponse:
    """Return a login of Ada's that lacks a second factor, which she has none of yet."""
    await b2b.organizations.members.update(
        organization_id=ada.organization_id, member_id=ada.member_id, mfa_enrolled=True
    )
    return await log_in()


@pytest.fixture
async def pending(b2b: B2BClient, named: dict[str, Any], authenticator: Authenticator) -> CreateResponse:
    """Return Ada's authenticator app as it was set up; it waits for its first code."""
    created = await b2b.totps.create(**named, expiration_minutes=30)
    authenticator.add(created.secret)
    return created


@pytest.fixture
async def app(
    b2b: B2BClient, session: dict[str, Any], pending: CreateResponse, authenticator: Authenticator
) -> CreateResponse:
    """Return Ada's authenticator app, confirmed in her session."""
    await b2b.totps.authenticate(**session, code=authenticator.code(), set_mfa_enrollment="enroll")
    return pending
