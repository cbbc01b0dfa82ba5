import base64
import hashlib
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.schemas.consumer.passwords import CreateResponse
from stytch_async.schemas.shared import Attributes, Options

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
EMAIL = "ada@example.com"
NEW = "another long and quiet river"
BREACHED = "correct horse battery staple"
VERIFIER = "v" * 43
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
MailedToken = Callable[..., Awaitable[str]]


@pytest.mark.usefixtures("ada")
async def test_reset_link_names_its_type_and_its_token(client: Client, project: Project) -> None:
    """The link leads where it was asked to, and keeps the query that was there."""
    await client.passwords.email.reset_start(
        email=EMAIL, reset_password_redirect_url="https://app.example.com/reset?lang=en"
    )

    mail = project.outbox.last(EMAIL)
    query = parse_qs(urlsplit(mail.url or "").query)
    assert (mail.purpose, mail.channel) == ("reset_password", "email")
    assert query == {"lang": ["en"], "stytch_token_type": ["reset_password"], "token": [mail.token]}


async def test_reset_link_goes_to_known_addresses_only(client: Client, refusal: Refusal, project: Project) -> None:
    """For an unknown address nothing is sent."""
    found = await refusal(client.passwords.email.reset_start(email=EMAIL))

    assert found == (404, "email_not_found")
    assert len(project.outbox) == 0


async def test_reset_by_email_proves_the_address_and_ends_all_sessions(
    client: Client, ada: CreateResponse, mailed_token: MailedToken, refusal: Refusal
) -> None:
    """The new password counts, the address is verified, and older sessions are over."""
    reset = await client.passwords.email.reset(token=await mailed_token(), password=NEW, session_duration_minutes=5)

    found = await refusal(client.sessions.authenticate(session_token=ada.session_token))
    login = await client.passwords.authenticate(email=EMAIL, password=NEW)
    assert found == (404, "session_not_found")
    assert [email.verified for email in reset.user.emails] == [True]
    assert (reset.session is not None, login.user_id) == (True, ada.user_id)


async def test_reset_by_email_gives_a_first_password(client: Client, mailed_token: MailedToken) -> None:
    """A user without a password gets one by a reset."""
    user = await client.users.create(email=EMAIL)

    reset = await client.passwords.email.reset(token=await mailed_token(), password=NEW)

    assert reset.user_id == user.user_id
    assert reset.user.password is not None


@pytest.mark.usefixtures("ada")
async def test_reset_token_is_good_once(client: Client, mailed_token: MailedToken, refusal: Refusal) -> None:
    """A token that was used is refused."""
    token = await mailed_token()
    await client.passwords.email.reset(token=token, password=NEW)

    found = await refusal(client.passwords.email.reset(token=token, password=NEW))

    assert found == (401, "unable_to_auth_password_reset_token")


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(("options", "minutes"), [({}, 30), ({"reset_password_expiration_minutes": 5}, 5)])
async def test_reset_token_expires(
    client: Client,
    mailed_token: MailedToken,
    refusal: Refusal,
    project: Project,
    *,
    options: dict[str, int],
    minutes: int,
) -> None:
    """A token works for 30 minutes, or as long as was asked for."""
    token = await mailed_token(**options)
    project.clock.advance(minutes=minutes)

    found = await refusal(client.passwords.email.reset(token=token, password=NEW))

    assert found == (401, "unable_to_auth_password_reset_token")


@pytest.mark.usefixtures("ada")
async def test_reset_token_works_until_it_expires(client: Client, mailed_token: MailedToken, project: Project) -> None:
    """A second before its end a token is still good."""
    token = await mailed_token()
    project.clock.advance(minutes=29, seconds=59)

    reset = await client.passwords.email.reset(token=token, password=NEW)

    assert reset.status_code == 200


async def test_reset_token_that_was_never_sent_is_refused(client: Client, refusal: Refusal) -> None:
    """An unknown token is refused as a spent one is."""
    found = await refusal(client.passwords.email.reset(token="A" * 44, password=NEW))

    assert found == (401, "unable_to_auth_password_reset_token")


async def test_reset_token_goes_with_its_address(
    client: Client, mailed_token: MailedToken, refusal: Refusal, project: Project
) -> None:
    """An address that lapsed before it was proven cannot be proven by an older link."""
    user = await client.users.create(phone_number="+12025550162")
    await client.otps.email.send(email=EMAIL, user_id=user.user_id)
    token = await mailed_token()
    project.clock.advance(minutes=5)

    found = await refusal(client.passwords.email.reset(token=token, password=NEW))

    assert found == (401, "unable_to_auth_password_reset_token")


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"password": "password1"}, (400, "weak_password")),
        ({"password": BREACHED}, (400, "breached_password")),
        ({"password": NEW, "session_token": "A" * 44}, (404, "session_not_found")),
        ({"password": NEW, "session_token": "short"}, (400, "invalid_session_token")),
        ({"password": NEW, "session_jwt": "a.b.c"}, (400, "unable_to_parse_session_jwt")),
        ({"password": NEW, "session_custom_claims": {"sub": "eve"}}, (400, "reserved_claims_in_custom_claims")),
        ({"password": NEW, "code_verifier": VERIFIER}, (400, "pkce_did_not_expect_code_verifier")),
    ],
)
async def test_refused_reset_does_not_spend_the_token(
    client: Client,
    mailed_token: MailedToken,
    refusal: Refusal,
    arguments: dict[str, str],
    error: tuple[int, str],
) -> None:
    """Whatever a reset is refused for, the same link works afterwards."""
    token = await mailed_token()

    found = await refusal(client.passwords.email.reset(token=token, **arguments))

    reset = await client.passwords.email.reset(token=token, password=NEW)
    assert found == error
    assert reset.status_code == 200


@pytest.mark.usefixtures("ada")
async def test_reset_with_pkce_takes_the_verifier(client: Client, mailed_token: MailedToken) -> None:
    """The verifier whose hash the link was asked for with opens it."""
    token = await mailed_token(code_challenge=CHALLENGE)

    reset = await client.passwords.email.reset(token=token, password=NEW, code_verifier=VERIFIER)

    assert reset.status_code == 200


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("verifier", "error_type"),
    [
        (None, "pkce_expected_code_verifier"),
        ("w" * 43, "pkce_mismatch"),
        ("too short", "invalid_pkce_code_verifier"),
    ],
)
async def test_reset_with_pkce_takes_nothing_else(
    client: Client, mailed_token: MailedToken, refusal: Refusal, verifier: str | None, error_type: str
) -> None:
    """A missing, wrong or malformed verifier is refused."""
    token = await mailed_token(code_challenge=CHALLENGE)

    found = await refusal(client.passwords.email.reset(token=token, password=NEW, code_verifier=verifier))

    assert found == (400, error_type)


@pytest.mark.usefixtures("ada")
async def test_challenge_must_be_a_hash(client: Client, refusal: Refusal) -> None:
    """A challenge that is no SHA-256 in base64url is refused when the link is asked for."""
    found = await refusal(client.passwords.email.reset_start(email=EMAIL, code_challenge="plain"))

    assert found == (400, "invalid_pkce_code_challenge")


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("ip_address", "user_agent", "error"),
    [("192.0.2.1", "Browser", None), ("192.0.2.2", "Browser", 401), ("192.0.2.1", "Other", 401)],
)
async def test_reset_may_ask_for_the_same_address_and_browser(
    client: Client, mailed_token: MailedToken, refusal: Refusal, *, ip_address: str, user_agent: str, error: int | None
) -> None:
    """With both options set, only the place that asked for the link may use it."""
    token = await mailed_token(attributes=Attributes(ip_address="192.0.2.1", user_agent="Browser"))

    call = client.passwords.email.reset(
        token=token,
        password=NEW,
        attributes=Attributes(ip_address=ip_address, user_agent=user_agent),
        options=Options(ip_match_required=True, user_agent_match_required=True),
    )

    if error is None:
        assert (await call).status_code == 200
    else:
        assert await refusal(call) == (error, "attribute_mismatch")
