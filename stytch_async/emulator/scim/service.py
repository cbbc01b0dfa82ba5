"""One request of a directory, one answer."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

from pydantic import ValidationError
from scim2_models import (
    Error,
    InvalidValueException,
    NotFoundException,
    NotImplementedException,
    SCIMException,
    UnauthorizedException,
    UniquenessException,
)

from stytch_async.emulator.refusals.members import (
    DESIRED_EMAIL_UPDATING_FOR_DIFFERENT_MEMBER,
    DUPLICATE_MEMBER_EMAIL,
    RETIRED_MEMBER_EMAIL,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.b2b.scim.entries import is_bearer_token
from stytch_async.emulator.scim import discovery, resources
from stytch_async.emulator.scim.calls import Call, MethodNotAllowedException, problem
from stytch_async.emulator.scim.models import PROVIDER
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.scim import SCIMConnection
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["answer"]

Action = Callable[[Call], HTTPResponse]

TAKEN: Final = {DESIRED_EMAIL_UPDATING_FOR_DIFFERENT_MEMBER, DUPLICATE_MEMBER_EMAIL, RETIRED_MEMBER_EMAIL}
"""The refusals of an address that is somebody else's."""

ALL: Final[Mapping[str, Action]] = MappingProxyType({"GET": resources.query, "POST": resources.create})
ONE: Final[Mapping[str, Action]] = MappingProxyType(
    {"GET": resources.get, "PUT": resources.replace, "PATCH": resources.patch, "DELETE": resources.remove}
)
SEARCH: Final[Mapping[str, Action]] = MappingProxyType({"POST": resources.search})

PATHS: Final[Mapping[tuple[str, str], Mapping[str, Action]]] = {
    ("", ""): {"GET": resources.query},
    (".search", ""): SEARCH,
    ("Groups", ""): ALL,
    ("Groups", ".search"): SEARCH,
    ("Groups", "{id}"): ONE,
    ("ResourceTypes", ""): {"GET": discovery.show_all},
    ("ResourceTypes", "{id}"): {"GET": discovery.show_one},
    ("Schemas", ""): {"GET": discovery.show_all},
    ("Schemas", "{id}"): {"GET": discovery.show_one},
    ("ServiceProviderConfig", ""): {"GET": discovery.show_config},
    ("Users", ""): ALL,
    ("Users", ".search"): SEARCH,
    ("Users", "{id}"): ONE,
}
"""By the parts of the path below the base URL, and by method: what is done."""

NOT_SUPPORTED: Final = {"Bulk", "Me"}


def answer(project: Project, connection: SCIMConnection | None, request: HTTPRequest, path: str) -> HTTPResponse:
    """Carry out a request.

    Args:
        project: Where the members are.
        connection: Whose base URL is called; ``None`` where no connection has that one.
        request: The whole request.
        path: Where it goes, below the base URL.

    """
    try:
        with PROVIDER:
            return _carry_out(project, connection, request, path)
    except SCIMException as error:
        return problem(error)
    except ValidationError as error:
        return problem(SCIMException.from_error(Error.from_validation_errors(error)[0]))
    except Refusal as refusal:
        refused = UniquenessException if refusal.reason in TAKEN else InvalidValueException
        return problem(refused(detail=refusal.message))


def _carry_out(project: Project, connection: SCIMConnection | None, request: HTTPRequest, path: str) -> HTTPResponse:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if connection is None or scheme.lower() != "bearer" or not is_bearer_token(project, connection, token):
        raise UnauthorizedException
    name, _, item = path.strip("/").partition("/")
    call = Call(project=project, connection=connection, request=request, name=name, item=unquote(item))
    return _action(call)(call)


def _action(call: Call) -> Action:
    """Return what is to be done, or refuse what cannot be."""
    if call.name in NOT_SUPPORTED:
        raise NotImplementedException
    methods = PATHS.get((call.name, call.item)) or PATHS.get((call.name, "{id}" if call.item else ""))
    if methods is None:
        raise NotFoundException
    if call.request.method not in methods:
        raise MethodNotAllowedException
    return methods[call.request.method]
