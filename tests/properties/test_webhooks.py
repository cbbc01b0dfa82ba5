"""Whatever a stranger sends to the endpoint for webhooks, nothing but a `WebhookError` comes of it."""

import base64
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stytch_async.errors import WebhookError
from stytch_async.webhooks import Webhooks
from tests.properties.effort import tries

NOW: Final = 1_800_000_000
OURS, THEIRS = (Webhooks(f"whsec_{base64.b64encode(letter * 24).decode()}", now=lambda: NOW) for letter in (b"o", b"t"))
BODY: Final = b'{"object_type": "user"}'
NAMES: Final = [f"{prefix}-{name}" for prefix in ("svix", "webhook") for name in ("id", "timestamp", "signature")]

USUAL: Final = st.sampled_from([str(NOW), "msg_1", "-1", "nan"])
VALUES: Final = st.text() | st.from_regex(r"v1,[A-Za-z0-9+/=]{0,44}") | USUAL
BASES: Final = st.sampled_from([{}, THEIRS.sign(BODY)])


@tries(150)
@given(body=st.binary() | st.just(BODY), base=BASES, odd=st.dictionaries(st.sampled_from(NAMES), VALUES))
def test_a_stranger_is_refused_in_one_way(body: bytes, base: dict[str, str], odd: dict[str, str]) -> None:
    """Also where all but a few headers are as they should be."""
    with pytest.raises(WebhookError):
        OURS.verify(body, {**base, **odd})
