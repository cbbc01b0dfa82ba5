from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.world.directory import Directory, DirectoryError
from stytch_async.schemas.b2b.scim import Group, SCIMGroup, SCIMGroupImplicitRoleAssignments
from stytch_async.transports.memory import InMemoryTransport
from tests.emulator.conftest import Refusal


async def make_admins(b2b: B2BClient, place: dict[str, Any], group_id: str) -> None:
    """Let everybody in a group be an admin."""
    role = SCIMGroupImplicitRoleAssignments(role_id="stytch_admin", group_id=group_id, group_name="")
    await b2b.scim.connection.update(**place, scim_group_implicit_role_assignments=[role])


async def test_groups_are_listed_page_by_page(b2b: B2BClient, directory: Directory, place: dict[str, Any]) -> None:
    """They come oldest first, and each has Stytch's id."""
    ids = [directory.push(name, []) for name in ("Admins", "Editors", "Readers")]

    first = await b2b.scim.connection.get_groups(**place, limit=2)
    second = await b2b.scim.connection.get_groups(**place, limit=2, cursor=first.next_cursor)
    everything = [group async for group in b2b.scim.connection.get_groups_all(**place, limit=1)]

    assert [group.group_id for group in everything] == ids
    assert first.scim_groups + second.scim_groups == everything
    assert second.next_cursor is None
    assert everything[0] == SCIMGroup(group_id=ids[0], group_name="Admins", **place)


async def test_a_cursor_is_one_that_was_given(b2b: B2BClient, place: dict[str, Any], refusal: Refusal) -> None:
    """Any other text is refused."""
    assert await refusal(b2b.scim.connection.get_groups(**place, cursor="?")) == (400, "bad_request")


async def test_a_group_makes_admins(
    b2b: B2BClient, directory: Directory, place: dict[str, Any], member: Any, transport: InMemoryTransport
) -> None:
    """The role has the group for its source, and counts in any session; it goes with the membership."""
    ada, grace = directory.add("ada@example.com"), directory.add("grace@example.com")
    admins = directory.push("Admins", ["ada@example.com"])
    await make_admins(b2b, place, admins)
    session = transport.sign_in_member("ada@example.com", organization=place["organization_id"])

    before = await member(ada)
    seen = await b2b.sessions.authenticate(session_token=session.session_token)
    directory.push("Admins", ["grace@example.com"])
    after = await b2b.sessions.authenticate(session_token=session.session_token)

    [source] = before.roles[1].sources
    assert (source.type, source.details) == (
        "scim_connection_group",
        {"connection_id": place["connection_id"], "group_id": admins},
    )
    assert before.scim_registration.scim_attributes.groups == [Group(value=admins, display="Admins")]
    assert seen.member_session.roles == ["stytch_member", "stytch_admin"]
    assert after.member_session.roles == ["stytch_member"]
    assert (await member(grace)).is_admin


async def test_a_group_keeps_its_id(b2b: B2BClient, directory: Directory, place: dict[str, Any]) -> None:
    """Another name changes neither that nor its roles."""
    group_id = directory.push("Admins", [])
    await make_admins(b2b, place, group_id)

    patch = {"op": "replace", "value": {"id": group_id, "displayName": "Rulers"}}
    directory.send("PATCH", f"/Groups/{group_id}", {"Operations": [patch]})

    [group] = (await b2b.scim.connection.get_groups(**place)).scim_groups
    connection = (await b2b.scim.connection.get(organization_id=place["organization_id"])).connection
    assert connection is not None
    assert (group.group_id, group.group_name) == (group_id, "Rulers")
    assert connection.scim_group_implicit_role_assignments[0].group_name == "Rulers"


async def test_a_deleted_group_takes_its_roles_along(
    b2b: B2BClient, directory: Directory, place: dict[str, Any], member: Any, project: Project
) -> None:
    """Nobody is an admin by it any more, and the connection, which has changed by that, does not name it."""
    ada = directory.add("ada@example.com")
    await make_admins(b2b, place, directory.push("Admins", ["ada@example.com"]))

    directory.drop("Admins")

    connection = (await b2b.scim.connection.get(organization_id=place["organization_id"])).connection
    assert connection is not None
    assert connection.scim_group_implicit_role_assignments == []
    assert (await b2b.scim.connection.get_groups(**place)).scim_groups == []
    assert not (await member(ada)).is_admin
    assert project.events.of("scim_connection")[-1].type == "scim.scim_connection.update"


async def test_a_group_leaves_events(directory: Directory, project: Project) -> None:
    """One for each change of the group, and one for everybody who joins or leaves."""
    ada, grace = directory.add("ada@example.com"), directory.add("grace@example.com")
    group_id = directory.push("Admins", ["ada@example.com"])
    directory.push("Admins", ["ada@example.com"])
    directory.push("Admins", ["grace@example.com"])
    directory.drop("Admins")

    groups, memberships = project.events.of("scim_group"), project.events.of("scim_member_group")
    assert [(event.type, event.id) for event in groups] == [
        ("scim.scim_group.create", group_id),
        ("scim.scim_group.delete", group_id),
    ]
    assert [(event.action, event.id) for event in memberships] == [
        ("CREATE", ada),
        ("CREATE", grace),
        ("DELETE", ada),
        ("DELETE", grace),
    ]
    assert memberships[0].document is not None
    assert memberships[0].document["group_id"] == group_id


@pytest.mark.parametrize("stranger", ["member", "group", "nobody"])
def test_only_people_of_the_directory_are_in_groups(
    directory: Directory, transport: InMemoryTransport, project: Project, stranger: str
) -> None:
    """Members who do not come from the directory, other groups and unknown ids are refused, and nothing changes."""
    [organization] = project.organizations
    strangers = {
        "member": transport.add_member(organization, "grace@example.com").id,
        "group": directory.push("Readers", []),
    }
    group_id = directory.push("Admins", [])
    people = [{"value": strangers.get(stranger, stranger)}]

    with pytest.raises(DirectoryError) as refused:
        directory.send("PUT", f"/Groups/{group_id}", {"displayName": "Rulers", "members": people})

    assert (refused.value.status, refused.value.scim_type) == (400, "invalidValue")
    assert directory.send("GET", f"/Groups/{group_id}")["displayName"] == "Admins"
