"""The client of Stytch's B2B API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stytch_async.clients.project import ProjectClient
from stytch_async.clients.sources import b2b_keys, b2b_policy, organization_roles

if TYPE_CHECKING:
    from stytch_async.api.b2b.discovery import Discovery
    from stytch_async.api.b2b.idp import IDP
    from stytch_async.api.b2b.impersonation import Impersonation
    from stytch_async.api.b2b.magic_links import MagicLinks
    from stytch_async.api.b2b.oauth import OAuth
    from stytch_async.api.b2b.organizations import Organizations
    from stytch_async.api.b2b.otps import OTPs
    from stytch_async.api.b2b.passwords import Passwords
    from stytch_async.api.b2b.rbac import RBAC
    from stytch_async.api.b2b.recovery_codes import RecoveryCodes
    from stytch_async.api.b2b.scim import SCIM
    from stytch_async.api.b2b.sessions import Sessions
    from stytch_async.api.b2b.sso import SSO
    from stytch_async.api.b2b.totps import TOTPs

__all__ = ["B2BClient"]


class B2BClient(ProjectClient, package="b2b"):
    """Stytch's B2B API; everything else is as in `Client`."""

    discovery: Discovery
    idp: IDP
    impersonation: Impersonation
    magic_links: MagicLinks
    oauth: OAuth
    organizations: Organizations
    otps: OTPs
    passwords: Passwords
    rbac: RBAC
    recovery_codes: RecoveryCodes
    scim: SCIM
    sessions: Sessions
    sso: SSO
    totps: TOTPs

    @classmethod
    def _token_sources(cls) -> dict[str, Any]:
        """Return where keys and policies come from."""
        return {"keys": b2b_keys, "policy": b2b_policy, "organization_roles": organization_roles}
