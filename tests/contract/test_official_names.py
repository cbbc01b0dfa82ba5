"""Every method of the official SDK has its counterpart, so that an app can move over by renaming."""

import inspect
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import stytch

from stytch_async import B2BClient, Client, InMemoryTransport, SAMLShieldClient

PROJECT: Final = "project-test-00000000-0000-4000-8000-000000000000"
SECRET: Final = "secret-test-opens-nothing"
PAGE: Final = Path(__file__).parents[2] / "docs/reference/names.rst"
MACHINERY: Final = {"api_base", "policy_cache", "get_jwks_client"}
"""What the official objects show of their insides."""

SAME: Final[dict[str, str]] = {"method_options": "authorization"}
"""Arguments that bear another name throughout."""

DIFFERENT: Final[dict[str, tuple[dict[str, str | None], str]]] = {
    "close": ({}, "is `aclose`, as contextlib.aclosing expects it"),
    "connected_app.clients.create": (
        {"id_token_template_content": None},
        "the argument is in no document of the API, and the SDK says nothing about it either",
    ),
    "connected_app.clients.update": (
        {"id_token_template_content": None},
        "the argument is in no document of the API, and the SDK says nothing about it either",
    ),
    "m2m.token": ({"extra": None}, "an argument that goes into the body unseen cannot be typed or checked"),
    "m2m.authenticate_token": (
        {"max_token_age": "max_token_age_seconds", "scope_authorization_func": None},
        "the age is named as it is in `sessions`, unit included; `scopes` of the result is there to be judged",
    ),
    "saml.validate": ({"method_options": None}, "SAML Shield has no members, and so no sessions of theirs"),
    "users.search_all": ({"cursor": None}, "it goes through all users, and `search` goes on from a cursor"),
}
"""By method: the arguments with another name here, or none, and why."""

RENAMED: Final[dict[str, str]] = {"close": "aclose"}


def methods(group: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Name the methods of an official client by path: the asynchronous ones, and those that have no such twin."""
    for name in dir(group):
        if name.startswith("_") or name in MACHINERY:
            continue
        value = getattr(group, name)
        if inspect.ismethod(value):
            if not hasattr(group, f"{name}_async"):
                yield ".".join([*path, name.removesuffix("_async")]), value
        elif ".api." in type(value).__module__:
            yield from methods(value, (*path, name))


def arguments(method: Any) -> dict[str, inspect.Parameter]:
    """Return the arguments of a method by name."""
    return dict(inspect.signature(method).parameters)


def official_clients() -> dict[str, object]:
    """Build the official clients, which use what aiohttp is about to remove."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return {
            "consumer": stytch.Client(PROJECT, SECRET, suppress_warnings=True),
            "b2b": stytch.B2BClient(PROJECT, SECRET, suppress_warnings=True),
            "saml_shield": stytch.SamlShieldClient("public-token"),
        }


OURS: Final = {
    "consumer": Client(transport=InMemoryTransport()),
    "b2b": B2BClient(transport=InMemoryTransport()),
    "saml_shield": SAMLShieldClient("public-token", transport=InMemoryTransport()),
}
METHODS: Final = [
    (client, name, method) for client, official in official_clients().items() for name, method in methods(official)
]

each_method = pytest.mark.parametrize(
    ("client", "name", "method"), METHODS, ids=[f"{client}.{name}" for client, name, _ in METHODS]
)


def counterpart(client: str, name: str) -> Any:
    """Find our method by the path of the official one."""
    found: Any = OURS[client]
    for part in RENAMED.get(name, name).split("."):
        found = getattr(found, part)
    return found


@each_method
def test_a_method_has_a_counterpart(client: str, name: str, method: Any) -> None:
    """The same path leads to a method that takes the same arguments, and asks for no others."""
    renamed = {**SAME, **DIFFERENT.get(name, ({}, ""))[0]}
    theirs = arguments(method)

    ours = arguments(counterpart(client, name))

    expected = {renamed.get(argument, argument) for argument in theirs} - {None}
    required = {argument for argument, parameter in ours.items() if parameter.default is parameter.empty}
    assert expected <= ours.keys()
    assert required <= {renamed.get(argument, argument) for argument in theirs}


def test_the_walk_finds_what_there_is() -> None:
    """Methods of all clients are compared, at all depths, those without a network included."""
    found = {f"{client}.{name}" for client, name, _ in METHODS}

    assert {"consumer.users.get", "b2b.organizations.members.create", "saml_shield.saml.validate"} <= found
    assert {"consumer.m2m.clients.secrets.rotate", "b2b.sessions.authenticate_jwt_local"} <= found


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_difference_is_one(name: str) -> None:
    """An exception that is no longer needed is taken out of the table."""
    renamed, reason = DIFFERENT[name]
    pairs = [(counterpart(client, name), method) for client, official, method in METHODS if official == name]

    ours = {argument for method, _ in pairs for argument in arguments(method)}

    assert pairs
    assert all(renamed.keys() <= arguments(method).keys() for _, method in pairs)
    assert renamed.keys().isdisjoint(ours)
    assert name in RENAMED or renamed
    assert reason


def test_the_differences_are_documented() -> None:
    """The page of names tells each of them, with the arguments that it is about."""
    literals = re.findall(r"``([\w.]+)``", PAGE.read_text(encoding="utf-8"))

    told = {literal.removesuffix("_async") for literal in literals}

    assert {f"client.{name}" for name in DIFFERENT} <= told
    assert {argument for renamed, _ in DIFFERENT.values() for argument in renamed} <= told
