"""What a project stores. Rows change in place; the views of each product turn them into answers."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Literal

import attrs

from stytch_async.schemas.factors import AuthenticationFactor
from stytch_async.schemas.shared import Attributes

__all__ = ["Address", "Lockable", "OneTimeToken", "Passcode", "Password", "Session", "User"]


@attrs.define(kw_only=True)
class Address:
    """An email address or phone number of a user.

    Attributes:
        id: ``email-test-…`` or ``phone-number-test-…``.
        value: The address or number.
        verified: Whether its owner has proven it.
        lapses_at: When it goes again unless it is proven first; for one added to an existing user.

    """

    id: str
    value: str
    verified: bool = False
    lapses_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class Password:
    """A password, as the function that tells whether a text is it."""

    id: str
    matches: Callable[[str], bool] = attrs.field(repr=False)
    requires_reset: bool = False


@attrs.define(kw_only=True)
class Lockable:
    """What users and members have in common: failed logins lock them."""

    failures: int = 0
    locked_at: dt.datetime | None = None
    lock_expires_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class User(Lockable):
    """A Consumer user."""

    id: str
    created_at: dt.datetime
    status: Literal["active", "pending"] = "active"
    first_name: str = ""
    middle_name: str = ""
    last_name: str = ""
    emails: list[Address] = attrs.field(factory=list)
    phone_numbers: list[Address] = attrs.field(factory=list)
    password: Password | None = None
    roles: list[str] = attrs.field(factory=list)
    trusted_metadata: dict[str, Any] = attrs.field(factory=dict)
    untrusted_metadata: dict[str, Any] = attrs.field(factory=dict)
    external_id: str | None = None


@attrs.define(kw_only=True)
class Session:
    """A session of a user or a member; ``organization_id`` tells which of the two."""

    id: str
    owner_id: str
    organization_id: str | None = None
    token: str = attrs.field(repr=False)
    started_at: dt.datetime
    last_accessed_at: dt.datetime
    expires_at: dt.datetime
    factors: list[AuthenticationFactor] = attrs.field(factory=list)
    attributes: Attributes | None = None
    custom_claims: dict[str, Any] = attrs.field(factory=dict)


@attrs.define(kw_only=True)
class OneTimeToken:
    """The token of a link: good once, and for a while.

    Attributes:
        kind: What it may be spent on.
        owner_id: The user or member that it was sent to.
        address_id: The id of the email address that it was sent to.
        expires_at: When it stops working.
        code_challenge: What the verifier must fit, where the flow began with one.
        attributes: The address and browser that it was asked for with.
        spent: Whether it was used.

    """

    kind: str
    owner_id: str
    address_id: str
    expires_at: dt.datetime
    code_challenge: str | None = None
    attributes: Attributes | None = None
    spent: bool = False


@attrs.define(kw_only=True)
class Passcode:
    """The newest code sent to an address; a newer one takes its place."""

    code: str = attrs.field(repr=False)
    channel: Literal["email", "sms", "whatsapp"]
    owner_id: str
    expires_at: dt.datetime
    attributes: Attributes | None = None
    spent: bool = False
