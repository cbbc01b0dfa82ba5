"""Sessions, tokens and webhooks in FastAPI apps."""

from stytch_async.integrations.connections import keeps
from stytch_async.integrations.fastapi.kept import stytch_client, stytch_webhooks
from stytch_async.integrations.fastapi.sessions import MemberAuth, SessionAuth, UserAuth
from stytch_async.integrations.fastapi.tokens import ConnectedAppAuth, MachineAuth, TokenAuth
from stytch_async.integrations.fastapi.webhooks import stytch_event
from stytch_async.integrations.sessions import SignedIn

__all__ = [
    "ConnectedAppAuth",
    "MachineAuth",
    "MemberAuth",
    "SessionAuth",
    "SignedIn",
    "TokenAuth",
    "UserAuth",
    "keeps",
    "stytch_client",
    "stytch_event",
    "stytch_webhooks",
]
