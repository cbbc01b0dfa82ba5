"""A directory that tells of people, from end to end, as a team that builds a B2B app meets it."""

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from scim2_client.engines.httpx2 import AsyncSCIMClient
from scim2_models import PatchOp, UnauthorizedException

from stytch_async.callbacks import read_callback
from stytch_async.emulator.front.service import serve
from stytch_async.emulator.scim.models import PROVIDER, Group, Person
from stytch_async.errors import APIError
from stytch_async.schemas.b2b.scim import SCIMConnectionWithToken, SCIMGroupImplicitRoleAssignments
from stytch_async.transports.interface import HTTPRequest
from tests.flows.conftest import Stytch, connect_saml

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from stytch_async.emulator import Project


class InMemory(httpx2.AsyncBaseTransport):
    """Carries what the directory sends to a project in the same process."""

    def __init__(self, project: "Project") -> None:
        self._project = project

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Carry a request, and bring back the answer."""
        content = await request.aread()
        message = HTTPRequest(request.method, str(request.url), request.headers, content or None, None)
        response = serve(self._project, message)
        headers = [(str(name), value) for name, value in response.headers.items()]
        return httpx2.Response(response.status, headers=headers, content=response.content)


@asynccontextmanager
async def directory_of(stytch: Stytch, connection: SCIMConnectionWithToken) -> "AsyncIterator[AsyncSCIMClient]":
    """Set up a directory that nobody here wrote, with what the connection shows."""
    # The certificates that a transport of its own would load take longer than all the rest.
    served = stytch.project.served_at is not None
    transport = httpx2.AsyncHTTPTransport(verify=False) if served else InMemory(stytch.project)
    headers = {"Authorization": f"Bearer {connection.bearer_token}"}
    async with httpx2.AsyncClient(base_url=connection.base_url, headers=headers, transport=transport) as http:
        yield AsyncSCIMClient(http, provider=PROVIDER)


def replacement(model: Any, **attributes: Any) -> Any:
    """Return a change of some attributes."""
    return PatchOp[model](operations=[{"op": "replace", "value": attributes}])


async def create_connection(stytch: Stytch, organization_id: str) -> SCIMConnectionWithToken:
    """Set up the connection as an admin would."""
    created = await stytch.b2b.scim.connection.create(organization_id=organization_id, identity_provider="okta")
    assert created.connection is not None
    return created.connection


async def test_a_directory_takes_over_whom_single_sign_on_brought(stytch: Stytch) -> None:
    """Groups imply roles from both sides; whoever is deactivated is out, and comes back with what is implied."""
    organization_id, okta = await connect_saml(stytch, "Analytical Engines")
    b2b, sessions = stytch.b2b, stytch.b2b.sessions
    login = await b2b.sso.authenticate(sso_token=read_callback(okta.log_in("ada@example.com", groups=["admins"])).token)
    connection = await create_connection(stytch, organization_id)

    async with directory_of(stytch, connection) as directory:
        entry: Any = await directory.create(Person(user_name="ada@example.com", display_name="Ada", active=True))
        group: Any = await directory.create(Group(display_name="Owners", members=[{"value": entry.id}]))
        role = SCIMGroupImplicitRoleAssignments(role_id="stytch_admin", group_id=group.id, group_name="")
        await b2b.scim.connection.update(
            organization_id=organization_id,
            connection_id=connection.connection_id,
            scim_group_implicit_role_assignments=[role],
        )
        known = await sessions.authenticate(session_token=login.session_token)
        await b2b.organizations.update(organization_id=organization_id, sso_jit_provisioning="NOT_ALLOWED")
        await directory.modify(Person, entry.id, replacement(Person, active=False))
        with pytest.raises(APIError) as ended:
            await sessions.authenticate(session_token=login.session_token)
        back = read_callback(okta.log_in("ada@example.com"))
        with pytest.raises(APIError) as outside:
            await b2b.sso.authenticate(sso_token=back.token)
        await directory.modify(Person, entry.id, replacement(Person, active=True))
        again = await b2b.sso.authenticate(sso_token=read_callback(okta.log_in("ada@example.com")).token)

    admin = next(one for one in known.member.roles if one.role_id == "stytch_admin")
    assert known.member.member_id == login.member_id == entry.id == again.member_id
    assert [source.type for source in admin.sources] == ["sso_connection_group", "scim_connection_group"]
    assert (ended.value.error_type, outside.value.error_type) == (
        "session_not_found",
        "invalid_connection_for_jit_provisioning",
    )
    assert again.member.is_admin
    assert [event.type for event in stytch.project.events.of("member")][-3:-1] == [
        "scim.member.delete",
        "scim.member.update",
    ]


async def test_a_token_is_replaced_without_an_outage(stytch: Stytch) -> None:
    """The directory goes on with the old token until it has the new one."""
    organization = (await stytch.b2b.organizations.create(organization_name="Analytical Engines")).organization
    connection = await create_connection(stytch, organization.organization_id)
    place = {"organization_id": connection.organization_id, "connection_id": connection.connection_id}

    async with directory_of(stytch, connection) as directory:
        started = await stytch.b2b.scim.connection.rotate_start(**place)
        assert started.connection is not None
        await directory.create(Person(user_name="ada@example.com"))
        await stytch.b2b.scim.connection.rotate_complete(**place)
        with pytest.raises(UnauthorizedException):
            await directory.create(Person(user_name="grace@example.com"), raise_scim_errors=True)
        directory.client.headers["Authorization"] = f"Bearer {started.connection.next_bearer_token}"
        grace: Any = await directory.create(Person(user_name="grace@example.com"))

    assert grace.id in stytch.project.members
