"""What the tests of SCIM share: an organization with a connection, and the directory behind it."""

from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator.world.directory import Directory
from stytch_async.emulator.world.person import Person
from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.scim import SCIMConnectionWithToken
from stytch_async.transports.memory import InMemoryTransport


@pytest.fixture
async def created(b2b: B2BClient, organization: Organization) -> SCIMConnectionWithToken:
    """Return the connection of the organization, as it was shown when it was new."""
    made = await b2b.scim.connection.create(
        organization_id=organization.organization_id, display_name="Okta", identity_provider="okta"
    )
    assert made.connection is not None
    return made.connection


@pytest.fixture
def place(created: SCIMConnectionWithToken) -> dict[str, Any]:
    """Return the arguments that name the connection."""
    return {"organization_id": created.organization_id, "connection_id": created.connection_id}


@pytest.fixture
def directory(transport: InMemoryTransport, created: SCIMConnectionWithToken) -> Directory:
    """Return the directory behind the connection."""
    return transport.directory(created)


@pytest.fixture
def lovelace(transport: InMemoryTransport) -> Person:
    """Return somebody whom the directory may tell of."""
    return transport.person("ada@example.com", name="Ada Lovelace")


@pytest.fixture
def member(b2b: B2BClient) -> Any:
    """Return a function that reads a member by id, deleted or not."""

    async def read(member_id: str) -> Member:
        found = await b2b.organizations.members.dangerously_get(member_id=member_id, include_deleted=True)
        return found.member

    return read
