from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.errors import BadRequestError, NotFoundError, PermissionDeniedError
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.shared import Authorization
from tests.emulator.b2b.sessions.conftest import session_of

Enrol = Callable[[str, str], Awaitable[EmailResetResponse]]
UNKNOWN_ID = "session-test-00000000-0000-4000-8000-000000000000"
UNKNOWN_MEMBER = "member-test-00000000-0000-4000-8000-000000000000"


async def test_only_active_sessions_are_listed(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """The list holds the member's sessions that are not over."""
    organization_id = organization.organization_id
    second = await b2b.passwords.authenticate(
        organization_id=organization_id,
        email_address="ada@example.com",
        password=password,
        session_duration_minutes=120,
    )
    before = await b2b.sessions.get(organization_id=organization_id, member_id=ada.member_id)
    project.clock.advance(minutes=61)

    after = await b2b.sessions.get(organization_id=organization_id, member_id=ada.member_id)

    assert before.member_sessions == [ada.member_session, second.member_session]
    assert after.member_sessions == [second.member_session]


@pytest.mark.parametrize("name", ["member_session_id", "session_token", "session_jwt", "member_id"])
async def test_session_is_revoked_by_any_name(b2b: B2BClient, ada: EmailResetResponse, name: str) -> None:
    """Id, token, JWT and member all lead to the session, which is over then."""
    names = {
        "member_session_id": session_of(ada).member_session_id,
        "session_token": ada.session_token,
        "session_jwt": ada.session_jwt,
        "member_id": ada.member_id,
    }

    await b2b.sessions.revoke(**{name: names[name]})

    with pytest.raises(NotFoundError) as caught:
        await b2b.sessions.authenticate(session_token=ada.session_token)
    assert caught.value.error_type == "session_not_found"


async def test_one_session_is_revoked_and_the_others_stay(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, password: str
) -> None:
    """A session's name ends that session alone; the member's ends all."""
    organization_id = organization.organization_id
    second = await b2b.passwords.authenticate(
        organization_id=organization_id, email_address="ada@example.com", password=password
    )

    await b2b.sessions.revoke(session_token=ada.session_token)
    after_one = await b2b.sessions.get(organization_id=organization_id, member_id=ada.member_id)
    await b2b.sessions.revoke(member_id=ada.member_id)
    after_all = await b2b.sessions.get(organization_id=organization_id, member_id=ada.member_id)

    assert (after_one.member_sessions, after_all.member_sessions) == ([second.member_session], [])


async def test_revocation_needs_exactly_one_name(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Neither nothing nor two names will do."""
    with pytest.raises(BadRequestError) as nothing:
        await b2b.sessions.revoke()
    with pytest.raises(BadRequestError) as both:
        await b2b.sessions.revoke(session_token=ada.session_token, member_id=ada.member_id)

    assert nothing.value.error_type == "no_session_revoke_arguments"
    assert both.value.error_type == "too_many_session_revoke_arguments"


async def test_unknown_names_of_sessions_are_refused(b2b: B2BClient) -> None:
    """A misspelt id is a 400; an id of nothing, a 404."""
    with pytest.raises(BadRequestError) as misspelt:
        await b2b.sessions.revoke(member_session_id="session-1")
    with pytest.raises(NotFoundError) as unknown:
        await b2b.sessions.revoke(member_session_id=UNKNOWN_ID)
    with pytest.raises(NotFoundError) as nobody:
        await b2b.sessions.revoke(member_id=UNKNOWN_MEMBER)
    with pytest.raises(BadRequestError) as misspelt_member:
        await b2b.sessions.revoke(member_id="member-1")

    assert misspelt.value.error_type == "invalid_session_id"
    assert misspelt_member.value.error_type == "invalid_member_id"
    assert (unknown.value.error_type, nobody.value.error_type) == ("session_not_found", "member_not_found")


async def test_members_may_end_their_own_sessions(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Every member may revoke a session of their own."""
    await b2b.sessions.revoke(
        member_session_id=session_of(ada).member_session_id,
        authorization=Authorization(session_token=ada.session_token),
    )

    with pytest.raises(NotFoundError):
        await b2b.sessions.authenticate(session_token=ada.session_token)


async def test_members_may_not_end_the_sessions_of_others(
    b2b: B2BClient, ada: EmailResetResponse, grace: EmailResetResponse
) -> None:
    """A plain member may not revoke an admin's session, which goes on."""
    with pytest.raises(PermissionDeniedError) as caught:
        await b2b.sessions.revoke(
            member_id=grace.member_id, authorization=Authorization(session_token=ada.session_token)
        )

    assert caught.value.error_type == "session_authorization_error"
    assert (await b2b.sessions.authenticate(session_token=grace.session_token)).member == grace.member


async def test_admin_may_end_the_sessions_of_others(
    b2b: B2BClient, ada: EmailResetResponse, grace: EmailResetResponse
) -> None:
    """An admin may revoke the sessions of any member."""
    await b2b.sessions.revoke(member_id=ada.member_id, authorization=Authorization(session_token=grace.session_token))

    with pytest.raises(NotFoundError):
        await b2b.sessions.authenticate(session_token=ada.session_token)


async def test_external_id_stands_for_a_member_of_the_callers_organization(
    b2b: B2BClient, organization: Organization, enrol: Enrol, grace: EmailResetResponse
) -> None:
    """An admin's session says which organization is meant, so the app's own id of a member will do there."""
    await b2b.organizations.members.create(
        organization_id=organization.organization_id, email_address="joan@example.com", external_id="crm-1"
    )
    joan = await enrol(organization.organization_id, "joan@example.com")

    await b2b.sessions.revoke(member_id="crm-1", authorization=Authorization(session_token=grace.session_token))

    with pytest.raises(NotFoundError):
        await b2b.sessions.authenticate(session_token=joan.session_token)


async def test_external_id_stands_for_nobody_without_an_organization(
    b2b: B2BClient, organization: Organization
) -> None:
    """Every organization may use the same id, so that the app has to say which one it means."""
    await b2b.organizations.members.create(
        organization_id=organization.organization_id, email_address="joan@example.com", external_id="crm-1"
    )

    with pytest.raises(NotFoundError) as caught:
        await b2b.sessions.revoke(member_id="crm-1")

    assert caught.value.error_type == "member_not_found"


async def test_admin_of_another_organization_may_not_end_sessions(
    b2b: B2BClient, ada: EmailResetResponse, enrol: Enrol
) -> None:
    """An admin's power ends with the organization."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await b2b.organizations.members.create(
        organization_id=other.organization_id, email_address="joan@example.com", roles=["stytch_admin"]
    )
    joan = await enrol(other.organization_id, "joan@example.com")

    with pytest.raises(PermissionDeniedError) as caught:
        await b2b.sessions.revoke(
            member_id=ada.member_id, authorization=Authorization(session_token=joan.session_token)
        )

    assert caught.value.error_type == "session_authorization_tenancy_error"
