from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

TOLD: Mapping[str, Mapping[str, Any]] = {
    "ada's": {"sub": "7", "email": "ada@example.com"},
    "nobody's": {"sub": "8"},
    "odd": {"sub": "9", "email": "ada"},
    "grace's": {"sub": "10", "email": "grace@example.com"},
}


@pytest.fixture(autouse=True)
def elsewhere(project: Project) -> None:
    """Let another system tell whose tokens these are."""
    project.userinfo = TOLD.get


@pytest.fixture
def place(transport: InMemoryTransport) -> Organization:
    """Return an organization that asks for a second factor, and has one member."""
    organization = transport.add_organization("Analytical Engines", mfa_policy="REQUIRED_FOR_ALL")
    transport.add_member(organization, "ada@example.com")
    return organization


async def test_session_of_a_user_is_taken_over(transport: InMemoryTransport, client: Client) -> None:
    """The session says where it comes from; without a duration there is none."""
    user = transport.add_user("ada@example.com")

    login = await client.sessions.migrate(session_token="ada's", session_duration_minutes=30)

    without = await client.sessions.migrate(session_token="ada's")
    assert (login.user_id, without.session, without.session_token) == (user.id, None, "")
    assert login.session is not None
    assert [(one.type, one.delivery_method) for one in login.session.authentication_factors] == [
        ("imported", "imported_auth0")
    ]


async def test_session_of_a_member_is_taken_over(b2b: B2BClient, place: Organization) -> None:
    """It lasts an hour unless something else is asked for, and no second factor is."""
    login = await b2b.sessions.migrate(session_token="ada's", organization_id=place.slug)

    session = login.member_session
    assert session is not None
    assert login.organization.organization_id == place.id
    assert [(one.type, one.delivery_method) for one in session.authentication_factors] == [
        ("imported", "imported_auth0")
    ]
    assert (session.expires_at - session.started_at).total_seconds() == 3600


@pytest.mark.parametrize(
    "refused",
    [
        ("unknown", "migrate_from_external_unexpected_response"),
        ("nobody's", "migrate_from_external_missing_userinfo"),
        ("odd", "migrate_from_external_missing_userinfo"),
        ("grace's", "migrate_from_external_email_does_not_exist"),
    ],
)
async def test_only_who_is_known_here_and_there_is_let_in(
    client: Client, b2b: B2BClient, place: Organization, refusal: Refusal, refused: tuple[str, str]
) -> None:
    """The other system has to know the token, and Stytch the address."""
    token, error_type = refused

    found = [
        await refusal(client.sessions.migrate(session_token=token)),
        await refusal(b2b.sessions.migrate(session_token=token, organization_id=place.id)),
    ]

    assert found == [(400, error_type)] * 2


async def test_nobody_is_asked_where_no_system_is_named(
    project: Project, client: Client, b2b: B2BClient, place: Organization, refusal: Refusal
) -> None:
    """That counts as a call that has failed."""
    project.userinfo = None

    found = [
        await refusal(client.sessions.migrate(session_token="ada's")),
        await refusal(b2b.sessions.migrate(session_token="ada's", organization_id=place.id)),
    ]

    assert found == [(400, "migrate_from_external_unexpected_response")] * 2


async def test_organization_has_to_exist(b2b: B2BClient, refusal: Refusal) -> None:
    """Nobody is taken over into nowhere."""
    found = await refusal(b2b.sessions.migrate(session_token="ada's", organization_id="nowhere"))

    assert found == (404, "organization_not_found")
