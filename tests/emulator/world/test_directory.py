from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator.world.directory import Directory, DirectoryError
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.transports.memory import InMemoryTransport


@pytest.fixture
async def directory(b2b: B2BClient, organization: Organization, transport: InMemoryTransport) -> Directory:
    """Return a directory whose base URL has a flag behind it."""
    created = await b2b.scim.connection.create(
        organization_id=organization.organization_id, identity_provider="microsoft-entra"
    )
    assert created.connection is not None
    return transport.directory(created.connection)


@pytest.mark.parametrize("protocol", ["saml", "oidc"])
async def test_an_identity_provider_has_the_directory_of_its_organization(
    b2b: B2BClient, organization: Organization, transport: InMemoryTransport, protocol: str
) -> None:
    """There is none without a SCIM connection; it remembers whom it has told of."""
    place = {"organization_id": organization.organization_id}
    made: Any = await getattr(b2b.sso, protocol).create_connection(**place)
    okta = transport.identity_provider(made.connection)
    with pytest.raises(ValueError, match="no SCIM connection"):
        _ = okta.directory
    await b2b.scim.connection.create(**place)

    member_id = okta.directory.add("ada@example.com")
    okta.directory.deactivate("ada@example.com")

    assert transport.project.members[member_id].status == "deleted"
    assert okta.directory is okta.directory


def test_nothing_of_it_is_a_call(transport: InMemoryTransport, directory: Directory) -> None:
    """A list of calls shows the app's own only."""
    before = len(transport.calls)

    directory.add(transport.person("ada@example.com", name="Ada Lovelace"))

    assert len(transport.calls) == before


def test_a_directory_finds_whom_another_has_told_of(directory: Directory, transport: InMemoryTransport) -> None:
    """It asks for the address, whatever is in that; it does not know whom nobody has told of."""
    email = "o'ada+1@example.com"
    member_id = Directory(transport.project, directory.base_url.partition("?")[0].rpartition("/")[2]).add(email)

    directory.push("Admins", [transport.person(email)])

    [group] = transport.project.directory_groups
    assert group.members == [member_id]
    with pytest.raises(ValueError, match=r"grace@example\.com is not in the directory"):
        directory.deactivate("grace@example.com")


def test_a_group_is_pushed_as_it_is_now(directory: Directory, transport: InMemoryTransport) -> None:
    """The same group stays the same, whoever is in it; a dropped one is gone."""
    directory.add("ada@example.com")
    first, second = directory.push("Admins", []), directory.push("Admins", ["ada@example.com"])

    directory.drop("Admins")

    assert first == second
    assert len(transport.project.directory_groups) == 0
    assert directory.push("Admins", []) != first


def test_a_refusal_says_what_stytch_says(directory: Directory) -> None:
    """The status, the type and the text; no token is shown anywhere."""
    directory.add("ada@example.com")

    with pytest.raises(DirectoryError) as refused:
        directory.add("ada@example.com")

    error = refused.value
    assert (error.status, error.scim_type, str(error)) == (409, "uniqueness", f"409 uniqueness: {error.detail}")
    assert directory.bearer_token not in f"{error!r} {directory!r}"
