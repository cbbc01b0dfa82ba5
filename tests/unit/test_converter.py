"""The converter: strict on types, tolerant of drift."""

import datetime as dt
import json
import logging
from typing import Any, Final, Literal

import attrs
import pytest

from stytch_async.converter import StructureError, converter

Colour = Literal["red"]
"""A set of texts that Stytch may extend."""


@attrs.define(kw_only=True)
class Part:
    """An object within an answer."""

    name: str
    size: int | None = None


@attrs.define(kw_only=True)
class Whole:
    """An answer with a field of every kind."""

    user_id: str
    label: str
    part: Part
    parts: list[Part]
    colour: Colour | str
    ratio: float
    flag: bool | None = None
    count: int | None = None
    when: dt.datetime | None = None
    claims: dict[str, Any] | None = None
    named: dict[str, Part] | None = None
    shade: Colour | str | None = None


COMPLETE: Final[dict[str, Any]] = {
    "user_id": "user-test-1",
    "label": "x",
    "part": {"name": "p", "size": 3},
    "parts": [{"name": "q"}, {"name": "r", "size": None}],
    "colour": "red",
    "ratio": 0.5,
}


def read(**changes: object) -> Whole:
    """Structure a complete document with some changes."""
    return converter.structure({**COMPLETE, **changes}, Whole)


def test_a_complete_document_is_read() -> None:
    """Every field has the type that its class says, and what is missing is its default."""
    assert read() == Whole(
        user_id="user-test-1",
        label="x",
        part=Part(name="p", size=3),
        parts=[Part(name="q"), Part(name="r")],
        colour="red",
        ratio=0.5,
    )


def test_an_unknown_field_is_harmless() -> None:
    """Stytch may add fields at any time, at any depth."""
    assert read(new=1, part={"name": "p", "size": 3, "new": {}}) == read()


@pytest.mark.parametrize("field", ["colour", "shade"])
def test_a_value_that_a_set_does_not_know_is_read(field: str) -> None:
    """A new value does not break a login."""
    assert getattr(read(**{field: "violet"}), field) == "violet"


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"label": 5}, "Whole.label: expected str, got int"),
        ({"label": ["x"]}, "Whole.label: expected str, got list"),
        ({"count": "5"}, "Whole.count: expected int, got str"),
        ({"count": True}, "Whole.count: expected int, got bool"),
        ({"count": 5.0}, "Whole.count: expected int, got float"),
        ({"flag": 1}, "Whole.flag: expected bool, got int"),
        ({"flag": "true"}, "Whole.flag: expected bool, got str"),
        ({"ratio": "0.5"}, "Whole.ratio: expected number, got str"),
        ({"ratio": True}, "Whole.ratio: expected number, got bool"),
        ({"ratio": 10**400}, "Whole.ratio: expected number, got one that is too large"),
        ({"colour": 5}, "Whole.colour: expected str, got int"),
        ({"shade": ["red"]}, "Whole.shade: expected str, got list"),
        ({"when": 5}, "Whole.when: expected RFC 3339 time, got int"),
        ({"when": "yesterday"}, "Whole.when: expected RFC 3339 time, got another text"),
        ({"part": "p"}, "Part: expected dict, got str"),
        ({"part": {"name": 5}}, "Part.name: expected str, got int"),
        ({"parts": {}}, "Whole.parts: expected list, got dict"),
        ({"parts": [{"name": "q"}, {"name": 5}]}, "Part.name: expected str, got int"),
        ({"claims": []}, "Whole.claims: expected dict, got list"),
        ({"named": []}, "Whole.named: expected dict, got list"),
        ({"named": {"x": 5}}, "Part: expected dict, got int"),
    ],
    ids=lambda value: f"{value}"[:60],
)
def test_a_wrong_type_is_refused(changes: dict[str, Any], problem: str) -> None:
    """Nothing is turned into what it is not, and the text names field and types only."""
    with pytest.raises(StructureError) as caught:
        read(**changes)

    assert str(caught.value) == problem


@pytest.mark.parametrize("document", [None, [], "x", 5, True], ids=str)
def test_what_is_no_object_is_refused(document: object) -> None:
    """An answer is an object."""
    with pytest.raises(StructureError, match="Whole: expected dict"):
        converter.structure(document, Whole)


@pytest.mark.parametrize("value", [{}, {"user_id": None}], ids=["missing", "null"])
def test_what_a_login_stands_on_must_be_there(value: dict[str, Any]) -> None:
    """Without a user id there is no user."""
    document = {name: item for name, item in COMPLETE.items() if name != "user_id"}

    with pytest.raises(StructureError, match=r"Whole\.user_id: missing or null"):
        converter.structure({**document, **value}, Whole)


def test_a_promised_field_may_be_missing_and_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    """An answer without a less essential field is read, with ``None`` in its place."""

    @attrs.define(kw_only=True)
    class Promise:
        label: str
        part: Part

    with caplog.at_level(logging.WARNING, "stytch_async"):
        found = [converter.structure({"part": {"name": "p"}}, Promise) for _ in range(3)]
        nulled = converter.structure({"label": None, "part": {"name": "p"}}, Promise)

    assert [promise.label for promise in [*found, nulled]] == [None] * 4
    assert found[0].part == Part(name="p")
    assert [record.getMessage() for record in caplog.records] == [
        "Stytch left out Promise.label, which its reference promises; it reads as None"
    ]


def test_a_field_missing_deep_down_leaves_the_rest_intact() -> None:
    """Only the object that lacks something is read tolerantly."""
    found = read(parts=[{"size": 1}, {"name": "r"}])

    assert [(part.name, part.size) for part in found.parts] == [(None, 1), ("r", None)]
    assert found.part == Part(name="p", size=3)


@pytest.mark.parametrize("value", ["label", ["label"], 5, True], ids=["text", "list", "number", "boolean"])
def test_object_without_required_fields_is_an_object_all_the_same(value: object) -> None:
    """A text or list that holds a field's name is not read as an object without fields."""

    @attrs.define(kw_only=True)
    class Loose:
        label: str | None = None

    with pytest.raises(StructureError, match=f"Loose: expected dict, got {type(value).__name__}"):
        converter.structure(value, Loose)


def test_null_in_an_optional_field_is_none() -> None:
    """Stytch writes null for what it does not know."""
    assert read(flag=None, count=None, when=None, claims=None, named=None, shade=None) == read()


def test_a_whole_number_is_a_ratio_too() -> None:
    """JSON does not tell 1 from 1.0."""
    assert read(ratio=1).ratio == 1.0
    assert type(read(ratio=1).ratio) is float


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026-04-25T16:37:09Z", dt.datetime(2026, 4, 25, 16, 37, 9, tzinfo=dt.UTC)),
        ("2026-04-25T16:37:09.123456Z", dt.datetime(2026, 4, 25, 16, 37, 9, 123456, tzinfo=dt.UTC)),
        ("2026-04-25T16:37:09.12Z", dt.datetime(2026, 4, 25, 16, 37, 9, 120000, tzinfo=dt.UTC)),
        ("2026-04-25T18:37:09+02:00", dt.datetime(2026, 4, 25, 16, 37, 9, tzinfo=dt.UTC)),
        ("2026-04-25T16:37:09", dt.datetime(2026, 4, 25, 16, 37, 9, tzinfo=dt.UTC)),
        ("2026-04-25T16:37:09.123456789Z", dt.datetime(2026, 4, 25, 16, 37, 9, 123456, tzinfo=dt.UTC)),
    ],
)
def test_a_time_is_aware(text: str, when: dt.datetime) -> None:
    """With or without a fraction; a time without a zone is UTC."""
    found = read(when=text).when

    assert found == when
    assert found is not None
    assert found.tzinfo is not None


def test_free_form_maps_are_left_as_they_are() -> None:
    """Nulls, nested lists and numbers of any size come out as they came in."""
    text = '{"n": null, "big": 123456789012345678901234567890, "deep": [{"x": [1.5, true, "\\u00fc"]}], "": ""}'
    claims = json.loads(text)

    assert read(claims=claims).claims == json.loads(text)


def test_maps_of_objects_are_read() -> None:
    """The values have their class, the keys are the app's."""
    assert read(named={"any key": {"name": "x"}}).named == {"any key": Part(name="x")}


def test_unstructuring_leaves_out_defaults_except_in_maps() -> None:
    """What is not given does not travel, and a null in a free-form map does."""
    whole = read(claims={"gone": None}, when="2026-04-25T18:37:09+02:00")

    assert converter.unstructure(whole) == {
        **COMPLETE,
        "parts": [{"name": "q"}, {"name": "r"}],
        "claims": {"gone": None},
        "when": "2026-04-25T16:37:09Z",
    }
