"""The directory of an identity provider, played for a test: it speaks SCIM 2.0 to the base URL of a connection."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import urlencode

from stytch_async.emulator.front.service import serve
from stytch_async.emulator.rules.b2b.scim.views import base_url
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.world.person import Person
from stytch_async.transports.interface import HTTPRequest

__all__ = ["Directory", "DirectoryError", "directory_of"]

CORE: Final = "urn:ietf:params:scim:schemas:core:2.0"
PATCH: Final = "urn:ietf:params:scim:api:messages:2.0:PatchOp"


class DirectoryError(Exception):
    """Stytch refuses what a directory sends.

    Attributes:
        status: The HTTP status.
        scim_type: What SCIM calls it, such as ``uniqueness``; ``None`` where it has no name for it.
        detail: What is said to people.

    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        """Read the answer."""
        self.status: int = int(document["status"])
        self.scim_type: str | None = document.get("scimType")
        self.detail: str = document.get("detail", "")
        super().__init__(f"{self.status} {self.scim_type or ''}: {self.detail}")


class Directory:
    """The directory behind a SCIM connection: Okta's, Microsoft Entra's, or anybody's.

    Attributes:
        base_url: What it was told to call.
        bearer_token: What it shows there; give it the next one while the token is being replaced.

    """

    def __init__(self, project: Project, connection_id: str) -> None:
        """Set up the directory with what the connection has shown."""
        connection = project.scim_connections[connection_id]
        self._project = project
        self._people: dict[Person | str, str] = {}
        self._groups: dict[str, str] = {}
        self.base_url: str = base_url(project, connection)
        self.bearer_token: str = connection.token.value

    def add(self, person: Person | str, *, attributes: Mapping[str, Any] | None = None) -> str:
        """Assign the app to somebody, who becomes a member by that, and return Stytch's id of the entry.

        Args:
            person: Who it is, or their email address.
            attributes: What else to tell of them, by the names of SCIM: ``{"title": "Engineer"}``.

        Raises:
            DirectoryError: Stytch refuses.

        """
        told = {"schemas": [f"{CORE}:User"], "active": True, **_told(person), **(attributes or {})}
        self._people[person] = self.send("POST", "/Users", told)["id"]
        return self._people[person]

    def update(self, person: Person | str, *, attributes: Mapping[str, Any] | None = None) -> None:
        """Tell of somebody as they are now: a new address or name, or other attributes; otherwise as `add`."""
        self._patch(person, {**_told(person), **(attributes or {})})

    def deactivate(self, person: Person | str) -> None:
        """Take the app from somebody, who may get it back.

        Raises:
            DirectoryError: Stytch refuses.

        """
        self._patch(person, {"active": False})

    def reactivate(self, person: Person | str) -> None:
        """Give the app back to somebody; otherwise as `deactivate`."""
        self._patch(person, {"active": True})

    def remove(self, person: Person | str) -> None:
        """Delete somebody's entry for good; otherwise as `deactivate`."""
        self.send("DELETE", f"/Users/{self._id_of(person)}")
        self._people.pop(person, None)

    def push(self, group: str, people: Iterable[Person | str]) -> str:
        """Tell of a group and of everybody who is in it now, and return Stytch's id of the group.

        Raises:
            DirectoryError: Stytch refuses.

        """
        members = [{"value": self._id_of(person)} for person in people]
        told = {"schemas": [f"{CORE}:Group"], "displayName": group, "members": members}
        if group in self._groups:
            self.send("PUT", f"/Groups/{self._groups[group]}", told)
        else:
            self._groups[group] = self.send("POST", "/Groups", told)["id"]
        return self._groups[group]

    def drop(self, group: str) -> None:
        """Delete a group that was pushed.

        Raises:
            DirectoryError: Stytch refuses.

        """
        self.send("DELETE", f"/Groups/{self._groups.pop(group)}")

    def send(
        self,
        method: str,
        path: str,
        document: Mapping[str, Any] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        """Send a request of one's own, and return what is answered.

        Args:
            method: Such as ``PATCH``.
            path: Where to, below the base URL: ``/Users/…``, with a query if there is one.
            document: The body, which is sent as JSON.
            headers: Besides the token and the type of the body.

        Raises:
            DirectoryError: Stytch refuses.

        """
        base, _, flag = self.base_url.partition("?")
        url = f"{base}{path}{('&' if '?' in path else '?') + flag if flag else ''}"
        sent = {
            "Authorization": f"Bearer {self.bearer_token}",
            "Content-Type": "application/scim+json",
            **(headers or {}),
        }
        body = None if document is None else json.dumps(document).encode()
        response = serve(self._project, HTTPRequest(method, url, sent, body, None))
        answer: dict[str, Any] = json.loads(response.content or b"{}")
        if response.status >= 400:
            raise DirectoryError(answer)
        return answer

    def _patch(self, person: Person | str, attributes: Mapping[str, Any]) -> None:
        operations = [{"op": "replace", "value": attributes}]
        self.send("PATCH", f"/Users/{self._id_of(person)}", {"schemas": [PATCH], "Operations": operations})

    def _id_of(self, person: Person | str) -> str:
        """Return Stytch's id of an entry; of one that was not added here, Stytch is asked."""
        if person in self._people:
            return self._people[person]
        email = person if isinstance(person, str) else person.email
        found = self.send("GET", f"/Users?{urlencode({'filter': f'userName eq {json.dumps(email)}'})}")["Resources"]
        if not found:
            raise ValueError(f"{email} is not in the directory: add them first")
        return str(found[0]["id"])

    def __repr__(self) -> str:
        """Tell what it calls."""
        return f"Directory({self.base_url!r})"


def directory_of(project: Project, organization_id: str) -> Directory:
    """Return the directory behind the SCIM connection of an organization.

    Raises:
        ValueError: It has none.

    """
    connection = project.scim_connections.by_organization.first(organization_id)
    if connection is None:
        raise ValueError("the organization has no SCIM connection: create one first")
    return Directory(project, connection.id)


def _told(person: Person | str) -> dict[str, Any]:
    """Return what is told of everybody."""
    email, name = (person, "") if isinstance(person, str) else (person.email, person.name)
    given, _, family = name.partition(" ")
    told = {"userName": email, "emails": [{"value": email, "type": "work", "primary": True}]}
    return told | ({"name": {"formatted": name, "givenName": given, "familyName": family}} if name else {})
