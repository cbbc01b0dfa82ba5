import datetime as dt
from collections.abc import Callable

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import NoMessageError, Policy
from stytch_async.errors import APIError
from stytch_async.schemas.b2b.sessions import AuthorizationCheck
from stytch_async.schemas.consumer.users import Name
from stytch_async.transports.memory import InMemoryTransport

EMAIL = "ada@example.com"
PHONE = "+12025550162"


@pytest.fixture
def stytch() -> InMemoryTransport:
    """Return a Stytch that holds nothing yet."""
    return InMemoryTransport()


@pytest.fixture
def client(stytch: InMemoryTransport) -> Client:
    """Return a client of its Consumer API."""
    return Client(transport=stytch)


@pytest.fixture
def b2b(stytch: InMemoryTransport) -> B2BClient:
    """Return a client of its B2B API."""
    return B2BClient(transport=stytch)


async def test_somebody_is_signed_in_without_a_call(stytch: InMemoryTransport, client: Client) -> None:
    """The session is a real one, with the roles, factors and claims that were asked for."""
    stytch.project.settings.policy = Policy({"editor": {"documents": {"write"}}})

    ada = stytch.sign_in(EMAIL, roles=["editor"], factors=["password", "email_otp"], minutes=30, claims={"plan": "pro"})

    assert len(stytch.calls) == 0
    checked = await client.sessions.authenticate(session_token=ada.session_token)
    session = checked.session
    assert (session.user_id, checked.user.emails[0].verified) == (ada.user_id, True)
    assert session.roles == ["stytch_user", "editor"]
    assert [factor.type for factor in session.authentication_factors] == ["password", "otp"]
    assert session.custom_claims == {"plan": "pro"}
    assert session.expires_at == stytch.project.now + dt.timedelta(minutes=30)


async def test_whoever_is_known_is_signed_in_as_they_are(stytch: InMemoryTransport, client: Client) -> None:
    """A second sign-in makes no second user."""
    first, second = stytch.sign_in(EMAIL), stytch.sign_in("ADA@example.com")

    assert first.user_id == second.user_id
    assert first.session_token != second.session_token
    assert len((await client.sessions.get(user_id=str(first.user_id))).sessions) == 2


async def test_a_member_is_signed_in_to_an_organization(stytch: InMemoryTransport, b2b: B2BClient) -> None:
    """The member is added, and the roles count at once."""
    organization = stytch.add_organization("Analytical Engines", mfa_policy="REQUIRED_FOR_ALL")

    ada = stytch.sign_in_member(EMAIL, organization="analytical-engines", roles=["stytch_admin"])

    assert len(stytch.calls) == 0
    checked = await b2b.sessions.authenticate(
        session_jwt=ada.session_jwt,
        authorization_check=AuthorizationCheck(
            organization_id=organization.id, resource_id="stytch.member", action="create"
        ),
    )
    assert (checked.member.member_id, ada.organization_id) == (ada.member_id, organization.id)
    assert [factor.type for factor in checked.member_session.authentication_factors] == ["email_otp"]


async def test_a_test_begins_with_accounts(stytch: InMemoryTransport, client: Client, b2b: B2BClient) -> None:
    """Their addresses are proven, and their passwords log in."""
    name = Name(first_name="Ada")
    user = stytch.add_user(EMAIL, phone_number=PHONE, password="a long and quiet river", name=name, external_id="app-1")
    organization = stytch.add_organization("Analytical Engines")
    member = stytch.add_member(organization, EMAIL, mfa_phone_number=PHONE, password="a long and quiet river")

    login = await client.passwords.authenticate(email=EMAIL, password="a long and quiet river")
    member_login = await b2b.passwords.authenticate(
        organization_id=organization.id, email_address=EMAIL, password="a long and quiet river"
    )

    assert (login.user_id, login.user.external_id, login.user.name) == (
        user.id,
        "app-1",
        Name(first_name="Ada", middle_name="", last_name=""),
    )
    assert [phone.verified for phone in login.user.phone_numbers] == [True]
    assert (member_login.member_id, member_login.member_authenticated) == (member.id, True)
    assert member_login.member.mfa_phone_number_verified


async def test_a_person_reads_their_messages(stytch: InMemoryTransport, client: Client) -> None:
    """Mails and text messages arrive in one inbox, and other people's do not."""
    ada = stytch.person(EMAIL, phone_number=PHONE)
    await client.otps.email.login_or_create(email=EMAIL)
    await client.otps.sms.login_or_create(phone_number=PHONE)
    await client.otps.email.login_or_create(email="grace@example.com")

    assert [message.recipient for message in ada.inbox] == [EMAIL, PHONE]
    assert ada.inbox.last() == stytch.project.outbox.last(PHONE)


def test_an_empty_inbox_says_whose_it_is(stytch: InMemoryTransport) -> None:
    """A message that never came is a failed assertion."""
    with pytest.raises(NoMessageError, match=r"no otp message was sent to \+12025550162 or ada@example.com"):
        stytch.person(EMAIL, phone_number=PHONE).inbox.last("otp")


def test_who_is_signed_in_carries_it_in_either_way(stytch: InMemoryTransport) -> None:
    """Cookies bear the names of Stytch's own front ends, and a client without cookies sends the JWT."""
    ada = stytch.sign_in(EMAIL)

    assert ada.cookies == {"stytch_session": ada.session_token, "stytch_session_jwt": ada.session_jwt}
    assert ada.headers == {"Authorization": f"Bearer {ada.session_jwt}"}
    assert ada.session_token not in repr(ada)


def test_a_texted_code_needs_a_phone(stytch: InMemoryTransport) -> None:
    """The error says what to do first."""
    with pytest.raises(ValueError, match="add the user or member with one first"):
        stytch.sign_in(EMAIL, factors=["sms_otp"])


def test_a_link_to_the_app_is_where_a_browser_lands(stytch: InMemoryTransport) -> None:
    """Only Stytch's own start URLs lead elsewhere."""
    ada = stytch.person(EMAIL)

    assert ada.visit("https://app.example.com/v1/public?token=1") == "https://app.example.com/v1/public?token=1"


@pytest.mark.parametrize(
    ("provider", "email", "hosted_domain"),
    [("google", EMAIL, "example.com"), ("google", "ada@gmail.com", ""), ("github", EMAIL, "")],
)
def test_an_account_is_what_is_usual(stytch: InMemoryTransport, provider: str, email: str, hosted_domain: str) -> None:
    """It is the same in every visit, and for everybody with that address."""
    account = stytch.person(email, name="Ada").account(provider)

    assert account == stytch.person(email, name="Ada").account(provider)
    assert (account.email, account.email_verified, account.name) == (email, True, "Ada")
    assert (account.hosted_domain, account.tenants) == (hosted_domain, [])


def test_an_account_can_be_changed(stytch: InMemoryTransport) -> None:
    """What a test says of it counts from then on."""
    ada = stytch.person(EMAIL)

    ada.account("slack").tenants.append("T1")

    assert ada.account("slack").tenants == ["T1"]
    assert ada.account("github").tenants == []


@pytest.mark.parametrize(
    ("act", "operation", "error_type"),
    [
        (lambda stytch: stytch.add_user(EMAIL), "POST /v1/users", "duplicate_email"),
        (lambda stytch: stytch.sign_in(EMAIL, roles=["king"]), "POST /v1/users", "invalid_rbac_role_id"),
        (
            lambda stytch: stytch.add_organization("E", slug="e"),
            "POST /v1/b2b/organizations",
            "organization_slug_already_used",
        ),
        (
            lambda stytch: stytch.sign_in_member(EMAIL, organization="nowhere"),
            "POST /v1/b2b/organizations/{organization_id}/members",
            "organization_not_found",
        ),
        (
            lambda stytch: stytch.person(EMAIL).visit("https://test.stytch.com/v1/public/oauth/google/start"),
            "GET /v1/public/oauth/google/start",
            "public_token_required",
        ),
    ],
)
def test_what_cannot_be_is_refused_as_to_a_client(
    stytch: InMemoryTransport, act: Callable[[InMemoryTransport], object], operation: str, error_type: str
) -> None:
    """A test that asks for too much meets the error that the client would raise, and nothing of the emulator."""
    stytch.add_user(EMAIL)
    stytch.add_organization("Engines", slug="e")

    with pytest.raises(APIError) as caught:
        act(stytch)

    assert (caught.value.operation, caught.value.error_type) == (operation, error_type)
    assert caught.value.__suppress_context__
