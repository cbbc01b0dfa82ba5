"""The clients, one for each of Stytch's APIs."""

from stytch_async.clients.b2b import B2BClient
from stytch_async.clients.consumer import Client

__all__ = ["B2BClient", "Client"]
