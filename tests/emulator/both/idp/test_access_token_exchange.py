"""Access tokens of apps with full access, in exchange for sessions."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.sessions import ExchangeAccessTokenResponse as MemberResponse
from stytch_async.schemas.b2b.sessions import MemberSession
from stytch_async.schemas.consumer.sessions import ExchangeAccessTokenResponse, Session
from tests.emulator.both.idp.conftest import App, Somebody

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

UNKNOWN = (404, "idp_access_token_not_found")


@pytest.fixture
async def app(somebody: Somebody) -> App:
    """Return an app of our own that may have full access."""
    return await somebody.make_app("first_party", full_access_allowed=True)


async def exchange(somebody: Somebody, token: str, **more: Any) -> ExchangeAccessTokenResponse | MemberResponse:
    """Exchange a token for a session."""
    return await somebody.stytch.sessions.exchange_access_token(access_token=token, **more)


def session_of(answer: ExchangeAccessTokenResponse | MemberResponse) -> Session | MemberSession | None:
    """Return the session that an answer brings."""
    return answer.member_session if isinstance(answer, MemberResponse) else answer.session


async def test_a_token_becomes_a_session(somebody: Somebody, app: App) -> None:
    """With what the session had shown that the app was authorized with, and the exchange besides."""
    token = (await somebody.log_in(app, "full_access")).access_token

    answer = await exchange(somebody, token, session_duration_minutes=30, session_custom_claims={"plan": "pro"})

    session = session_of(answer)
    assert session is not None
    assert session.expires_at is not None
    assert session.started_at is not None
    assert (session.expires_at - session.started_at).seconds == 30 * 60
    assert session.custom_claims == {"plan": "pro"}
    first, last = session.authentication_factors
    assert (first.email_factor is not None, last.delivery_method) == (True, "oauth_access_token_exchange")
    assert last.oauth_access_token_exchange_factor is not None
    assert last.oauth_access_token_exchange_factor.client_id == app.client_id


async def test_a_token_is_exchanged_once(somebody: Somebody, app: App, refusal: Refusal) -> None:
    """It stays an access token."""
    token = (await somebody.log_in(app, "full_access")).access_token
    await exchange(somebody, token)

    assert await refusal(exchange(somebody, token)) == UNKNOWN
    assert await somebody.is_active(app, token)


@pytest.mark.parametrize("text", ["x", "session", "refresh", "revoked"])
async def test_other_texts_are_unknown(somebody: Somebody, app: App, refusal: Refusal, text: str) -> None:
    """Revoked tokens among them."""
    tokens = await somebody.log_in(app, "full_access offline_access")
    shown = {"session": somebody.session_token, "refresh": tokens.refresh_token, "revoked": tokens.access_token}
    await somebody.stytch.idp.oauth2.revoke(
        project_id=somebody.project_id,
        token=tokens.access_token,
        client_id=app.client_id,
        client_secret=app.client_secret,
    )

    assert await refusal(exchange(somebody, shown.get(text) or text)) == UNKNOWN


@pytest.mark.parametrize(
    ("scope", "minutes", "refused"),
    [
        ("openid", 0, (400, "oauth_access_token_exchange_missing_full_access")),
        ("full_access", 6, (400, "oauth_access_token_exchange_token_too_old")),
        ("full_access", 60, (401, "idp_access_token_expired")),
    ],
)
async def test_a_token_has_full_access_and_is_new(
    somebody: Somebody, app: App, project: Project, refusal: Refusal, *, scope: str, minutes: int, refused: Any
) -> None:
    """Whatever else it is good for."""
    token = (await somebody.log_in(app, scope)).access_token
    project.clock.advance(minutes=minutes)

    assert await refusal(exchange(somebody, token)) == refused


async def test_a_refreshed_token_will_not_do(somebody: Somebody, app: App, refusal: Refusal) -> None:
    """Somebody has to have been there."""
    tokens = await somebody.log_in(app, "full_access offline_access")
    renewed = await somebody.refresh(app, tokens.refresh_token)

    found = await refusal(exchange(somebody, renewed.access_token))

    assert found == (400, "oauth_access_token_exchange_token_invalid_grant")


async def test_an_app_that_lost_its_access_gets_no_session(
    somebody: Somebody, app: App, project: Project, refusal: Refusal
) -> None:
    """The error says that it was revoked."""
    token = (await somebody.log_in(app, "full_access")).access_token
    await somebody.stytch.connected_app.clients.delete(client_id=app.client_id)

    assert [*project.grants] == []
    assert await refusal(exchange(somebody, token)) == (401, "connected_app_consent_revoked")


@pytest.mark.parametrize("ended", [True, False])
async def test_there_has_to_be_a_session(somebody: Somebody, app: App, refusal: Refusal, *, ended: bool) -> None:
    """The app was authorized with one, and it goes on."""
    named = {} if ended else {"session_token": None, **somebody.ids}
    token = (await somebody.log_in(app, "full_access", **named)).access_token
    if ended:
        await somebody.stytch.sessions.revoke(session_token=somebody.session_token)

    found = await refusal(exchange(somebody, token))

    assert found == (404, "idp_access_token_could_not_be_exchanged")


async def test_each_kind_of_project_exchanges_its_own(
    somebody: Somebody, app: App, client: Client, b2b: B2BClient, refusal: Refusal
) -> None:
    """A member's token is not a user's."""
    token = (await somebody.log_in(app, "full_access")).access_token
    other = client if isinstance(somebody.stytch, B2BClient) else b2b

    found = await refusal(other.sessions.exchange_access_token(access_token=token))

    assert found == (404, "idp_access_token_could_not_be_exchanged")


async def test_only_a_member_has_a_session_unasked(somebody: Somebody, app: App) -> None:
    """For an hour; a user gets one where its length is said."""
    answer = await exchange(somebody, (await somebody.log_in(app, "full_access")).access_token)

    assert (session_of(answer) is None) is isinstance(answer, ExchangeAccessTokenResponse)
    assert bool(answer.session_token) is isinstance(answer, MemberResponse)
