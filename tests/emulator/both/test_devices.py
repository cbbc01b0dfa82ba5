"""The devices that people log in with."""

import datetime as dt

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.shared import DeviceAttributeDetails, DeviceInfo
from stytch_async.transports.memory import InMemoryTransport

EMAIL = "ada@example.com"
PASSWORD = "a long and quiet river"


@pytest.fixture
def ada(transport: InMemoryTransport) -> str:
    """Add a user with a password, and return the id."""
    return transport.add_user(EMAIL, password=PASSWORD).id


async def device_of(client: Client, telemetry_id: str | None) -> DeviceInfo | None:
    """Log Ada in with her password, and return what is told of her device."""
    login = await client.passwords.authenticate(email=EMAIL, password=PASSWORD, telemetry_id=telemetry_id)
    return login.user_device


def details(device: DeviceInfo | None) -> list[DeviceAttributeDetails | None]:
    """Return how well visitor, address and country are known."""
    assert device is not None
    return [device.visitor_id_details, device.ip_address_details, device.ip_geo_country_details]


@pytest.mark.usefixtures("ada")
async def test_a_login_tells_of_the_device(transport: InMemoryTransport, project: Project, client: Client) -> None:
    """The first time everything is new."""
    device = transport.add_device(ip_address="198.51.100.7", country_code="CA")

    found = await device_of(client, device.telemetry_id)

    assert found is not None
    assert found.visitor_id == device.identifiers["VISITOR_ID"]
    assert (found.ip_address, found.ip_geo_country) == ("198.51.100.7", "CA")
    new = DeviceAttributeDetails(is_new=True, first_seen_at=project.now, last_seen_at=project.now)
    assert details(found) == [new] * 3


@pytest.mark.usefixtures("ada")
async def test_a_device_is_known_again(transport: InMemoryTransport, project: Project, client: Client) -> None:
    """The same device at another address is known, and so is the country."""
    begun = project.now
    first = transport.add_device(ip_address="198.51.100.7")
    await device_of(client, first.telemetry_id)
    project.clock.advance(days=1)
    again = transport.add_device(like=first, ip_address="203.0.113.9")

    found = await device_of(client, again.telemetry_id)

    shown = [(one.is_new, one.first_seen_at) for one in details(found) if one is not None]
    assert shown == [(False, begun), (True, begun + dt.timedelta(days=1)), (False, begun)]


@pytest.mark.usefixtures("ada")
async def test_a_device_is_known_for_one_person(transport: InMemoryTransport, client: Client) -> None:
    """What Ada logs in with is new for Grace."""
    device = transport.add_device()
    await device_of(client, device.telemetry_id)

    signed_up = await client.passwords.create(
        email="grace@example.com", password=PASSWORD, telemetry_id=device.telemetry_id
    )

    assert [one.is_new for one in details(signed_up.user_device) if one is not None] == [True] * 3


@pytest.mark.usefixtures("ada")
async def test_nothing_is_told_of_an_unknown_device(
    transport: InMemoryTransport, project: Project, client: Client
) -> None:
    """A login without telemetry, with an id that nobody knows or one that is over, is a login all the same."""
    old = transport.add_device()
    project.clock.advance(minutes=10)

    found = [await device_of(client, one) for one in (None, "made-up", old.telemetry_id)]

    assert found == [None] * 3


async def test_other_methods_tell_of_the_device_as_well(
    transport: InMemoryTransport, project: Project, client: Client
) -> None:
    """A code and a link do, and the sandbox user has a device too."""
    device = transport.add_device()
    sent = await client.otps.email.login_or_create(email=EMAIL)
    code = project.outbox.last(EMAIL).code or ""
    await client.magic_links.email.send(email=EMAIL)
    token = project.outbox.last(EMAIL).token or ""

    by_code = await client.otps.authenticate(method_id=sent.email_id, code=code, telemetry_id=device.telemetry_id)
    by_link = await client.magic_links.authenticate(token=token, telemetry_id=device.telemetry_id)
    in_sandbox = await client.passwords.authenticate(
        email="sandbox@stytch.com", password="any", telemetry_id=device.telemetry_id
    )

    found = [by_code.user_device, by_link.user_device, in_sandbox.user_device]
    assert [one.visitor_id for one in found if one is not None] == [device.identifiers["VISITOR_ID"]] * 3


@pytest.mark.parametrize("policy", ["OPTIONAL", "REQUIRED_FOR_ALL"])
async def test_a_member_logs_in_with_a_device(
    transport: InMemoryTransport, b2b: B2BClient, organization: Organization, policy: str
) -> None:
    """Also where the second factor is still missing."""
    home = organization.organization_id
    await b2b.organizations.update(organization_id=home, mfa_policy=policy)
    transport.add_member(transport.project.organizations[home], EMAIL, password=PASSWORD)
    device = transport.add_device()

    login = await b2b.passwords.authenticate(
        organization_id=home, email_address=EMAIL, password=PASSWORD, telemetry_id=device.telemetry_id
    )

    assert login.member_device is not None
    assert login.member_device.visitor_id == device.identifiers["VISITOR_ID"]
    assert login.member_authenticated is (policy == "OPTIONAL")
