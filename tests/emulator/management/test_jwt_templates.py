import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient, Client, ManagementClient
from stytch_async.emulator import JWTTemplate, Project, Workspace
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Place = dict[str, str]


def claims(project: Project, token: str) -> dict[str, Any]:
    """Return what a token of a project says."""
    found = project.keys.read(token)
    assert found is not None
    return found


async def test_sessions_of_users_say_what_the_template_says(
    management: ManagementClient, client: Client, project: Project, shop: Place
) -> None:
    """Values as they are, texts filled in, and another audience; until the template is emptied."""
    template = (
        '{"tier": {{ user.trusted_metadata.tier }}, "id": "u:{{user.user_id}}", "first": {{user.emails.0.email}}}'
    )
    await client.passwords.create(email="ada@example.com", password="a long and quiet river")
    (ada,) = project.users
    ada.trusted_metadata = {"tier": {"seats": 5}}
    log_in = client.passwords.authenticate

    await management.jwt_templates.set(
        **shop, jwt_template_type="SESSION", template_content=template, custom_audience="my-api"
    )
    login = await log_in(email="ada@example.com", password="a long and quiet river", session_duration_minutes=5)
    await management.jwt_templates.set(**shop, jwt_template_type="SESSION", template_content="{}", custom_audience="")
    renewed = await client.sessions.authenticate(session_token=login.session_token)

    said = claims(project, login.session_jwt)
    assert (said["tier"], said["id"], said["first"]) == ({"seats": 5}, f"u:{ada.id}", "ada@example.com")
    assert said["aud"] == [project.project_id, "my-api"]
    assert "tier" not in claims(project, renewed.session_jwt)
    assert claims(project, renewed.session_jwt)["aud"] == [project.project_id]


async def test_claims_of_a_session_come_before_those_of_the_template(
    management: ManagementClient, client: Client, project: Project, shop: Place
) -> None:
    """And Stytch's own before both; the answer shows the session's alone."""
    await management.jwt_templates.set(
        **shop,
        jwt_template_type="SESSION",
        template_content='{"plan": "free", "none": {{ user.trusted_metadata.x }}, "text": "<{{ user.name.nick }}>"}',
        custom_audience="",
    )
    sent = await client.otps.email.login_or_create(email="ada@example.com")

    login = await client.otps.authenticate(
        method_id=sent.email_id,
        code=str(project.outbox.last("ada@example.com").code),
        session_duration_minutes=5,
        session_custom_claims={"plan": "pro"},
    )

    said = claims(project, login.session_jwt)
    assert (said["plan"], said["none"], said["text"]) == ("pro", None, "<>")
    assert login.session is not None
    assert login.session.custom_claims == {"plan": "pro"}


async def test_sessions_of_members_tell_of_the_organization(
    management: ManagementClient, b2b: B2BClient, workspace: Workspace, office: Place
) -> None:
    """Members and organizations are what templates of B2B projects know."""
    project = workspace.environment(**office)
    await management.jwt_templates.set(
        **office,
        jwt_template_type="SESSION",
        template_content='{"who": "{{ member.email_address }} at {{ organization.organization_name }}"}',
        custom_audience="",
    )
    made = (await b2b.organizations.create(organization_name="Engines")).organization

    ada = InMemoryTransport(project).sign_in_member("ada@example.com", organization=made.organization_id)

    assert claims(project, ada.session_jwt)["who"] == "ada@example.com at Engines"


async def test_tokens_of_machines_have_a_template_of_their_own(
    management: ManagementClient, client: Client, project: Project, shop: Place
) -> None:
    """It knows the client, and changes nothing for users."""
    await management.jwt_templates.set(
        **shop,
        jwt_template_type="M2M",
        template_content='{"robot": {{ client.client_name }}}',
        custom_audience="warehouse",
    )
    machine = (await client.m2m.clients.create(scopes=["read"], client_name="Robbie")).m2m_client

    issued = await client.m2m.token(machine.client_id, machine.client_secret)

    said = claims(project, issued.access_token)
    assert (said["robot"], said["aud"]) == ("Robbie", [project.project_id, "warehouse"])


async def test_a_template_is_shown(management: ManagementClient, shop: Place) -> None:
    """One that nobody has set says nothing."""
    empty = await management.jwt_templates.get(**shop, jwt_template_type="M2M")
    stored = await management.jwt_templates.set(
        **shop, jwt_template_type="M2M", template_content='{"a": 1}', custom_audience="x"
    )

    found = await management.jwt_templates.get(**shop, jwt_template_type="M2M")

    assert (empty.jwt_template.template_content, empty.jwt_template.custom_audience) == ("{}", "")
    assert found.jwt_template == stored.jwt_template


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("{", "jwt_template_invalid_json"),
        ("[]", "jwt_template_invalid_json"),
        ("{" * 3, "jwt_template_mismatched_tag"),
        ('{"a": ' * 100_000, "jwt_template_invalid_json"),
        ('{"sub": "somebody"}', "jwt_template_invalid_json"),
        ('{"a": {{ user.user_id }', "jwt_template_mismatched_tag"),
        ('{"a": "user.user_id }}"}', "jwt_template_mismatched_tag"),
        ('{"a": {{ user.shoe_size }}}', "jwt_template_invalid_tag"),
        ('{"a": {{ user }}}', "jwt_template_invalid_tag"),
        ('{"a": {{ member.member_id }}}', "jwt_template_invalid_tag"),
        ('{"a": {{ }}}', "jwt_template_invalid_tag"),
    ],
)
async def test_what_cannot_be_filled_in_is_refused(
    management: ManagementClient, refusal: Refusal, shop: Place, content: str, error: str
) -> None:
    """Braces pair up, tags name something, and the rest is a JSON object."""
    call = management.jwt_templates.set(
        **shop, jwt_template_type="SESSION", template_content=content, custom_audience=""
    )

    assert await refusal(call) == (400, error)


async def test_an_unknown_type_is_not_found(management: ManagementClient, refusal: Refusal, shop: Place) -> None:
    """There are two."""
    place = {**shop, "jwt_template_type": "COOKIE"}

    assert await refusal(management.jwt_templates.get(**place)) == (404, "jwt_template_not_found")
    assert await refusal(management.jwt_templates.set(**place, template_content="{}", custom_audience="")) == (
        404,
        "jwt_template_not_found",
    )


def test_a_setting_is_checked_when_it_is_made() -> None:
    """A template that a test gives is a JSON object, too."""
    with pytest.raises(ValueError, match="JSON object"):
        JWTTemplate(json.dumps([1]))
