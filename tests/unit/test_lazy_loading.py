"""Products load when they are first used, and no others with them."""

import subprocess
import sys

import pytest

CLIENT = """
import sys
from stytch_async import B2BClient, Client
client, b2b = (kind("project-test-1", "secret-test-1") for kind in (Client, B2BClient))
{use}
print(*(name for name in sys.modules if name.startswith("stytch_async.")))
"""


def loaded(use: str) -> set[str]:
    """Return which of the library's modules a fresh process has loaded after a use of the clients."""
    done = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-c", CLIENT.format(use=use)], check=True, capture_output=True, text=True
    )
    return {name.removeprefix("stytch_async.") for name in done.stdout.split()}


def test_building_clients_loads_no_product() -> None:
    """Neither endpoints nor schemas are loaded before they are needed."""
    modules = loaded("pass")

    assert not any(name.startswith("api") for name in modules)
    assert {name for name in modules if name.startswith("schemas")} == {"schemas", "schemas.markers"}
    assert not any(name.startswith(("tokens", "emulator")) for name in modules)


def test_a_flat_import_loads_one_product() -> None:
    """A class is loaded with the module that it is written in, and with no other product."""
    modules = loaded("from stytch_async.schemas.consumer import User")

    assert "schemas.consumer.users.user" in modules
    assert not [name for name in modules if name.startswith(("api", "schemas.b2b", "schemas.consumer.sessions"))]


@pytest.mark.parametrize(
    ("use", "product", "others"),
    [
        ("client.sessions", "api.consumer.sessions", ("schemas.b2b", "schemas.management", "api.b2b")),
        ("client.otps.sms", "api.consumer.otps", ("schemas.b2b", "schemas.management", "api.b2b", "tokens")),
        ("b2b.magic_links", "api.b2b.magic_links", ("schemas.management", "api.consumer", "tokens")),
    ],
)
def test_a_product_loads_by_itself(use: str, product: str, others: tuple[str, ...]) -> None:
    """The first use of a product loads that one, and none of the other API's."""
    modules = loaded(use)

    assert product in modules
    assert not [name for name in modules if name.startswith(others)]


@pytest.mark.parametrize(
    ("use", "record"),
    [
        ("client.sessions", "schemas.consumer.users.user"),
        ("b2b.sessions", "schemas.b2b.members.member"),
        ("b2b.sessions", "schemas.b2b.organizations.organization"),
    ],
)
def test_a_record_loads_without_the_requests_of_its_product(use: str, record: str) -> None:
    """Many answers hold a user, and none of them needs what creates or deletes one."""
    modules = loaded(use)

    assert record in modules
    assert f"{record.rpartition('.')[0]}.lifecycle" not in modules


EMULATED = """
import asyncio
from stytch_async import InMemoryTransport
async def call():
    await {kind}(transport=InMemoryTransport()).{call}
asyncio.run(call())
"""


@pytest.mark.parametrize(
    ("kind", "call", "product", "others"),
    [
        ("Client", "users.create(email='ada@example.com')", "users", ("api.b2b", "api.consumer.sessions")),
        ("Client", "otps.email.login_or_create(email='a@b.example')", "otps", ("api.b2b", "api.consumer.passwords")),
        ("B2BClient", "organizations.create(organization_name='X')", "organizations", ("api.consumer", "api.b2b.otps")),
    ],
)
def test_an_emulated_call_loads_its_own_product(kind: str, call: str, product: str, others: tuple[str, ...]) -> None:
    """Neither the routes nor the handlers of other products are needed to answer it."""
    modules = loaded(EMULATED.format(kind=kind, call=call))

    assert any(name.endswith(f".{product}") for name in modules if name.startswith("api."))
    assert not [name for name in modules if name.startswith(("api.management", *others))]
