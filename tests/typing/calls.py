"""What a type checker sees of a call; checked by mypy and pyright, never run."""

import asyncio
from typing import Any, assert_type

from stytch_async import AiohttpTransport, B2BClient, Client, InMemoryTransport, ManagementClient, Transport
from stytch_async.api.consumer.users import Users
from stytch_async.emulator import Project
from stytch_async.emulator.registry import handles
from stytch_async.endpoint import Operation
from stytch_async.schemas import b2b as b2b_schemas
from stytch_async.schemas import consumer
from stytch_async.schemas.b2b import organizations
from stytch_async.schemas.b2b.organizations import MFAPolicy
from stytch_async.schemas.consumer import passwords, sessions, users
from stytch_async.schemas.filters import MemberFilter, UserFilter
from stytch_async.schemas.management import projects


async def an_answer_has_its_type(client: Client, b2b: B2BClient) -> None:
    """A call gives the response class of its endpoint, however deep the group."""
    assert_type(await client.users.create(email="ada@example.com"), users.CreateResponse)
    assert_type((await client.users.get(user_id="…")).emails[0].email, str)
    assert_type(await b2b.organizations.get(organization_id="…"), organizations.GetResponse)


async def a_set_of_texts_is_open(b2b: B2BClient, methods: list[str]) -> None:
    """An argument takes the texts that its alias names, a text of tomorrow, and lists of either."""
    assert_type(organizations.UpdateRequest(organization_id="…").mfa_policy, MFAPolicy | str | None)
    policy: MFAPolicy = "REQUIRED_FOR_ALL"
    await b2b.organizations.update(organization_id="…", mfa_policy=policy, allowed_auth_methods=["sso", "passkey"])
    await b2b.organizations.update(organization_id="…", mfa_policy="ON_WEEKENDS", allowed_auth_methods=methods)
    policy = "ON_WEEKENDS"  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]


async def a_name_that_loads_late_has_its_type(management: ManagementClient) -> None:
    """The client that is imported on first use is typed like the others, and so are the options it takes."""
    assert_type(await management.projects.get(project_slug="…"), projects.GetResponse)
    assert_type(ManagementClient.from_env(timeout=2), ManagementClient)
    ManagementClient.from_env(jwks={})  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def a_flat_name_is_the_class(created: users.CreateResponse, check: organizations.SearchQuery) -> None:
    """What is imported from the package of an API has its type, however late it loads."""
    assert_type(created.user, consumer.User)
    assert_type(check, b2b_schemas.SearchQuery)


async def a_gather_keeps_the_types(client: Client) -> None:
    """Calls of different endpoints that run together keep an answer of their own type each."""
    user, listed = await asyncio.gather(client.users.get(user_id="…"), client.sessions.get(user_id="…"))

    assert_type(user, users.GetResponse)
    assert_type(listed, sessions.GetResponse)


async def options_keep_the_client(client: Client, b2b: B2BClient) -> None:
    """A client with other options is of the same class, and so is one from the environment."""
    assert_type(client.with_options(timeout=2), Client)
    assert_type(B2BClient.from_env(), B2BClient)
    async with b2b as entered:
        assert_type(entered, B2BClient)


async def mistakes_show(client: Client) -> None:
    """A missing, misspelt or misplaced argument, a wrong type and a wrong name are complained about."""
    await client.users.get()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await client.users.get(id="…")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await client.users.get("…")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await client.users.get(user_id=7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.users.find  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # noqa: B018


def filters_know_their_values() -> None:
    """A filter makes a plain operand, and a value of another type is complained about."""
    assert_type(UserFilter.email_address("ada@example.com"), dict[str, Any])
    UserFilter.email_address()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    UserFilter.created_at_less_than("2026-01-01")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    UserFilter.status("deleted")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    MemberFilter.statuses("invited", "locked")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def an_endpoint_tells_its_operation(client: Client) -> None:
    """What is known of an endpoint is typed by its request and response, so that calls can be told apart by it."""
    assert_type(Users.get.operation, Operation[users.GetRequest, users.GetResponse])
    assert_type(client.users.get.operation, Operation[users.GetRequest, users.GetResponse])
    assert_type(client.passwords.create.operation, Operation[passwords.CreateRequest, passwords.CreateResponse])


def transports_fit(transport: Transport) -> list[Transport]:
    """The transports satisfy the protocol."""
    return [transport, AiohttpTransport(), InMemoryTransport()]


def handlers_fit(project: Project) -> None:
    """A handler takes its endpoint's request and gives its response; another is complained about."""

    @handles(Users.get)
    def get(project: Project, request: users.GetRequest) -> users.GetResponse:
        raise NotImplementedError

    @handles(Users.get)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    def delete(project: Project, request: users.DeleteRequest) -> users.DeleteResponse:
        raise NotImplementedError

    assert_type(get(project, users.GetRequest(user_id="…")), users.GetResponse)
