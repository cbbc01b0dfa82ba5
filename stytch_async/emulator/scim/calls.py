"""What a directory asks, and the answers to it."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import attrs
from multidict import CIMultiDict
from scim2_models import (
    Error,
    InvalidSyntaxException,
    NotFoundException,
    PreconditionFailedException,
    ResponseParameters,
    SCIMException,
    UnauthorizedException,
)

from stytch_async.emulator.scim.collection import AnyCollection
from stytch_async.emulator.scim.groups import Groups
from stytch_async.emulator.scim.users import Users
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.scim import SCIMConnection
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["CONTENT_TYPE", "Call", "MethodNotAllowedException", "problem", "reply"]

CONTENT_TYPE: Final = "application/scim+json"


class MethodNotAllowedException(SCIMException):
    """There is such a path, but nothing that the method would do there."""

    status = 405
    _default_detail = "The method is not supported here"


@attrs.frozen(kw_only=True)
class Call:
    """A request of a directory.

    Attributes:
        name: The first part of the path below the base URL, such as ``Users``.
        item: The second, such as an id.

    """

    project: Project
    connection: SCIMConnection
    request: HTTPRequest
    name: str
    item: str

    @property
    def collections(self) -> list[AnyCollection]:
        """The resources that the path is about: those of one type, or all."""
        every: dict[str, AnyCollection] = {
            "Users": Users(self.project, self.connection),
            "Groups": Groups(self.project, self.connection),
        }
        return [every[self.name]] if self.name in every else [*every.values()]

    @property
    def query(self) -> dict[str, str]:
        """What the query says."""
        return dict(parse_qsl(urlsplit(self.request.url).query, keep_blank_values=True))

    @property
    def wanted(self) -> ResponseParameters[Any]:
        """Which attributes the answer is to show."""
        return ResponseParameters[Any].model_validate(self.query)

    @property
    def body(self) -> dict[str, Any]:
        """What the body says."""
        try:
            read = json.loads(self.request.content or b"")
            json.dumps(read, ensure_ascii=False, allow_nan=False).encode()  # NaN and half a character are not JSON
        except (ValueError, RecursionError):
            raise InvalidSyntaxException(detail="the body is not JSON") from None
        if not isinstance(read, dict):
            raise InvalidSyntaxException(detail="the body is not a JSON object")
        return read  # pyright: ignore[reportUnknownVariableType] - JSON

    def find(self) -> tuple[AnyCollection, Any]:
        """Return what the path names, or refuse what there is not."""
        [collection] = self.collections
        row = collection.find(self.item)
        if row is None:
            raise NotFoundException
        return collection, row

    def check_version(self, version: str) -> None:
        """Refuse to change a resource that is not any more as the directory has seen it (RFC 7644, 3.14)."""
        known = self.request.headers.get("If-Match", "*")
        if not _names(known, version):
            raise PreconditionFailedException

    def knows(self, version: str) -> bool:
        """Whether the directory has that version already."""
        return _names(self.request.headers.get("If-None-Match", ""), version)


def _names(tags: str, version: str) -> bool:
    """Whether a header names a version; strong and weak tags are compared alike, as all of ours are weak."""
    given = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
    return "*" in given or version.removeprefix("W/") in given


def reply(
    status: int, document: Mapping[str, Any] | None = None, headers: Mapping[str, str] = MappingProxyType({})
) -> HTTPResponse:
    """Return a response."""
    content = b"" if document is None else json.dumps(document).encode()
    return HTTPResponse(status, CIMultiDict({"Content-Type": CONTENT_TYPE, **headers}), content)


def problem(error: SCIMException) -> HTTPResponse:
    """Return the response that says why a request is refused (RFC 7644, 3.12)."""
    found: Error = error.to_error()
    headers = {"WWW-Authenticate": "Bearer"} if isinstance(error, UnauthorizedException) else {}
    return reply(error.status, found.model_dump(), headers)
