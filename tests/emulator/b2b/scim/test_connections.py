import datetime as dt
from collections.abc import Callable, Coroutine
from typing import Any

import attrs
import pytest

from stytch_async.clients import B2BClient
from stytch_async.converter import converter
from stytch_async.emulator import Policy, Project
from stytch_async.emulator.world.directory import Directory
from stytch_async.schemas.b2b.organizations import ActiveSCIMConnection, Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.b2b.scim import SCIMConnection, SCIMConnectionWithToken, SCIMGroupImplicitRoleAssignments
from stytch_async.schemas.shared import Authorization
from tests.emulator.conftest import Refusal

Call = Callable[..., Coroutine[Any, Any, Any]]


def role(role_id: str, group_id: str) -> SCIMGroupImplicitRoleAssignments:
    """Return a role for a group, whose name does not matter."""
    return SCIMGroupImplicitRoleAssignments(role_id=role_id, group_id=group_id, group_name="")


async def test_a_connection_is_active_at_once(b2b: B2BClient, project: Project, organization: Organization) -> None:
    """What is not given has its default; the answer says 201, and shows what the directory needs."""
    made = await b2b.scim.connection.create(organization_id=organization.organization_slug)

    connection = made.connection
    assert connection is not None
    assert made.status_code == 201
    assert connection == SCIMConnectionWithToken(
        organization_id=organization.organization_id,
        connection_id=connection.connection_id,
        status="active",
        display_name="",
        identity_provider="generic",
        base_url=f"https://test.stytch.com/v1/b2b/scim/{connection.connection_id}",
        bearer_token=connection.bearer_token,
        scim_group_implicit_role_assignments=[],
        bearer_token_expires_at=connection.bearer_token_expires_at,
    )
    assert (len(connection.bearer_token), connection.bearer_token.isalnum()) == (48, True)
    assert connection.bearer_token_expires_at is not None
    assert connection.bearer_token_expires_at - project.now > dt.timedelta(days=730)


async def test_the_token_is_shown_once(b2b: B2BClient, created: SCIMConnectionWithToken, project: Project) -> None:
    """Later its end is all that can be seen: in the connection, in the organization, in events."""
    got = (await b2b.scim.connection.get(organization_id=created.organization_id)).connection
    shown = (await b2b.organizations.get(organization_id=created.organization_id)).organization

    last_four = created.bearer_token[-4:]
    assert got == SCIMConnection(
        **{
            name: getattr(created, name)
            for name in attrs.fields_dict(SCIMConnectionWithToken)
            if name != "bearer_token"
        },
        bearer_token_last_four=last_four,
        next_bearer_token_last_four="",
    )
    assert shown.scim_active_connection == ActiveSCIMConnection(
        connection_id=created.connection_id,
        display_name="Okta",
        bearer_token_last_four=last_four,
        bearer_token_expires_at=created.bearer_token_expires_at,
    )
    assert shown.scim_active_connections == [shown.scim_active_connection]
    assert created.bearer_token not in str([event.document for event in project.events])
    assert created.bearer_token not in repr((created, [*project.scim_connections]))


async def test_entra_is_asked_for_the_standard(b2b: B2BClient, created: SCIMConnectionWithToken, place: Any) -> None:
    """Its base URL has a flag without which it speaks a SCIM of its own."""
    updated = await b2b.scim.connection.update(**place, identity_provider="microsoft-entra")

    assert updated.connection is not None
    assert updated.connection.base_url == f"{created.base_url}?aadOptscim062020"


async def test_what_is_not_given_stays(b2b: B2BClient, directory: Directory, place: dict[str, Any]) -> None:
    """An update without arguments changes nothing; roles for groups are replaced as a whole."""
    admins, editors = directory.push("Admins", []), directory.push("Editors", [])
    roles = [role("stytch_admin", admins), role("stytch_admin", editors), role("stytch_admin", admins)]
    before = await b2b.scim.connection.update(**place, scim_group_implicit_role_assignments=roles)

    same = await b2b.scim.connection.update(**place)
    after = await b2b.scim.connection.update(
        **place, display_name="Directory", scim_group_implicit_role_assignments=roles[:1]
    )

    assert before.connection is not None
    assert after.connection is not None
    assert same.connection == before.connection
    assigned = before.connection.scim_group_implicit_role_assignments
    assert [(one.group_id, one.group_name) for one in assigned] == [(admins, "Admins"), (editors, "Editors")]
    assert after.connection == attrs.evolve(
        before.connection, display_name="Directory", scim_group_implicit_role_assignments=assigned[:1]
    )


async def test_each_change_leaves_an_event(
    b2b: B2BClient, created: SCIMConnectionWithToken, place: dict[str, Any], project: Project
) -> None:
    """The events show the connection as it was then; that of a deletion shows nothing."""
    updated = await b2b.scim.connection.update(**place, display_name="Directory")
    await b2b.scim.connection.delete(**place)

    events = project.events.of("scim_connection")
    names = ["create", "update", "delete"]
    assert [event.type for event in events] == [f"direct.scim_connection.{name}" for name in names]
    assert {event.id for event in events} == {created.connection_id}
    assert events[1].document == converter.unstructure(updated.connection)
    assert events[2].document is None


async def test_a_deleted_connection_is_gone(
    b2b: B2BClient, directory: Directory, place: dict[str, Any], member: Call, refusal: Refusal
) -> None:
    """Members stay, without a registration and the roles of groups; a new connection may be made."""
    member_id = directory.add("ada@example.com")
    group_id = directory.push("Admins", ["ada@example.com"])
    await b2b.scim.connection.update(**place, scim_group_implicit_role_assignments=[role("stytch_admin", group_id)])
    was_admin = (await member(member_id)).is_admin

    deleted = await b2b.scim.connection.delete(**place)

    found = await member(member_id)
    organization_id = place["organization_id"]
    assert deleted.connection_id == place["connection_id"]
    assert (was_admin, found.is_admin, found.status, found.scim_registration) == (True, False, "active", None)
    assert await refusal(b2b.scim.connection.get(organization_id=organization_id)) == (404, "no_active_scim_connection")
    assert (await b2b.organizations.get(organization_id=organization_id)).organization.scim_active_connection is None
    assert (await b2b.scim.connection.create(organization_id=organization_id)).connection is not None


async def test_an_organization_goes_with_its_directory(b2b: B2BClient, directory: Directory, project: Project) -> None:
    """Nothing of it is left."""
    directory.add("ada@example.com")
    directory.push("Admins", ["ada@example.com"])
    [organization] = project.organizations

    await b2b.organizations.delete(organization_id=organization.id)

    assert (len(project.scim_connections), len(project.directory_groups), len(project.members)) == (0, 0, 0)
    assert project.events.of("scim_connection")[-1].action == "DELETE"


async def test_one_connection_is_enough(b2b: B2BClient, created: SCIMConnectionWithToken, refusal: Refusal) -> None:
    """A second one is refused."""
    call = b2b.scim.connection.create(organization_id=created.organization_id)

    assert await refusal(call) == (400, "active_scim_connection_exists")


@pytest.mark.usefixtures("created")
async def test_products_are_known_by_name(
    b2b: B2BClient, place: dict[str, Any], organization: Organization, refusal: Refusal
) -> None:
    """Another one is refused, whether the connection is there already or not."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    calls = [
        b2b.scim.connection.create(organization_id=other.organization_id, identity_provider="abacus"),
        b2b.scim.connection.update(**place, identity_provider="abacus", display_name="Abacus"),
    ]

    assert [await refusal(call) for call in calls] == [(400, "invalid_scim_idp")] * 2
    got = (await b2b.scim.connection.get(organization_id=organization.organization_id)).connection
    assert got is not None
    assert got.display_name == "Okta"


@pytest.mark.parametrize(
    ("role_id", "group_id", "expected"),
    [
        ("stytch_admin", "", "scim_group_role_assignment_does_not_contain_group_id"),
        ("stytch_admin", "scim-group-test-1", "scim_group_role_assignment_group_does_not_exist"),
        ("stytch_admin", "foreign", "scim_group_role_assignment_group_does_not_exist"),
        ("nobody", "known", "invalid_rbac_role_id"),
        ("stytch_member", "known", "cannot_assign_default_rbac_role_id"),
    ],
)
async def test_roles_are_for_groups_that_there_are(
    b2b: B2BClient,
    directory: Directory,
    place: dict[str, Any],
    refusal: Refusal,
    *,
    role_id: str,
    group_id: str,
    expected: str,
) -> None:
    """Role and group must be known, and the group be this directory's; nothing else of the update happens then."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    foreign = (await b2b.scim.connection.create(organization_id=other.organization_id)).connection
    assert foreign is not None
    theirs = Directory(directory._project, foreign.connection_id)
    ids = {"known": directory.push("Admins", []), "foreign": theirs.push("Admins", [])}
    roles = [role(role_id, ids.get(group_id, group_id))]

    call = b2b.scim.connection.update(**place, display_name="New", scim_group_implicit_role_assignments=roles)

    assert await refusal(call) == (400, expected)


CALLS = ["create", "get", "update", "delete", "get_groups", "rotate_start", "rotate_complete", "rotate_cancel"]


def call_of(b2b: B2BClient, name: str, place: dict[str, Any], **more: Any) -> Coroutine[Any, Any, Any]:
    """Call an endpoint with the arguments that it takes."""
    unnamed = name in {"create", "get"}
    arguments = {"organization_id": place["organization_id"]} if unnamed else place
    call: Call = getattr(b2b.scim.connection, name)
    return call(**arguments, **more)


@pytest.mark.parametrize("name", CALLS)
async def test_an_organization_must_be_known(b2b: B2BClient, name: str, refusal: Refusal) -> None:
    """Whatever is asked about another one is refused."""
    place = {"organization_id": "nobody", "connection_id": "scim-connection-test-1"}

    assert await refusal(call_of(b2b, name, place)) == (404, "organization_not_found")


@pytest.mark.parametrize("name", CALLS[1:])
async def test_the_connection_must_be_the_organizations(
    b2b: B2BClient, organization: Organization, name: str, refusal: Refusal
) -> None:
    """An organization without a connection has none, and that of another organization is not its own."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    foreign = (await b2b.scim.connection.create(organization_id=other.organization_id)).connection
    assert foreign is not None
    place = {"organization_id": organization.organization_id, "connection_id": foreign.connection_id}

    assert await refusal(call_of(b2b, name, place)) == (404, "no_active_scim_connection")


@pytest.mark.parametrize("name", CALLS[2:])
async def test_a_connection_that_is_gone_stays_gone(
    b2b: B2BClient, place: dict[str, Any], name: str, refusal: Refusal
) -> None:
    """Its id does not stand for the one that has taken its place."""
    await b2b.scim.connection.delete(**place)
    await b2b.scim.connection.create(organization_id=place["organization_id"])

    assert await refusal(call_of(b2b, name, place)) == (404, "no_active_scim_connection")


@pytest.mark.parametrize("name", CALLS)
async def test_members_need_the_permission(
    b2b: B2BClient, place: dict[str, Any], name: str, ada: EmailResetResponse, refusal: Refusal
) -> None:
    """A member without a role may do nothing to the connection."""
    as_ada = Authorization(session_token=ada.session_token)

    call = call_of(b2b, name, place, authorization=as_ada)

    assert await refusal(call) == (403, "session_authorization_error")


@pytest.mark.parametrize("name", CALLS)
async def test_members_keep_to_their_organization(
    b2b: B2BClient, place: dict[str, Any], name: str, grace: EmailResetResponse, refusal: Refusal
) -> None:
    """An admin of one organization is nobody in another."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    as_grace = Authorization(session_token=grace.session_token)

    call = call_of(b2b, name, place | {"organization_id": other.organization_id}, authorization=as_grace)

    assert await refusal(call) == (403, "session_authorization_tenancy_error")


async def test_admins_and_roles_with_the_action_may(
    b2b: B2BClient, place: dict[str, Any], project: Project, grace: EmailResetResponse, enrol: Any
) -> None:
    """An admin may do all; who may only look can do that and no more."""
    project.settings.policy = Policy({"auditor": {"stytch.scim": {"get"}}})
    await b2b.organizations.members.create(
        organization_id=place["organization_id"], email_address="alan@example.com", roles=["auditor"]
    )
    alan = await enrol(place["organization_id"], "alan@example.com")

    seen = await call_of(b2b, "get", place, authorization=Authorization(session_token=alan.session_token))
    deleted = await call_of(b2b, "delete", place, authorization=Authorization(session_token=grace.session_token))

    assert (seen.connection.connection_id, deleted.connection_id) == (place["connection_id"], place["connection_id"])
