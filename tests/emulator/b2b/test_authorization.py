"""Who may do what with a session: the same rules for every operation that takes one."""

from collections.abc import Awaitable, Callable
from operator import attrgetter
from typing import Any

import attrs
import pytest

from stytch_async import catalog
from stytch_async.clients import B2BClient
from stytch_async.emulator import Policy, Project
from stytch_async.emulator.registry import handlers
from stytch_async.emulator.state.builtin import STYTCH_RESOURCES
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.shared import Authorization
from stytch_async.transports.memory import InMemoryTransport
from tests.emulator.b2b.authorized import CASES, Scene
from tests.emulator.watching import stored

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

TAKING = {
    entry.name: entry.operation
    for entry in catalog.operations()
    if entry.client == "b2b" and "authorization" in attrs.fields_dict(entry.operation.request)
}
"""The operations that can be called on a member's behalf, by name."""

each = pytest.mark.parametrize("name", [name for name in CASES if TAKING[name] in handlers()])


@pytest.fixture
def scene(transport: InMemoryTransport, b2b: B2BClient, organization: Organization) -> Scene:
    """Return the organization that the calls are about."""
    return Scene(transport, b2b, organization.organization_id)


@pytest.fixture
def ida(scene: Scene) -> Authorization:
    """Return what makes a call as a member of the organization without a role of her own."""
    ida = scene.stytch.sign_in_member("ida@example.com", organization=scene.organization_id)
    return Authorization(session_token=ida.session_token)


def permit(project: Project, *permissions: tuple[str, str]) -> None:
    """Let every member do some things."""
    actions: dict[str, set[str]] = {}
    for resource, action in permissions:
        actions.setdefault(resource, set()).add(action)
    project.settings.policy = Policy({"stytch_member": actions})


def test_every_operation_that_takes_a_session_is_tried() -> None:
    """None is forgotten here."""
    assert (CASES.keys(), len(CASES)) == (TAKING.keys(), 40)


@each
async def test_without_the_permission_nothing_happens(
    scene: Scene, ida: Authorization, project: Project, refusal: Refusal, name: str
) -> None:
    """Whoever may do everything else may not do this."""
    case, call = CASES[name], attrgetter(name)(scene.b2b)
    arguments = {**await case.prepare(scene), **case.more}
    known = {(resource, action) for resource, item in STYTCH_RESOURCES.items() for action in item.actions}
    permit(project, *(known | {(one.resource, one.action) for one in CASES.values()}) - {(case.resource, case.action)})
    before = stored(project)

    refused = await refusal(call(**arguments, authorization=ida))

    assert refused == (403, "session_authorization_error")
    assert stored(project) == before


@each
async def test_one_permission_opens_one_operation(
    scene: Scene, ida: Authorization, project: Project, name: str
) -> None:
    """A role with the one action is as good as the app itself."""
    case, call = CASES[name], attrgetter(name)(scene.b2b)
    arguments = {**await case.prepare(scene), **case.more}
    permit(project, (case.resource, case.action))

    answer = await call(**arguments, authorization=ida)

    assert answer.status_code in {200, 201}


@each
async def test_an_admin_of_another_organization_learns_nothing(
    scene: Scene, project: Project, refusal: Refusal, name: str
) -> None:
    """Whether what is named is there or not, the call ends in the same way, and changes nothing."""
    case, call = CASES[name], attrgetter(name)(scene.b2b)
    arguments: dict[str, Any] = {**await case.prepare(scene), **case.more}
    there, empty = scene.stytch.add_organization("There"), scene.stytch.add_organization("Empty")
    grace = scene.stytch.sign_in_member("grace@example.com", organization=there.id, roles=["stytch_admin"])
    authorization = Authorization(session_jwt=grace.session_jwt)
    elsewhere = {"organization_id": empty.id} if "organization_id" in arguments else {}
    before = stored(project)

    refused = [
        await refusal(call(**given, authorization=authorization)) for given in (arguments, {**arguments, **elsewhere})
    ]

    assert refused == [(403, "session_authorization_tenancy_error")] * 2
    assert stored(project) == before


async def test_a_password_needs_its_permission(
    b2b: B2BClient, ada: EmailResetResponse, grace: EmailResetResponse, refusal: Refusal
) -> None:
    """Members may delete their own, and admins those of others."""
    delete, home = b2b.organizations.members.delete_password, ada.organization_id
    by_ada, by_grace = (Authorization(session_token=one.session_token) for one in (ada, grace))
    others = grace.member.member_password_id

    refused = await refusal(delete(organization_id=home, member_password_id=others, authorization=by_ada))

    own: list[Any] = [
        await delete(organization_id=home, member_password_id=others, authorization=by_grace),
        await delete(organization_id=home, member_password_id=ada.member.member_password_id, authorization=by_ada),
    ]
    assert refused == (403, "session_authorization_error")
    assert [answer.member.member_password_id for answer in own] == ["", ""]


@pytest.mark.parametrize("name", ["magic_links.email.invite", "organizations.members.create"])
async def test_whoever_adds_members_may_not_give_them_roles(
    scene: Scene, ida: Authorization, project: Project, refusal: Refusal, name: str
) -> None:
    """Roles need their own permission, so that nobody makes an admin of a friend."""
    call = attrgetter(name)(scene.b2b)
    arguments = {**scene.home, "email_address": "hedy@example.com", "roles": ["stytch_admin"], "authorization": ida}
    permit(project, ("stytch.member", "create"))

    refused = await refusal(call(**arguments))
    permit(project, ("stytch.member", "create"), ("stytch.member", "update.settings.roles"))
    allowed = await call(**arguments)

    assert refused == (403, "session_authorization_error")
    assert allowed.member.is_admin
