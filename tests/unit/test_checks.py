"""What is refused before anything is sent."""

import datetime as dt
import enum
from typing import Annotated, Any, Final, Literal

import attrs
import pytest

from stytch_async.checks import check
from stytch_async.errors import InvalidRequestError
from stytch_async.schemas.b2b import organizations
from stytch_async.schemas.both import m2m
from stytch_async.schemas.consumer import users
from stytch_async.schemas.management import sdk
from stytch_async.schemas.markers import Between, CustomClaims, ExternalID, Longest, Metadata, PageLimit

Colour = Literal["red"]
"""A set of texts that Stytch may extend."""


class Shade(enum.StrEnum):
    """An app's own names of texts."""

    PINK = "pink"


class Size(enum.IntEnum):
    """An enum that is no text."""

    BIG = 1


@attrs.define(kw_only=True)
class Part:
    """An object within a request."""

    name: str
    tags: list[str] | None = None


@attrs.define(kw_only=True)
class Request:
    """A request with a field of every kind."""

    required: str = "x"
    must: str
    flag: bool | None = None
    count: int | None = None
    limit: PageLimit | None = None
    colour: Colour | str | None = None
    colours: list[Colour | str] | None = None
    when: dt.datetime | None = None
    part: Part | None = None
    parts: list[Part] | None = None
    named: dict[str, Part] | None = None
    operands: list[dict[str, Any]] | None = None
    claims: CustomClaims | None = None
    metadata: Metadata | None = None
    external_id: ExternalID | None = None
    few: Annotated[list[str], Longest(2, least=1)] | None = None
    strict: Annotated[int, Between(1, 2)] = 1


JSON: Final[Any] = {"first_name": "Ada"}
WHEN: Final = dt.datetime(2026, 4, 25, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "fields",
    [
        {"flag": False, "count": -(2**70)},
        {"limit": 1},
        {"limit": 1000},
        {"colour": "red"},
        {"colour": Shade.PINK},
        {"colour": "a colour of tomorrow"},
        {"when": WHEN},
        {"part": Part(name="")},
        {"parts": [Part(name="x", tags=["y"])]},
        {"parts": ()},
        {"named": {"x": Part(name="y")}},
        {"operands": [{"filter_name": "x", "filter_value": [1, None, True, 0.5]}]},
        {"claims": {"x": {"y": [None, 2**100, "ü"]}}},
        {"metadata": {str(number): number for number in range(20)}},
        {"external_id": "Ada.Lovelace_1815|x-1"},
        {"external_id": "x" * 128},
        {"few": ["a", "b"]},
        {"must": Shade.PINK},
        {"colours": ["red", "a colour of tomorrow"]},
    ],
    ids=str,
)
def test_what_fits_passes(fields: dict[str, Any]) -> None:
    """Exact types, open sets, both bounds of a limit, and any JSON in a free-form map."""
    request = Request(**{"must": "x", **fields})

    check(request)


@pytest.mark.parametrize(
    ("fields", "field", "problem"),
    [
        ({"must": None}, "must", "is required, and is None"),
        ({"required": None}, "required", "is required, and is None"),
        ({"must": 5}, "must", "must be str, not int"),
        ({"must": b"x"}, "must", "must be str, not bytes"),
        ({"must": Size.BIG}, "must", "must be str, not Size"),
        ({"flag": 1}, "flag", "must be bool, not int"),
        ({"flag": "true"}, "flag", "must be bool, not str"),
        ({"count": True}, "count", "must be int, not bool"),
        ({"count": 1.0}, "count", "must be int, not float"),
        ({"count": "1"}, "count", "must be int, not str"),
        ({"limit": 0}, "limit", "must be from 1 to 1000"),
        ({"limit": 1001}, "limit", "must be from 1 to 1000"),
        ({"limit": "5"}, "limit", "must be int, not str"),
        ({"colour": 5}, "colour", "must be str, not int"),
        ({"colours": ["red", 5]}, "colours[1]", "must be str, not int"),
        ({"when": "2026-04-25T00:00:00Z"}, "when", "must be datetime, not str"),
        ({"when": WHEN.date()}, "when", "must be datetime, not date"),
        ({"when": WHEN.replace(tzinfo=None)}, "when", "must be an aware datetime: give it a tzinfo"),
        ({"part": {"name": "x"}}, "part", f"must be Part (from {__name__} import Part), not dict"),
        ({"part": "x"}, "part", "must be Part, not str"),
        ({"part": Part(name=None)}, "part.name", "is required, and is None"),
        ({"part": Part(name="x", tags=["y", 5])}, "part.tags[1]", "must be str, not int"),
        ({"parts": Part(name="x")}, "parts", "must be list, not Part"),
        ({"parts": "x"}, "parts", "must be list, not str"),
        ({"parts": [Part(name="x"), None]}, "parts[1]", "must be Part, not NoneType"),
        ({"named": {"x": Part(name=5)}}, "named.x.name", "must be str, not int"),
        ({"named": []}, "named", "must be dict, not list"),
        ({"named": {5: Part(name="x")}}, "named", "has a key of type int; JSON keys are str"),
        ({"operands": ["x"]}, "operands[0]", "must be dict, not str"),
        ({"operands": [{"x": {1}}]}, "operands[0]", "holds a set, which JSON has no way to write"),
        ({"claims": []}, "claims", "must be dict, not list"),
        ({"claims": {"x": "y" * 4096}}, "claims", "must be at most 4096 bytes of JSON, and is 4104"),
        (
            {"metadata": {str(number): number for number in range(21)}},
            "metadata",
            "must have at most 20 keys at the top level, and has 21",
        ),
        ({"few": []}, "few", "must have 1 to 2 characters or items, and has 0"),
        ({"few": ["a", "b", "c"]}, "few", "must have 1 to 2 characters or items, and has 3"),
        ({"external_id": ""}, "external_id", "must be 1 to 128 letters, digits or characters of . _ | -"),
        ({"external_id": "a b"}, "external_id", "must be 1 to 128 letters, digits or characters of . _ | -"),
        ({"external_id": "x\n"}, "external_id", "must be 1 to 128 letters, digits or characters of . _ | -"),
        ({"external_id": "x" * 129}, "external_id", "must be 1 to 128 letters, digits or characters of . _ | -"),
        ({"strict": None}, "strict", "is required, and is None"),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, dict) else "",
)
def test_what_does_not_fit_is_named(fields: dict[str, Any], field: str, problem: str) -> None:
    """The error tells which argument, however deep, and what is wrong, but never the value."""
    request = Request(**{"must": "x", **fields})

    with pytest.raises(InvalidRequestError) as caught:
        check(request)

    assert (caught.value.field, caught.value.problem) == (field, problem)


def test_a_value_at_fault_is_never_shown() -> None:
    """It may be a password."""
    with pytest.raises(InvalidRequestError) as caught:
        check(Request(must=["hunter2"]))

    assert "hunter2" not in f"{caught.value} {caught.value!r}"


@pytest.mark.parametrize(
    ("request_", "field", "name", "package"),
    [
        (users.CreateRequest(name=JSON), "name", "Name", "consumer"),
        (users.SearchRequest(query=JSON), "query", "SearchUsersQuery", "consumer"),
        (users.CreateRequest(attributes=JSON), "attributes", "Attributes", "consumer"),
        (m2m.ClientsSearchRequest(query=JSON), "query", "M2MSearchQuery", "consumer"),
        (organizations.SearchRequest(query=JSON), "query", "SearchQuery", "b2b"),
        (organizations.DeleteRequest(organization_id="x", authorization=JSON), "authorization", "Authorization", "b2b"),
        (
            sdk.SetB2BConfigRequest(project_slug="x", environment_slug="y", config=JSON),
            "config",
            "B2BConfig",
            "management",
        ),
    ],
)
def test_a_mapping_in_place_of_an_object_is_told_the_class(
    request_: object, field: str, name: str, package: str
) -> None:
    """The error names what belongs there, and the import that gives it; objects that APIs share have one in each."""
    with pytest.raises(InvalidRequestError) as caught:
        check(request_)

    problem = f"must be {name} (from stytch_async.schemas.{package} import {name}), not dict"
    assert (caught.value.field, caught.value.problem) == (field, problem)


def test_an_item_and_a_value_are_told_the_class_too() -> None:
    """Lists and maps of objects hold objects."""
    with pytest.raises(InvalidRequestError, match=r"parts\[1\] must be Part \(from .* import Part\), not dict"):
        check(Request(must="x", parts=[Part(name="y"), {"name": "z"}]))
    with pytest.raises(InvalidRequestError, match=r"named\.a must be Part \(from .* import Part\), not dict"):
        check(Request(must="x", named={"a": {"name": "z"}}))


def test_the_import_that_is_named_gives_the_class() -> None:
    """Copied out of the error, it does what it says."""
    with pytest.raises(InvalidRequestError) as caught:
        check(users.CreateRequest(name=JSON))
    namespace: dict[str, Any] = {}

    exec(caught.value.problem.partition("(")[2].partition(")")[0], namespace)  # noqa: S102 - our own text

    assert namespace["Name"] is users.Name
