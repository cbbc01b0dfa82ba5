import base64
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from stytch_async.errors import ConfigurationError, WebhookError, WebhookReason
from stytch_async.schemas.b2b.members import Member
from stytch_async.webhooks import MemberEvent, UnknownEvent, UserEvent, Webhooks

NOW = 1_800_000_000
OLD, NEW = (f"whsec_{base64.b64encode(letter * 24).decode()}" for letter in (b"o", b"n"))
DOCUMENT: dict[str, Any] = {
    "action": "DELETE",
    "event_id": "webhook-event-test-1",
    "id": "user-test-1",
    "object_type": "user",
    "project_id": "project-test-1",
    "source": "DIRECT",
    "timestamp": "2026-01-02T03:04:05.678901Z",
}
BODY = json.dumps(DOCUMENT).encode()
HEADERS = ("svix-id", "svix-timestamp", "svix-signature")


def webhooks(*secrets: str, now: float = NOW) -> Webhooks:
    """Return what verifies by a clock that stands still."""
    return Webhooks(*(secrets or (OLD,)), now=lambda: now)


def reason(body: bytes, headers: dict[str, str], verifier: Webhooks | None = None) -> WebhookReason:
    """Return why a webhook is refused."""
    with pytest.raises(WebhookError) as caught:
        (verifier or webhooks()).verify(body, headers)
    return caught.value.reason


def test_a_deletion_is_read() -> None:
    """There is nothing to show of what is gone."""
    event = webhooks().verify(BODY, webhooks().sign(BODY, message_id="msg_1"))

    assert isinstance(event, UserEvent)
    assert (event.message_id, event.type, event.id, event.object) == (
        "msg_1",
        "direct.user.delete",
        "user-test-1",
        None,
    )
    assert (event.vertical, event.timestamp.microsecond) == (None, 678901)


def test_an_object_may_lack_what_the_reference_promises(caplog: pytest.LogCaptureFixture) -> None:
    """It is read like the answer of a call."""
    caplog.set_level("ERROR", "stytch_async")
    body = json.dumps({**DOCUMENT, "object_type": "member", "action": "UPDATE", "member": _member()}).encode()

    event = webhooks().verify(body, webhooks().sign(body))

    assert isinstance(event, MemberEvent)
    assert isinstance(event.object, Member)
    assert (event.object.member_id, event.object.status) == ("member-1", None)


def _member() -> dict[str, str]:
    return {"organization_id": "organization-1", "member_id": "member-1"}


@pytest.mark.parametrize(
    "change",
    [{"object_type": "robot"}, {"object_type": None}, {"object_type": ["user"]}, {"event_id": None}, {"user": 5}],
    ids=str,
)
def test_an_event_of_tomorrow_is_not_refused(change: dict[str, object]) -> None:
    """What is signed by Stytch is handed on as it is."""
    document = {**DOCUMENT, **change}
    body = json.dumps(document).encode()

    event = webhooks().verify(body, webhooks().sign(body, message_id="msg_1"))

    assert event == UnknownEvent(message_id="msg_1", document=document)


def test_what_is_signed_and_no_event_is_refused() -> None:
    """Each of these is not a JSON object."""
    bodies = (b"", b"5", b"[]", b"{", b"[" * 100_000, b"9" * 5000)

    reasons = {reason(body, webhooks().sign(body)) for body in bodies}

    assert reasons == {WebhookReason.NOT_AN_EVENT}


@pytest.mark.parametrize("missing", HEADERS)
def test_each_header_is_needed(missing: str) -> None:
    """Nothing is taken for granted."""
    headers = webhooks().sign(BODY)
    del headers[missing]

    assert reason(BODY, headers) is WebhookReason.MISSING_HEADER


@pytest.mark.parametrize(
    ("seconds", "expected"), [(301, WebhookReason.TOO_OLD), (-301, WebhookReason.TOO_NEW), (300, None), (-300, None)]
)
def test_a_webhook_is_good_for_five_minutes(seconds: int, expected: WebhookReason | None) -> None:
    """Before and after, by the clock of whoever verifies."""
    later, headers = webhooks(now=NOW + seconds), webhooks().sign(BODY)

    found = None if expected is None else reason(BODY, headers, later)

    assert found is expected
    assert expected is not None or isinstance(later.verify(BODY, headers), UserEvent)


@pytest.mark.parametrize(
    "change",
    [
        lambda headers: {**headers, "svix-signature": "garbage"},
        lambda headers: {**headers, "svix-signature": "v1,@@@"},
        lambda headers: {**headers, "svix-signature": headers["svix-signature"].replace("v1,", "v2,")},
        lambda headers: {**headers, "svix-id": "msg_other"},
        lambda headers: {**headers, "svix-timestamp": str(NOW + 1)},
    ],
    ids=["no signature", "no base64", "another version", "another id", "another time"],
)
def test_a_wrong_signature_is_refused(change: Callable[[dict[str, str]], dict[str, str]]) -> None:
    """All that is signed counts, and only the version that is known."""
    headers = change(webhooks().sign(BODY))

    assert reason(BODY, headers) is WebhookReason.BAD_SIGNATURE


def test_each_byte_of_the_body_counts() -> None:
    """One that was changed on the way is noticed."""
    headers = webhooks().sign(BODY)

    assert reason(BODY.replace(b"DELETE", b"delete"), headers) is WebhookReason.BAD_SIGNATURE


@pytest.mark.parametrize(
    ("body", "change"),
    [
        (BODY, {"svix-signature": "v1,é"}),
        (BODY, {"svix-id": "\udce9"}),
        (BODY, {"svix-timestamp": "now"}),
        (BODY, {"svix-timestamp": "٣"}),
        (BODY, {"svix-timestamp": "9" * 400}),
        (b"\xff", {}),
    ],
    ids=["signature", "id", "time", "other digits", "endless time", "body"],
)
def test_what_cannot_be_read_is_refused(body: bytes, change: dict[str, str]) -> None:
    """None of it can have come from Stytch."""
    headers = {**webhooks().sign(BODY), **change}

    assert reason(body, headers) is WebhookReason.MALFORMED


def test_a_secret_can_be_replaced() -> None:
    """While both are known, either is good, and one of several signatures is enough."""
    both = webhooks(NEW, OLD)
    old, new = webhooks().sign(BODY, message_id="msg_1"), both.sign(BODY, message_id="msg_1")
    several = {**old, "svix-signature": f"v1a,x {new['svix-signature']} {old['svix-signature']}"}

    assert isinstance(both.verify(BODY, old), UserEvent)
    assert isinstance(webhooks().verify(BODY, several), UserEvent)
    assert reason(BODY, new) is WebhookReason.BAD_SIGNATURE


def test_the_headers_may_have_the_names_of_the_standard() -> None:
    """In any case."""
    headers = {name.replace("svix", "Webhook"): value for name, value in webhooks().sign(BODY).items()}

    assert isinstance(webhooks().verify(BODY, headers), UserEvent)


def test_the_environment_may_hold_two_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """A space stands between them."""
    monkeypatch.setenv("STYTCH_WEBHOOK_SECRET", f"{NEW} {OLD}")
    body = BODY

    found = Webhooks.from_env()

    assert isinstance(found.verify(body, Webhooks(OLD).sign(body)), UserEvent)


@pytest.mark.parametrize("secrets", [(), ("",), ("whsec_",), ("whsec_é",), (OLD, "whsec_a")])
def test_a_secret_that_cannot_be_read_is_a_mistake(secrets: tuple[str, ...]) -> None:
    """The text shows none of it."""
    with pytest.raises(ConfigurationError, match=r"^webhooks need|^a webhook's signing secret"):
        Webhooks(*secrets)


def test_the_environment_has_to_hold_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the variable."""
    monkeypatch.delenv("STYTCH_WEBHOOK_SECRET", raising=False)

    with pytest.raises(ConfigurationError, match="STYTCH_WEBHOOK_SECRET"):
        Webhooks.from_env()


def test_the_error_shows_nothing_of_the_webhook() -> None:
    """Whoever logs it logs no word of a stranger."""
    with pytest.raises(WebhookError) as caught:
        webhooks().verify(b"secret", {**webhooks().sign(BODY), "svix-id": "secret"})

    assert str(caught.value) == "webhook refused: bad signature"
    assert re.search(OLD, repr(vars(webhooks()))) is None
