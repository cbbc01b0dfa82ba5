from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Policy, Project
from stytch_async.errors import BadRequestError
from stytch_async.schemas.consumer.users import Name

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL = "ada@example.com"
PHONE = "+12025550162"
UNKNOWN_ID = "user-test-00000000-0000-4000-8000-000000000000"


async def test_new_user_has_unproven_addresses(client: Client) -> None:
    """A user made of an address and a number has both, unverified; the answer names their ids, with a 201."""
    created = await client.users.create(email=EMAIL, phone_number=PHONE)

    assert (created.status_code, created.status, created.user.user_id) == (201, "active", created.user_id)
    assert [(e.email_id, e.email, e.verified) for e in created.user.emails] == [(created.email_id, EMAIL, False)]
    assert [(p.phone_id, p.phone_number, p.verified) for p in created.user.phone_numbers] == [
        (created.phone_id, PHONE, False)
    ]


async def test_id_of_what_a_user_lacks_is_empty(client: Client) -> None:
    """A user without a number has no phone id, one without an address no email id."""
    by_email = await client.users.create(email=EMAIL)
    by_phone = await client.users.create(phone_number=PHONE)

    assert (by_email.phone_id, by_phone.email_id) == ("", "")


async def test_new_user_has_nothing_else(client: Client, project: Project) -> None:
    """Every list of the user object is there, and empty; the role of everybody is held."""
    created = await client.users.create(email=EMAIL)

    user = created.user
    assert (user.providers, user.totps, user.crypto_wallets) == ([], [], [])
    assert (user.webauthn_registrations, user.biometric_registrations, user.password) == ([], [], None)
    assert (user.roles, user.is_locked, user.external_id) == (["stytch_user"], False, None)
    assert (user.trusted_metadata, user.untrusted_metadata) == ({}, {})
    assert user.created_at == project.now


async def test_user_can_begin_as_pending(client: Client) -> None:
    """A user is pending where that is asked for."""
    created = await client.users.create(email=EMAIL, create_user_as_pending=True)

    assert (created.status, created.user.status) == ("pending", "pending")


@pytest.mark.parametrize(
    ("arguments", "error_type"),
    [
        ({}, "invalid_create_user_request"),
        ({"email": "Ada@Example.com"}, "duplicate_email"),
        ({"phone_number": PHONE}, "duplicate_phone_number"),
        ({"email": "grace@example.com", "external_id": "app-1"}, "duplicate_user_external_id"),
        ({"email": "grace"}, "invalid_email"),
        ({"email": "grace@example.com", "phone_number": "1"}, "invalid_phone_number"),
        ({"email": "grace@example.com", "roles": ["stytch_user"]}, "cannot_assign_default_rbac_role_id"),
        ({"email": "grace@example.com", "roles": ["editor"]}, "invalid_rbac_role_id"),
    ],
)
async def test_user_that_cannot_be_is_not_made(
    client: Client, refusal: Refusal, arguments: dict[str, Any], error_type: str
) -> None:
    """A refused user is not there afterwards."""
    await client.users.create(email=EMAIL, phone_number=PHONE, external_id="app-1")

    found = await refusal(client.users.create(**arguments))

    everybody = await client.users.search()
    assert found == (400, error_type)
    assert len(everybody.results) == 1


async def test_user_is_found_by_either_id(client: Client) -> None:
    """Stytch's id and the app's own name the same user."""
    created = await client.users.create(email=EMAIL, external_id="app|1")

    by_own = await client.users.get(user_id="app|1")

    by_stytchs = await client.users.get(user_id=created.user_id)
    assert by_own.user_id == by_stytchs.user_id == created.user_id


@pytest.mark.parametrize(
    ("user_id", "error"),
    [
        (UNKNOWN_ID, (404, "user_not_found")),
        ("app-2", (404, "user_not_found")),
        ("user-test-1", (400, "invalid_user_id")),
        ("user-test-00000000-0000-4000-8000-00000000000G", (400, "invalid_user_id")),
    ],
)
async def test_unknown_user_is_told_from_a_misspelt_id(
    client: Client, refusal: Refusal, user_id: str, error: tuple[int, str]
) -> None:
    """What begins as an id of Stytch's has to be one; anything else might be an external id."""
    found = await refusal(client.users.get(user_id=user_id))

    assert found == error


async def test_update_changes_what_it_names(client: Client, project: Project) -> None:
    """Parts of the name, roles and external id change; what is not named stays."""
    project.settings.policy = Policy({"editor": {"documents": {"write"}}})
    created = await client.users.create(email=EMAIL, name=Name(first_name="Ada", last_name="Byron"))

    updated = await client.users.update(
        user_id=created.user_id, name=Name(last_name="Lovelace"), roles=["editor"], external_id="app-1"
    )

    assert updated.user.name == Name(first_name="Ada", middle_name="", last_name="Lovelace")
    assert (updated.user.roles, updated.user.external_id) == (["stytch_user", "editor"], "app-1")
    assert updated.emails == updated.user.emails == created.user.emails


async def test_metadata_merges_at_the_top_only(client: Client) -> None:
    """A key is replaced with all that is below it, ``None`` deletes it, and others stay."""
    created = await client.users.create(email=EMAIL, trusted_metadata={"a": {"x": 1}, "b": 2, "c": 3})

    updated = await client.users.update(user_id=created.user_id, trusted_metadata={"a": {"y": 2}, "b": None})

    assert updated.user.trusted_metadata == {"a": {"y": 2}, "c": 3}


async def test_empty_metadata_changes_nothing(client: Client) -> None:
    """An empty object deletes no key."""
    created = await client.users.create(email=EMAIL, untrusted_metadata={"theme": "dark"})

    updated = await client.users.update(user_id=created.user_id, untrusted_metadata={})

    assert updated.user.untrusted_metadata == {"theme": "dark"}


@pytest.mark.parametrize(
    ("metadata", "error_type"),
    [
        ({str(number): number for number in range(10, 21)}, "metadata_too_many_keys"),
        ({"long": "x" * 2100}, "metadata_too_large"),
    ],
)
async def test_metadata_is_bounded_after_merging(
    client: Client, refusal: Refusal, metadata: dict[str, Any], error_type: str
) -> None:
    """What is stored and what is added count together, and a refused update changes nothing."""
    known = {str(number): "x" * 200 for number in range(10)}
    created = await client.users.create(email=EMAIL, trusted_metadata=known)

    found = await refusal(
        client.users.update(user_id=created.user_id, trusted_metadata=metadata, name=Name(first_name="Ada"))
    )

    shown = await client.users.get(user_id=created.user_id)
    assert found == (400, error_type)
    assert (shown.trusted_metadata, shown.name and shown.name.first_name) == (known, "")


async def test_update_refuses_an_external_id_of_somebody_else(client: Client, refusal: Refusal) -> None:
    """An external id belongs to one user; one's own may be given again."""
    ada = await client.users.create(email=EMAIL, external_id="app-1")
    grace = await client.users.create(email="grace@example.com")

    found = await refusal(client.users.update(user_id=grace.user_id, external_id="app-1"))
    again = await client.users.update(user_id=ada.user_id, external_id="app-1")

    assert found == (400, "duplicate_user_external_id")
    assert again.user.external_id == "app-1"


async def test_deleted_user_is_gone(client: Client, refusal: Refusal, password: str) -> None:
    """Neither the user nor the session is found, and the address is free again."""
    created = await client.passwords.create(email=EMAIL, password=password, session_duration_minutes=60)

    deleted = await client.users.delete(user_id=created.user_id)

    by_id = await refusal(client.users.get(user_id=created.user_id))
    by_session = await refusal(client.sessions.authenticate(session_token=created.session_token))
    again = await client.users.create(email=EMAIL)
    assert deleted.user_id == created.user_id
    assert (by_id, by_session) == ((404, "user_not_found"), (404, "session_not_found"))
    assert again.user_id != created.user_id


async def test_reset_link_of_a_deleted_user_is_void(client: Client, refusal: Refusal, project: Project) -> None:
    """A link that outlives its user is refused as a spent one is."""
    created = await client.users.create(email=EMAIL)
    await client.passwords.email.reset_start(email=EMAIL)
    await client.users.delete(user_id=created.user_id)

    found = await refusal(
        client.passwords.email.reset(token=project.outbox.last(EMAIL).token or "", password="a long and quiet river")
    )

    assert found == (401, "unable_to_auth_password_reset_token")


async def test_user_is_deleted_once(client: Client, refusal: Refusal) -> None:
    """The second time the user is unknown."""
    created = await client.users.create(email=EMAIL)
    await client.users.delete(user_id=created.user_id)

    found = await refusal(client.users.delete(user_id=created.user_id))

    assert found == (404, "user_not_found")


async def test_error_document_tells_all_that_stytch_tells(client: Client) -> None:
    """Status, type, explanation, request id and page arrive."""
    with pytest.raises(BadRequestError) as caught:
        await client.users.create()

    error = caught.value
    assert (error.status_code, error.error_type) == (400, "invalid_create_user_request")
    assert error.error_message == "A user needs an email address or a phone number."
    assert error.error_url == "https://stytch.com/docs/api/errors/400#invalid_create_user_request"
    assert error.request_id is not None
    assert error.request_id.startswith("request-id-test-")
    assert error.error_details is None
