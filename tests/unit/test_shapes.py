"""Answers that keep to their schema, and what becomes of those that do not."""

import datetime as dt
import json
from typing import Annotated, Any, Final, Literal

import attrs
import msgspec
import pytest

from stytch_async.codec import decode
from stytch_async.endpoint import SAFE, Operation, endpoint
from stytch_async.errors import DecodeError
from stytch_async.schemas.markers import Rest
from stytch_async.shapes import reader
from stytch_async.transports.interface import HTTPResponse

Colour = Literal["red"]
"""A set of texts that Stytch may extend."""


@attrs.define(kw_only=True)
class Leaf:
    """An object whose values are as in JSON."""

    size: int
    texts: list[str] = attrs.field(factory=list)


@attrs.define(kw_only=True)
class Part:
    """An object with a value that JSON does not have."""

    name: str | None = None
    colour: Colour | str | None = None


@attrs.define(kw_only=True)
class Claims:
    """An object whose members nobody knows in advance."""

    user_id: str
    claims: Annotated[dict[str, Any], Rest()]


@attrs.define(kw_only=True)
class Whole:
    """An answer with a field of every kind."""

    user_id: str
    count: int
    ratio: float = 0.5
    colour: Colour | str = "red"
    shade: Colour | str | None = None
    when: dt.datetime | None = None
    part: Part | None = None
    leaves: list[Leaf] | None = None
    parts: list[Part] = attrs.field(factory=list)
    gaps: list[Part | None] = attrs.field(factory=list)
    named: dict[str, Part] | None = None
    texts: list[str] | None = None
    free: dict[str, Any] | None = None
    claims: Claims | None = None


WHOLE: Final[Operation[Any, Whole]] = endpoint("GET", "/v1/whole", Whole, Whole, SAFE).operation
COMPLETE: Final[dict[str, Any]] = {"user_id": "user-test-1", "count": 1}


def written(**members: object) -> bytes:
    """Write a complete answer with some members more."""
    return json.dumps({**COMPLETE, **members}).encode()


def read(content: bytes) -> Whole:
    """Decode an answer as a client does."""
    return decode(WHOLE, HTTPResponse(200, {}, content))


def test_every_kind_of_field_is_made() -> None:
    """Objects are made at any depth, and the rest is as in JSON."""
    content = written(
        ratio=1,
        colour="violet",
        shade="red",
        when="2026-04-25T16:37:09.5+02:00",
        leaves=[{"size": 1}, {"size": 2, "texts": ["t"], "new": {}}],
        part={"name": "p", "new": {}},
        parts=[{"name": None}, {"colour": "red"}],
        gaps=[None, {}],
        named={"x": {"name": "q"}},
        texts=["t"],
        free={"n": [1, None]},
        claims={"user_id": "u", "role": "editor"},
    )

    actual = reader(Whole)(content)

    assert actual == Whole(
        user_id="user-test-1",
        count=1,
        ratio=1.0,
        colour="violet",
        shade="red",
        when=dt.datetime(2026, 4, 25, 16, 37, 9, 500_000, dt.timezone(dt.timedelta(hours=2))),
        leaves=[Leaf(size=1), Leaf(size=2, texts=["t"])],
        part=Part(name="p"),
        parts=[Part(), Part(colour="red")],
        gaps=[None, Part()],
        named={"x": Part(name="q")},
        texts=["t"],
        free={"n": [1, None]},
        claims=Claims(user_id="u", claims={"role": "editor"}),
    )
    assert type(actual.ratio) is float


def test_what_is_left_out_has_its_default() -> None:
    """Only what the schema promises has to be there."""
    assert reader(Whole)(written()) == Whole(user_id="user-test-1", count=1)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b'{"user_id": "user-test-1"}', id="missing"),
        pytest.param(written(part={"name": 5}), id="wrong-type"),
        pytest.param(written(leaves=[{"size": None}]), id="null"),
        pytest.param(written(when="2026-04-25T16:37:09"), id="no-offset"),
        pytest.param(b"<html>", id="no-json"),
    ],
)
def test_what_does_not_keep_to_the_schema_is_refused(content: bytes) -> None:
    """Here nothing is forgiven: that is the converter's part."""
    with pytest.raises(msgspec.MsgspecError):
        reader(Whole)(content)


def test_an_answer_that_does_not_keep_to_the_schema_is_still_read() -> None:
    """A time without an offset, and a list that is null, are what the converter makes of them."""
    actual = read(written(when="2026-04-25T16:37:09", parts=None))

    assert actual == Whole(user_id="user-test-1", count=1, when=dt.datetime(2026, 4, 25, 16, 37, 9, tzinfo=dt.UTC))


@pytest.mark.parametrize("number", [b"1.0", b"1e3", b"-0.0"])
def test_a_float_is_not_an_int_even_if_it_is_whole(number: bytes) -> None:
    """The type is refused as ever, and not only where the value has a fraction."""
    with pytest.raises(DecodeError) as caught:
        read(b'{"user_id": "user-test-1", "count": %s}' % number)

    assert caught.value.problem == "Whole.count: expected int, got float"


def test_an_int_may_be_large() -> None:
    """No number is rounded or refused for its size."""
    assert read(written(count=2**200)).count == 2**200


def test_a_time_may_be_written_in_every_way_that_rfc_3339_allows() -> None:
    """Its letters may be small, and a fraction longer than a microsecond is rounded."""
    actual = read(written(when="2026-04-25t16:37:09.1234567z"))

    assert actual.when == dt.datetime(2026, 4, 25, 16, 37, 9, 123_457, dt.UTC)


def test_what_no_field_takes_is_not_looked_at() -> None:
    """A member that the schema does not know harms nothing, whatever it holds."""
    actual = read(b'{"user_id": "user-test-1", "new": "\xff", "count": 1}')

    assert actual == Whole(user_id="user-test-1", count=1)


def test_what_the_rest_lacks_is_told_by_the_converter() -> None:
    """An object whose members nobody knows in advance still needs what a login stands on."""
    with pytest.raises(DecodeError) as caught:
        read(written(claims={"role": "editor"}))

    assert caught.value.problem == "Claims.user_id: missing or null"
