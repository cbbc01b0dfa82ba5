"""Groups of endpoints: what a person finds who asks Python about them."""

import pydoc
from typing import Final

import pytest

from stytch_async import B2BClient, Client
from stytch_async.api.consumer.passwords import ExistingPassword, Passwords
from stytch_async.groups import groups

PROJECT: Final = "project-test-1"
SECRET: Final = "secret-test-1"


def shown(thing: object) -> list[str]:
    """Return the lines that `help` shows."""
    return [line.strip(" |") for line in pydoc.render_doc(thing, renderer=pydoc.plaintext).splitlines()]


@pytest.mark.parametrize(
    ("thing", "name", "documentation"),
    [
        (Client(PROJECT, SECRET), "passwords", Passwords.__doc__),
        (Client(PROJECT, SECRET), "m2m", "Let machines authenticate themselves to the app."),
        (Client(PROJECT, SECRET).passwords, "existing_password", ExistingPassword.__doc__),
    ],
    ids=["product", "product of both APIs", "group"],
)
def test_help_lists_groups_with_a_line_of_documentation(thing: object, name: str, documentation: str) -> None:
    """Those of a client and those below them."""
    lines = shown(thing)

    assert lines[lines.index(name) + 1] == documentation


def test_groups_show_in_dir_before_they_are_made() -> None:
    """A shell can complete them, and how they work does not stand among them."""
    discovery = B2BClient(PROJECT, SECRET).discovery

    assert [name for name in dir(discovery) if not name.startswith("_")] == ["intermediate_sessions", "organizations"]


def test_a_client_shows_its_products_and_little_else() -> None:
    """How it finds them does not concern a caller."""
    client = Client(PROJECT, SECRET)

    assert {name for name in dir(client) if not name.startswith("_")} - set(groups(Client)) == {
        "aclose",
        "from_env",
        "now",
        "with_options",
    }


def test_the_groups_of_a_class_include_those_of_its_bases() -> None:
    """An app may derive its own client."""

    class Own(Client):
        """A client with a name."""

        name: str = "own"

    assert groups(Own) == groups(Client)
    assert isinstance(Own(PROJECT, SECRET).passwords, Passwords)


def test_something_else_may_stand_in_a_groups_place() -> None:
    """For one client, and no other."""
    client, other = Client(PROJECT, SECRET), Client(PROJECT, SECRET)
    replacement = Passwords(client.users._pipeline)

    client.passwords = replacement

    assert client.passwords is replacement
    assert other.passwords is not replacement
