import pytest

from stytch_async import (
    APIError,
    AuthenticationError,
    B2BClient,
    BadRequestError,
    Client,
    InMemoryTransport,
    NotFoundError,
    NotSentError,
    PermissionDeniedError,
    ServerError,
    TokenError,
    TokenReason,
    catalog,
    is_signed_out,
)
from stytch_async.logins import SESSIONS, expiry_of, require_session
from stytch_async.schemas.b2b.passwords import AuthenticateResponse
from stytch_async.schemas.b2b.sessions import PrimaryRequired

PASSWORD = "a long and quiet river"


def refusal(kind: type[APIError], status: int, error_type: str) -> APIError:
    """Return an error of the API."""
    return kind(operation="POST /v1", status_code=status, error_type=error_type, error_message="No.")


@pytest.mark.parametrize(
    "error",
    [
        TokenError(TokenReason.EXPIRED, "it has expired"),
        TokenError(TokenReason.INACTIVE, "Stytch says that it is not active"),
        refusal(NotFoundError, 404, "session_not_found"),
        refusal(BadRequestError, 400, "invalid_session_token"),
        refusal(BadRequestError, 400, "unable_to_parse_session_jwt"),
    ],
)
def test_a_session_that_is_over_is_told_in_one_way(error: Exception) -> None:
    """Whether the JWT, the token or the API says so."""
    assert is_signed_out(error)


@pytest.mark.parametrize(
    "error",
    [
        TokenError(TokenReason.MISSING_SCOPE, "it lacks read:documents"),
        refusal(AuthenticationError, 401, "unauthorized_credentials"),
        refusal(PermissionDeniedError, 403, "session_authorization_error"),
        refusal(NotFoundError, 404, "user_not_found"),
        refusal(ServerError, 503, "internal_server_error"),
        NotSentError("no connection"),
        ValueError("a mistake"),
    ],
)
def test_nothing_else_signs_anybody_out(error: Exception) -> None:
    """Neither an outage nor a refused permission, and least of all a wrong secret of the app's own."""
    assert not is_signed_out(error)


async def test_a_login_without_a_session_says_what_was_forgotten() -> None:
    """A Consumer endpoint starts a session only if it is told how long."""
    client = Client(transport=InMemoryTransport())
    login = await client.passwords.create(email="ada@example.com", password=PASSWORD)

    with pytest.raises(ValueError, match="pass session_duration_minutes"):
        require_session(login)


async def incomplete(*, policy: str | None = None) -> AuthenticateResponse:
    """Return the login of a member who has to give a second factor."""
    stytch = InMemoryTransport()
    client = B2BClient(transport=stytch)
    organization = (await client.organizations.create(organization_name="Engines", mfa_policy=policy)).organization
    who = {"organization_id": organization.organization_id, "email_address": "ada@example.com"}
    await client.organizations.members.create(**who)
    await client.passwords.email.reset_start(**who)
    token = stytch.project.outbox.last("ada@example.com").token
    assert token is not None
    await client.passwords.email.reset(password_reset_token=token, password=PASSWORD)
    return await client.passwords.authenticate(**who, password=PASSWORD)


async def test_a_login_without_its_second_factor_says_so() -> None:
    """The member has to give it before there is a session."""
    login = await incomplete(policy="REQUIRED_FOR_ALL")

    with pytest.raises(ValueError, match="second factor"):
        require_session(login)


async def test_a_login_by_another_way_than_the_organization_wants_says_so() -> None:
    """The ways that it wants are named."""
    login = await incomplete(policy="REQUIRED_FOR_ALL")
    login.primary_required = PrimaryRequired(allowed_auth_methods=["sso"])

    with pytest.raises(ValueError, match=r"another way to log in first.*: sso"):
        require_session(login)


async def test_a_login_with_a_session_tells_when_it_ends() -> None:
    """Users and members alike."""
    client = Client(transport=InMemoryTransport())
    login = await client.passwords.create(email="ada@example.com", password=PASSWORD, session_duration_minutes=60)
    member = await incomplete()

    require_session(login)
    require_session(member)

    assert login.session is not None
    assert member.member_session is not None
    assert (expiry_of(login), expiry_of(member)) == (login.session.expires_at, member.member_session.expires_at)


def test_every_login_has_its_session_where_it_is_looked_for() -> None:
    """What carries a session's token and JWT also carries the session, by one of the known names."""
    logins = [
        entry.operation.response
        for entry in catalog.operations()
        if {"session_token", "session_jwt"} <= set(getattr(entry.operation.response, "__annotations__", {}))
    ]

    assert len(logins) > 30
    assert [login for login in logins if set(SESSIONS).isdisjoint(login.__annotations__)] == []
