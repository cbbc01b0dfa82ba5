"""The client of Stytch's B2B API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stytch_async.clients.base import BaseClient
from stytch_async.clients.sources import b2b_keys, b2b_policy, organization_roles

if TYPE_CHECKING:
    from stytch_async.api.b2b.organizations import Organizations
    from stytch_async.api.b2b.passwords import Passwords
    from stytch_async.api.b2b.sessions import Sessions

__all__ = ["B2BClient"]


class B2BClient(BaseClient):
    """Stytch's B2B API; everything else is as in `Client`."""

    package = "b2b"

    organizations: Organizations
    passwords: Passwords
    sessions: Sessions

    @classmethod
    def _token_sources(cls) -> dict[str, Any]:
        """Return where keys and policies come from."""
        return {"keys": b2b_keys, "policy": b2b_policy, "organization_roles": organization_roles}
