"""The base URLs that directories call, and who answers there."""

import re
from typing import Final

from stytch_async.emulator.front.credentials import check_vertical
from stytch_async.emulator.state.project import Project
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["answer_directory", "connection_called"]

BASE: Final = re.compile(
    r".*/v1/b2b/scim/(?P<connection_id>scim-connection-[^/?]+)(?P<path>/(?!connection(/|$))[^?]*|/?$)"
)
"""Where a base URL stands in a path; what follows with ``connection`` is Stytch's own API."""


def connection_called(url: str) -> str | None:
    """Return the id of the SCIM connection whose base URL is called, ``None`` for any other URL."""
    found = BASE.match(url.partition("?")[0])
    return None if found is None else found["connection_id"]


def answer_directory(project: Project, connection_id: str, request: HTTPRequest) -> HTTPResponse:
    """Carry out what a directory asks."""
    from stytch_async.emulator.scim.service import answer  # noqa: PLC0415 - few tests have a directory, and it loads long

    check_vertical(project, "b2b")
    path = request.url.partition("?")[0].partition(f"/{connection_id}")[2]
    return answer(project, project.scim_connections.get(connection_id), request, path)
