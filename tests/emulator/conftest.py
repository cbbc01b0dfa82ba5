"""What the tests of the emulator share: a Stytch in memory and its clients."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.emulator.rehearsals import Rehearsal
from stytch_async.endpoint import Operation
from stytch_async.errors import APIError
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.transports.interface import HTTPRequest, HTTPResponse
from stytch_async.transports.memory import InMemoryTransport
from tests.emulator.watching import check_call, stored

Enrol = Callable[[str, str], Awaitable[EmailResetResponse]]
Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


class WatchfulTransport(InMemoryTransport):
    """Holds every test against what is true of every call, unless it rehearses what Stytch would not do."""

    is_rehearsed = False

    def rehearse(self, operation: Operation[Any, Any], rehearsal: Rehearsal, times: int = 1) -> None:
        """Watch no longer."""
        self.is_rehearsed = True
        super().rehearse(operation, rehearsal, times)

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Look at what is stored before and after, and at the answer."""
        before = stored(self.served)
        response = await super().send(request)
        if not self.is_rehearsed:
            check_call(self.served, before, request, response)
        return response


@pytest.fixture
def transport() -> InMemoryTransport:
    """Return the transport to a Stytch that holds nothing yet."""
    return WatchfulTransport()


@pytest.fixture
def refusal() -> Refusal:
    """Return a function that awaits a call that is to be refused, and returns status and type of the error."""

    async def refused(call: Awaitable[object]) -> tuple[int, str | None]:
        with pytest.raises(APIError) as caught:
            await call
        return caught.value.status_code, caught.value.error_type

    return refused


@pytest.fixture
def project(transport: InMemoryTransport) -> Project:
    """Return the project behind the transport."""
    return transport.project


@pytest.fixture
async def client(transport: InMemoryTransport) -> AsyncIterator[Client]:
    """Return a client of the Consumer API."""
    async with Client(transport=transport) as client:
        yield client


@pytest.fixture
async def b2b(transport: InMemoryTransport) -> AsyncIterator[B2BClient]:
    """Return a client of the B2B API."""
    async with B2BClient(transport=transport) as client:
        yield client


@pytest.fixture
async def organization(b2b: B2BClient) -> Organization:
    """Return an organization with the settings that every new one has."""
    created = await b2b.organizations.create(organization_name="Analytical Engines")
    return created.organization


@pytest.fixture
def password() -> str:
    """Return the password that `enrol` sets."""
    return "a passphrase that nobody guesses"


@pytest.fixture
def enrol(b2b: B2BClient, project: Project, password: str) -> Enrol:
    """Return a function that gives somebody a first password in an organization, by email, and so logs them in."""

    async def set_first_password(organization_id: str, email_address: str) -> EmailResetResponse:
        await b2b.passwords.email.reset_start(organization_id=organization_id, email_address=email_address)
        token = project.outbox.last(email_address).token
        assert token is not None
        return await b2b.passwords.email.reset(password_reset_token=token, password=password)

    return set_first_password


@pytest.fixture
async def ada(b2b: B2BClient, organization: Organization, enrol: Enrol) -> EmailResetResponse:
    """Return the login of a member who has just set a first password."""
    await b2b.organizations.members.create(
        organization_id=organization.organization_id, email_address="ada@example.com"
    )
    return await enrol(organization.organization_id, "ada@example.com")


@pytest.fixture
async def grace(b2b: B2BClient, organization: Organization, enrol: Enrol) -> EmailResetResponse:
    """Return the login of an admin of the same organization, who has just set a first password."""
    await b2b.organizations.members.create(
        organization_id=organization.organization_id, email_address="grace@example.com", roles=["stytch_admin"]
    )
    return await enrol(organization.organization_id, "grace@example.com")
