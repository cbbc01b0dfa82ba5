import base64
import datetime as dt
import json
from typing import Any

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.errors import BadRequestError, NotFoundError
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from tests.emulator.b2b.sessions.conftest import session_of

UNKNOWN_TOKEN = "A" * 44


def claims_of(session_jwt: str) -> dict[str, Any]:
    """Return what a JWT says."""
    payload = session_jwt.split(".")[1]
    claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims


async def test_session_lasts_an_hour_by_default(
    ada: EmailResetResponse, organization: Organization, project: Project
) -> None:
    """A login starts a session of 60 minutes, with the organization, the factor and the roles in it."""
    session = session_of(ada)

    assert session.expires_at - project.now == dt.timedelta(minutes=60)
    assert (session.member_id, session.roles) == (ada.member_id, ["stytch_member"])
    assert session.organization_id == organization.organization_id
    assert session.organization_slug == organization.organization_slug
    assert [(factor.type, factor.delivery_method) for factor in session.authentication_factors] == [
        ("password", "knowledge")
    ]


async def test_jwt_names_the_organization_and_no_browser(
    ada: EmailResetResponse, organization: Organization, project: Project
) -> None:
    """A member's JWT is good for five minutes, and says which organization the session is in."""
    claims = claims_of(ada.session_jwt)

    assert (claims["sub"], claims["aud"]) == (ada.member_id, [project.project_id])
    assert claims["exp"] - claims["iat"] == 300
    assert claims["https://stytch.com/organization"] == {
        "organization_id": organization.organization_id,
        "slug": organization.organization_slug,
    }
    assert claims["https://stytch.com/session"].keys() == {
        "id",
        "started_at",
        "last_accessed_at",
        "expires_at",
        "authentication_factors",
        "roles",
    }


async def test_session_is_checked_by_token(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """A check answers the session, its member and the organization, and leaves the expiry alone."""
    project.clock.advance(minutes=10)

    checked = await b2b.sessions.authenticate(session_token=ada.session_token)

    assert checked.session_token == ada.session_token
    assert (checked.member, checked.organization, checked.verdict) == (ada.member, ada.organization, None)
    assert checked.member_session.last_accessed_at == project.now
    assert checked.member_session.expires_at == session_of(ada).expires_at


async def test_session_is_checked_by_a_jwt_past_its_time(
    b2b: B2BClient, ada: EmailResetResponse, project: Project
) -> None:
    """A JWT that has run out still stands for its session, and brings a new one."""
    project.clock.advance(minutes=10)

    checked = await b2b.sessions.authenticate(session_jwt=ada.session_jwt)

    assert checked.session_token == ada.session_token
    assert checked.session_jwt != ada.session_jwt


async def test_check_may_extend_the_session(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """With a duration the session lasts that long from now on."""
    checked = await b2b.sessions.authenticate(session_token=ada.session_token, session_duration_minutes=600)

    assert checked.member_session.expires_at == project.now + dt.timedelta(minutes=600)


async def test_custom_claims_merge_at_every_depth(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Claims are merged into those of the session, a null deletes one, and the JWT has them at its top."""
    first = {"plan": {"name": "pro", "seats": 5}, "beta": True}
    await b2b.sessions.authenticate(session_token=ada.session_token, session_custom_claims=first)

    checked = await b2b.sessions.authenticate(
        session_token=ada.session_token, session_custom_claims={"plan": {"seats": None}, "beta": None}
    )

    assert checked.member_session.custom_claims == {"plan": {"name": "pro"}}
    assert claims_of(checked.session_jwt)["plan"] == {"name": "pro"}


@pytest.mark.parametrize(
    ("claims", "error_type"),
    [
        ({"sub": "ada"}, "reserved_claims_in_custom_claims"),
        ({"https://stytch.com/session": {}}, "stytch_claims_in_custom_claims"),
    ],
)
async def test_claims_of_others_are_refused(
    b2b: B2BClient, ada: EmailResetResponse, claims: dict[str, object], error_type: str
) -> None:
    """Neither registered claims nor Stytch's own can be custom claims."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.sessions.authenticate(session_token=ada.session_token, session_custom_claims=claims)

    assert caught.value.error_type == error_type


@pytest.mark.parametrize(
    ("session_token", "session_jwt", "error_type"),
    [
        (None, None, "no_session_arguments"),
        (UNKNOWN_TOKEN, "jwt", "too_many_session_arguments"),
        ("short", None, "invalid_session_token"),
        (None, "jwt", "unable_to_parse_session_jwt"),
    ],
)
async def test_session_is_named_in_one_readable_way(
    b2b: B2BClient, session_token: str | None, session_jwt: str | None, error_type: str
) -> None:
    """A check takes one token or one JWT, and must be able to read it."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.sessions.authenticate(session_token=session_token, session_jwt=session_jwt)

    assert caught.value.error_type == error_type


async def test_unknown_session_is_not_found(b2b: B2BClient) -> None:
    """A token of nobody's session is a 404."""
    with pytest.raises(NotFoundError) as caught:
        await b2b.sessions.authenticate(session_token=UNKNOWN_TOKEN)

    assert caught.value.error_type == "session_not_found"


async def test_expired_session_is_not_found(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """When its time is over a session is gone, for its token and its JWT."""
    project.clock.advance(minutes=60)

    with pytest.raises(NotFoundError) as by_token:
        await b2b.sessions.authenticate(session_token=ada.session_token)
    with pytest.raises(NotFoundError) as by_jwt:
        await b2b.sessions.authenticate(session_jwt=ada.session_jwt)

    assert (by_token.value.error_type, by_jwt.value.error_type) == ("session_not_found", "session_not_found")


async def test_session_of_a_user_is_refused(b2b: B2BClient, client: Client, password: str) -> None:
    """A Consumer session does not pass for a member's."""
    login = await client.passwords.create(email="ada@example.com", password=password, session_duration_minutes=5)

    with pytest.raises(BadRequestError) as caught:
        await b2b.sessions.authenticate(session_token=login.session_token)

    assert caught.value.error_type == "incompatible_session_type"


async def test_session_of_a_member_is_refused_to_users(client: Client, ada: EmailResetResponse) -> None:
    """A member's session does not pass for a Consumer one."""
    with pytest.raises(BadRequestError) as caught:
        await client.sessions.authenticate(session_token=ada.session_token)

    assert caught.value.error_type == "incompatible_session_type"


async def test_keys_are_served_to_whoever_names_the_project(
    b2b: B2BClient, ada: EmailResetResponse, project: Project
) -> None:
    """The key set holds the key that a member's JWT names."""
    header = json.loads(base64.urlsafe_b64decode(ada.session_jwt.split(".")[0] + "=="))

    served = await b2b.sessions.get_jwks(project_id=project.project_id)

    assert [(key.kid, key.alg, key.use) for key in served.keys] == [(header["kid"], "RS256", "sig")]
