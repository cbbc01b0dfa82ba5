"""The clients, one for each of Stytch's APIs."""

from typing import TYPE_CHECKING, Final

from stytch_async.clients.b2b import B2BClient
from stytch_async.clients.consumer import Client
from stytch_async.lazy import lazy_names

if TYPE_CHECKING:
    from stytch_async.clients.management import ManagementClient
    from stytch_async.clients.saml_shield import SAMLShieldClient

__all__ = ["B2BClient", "Client", "ManagementClient", "SAMLShieldClient"]

__getattr__: Final = lazy_names(
    __name__,
    ManagementClient="stytch_async.clients.management",
    SAMLShieldClient="stytch_async.clients.saml_shield",
)
