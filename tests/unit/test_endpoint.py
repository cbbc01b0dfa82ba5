"""Endpoints: one declaration, seen by callers, by `help` and by tracebacks."""

import inspect
import pydoc
import traceback
from typing import Annotated, Final, Generic, TypeVar

import attrs
import pytest

from stytch_async import (
    APIError,
    Client,
    HTTPRequest,
    HTTPResponse,
    InvalidRequestError,
    NotFoundError,
    RetryPolicy,
)
from stytch_async.api.consumer.sessions import Sessions
from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.markers import Between

T = TypeVar("T")


@attrs.define(kw_only=True)
class PaintRequest:
    """Paint a thing.

    Args:
        layers: How often.

    """

    thing_id: str
    layers: Annotated[int, Between(1, 9)] | None = None


@attrs.define(kw_only=True)
class PaintResponse:
    """The thing with its new colour."""

    request_id: str


class Brushes(Resource):
    """What things are painted with."""

    wash: Final = endpoint("POST", "/v1/brushes/wash", PaintRequest, PaintResponse, IDEMPOTENT)


class Things(Resource):
    """Things."""

    brushes: Brushes

    paint: Final = endpoint("PUT", "/v1/things/{thing_id}", PaintRequest, PaintResponse, ONCE, host="fraud")


class Answering:
    """A transport that gives the same answer to every request."""

    def __init__(self, status: int, content: bytes) -> None:
        self.answer = HTTPResponse(status, {}, content)
        self.sent: list[HTTPRequest] = []

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Give the answer."""
        self.sent.append(request)
        return self.answer

    async def aclose(self) -> None:
        """Have nothing to release."""


def things(status: int = 200, content: bytes = b'{"request_id": "r"}') -> tuple[Things, Answering]:
    """Make a resource, and the transport that it reaches."""
    transport = Answering(status, content)
    client = Client("project-test-1", "secret-test-1", transport=transport)
    return Things(client.users._pipeline), transport


async def test_a_call_is_sent_to_the_host_of_its_operation() -> None:
    """Keywords become the request, and the answer has the class that was declared."""
    resource, transport = things()

    answer = await resource.paint(thing_id="1", layers=2)

    (request,) = transport.sent
    assert answer == PaintResponse(request_id="r")
    assert (request.method, request.url) == ("PUT", "https://telemetry.stytch.com/v1/things/1")
    assert request.content == b'{"layers":2}'


def test_an_endpoint_knows_its_operation_on_class_and_instance() -> None:
    """Whether it is bound or not, the operation is the same object."""
    resource, _ = things()

    operation = Things.paint.operation

    assert resource.paint.operation is operation
    assert (operation.method, operation.path, operation.host) == ("PUT", "/v1/things/{thing_id}", "fraud")
    assert (operation.request, operation.response, operation.retry) == (PaintRequest, PaintResponse, ONCE)
    assert str(operation) == "PUT /v1/things/{thing_id}"


def test_operations_are_told_apart_by_identity() -> None:
    """Two equal declarations are two operations, so that either can be a key."""
    one, other = (endpoint("GET", "/v1/x", PaintRequest, PaintResponse, SAFE).operation for _ in range(2))

    assert one != other
    assert len({one, other}) == 2


def test_the_signature_is_that_of_the_request() -> None:
    """Names, defaults and types are the fields', and the answer's class is the return type."""
    resource, _ = things()

    bound, unbound = inspect.signature(resource.paint), inspect.signature(Things.paint)

    assert list(bound.parameters) == ["thing_id", "layers"]
    assert list(unbound.parameters) == ["self", "thing_id", "layers"]
    assert bound.parameters["thing_id"].default is inspect.Parameter.empty
    assert bound.parameters["layers"].default is None
    assert {parameter.kind for parameter in bound.parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}
    assert bound.parameters["thing_id"].annotation is str
    assert bound.return_annotation is PaintResponse


def test_an_endpoint_is_a_named_coroutine_function() -> None:
    """Debuggers, frameworks and `help` see what it is, and where it stands."""
    assert inspect.iscoroutinefunction(Things.paint)
    assert (Things.paint.__name__, Things.paint.__qualname__) == ("paint", "Things.paint")
    assert Things.paint.__module__ == __name__
    assert Things.paint.__doc__ == PaintRequest.__doc__
    assert "Paint a thing." in pydoc.render_doc(Things.paint)


def test_groups_are_made_when_they_are_first_used() -> None:
    """A group that an annotation names shares the pipeline."""
    resource, _ = things()

    assert "brushes" not in vars(resource)
    assert resource.brushes is resource.brushes
    assert type(resource.brushes) is Brushes
    assert resource.brushes._pipeline is resource._pipeline
    assert "brushes" in dir(things()[0])


def test_an_unknown_attribute_is_named() -> None:
    """A misspelt endpoint is an ordinary attribute error."""
    resource, _ = things()

    with pytest.raises(AttributeError, match="'Things' object has no attribute 'pain'") as caught:
        resource.pain  # noqa: B018

    assert (caught.value.name, caught.value.obj) == ("pain", resource)


@pytest.mark.parametrize("arguments", [{}, {"thing_id": "1", "color": 1}], ids=["missing", "unknown"])
async def test_wrong_names_are_type_errors(arguments: dict[str, str]) -> None:
    """As with any function, and nothing is sent."""
    resource, transport = things()

    with pytest.raises(TypeError, match=r"missing 1 required keyword-only|unexpected keyword"):
        await resource.paint(**arguments)

    assert transport.sent == []


async def test_positional_arguments_are_type_errors() -> None:
    """Every argument has a name, so that Stytch may add some anywhere; the error names the endpoint."""
    resource, transport = things()

    with pytest.raises(TypeError, match=r"^Things\.paint\(\) takes keywords only$"):
        await resource.paint("1")

    assert transport.sent == []


async def test_an_endpoint_of_a_client_is_named_as_it_is_reached() -> None:
    """However deep the group, the error shows what stands behind the client's name."""
    client = Client("project-test-1", "secret-test-1")

    with pytest.raises(TypeError, match=r"^users\.get\(\) takes keywords only$"):
        await client.users.get("user-test-1")
    with pytest.raises(TypeError, match=r"^passwords\.email\.reset\(\) takes keywords only$"):
        await client.passwords.email.reset("token")


async def test_a_refused_argument_is_never_sent() -> None:
    """The error names operation and argument."""
    resource, transport = things()

    with pytest.raises(InvalidRequestError, match=r"PUT /v1/things/\{thing_id\}: layers must be from 1 to 9"):
        await resource.paint(thing_id="1", layers=10)

    assert transport.sent == []


async def test_a_resource_may_be_generic() -> None:
    """Products that share endpoints can name the classes in which they differ."""

    class Shelf(Resource, Generic[T]):
        """A shelf of anything."""

    class Books(Shelf[str]):
        """A shelf of books."""

        read: Final = endpoint("GET", "/v1/books", PaintRequest, PaintResponse, SAFE)

    assert Books.read.__qualname__.endswith("Books.read")


async def test_the_traceback_of_an_api_error_shows_only_our_own_way() -> None:
    """From the caller's line it is three steps to where the error was raised, even after repeats."""
    content = b'{"error_type": "thing_not_found", "error_message": "No."}'
    resource, _ = things(404, content)

    with pytest.raises(NotFoundError) as caught:
        await resource.paint(thing_id="1")

    frames = [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert frames[1:] == ["call", "run", "decode"]
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


async def test_the_traceback_is_as_short_after_repeats() -> None:
    """What repeats the request leaves no frames behind."""
    transport = Answering(503, b"")
    client = Client("project-test-1", "secret-test-1", transport=transport)

    with pytest.raises(APIError) as caught:
        await client.with_options(retry=RetryPolicy(first_pause=0, longest_pause=0)).sessions.get(user_id="user-test-1")

    assert len(transport.sent) == 3
    assert [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)][1:] == ["call", "run", "decode"]


def test_real_endpoints_look_the_same() -> None:
    """The declarations of the API are made in this way, too."""
    assert Sessions.authenticate.__qualname__ == "Sessions.authenticate"
    assert Sessions.authenticate.__doc__ == Sessions.authenticate.operation.request.__doc__
    assert inspect.signature(Sessions.authenticate).return_annotation is Sessions.authenticate.operation.response
