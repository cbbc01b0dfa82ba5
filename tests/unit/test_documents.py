"""Answers and errors as plain JSON."""

import datetime as dt
import json
from typing import Any, Final

import attrs
import pytest

from stytch_async import APIError, Client, InMemoryTransport, NotFoundError, as_json, catalog
from stytch_async.converter import converter
from stytch_async.schemas.both.oauth2 import IntrospectResponse
from stytch_async.schemas.consumer import AuthenticationFactor, User
from stytch_async.schemas.consumer.users import UpdateRequest
from tests.contract.samples import instance

ANSWERS: Final = sorted({entry.operation.response for entry in catalog.operations()}, key=str)
WHEN: Final = dt.datetime(2026, 4, 25, 14, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def secrets_of(kind: Any) -> list[str]:
    """Name the fields of a class that a ``repr`` leaves out."""
    return [field.name for field in attrs.fields(kind) if not field.repr]


@pytest.mark.parametrize("kind", ANSWERS, ids=lambda kind: kind.__module__ + kind.__name__)
def test_any_answer_has_a_document(kind: type) -> None:
    """With its secrets it is what Stytch sent, and without them none is left at its top."""
    answer = instance(kind)

    whole, safe = as_json(answer, secrets=True), as_json(answer)

    assert json.loads(json.dumps(whole)) == converter.unstructure(answer)
    assert safe.keys() == whole.keys() - set(secrets_of(kind))


async def test_a_login_shows_no_secret_unless_asked() -> None:
    """Tokens are left out at any depth, and are there on request."""
    async with Client(transport=InMemoryTransport()) as client:
        login = await client.passwords.create(
            email="ada@example.com", password="a long and quiet river", session_duration_minutes=60
        )

    shown, whole = as_json(login), as_json(login, secrets=True)

    assert login.session_token not in json.dumps(shown)
    assert login.session_jwt not in json.dumps(shown)
    assert whole["session_token"] == login.session_token
    assert shown["user"]["emails"][0]["email"] == "ada@example.com"


def test_what_is_not_set_is_left_out() -> None:
    """A factor has a field for each way to log in, and one of them is set."""
    factor = AuthenticationFactor(type="otp", delivery_method="email")

    assert as_json(factor) == {"type": "otp", "delivery_method": "email"}


def test_what_stytch_left_out_is_left_out() -> None:
    """A promised field that did not arrive reads as ``None``, and has no place in the document either."""
    user = converter.structure({"user_id": "user-test-1", "emails": []}, User)

    assert as_json(user) == {"user_id": "user-test-1", "emails": []}


def test_a_time_is_a_text() -> None:
    """In the form of RFC 3339, in UTC."""
    factor = AuthenticationFactor(type="otp", delivery_method="sms", last_authenticated_at=WHEN)

    assert as_json(factor)["last_authenticated_at"] == "2026-04-25T12:30:00Z"


def test_a_free_form_map_keeps_its_nulls() -> None:
    """There, ``None`` is a value of the app's own."""
    user: Any = instance(User, full=False)
    user.trusted_metadata = {"plan": None, "seats": [1, None]}

    assert as_json(user)["trusted_metadata"] == {"plan": None, "seats": [1, None]}


def test_the_rest_of_the_claims_stands_beside_the_known_ones() -> None:
    """As it does in the answer of Stytch."""
    said = IntrospectResponse(active=True, claims={"sub": "user-test-1", "plan": None})

    assert as_json(said) == {"active": True, "sub": "user-test-1", "plan": None}


async def test_an_error_has_a_document() -> None:
    """It is the one that Stytch sent."""
    async with Client(transport=InMemoryTransport()) as client:
        with pytest.raises(NotFoundError) as caught:
            await client.users.get(user_id="user-test-00000000-0000-4000-8000-000000000000")

    document = as_json(caught.value)

    assert document == {
        "status_code": 404,
        "request_id": caught.value.request_id,
        "error_type": "user_not_found",
        "error_message": caught.value.error_message,
        "error_url": caught.value.error_url,
    }


def test_the_details_of_an_error_are_kept() -> None:
    """Whatever Stytch sends there is JSON already."""
    error = APIError(
        operation="POST /x", status_code=400, error_type=None, error_message="no", error_details={"a": [None]}
    )

    assert as_json(error) == {"status_code": 400, "error_message": "no", "error_details": {"a": [None]}}


def test_what_has_no_json_form_is_refused() -> None:
    """The error names the type and not the value."""
    for value in ({"hunter2"}, UpdateRequest(user_id="user-test-1", trusted_metadata={"codes": {"hunter2"}})):
        with pytest.raises(TypeError, match=r"^set is neither an answer nor a part of one nor an error$"):
            as_json(value)
