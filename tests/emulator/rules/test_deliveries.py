from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.transports.memory import InMemoryTransport
from stytch_async.webhooks import OIDCConnectionEvent, OrganizationEvent, SAMLConnectionEvent, UserEvent, Webhooks


def received(transport: InMemoryTransport) -> list[object]:
    """Return what an app makes of all webhooks."""
    webhooks = Webhooks(transport.project.settings.webhook_secret, now=transport.now)
    return [webhooks.verify(delivery.body, delivery.headers) for delivery in transport.deliveries()]


async def test_an_app_reads_what_has_changed(transport: InMemoryTransport, client: Client, project: Project) -> None:
    """With the object as the API shows it, and nothing of what is gone."""
    user = (await client.users.create(email="ada@example.com")).user
    await client.users.delete(user_id=user.user_id)

    created, deleted = received(transport)

    assert isinstance(created, UserEvent)
    assert isinstance(deleted, UserEvent)
    assert (created.type, created.vertical, created.object) == ("direct.user.create", "CONSUMER", user)
    assert (deleted.action, deleted.id, deleted.object) == ("DELETE", user.user_id, None)
    assert (created.project_id, created.timestamp) == (project.project_id, project.now)


async def test_each_object_has_its_class(transport: InMemoryTransport, b2b: B2BClient) -> None:
    """What the emulator sends, the library reads."""
    home = (await b2b.organizations.create(organization_name="Engines")).organization.organization_id
    await b2b.sso.saml.create_connection(organization_id=home)
    await b2b.sso.oidc.create_connection(organization_id=home)

    events = received(transport)

    assert {type(event) for event in events} == {OrganizationEvent, SAMLConnectionEvent, OIDCConnectionEvent}
    assert all(getattr(event, "vertical", None) == "B2B" for event in events)


def test_a_delivery_is_signed_when_it_is_sent(transport: InMemoryTransport, project: Project) -> None:
    """Sent again much later it is good again, and the same message."""
    transport.add_organization("Engines")
    (early,) = transport.deliveries()
    project.clock.advance(hours=1)

    (late,) = transport.deliveries()

    (event,) = received(transport)
    assert isinstance(event, OrganizationEvent)
    assert (early.headers["svix-id"], early.event) == (late.headers["svix-id"], late.event)
    assert event.timestamp == project.now
