"""What a type checker sees of the kits for web frameworks; checked by mypy and pyright, never run."""

import datetime as dt
from collections.abc import Callable, Coroutine
from typing import Annotated, Any, assert_type

from aiohttp import web
from fastapi import Depends, Request, Security

from stytch_async import B2BClient, Client, Login, is_signed_out
from stytch_async.integrations import aiohttp_web, fastapi, starlette
from stytch_async.integrations.outcomes import LoggedIn, MemberOutcome, UserOutcome
from stytch_async.schemas.b2b.discovery import OrganizationsCreateResponse
from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.sessions import MemberSession
from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User
from stytch_async.tokens.results import MachineClaims

auth, members, machines = fastapi.UserAuth(), fastapi.MemberAuth(), fastapi.MachineAuth()


async def handler(
    session: Annotated[Session, Depends(auth.session)],
    robot: Annotated[MachineClaims, Security(machines.claims, scopes=["read:documents"])],
) -> None:
    """A handler of FastAPI gets sessions and claims."""
    assert_type(session, Session)
    assert_type(robot, MachineClaims)


def dependencies_have_types() -> None:
    """What a dependency gives is known, however it was made."""
    assert_type(auth.session, Callable[..., Coroutine[Any, Any, Session]])
    assert_type(auth.optional, Callable[..., Coroutine[Any, Any, Session | None]])
    assert_type(auth.user, Callable[..., Coroutine[Any, Any, User]])
    assert_type(members.member, Callable[..., Coroutine[Any, Any, Member]])
    assert_type(members.member_of(role="admin"), Callable[..., Coroutine[Any, Any, MemberSession]])
    auth.require(within=dt.timedelta(minutes=5), factors=["totp"])
    auth.require(within=5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    auth.require(rol="admin")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


async def functions_have_types(request: Request, plain: web.Request) -> None:
    """Starlette and aiohttp are asked in the handler."""
    assert_type(await starlette.UserAuth().session(request, role="editor"), Session)
    assert_type(await starlette.MemberAuth().member(request), Member)
    assert_type(await aiohttp_web.UserAuth().optional(plain), Session | None)
    assert_type((await aiohttp_web.MemberAuth().signed_in(plain)).session, MemberSession)
    assert_type(plain.config_dict[aiohttp_web.STYTCH], Client)


async def callbacks_have_outcomes(request: Request, plain: web.Request, client: Client, b2b: B2BClient) -> None:
    """What is left to do is a union, and an answer stays the type that it is."""
    assert_type(await auth.complete(request, client), UserOutcome)
    assert_type(await starlette.MemberAuth().complete(request, elsewhere={"sso"}), MemberOutcome)
    assert_type(await aiohttp_web.UserAuth().complete(plain, session_duration_minutes=5), UserOutcome)
    made = await b2b.discovery.organizations.create(intermediate_session_token="…")
    outcome = members.conclude(request, made)
    if isinstance(outcome, LoggedIn):
        assert_type(outcome.login, OrganizationsCreateResponse)
    members.conclude(request, await client.oauth.authenticate(token="…"))  # type: ignore[type-var]  # pyright: ignore[reportArgumentType]


async def every_login_is_a_login(client: Client, b2b: B2BClient) -> list[Login]:
    """Whatever an app logs somebody in with, its answer can be kept."""
    assert_type(is_signed_out(ValueError()), bool)
    return [
        await client.otps.authenticate(method_id="…", code="…"),
        await client.oauth.authenticate(token="…"),
        await client.sessions.authenticate(session_jwt="…"),
        await b2b.sso.authenticate(sso_token="…"),
        await b2b.discovery.intermediate_sessions.exchange(intermediate_session_token="…", organization_id="…"),
        await b2b.sessions.exchange(organization_id="…"),
    ]


async def a_session_is_asked_what_it_allows(
    client: Client, b2b: B2BClient, session: Session, member: MemberSession
) -> None:
    """Each client takes its own kind of session."""
    assert_type(await client.rbac.allows(session, "documents", "read"), bool)
    assert_type(await b2b.rbac.allows(member, "documents", "read"), bool)
    await client.rbac.allows(member, "documents", "read")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
