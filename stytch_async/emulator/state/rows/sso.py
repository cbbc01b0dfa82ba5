"""Logins by single sign-on that are under way."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs

from stytch_async.emulator.state.rows.credentials import OneTimeToken
from stytch_async.emulator.state.rows.oauth import ProviderTokens
from stytch_async.emulator.state.tables import Table

__all__ = ["Identity", "SSOStart", "SSOStarts", "SSOToken"]


@attrs.frozen(kw_only=True)
class Identity:
    """What an identity provider says of somebody.

    Attributes:
        subject: Who they are to the identity provider.
        attributes: What the member's registration is to show.
        groups: The groups that they are in.
        metadata: What belongs into the member's trusted metadata.
        tokens: What the identity provider has given out; ``None`` for SAML.

    """

    subject: str
    email: str
    name: str
    attributes: Mapping[str, Any]
    groups: list[str] = attrs.field(factory=list[str])
    metadata: dict[str, Any] = attrs.field(factory=dict[str, Any])
    tokens: ProviderTokens | None = None


@attrs.define(kw_only=True, eq=False)
class SSOStart:
    """A login that has begun at the start URL, and for which the identity provider has not answered yet.

    Attributes:
        id: What goes to the identity provider and comes back with its answer.
        connection_id: The connection that was asked for; an external one stays itself.
        nonce: What an ID token has to repeat.
        expires_at: When an answer is too late.

    """

    id: str
    connection_id: str
    login_redirect_url: str
    signup_redirect_url: str
    code_challenge: str | None
    nonce: str
    expires_at: dt.datetime


@attrs.define(kw_only=True, eq=False)
class SSOToken(OneTimeToken):
    """What a browser comes back with; nobody knows yet whether it is a member's."""

    connection_id: str
    identity: Identity


class SSOStarts(Table[SSOStart]):
    """The logins that have begun."""

    def __init__(self) -> None:
        super().__init__(lambda start: start.id)
