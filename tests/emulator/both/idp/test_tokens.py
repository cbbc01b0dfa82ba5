"""How apps come by tokens, and what ends them."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.emulator import Project
from stytch_async.pkce import PKCE
from tests.emulator.both.idp.conftest import App, Somebody

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

INVALID_GRANT = (400, "invalid_grant")
INVALID_REQUEST = (400, "invalid_request")
INVALID_CLIENT = (401, "invalid_client")
FOREVER = "openid offline_access"


async def test_a_code_becomes_tokens(somebody: Somebody, app: App) -> None:
    """What comes besides the access token depends on what was granted."""
    plain = await somebody.log_in(app, "read:documents")
    full = await somebody.log_in(app, "openid email offline_access")

    assert (plain.token_type, plain.expires_in, plain.scope) == ("bearer", 3600, "read:documents")
    assert (plain.id_token, plain.refresh_token) == (None, None)
    assert None not in {full.id_token, full.refresh_token}


async def test_a_code_is_good_once(somebody: Somebody, app: App, refusal: Refusal) -> None:
    """Whoever comes second gets nothing."""
    code = (await somebody.answer(app)).authorization_code
    await somebody.redeem(app, code)

    assert await refusal(somebody.redeem(app, code)) == INVALID_GRANT


async def test_a_code_is_good_for_ten_minutes(somebody: Somebody, app: App, project: Project, refusal: Refusal) -> None:
    """An app that takes longer asks again."""
    code = (await somebody.answer(app)).authorization_code
    project.clock.advance(minutes=10)

    assert await refusal(somebody.redeem(app, code)) == INVALID_GRANT


@pytest.mark.parametrize(
    ("more", "refused"),
    [
        ({"code": "x" * 44}, INVALID_GRANT),
        ({"code": None}, INVALID_REQUEST),
        ({"redirect_uri": None}, INVALID_REQUEST),
        ({"redirect_uri": "https://notes.example.com/elsewhere"}, INVALID_GRANT),
        ({"client_secret": None}, INVALID_CLIENT),
        ({"client_secret": "guessed"}, INVALID_CLIENT),
        ({"client_id": "connected-app-test-1"}, INVALID_CLIENT),
        ({"grant_type": "password"}, (400, "unsupported_grant_type")),
        ({"grant_type": "client_credentials"}, (400, "unauthorized_client")),
    ],
)
async def test_a_code_is_for_the_app_that_shows_all_of_it(
    somebody: Somebody, app: App, refusal: Refusal, more: dict[str, Any], refused: tuple[int, str]
) -> None:
    """A refused attempt does not spend the code."""
    code = (await somebody.answer(app)).authorization_code

    found = await refusal(somebody.redeem(app, **{"code": code, **more}))

    assert found == refused
    assert (await somebody.redeem(app, code)).scope == "openid"


async def test_a_code_is_no_use_to_another_app(somebody: Somebody, app: App, refusal: Refusal) -> None:
    """Even to one that proves who it is."""
    code = (await somebody.answer(app)).authorization_code

    assert await refusal(somebody.redeem(await somebody.make_app(), code)) == INVALID_GRANT


@pytest.mark.parametrize(("begun", "verifier"), [(True, None), (True, "x" * 43), (True, "short"), (False, "x" * 43)])
async def test_the_verifier_belongs_to_the_challenge(
    somebody: Somebody, app: App, refusal: Refusal, *, begun: bool, verifier: str | None
) -> None:
    """Whoever begins a login ends it; it is said in the words of OAuth."""
    challenge = PKCE.generate().challenge if begun else None
    code = (await somebody.answer(app, code_challenge=challenge)).authorization_code

    assert await refusal(somebody.redeem(app, code, code_verifier=verifier)) == INVALID_GRANT


async def test_a_public_app_shows_no_secret(somebody: Somebody, public_app: App, refusal: Refusal) -> None:
    """It has none, so one that comes is somebody else's."""
    tokens = await somebody.log_in(public_app, FOREVER)

    found = await refusal(somebody.refresh(public_app, tokens.refresh_token, client_secret="mine"))

    assert found == INVALID_CLIENT


async def test_a_machine_has_no_codes(somebody: Somebody, refusal: Refusal) -> None:
    """It acts for itself."""
    robot = (await somebody.stytch.m2m.clients.create(scopes=["read"])).m2m_client
    shown = {"client_id": robot.client_id, "client_secret": robot.client_secret}

    asked = [
        somebody.stytch.idp.oauth2.token(project_id=somebody.project_id, grant_type="authorization_code", **shown),
        somebody.stytch.idp.oauth2.introspect(project_id=somebody.project_id, token="x", **shown),
        somebody.stytch.idp.oauth2.revoke(project_id=somebody.project_id, token="x", **shown),
    ]

    assert [await refusal(call) for call in asked] == [(400, "unauthorized_client")] * 3


async def test_a_confidential_app_keeps_its_refresh_token(somebody: Somebody, app: App, project: Project) -> None:
    """Each use makes it last three months more."""
    first = await somebody.log_in(app, FOREVER)
    for _ in range(3):
        project.clock.advance(days=60)
        renewed = await somebody.refresh(app, first.refresh_token)

    assert renewed.refresh_token is None
    assert renewed.id_token is not None
    assert await somebody.is_active(app, renewed.access_token)


async def test_a_public_app_gets_another_refresh_token(somebody: Somebody, public_app: App, refusal: Refusal) -> None:
    """The one that it has shown is spent."""
    first = await somebody.log_in(public_app, FOREVER)

    renewed = await somebody.refresh(public_app, first.refresh_token)

    assert renewed.refresh_token not in {None, first.refresh_token}
    assert await refusal(somebody.refresh(public_app, first.refresh_token)) == INVALID_GRANT
    assert [await somebody.is_active(public_app, one.refresh_token) for one in (first, renewed)] == [False, True]


async def test_a_refresh_token_ends_after_three_months(
    somebody: Somebody, app: App, project: Project, refusal: Refusal
) -> None:
    """Unless it is used."""
    tokens = await somebody.log_in(app, FOREVER)
    project.clock.advance(days=90)

    assert await refusal(somebody.refresh(app, tokens.refresh_token)) == INVALID_GRANT
    assert not await somebody.is_active(app, tokens.refresh_token)


async def test_a_refresh_token_gives_no_more_than_was_granted(somebody: Somebody, app: App, refusal: Refusal) -> None:
    """It may give less, if that is asked for."""
    tokens = await somebody.log_in(app, f"email {FOREVER}")

    less = await somebody.refresh(app, tokens.refresh_token, scope="email")
    more = await refusal(somebody.refresh(app, tokens.refresh_token, scope="email phone"))

    assert (less.scope, less.id_token) == ("email", None)
    assert more == (400, "invalid_scope")
    assert await refusal(somebody.refresh(app, None)) == INVALID_REQUEST
    assert await refusal(somebody.refresh(app, "x" * 44)) == INVALID_GRANT


async def test_a_rotated_secret_is_good_for_tokens(somebody: Somebody, app: App) -> None:
    """Both are, while the rotation is under way."""
    rotating = await somebody.stytch.connected_app.clients.secrets.rotate_start(client_id=app.client_id)
    code = (await somebody.answer(app)).authorization_code

    tokens = await somebody.redeem(app, code, client_secret=rotating.connected_app.next_client_secret)

    assert await somebody.is_active(app, tokens.access_token)


async def test_other_texts_are_not_active(
    somebody: Somebody, app: App, public_app: App, project: Project, refusal: Refusal
) -> None:
    """Neither are old tokens and those of other apps; who asks has to say who they are."""
    tokens = await somebody.log_in(app, FOREVER)
    foreign = [await somebody.is_active(public_app, one) for one in (tokens.access_token, tokens.refresh_token)]
    project.clock.advance(hours=1)

    odd = [await somebody.is_active(app, one) for one in (tokens.access_token, "x", somebody.session_token)]

    oauth2 = somebody.stytch.idp.oauth2
    guess = {"project_id": somebody.project_id, "token": "x", "client_id": app.client_id, "client_secret": "guessed"}
    assert foreign == [False, False]
    assert odd == [False, False, False]
    assert [await refusal(call(**guess)) for call in (oauth2.introspect, oauth2.revoke)] == [INVALID_CLIENT] * 2


@pytest.mark.parametrize(("revoked", "left"), [("access_token", [False, True]), ("refresh_token", [False, False])])
async def test_a_revoked_token_is_useless(somebody: Somebody, app: App, revoked: str, left: list[bool]) -> None:
    """With a refresh token, all ends that came of the same login; another login of the app goes on."""
    tokens, other = await somebody.log_in(app, FOREVER), await somebody.log_in(app, FOREVER)
    shown = {"project_id": somebody.project_id, "client_id": app.client_id, "client_secret": app.client_secret}

    await somebody.stytch.idp.oauth2.revoke(token=getattr(tokens, revoked), **shown)
    await somebody.stytch.idp.oauth2.revoke(token="unknown", **shown)

    assert [await somebody.is_active(app, one) for one in (tokens.access_token, tokens.refresh_token)] == left
    assert await somebody.is_active(app, other.access_token)


async def test_nobody_revokes_the_tokens_of_others(somebody: Somebody, app: App, public_app: App) -> None:
    """An app that tries learns nothing."""
    tokens = await somebody.log_in(app)

    await somebody.stytch.idp.oauth2.revoke(
        project_id=somebody.project_id, token=tokens.access_token, client_id=public_app.client_id
    )

    assert await somebody.is_active(app, tokens.access_token)
