"""What the resources of either type have in common."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import Any, Protocol, TypeVar

from scim2_models import Resource

from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.scim import SCIMConnection

__all__ = ["AnyCollection", "Collection", "document", "location"]

Row = TypeVar("Row")
R = TypeVar("R", bound=Resource[Any])


class Collection(Protocol[Row, R]):
    """The resources of one type, each of which stands for a row; refusals are Stytch's own."""

    @property
    def model(self) -> type[R]:
        """The type of the resources."""
        ...

    def rows(self) -> list[Row]:
        """Return all rows, the oldest first."""
        ...

    def find(self, resource_id: str) -> Row | None:
        """Return the row with an id."""
        ...

    def show(self, row: Row) -> R:
        """Return a row as a resource."""
        ...

    def add(self, resource: R) -> Row:
        """Make a row of a resource, or refuse."""
        ...

    def change(self, row: Row, resource: R) -> None:
        """Make a row say what a resource says, or refuse and change nothing."""
        ...

    def remove(self, row: Row) -> None:
        """Remove a row."""
        ...


AnyCollection = Collection[Any, Any]


def location(project: Project, connection: SCIMConnection, endpoint: str, resource_id: str = "") -> str:
    """Return where a resource is, or all of its type."""
    return f"{project.base_url}/v1/b2b/scim/{connection.id}/{endpoint}{f'/{resource_id}' if resource_id else ''}"


def document(
    told: Mapping[str, Any], *, name: str, url: str, created_at: dt.datetime, updated_at: dt.datetime
) -> dict[str, Any]:
    """Return a resource as JSON, with what is to be known about it; its version follows from what it says."""
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]
    meta = {
        "resourceType": name,
        "created": created_at,
        "lastModified": updated_at,
        "location": url,
        "version": f'W/"{digest}"',
    }
    return {**told, "meta": meta}
