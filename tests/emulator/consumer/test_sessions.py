import base64
import datetime as dt
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.errors import InvalidRequestError
from stytch_async.schemas.consumer.passwords import CreateResponse
from stytch_async.schemas.shared import Attributes
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL = "ada@example.com"
UNKNOWN_TOKEN = "A" * 44
UNKNOWN_ID = "session-test-00000000-0000-4000-8000-000000000000"


@pytest.fixture
async def ada(client: Client, password: str) -> CreateResponse:
    """Return the sign-up of a user with a password and a session of an hour."""
    return await client.passwords.create(email=EMAIL, password=password, session_duration_minutes=60)


def part(token: str, number: int) -> dict[str, Any]:
    """Read the header or the claims of a JWT, without a look at the signature."""
    text = token.split(".")[number]
    document: dict[str, Any] = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return document


def encoded(document: dict[str, Any]) -> str:
    """Write a part of a JWT."""
    return base64.urlsafe_b64encode(json.dumps(document).encode()).rstrip(b"=").decode()


async def test_session_is_known_by_its_token(client: Client, ada: CreateResponse) -> None:
    """The same token comes back, with the session and its user."""
    checked = await client.sessions.authenticate(session_token=ada.session_token)

    assert ada.session is not None
    assert (checked.session_token, checked.user.user_id) == (ada.session_token, ada.user_id)
    assert checked.session.session_id == ada.session.session_id


async def test_session_is_known_by_its_jwt(client: Client, ada: CreateResponse) -> None:
    """A JWT names the session as well, and the answer has its token."""
    checked = await client.sessions.authenticate(session_jwt=ada.session_jwt)

    assert checked.session_token == ada.session_token


async def test_jwt_past_its_five_minutes_still_names_the_session(
    client: Client, ada: CreateResponse, project: Project
) -> None:
    """An expired JWT is exchanged for a new one while the session lives."""
    project.clock.advance(minutes=30)

    checked = await client.sessions.authenticate(session_jwt=ada.session_jwt)

    assert part(checked.session_jwt, 1)["exp"] == int(project.now.timestamp()) + 300
    assert part(ada.session_jwt, 1)["exp"] < int(project.now.timestamp())


async def test_jwt_says_what_stytch_says(client: Client, project: Project) -> None:
    """Header and claims have Stytch's layout, times without fractions of a second."""
    sent = await client.otps.email.login_or_create(email=EMAIL)
    login = await client.otps.authenticate(
        method_id=sent.email_id,
        code=project.outbox.last(EMAIL).code or "",
        session_duration_minutes=60,
        session_custom_claims={"plan": "pro"},
        attributes=Attributes(ip_address="192.0.2.1"),
    )

    header, claims = part(login.session_jwt, 0), part(login.session_jwt, 1)

    now = int(project.now.timestamp())
    moment = project.now.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert login.session is not None
    assert (header["alg"], header["typ"], header["kid"][:9]) == ("RS256", "JWT", "jwk-test-")
    assert claims == {
        "aud": [project.project_id],
        "exp": now + 300,
        "iat": now,
        "iss": f"stytch.com/{project.project_id}",
        "nbf": now,
        "plan": "pro",
        "sub": login.user_id,
        "https://stytch.com/session": {
            "id": login.session.session_id,
            "started_at": moment,
            "last_accessed_at": moment,
            "expires_at": (project.now + dt.timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "attributes": {"user_agent": "", "ip_address": "192.0.2.1"},
            "authentication_factors": [
                {
                    "type": "otp",
                    "delivery_method": "email",
                    "last_authenticated_at": moment,
                    "email_factor": {"email_id": sent.email_id, "email_address": EMAIL},
                }
            ],
            "roles": ["stytch_user"],
        },
    }


@pytest.mark.parametrize(
    "forge",
    [
        lambda jwt: jwt[:-10] + ("A" * 10),
        lambda jwt: f"{encoded({'alg': 'none', 'typ': 'JWT'})}.{jwt.split('.')[1]}.",
        lambda jwt: f"{encoded({**part(jwt, 0), 'alg': 'none'})}.{jwt.split('.')[1]}.",
        lambda jwt: f"{encoded({**part(jwt, 0), 'alg': 'HS256'})}.{jwt.split('.')[1]}.{jwt.split('.')[2]}",
        lambda jwt: f"{encoded({**part(jwt, 0), 'kid': 'jwk-test-1'})}.{jwt.split('.')[1]}.{jwt.split('.')[2]}",
        lambda jwt: ".".join([jwt.split(".")[0], encoded({**part(jwt, 1), "sub": "eve"}), jwt.split(".")[2]]),
        lambda _: "",
        lambda _: "a.b.c",
        lambda _: "not a JWT at all",
    ],
    ids=["signature", "none", "none-with-kid", "hs256", "kid", "claims", "empty", "dots", "text"],
)
async def test_forged_jwt_is_refused(
    client: Client, ada: CreateResponse, refusal: Refusal, forge: Callable[[str], str]
) -> None:
    """Whatever this project has not signed is not read."""
    found = await refusal(client.sessions.authenticate(session_jwt=forge(ada.session_jwt)))

    assert found == (400, "unable_to_parse_session_jwt")


async def test_jwt_of_another_project_is_refused(ada: CreateResponse, refusal: Refusal) -> None:
    """Each project signs with a key id of its own."""
    stranger = Client(transport=InMemoryTransport())

    found = await refusal(stranger.sessions.authenticate(session_jwt=ada.session_jwt))

    assert found == (400, "unable_to_parse_session_jwt")


async def test_jwt_of_something_else_is_no_session(client: Client, refusal: Refusal, project: Project) -> None:
    """What the project has signed for another purpose names no session."""
    token = project.keys.sign({"sub": "m2m-client-test-1", "aud": [project.project_id]})

    found = await refusal(client.sessions.authenticate(session_jwt=token))

    assert found == (400, "unable_to_parse_session_jwt")


@pytest.mark.parametrize(
    ("names", "error"),
    [
        ({}, (400, "no_session_arguments")),
        ({"session_token": UNKNOWN_TOKEN, "session_jwt": "a.b.c"}, (400, "too_many_session_arguments")),
        ({"session_token": "short"}, (400, "invalid_session_token")),
        ({"session_token": ""}, (400, "invalid_session_token")),
        ({"session_token": UNKNOWN_TOKEN}, (404, "session_not_found")),
    ],
)
async def test_session_is_named_in_one_readable_way(
    client: Client, refusal: Refusal, names: dict[str, str], error: tuple[int, str]
) -> None:
    """One name is needed, of the right form, of a session that is."""
    found = await refusal(client.sessions.authenticate(**names))

    assert found == error


async def test_session_of_a_member_is_refused(
    client: Client, b2b: B2BClient, project: Project, refusal: Refusal
) -> None:
    """The Consumer API does not take a member's session."""
    organization = (await b2b.organizations.create(organization_name="Analytical Engines")).organization
    await b2b.organizations.members.create(organization_id=organization.organization_id, email_address=EMAIL)
    await b2b.passwords.email.reset_start(organization_id=organization.organization_id, email_address=EMAIL)
    token = project.outbox.last(EMAIL).token or ""
    login = await b2b.passwords.email.reset(password_reset_token=token, password="a long and quiet river")

    found = await refusal(client.sessions.authenticate(session_token=login.session_token))

    assert found == (400, "incompatible_session_type")


async def test_session_ends_when_its_time_is_over(
    client: Client, ada: CreateResponse, refusal: Refusal, project: Project
) -> None:
    """After an hour neither token nor JWT is of use."""
    project.clock.advance(minutes=60)

    by_token = await refusal(client.sessions.authenticate(session_token=ada.session_token))
    by_jwt = await refusal(client.sessions.authenticate(session_jwt=ada.session_jwt))

    assert by_token == by_jwt == (404, "session_not_found")


async def test_session_lasts_until_its_time_is_over(client: Client, ada: CreateResponse, project: Project) -> None:
    """A second before its end the session is still good."""
    project.clock.advance(minutes=59, seconds=59)

    checked = await client.sessions.authenticate(session_token=ada.session_token)

    assert checked.user.user_id == ada.user_id


async def test_checking_a_session_does_not_make_it_last(client: Client, ada: CreateResponse, project: Project) -> None:
    """Without a duration only the time of the last access moves."""
    project.clock.advance(minutes=30)

    checked = await client.sessions.authenticate(session_token=ada.session_token)

    assert ada.session is not None
    assert checked.session.expires_at == ada.session.expires_at
    assert checked.session.started_at == ada.session.started_at
    assert checked.session.last_accessed_at == project.now


async def test_session_lasts_as_long_as_is_asked_for(client: Client, ada: CreateResponse, project: Project) -> None:
    """With a duration the session lasts so long from now on, even if that is shorter."""
    checked = await client.sessions.authenticate(session_token=ada.session_token, session_duration_minutes=5)

    assert checked.session.expires_at == project.now + dt.timedelta(minutes=5)


@pytest.mark.parametrize("minutes", [4, 527041])
async def test_duration_is_checked_before_it_is_sent(client: Client, ada: CreateResponse, minutes: int) -> None:
    """A session lasts from five minutes to 366 days."""
    with pytest.raises(InvalidRequestError) as caught:
        await client.sessions.authenticate(session_token=ada.session_token, session_duration_minutes=minutes)

    assert caught.value.field == "session_duration_minutes"


async def test_custom_claims_merge_at_every_depth(client: Client, ada: CreateResponse) -> None:
    """Keys are replaced and deleted wherever they are, and others stay."""
    first = {"plan": "pro", "limits": {"seats": 5, "storage": {"gb": 10}}}
    await client.sessions.authenticate(session_token=ada.session_token, session_custom_claims=first)

    checked = await client.sessions.authenticate(
        session_token=ada.session_token,
        session_custom_claims={"plan": None, "limits": {"seats": None, "storage": {"tb": 1}}},
    )

    assert checked.session.custom_claims == {"limits": {"storage": {"gb": 10, "tb": 1}}}
    assert part(checked.session_jwt, 1)["limits"] == {"storage": {"gb": 10, "tb": 1}}


@pytest.mark.parametrize("name", ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"])
async def test_registered_claims_are_refused(client: Client, ada: CreateResponse, refusal: Refusal, name: str) -> None:
    """A claim that JWTs reserve cannot be set."""
    found = await refusal(
        client.sessions.authenticate(session_token=ada.session_token, session_custom_claims={name: "x"})
    )

    assert found == (400, "reserved_claims_in_custom_claims")


async def test_claims_of_stytch_are_refused(client: Client, ada: CreateResponse, refusal: Refusal) -> None:
    """Nor can a claim in Stytch's own namespace."""
    found = await refusal(
        client.sessions.authenticate(
            session_token=ada.session_token, session_custom_claims={"https://stytch.com/session": {}}
        )
    )

    assert found == (400, "stytch_claims_in_custom_claims")


async def test_claims_are_bounded_after_merging(client: Client, ada: CreateResponse, refusal: Refusal) -> None:
    """Stored and added claims take up 4 KB together, and a refusal leaves the stored ones alone."""
    half = {"a": "x" * 3000}
    await client.sessions.authenticate(session_token=ada.session_token, session_custom_claims=half)

    found = await refusal(
        client.sessions.authenticate(session_token=ada.session_token, session_custom_claims={"b": "x" * 3000})
    )

    checked = await client.sessions.authenticate(session_token=ada.session_token)
    assert found == (400, "custom_claims_too_large")
    assert checked.session.custom_claims == half


async def test_active_sessions_are_listed(client: Client, ada: CreateResponse, project: Project, password: str) -> None:
    """Expired and revoked sessions, and those of others, are not among them."""
    await client.passwords.authenticate(email=EMAIL, password=password, session_duration_minutes=5)
    revoked = await client.passwords.authenticate(email=EMAIL, password=password, session_duration_minutes=60)
    await client.passwords.create(email="grace@example.com", password=password, session_duration_minutes=60)
    await client.sessions.revoke(session_token=revoked.session_token)
    project.clock.advance(minutes=5)

    listed = await client.sessions.get(user_id=ada.user_id)

    assert ada.session is not None
    assert [session.session_id for session in listed.sessions] == [ada.session.session_id]


@pytest.mark.parametrize("name", ["session_id", "session_token", "session_jwt"])
async def test_session_is_revoked_by_any_name(client: Client, ada: CreateResponse, refusal: Refusal, name: str) -> None:
    """Id, token and JWT each name the session to end."""
    value: str = getattr(ada.session if name == "session_id" else ada, name)

    await client.sessions.revoke(**{name: value})

    found = await refusal(client.sessions.authenticate(session_token=ada.session_token))
    assert found == (404, "session_not_found")


@pytest.mark.parametrize(
    ("names", "error"),
    [
        ({}, (400, "no_session_revoke_arguments")),
        ({"session_id": UNKNOWN_ID, "session_token": UNKNOWN_TOKEN}, (400, "too_many_session_revoke_arguments")),
        ({"session_token": UNKNOWN_TOKEN, "session_jwt": "a.b.c"}, (400, "too_many_session_revoke_arguments")),
        ({"session_id": "session-1"}, (400, "invalid_session_id")),
        ({"session_id": UNKNOWN_ID}, (404, "session_not_found")),
        ({"session_token": UNKNOWN_TOKEN}, (404, "session_not_found")),
    ],
)
async def test_revocation_names_one_session(
    client: Client, refusal: Refusal, names: dict[str, str], error: tuple[int, str]
) -> None:
    """One name is needed, of the right form, of a session that is."""
    found = await refusal(client.sessions.revoke(**names))

    assert found == error


async def test_key_set_has_the_key_that_signs(client: Client, ada: CreateResponse, project: Project) -> None:
    """The key that the header of a JWT names is served, with everything that Stytch's has."""
    served = await client.sessions.get_jwks(project_id=project.project_id)

    (key,) = served.keys
    assert key.kid == part(ada.session_jwt, 0)["kid"]
    assert (key.kty, key.use, key.alg, key.key_ops) == ("RSA", "sig", "RS256", ["verify"])


@pytest.mark.parametrize(
    ("project_id", "error"),
    [
        ("project-test-11111111-1111-4111-8111-111111111111", (404, "project_not_found")),
        ("nonsense", (400, "invalid_project_id")),
    ],
)
async def test_key_set_of_another_project_is_not_served(
    client: Client, refusal: Refusal, project_id: str, error: tuple[int, str]
) -> None:
    """Unknown and misspelt project ids are told apart."""
    found = await refusal(client.sessions.get_jwks(project_id=project_id))

    assert found == error
