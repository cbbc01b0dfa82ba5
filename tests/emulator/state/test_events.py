from stytch_async.clients import B2BClient
from stytch_async.emulator import Project


async def test_a_new_organization_is_an_event(b2b: B2BClient, project: Project) -> None:
    """It has the name that webhooks give it, and the organization as the API shows it."""
    created = await b2b.organizations.create(organization_name="Analytical Engines")

    (event,) = project.events.of("organization")
    assert (event.type, event.id) == ("direct.organization.create", created.organization.organization_id)
    assert event.document is not None
    assert event.document["organization_name"] == "Analytical Engines"
    assert event.event_id.startswith("webhook-event-test-")
