import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.schemas.consumer.users import Name, SearchUsersQuery
from stytch_async.transports.interface import HTTPRequest
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

ADA, GRACE, HEDY = "ada@example.com", "grace@example.org", "hedy@example.com"
PHONE = "+12025550162"


@pytest.fixture
async def people(client: Client, project: Project, password: str) -> dict[str, str]:
    """Return the ids of three users by address, made a day apart; who they are is told by their names."""
    ada = await client.users.create(
        email=ADA, phone_number=PHONE, name=Name(first_name="Ada", last_name="Lovelace"), external_id="App-1"
    )
    project.clock.advance(days=1)
    grace = await client.users.create(email=GRACE, create_user_as_pending=True, name=Name(first_name="Grace"))
    project.clock.advance(days=1)
    hedy = await client.passwords.create(email=HEDY, password=password, name=Name(first_name="Hedy"))
    sent = await client.otps.sms.send(phone_number=PHONE)
    await client.otps.authenticate(method_id=sent.phone_id, code=project.outbox.last(PHONE).code or "")
    return {ADA: ada.user_id, GRACE: grace.user_id, HEDY: hedy.user_id}


@pytest.fixture
def found(client: Client) -> Callable[..., Awaitable[list[str]]]:
    """Return a function that searches with filters and returns the addresses of those found."""

    async def search(*filters: tuple[str, Any], operator: str = "AND") -> list[str]:
        operands = [{"filter_name": name, "filter_value": value} for name, value in filters]
        response = await client.users.search(query=SearchUsersQuery(operator=operator, operands=operands))
        return [user.emails[0].email for user in response.results]

    return search


Found = Callable[..., Awaitable[list[str]]]


@pytest.mark.usefixtures("people")
async def test_search_without_filters_finds_everybody(client: Client, found: Found) -> None:
    """No query and an empty one find all users, in the order in which they were made."""
    without = await client.users.search()

    empty = await found()

    assert [user.emails[0].email for user in without.results] == empty == [ADA, GRACE, HEDY]
    assert (without.results_metadata.total, without.results_metadata.next_cursor) == (3, None)


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("user_id", ["App-1"], [ADA]),
        ("user_id", ["app-1"], []),
        ("email_address", [ADA, "HEDY@example.com"], [ADA, HEDY]),
        ("email_address_fuzzy", "EXAMPLE.C", [ADA, HEDY]),
        ("email_domain", ["example.org"], [GRACE]),
        ("email_verified", True, []),
        ("phone_number", [PHONE], [ADA]),
        ("phone_number_fuzzy", "555", [ADA]),
        ("phone_verified", True, [ADA]),
        ("full_name_fuzzy", "lovelace", [ADA]),
        ("full_name_fuzzy", "a Love", [ADA]),
        ("status", "pending", [GRACE]),
        ("status", "active", [ADA, HEDY]),
        ("password_exists", True, [HEDY]),
        ("password_exists", False, [ADA, GRACE]),
        ("totp_verified", True, []),
        ("biometric_verified", False, [ADA, GRACE, HEDY]),
        ("totp_id", ["totp-1"], []),
        ("oauth_provider", ["google"], []),
        ("webauthn_registration_verified", False, [ADA, GRACE, HEDY]),
        ("crypto_wallet_address", ["0x1"], []),
    ],
)
async def test_filter_keeps_those_who_fit(found: Found, name: str, value: object, expected: list[str]) -> None:
    """Each filter judges users by what it is named after."""
    addresses = await found((name, value))

    assert addresses == expected


async def test_filters_take_ids(found: Found, client: Client, people: dict[str, str]) -> None:
    """Users are found by Stytch's ids of themselves and of their addresses."""
    ada = await client.users.get(user_id=people[ADA])

    by_user = await found(("user_id", [people[ADA], people[HEDY]]))
    by_email = await found(("email_id", [ada.emails[0].email_id]))
    by_phone = await found(("phone_id", [ada.phone_numbers[0].phone_id]))

    assert by_user == [ADA, HEDY]
    assert by_email == by_phone == [ADA]


@pytest.mark.usefixtures("people")
async def test_filters_take_times(found: Found, project: Project) -> None:
    """Users are found by when they were made, the bounds excluded."""
    day = dt.timedelta(days=1)
    last = project.now.isoformat()
    first = (project.now - 2 * day).isoformat()

    before = await found(("created_at_less_than", last))
    after = await found(("created_at_greater_than", first))
    between = await found(("created_at_between", {"greater_than": first, "less_than": last}))

    assert (before, after, between) == ([ADA, GRACE], [GRACE, HEDY], [GRACE])


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(("operator", "expected"), [("AND", [HEDY]), ("OR", [ADA, HEDY])])
async def test_filters_combine(found: Found, operator: str, expected: list[str]) -> None:
    """All filters must fit, or any of them."""
    addresses = await found(("email_domain", ["example.com"]), ("password_exists", True), operator=operator)

    assert addresses == expected


@pytest.mark.parametrize(
    ("operand", "error_type"),
    [
        ({"filter_value": []}, "user_search_missing_filter_name"),
        ({"filter_name": 5, "filter_value": []}, "user_search_filter_name_must_be_string"),
        ({"filter_name": "shoe_size", "filter_value": 38}, "user_search_filter_name_not_recognized"),
        ({"filter_name": "email_address"}, "user_search_missing_filter_value"),
        ({"filter_name": "email_address", "filter_value": None}, "user_search_missing_email_addresses"),
        ({"filter_name": "email_address", "filter_value": []}, "user_search_missing_email_addresses"),
        ({"filter_name": "full_name_fuzzy", "filter_value": ""}, "user_search_missing_full_name_fuzzy"),
        ({"filter_name": "password_exists", "filter_value": None}, "user_search_missing_password"),
        ({"filter_name": "created_at_between", "filter_value": None}, "user_search_missing_filter_value"),
        (
            {"filter_name": "user_id", "filter_value": [f"app-{number}" for number in range(101)]},
            "user_search_maximum_filter_value_count_exceeded",
        ),
        ({"filter_name": "email_address", "filter_value": ADA}, "user_search_expected_array_of_string"),
        ({"filter_name": "email_address", "filter_value": [5]}, "user_search_expected_array_of_string"),
        ({"filter_name": "email_address_fuzzy", "filter_value": [ADA]}, "user_search_expected_string"),
        ({"filter_name": "email_address_fuzzy", "filter_value": "ad"}, "user_search_email_address_fuzzy_too_short"),
        ({"filter_name": "phone_number_fuzzy", "filter_value": "20"}, "user_search_phone_number_fuzzy_too_short"),
        ({"filter_name": "full_name_fuzzy", "filter_value": "ad"}, "user_search_full_name_fuzzy_too_short"),
        ({"filter_name": "status", "filter_value": "deleted"}, "user_search_invalid_status_filter"),
        ({"filter_name": "password_exists", "filter_value": "true"}, "user_search_expected_bool"),
        ({"filter_name": "created_at_less_than", "filter_value": "yesterday"}, "user_search_expected_timestamp"),
        (
            {"filter_name": "created_at_less_than", "filter_value": "2024-01-01T00:00:00"},
            "user_search_expected_timestamp",
        ),
        ({"filter_name": "created_at_less_than", "filter_value": 5}, "user_search_expected_string"),
        ({"filter_name": "created_at_between", "filter_value": "2024"}, "user_search_expected_object"),
        ({"filter_name": "created_at_between", "filter_value": {}}, "user_search_missing_greater_than"),
        (
            {"filter_name": "created_at_between", "filter_value": {"greater_than": "2024-01-01T00:00:00Z"}},
            "user_search_missing_less_than",
        ),
        (
            {"filter_name": "user_id", "filter_value": ["app-1", "user-test-00000000-0000-4000-8000-000000000000"]},
            "user_search_cannot_mix_internal_and_external_user_ids",
        ),
    ],
)
async def test_filter_that_makes_no_sense_is_refused(
    client: Client, refusal: Refusal, operand: dict[str, Any], error_type: str
) -> None:
    """Name and value of a filter must fit together, even where there is nobody to find."""
    found = await refusal(client.users.search(query=SearchUsersQuery(operator="AND", operands=[operand])))

    assert found == (400, error_type)


async def test_operator_must_be_known(client: Client, refusal: Refusal) -> None:
    """Filters combine by AND or OR."""
    found = await refusal(client.users.search(query=SearchUsersQuery(operator="XOR", operands=[])))

    assert found == (400, "user_search_invalid_operator")


@pytest.mark.usefixtures("people")
async def test_cursor_leads_to_the_next_page(client: Client) -> None:
    """The pages together hold everybody once, and the last has no cursor."""
    first = await client.users.search(limit=2)

    second = await client.users.search(limit=2, cursor=first.results_metadata.next_cursor)

    assert [user.emails[0].email for user in (*first.results, *second.results)] == [ADA, GRACE, HEDY]
    assert (first.results_metadata.total, second.results_metadata.total) == (3, 3)
    assert second.results_metadata.next_cursor is None


async def test_page_holds_a_hundred_by_default(client: Client) -> None:
    """Without a limit there are a hundred results on a page."""
    for number in range(101):
        await client.users.create(email=f"ada{number}@example.com")

    page = await client.users.search()

    assert (len(page.results), page.results_metadata.total) == (100, 101)
    assert page.results_metadata.next_cursor is not None


@pytest.mark.usefixtures("people")
async def test_cursor_belongs_to_its_query(client: Client, refusal: Refusal) -> None:
    """A cursor of another search, and a made-up one, are refused."""
    first = await client.users.search(limit=1)
    other = SearchUsersQuery(operator="AND", operands=[{"filter_name": "status", "filter_value": "active"}])

    of_another = await refusal(client.users.search(query=other, cursor=first.results_metadata.next_cursor))
    made_up = await refusal(client.users.search(cursor="made up"))

    assert of_another == made_up == (400, "user_search_invalid_cursor")


@pytest.mark.parametrize("limit", ["0", "1001"])
async def test_limit_is_checked_by_the_emulator_too(transport: InMemoryTransport, client: Client, limit: str) -> None:
    """Other clients than ours may ask for too much: a page holds 1 to 1000 results."""
    await client.users.search()
    known = transport.calls[-1].request

    response = await transport.send(
        HTTPRequest("POST", known.url, known.headers, f'{{"limit": {limit}}}'.encode(), None)
    )

    assert (response.status, b"user_search_invalid_limit" in response.content) == (400, True)
