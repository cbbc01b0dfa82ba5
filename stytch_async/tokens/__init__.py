"""Local verification: session JWTs, machine and Connected App tokens, and who may do what."""

from stytch_async.tokens.provider import TokenProvider
from stytch_async.tokens.results import (
    AuthenticatedMemberSession,
    AuthenticatedSession,
    ConnectedAppClaims,
    MachineClaims,
)

__all__ = [
    "AuthenticatedMemberSession",
    "AuthenticatedSession",
    "ConnectedAppClaims",
    "MachineClaims",
    "TokenProvider",
]
