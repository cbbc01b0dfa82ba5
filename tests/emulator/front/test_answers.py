import json
from typing import Any

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.errors import APIError
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.consumer.passwords import CreateResponse
from stytch_async.schemas.shared import Attributes
from stytch_async.transports.interface import HTTPResponse
from stytch_async.transports.memory import InMemoryTransport

UNKNOWN_TOKEN = "A" * 44
UNKNOWN_ORGANIZATION = "organization-test-00000000-0000-4000-8000-000000000000"


def last_answer(transport: InMemoryTransport) -> dict[str, Any]:
    """Return the JSON of the newest answer, which other people's SDKs read as well."""
    outcome = transport.calls[-1].outcome
    assert isinstance(outcome, HTTPResponse)
    document: dict[str, Any] = json.loads(outcome.content)
    return document


@pytest.fixture
async def user(client: Client, password: str) -> CreateResponse:
    """Return the login of a new user."""
    return await client.passwords.create(email="ada@example.com", password=password, session_duration_minutes=5)


@pytest.mark.usefixtures("user")
async def test_last_page_of_a_search_has_no_cursor(client: Client, transport: InMemoryTransport) -> None:
    """Where there is no next page, that is said."""
    await client.users.search()

    assert last_answer(transport)["results_metadata"] == {"total": 1, "next_cursor": None}


@pytest.mark.usefixtures("user")
async def test_login_without_a_session_says_so(client: Client, transport: InMemoryTransport, password: str) -> None:
    """The session is null, its token and JWT are empty, and what nobody has set is null."""
    await client.passwords.authenticate(email="ada@example.com", password=password)

    answer = last_answer(transport)
    assert (answer["session"], answer["session_token"], answer["session_jwt"]) == (None, "", "")
    assert {name: answer["user"][name] for name in ("external_id", "lock_created_at", "lock_expires_at")} == {
        "external_id": None,
        "lock_created_at": None,
        "lock_expires_at": None,
    }


async def test_complete_login_of_a_member_lacks_nothing_expressly(
    b2b: B2BClient, ada: EmailResetResponse, transport: InMemoryTransport, password: str
) -> None:
    """What is missing of a complete login is null, and so is what member and organization do not have."""
    await b2b.passwords.authenticate(
        organization_id=ada.organization_id, email_address="ada@example.com", password=password
    )

    answer = last_answer(transport)
    organization, member = answer["organization"], answer["member"]
    assert (answer["mfa_required"], answer["primary_required"]) == (None, None)
    assert (member["scim_registration"], member["external_id"], member["lock_created_at"]) == (None, None, None)
    assert organization["sso_default_connection_id"] is None
    assert (organization["scim_active_connection"], organization["scim_active_connections"]) == (None, [])
    assert organization["organization_external_id"] is None


async def test_incomplete_login_of_a_member_has_a_null_session(
    b2b: B2BClient, organization: Organization, transport: InMemoryTransport
) -> None:
    """A login that still lacks something says that there is no session yet."""
    migrated = {"hash_type": "md_5", "hash": "5f4dcc3b5aa765d61d8327deb882cf99"}
    names = {"organization_id": organization.organization_id, "email_address": "ada@example.com"}
    await b2b.passwords.migrate(**names, **migrated)
    transport.project.members.by_email.first("ada@example.com").mfa_enrolled = True

    await b2b.passwords.authenticate(**names, password="password")

    answer = last_answer(transport)
    assert (answer["member_session"], answer["session_token"], answer["session_jwt"]) == (None, "", "")


async def test_factor_names_only_what_it_has(
    user: CreateResponse, client: Client, transport: InMemoryTransport
) -> None:
    """Of the many members of a factor only its own are there."""
    await client.sessions.authenticate(session_token=user.session_token)

    (factor,) = last_answer(transport)["session"]["authentication_factors"]
    assert factor.keys() == {"type", "delivery_method", "created_at", "last_authenticated_at", "updated_at"}


async def test_session_without_attributes_has_empty_ones(
    user: CreateResponse, client: Client, transport: InMemoryTransport
) -> None:
    """Nobody said where the login came from: both attributes are empty texts."""
    await client.sessions.authenticate(session_token=user.session_token)

    assert last_answer(transport)["session"]["attributes"] == {"ip_address": "", "user_agent": ""}


async def test_session_keeps_the_attributes_of_its_login(client: Client, transport: InMemoryTransport) -> None:
    """What was said is kept, and the rest is an empty text."""
    sent = await client.otps.email.login_or_create(email="ada@example.com")
    code = transport.project.outbox.last("ada@example.com").code
    assert code is not None

    await client.otps.authenticate(
        method_id=sent.email_id,
        code=code,
        session_duration_minutes=5,
        attributes=Attributes(ip_address="192.0.2.1"),
    )

    assert last_answer(transport)["session"]["attributes"] == {"ip_address": "192.0.2.1", "user_agent": ""}


async def test_errors_of_b2b_have_their_own_pages(b2b: B2BClient) -> None:
    """What a product of B2B refuses is explained in the reference of B2B."""
    with pytest.raises(APIError) as caught:
        await b2b.organizations.get(organization_id=UNKNOWN_ORGANIZATION)

    assert caught.value.error_url == "https://stytch.com/docs/b2b/api/errors/404#organization_not_found"


async def test_general_errors_have_one_page(b2b: B2BClient) -> None:
    """What is refused before a product is asked is explained in one place, whatever the vertical."""
    with pytest.raises(APIError) as caught:
        await b2b.sessions.authenticate(session_token="short")

    assert caught.value.error_url == "https://stytch.com/docs/api/errors/400#invalid_session_token"


async def test_errors_of_consumer_have_their_own_pages(client: Client) -> None:
    """What a product of Consumer projects refuses is explained in their reference."""
    with pytest.raises(APIError) as caught:
        await client.sessions.authenticate(session_token=UNKNOWN_TOKEN)

    assert caught.value.error_url == "https://stytch.com/docs/api/errors/404#session_not_found"
