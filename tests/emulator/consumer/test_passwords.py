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


@pytest.fixture
async def ada(client: Client, password: str) -> CreateResponse:
    """Return the sign-up of a user with a password and a session of an hour."""
    return await client.passwords.create(email=EMAIL, password=password, session_duration_minutes=60)


@pytest.fixture
def mailed_token(client: Client, project: Project) -> Callable[..., Awaitable[str]]:
    """Return a function that asks for a reset link and reads its token from the mail."""

    async def ask(**options: str | int | Attributes) -> str:
        await client.passwords.email.reset_start(email=EMAIL, **options)
        token = project.outbox.last(EMAIL).token
        assert token is not None
        return token

    return ask


MailedToken = Callable[..., Awaitable[str]]


async def test_sign_up_makes_an_active_user_with_an_unproven_address(client: Client, password: str) -> None:
    """The new user has the password, and the address is not verified."""
    created = await client.passwords.create(email="Ada@Example.com", password=password)

    assert [(e.email_id, e.email, e.verified) for e in created.user.emails] == [(created.email_id, EMAIL, False)]
    assert (created.user_id, created.user.status) == (created.user.user_id, "active")
    assert created.user.password is not None
    assert not created.user.password.requires_reset


async def test_sign_up_starts_no_session_unasked(client: Client, password: str) -> None:
    """Without a duration there is neither session nor token nor JWT."""
    created = await client.passwords.create(email=EMAIL, password=password)

    assert (created.session, created.session_token, created.session_jwt) == (None, "", "")


async def test_sign_up_starts_the_session_that_it_is_asked_for(ada: CreateResponse) -> None:
    """The session has one factor, the password."""
    assert ada.session is not None
    assert ada.session.user_id == ada.user_id
    assert [(f.type, f.delivery_method) for f in ada.session.authentication_factors] == [("password", "knowledge")]


async def test_sign_up_stores_name_and_metadata(client: Client, password: str) -> None:
    """What is said of the new user is kept."""
    created = await client.passwords.create(
        email=EMAIL, password=password, trusted_metadata={"plan": "pro"}, untrusted_metadata={"theme": "dark"}
    )

    shown = await client.users.get(user_id=created.user_id)

    assert (shown.trusted_metadata, shown.untrusted_metadata) == ({"plan": "pro"}, {"theme": "dark"})


async def test_sign_up_needs_an_address_that_nobody_has(client: Client, refusal: Refusal, password: str) -> None:
    """Not even a user without a password can be given one by a second sign-up."""
    await client.users.create(email=EMAIL)

    found = await refusal(client.passwords.create(email=EMAIL, password=password))

    assert found == (400, "duplicate_email")


@pytest.mark.parametrize(("weak", "error_type"), [("password1", "weak_password"), (BREACHED, "breached_password")])
async def test_sign_up_refuses_a_bad_password(client: Client, refusal: Refusal, weak: str, error_type: str) -> None:
    """A weak or breached password is refused, and no user is made."""
    found = await refusal(client.passwords.create(email=EMAIL, password=weak))

    everybody = await client.users.search()
    assert found == (400, error_type)
    assert everybody.results == []


async def test_breached_passwords_pass_where_that_is_switched_off(client: Client, project: Project) -> None:
    """Without detection on create a breached password is as good as any."""
    project.settings.breach_detection_on_create = False

    created = await client.passwords.create(email=EMAIL, password=BREACHED)

    assert created.user.password is not None


async def test_login_finds_the_user_whatever_the_case_of_the_address(
    client: Client, ada: CreateResponse, password: str
) -> None:
    """Addresses are compared without regard to case."""
    login = await client.passwords.authenticate(email="ADA@example.com", password=password)

    assert login.user_id == ada.user_id
    assert login.session is None


async def test_login_refuses_an_address_that_nobody_has(client: Client, refusal: Refusal, password: str) -> None:
    """An unknown address is not found."""
    found = await refusal(client.passwords.authenticate(email=EMAIL, password=password))

    assert found == (404, "email_not_found")


async def test_login_refuses_a_user_without_a_password(client: Client, refusal: Refusal, password: str) -> None:
    """A user without a password is told from a wrong password."""
    await client.users.create(email=EMAIL)

    found = await refusal(client.passwords.authenticate(email=EMAIL, password=password))

    assert found == (400, "no_user_password")


@pytest.mark.usefixtures("ada")
async def test_login_refuses_a_wrong_password(client: Client, refusal: Refusal) -> None:
    """A wrong password is a failed authentication."""
    found = await refusal(client.passwords.authenticate(email=EMAIL, password=NEW))

    assert found == (401, "unauthorized_credentials")


@pytest.mark.usefixtures("ada")
async def test_login_with_a_password_that_was_breached_since_asks_for_a_reset(
    client: Client, refusal: Refusal, project: Project, password: str
) -> None:
    """Even the right password is refused once it is known from a breach."""
    project.settings.breached_passwords.add(password)

    found = await refusal(client.passwords.authenticate(email=EMAIL, password=password))

    assert found == (400, "reset_password")


async def test_login_ignores_breaches_where_that_is_switched_off(
    client: Client, ada: CreateResponse, project: Project, password: str
) -> None:
    """Without detection on authentication a breached password still logs in."""
    project.settings.breached_passwords.add(password)
    project.settings.breach_detection_on_authentication = False

    login = await client.passwords.authenticate(email=EMAIL, password=password)

    assert login.user_id == ada.user_id


async def test_login_by_code_at_an_unproven_address_flags_the_password(
    client: Client, ada: CreateResponse, refusal: Refusal, project: Project, password: str
) -> None:
    """Whoever set the password may not own the address, so its owner's first login makes a reset necessary."""
    sent = await client.otps.email.send(email=EMAIL)
    await client.otps.authenticate(method_id=sent.email_id, code=project.outbox.last(EMAIL).code or "")

    found = await refusal(client.passwords.authenticate(email=EMAIL, password=password))

    shown = await client.users.get(user_id=ada.user_id)
    assert found == (400, "reset_password")
    assert shown.password is not None
    assert shown.password.requires_reset


@pytest.mark.usefixtures("ada")
async def test_flagged_password_cannot_be_changed_by_those_who_know_it(
    client: Client, refusal: Refusal, project: Project, password: str
) -> None:
    """The reset has to go through the address: the present password does not do."""
    sent = await client.otps.email.send(email=EMAIL)
    await client.otps.authenticate(method_id=sent.email_id, code=project.outbox.last(EMAIL).code or "")

    found = await refusal(
        client.passwords.existing_password.reset(email=EMAIL, existing_password=password, new_password=NEW)
    )

    assert found == (400, "reset_password")


@pytest.mark.usefixtures("ada")
async def test_reset_by_email_takes_the_flag_away(client: Client, mailed_token: MailedToken, project: Project) -> None:
    """After a reset through the address the new password logs in."""
    sent = await client.otps.email.send(email=EMAIL)
    await client.otps.authenticate(method_id=sent.email_id, code=project.outbox.last(EMAIL).code or "")
    await client.passwords.email.reset(token=await mailed_token(), password=NEW)

    login = await client.passwords.authenticate(email=EMAIL, password=NEW)

    assert login.user.password is not None
    assert not login.user.password.requires_reset


@pytest.mark.usefixtures("ada")
async def test_login_by_code_at_a_proven_address_leaves_the_password_alone(
    client: Client, mailed_token: MailedToken, project: Project
) -> None:
    """Once the address is verified, other ways to log in do not flag the password."""
    await client.passwords.email.reset(token=await mailed_token(), password=NEW)
    sent = await client.otps.email.send(email=EMAIL)

    login = await client.otps.authenticate(method_id=sent.email_id, code=project.outbox.last(EMAIL).code or "")

    assert login.user.password is not None
    assert not login.user.password.requires_reset


async def test_login_extends_the_session_that_is_passed(client: Client, ada: CreateResponse, password: str) -> None:
    """A passed session goes on; the factor is renewed and not doubled."""
    login = await client.passwords.authenticate(email=EMAIL, password=password, session_token=ada.session_token)

    assert login.session is not None
    assert ada.session is not None
    assert login.session.session_id == ada.session.session_id
    assert len(login.session.authentication_factors) == 1


async def test_login_ignores_a_session_of_somebody_else(client: Client, ada: CreateResponse, password: str) -> None:
    """With another user's session passed, a new one is started."""
    await client.passwords.create(email="grace@example.com", password=password)

    login = await client.passwords.authenticate(
        email="grace@example.com", password=password, session_token=ada.session_token, session_duration_minutes=5
    )

    assert login.session is not None
    assert ada.session is not None
    assert login.session.session_id != ada.session.session_id
    assert login.session.user_id != ada.user_id


@pytest.mark.parametrize(("judged", "valid"), [("password1", False), (NEW, True)])
async def test_strength_follows_the_score(client: Client, judged: str, valid: bool) -> None:  # noqa: FBT001
    """A score of 3 or more is valid, and feedback tells how to get there."""
    strength = await client.passwords.strength_check(password=judged)

    assert (strength.valid_password, strength.score >= 3) == (valid, valid)
    assert (strength.strength_policy, strength.breach_detection_on_create) == ("zxcvbn", True)
    assert strength.feedback is not None
    assert (strength.feedback.warning == "", strength.feedback.luds_requirements) == (valid, None)


@pytest.mark.parametrize(("email", "breached"), [(None, False), (EMAIL, True)])
async def test_breaches_are_looked_up_where_an_address_is_given(
    client: Client,
    email: str | None,
    breached: bool,  # noqa: FBT001
) -> None:
    """Without an address a strength check knows nothing of breaches."""
    strength = await client.passwords.strength_check(password=BREACHED, email=email)

    assert (strength.breached_password, strength.valid_password) == (breached, not breached)


async def test_breaches_are_not_looked_up_where_that_is_switched_off(client: Client, project: Project) -> None:
    """Without detection on create no password counts as breached."""
    project.settings.breach_detection_on_create = False

    strength = await client.passwords.strength_check(password=BREACHED, email=EMAIL)

    assert (strength.breached_password, strength.valid_password) == (False, True)


@pytest.mark.parametrize(
    ("judged", "missing_complexity", "missing_characters"),
    [("abc", 2, 5), ("abcdefgh", 2, 0), ("Abcdefg1", 0, 0), ("Ab1!", 0, 4), ("äbcdefg1", 0, 0)],
)
async def test_luds_counts_characters_and_their_kinds(
    client: Client, project: Project, judged: str, missing_complexity: int, missing_characters: int
) -> None:
    """Eight characters of three kinds are enough, and the feedback tells what is missing."""
    project.settings.strength_policy = "luds"

    strength = await client.passwords.strength_check(password=judged)

    assert strength.feedback is not None
    luds = strength.feedback.luds_requirements
    assert luds is not None
    assert (luds.missing_complexity, luds.missing_characters) == (missing_complexity, missing_characters)
    assert strength.valid_password == (missing_complexity == missing_characters == 0)


async def test_luds_decides_what_may_be_set(client: Client, refusal: Refusal, project: Project) -> None:
    """Under LUDS the score does not matter."""
    project.settings.strength_policy = "luds"

    found = await refusal(client.passwords.create(email=EMAIL, password="a long and quiet river"))
    created = await client.passwords.create(email=EMAIL, password="Password1")

    assert found == (400, "weak_password")
    assert created.user.password is not None


@pytest.mark.usefixtures("ada")
async def test_reset_link_names_its_kind_and_its_token(client: Client, project: Project) -> None:
    """The link leads where it was asked to, and keeps the query that was there."""
    await client.passwords.email.reset_start(
        email=EMAIL, reset_password_redirect_url="https://app.example.com/reset?lang=en"
    )

    mail = project.outbox.last(EMAIL)
    query = parse_qs(urlsplit(mail.url or "").query)
    assert (mail.kind, mail.channel) == ("reset_password", "email")
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


@pytest.mark.usefixtures("ada")
async def test_reset_link_leads_to_known_urls_only(client: Client, refusal: Refusal, project: Project) -> None:
    """A URL that is not one of the project's is refused, down to its query."""
    project.settings.redirect_urls = {"https://example.com/reset?a=1"}

    found = await refusal(
        client.passwords.email.reset_start(email=EMAIL, reset_password_redirect_url="https://example.com/reset?a=2")
    )

    assert found == (400, "no_match_for_provided_magic_link_url")


@pytest.mark.usefixtures("ada")
async def test_www_makes_no_difference_to_a_url(client: Client, project: Project) -> None:
    """``www.`` before the host of a redirect URL is not compared."""
    project.settings.redirect_urls = {"https://example.com/reset"}

    await client.passwords.email.reset_start(email=EMAIL, reset_password_redirect_url="https://www.example.com/reset")

    url = project.outbox.last(EMAIL).url
    assert url is not None
    assert url.startswith("https://www.example.com/reset?")


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize("purpose", ["login", "reset_password"])
async def test_redirect_must_be_a_url(client: Client, refusal: Refusal, purpose: str) -> None:
    """What is no URL is refused, each kind with its own type."""
    found = await refusal(client.passwords.email.reset_start(email=EMAIL, **{f"{purpose}_redirect_url": "nowhere"}))

    kind = {"login": "login", "reset_password": "password_reset"}[purpose]
    assert found == (400, f"invalid_{kind}_redirect_url")


@pytest.mark.usefixtures("ada")
async def test_redirect_must_be_given_where_there_is_no_default(
    client: Client, refusal: Refusal, project: Project
) -> None:
    """A project without a default URL needs one in every request."""
    project.settings.default_redirect_url = None

    found = await refusal(client.passwords.email.reset_start(email=EMAIL))

    assert found == (400, "no_default_login_redirect_url_set")


async def test_reset_with_the_present_password_ends_all_sessions(
    client: Client, ada: CreateResponse, refusal: Refusal, password: str
) -> None:
    """The new password counts, and older sessions are over."""
    await client.passwords.existing_password.reset(email=EMAIL, existing_password=password, new_password=NEW)

    found = await refusal(client.sessions.authenticate(session_token=ada.session_token))
    login = await client.passwords.authenticate(email=EMAIL, password=NEW)
    assert found == (404, "session_not_found")
    assert login.user_id == ada.user_id


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("existing", "new", "error_type"),
    [
        ("wrong", NEW, "password_does_not_match"),
        (None, None, "cannot_reset_password_with_existing_password"),
        (None, "password1", "weak_password"),
        (None, BREACHED, "breached_password"),
    ],
)
async def test_reset_with_the_present_password_refuses(
    client: Client, refusal: Refusal, password: str, *, existing: str | None, new: str | None, error_type: str
) -> None:
    """The present password must be right, the new one another and strong enough."""
    found = await refusal(
        client.passwords.existing_password.reset(
            email=EMAIL, existing_password=existing or password, new_password=new or password
        )
    )

    login = await client.passwords.authenticate(email=EMAIL, password=password)
    assert found == (400, error_type)
    assert login.status_code == 200


async def test_reset_from_a_session_keeps_that_session_only(
    client: Client, ada: CreateResponse, refusal: Refusal, password: str
) -> None:
    """The session that was used goes on; the user's others are over."""
    other = await client.passwords.authenticate(email=EMAIL, password=password, session_duration_minutes=5)

    reset = await client.passwords.sessions.reset(password=NEW, session_token=ada.session_token)

    found = await refusal(client.sessions.authenticate(session_token=other.session_token))
    assert (reset.session_token, found) == (ada.session_token, (404, "session_not_found"))


async def test_reset_from_a_session_needs_a_session(client: Client, refusal: Refusal) -> None:
    """Neither token nor JWT is refused."""
    found = await refusal(client.passwords.sessions.reset(password=NEW))

    assert found == (400, "no_session_arguments")


@pytest.mark.parametrize(("seconds", "error"), [(300, None), (301, (400, "session_too_old_to_reset_password"))])
async def test_reset_from_a_session_needs_a_fresh_factor(
    client: Client,
    ada: CreateResponse,
    refusal: Refusal,
    project: Project,
    *,
    seconds: int,
    error: tuple[int, str] | None,
) -> None:
    """Five minutes after the login the session no longer vouches for a new password."""
    project.clock.advance(seconds=seconds)

    call = client.passwords.sessions.reset(password=NEW, session_token=ada.session_token)

    if error is None:
        assert (await call).status_code == 200
    else:
        assert await refusal(call) == error


async def test_code_by_email_vouches_for_a_new_password(client: Client, project: Project) -> None:
    """A session that began with a code by email is enough for a first password."""
    sent = await client.otps.email.login_or_create(email=EMAIL)
    code = project.outbox.last(EMAIL).code or ""
    login = await client.otps.authenticate(method_id=sent.email_id, code=code, session_duration_minutes=5)

    reset = await client.passwords.sessions.reset(password=NEW, session_token=login.session_token)

    assert reset.user.password is not None


async def test_code_by_sms_does_not_vouch_for_a_new_password(
    client: Client, refusal: Refusal, project: Project
) -> None:
    """A session that began with a code by SMS is not enough."""
    sent = await client.otps.sms.login_or_create(phone_number="+12025550162")
    code = project.outbox.last("+12025550162").code or ""
    login = await client.otps.authenticate(method_id=sent.phone_id, code=code, session_duration_minutes=5)

    found = await refusal(client.passwords.sessions.reset(password=NEW, session_token=login.session_token))

    assert found == (400, "session_too_old_to_reset_password")
