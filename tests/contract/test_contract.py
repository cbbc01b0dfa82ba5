"""Every operation and schema, held against the facts of Stytch's own documents, both ways."""

import datetime as dt
import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs
import pytest

from stytch_async import catalog
from stytch_async.catalog import Entry
from stytch_async.codec import layout
from tests.contract.facts import DOCUMENTS, extract, load
from tests.contract.skeletons import operation_skeleton, schema_skeleton

FACTS = load()
SCHEMAS = catalog.schemas()
ENTRIES = {str(entry.operation): entry for entry in catalog.operations()}
UPSTREAM = {name: facts for document in FACTS.values() for name, facts in document["operations"].items()}
NAMES = {name: facts for document in FACTS.values() for name, facts in document["schemas"].items()}
SETS = {name: set(facts["enum"]) for name, facts in NAMES.items() if "enum" in facts}
BEYOND = {f"POST /v1/public/{{project_id}}/oauth2/{name}" for name in ("token", "introspect", "revoke")}
"""What the official SDK has and the documents leave out."""

ANSWERED = {
    "api_crypto_wallet_v1_SIWEParamsResponse": {"request_id"},
    "api_organization_v1_Organization": {"scim_active_connections"},
}
"""Fields that Stytch's answers have and the documents leave out."""

DEFAULTED = {"api_password_v1_PBKDF2Config": {"algorithm"}}
"""Fields that the documents list as required, and of which they name the default."""


def test_no_operation_is_missing_or_extra() -> None:
    """The catalog has the operations of the documents, and the public ones that these leave out."""
    assert UPSTREAM.keys() | BEYOND == ENTRIES.keys() - {"POST /v1/saml/validate"}


def test_no_schema_is_missing_or_extra() -> None:
    """Each object of the documents has a class, and no class claims a name that they do not know."""
    assert NAMES.keys() - SETS.keys() == SCHEMAS.keys()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_client_has_its_own_operations(document: str) -> None:
    """A client performs what its document describes."""
    own = {str(entry.operation) for entry in catalog.operations() if entry.client == document}

    assert FACTS[document]["operations"].keys() <= own


@pytest.mark.parametrize("name", sorted(UPSTREAM))
def test_arguments_are_those_of_the_api(name: str) -> None:
    """Path, query, header and body: every input once, as required as upstream, and nothing else."""
    entry, facts = ENTRIES[name], UPSTREAM[name]
    fields = dict(attrs.fields_dict(entry.operation.request))
    headers = {header for place in layout(entry.operation).headers.values() for header in place.values()}
    body = NAMES[facts["request"]]["properties"] if facts["request"] else {}
    inputs = {argument: [kind, required] for argument, (place, required, kind) in facts["parameters"].items()}
    expected = {**body, **{key: value for key, value in inputs.items() if key not in headers}}

    fields.pop("authorization", None)

    assert {key for key, (place, _, _) in facts["parameters"].items() if place == "header"} == headers
    assert expected.keys() == fields.keys()
    for key, (kind, required) in expected.items():
        assert required is (fields[key].default is attrs.NOTHING), key
        assert fits(kind, fields[key].type), key


@pytest.mark.parametrize("name", sorted(UPSTREAM))
def test_the_rest_of_a_declaration_is_the_apis(name: str) -> None:
    """Host, request and answer are those of the document."""
    operation, facts = ENTRIES[name].operation, UPSTREAM[name]

    assert operation.host == ("fraud" if facts["fraud"] else "api")
    assert SCHEMAS[facts["response"]] is operation.response
    assert facts["request"] is None or SCHEMAS[facts["request"]] is operation.request


@pytest.mark.parametrize("name", sorted(NAMES.keys() - SETS.keys()))
def test_schemas_mirror_the_api(name: str) -> None:
    """Same fields, same requiredness, same types, same sets of texts."""
    facts, cls = NAMES[name], SCHEMAS[name]
    fields = attrs.fields_dict(cls)
    names = fields.keys() - ANSWERED.get(name, set())
    is_request = any(entry.operation.request is cls for entry in ENTRIES.values())

    assert facts["properties"].keys() == names or (is_request and facts["properties"].keys() <= names)
    for key, (kind, required) in facts["properties"].items():
        path = {argument for entry in ENTRIES.values() if entry.operation.request is cls for argument in _path(entry)}
        assert required is (fields[key].default is attrs.NOTHING) or key in path | DEFAULTED.get(name, set()), key
        assert fits(kind, fields[key].type), key


def _path(entry: Entry) -> tuple[str, ...]:
    return layout(entry.operation).path


def fits(kind: str, annotation: Any) -> bool:
    """Whether an annotation says the same as a type of the documents."""
    if get_origin(annotation) is Annotated:
        return fits(kind, get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        members = [member for member in get_args(annotation) if member is not type(None)]
        closed = [member for member in members if member is not str] or members
        judge = fits_set if get_origin(closed[0]) is Literal else fits
        return len(closed) == 1 and judge(kind, closed[0])
    if kind.startswith("["):
        return get_origin(annotation) is list and fits(kind[1:-1], get_args(annotation)[0])
    if kind.startswith("{"):
        return get_origin(annotation) is dict and (kind == "{}" or fits(kind[1:-1], get_args(annotation)[1]))
    if kind in NAMES:
        return SCHEMAS.get(kind) is annotation
    plain = {"string": (str, dt.datetime), "integer": (int,), "number": (float,), "boolean": (bool,)}
    return annotation in plain[kind]


def fits_set(kind: str, literal: Any) -> bool:
    """Whether a set of texts is that of the documents; where they state none, it is our reading of their prose."""
    return SETS[kind] == set(get_args(literal)) if kind in SETS else kind == "string"


def test_new_things_upstream_come_out_as_skeletons() -> None:
    """What the library lacks is printed ready to paste."""
    facts = extract(
        {
            "paths": {
                "/v1/things/:thing_id": {
                    "put": {
                        "operationId": "api_thing_v1_Update",
                        "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/s/UpdateRequest"}}}},
                        "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/s/Thing"}}}}},
                    }
                }
            },
            "components": {
                "schemas": {
                    "api_thing_v1_Thing": {
                        "required": ["thing_id"],
                        "properties": {"thing_id": {"type": "string"}, "made_at": {"type": "string"}},
                    },
                    "api_thing_v1_Size": {"enum": ["x-large"]},
                }
            },
        }
    )

    thing = schema_skeleton("api_thing_v1_Thing", facts["schemas"]["api_thing_v1_Thing"])
    size = schema_skeleton("api_thing_v1_Size", facts["schemas"]["api_thing_v1_Size"])
    update = operation_skeleton(*next(iter(facts["operations"].items())))

    assert "class Thing:" in thing
    assert "    made_at: dt.datetime | None = None" in thing
    assert size == 'Size = Literal["x-large"]'
    assert 'endpoint("PUT", "/v1/things/{thing_id}", schemas.UpdateRequest, schemas.Thing, RETRY)' in update
    assert "# thing_id: path" in update
