"""What identity providers have in common, whatever protocol they speak."""

import functools
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from stytch_async.emulator.state.project import Project
from stytch_async.emulator.world.browser import start_url_of, visit
from stytch_async.emulator.world.directory import Directory, directory_of
from stytch_async.emulator.world.person import Person

__all__ = ["IdentityProvider"]

A = TypeVar("A")
F = TypeVar("F")


class IdentityProvider(ABC, Generic[A, F]):
    """An identity provider behind an SSO connection; its people need not be known to it first."""

    def __init__(self, project: Project, connection_id: str) -> None:
        """Begin to serve a connection, which may be pending still."""
        self._project = project
        self._connection_id = connection_id
        self._sent: tuple[str, Mapping[str, str] | None] | None = None

    @functools.cached_property
    def directory(self) -> Directory:
        """The directory from which the identity provider tells of its people, over the organization's SCIM connection.

        Raises:
            ValueError: The organization has no SCIM connection.

        """
        return directory_of(self._project, self._project.connections[self._connection_id].organization_id)

    def log_in(
        self,
        person: Person | str,
        *,
        start_url: str | None = None,
        attributes: Mapping[str, A] | None = None,
        groups: Iterable[str] = (),
        subject: str | None = None,
        flaw: F | None = None,
    ) -> str:
        """Log somebody in, and return the URL in the app that their browser comes to.

        Args:
            person: Who it is, or their email address.
            start_url: Where the browser starts, as `SSO.start_url` makes it; by default one of the connection without
                further parameters.
            attributes: What else to tell of them: attributes by this identity provider's own names, or claims of the
                ID token.
            groups: The groups that they are in.
            subject: What to call them; by default their address.
            flaw: What is to be wrong with the answer.

        Raises:
            APIError: Stytch refuses, and the browser comes to no app.
            ValueError: The start URL leads to another identity provider.

        """
        url = visit(self._project, start_url or start_url_of(self._project, self._connection_id))
        return self.receive(person, url, attributes=attributes, groups=groups, subject=subject, flaw=flaw)

    @abstractmethod
    def receive(
        self,
        person: Person | str,
        url: str,
        *,
        attributes: Mapping[str, A] | None = None,
        groups: Iterable[str] = (),
        subject: str | None = None,
        flaw: F | None = None,
    ) -> str:
        """Log somebody in whom Stytch has sent to a URL of this identity provider; otherwise the same as `log_in`."""

    def replay(self) -> str:
        """Send the last answer once more, as somebody would who has got hold of it.

        Raises:
            APIError: Stytch refuses.
            ValueError: There was none.

        """
        if self._sent is None:
            raise ValueError("nothing was answered yet")
        return visit(self._project, *self._sent)

    def _send(self, url: str, form: Mapping[str, str] | None = None) -> str:
        """Send the browser back to Stytch with an answer, and return where it comes to."""
        self._sent = (url, form)
        return visit(self._project, url, form)

    def __repr__(self) -> str:
        """Tell which connection it serves."""
        return f"{type(self).__name__}({self._connection_id!r})"
