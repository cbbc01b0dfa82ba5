import importlib
import inspect
import pkgutil
import re
from collections import Counter
from types import ModuleType

import attrs
import pytest

import stytch_async.schemas
from stytch_async import InvalidRequestError, catalog
from stytch_async.catalog import Entry
from stytch_async.checks import check
from stytch_async.codec import encode
from stytch_async.schemas.b2b import members, organizations
from stytch_async.schemas.consumer import otps, users
from stytch_async.schemas.hashes import ScryptConfig
from stytch_async.schemas.shared import Authorization

SECRET = re.compile(r"(.*_)?(password|token|secret|jwt|verifier|hash|salt)|code|recovery_codes?|saml_response")
HARMLESS = (bool, bool | None, users.Password | None)
REFERENCES = {"consumer": "consumer/api", "b2b": "b2b/api", "management": "pwa/api/v3"}
SAML_SHIELD = "https://samlshield.com/docs/api-reference"
MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(stytch_async.schemas.__path__, "stytch_async.schemas.")
    if module.name not in {"stytch_async.schemas.markers", "stytch_async.schemas.filters"}
]
CLASSES = [
    value
    for module in MODULES
    for value in vars(module).values()
    if isinstance(value, type) and value.__module__ == module.__name__
]
OPERATIONS = list(catalog.operations())


def field_names(kind: type) -> list[str]:
    """Return the names of a class's fields."""
    return [field.name for field in attrs.fields(kind)]


def secret_names(kind: type) -> list[str]:
    """Return the names of the fields that hold a secret, going by their names, but for flags and ``User.password``."""
    return [field.name for field in attrs.fields(kind) if SECRET.fullmatch(field.name) and field.type not in HARMLESS]


def named(kind: type) -> str:
    """Name a class with its module."""
    return f"{kind.__module__.removeprefix('stytch_async.schemas.')}.{kind.__name__}"


def page_of(entry: Entry) -> str:
    """Return a pattern of the page that tells of an operation; B2B clients share some of the Consumer products."""
    package = entry.operation.request.__module__.removeprefix("stytch_async.schemas.").partition(".")[0]
    if package == "saml_shield":
        return SAML_SHIELD
    part = "fraud/api" if entry.operation.host == "fraud" else REFERENCES.get(package, REFERENCES["consumer"])
    return f"https://stytch.com/docs/api-reference/{part}/[a-z0-9/-]+"


@pytest.mark.parametrize("kind", CLASSES, ids=named)
def test_no_secret_shows_in_a_repr(kind: type) -> None:
    """A field with the name of a secret is left out of the repr, whatever it holds."""
    values = {name: f"<value of {name}>" for name in field_names(kind)}

    shown = repr(kind(**values))

    leaked = [name for name in secret_names(kind) if values[name] in shown]
    assert leaked == []


def test_the_pattern_of_secrets_finds_some() -> None:
    """The test of the reprs has something to look at."""
    found = {name for kind in CLASSES for name in secret_names(kind)}

    assert {"password", "new_password", "existing_password", "token", "session_token", "session_jwt"} <= found
    assert {"code", "code_verifier", "hash", "salt", "prepend_salt", "intermediate_session_token"} <= found


@pytest.mark.parametrize("kind", CLASSES, ids=named)
def test_a_class_takes_keywords_only(kind: type) -> None:
    """Positional arguments are refused, so that a new field can stand anywhere."""
    kinds = {parameter.kind for parameter in inspect.signature(kind).parameters.values()}

    assert kinds <= {inspect.Parameter.KEYWORD_ONLY}


@pytest.mark.parametrize("kind", CLASSES, ids=named)
def test_a_class_tells_what_it_is(kind: type) -> None:
    """Every class has a docstring of its own, whose first line is a sentence."""
    summary = (vars(kind)["__doc__"] or "").partition("\n")[0]

    assert re.fullmatch(r"[A-Z].*[.?]", summary)


@pytest.mark.parametrize("kind", CLASSES, ids=named)
def test_a_docstring_names_only_fields_that_exist(kind: type) -> None:
    """What stands under Args or Attributes is a field of the class."""
    sections = re.findall(r"^(?:Args|Attributes):\n((?:    .*\n)+)", inspect.getdoc(kind) or "", re.MULTILINE)
    documented = {name for section in sections for name in re.findall(r"^    (\w+):", section, re.MULTILINE)}

    unknown = documented - set(field_names(kind))

    assert unknown == set()


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_a_module_exports_its_classes(module: ModuleType) -> None:
    """Every class that a module defines stands in its ``__all__``."""
    defined = {value.__name__ for value in CLASSES if value.__module__ == module.__name__}

    assert defined <= set(getattr(module, "__all__", []))


@pytest.mark.parametrize("entry", OPERATIONS, ids=lambda entry: f"{entry.client}.{entry.name}")
def test_an_endpoint_tells_its_source(entry: Entry) -> None:
    """The docstring ends with the method, the path and the page that tells of them."""
    operation = re.escape(str(entry.operation)).replace(r"\ ", r"\s")

    docstring = inspect.getdoc(entry.operation.request) or ""

    assert re.search(rf"\n\nSource: `{operation}\s<{page_of(entry)}>`_$", docstring)


@pytest.mark.parametrize("entry", OPERATIONS, ids=lambda entry: f"{entry.client}.{entry.name}")
def test_an_endpoint_names_no_error_twice(entry: Entry) -> None:
    """Under Raises each class stands once, and each error type once."""
    docstring = inspect.getdoc(entry.operation.request) or ""
    _, _, raises = docstring.partition("\nRaises:\n")
    errors = re.findall(r"^    (\w+):|``(\w+)``", raises.partition("\n\n")[0], re.MULTILINE)

    repeated = [error for error, times in Counter(errors).items() if times > 1]

    assert repeated == []


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (organizations.CreateRequest(organization_name=""), "organization_name"),
        (organizations.CreateRequest(organization_name="A" * 129), "organization_name"),
        (organizations.CreateRequest(organization_name="Ada & Co", organization_slug="a"), "organization_slug"),
        (organizations.CreateRequest(organization_name="Ada & Co", organization_slug="ada/co"), "organization_slug"),
        (
            organizations.CreateRequest(organization_name="Ada & Co", organization_external_id="#"),
            "organization_external_id",
        ),
        (otps.EmailSendRequest(email="ada@example.com", expiration_minutes=0), "expiration_minutes"),
        (otps.EmailSendRequest(email="ada@example.com", expiration_minutes=11), "expiration_minutes"),
        (ScryptConfig(salt="c2FsdA==", n_parameter=262145, r_parameter=8, p_parameter=1, key_length=32), "n_parameter"),
    ],
)
def test_a_stated_limit_is_checked(request_: object, field: str) -> None:
    """An argument outside the limit that Stytch states is refused by name."""
    with pytest.raises(InvalidRequestError) as refused:
        check(request_)

    assert field == refused.value.field


@pytest.mark.parametrize(
    "request_",
    [
        organizations.CreateRequest(organization_name="A", organization_slug="a.-_~Z9", organization_external_id="a|1"),
        organizations.CreateRequest(organization_name="ä" * 128, organization_slug="a" * 128),
        otps.EmailSendRequest(email="ada@example.com", expiration_minutes=1),
        otps.EmailSendRequest(email="ada@example.com", expiration_minutes=10),
        otps.AuthenticateRequest(method_id="email-test-1", code="no six digits"),
    ],
)
def test_what_is_within_the_limits_passes(request_: object) -> None:
    """Whether a code is well-formed is for Stytch to say, and so is everything that no limit is stated for."""
    check(request_)


@pytest.mark.parametrize(
    ("authorization", "header"),
    [
        (Authorization(session_token="the token"), ("X-Stytch-Member-Session", "the token")),
        (Authorization(session_jwt="the.jwt"), ("X-Stytch-Member-SessionJWT", "the.jwt")),
    ],
    ids=["token", "jwt"],
)
def test_an_authorization_travels_as_a_header(authorization: Authorization, header: tuple[str, str]) -> None:
    """The session of the acting member is sent beside the body, not in it."""
    operations = {(entry.client, entry.name): entry.operation for entry in OPERATIONS}
    request = members.CreateRequest(
        organization_id="organization-test-1", email_address="ada@example.com", authorization=authorization
    )

    message = encode(
        operations["b2b", "organizations.members.create"],
        request,
        base_url="https://test.stytch.com",
        headers={},
        timeout=None,
    )

    assert dict([header]) == message.headers
    assert message.content == b'{"email_address":"ada@example.com"}'
