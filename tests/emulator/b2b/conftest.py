"""What the tests of B2B logins by mail share."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.magic_links import DiscoveryAuthenticateResponse
from stytch_async.schemas.b2b.organizations import Organization

Arrive = Callable[[str], Awaitable[DiscoveryAuthenticateResponse]]
Found = Callable[..., Awaitable[Organization]]
Read = Callable[[str], str]


@pytest.fixture
def link_to(project: Project) -> Read:
    """Return a function that reads the token of the newest link to somebody."""

    def read(email_address: str) -> str:
        token = project.outbox.last(email_address).token
        assert token is not None
        return token

    return read


@pytest.fixture
def code_to(project: Project) -> Read:
    """Return a function that reads the newest code to somebody."""

    def read(recipient: str) -> str:
        code = project.outbox.last(recipient, "otp").code
        assert code is not None
        return code

    return read


@pytest.fixture
def arrive(b2b: B2BClient, link_to: Read) -> Arrive:
    """Return a function that lets somebody prove an address, by a link of discovery."""

    async def discover(email_address: str) -> DiscoveryAuthenticateResponse:
        await b2b.magic_links.email.discovery.send(email_address=email_address)
        return await b2b.magic_links.discovery.authenticate(discovery_magic_links_token=link_to(email_address))

    return discover


@pytest.fixture
def found(b2b: B2BClient) -> Found:
    """Return a function that makes an organization with settings."""

    async def make(name: str = "Open", **settings: Any) -> Organization:
        return (await b2b.organizations.create(organization_name=name, **settings)).organization

    return make


@pytest.fixture
async def open_organization(found: Found) -> Organization:
    """Return an organization that lets in whoever has an address at example.com."""
    return await found(email_jit_provisioning="RESTRICTED", email_allowed_domains=["example.com"])
