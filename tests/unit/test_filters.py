import datetime as dt
import inspect
from typing import Any

import pytest

from stytch_async import NO_RETRY, BadRequestError, Client, InMemoryTransport
from stytch_async.schemas.consumer.users import Name, SearchUsersQuery
from stytch_async.schemas.filters import Filter, M2MFilter, MemberFilter, OrganizationFilter, UserFilter

ADA = "ada@example.com"
GRACE = "grace@example.com"

TYPED = [UserFilter, OrganizationFilter, MemberFilter, M2MFilter]


@pytest.fixture
def stytch() -> InMemoryTransport:
    """Return a Stytch of the test's own."""
    return InMemoryTransport()


@pytest.fixture
async def client(stytch: InMemoryTransport) -> Client:
    """Return a client of a project with two users, the second of whom came a day later and has a password."""
    client = Client(transport=stytch, retry=NO_RETRY)
    await client.users.create(
        email=ADA, phone_number="+12025550142", name=Name(first_name="Ada", last_name="Lovelace"), external_id="ada"
    )
    stytch.project.clock.advance(dt.timedelta(days=1))
    await client.passwords.create(email=GRACE, password="a long and quiet river")
    return client


async def found(client: Client, *operands: dict[str, Any], operator: str = "AND") -> set[str]:
    """Return the addresses of the users that a search finds."""
    query = SearchUsersQuery(operator=operator, operands=list(operands))
    return {user.emails[0].email for user in (await client.users.search(query=query)).results}


@pytest.mark.parametrize(
    ("operand", "expected"),
    [
        (UserFilter.user_id("ada"), {ADA}),
        (UserFilter.email_address(ADA), {ADA}),
        (UserFilter.email_address(ADA, GRACE), {ADA, GRACE}),
        (UserFilter.email_address_fuzzy("grace@"), {GRACE}),
        (UserFilter.email_verified(), set()),
        (UserFilter.email_verified(value=False), {ADA, GRACE}),
        (UserFilter.full_name_fuzzy("lovelace"), {ADA}),
        (UserFilter.phone_number("+12025550142"), {ADA}),
        (UserFilter.phone_number_fuzzy("555"), {ADA}),
        (UserFilter.phone_verified(value=False), {ADA, GRACE}),
        (UserFilter.password_exists(), {GRACE}),
        (UserFilter.password_exists(value=False), {ADA}),
        (UserFilter.status("active"), {ADA, GRACE}),
        (UserFilter.status("pending"), set()),
        (UserFilter.oauth_provider("google"), set()),
        (UserFilter.totp_verified(value=False), {ADA, GRACE}),
        (UserFilter.webauthn_registration_verified(), set()),
        (UserFilter.crypto_wallet_verified(), set()),
    ],
    ids=str,
)
async def test_a_filter_finds_the_users_that_it_describes(
    client: Client, operand: dict[str, Any], expected: set[str]
) -> None:
    """Each filter, sent by itself, is understood and selects."""
    actual = await found(client, operand)

    assert actual == expected


async def test_the_ids_of_factors_find_their_user(client: Client) -> None:
    """The ids of an address and of a number each lead to the user who has it."""
    ada = (await client.users.get(user_id="ada")).emails[0].email_id
    phone = (await client.users.get(user_id="ada")).phone_numbers[0].phone_id

    actual = [await found(client, operand) for operand in (UserFilter.email_id(ada), UserFilter.phone_id(phone))]

    assert actual == [{ADA}, {ADA}]


async def test_users_are_found_by_when_they_came(client: Client) -> None:
    """Times in any zone tell the user of yesterday from the user of today."""
    came = (await client.users.get(user_id="ada")).created_at
    assert came is not None
    noon = (came + dt.timedelta(hours=12)).astimezone(dt.timezone(dt.timedelta(hours=-5)))

    actual = [
        await found(client, UserFilter.created_at_less_than(noon)),
        await found(client, UserFilter.created_at_greater_than(noon)),
        await found(client, UserFilter.created_at_between(greater_than=noon, less_than=noon + dt.timedelta(days=1))),
    ]

    assert actual == [{ADA}, {GRACE}, {GRACE}]


async def test_filters_combine_with_each_other_and_with_raw_ones(client: Client) -> None:
    """Typed and hand-written operands stand side by side in one query."""
    raw = {"filter_name": "email_domain", "filter_value": ["example.com"]}

    actual = [
        await found(client, UserFilter.password_exists(), raw),
        await found(client, UserFilter.password_exists(), UserFilter.user_id("ada"), operator="OR"),
    ]

    assert actual == [{GRACE}, {ADA, GRACE}]


@pytest.mark.parametrize(
    ("operand", "error_type"),
    [
        (UserFilter.email_address_fuzzy("ad"), "user_search_email_address_fuzzy_too_short"),
        (
            UserFilter.created_at_less_than(dt.datetime(2026, 1, 1)),  # noqa: DTZ001 - it lacks a zone: that is tested
            "user_search_expected_timestamp",
        ),
    ],
    ids=["too short", "no time zone"],
)
async def test_stytch_refuses_what_a_filter_cannot_judge(
    client: Client, operand: dict[str, Any], error_type: str
) -> None:
    """The limits on values are Stytch's to check."""
    with pytest.raises(BadRequestError) as refused:
        await found(client, operand)

    assert refused.value.error_type == error_type


@pytest.mark.parametrize(
    ("operand", "expected"),
    [
        (
            OrganizationFilter.allowed_domains("example.com"),
            {"filter_name": "allowed_domains", "filter_value": ["example.com"]},
        ),
        (
            OrganizationFilter.has_active_sso_connection(),
            {"filter_name": "has_active_sso_connection", "filter_value": True},
        ),
        (
            OrganizationFilter.sso_connection_id("saml-connection-test-1"),
            {"filter_name": "sso_connection_id", "filter_value": "saml-connection-test-1"},
        ),
        (
            MemberFilter.statuses("active", "invited"),
            {"filter_name": "statuses", "filter_value": ["active", "invited"]},
        ),
        (MemberFilter.member_email_fuzzy("ada"), {"filter_name": "member_email_fuzzy", "filter_value": "ada"}),
        (M2MFilter.scopes("read:users"), {"filter_name": "scopes", "filter_value": ["read:users"]}),
    ],
    ids=str,
)
def test_an_operand_is_a_plain_map(operand: dict[str, Any], expected: dict[str, Any]) -> None:
    """Lists, texts and booleans are written as the API's own SDKs write them."""
    assert operand == expected


@pytest.mark.parametrize("table", TYPED)
def test_every_filter_bears_its_attribute_s_name(table: type) -> None:
    """What a user writes is what is sent."""
    filters = {name: value for name, value in vars(table).items() if isinstance(value, Filter)}

    names = {name: value.name for name, value in filters.items()}

    assert names == {name: name for name in filters}


def test_a_filter_shows_what_it_takes() -> None:
    """The signature of a filter is that of its value, with the operand as the result."""
    signature = inspect.signature(UserFilter.created_at_greater_than)

    assert str(signature) == "(time: datetime.datetime, /) -> dict[str, typing.Any]"
