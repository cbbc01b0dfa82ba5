import re

import attrs
import pytest

from stytch_async import catalog
from stytch_async.api.b2b.organizations import Organizations
from stytch_async.api.consumer.passwords import Email
from stytch_async.endpoint import SAFE

CONSUMER = [
    "otps.sms.send",
    "otps.sms.login_or_create",
    "otps.whatsapp.send",
    "otps.whatsapp.login_or_create",
    "otps.email.send",
    "otps.email.login_or_create",
    "otps.authenticate",
    "passwords.email.reset_start",
    "passwords.email.reset",
    "passwords.existing_password.reset",
    "passwords.sessions.reset",
    "passwords.create",
    "passwords.authenticate",
    "passwords.strength_check",
    "passwords.migrate",
    "sessions.get",
    "sessions.authenticate",
    "sessions.revoke",
    "sessions.get_jwks",
    "users.create",
    "users.get",
    "users.search",
    "users.update",
    "users.delete",
]
B2B = [
    "organizations.members.create",
    "organizations.members.get",
    "organizations.create",
    "organizations.get",
    "passwords.email.reset_start",
    "passwords.email.reset",
    "passwords.email.require_reset",
    "passwords.sessions.reset",
    "passwords.existing_password.reset",
    "passwords.strength_check",
    "passwords.migrate",
    "passwords.authenticate",
    "sessions.get",
    "sessions.authenticate",
    "sessions.revoke",
]
FIELDS = {
    "api_password_v1_passwords_existing_password_ResetResponse": [
        "request_id",
        "user_id",
        "session_token",
        "session_jwt",
        "user",
        "status_code",
        "session",
        "user_device",
    ],
    "api_password_v1_passwords_email_ResetRequest": [
        "token",
        "password",
        "session_token",
        "session_duration_minutes",
        "session_jwt",
        "code_verifier",
        "session_custom_claims",
        "attributes",
        "options",
        "telemetry_id",
    ],
    "api_otp_v1_AuthenticateResponse": [
        "request_id",
        "user_id",
        "method_id",
        "session_token",
        "session_jwt",
        "user",
        "reset_sessions",
        "status_code",
        "session",
        "user_device",
    ],
    "api_b2b_password_v1_b2b_passwords_existing_password_ResetRequest": [
        "email_address",
        "existing_password",
        "new_password",
        "organization_id",
        "session_token",
        "session_duration_minutes",
        "session_jwt",
        "session_custom_claims",
        "locale",
        "telemetry_id",
    ],
    "api_b2b_password_v1_b2b_passwords_email_RequireResetResponse": [
        "request_id",
        "status_code",
        "member_id",
        "member",
        "organization",
    ],
}


@pytest.mark.parametrize(("client", "names"), [("consumer", CONSUMER), ("b2b", B2B)])
def test_operations_are_named_as_they_are_called(client: str, names: list[str]) -> None:
    """The name of an entry is the way from the client to the endpoint."""
    known = {entry.name for entry in catalog.operations() if entry.client == client}

    missing = set(names) - known

    assert missing == set()


def test_operations_come_in_the_order_of_their_declaration() -> None:
    """Within a product the groups come first, each with its endpoints in order."""
    expected = [name for name in CONSUMER if name.startswith("passwords.")]

    actual = [
        entry.name
        for entry in catalog.operations()
        if entry.client == "consumer" and entry.name.startswith("passwords.")
    ]

    assert expected == actual


def test_the_names_of_secrets_are_those_that_no_repr_shows() -> None:
    """A tool that cuts secrets out of reports learns them here."""
    names = catalog.secret_names()

    assert {"password", "session_token", "session_jwt", "client_secret", "access_token", "code", "secret"} <= names
    assert names.isdisjoint({"email", "user_id", "request_id", "status_code"})


def test_an_entry_holds_the_operation_of_its_endpoint() -> None:
    """An operation in the catalog is the very one that the endpoint performs."""
    operations = {(entry.client, entry.name): entry.operation for entry in catalog.operations()}

    assert Email.reset.operation is operations["consumer", "passwords.email.reset"]
    assert Organizations.create.operation is operations["b2b", "organizations.create"]


@pytest.mark.parametrize("value", ["x-1", "secrets", "users", "a%2Fb", "123"])
def test_an_operation_is_found_by_method_and_path(value: str) -> None:
    """Each operation is found from any path that it is called with, and so is what the path says."""
    operations = {entry.operation for entry in catalog.operations()}
    parameters = {operation: re.findall(r"{(\w+)}", operation.path) for operation in operations}
    expected = {operation: (operation, dict.fromkeys(parameters[operation], value)) for operation in operations}

    actual = {
        operation: catalog.operation_at(operation.method, re.sub(r"{\w+}", value, operation.path))
        for operation in operations
    }

    assert actual == expected


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PATCH", "/v1/users"),
        ("GET", "/v1/shoes"),
        ("GET", "/v1/users/"),
        ("GET", "/v1/users/x/"),
        ("GET", "/v2/users/x"),
        ("GET", "/pwa/v3/x"),
        ("GET", ""),
    ],
)
def test_where_stytch_has_no_endpoint_none_is_found(method: str, path: str) -> None:
    """Another method, another path or none at all."""
    assert catalog.operation_at(method, path) is None


def test_what_reads_is_safe_to_repeat() -> None:
    """Every GET is declared safe."""
    unsafe = [
        entry.name
        for entry in catalog.operations()
        if entry.operation.method == "GET" and entry.operation.retry is not SAFE
    ]

    assert unsafe == []


@pytest.mark.parametrize("schema", FIELDS)
def test_a_schema_is_found_by_the_name_that_the_api_gives_it(schema: str) -> None:
    """The class that the catalog has for a schema has the schema's fields."""
    kind = catalog.schemas()[schema]

    actual = [field.name for field in attrs.fields(kind)]

    assert FIELDS[schema] == actual


def test_one_class_stands_for_schemas_that_repeat_each_other() -> None:
    """Names that the API gives to equal schemas lead to one class."""
    schemas = catalog.schemas()

    assert schemas["api_session_v1_GoogleOAuthFactor"] is schemas["api_session_v1_TikTokOAuthFactor"]
    assert schemas["api_user_v1_ResultsMetadata"] is schemas["api_m2m_v1_ResultsMetadata"]


def test_the_answer_of_every_operation_is_in_the_catalog() -> None:
    """No class of an answer is missing from the catalog, but for those that Stytch's documents leave out."""
    known = catalog.schemas().values()
    documented = [entry for entry in catalog.operations() if entry.operation.dialect == "json"]

    missing = [entry.name for entry in documented if entry.operation.response not in known]

    assert missing == []
