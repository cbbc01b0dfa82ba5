from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.schemas.consumer.passwords import CreateResponse

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
EMAIL = "ada@example.com"
NEW = "another long and quiet river"
BREACHED = "correct horse battery staple"


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
