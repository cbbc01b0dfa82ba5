"""The calls of a project, and answers on demand."""

import pytest

from stytch_async import NO_RETRY, AuthenticationError, NotFoundError, ServerError
from stytch_async.api.consumer.crypto_wallets import CryptoWallets
from stytch_async.api.consumer.users import Users
from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.transports.memory import InMemoryTransport

EMAIL = "ada@example.com"


async def test_calls_of_one_endpoint_are_listed(client: Client, transport: InMemoryTransport) -> None:
    """Named as it is called, or by its class."""
    await client.users.create(email=EMAIL)
    await client.users.search(limit=5)

    found = transport.calls_of(client.users.search)

    assert [call.arguments for call in found] == [{"limit": 5}]
    assert found == transport.calls_of(Users.search) == transport.calls[1:]


async def test_as_many_calls_are_kept_as_are_asked_for() -> None:
    """The oldest go first."""
    transport = InMemoryTransport(keep_calls=2)
    client = Client(transport=transport)

    for limit in (1, 2, 3):
        await client.users.search(limit=limit)

    assert [call.arguments for call in transport.calls] == [{"limit": 2}, {"limit": 3}]


async def test_the_arguments_of_a_form_are_its_fields(client: Client, transport: InMemoryTransport) -> None:
    """The OAuth2 endpoints take forms."""
    with pytest.raises(AuthenticationError):
        await client.m2m.token("robot", "a secret of nobody's")

    assert transport.calls[-1].arguments == {
        "grant_type": "client_credentials",
        "client_id": "robot",
        "client_secret": "a secret of nobody's",
    }


async def test_a_call_is_answered_with_what_was_asked_for(
    client: Client, transport: InMemoryTransport, project: Project
) -> None:
    """Nothing is done, and the next call is carried out again."""
    transport.answer_next(client.users.delete, user_id="user-test-7")

    answered = await client.users.delete(user_id="user-test-00000000-0000-4000-8000-000000000000")

    assert (answered.user_id, answered.status_code) == ("user-test-7", 200)
    assert answered.request_id.startswith("request-id-test-")
    with pytest.raises(NotFoundError):
        await client.users.delete(user_id="user-test-00000000-0000-4000-8000-000000000000")
    assert len(project.users) == 0


async def test_what_is_not_emulated_can_be_answered(client: Client, transport: InMemoryTransport) -> None:
    """An app's test need not wait for the emulator."""
    transport.answer_next(
        CryptoWallets.authenticate_start, times=2, user_id="user-test-7", challenge="sign this", user_created=False
    )

    answers = [
        await client.crypto_wallets.authenticate_start(crypto_wallet_type="ethereum", crypto_wallet_address="0x0")
        for _ in range(2)
    ]

    assert [answer.challenge for answer in answers] == ["sign this", "sign this"]


async def test_answers_may_hold_what_stytch_has_said_before(client: Client, transport: InMemoryTransport) -> None:
    """Objects of the schemas arrive as they are."""
    created = await client.users.create(email=EMAIL)
    transport.answer_next(
        client.users.create, user_id="user-test-7", email_id="", phone_id="", status="active", user=created.user
    )

    again = await client.users.create(email=EMAIL)

    assert again.user == created.user


async def test_answers_and_faults_take_turns(client: Client, transport: InMemoryTransport) -> None:
    """In the order in which they were asked for."""
    once = client.with_options(retry=NO_RETRY)
    transport.fail_next(client.users.delete, status=503)
    transport.answer_next(client.users.delete, user_id="user-test-7")

    with pytest.raises(ServerError):
        await once.users.delete(user_id="user-test-7")

    assert (await once.users.delete(user_id="user-test-7")).status_code == 200


@pytest.mark.parametrize(
    ("fields", "error", "problem"),
    [
        ({}, TypeError, "missing 1 required"),
        ({"user_id": "user-test-7", "shoe": 1}, TypeError, "shoe"),
        ({"user_id": 7}, ValueError, "DeleteResponse.user_id must be str, not int"),
        ({"user_id": None}, ValueError, "DeleteResponse.user_id is required"),
    ],
)
def test_an_answer_must_be_one_of_stytchs(
    client: Client, transport: InMemoryTransport, fields: dict[str, object], error: type[Exception], problem: str
) -> None:
    """What the real one would not answer is refused when it is asked for."""
    with pytest.raises(error, match=problem):
        transport.answer_next(client.users.delete, **fields)


def test_calls_are_of_an_endpoint(client: Client, transport: InMemoryTransport) -> None:
    """Anything else is refused."""
    with pytest.raises(TypeError, match="calls_of takes an endpoint"):
        transport.calls_of(client.with_options)
