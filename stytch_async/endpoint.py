"""One declaration an endpoint: what is known of an operation, and the coroutine function that performs it."""

import enum
import functools
import inspect
from collections.abc import Callable, Coroutine
from typing import Any, Generic, Literal, ParamSpec, Protocol, Self, TypeVar, cast, overload

import attrs

from stytch_async.groups import Group

__all__ = [
    "IDEMPOTENT",
    "ONCE",
    "SAFE",
    "BoundEndpoint",
    "Endpoint",
    "Operation",
    "Resource",
    "RetryClass",
    "Runner",
    "endpoint",
]

P = ParamSpec("P")
Q = TypeVar("Q")
R = TypeVar("R")

Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
Host = Literal["api", "fraud"]
Dialect = Literal["json", "form", "oauth2"]
Package = Literal["consumer", "b2b", "both", "management", "saml_shield"]


class RetryClass(enum.Enum):
    """What an operation does to Stytch when it is sent twice."""

    SAFE = "safe"
    """It changes nothing."""
    IDEMPOTENT = "idempotent"
    """The second time finds the work done."""
    ONCE = "once"
    """It spends a token or code, sends a message, creates or exchanges something."""


SAFE = RetryClass.SAFE
IDEMPOTENT = RetryClass.IDEMPOTENT
ONCE = RetryClass.ONCE


@attrs.frozen(eq=False)
class Operation(Generic[Q, R]):
    """What is known of an endpoint besides its name.

    Attributes:
        method: The HTTP method.
        path: The path template, with parameters in braces.
        request: The attrs class of its arguments.
        response: The attrs class of its answer.
        retry: What repeating it would do.
        host: Which of Stytch's hosts serves it.
        dialect: How the body is written: JSON or a form; ``oauth2`` is a form that carries its own credentials.
        public: Whether Stytch asks for no credentials of the project.

    """

    method: Method
    path: str
    request: type[Q]
    response: type[R]
    retry: RetryClass
    host: Host
    dialect: Dialect
    public: bool

    @property
    def package(self) -> Package:
        """Which API has it, ``both`` being those of Consumer and B2B: the package that its schemas are in."""
        return cast("Package", self.request.__module__.split(".")[2])

    def __str__(self) -> str:
        """Name the operation as errors and log lines do."""
        return f"{self.method} {self.path}"


class Runner(Protocol):
    """Performs operations; the pipeline of a client."""

    @property
    def project_id(self) -> str:
        """The project that the operations are performed for."""
        ...

    async def run(self, operation: Operation[Q, R], request: Q, /) -> R:
        """Perform the operation and return its answer."""
        ...


class Resource:
    """A group of endpoints, reached as an attribute of a client or of another group.

    Groups that a class names in its annotations are made when they are first used.
    """

    def __init__(self, pipeline: Runner) -> None:
        self._pipeline = pipeline
        self._path = type(self).__name__

    def __init_subclass__(cls) -> None:
        """Tell each endpoint of the class its name, and make its groups reachable."""
        super().__init_subclass__()
        for name, value in vars(cls).items():
            if hasattr(value, "operation"):
                value.__name__ = name
                value.__qualname__ = f"{cls.__qualname__}.{name}"
                value.__module__ = cls.__module__
        for name, kind in inspect.get_annotations(cls).items():
            if isinstance(kind, type) and issubclass(kind, Resource):
                setattr(cls, name, Group(name, functools.partial(_known, kind)))


class BoundEndpoint(Protocol[P, Q, R]):
    """An endpoint of a client: ``client.users.get``."""

    @property
    def operation(self) -> Operation[Q, R]:
        """What the endpoint performs."""
        ...

    def __call__(  # noqa: D102 - editors would show this instead of what the endpoint does
        self, *args: P.args, **kwargs: P.kwargs
    ) -> Coroutine[None, None, R]: ...


class Endpoint(Protocol[P, Q, R]):
    """A coroutine function that performs one operation; a method of its `Resource`."""

    @property
    def operation(self) -> Operation[Q, R]:
        """What the endpoint performs."""
        ...

    def __call__(self, resource: Resource, /, *args: P.args, **kwargs: P.kwargs) -> Coroutine[None, None, R]:
        """Build the request from the arguments, perform it and return the answer."""
        ...

    @overload
    def __get__(self, instance: None, owner: type[Resource], /) -> Self: ...
    @overload
    def __get__(self, instance: Resource, owner: type[Resource] | None = None, /) -> BoundEndpoint[P, Q, R]: ...


def endpoint(
    method: Method,
    path: str,
    request: Callable[P, Q],
    response: type[R],
    retry: RetryClass,
    /,
    *,
    host: Host = "api",
    dialect: Dialect = "json",
    public: bool = False,
) -> Endpoint[P, Q, R]:
    """Declare an endpoint.

    Args:
        method: The HTTP method.
        path: The path template; a field of the request fills each parameter in braces.
        request: The attrs class whose fields are the arguments and whose docstring is the documentation.
        response: The attrs class of the answer.
        retry: What repeating the operation would do.
        host: Which of Stytch's hosts serves it.
        dialect: How the body is written: JSON or a form; ``oauth2`` is a form that carries its own credentials.
        public: Whether Stytch asks for no credentials of the project.

    """
    operation = Operation(method, path, cast("type[Q]", request), response, retry, host, dialect, public)

    async def call(self: Resource, /, *args: P.args, **kwargs: P.kwargs) -> R:
        name, pipeline = self._path, self._pipeline  # pyright: ignore[reportPrivateUsage]  # this is a method of `self`
        try:
            if args:
                raise TypeError(f"{name}.{call.__name__}() takes keywords only")
            message = request(*args, **kwargs)
        finally:
            # A traceback shows this frame: the message knows which of its fields to hide, these do not.
            del args, kwargs
        return await pipeline.run(operation, message)

    _document(call, operation)
    return cast("Endpoint[P, Q, R]", call)


def _document(call: Any, operation: Operation[Any, Any]) -> None:  # noqa: ANN401 - a function is given new attributes
    """Let `help`, editors and Sphinx see the arguments and the docstring of the request class."""
    arguments = inspect.signature(operation.request).parameters.values()
    self_ = inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)
    call.operation = operation
    call.__doc__ = operation.request.__doc__
    call.__signature__ = inspect.Signature([self_, *arguments], return_annotation=operation.response)
    call.__annotations__ = {argument.name: argument.annotation for argument in arguments}
    call.__annotations__["return"] = operation.response


def _known(kind: type[Resource]) -> type[Resource]:
    return kind
