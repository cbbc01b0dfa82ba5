"""The servers that a project can reach."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import attrs

__all__ = ["Fetch", "Site", "Web"]


@attrs.frozen(kw_only=True)
class Fetch:
    """What is asked of a server.

    Attributes:
        form: What is posted; empty for a document that is only read.
        bearer: The access token that is shown, if any.

    """

    url: str
    form: Mapping[str, str] = attrs.field(default=MappingProxyType({}), repr=False)
    bearer: str | None = attrs.field(default=None, repr=False)


Site = Callable[[Fetch], str | None]
"""Answers with a document, or with ``None`` where it has none to give."""


class Web:
    """Stands in for the network, which the emulator does not use: only what is put here can be reached.

    ``project.web.publish("https://idp.example.com/metadata", document)`` lets a connection be set up from a URL.

    Attributes:
        missed: Called with a URL where nobody answers, so that somebody may be put there.
        residents: Who is behind all URLs that begin so.

    """

    def __init__(self) -> None:
        self._sites: dict[str, Site] = {}
        self.missed: Callable[[str], object] | None = None
        self.residents: dict[str, object] = {}

    def publish(self, url: str, document: str) -> None:
        """Let a document be read at a URL, in the place of what was there."""
        self.serve(url, lambda fetch: None if fetch.form else document)

    def serve(self, url: str, site: Site) -> None:
        """Let a server answer at a URL, in the place of what was there."""
        self._sites[url] = site

    def fetch(self, fetch: Fetch) -> str | None:
        """Return what the server says, ``None`` where nothing can be had."""
        if fetch.url not in self._sites and self.missed is not None:
            self.missed(fetch.url)
        site = self._sites.get(fetch.url)
        return None if site is None else site(fetch)
