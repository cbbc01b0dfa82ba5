"""Webhooks: what Stytch sends to an app when something has changed, verified and read."""

import datetime as dt
import hmac
import json
import os
import re
import time
import uuid
from collections.abc import Callable, Mapping
from typing import Any, Final, Self, cast

import attrs

from stytch_async.converter import StructureError, converter
from stytch_async.errors import ConfigurationError, WebhookError, WebhookReason
from stytch_async.extras import require_webhooks
from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.scim import SCIMConnection
from stytch_async.schemas.b2b.sso import OIDCConnection, SAMLConnection
from stytch_async.schemas.consumer.users import User

__all__ = [
    "Event",
    "MemberEvent",
    "OIDCConnectionEvent",
    "ObjectEvent",
    "OrganizationEvent",
    "SAMLConnectionEvent",
    "SCIMConnectionEvent",
    "UnknownEvent",
    "UserEvent",
    "Webhooks",
]

TOLERANCE: Final = 5 * 60
"""How many seconds a webhook may be older or newer than now: what the Standard Webhooks libraries allow."""

PREFIXES: Final = ("svix", "webhook")
"""How the headers begin: as Stytch's courier names them, and as the standard does."""

SECONDS: Final = re.compile(r"[0-9]{1,15}")


@attrs.frozen(kw_only=True)
class ObjectEvent:
    """What every event tells that is read as one of the classes below.

    Attributes:
        message_id: The id of the message, the same whenever it is sent again.
        event_id: The id of the event.
        project_id: The project in which it happened.
        source: Who caused it: ``DIRECT`` for a call of the API, ``DASHBOARD``, or ``SCIM``.
        action: What has happened to the object: ``CREATE``, ``UPDATE`` or ``DELETE``.
        object_type: What has changed, such as ``member``.
        id: The id of what has changed.
        timestamp: When the event was sent. Events may arrive in another order than they happened in.
        vertical: ``B2B`` or ``CONSUMER``; older events do not tell.

    """

    message_id: str
    event_id: str
    project_id: str
    source: str
    action: str
    object_type: str
    id: str
    timestamp: dt.datetime
    vertical: str | None = None

    @property
    def type(self) -> str:
        """The name that Stytch's dashboard has for such events, for example ``direct.user.create``."""
        return f"{self.source}.{self.object_type}.{self.action}".lower()


@attrs.frozen(kw_only=True)
class UserEvent(ObjectEvent):
    """A user has changed.

    Attributes:
        object: The user; ``None`` once deleted.

    """

    object: User | None = attrs.field(default=None, repr=False)


@attrs.frozen(kw_only=True)
class MemberEvent(ObjectEvent):
    """A member has changed.

    Attributes:
        object: The member; ``None`` once deleted.

    """

    object: Member | None = attrs.field(default=None, repr=False)


@attrs.frozen(kw_only=True)
class OrganizationEvent(ObjectEvent):
    """An organization has changed.

    Attributes:
        object: The organization; ``None`` once deleted.

    """

    object: Organization | None = attrs.field(default=None, repr=False)


@attrs.frozen(kw_only=True)
class SAMLConnectionEvent(ObjectEvent):
    """A SAML connection has changed.

    Attributes:
        object: The connection; ``None`` once deleted.

    """

    object: SAMLConnection | None = attrs.field(default=None, repr=False)


@attrs.frozen(kw_only=True)
class OIDCConnectionEvent(ObjectEvent):
    """An OpenID Connect connection has changed.

    Attributes:
        object: The connection; ``None`` once deleted.

    """

    object: OIDCConnection | None = attrs.field(default=None, repr=False)


@attrs.frozen(kw_only=True)
class SCIMConnectionEvent(ObjectEvent):
    """A SCIM connection has changed.

    Attributes:
        object: The connection; ``None`` once deleted.

    """

    object: SCIMConnection | None = attrs.field(default=None, repr=False)


@attrs.frozen(kw_only=True)
class UnknownEvent:
    """An event that Stytch has sent, of a type or form that this version does not know.

    Attributes:
        message_id: The id of the message, the same whenever it is sent again.
        document: All that it tells.

    """

    message_id: str
    document: Mapping[str, Any] = attrs.field(repr=False)


Event = (
    UserEvent
    | MemberEvent
    | OrganizationEvent
    | SAMLConnectionEvent
    | OIDCConnectionEvent
    | SCIMConnectionEvent
    | UnknownEvent
)
"""What a webhook tells."""

CLASSES: Final[
    Mapping[
        str,
        type[UserEvent]
        | type[MemberEvent]
        | type[OrganizationEvent]
        | type[SAMLConnectionEvent]
        | type[OIDCConnectionEvent]
        | type[SCIMConnectionEvent],
    ]
] = {
    "member": MemberEvent,
    "oidc_connection": OIDCConnectionEvent,
    "organization": OrganizationEvent,
    "saml_connection": SAMLConnectionEvent,
    "scim_connection": SCIMConnectionEvent,
    "user": UserEvent,
}

TOLD: Final = ("action", "event_id", "id", "project_id", "source", "timestamp")
"""What an event of a known type always tells."""


class Webhooks:
    """Verifies and reads webhooks, and signs them."""

    def __init__(self, *secrets: str, now: Callable[[], float] = time.time) -> None:
        """Take the secrets by which webhooks are signed.

        Args:
            secrets: The signing secrets of the endpoint, ``whsec_…``: while one is being replaced there are two. The
                first one signs.
            now: Tells the time in seconds since the epoch.

        Raises:
            ConfigurationError: There is no secret, one cannot be read, or the extra ``webhooks`` is not installed.

        """
        require_webhooks()
        # Only who receives webhooks pays for this.
        from standardwebhooks import Webhook  # noqa: PLC0415

        if not secrets:
            raise ConfigurationError("webhooks need the signing secret of their endpoint")
        self._now = now
        try:
            self._keys = [Webhook(secret) for secret in secrets]
        except Exception:  # noqa: BLE001 - the library's own errors and those of base64, whose text may show the secret
            self._keys = []
        if not self._keys:
            raise ConfigurationError("a webhook's signing secret is whsec_ and base64")

    @classmethod
    def from_env(cls) -> Self:
        """Take the secrets from ``STYTCH_WEBHOOK_SECRET``, where a space stands between two.

        Raises:
            ConfigurationError: It is not set, or as above.

        """
        secrets = os.environ.get("STYTCH_WEBHOOK_SECRET", "").split()
        if not secrets:
            raise ConfigurationError("the environment variable STYTCH_WEBHOOK_SECRET is not set")
        return cls(*secrets)

    def verify(self, body: bytes, headers: Mapping[str, str]) -> Event:
        """Return what a webhook tells, once it is certain that Stytch has sent it, and lately.

        Args:
            body: The body as it came.
            headers: The headers of the request.

        Raises:
            WebhookError: It is not from Stytch, or not from now.

        """
        try:
            return self._verified(body, headers)
        except WebhookError as error:
            refusal = WebhookError(error.reason)
        del body, headers  # a traceback shows this frame
        raise refusal

    def _verified(self, body: bytes, headers: Mapping[str, str]) -> Event:
        message_id, timestamp, signatures = _signed(headers)
        self._check_age(timestamp)
        try:
            text = body.decode()
        except UnicodeDecodeError:
            raise WebhookError(WebhookReason.MALFORMED) from None
        # Both sides are compared as text: what cannot be base64 is then wrong like any other.
        expected = [self._signature(number, message_id, timestamp, text) for number in range(len(self._keys))]
        if not any(hmac.compare_digest(one, other) for one in signatures.split(" ") for other in expected):
            raise WebhookError(WebhookReason.BAD_SIGNATURE)
        return _read(message_id, text)

    def sign(self, body: bytes, *, message_id: str | None = None) -> dict[str, str]:
        """Return the headers with which Stytch would send a body now: for tests.

        Args:
            body: The body.
            message_id: The id of the message; a new one by default.

        """
        message_id, timestamp = message_id or f"msg_{uuid.uuid4().hex}", int(self._now())
        signature = self._signature(0, message_id, timestamp, body.decode())
        return {
            "Content-Type": "application/json",
            "svix-id": message_id,
            "svix-timestamp": str(timestamp),
            "svix-signature": signature,
        }

    def _signature(self, number: int, message_id: str, timestamp: int, text: str) -> str:
        return self._keys[number].sign(message_id, dt.datetime.fromtimestamp(timestamp, dt.UTC), text)

    def _check_age(self, timestamp: int) -> None:
        age = self._now() - timestamp
        if age > TOLERANCE:
            raise WebhookError(WebhookReason.TOO_OLD)
        if age < -TOLERANCE:
            raise WebhookError(WebhookReason.TOO_NEW)


def _signed(headers: Mapping[str, str]) -> tuple[str, int, str]:
    """Return the id, the time and the signatures of a message."""
    given = {name.lower(): value for name, value in headers.items()}
    for prefix in PREFIXES:
        found = [given.get(f"{prefix}-{name}") for name in ("id", "timestamp", "signature")]
        message_id, timestamp, signatures = found
        if message_id and timestamp and signatures:
            if not (message_id.isascii() and signatures.isascii() and SECONDS.fullmatch(timestamp)):
                raise WebhookError(WebhookReason.MALFORMED)
            return message_id, int(timestamp), signatures
    raise WebhookError(WebhookReason.MISSING_HEADER)


def _read(message_id: str, text: str) -> Event:
    try:
        document: Any = json.loads(text)
    except (ValueError, RecursionError):
        raise WebhookError(WebhookReason.NOT_AN_EVENT) from None
    if not isinstance(document, dict):
        raise WebhookError(WebhookReason.NOT_AN_EVENT)
    return _event(message_id, cast("dict[str, Any]", document))


def _event(message_id: str, document: Mapping[str, Any]) -> Event:
    """Read an event as the class of its object, if that is possible: it is from Stytch whatever it says."""
    known = CLASSES.get(str(document.get("object_type")))
    if known is not None and all(document.get(name) is not None for name in TOLD):
        shown = document.get(document["object_type"])
        try:
            return converter.structure({**document, "message_id": message_id, "object": shown}, known)
        except StructureError:
            pass
    return UnknownEvent(message_id=message_id, document=document)
