"""What upstream has and the library lacks, as skeletons ready to paste."""

from typing import Any

from stytch_async import catalog

Facts = dict[str, Any]

PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "{}": "dict[str, Any]"}
SECRETS = ("password", "token", "_secret", "session_jwt", "code", "hash")


def print_missing(facts: Facts) -> None:
    """Print a skeleton for each schema and operation that the catalog does not have."""
    known, performed = catalog.schemas(), {str(entry.operation) for entry in catalog.operations()}
    for document in facts.values():
        for name in sorted(document["schemas"].keys() - known.keys()):
            print(schema_skeleton(name, document["schemas"][name]), end="\n\n\n")
        for name in sorted(document["operations"].keys() - performed):
            print(operation_skeleton(name, document["operations"][name]), end="\n\n")


def schema_skeleton(name: str, facts: Facts) -> str:
    """Write a schema's class, or its set of texts; the docstring is still to be found."""
    title = name.rpartition("_")[2]
    if "enum" in facts:
        values = ", ".join(f'"{value}"' for value in facts["enum"])
        return f"{title} = Literal[{values}]"
    properties = sorted(facts["properties"].items(), key=lambda item: not item[1][1])
    fields = [_field(field, kind, required=required) for field, (kind, required) in properties]
    return "\n".join(["@attrs.define(kw_only=True)", f"class {title}:", f'    __schema__ = "{name}"', "", *fields])


def _field(name: str, kind: str, *, required: bool) -> str:
    secret = name.endswith(SECRETS)
    annotation = "dt.datetime" if name.endswith("_at") else annotated(kind)
    if required:
        return f"    {name}: {annotation}{' = attrs.field(repr=False)' if secret else ''}"
    default = "attrs.field(default=None, repr=False)" if secret else "None"
    return f"    {name}: {annotation} | None = {default}"


def annotated(kind: str) -> str:
    """Write a type as an annotation; a schema goes by the last part of its name."""
    if kind.startswith("["):
        return f"list[{annotated(kind[1:-1])}]"
    return PLAIN.get(kind, kind.rpartition("_")[2])


def operation_skeleton(name: str, facts: Facts) -> str:
    """Write the declaration of an endpoint, its name and retry class still to be found."""
    method, _, path = name.partition(" ")
    request = (facts["request"] or "Request").rpartition("_")[2]
    response = facts["response"].rpartition("_")[2]
    host = ', host="fraud"' if facts["fraud"] else ""
    arguments = [f"    # {argument}: {place}" for argument, (place, _, _) in facts["parameters"].items()]
    declaration = f'name: Final = endpoint("{method}", "{path}", schemas.{request}, schemas.{response}, RETRY{host})'
    return "\n".join([declaration, *arguments])
