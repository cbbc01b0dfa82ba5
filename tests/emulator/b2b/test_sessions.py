import base64
import datetime as dt
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Policy, Project
from stytch_async.errors import BadRequestError, NotFoundError, PermissionDeniedError
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.b2b.sessions import AuthorizationCheck, MemberSession
from stytch_async.schemas.shared import Authorization, AuthorizationVerdict

Enrol = Callable[[str, str], Awaitable[EmailResetResponse]]

UNKNOWN_TOKEN = "A" * 44
UNKNOWN_ID = "session-test-00000000-0000-4000-8000-000000000000"
UNKNOWN_MEMBER = "member-test-00000000-0000-4000-8000-000000000000"


def session_of(login: EmailResetResponse) -> MemberSession:
    """Return the session of a login, which must be complete."""
    assert login.member_session is not None
    return login.member_session


def claims_of(session_jwt: str) -> dict[str, Any]:
    """Return what a JWT says."""
    payload = session_jwt.split(".")[1]
    claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims


async def test_session_lasts_an_hour_by_default(
    ada: EmailResetResponse, organization: Organization, project: Project
) -> None:
    """A login starts a session of 60 minutes, with the organization, the factor and the roles in it."""
    session = session_of(ada)

    assert session.expires_at - project.now == dt.timedelta(minutes=60)
    assert (session.member_id, session.roles) == (ada.member_id, ["stytch_member"])
    assert session.organization_id == organization.organization_id
    assert session.organization_slug == organization.organization_slug
    assert [(factor.type, factor.delivery_method) for factor in session.authentication_factors] == [
        ("password", "knowledge")
    ]


async def test_jwt_names_the_organization_and_no_browser(
    ada: EmailResetResponse, organization: Organization, project: Project
) -> None:
    """A member's JWT is good for five minutes, and says which organization the session is in."""
    claims = claims_of(ada.session_jwt)

    assert (claims["sub"], claims["aud"]) == (ada.member_id, [project.project_id])
    assert claims["exp"] - claims["iat"] == 300
    assert claims["https://stytch.com/organization"] == {
        "organization_id": organization.organization_id,
        "slug": organization.organization_slug,
    }
    assert claims["https://stytch.com/session"].keys() == {
        "id",
        "started_at",
        "last_accessed_at",
        "expires_at",
        "authentication_factors",
        "roles",
    }


async def test_session_is_checked_by_token(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """A check answers the session, its member and the organization, and leaves the expiry alone."""
    project.clock.advance(minutes=10)

    checked = await b2b.sessions.authenticate(session_token=ada.session_token)

    assert checked.session_token == ada.session_token
    assert (checked.member, checked.organization, checked.verdict) == (ada.member, ada.organization, None)
    assert checked.member_session.last_accessed_at == project.now
    assert checked.member_session.expires_at == session_of(ada).expires_at


async def test_session_is_checked_by_a_jwt_past_its_time(
    b2b: B2BClient, ada: EmailResetResponse, project: Project
) -> None:
    """A JWT that has run out still stands for its session, and brings a new one."""
    project.clock.advance(minutes=10)

    checked = await b2b.sessions.authenticate(session_jwt=ada.session_jwt)

    assert checked.session_token == ada.session_token
    assert checked.session_jwt != ada.session_jwt


async def test_check_may_extend_the_session(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """With a duration the session lasts that long from now on."""
    checked = await b2b.sessions.authenticate(session_token=ada.session_token, session_duration_minutes=600)

    assert checked.member_session.expires_at == project.now + dt.timedelta(minutes=600)


async def test_custom_claims_merge_at_every_depth(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Claims are merged into those of the session, a null deletes one, and the JWT has them at its top."""
    first = {"plan": {"name": "pro", "seats": 5}, "beta": True}
    await b2b.sessions.authenticate(session_token=ada.session_token, session_custom_claims=first)

    checked = await b2b.sessions.authenticate(
        session_token=ada.session_token, session_custom_claims={"plan": {"seats": None}, "beta": None}
    )

    assert checked.member_session.custom_claims == {"plan": {"name": "pro"}}
    assert claims_of(checked.session_jwt)["plan"] == {"name": "pro"}


@pytest.mark.parametrize(
    ("claims", "error_type"),
    [
        ({"sub": "ada"}, "reserved_claims_in_custom_claims"),
        ({"https://stytch.com/session": {}}, "stytch_claims_in_custom_claims"),
    ],
)
async def test_claims_of_others_are_refused(
    b2b: B2BClient, ada: EmailResetResponse, claims: dict[str, object], error_type: str
) -> None:
    """Neither registered claims nor Stytch's own can be custom claims."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.sessions.authenticate(session_token=ada.session_token, session_custom_claims=claims)

    assert caught.value.error_type == error_type


@pytest.mark.parametrize(
    ("session_token", "session_jwt", "error_type"),
    [
        (None, None, "no_session_arguments"),
        (UNKNOWN_TOKEN, "jwt", "too_many_session_arguments"),
        ("short", None, "invalid_session_token"),
        (None, "jwt", "unable_to_parse_session_jwt"),
    ],
)
async def test_session_is_named_in_one_readable_way(
    b2b: B2BClient, session_token: str | None, session_jwt: str | None, error_type: str
) -> None:
    """A check takes one token or one JWT, and must be able to read it."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.sessions.authenticate(session_token=session_token, session_jwt=session_jwt)

    assert caught.value.error_type == error_type


async def test_unknown_session_is_not_found(b2b: B2BClient) -> None:
    """A token of nobody's session is a 404."""
    with pytest.raises(NotFoundError) as caught:
        await b2b.sessions.authenticate(session_token=UNKNOWN_TOKEN)

    assert caught.value.error_type == "session_not_found"


async def test_expired_session_is_not_found(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """When its time is over a session is gone, for its token and its JWT."""
    project.clock.advance(minutes=60)

    with pytest.raises(NotFoundError) as by_token:
        await b2b.sessions.authenticate(session_token=ada.session_token)
    with pytest.raises(NotFoundError) as by_jwt:
        await b2b.sessions.authenticate(session_jwt=ada.session_jwt)

    assert (by_token.value.error_type, by_jwt.value.error_type) == ("session_not_found", "session_not_found")


async def test_session_of_a_user_is_refused(b2b: B2BClient, client: Client, password: str) -> None:
    """A Consumer session does not pass for a member's."""
    login = await client.passwords.create(email="ada@example.com", password=password, session_duration_minutes=5)

    with pytest.raises(BadRequestError) as caught:
        await b2b.sessions.authenticate(session_token=login.session_token)

    assert caught.value.error_type == "incompatible_session_type"


async def test_session_of_a_member_is_refused_to_users(client: Client, ada: EmailResetResponse) -> None:
    """A member's session does not pass for a Consumer one."""
    with pytest.raises(BadRequestError) as caught:
        await client.sessions.authenticate(session_token=ada.session_token)

    assert caught.value.error_type == "incompatible_session_type"


async def test_admin_may_do_what_stytch_says(
    b2b: B2BClient, organization: Organization, grace: EmailResetResponse
) -> None:
    """An action that a role of the session permits is granted, with the role's name."""
    check = AuthorizationCheck(
        organization_id=organization.organization_id, resource_id="stytch.member", action="create"
    )

    checked = await b2b.sessions.authenticate(session_token=grace.session_token, authorization_check=check)

    assert checked.verdict == AuthorizationVerdict(authorized=True, granting_roles=["stytch_admin"])


async def test_every_granting_role_is_named(
    b2b: B2BClient, organization: Organization, grace: EmailResetResponse, project: Project
) -> None:
    """Where several roles permit an action, by name or by wildcard, the verdict lists them all."""
    project.settings.policy = Policy({"stytch_member": {"documents": {"read"}}, "stytch_admin": {"documents": {"*"}}})
    check = AuthorizationCheck(organization_id=organization.organization_id, resource_id="documents", action="read")

    checked = await b2b.sessions.authenticate(session_token=grace.session_token, authorization_check=check)

    assert checked.verdict is not None
    assert checked.verdict.granting_roles == ["stytch_member", "stytch_admin"]


@pytest.mark.parametrize(("resource_id", "action"), [("stytch.member", "create"), ("*", "read"), ("documents", "*")])
async def test_action_without_a_permission_is_denied(
    b2b: B2BClient,
    organization: Organization,
    ada: EmailResetResponse,
    project: Project,
    *,
    resource_id: str,
    action: str,
) -> None:
    """What no role permits is denied, and the session is not touched; asking for a wildcard grants nothing."""
    project.settings.policy = Policy({"stytch_member": {"documents": {"read"}}})
    check = AuthorizationCheck(organization_id=organization.organization_id, resource_id=resource_id, action=action)

    with pytest.raises(PermissionDeniedError) as caught:
        await b2b.sessions.authenticate(
            session_token=ada.session_token, session_duration_minutes=600, authorization_check=check
        )

    assert caught.value.error_type == "session_authorization_error"
    checked = await b2b.sessions.authenticate(session_token=ada.session_token)
    assert checked.member_session.expires_at == session_of(ada).expires_at


async def test_check_for_another_organization_is_denied(b2b: B2BClient, grace: EmailResetResponse) -> None:
    """Roles count for nothing in an organization that the session is not in."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    check = AuthorizationCheck(organization_id=other.organization_id, resource_id="stytch.member", action="create")

    with pytest.raises(PermissionDeniedError) as caught:
        await b2b.sessions.authenticate(session_token=grace.session_token, authorization_check=check)

    assert caught.value.error_type == "session_authorization_tenancy_error"


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


async def test_keys_are_served_to_whoever_names_the_project(
    b2b: B2BClient, ada: EmailResetResponse, project: Project
) -> None:
    """The key set holds the key that a member's JWT names."""
    header = json.loads(base64.urlsafe_b64decode(ada.session_jwt.split(".")[0] + "=="))

    served = await b2b.sessions.get_jwks(project_id=project.project_id)

    assert [(key.kid, key.alg, key.use) for key in served.keys] == [(header["kid"], "RS256", "sig")]
