"""Events as webhooks bring them to an app: written as JSON, and signed."""

import json
from collections.abc import Mapping

import attrs

from stytch_async.emulator.state.events import Event
from stytch_async.emulator.state.project import Project

__all__ = ["Delivery", "delivery_of"]


@attrs.frozen(kw_only=True)
class Delivery:
    """A webhook as an app receives it: one request, not sent by anybody.

    Attributes:
        event: What it tells.
        body: The body.
        headers: The headers, with the signature.

    """

    event: Event
    body: bytes = attrs.field(repr=False)
    headers: Mapping[str, str] = attrs.field(repr=False)


def delivery_of(project: Project, event: Event) -> Delivery:
    """Return the webhook that tells of an event, as it would be sent now (behaviour 28).

    Sent again it has the same id, and a new time and signature.
    """
    # It loads the schemas of every object that there is, and few tests are about webhooks.
    from stytch_async.webhooks import Webhooks  # noqa: PLC0415

    document: dict[str, object] = {
        "project_id": project.project_id,
        "event_id": event.event_id,
        "action": event.action,
        "object_type": event.object_type,
        "source": event.source,
        "id": event.id,
        "timestamp": project.now.isoformat(timespec="microseconds").replace("+00:00", "Z"),
        "vertical": "CONSUMER" if event.object_type == "user" else "B2B",
    }
    if event.document is not None:
        document[event.object_type] = event.document
    body = json.dumps(document).encode()
    webhooks = Webhooks(project.settings.webhook_secret, now=project.now.timestamp)
    headers = webhooks.sign(body, message_id=event.event_id.replace("webhook-event", "msg", 1))
    return Delivery(event=event, body=body, headers=headers)
