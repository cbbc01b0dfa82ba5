"""What a tool that reports errors with the variables around them gets to see: no secret, whatever went wrong."""

import base64
import json
import traceback
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Final

import attrs
import pytest

from stytch_async import AiohttpTransport, Client, RetryPolicy, StytchError, catalog, errors, read_callback
from stytch_async.webhooks import Webhooks
from tests.network.conftest import OURS, MakeTransport
from tests.network.misbehaving import Behaviour, answer, document, leave, never_answer, serving, truncate

PROJECT: Final = "project-test-00000000-0000-4000-8000-000000000000"
SECRET: Final = "secret-test-of-the-project"
PASSWORD: Final = "a-password-to-keep"
TOKEN: Final = "a-session-token-to-keep"
JWT: Final = "a-header.a-payload.a-signature-to-keep"
PROXY: Final = "a-proxy-password-to-keep"
WEBHOOK_SECRET: Final = "whsec_YS1zaWduaW5nLXNlY3JldC10by1rZWVw"
ANSWERED: Final = "a-token-of-the-answer"
QUERY: Final = "?user_id="
SECRETS: Final = [
    *(SECRET, PASSWORD, TOKEN, "a-signature-to-keep", PROXY, ANSWERED, QUERY, WEBHOOK_SECRET),
    base64.b64encode(f"{PROJECT}:{SECRET}".encode()).decode(),
    base64.b64encode(f"proxy:{PROXY}".encode()).decode(),
]
AT_ONCE: Final = RetryPolicy(attempts=2, first_pause=0, longest_pause=0)

Call = Callable[[Client], Awaitable[object]]


async def spend(client: Client) -> object:
    """Perform an operation that is sent once."""
    return await client.passwords.authenticate(
        email="ada@example.com", password=PASSWORD, session_token=TOKEN, session_duration_minutes=60
    )


async def read(client: Client) -> object:
    """Perform an operation that is repeated."""
    return await client.sessions.authenticate(session_token=TOKEN)


async def ask(client: Client) -> object:
    """Perform an operation whose arguments are in the URL."""
    return await client.sessions.get(user_id="user-test-1")


async def break_a_limit(client: Client) -> object:
    """Give a number that is refused beside secrets that are not."""
    return await client.passwords.authenticate(
        email="ada@example.com", password=PASSWORD, session_token=TOKEN, session_duration_minutes=1
    )


async def break_a_type(client: Client) -> object:
    """Give a secret of the wrong type."""
    secret: Any = [PASSWORD]
    return await client.passwords.authenticate(email="ada@example.com", password=secret)


async def break_json(client: Client) -> object:
    """Give half a character beside a secret."""
    return await client.passwords.authenticate(email="\ud800", password=PASSWORD)


async def use_after_close(client: Client) -> object:
    """Close the client first."""
    await client.aclose()
    return await spend(client)


async def verify(client: Client) -> object:
    """Verify a token on this machine that is none."""
    return await client.sessions.authenticate_jwt_local(JWT)


async def verify_without_keys(client: Client) -> object:
    """Verify a token for which the keys have to be fetched."""
    header = base64.urlsafe_b64encode(b'{"alg": "RS256", "kid": "key-test-1"}').decode().rstrip("=")
    return await client.sessions.authenticate_jwt_local(f"{header}.{JWT.partition('.')[2]}")


async def come_back(_: Client) -> object:
    """Read a redirect that lacks its type."""
    return read_callback(f"https://app.example.com/?token={TOKEN}")


async def receive(_: Client) -> object:
    """Take a webhook whose signature is another one's."""
    body = f'{{"token": "{ANSWERED}"}}'.encode()
    headers = Webhooks(WEBHOOK_SECRET).sign(body)
    return Webhooks(WEBHOOK_SECRET).verify(body, {**headers, "svix-signature": f"v1,{TOKEN}"})


def refusal(status: int, error_type: str = "some_error") -> Behaviour:
    """Answer with an error document that holds a token."""
    content = {"error_type": error_type, "error_message": "No.", "error_details": ANSWERED, "session_token": ANSWERED}
    return document(content, status, Set_Cookie=ANSWERED)


@attrs.frozen
class Case:
    """A call, what the server does about it, and what comes of it."""

    kind: type[StytchError]
    call: Call
    behaviour: Behaviour = leave


SPOILT: Final = document({"session_token": ANSWERED, "session_jwt": ANSWERED, "user": ANSWERED, "status_code": "200"})
HALF: Final = answer(200, f'{{"session_token": "{ANSWERED}"'.encode())
ENDINGS: Final[dict[str, tuple[type[StytchError], Behaviour]]] = {
    "left": (errors.ReplyLostError, leave),
    "cut off": (errors.ReplyLostError, truncate),
    "bad gzip": (errors.ReplyLostError, answer(200, b"no gzip", Content_Encoding="gzip")),
    "late": (errors.RequestTimeoutError, never_answer),
    "spoilt": (errors.DecodeError, SPOILT),
    "no JSON": (errors.DecodeError, HALF),
    "400": (errors.BadRequestError, refusal(400)),
    "401": (errors.AuthenticationError, refusal(401)),
    "403": (errors.PermissionDeniedError, refusal(403)),
    "tenancy": (errors.TenancyError, refusal(403, "session_authorization_tenancy_error")),
    "404": (errors.NotFoundError, refusal(404)),
    "409": (errors.APIError, refusal(409)),
    "429": (errors.RateLimitError, refusal(429, "too_many_requests")),
    "503": (errors.ServerError, refusal(503)),
}
CASES: Final = {
    "closed": Case(errors.ConfigurationError, use_after_close),
    "limit": Case(errors.InvalidRequestError, break_a_limit),
    "type": Case(errors.InvalidRequestError, break_a_type),
    "half a character": Case(errors.InvalidRequestError, break_json),
    "token": Case(errors.TokenError, verify),
    "no keys": Case(errors.UnavailableError, verify_without_keys),
    "callback": Case(errors.CallbackError, come_back),
    "webhook": Case(errors.WebhookError, receive),
} | {
    f"{call.__name__} {name}": Case(kind, call, behaviour)
    for call in (spend, read, ask)
    for name, (kind, behaviour) in ENDINGS.items()
}


def shown(error: BaseException | None) -> Iterator[tuple[str, str]]:
    """Go through all that is visible of an error: texts, and the variables of each frame, by the place they are at.

    A frame of this file is the caller's own. A variable that bears the name of a secret is what such tools cut out.
    """
    cut = catalog.secret_names()
    while error is not None:
        yield "text", f"{error} {error!r} {getattr(error, '__notes__', '')}"
        for frame, line in traceback.walk_tb(error.__traceback__):
            if frame.f_code.co_filename != __file__:
                for name, value in frame.f_locals.items():
                    if name not in cut:
                        yield f"{frame.f_code.co_filename}:{line} {name}", repr(value)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


async def failure(case: Case, client: Client) -> StytchError:
    """Return the error that a case ends in."""
    async with client:
        with pytest.raises(case.kind) as caught:
            await case.call(client)
    assert type(caught.value) is case.kind
    return caught.value


def leaks(error: StytchError) -> list[str]:
    """Name the places at which an error shows a secret."""
    return [place for place, text in shown(error) for secret in SECRETS if secret in text]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
@OURS
async def test_a_traceback_shows_no_secret(make_transport: MakeTransport, case: Case) -> None:
    """Neither arguments nor credentials, neither the URL's query nor anything from the answer."""
    async with serving(case.behaviour) as server:
        transport = make_transport()
        client = Client(PROJECT, SECRET, base_url=server.url, retry=AT_ONCE, timeout=0.2, transport=transport)
        error = await failure(case, client)

    assert leaks(error) == []


@pytest.mark.parametrize("call", [spend, read, ask])
async def test_a_traceback_shows_no_password_of_a_proxy(call: Call) -> None:
    """A proxy that cannot be reached is told without its credentials."""
    async with serving() as gone:
        address = gone.url.removeprefix("http://")
    transport = AiohttpTransport(proxy=f"http://proxy:{PROXY}@{address}")
    client = Client(PROJECT, SECRET, retry=AT_ONCE, transport=transport)

    error = await failure(Case(errors.NotSentError, call), client)

    assert leaks(error) == []


def test_every_error_is_tried() -> None:
    """A new class needs a case above; those with subclasses are not raised themselves."""
    public = {value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, StytchError)}

    assert {*(case.kind for case in CASES.values()), StytchError, errors.TransportError, errors.NotSentError} == public


def test_a_walk_would_find_a_secret() -> None:
    """The search itself works: an error that was raised over a secret is found."""
    with pytest.raises(ValueError, match="Expecting") as caught:
        json.loads(f"{{{PASSWORD}")

    assert any(PASSWORD in text for _, text in shown(caught.value))
