"""The errors that docstrings announce, held against what the emulator can refuse, both ways."""

import inspect
import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any, Final

import attrs
import pytest

from stytch_async import errors, schemas
from stytch_async.emulator.front.reading import METADATA
from stytch_async.emulator.refusals.catalog import reasons
from stytch_async.emulator.registry import handlers
from stytch_async.endpoint import Operation
from stytch_async.schemas import management
from tests.contract.raisable import reasons_of

OPERATIONS: Final = {str(operation): operation for operation in handlers()}
NAME: Final = re.compile(r"``([a-z0-9_*]+)``")
SECTION: Final = re.compile(r"\nRaises:\n(?P<entries>.*?)(\n\n|\Z)", re.DOTALL)
ENTRY: Final = re.compile(r"    (?P<error>\w+): (?P<text>.*(\n        .*)*)")
TERM: Final = re.compile(r"(?P<names>``.*)\n(?P<text>(    .*\n)+)")

NEVER: Final[Mapping[str, str]] = {
    "cannot_delete_email": "in which states of a user it is refused is not known",
    "client_secret_too_long": "how long a secret may be is not known",
    "default_provider_not_allowed": "a project's own credentials at identity providers are not emulated",
    "country_code_allowlist_billing_not_verified": "nobody pays the emulator",
    "inactive_email": "no mail bounces",
    "invalid_m2m_client_scope": "which scopes are refused is not known",
    "m2m_client_invalid_*": "which names and ids are refused is not known",
    "required_custom_email_domain": "which domains a project owns is not emulated",
    "too_many_connected_apps": "quotas are not emulated",
    "too_many_m2m_client*": "quotas are not emulated",
    "too_many_sso_connections*": "quotas are not emulated",
    "too_many_requests": "rate limits are not emulated; `InMemoryTransport.fail_next` rehearses them",
    "too_many_roles": "quotas are not emulated",
    "too_many_trusted_token_profiles_for_project": "how many a project may have is not known",
    "unsubscribed_phone_number": "nobody answers a text message",
}
"""By error type: why no call to the emulator brings it about where docstrings announce it."""

SESSION: Final = {"authorization", "session_jwt", "session_token"}

IMPLIED: Final = {
    f"{owner}{source}_implicit_role_assignments"
    for owner in ("", "external_", "saml_", "scim_")
    for source in ("connection", "group")
}

ABOUT: Final[Mapping[str, set[str]]] = {
    "cannot_assign_default_rbac_role_id": {"roles", *IMPLIED},
    "connected_app_not_allowed_for_org": {"organization_id"},
    "custom_claims_too_large": {"session_custom_claims"},
    "duplicate_member_email": {"email_address", "oauth_token", "sso_token"},
    "duplicate_member_external_id": {"external_id"},
    "duplicate_member_phone_number": {"mfa_phone_number"},
    "duplicate_member_phone_number_for_member": {"mfa_phone_number"},
    "duplicate_phone_number": {"phone_number"},
    "duplicate_user_external_id": {"external_id"},
    "incompatible_session_type": SESSION,
    "intermediate_session_not_found": {"intermediate_session_token"},
    "invalid_email": {"email", "email_address"},
    "invalid_intermediate_session_token_for_organization": {"intermediate_session_token"},
    "invalid_pkce_code_challenge": {"code_challenge", "pkce_code_challenge"},
    "invalid_phone_number": {"mfa_phone_number", "phone_number"},
    "invalid_rbac_role_id": {"rbac_email_implicit_role_assignments", "roles", *IMPLIED},
    "invalid_session_token": {*SESSION, "intermediate_session_token"},
    "invalid_user_id": {"external_id", "user_id"},
    "member_session_member_id_mismatch": {"intermediate_session_token"},
    "metadata_too_large": {*METADATA},
    "metadata_too_many_keys": {*METADATA},
    "reserved_claims_in_custom_claims": {"session_custom_claims"},
    "session_not_found": {*SESSION, "member_session_id", "session_id"},
    "session_not_mutable": {*SESSION} - {"authorization"},
    "stytch_claims_in_custom_claims": {"session_custom_claims"},
    "too_many_session_arguments": SESSION,
    "unable_to_parse_session_jwt": SESSION,
    "user_not_found": {"profile_id", "user_id"},
}
"""By error type: the arguments that it is about; a call that takes none of them is not refused for it."""

SPARED: Final[Mapping[str, set[str]]] = {
    "POST /pwa/v3/projects": {"too_many_public_tokens"},
    "POST /pwa/v3/projects/{project_slug}/environments": {
        "cannot_toggle_cross_org_passwords_when_password_in_use",
        "too_many_public_tokens",
    },
    "POST /v1/b2b/discovery/organizations/create": {
        "desired_email_updating_for_different_member",
        "retired_member_email",
    },
    "POST /v1/b2b/magic_links/email/login_or_signup": {"duplicate_member_email"},
    "POST /v1/b2b/organizations/{organization_id}/members/{member_id}/start_email_update": {"retired_member_email"},
    "POST /v1/b2b/otps/email/discovery/authenticate": {"user_lock_limit_reached"},
    "POST /v1/b2b/otps/email/login_or_signup": {"duplicate_member_email"},
    "POST /v1/b2b/passwords/migrate": {"duplicate_member_email"},
}
"""By operation: what its handler rules out before it calls the rule that refuses it."""


def arguments(operation: Operation[Any, Any]) -> set[str]:
    """Name the arguments of an operation."""
    return set(attrs.fields_dict(operation.request))


def raised(operation: Operation[Any, Any]) -> dict[str, int]:
    """Return the statuses of what a call can be refused for, by error type."""
    return {
        reason.error_type: reason.status
        for reason in reasons_of(operation)
        if reason.error_type not in ABOUT or ABOUT[reason.error_type] & arguments(operation)
        if reason.error_type not in SPARED.get(str(operation), ())
    }


def announced(operation: Operation[Any, Any]) -> dict[str, str]:
    """Return the classes of the errors that an endpoint's own docstring announces, by error type."""
    section = SECTION.search(inspect.getdoc(operation.request) or "")
    entries = ENTRY.finditer(section["entries"]) if section else ()
    return {name: entry["error"] for entry in entries for name in NAME.findall(entry["text"])}


def common() -> dict[str, set[str]]:
    """Return the error types that are announced once, with the argument that they are about; of any call, under ""."""
    text = f"{schemas.__doc__}\n{management.__doc__}\n"
    about: dict[str, set[str]] = {"": {name for name in NAME.findall(TERM.sub("", text)) if name in reasons()}}
    for term in TERM.finditer(text):
        found = {name for name in NAME.findall(term["text"]) if name in reasons()}
        about |= dict.fromkeys(NAME.findall(term["names"]), found)
    return about


COMMON: Final = common()


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_what_can_be_refused_is_announced(name: str) -> None:
    """Whatever a call can be refused for stands in its docstring, or with an argument that it takes."""
    operation = OPERATIONS[name]
    patterns = {*announced(operation), *COMMON[""]}.union(*(COMMON.get(one, set()) for one in arguments(operation)))

    silent = {found for found in raised(operation) if not any(fnmatchcase(found, pattern) for pattern in patterns)}

    assert silent == set()


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_what_is_announced_can_be_refused(name: str) -> None:
    """An error that a docstring announces happens in the emulator, unless it is said above why it does not."""
    operation = OPERATIONS[name]

    idle = {
        pattern
        for pattern in announced(operation)
        if not any(fnmatchcase(found, pattern) for found in raised(operation))
        and not any(fnmatchcase(pattern, known) for known in NEVER)
    }

    assert idle == set()


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_an_error_is_announced_under_its_class(name: str) -> None:
    """The class that a docstring names is the one that is raised for the status."""
    operation = OPERATIONS[name]
    statuses = {
        "BadRequestError": 400,
        "AuthenticationError": 401,
        "PermissionDeniedError": 403,
        "NotFoundError": 404,
        "RateLimitError": 429,
    }

    wrong = {
        found: error
        for pattern, error in announced(operation).items()
        for found, status in raised(operation).items()
        if fnmatchcase(found, pattern) and statuses[error] != status
    }

    assert all(issubclass(getattr(errors, error), errors.APIError) for error in statuses)
    assert wrong == {}


def test_what_is_announced_with_an_argument_can_be_refused() -> None:
    """Each error that is announced once for all endpoints happens in one of them at least."""
    idle = {
        (argument, found)
        for argument, names in COMMON.items()
        for found in names
        if argument and not any(argument in arguments(one) and found in raised(one) for one in OPERATIONS.values())
    }

    assert idle == set()


def test_no_exception_is_left_over() -> None:
    """What is listed above is announced somewhere or could be refused, and so needs to be there."""
    everywhere = {name for operation in OPERATIONS.values() for name in announced(operation)}
    possible = {reason.error_type for operation in OPERATIONS.values() for reason in reasons_of(operation)}

    assert {known for known in NEVER if not any(fnmatchcase(name, known) for name in everywhere)} == set()
    assert ABOUT.keys() - possible == set()
    assert all(names <= {one.error_type for one in reasons_of(OPERATIONS[place])} for place, names in SPARED.items())
