from collections.abc import Awaitable, Callable

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.shared import Authorization

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


async def test_an_organization_goes_with_all_that_is_its_own(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, refusal: Refusal
) -> None:
    """Members, sessions and names are gone; nothing is left to be deleted a second time."""
    organization_id = organization.organization_id

    deleted = await b2b.organizations.delete(organization_id=organization.organization_slug)

    assert deleted.organization_id == organization_id
    assert await refusal(b2b.organizations.get(organization_id=organization_id)) == (404, "organization_not_found")
    assert await refusal(b2b.organizations.delete(organization_id=organization_id)) == (404, "organization_not_found")
    assert await refusal(b2b.sessions.authenticate(session_token=ada.session_token)) == (404, "session_not_found")
    gone = b2b.organizations.members.dangerously_get(member_id=ada.member_id, include_deleted=True)
    assert await refusal(gone) == (404, "member_not_found")


async def test_a_deleted_organization_leaves_the_others_alone(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse
) -> None:
    """The same address is another member elsewhere, and stays one."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await b2b.organizations.members.create(organization_id=other.organization_id, email_address="ada@example.com")

    await b2b.organizations.delete(organization_id=other.organization_id)

    session = await b2b.sessions.authenticate(session_token=ada.session_token)
    assert session.organization.organization_id == organization.organization_id


async def test_an_admin_deletes_the_organization_and_is_logged_out(
    b2b: B2BClient, organization: Organization, grace: EmailResetResponse, refusal: Refusal
) -> None:
    """The permission suffices, and the session that was used ends with the rest."""
    await b2b.organizations.delete(
        organization_id=organization.organization_id, authorization=Authorization(session_token=grace.session_token)
    )

    refused = await refusal(b2b.sessions.authenticate(session_token=grace.session_token))

    assert refused == (404, "session_not_found")


async def test_its_end_is_told_member_by_member(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, grace: EmailResetResponse, project: Project
) -> None:
    """There is an event for each member who goes, and one for the organization; none holds a document."""
    await b2b.organizations.members.delete(organization_id=organization.organization_id, member_id=grace.member_id)
    before = len(project.events)

    await b2b.organizations.delete(organization_id=organization.organization_id)

    told = [(event.type, event.id, event.document) for event in list(project.events)[before:]]
    assert told == [
        ("direct.member.delete", ada.member_id, None),
        ("direct.organization.delete", organization.organization_id, None),
    ]


async def test_metrics_count_the_members_who_are_there(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, grace: EmailResetResponse
) -> None:
    """Pending members count, deleted ones do not."""
    organization_id = organization.organization_id
    await b2b.organizations.members.create(
        organization_id=organization_id, email_address="joan@example.com", create_member_as_pending=True
    )
    await b2b.organizations.members.delete(organization_id=organization_id, member_id=grace.member_id)

    metrics = await b2b.organizations.metrics(organization_id=organization_id)

    assert (metrics.member_count, ada.member_authenticated) == (2, True)


async def test_metrics_of_nothing_are_refused(b2b: B2BClient, refusal: Refusal) -> None:
    """The organization must exist."""
    assert await refusal(b2b.organizations.metrics(organization_id="nowhere")) == (404, "organization_not_found")


async def test_the_external_id_can_be_taken_away(b2b: B2BClient, refusal: Refusal) -> None:
    """It names the organization for the last time, and is free for another one."""
    await b2b.organizations.create(organization_name="Acme", organization_external_id="crm-1")

    deleted = await b2b.organizations.delete_external_id(organization_id="crm-1")

    assert deleted.organization.organization_external_id is None
    assert await refusal(b2b.organizations.get(organization_id="crm-1")) == (404, "organization_not_found")
    again = await b2b.organizations.create(organization_name="Other", organization_external_id="crm-1")
    assert again.organization.organization_external_id == "crm-1"


async def test_no_connected_app_is_installed(b2b: B2BClient, organization: Organization, refusal: Refusal) -> None:
    """Members cannot authorize one yet, so none is listed and none is found."""
    listed = await b2b.organizations.connected_apps(organization_id=organization.organization_id)

    looked_up = b2b.organizations.get_connected_app(
        organization_id=organization.organization_id, connected_app_id="connected-app-test-1"
    )

    assert listed.connected_apps == []
    assert await refusal(looked_up) == (404, "connected_app_not_found")
