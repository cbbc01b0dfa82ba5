"""What apps ask of people, and what becomes of it."""

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.pkce import PKCE
from tests.emulator.both.idp.conftest import CALLBACK, App, Somebody

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


def query(url: str) -> dict[str, str]:
    """Return what a URL says to the app."""
    assert url.startswith(f"{CALLBACK}?")
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


async def test_a_consent_page_learns_who_asks_for_what(somebody: Somebody, app: App) -> None:
    """Each scope has a description, and somebody can hand on only what they may do."""
    page = await somebody.start(app, "openid read:documents delete:documents full_access")

    grantable = {one.scope: one.is_grantable for one in page.scope_results}
    assert (page.client.client_id, page.client.client_name) == (app.client_id, "Notes")
    assert grantable == {"openid": True, "read:documents": True, "delete:documents": False, "full_access": False}
    assert page.scope_results[0].description
    assert page.consent_required


async def test_somebody_is_named_by_ids_as_well(somebody: Somebody, app: App) -> None:
    """Without a session the answer is the same, for people who are not there."""
    page = await somebody.start(app, session_token=None, **somebody.ids)

    assert [one.is_grantable for one in page.scope_results] == [True]


async def test_third_parties_ask_once_for_the_same_scopes(somebody: Somebody, app: App) -> None:
    """They ask again for others, and when they say that they want to."""
    await somebody.answer(app, "openid email")

    again = await somebody.start(app, "email openid")
    other = await somebody.start(app, "openid")
    wanted = await somebody.start(app, "openid email", prompt="consent")

    required = [page.consent_required for page in (again, other, wanted)]
    assert required == [False, True, True]


@pytest.mark.parametrize(
    ("settings", "scope", "more", "required"),
    [
        ({}, "openid", {}, False),
        ({}, "openid", {"prompt": "consent"}, True),
        ({}, "openid offline_access", {}, True),
        ({"bypass_consent_for_offline_access": True}, "openid offline_access", {}, False),
    ],
)
async def test_first_parties_rarely_ask(
    somebody: Somebody, settings: dict[str, Any], scope: str, more: dict[str, Any], *, required: bool
) -> None:
    """Only for tokens that outlast the visit, and when they want to."""
    ours = await somebody.make_app("first_party", **settings)

    page = await somebody.start(ours, scope, **more)

    assert page.consent_required is required


async def test_a_yes_leads_back_with_a_code(somebody: Somebody, app: App) -> None:
    """The app gets its own text back."""
    answered = await somebody.answer(app, state="where we were")

    assert query(answered.redirect_uri) == {"code": answered.authorization_code, "state": "where we were"}


@pytest.mark.parametrize(
    ("scope", "more", "error"),
    [
        ("openid", {"consent_granted": False}, "access_denied"),
        ("delete:documents full_access", {}, "invalid_scope"),
    ],
)
async def test_a_no_leads_back_with_the_reason(
    somebody: Somebody, app: App, project: Project, *, scope: str, more: dict[str, Any], error: str
) -> None:
    """Nothing is granted then."""
    answered = await somebody.answer(app, scope, state="here", **more)

    assert query(answered.redirect_uri) == {"error": error, "state": "here"}
    assert answered.authorization_code is None
    assert [*project.grants] == []


async def test_what_cannot_be_granted_is_left_out(somebody: Somebody, app: App) -> None:
    """The rest is granted."""
    tokens = await somebody.log_in(app, "openid read:documents delete:documents")

    assert tokens.scope == "openid read:documents"


@pytest.mark.parametrize(
    ("more", "refused"),
    [
        ({"client_id": "connected-app-test-1"}, (404, "connected_app_not_found")),
        (
            {"redirect_uri": f"{CALLBACK}/"},
            (401, "connected_app_supplied_redirect_url_not_found_in_client"),
        ),
        ({"response_type": "token"}, (400, "bad_request")),
        ({"prompt": "none"}, (400, "bad_request")),
        ({"scopes": ["openid", "fly"]}, (400, "invalid_rbac_scope")),
        ({"session_jwt": "x"}, (400, "too_many_user_selection_arguments")),
        ({"session_token": "x" * 44}, (404, "session_not_found")),
    ],
)
async def test_a_request_that_is_wrong_is_refused(
    somebody: Somebody, app: App, refusal: Refusal, more: dict[str, Any], refused: tuple[int, str]
) -> None:
    """By both calls, since nobody has to make the first."""
    found = [await refusal(call(app, **more)) for call in (somebody.start, somebody.answer)]

    assert found == [refused] * 2


async def test_somebody_has_to_be_named(somebody: Somebody, app: App, refusal: Refusal) -> None:
    """Each kind of project has a word for that."""
    kind = "user" if "user_id" in somebody.ids else "member"

    nobody = await refusal(somebody.start(app, session_token=None))

    assert nobody == (400, f"no_oauth_authorize_{kind}_selector")


@pytest.mark.parametrize("somebody", ["member"], indirect=True)
@pytest.mark.parametrize("named", ["organization_id", "member_id"])
async def test_a_member_is_named_by_both_ids(somebody: Somebody, app: App, refusal: Refusal, named: str) -> None:
    """One of the two is not enough."""
    found = await refusal(somebody.start(app, session_token=None, **{named: somebody.ids[named]}))

    assert found == (400, "no_oauth_authorize_member_selector")


async def test_public_apps_have_to_use_pkce(somebody: Somebody, public_app: App, refusal: Refusal) -> None:
    """Nobody else can redeem the code then."""
    without = await refusal(somebody.answer(public_app))
    wrong = await refusal(somebody.answer(public_app, code_challenge="short"))

    answered = await somebody.answer(public_app, code_challenge=PKCE.generate().challenge)

    assert without == (400, "pkce_required_for_idp_authorization_flow")
    assert wrong == (400, "invalid_pkce_code_challenge")
    assert answered.authorization_code is not None


@pytest.mark.parametrize("somebody", ["member"], indirect=True)
@pytest.mark.parametrize("party", ["first", "third"])
async def test_an_organization_says_which_apps_its_members_may_use(
    somebody: Somebody, b2b: B2BClient, refusal: Refusal, party: str
) -> None:
    """The setting of one party has no say in the other's apps."""
    listed, other = [await somebody.make_app(f"{party}_party") for _ in range(2)]
    stranger = await somebody.make_app("first_party" if party == "third" else "third_party")
    await b2b.organizations.update(
        organization_id=somebody.ids["organization_id"],
        **{f"{party}_party_connected_apps_allowed_type": "RESTRICTED"},
        **{f"allowed_{party}_party_connected_apps": [listed.client_id]},
    )

    found = await refusal(somebody.answer(other))

    codes = [(await somebody.answer(one)).authorization_code for one in (listed, stranger)]
    assert found == (400, "connected_app_not_allowed_for_org")
    assert None not in codes
