"""What the emulator carries out, held against what the clients can call."""

import pytest

from stytch_async import catalog
from stytch_async.emulator.registry import handlers


@pytest.mark.parametrize("client", catalog.CLIENTS)
def test_every_operation_is_emulated(client: catalog.ClientName) -> None:
    """No operation of a client is without a handler."""
    known = [entry for entry in catalog.operations() if entry.client == client]

    without = [entry.name for entry in known if entry.operation not in handlers()]

    assert known
    assert without == []
