"""Where the identity providers behind SSO connections are that a test plays, or a served emulator for a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from stytch_async.emulator.state.rows.connections import OIDCConnection, SAMLConnection

if TYPE_CHECKING:
    from stytch_async.emulator.state.project import Project
    from stytch_async.emulator.world.oidc import OIDCProvider
    from stytch_async.emulator.world.saml import SAMLProvider

__all__ = ["OWNER", "provider_at", "provider_of"]

OWNER: Final = "https://idp.example.com"
"""Below this each connection has an identity provider of its own, by its id."""


def provider_of(project: Project, connection_id: str) -> SAMLProvider | OIDCProvider | None:
    """Return the identity provider behind a connection, always the same; ``None`` for an external or unknown one."""
    # Few tests are about single sign-on, and these take a while to load.
    from stytch_async.emulator.world.oidc import OIDCProvider  # noqa: PLC0415
    from stytch_async.emulator.world.saml import SAMLProvider  # noqa: PLC0415

    connection, resident = project.connections.get(connection_id), project.web.residents.get(f"{OWNER}/{connection_id}")
    if connection is not None and isinstance(resident, SAMLProvider | OIDCProvider):
        return resident
    if isinstance(connection, SAMLConnection):
        return SAMLProvider(project, connection_id)
    return OIDCProvider(project, connection_id) if isinstance(connection, OIDCConnection) else None


def provider_at(project: Project, url: str) -> SAMLProvider | OIDCProvider | None:
    """Return the identity provider that a URL leads to, ``None`` where it leads elsewhere."""
    if not url.startswith(f"{OWNER}/"):
        return None
    return provider_of(project, urlsplit(url).path.split("/")[1])
