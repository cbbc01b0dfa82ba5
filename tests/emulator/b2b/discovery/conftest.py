"""What the tests of discovery share: logins by providers, which leave other factors than mails do."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from stytch_async.callbacks import read_callback
from stytch_async.clients import B2BClient
from stytch_async.emulator.rules.b2b.discovery import discover
from stytch_async.emulator.rules.b2b.oauth import shown_account
from stytch_async.emulator.rules.oauth import DISCOVERY, token_of
from stytch_async.transports.memory import InMemoryTransport

ByProvider = Callable[..., str]


@pytest.fixture
def by_provider(transport: InMemoryTransport, b2b: B2BClient) -> ByProvider:
    """Return a function that logs somebody in by OAuth discovery, and returns the token of that login."""

    def begin(provider: str, email: str = "ada@example.com", tenants: Mapping[str, Sequence[str]] | None = None) -> str:
        project, somebody = transport.project, transport.person(email, name="Ada Lovelace")
        somebody.account(provider).tenants.extend((tenants or {}).get(provider, []))
        back = read_callback(somebody.visit(b2b.oauth.discovery.start_url(provider)))
        registration, factor = shown_account(project, token_of(project, back.token, DISCOVERY, None))
        found = discover(project, email, factor, name=somebody.name, accounts=[registration])
        return found["intermediate_session_token"]

    return begin
