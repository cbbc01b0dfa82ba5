"""The facts of Stytch's OpenAPI documents: paths, names, types, requiredness and enum values, and no prose.

``nox -s contract -- DIR`` refreshes the snapshot from the documents in DIR and prints skeletons of what is missing.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any, Final

SNAPSHOT: Final = Path(__file__).with_name("snapshot.json")
DOCUMENTS: Final = ("consumer", "b2b", "management")

Facts = dict[str, Any]


def load() -> Facts:
    """Read the snapshot."""
    return json.loads(SNAPSHOT.read_text())


def extract(document: Facts) -> Facts:
    """Pick the facts out of one OpenAPI document."""
    schemas = {name: _schema(schema) for name, schema in document["components"]["schemas"].items()}
    operations = {}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method in {"get", "post", "put", "patch", "delete"}:
                template = re.sub(r":(\w+)", r"{\1}", path)
                operations[f"{method.upper()} {template}"] = _operation(item | operation, template, schemas)
    return {"operations": operations, "schemas": schemas}


def _operation(operation: Facts, path: str, schemas: Facts) -> Facts:
    parameters = {
        parameter["name"]: [parameter["in"], bool(parameter.get("required")), _type(parameter["schema"])]
        for parameter in operation.get("parameters", [])
    }
    for name in re.findall(r"{(\w+)}", path):
        parameters.setdefault(name, ["path", True, "string"])[1] = True
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    bare = f"{operation['operationId']}Request"
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    return {
        "fraud": "servers" in operation,
        "parameters": parameters,
        "request": _type(body) if body else bare if bare in schemas else None,
        "response": _type(answer),
    }


def _schema(schema: Facts) -> Facts:
    if "enum" in schema:
        return {"enum": sorted(schema["enum"])}
    required = set(schema.get("required", []))
    properties = schema.get("properties", {})
    return {"properties": {name: [_type(found), name in required] for name, found in properties.items()}}


def _type(schema: Facts) -> str:
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if schema.get("type") == "array":
        return f"[{_type(schema['items'])}]"
    if schema.get("type") == "object":
        values = schema.get("additionalProperties")
        return f"{{{_type(values)}}}" if isinstance(values, dict) and values else "{}"
    return schema["type"]


def refresh(folder: Path) -> Facts:
    """Write the snapshot anew from the documents in a folder."""
    import yaml

    facts = {name: extract(yaml.safe_load((folder / f"{name}.yml").read_text())) for name in DOCUMENTS}
    SNAPSHOT.write_text(json.dumps(facts, indent=1, sort_keys=True) + "\n")
    return facts


if __name__ == "__main__":
    from skeletons import print_missing

    print_missing(refresh(Path(sys.argv[1])))
