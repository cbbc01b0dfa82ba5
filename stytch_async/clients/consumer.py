"""The client of Stytch's Consumer API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stytch_async.clients.project import ProjectClient
from stytch_async.clients.sources import consumer_keys, consumer_policy

if TYPE_CHECKING:
    from stytch_async.api.consumer.crypto_wallets import CryptoWallets
    from stytch_async.api.consumer.idp import IDP
    from stytch_async.api.consumer.impersonation import Impersonation
    from stytch_async.api.consumer.magic_links import MagicLinks
    from stytch_async.api.consumer.oauth import OAuth
    from stytch_async.api.consumer.otps import OTPs
    from stytch_async.api.consumer.passwords import Passwords
    from stytch_async.api.consumer.rbac import RBAC
    from stytch_async.api.consumer.sessions import Sessions
    from stytch_async.api.consumer.totps import TOTPs
    from stytch_async.api.consumer.users import Users
    from stytch_async.api.consumer.webauthn import WebAuthn

__all__ = ["Client"]


class Client(ProjectClient, package="consumer"):
    """Stytch's Consumer API.

    Every endpoint is a coroutine, reached by the name of its product: ``await client.passwords.create(…)``. A client
    may be built anywhere, used from several event loops one after the other, and shared by any number of tasks.
    """

    crypto_wallets: CryptoWallets
    idp: IDP
    impersonation: Impersonation
    magic_links: MagicLinks
    oauth: OAuth
    otps: OTPs
    passwords: Passwords
    rbac: RBAC
    sessions: Sessions
    totps: TOTPs
    users: Users
    webauthn: WebAuthn

    @classmethod
    def _token_sources(cls) -> dict[str, Any]:
        """Return where keys and policies come from."""
        return {"keys": consumer_keys, "policy": consumer_policy}
