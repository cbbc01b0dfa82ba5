"""Every operation of a B2B project is emulated."""

from typing import Final

from stytch_async import catalog
from stytch_async.emulator.registry import handlers

WAITING: Final = {
    "scim.connection.create",
    "scim.connection.delete",
    "scim.connection.get",
    "scim.connection.get_groups",
    "scim.connection.rotate_cancel",
    "scim.connection.rotate_complete",
    "scim.connection.rotate_start",
    "scim.connection.update",
}
"""The operations that have no handler yet; one that has got one is to go from here."""


def test_every_operation_of_a_b2b_project_has_a_handler() -> None:
    """An app that is built on organizations can be tested whole."""
    entries = [entry for entry in catalog.operations() if entry.client == "b2b"]

    missing = {entry.name for entry in entries if entry.operation not in handlers()}

    assert missing == WAITING
