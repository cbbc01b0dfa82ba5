import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from stytch_async.callbacks import read_callback
from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project, Settings
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.users import User
from stytch_async.errors import APIError
from stytch_async.schemas.factors import AuthenticationFactor
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

SUPPORT = "grace@example.com"


@pytest.fixture(autouse=True)
def enabled(project: Project) -> None:
    """Switch impersonation on, as most of these tests want it."""
    project.settings.user_impersonation_enabled = True


@pytest.fixture
def user(transport: InMemoryTransport) -> User:
    """Return somebody who needs help."""
    return transport.add_user("ada@example.com")


@pytest.fixture
def member(transport: InMemoryTransport) -> Member:
    """Return somebody who needs help in an organization that asks for more than impersonation has."""
    organization = transport.add_organization(
        "Analytical Engines", mfa_policy="REQUIRED_FOR_ALL", auth_methods="RESTRICTED", allowed_auth_methods=["sso"]
    )
    return transport.add_member(organization, "ada@example.com")


@pytest.fixture
def tokens(transport: InMemoryTransport, user: User, member: Member) -> tuple[str, str]:
    """Return a token to be the user with, and one to be the member with."""
    of_user, of_member = (read_callback(transport.impersonate(account)).token for account in (user, member))
    return of_user, of_member


def shown(factors: list[AuthenticationFactor]) -> list[tuple[str, str, str | None]]:
    """Tell how each factor came about, and who stands behind it."""
    return [
        (
            str(one.type),
            str(one.delivery_method),
            one.impersonated_factor and one.impersonated_factor.impersonator_email_address,
        )
        for one in factors
    ]


async def test_user_is_impersonated(transport: InMemoryTransport, client: Client, user: User) -> None:
    """The session says who it really is, lasts an hour, and holds nothing else."""
    callback = read_callback(transport.impersonate(user, impersonator=SUPPORT))

    login = await client.impersonation.authenticate(impersonation_token=callback.token)

    assert (callback.token_type, login.user_id) == ("impersonation", user.id)
    assert login.session is not None
    assert shown(login.session.authentication_factors) == [("impersonated", "impersonation", SUPPORT)]
    assert login.session.expires_at == transport.project.now + dt.timedelta(minutes=60)


async def test_member_is_impersonated(transport: InMemoryTransport, b2b: B2BClient, member: Member) -> None:
    """Neither a second factor nor a method of the organization is asked for."""
    callback = read_callback(transport.impersonate(member, impersonator=SUPPORT))

    login = await b2b.impersonation.authenticate(impersonation_token=callback.token)

    assert (callback.token_type, login.member_id) == ("multi_tenant_impersonation", member.id)
    assert (login.member_authenticated, login.mfa_required, login.intermediate_session_token) == (True, None, "")
    assert login.member_session is not None
    assert shown(login.member_session.authentication_factors) == [("impersonated", "impersonation", SUPPORT)]
    assert login.member_session.expires_at == transport.project.now + dt.timedelta(minutes=60)


async def test_impersonation_is_off_unless_it_is_switched_on(
    project: Project, client: Client, b2b: B2BClient, tokens: tuple[str, str], refusal: Refusal
) -> None:
    """Then a token is refused, and stays unspent."""
    project.settings = Settings()

    found = [
        await refusal(client.impersonation.authenticate(impersonation_token=tokens[0])),
        await refusal(b2b.impersonation.authenticate(impersonation_token=tokens[1])),
    ]

    assert found == [(400, "user_impersonation_not_allowed"), (400, "member_impersonation_not_allowed")]


async def test_token_is_good_once(client: Client, b2b: B2BClient, tokens: tuple[str, str], refusal: Refusal) -> None:
    """What was used is as good as unknown."""
    first, second = tokens
    await client.impersonation.authenticate(impersonation_token=first)
    await b2b.impersonation.authenticate(impersonation_token=second)

    found = [
        await refusal(client.impersonation.authenticate(impersonation_token=first)),
        await refusal(b2b.impersonation.authenticate(impersonation_token=second)),
    ]

    assert found == [(401, "unable_to_auth_impersonation_token")] * 2


async def test_token_is_good_for_five_minutes(
    transport: InMemoryTransport, client: Client, user: User, refusal: Refusal
) -> None:
    """The clock of the project decides."""
    token = read_callback(transport.impersonate(user)).token
    transport.project.clock.advance(minutes=5)

    found = await refusal(client.impersonation.authenticate(impersonation_token=token))

    assert found == (401, "unable_to_auth_impersonation_token")


async def test_token_is_good_for_its_kind_of_project(
    client: Client, b2b: B2BClient, tokens: tuple[str, str], refusal: Refusal
) -> None:
    """A user is not a member, and a member is not a user."""
    of_user, of_member = tokens

    found = [
        await refusal(client.impersonation.authenticate(impersonation_token=of_member)),
        await refusal(b2b.impersonation.authenticate(impersonation_token=of_user)),
    ]

    assert found == [(401, "unable_to_auth_impersonation_token")] * 2


async def test_token_dies_with_its_owner(
    transport: InMemoryTransport, client: Client, user: User, refusal: Refusal
) -> None:
    """Nobody can be somebody who is gone."""
    token = read_callback(transport.impersonate(user)).token
    await client.users.delete(user_id=user.id)

    found = await refusal(client.impersonation.authenticate(impersonation_token=token))

    assert (found, len(transport.project.impersonations)) == ((401, "unable_to_auth_impersonation_token"), 0)


async def test_session_of_an_impersonation_is_not_extended(
    client: Client, b2b: B2BClient, tokens: tuple[str, str], refusal: Refusal
) -> None:
    """It is checked and revoked as any other."""
    of_user, of_member = tokens
    first = (await client.impersonation.authenticate(impersonation_token=of_user)).session_token
    second = (await b2b.impersonation.authenticate(impersonation_token=of_member)).session_token

    found = [
        await refusal(client.sessions.authenticate(session_token=first, session_duration_minutes=90)),
        await refusal(b2b.sessions.authenticate(session_token=second, session_duration_minutes=90)),
    ]

    assert found == [(400, "session_not_mutable")] * 2
    await client.sessions.authenticate(session_token=first)
    await client.sessions.revoke(session_token=first)
    with pytest.raises(APIError, match="session_not_found"):
        await client.sessions.authenticate(session_token=first)
