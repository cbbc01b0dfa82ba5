import json
from typing import Any
from urllib.parse import parse_qs

import attrs
import pytest

from stytch_async import (
    APIError,
    ConfigurationError,
    HTTPRequest,
    HTTPResponse,
    InvalidRequestError,
    RetryPolicy,
    SAMLShieldClient,
    TransportError,
)
from stytch_async.errors import ReplyLostError
from stytch_async.schemas.saml_shield.saml import ValidateResponse

PUBLIC_TOKEN = "public-token-live-00000000-0000-4000-8000-000000000000"
SAML_RESPONSE = "PHNhbWxwOlJlc3BvbnNlPisvPQ+/=="
CLEAN = HTTPResponse(
    200,
    {"Content-Type": "application/json"},
    json.dumps({"request_id": "request-id-1", "status_code": 200, "message": "nothing found"}).encode(),
)


@attrs.define
class Judge:
    """A transport that keeps what it carries, and gives its answers in turn."""

    answers: list[HTTPResponse | TransportError] = attrs.field(factory=lambda: [CLEAN])
    requests: list[HTTPRequest] = attrs.field(factory=list)

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Keep the request."""
        self.requests.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, TransportError):
            raise answer
        return answer

    async def aclose(self) -> None:
        """Do nothing: there is nothing to release."""


async def test_a_response_goes_out_as_a_form() -> None:
    """The field bears the name that identity providers give it, and the public token is the bearer's."""
    judge = Judge()

    async with SAMLShieldClient(PUBLIC_TOKEN, transport=judge) as client:
        verdict = await client.saml.validate(saml_response=SAML_RESPONSE)

    (request,) = judge.requests
    assert verdict == ValidateResponse(request_id="request-id-1", status_code=200, message="nothing found")
    assert (request.method, request.url) == ("POST", "https://api.samlshield.com/v1/saml/validate")
    assert request.headers["Authorization"] == f"Bearer {PUBLIC_TOKEN}"
    assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert parse_qs((request.content or b"").decode()) == {"SAMLResponse": [SAML_RESPONSE]}


async def test_a_verdict_needs_no_message() -> None:
    """That it arrived with a success is all that counts."""
    judge = Judge([HTTPResponse(200, {}, b'{"request_id": "request-id-1", "status_code": 200}')])

    verdict = await SAMLShieldClient(PUBLIC_TOKEN, transport=judge).saml.validate(saml_response=SAML_RESPONSE)

    assert verdict.message is None


async def test_what_is_found_is_an_error() -> None:
    """A response that is not to be trusted cannot be taken for a good one."""
    document = {
        "request_id": "request-id-1",
        "status_code": 400,
        "error_type": "invalid_saml_response",
        "error_message": "two assertions",
    }
    judge = Judge([HTTPResponse(400, {}, json.dumps(document).encode())])

    with pytest.raises(APIError, match="two assertions") as refused:
        await SAMLShieldClient(PUBLIC_TOKEN, transport=judge).saml.validate(saml_response=SAML_RESPONSE)

    assert refused.value.error_type == "invalid_saml_response"
    assert SAML_RESPONSE not in str(refused.value)


async def test_a_check_may_be_repeated() -> None:
    """To judge changes nothing, so that a lost reply is asked for again."""
    judge = Judge([ReplyLostError("the connection was closed"), CLEAN])
    client = SAMLShieldClient(PUBLIC_TOKEN, transport=judge, retry=RetryPolicy(first_pause=0))

    verdict = await client.saml.validate(saml_response=SAML_RESPONSE)

    assert verdict.status_code == 200
    assert len(judge.requests) == 2


async def test_a_missing_argument_is_named_as_it_is_in_python() -> None:
    """The name that travels is none of the caller's business."""
    absent: Any = None

    with pytest.raises(InvalidRequestError) as refused:
        await SAMLShieldClient(PUBLIC_TOKEN, transport=Judge([])).saml.validate(saml_response=absent)

    assert refused.value.field == "saml_response"


@pytest.mark.parametrize("token", ["", "public token", f"{PUBLIC_TOKEN}\n", "tökèn"])
def test_a_token_that_cannot_be_a_header_is_refused(token: str) -> None:
    """The error tells what is wrong, and not what was given."""
    with pytest.raises(ConfigurationError) as refused:
        SAMLShieldClient(token)

    assert str(refused.value) == "public_token is sent as a header: it must be plain ASCII without white space"


@pytest.mark.parametrize(
    ("options", "problem"),
    [({"base_url": "http://example.com"}, "base_url is plain http"), ({"timeout": 0}, "timeout must be")],
    ids=str,
)
def test_options_are_checked(options: dict[str, Any], problem: str) -> None:
    """They obey the same rules as those of the other clients."""
    with pytest.raises(ConfigurationError, match=problem):
        SAMLShieldClient(PUBLIC_TOKEN, **options)


def test_the_client_shows_no_token() -> None:
    """Neither its repr nor that of anything that it holds."""
    client = SAMLShieldClient(PUBLIC_TOKEN, base_url="http://gateway.example.com/shield/", allow_http=True)

    shown = " ".join(repr(part) for part in (client, client.saml, *vars(client).values()))

    assert repr(client) == "SAMLShieldClient(base_url='http://gateway.example.com/shield')"
    assert PUBLIC_TOKEN not in shown
