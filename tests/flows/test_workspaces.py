"""From an empty workspace to a login, with everything set by the Management API; in memory, and over HTTP."""

import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import attrs
import pytest

from stytch_async.clients import B2BClient, Client, ManagementClient
from stytch_async.emulator import Workspace
from stytch_async.emulator.server import start
from stytch_async.errors import AuthenticationError, BadRequestError
from stytch_async.schemas.management import rbac_policy
from stytch_async.schemas.management.email_templates import CustomHTMLCustomization, SenderInformation
from stytch_async.schemas.management.redirect_urls import URLType
from stytch_async.transports.memory import InMemoryTransport

EMAIL = "ada@example.com"
PASSWORD = "Quiet-River-1815"
HOME = "https://app.example.com/in"
DOCUMENTS = rbac_policy.Resource(resource_id="documents", description="Papers", available_actions=["read", "write"])
READ = rbac_policy.Permission(resource_id="documents", actions=["read"])


@attrs.frozen
class Office:
    """A workspace, a client of its Management API, and the way to the environments that this makes."""

    workspace: Workspace
    management: ManagementClient
    stack: AsyncExitStack
    url: str | None

    async def credentials(self, project_slug: str) -> tuple[str, str]:
        """Have a secret issued for the test environment of a project."""
        place = {"project_slug": project_slug, "environment_slug": "test"}
        environment = (await self.management.environments.get(**place)).environment
        return environment.project_id, (await self.management.secrets.create(**place)).secret.secret

    async def consumer(self, project_slug: str) -> Client:
        """Return a client with a fresh secret."""
        credentials = await self.credentials(project_slug)
        client = Client(*credentials, base_url=self.url) if self.url else Client(*credentials, transport=self._inner())
        return await self.stack.enter_async_context(client)

    async def b2b(self, project_slug: str) -> B2BClient:
        """Return a client with a fresh secret."""
        credentials = await self.credentials(project_slug)
        client = (
            B2BClient(*credentials, base_url=self.url) if self.url else B2BClient(*credentials, transport=self._inner())
        )
        return await self.stack.enter_async_context(client)

    def _inner(self) -> InMemoryTransport:
        return InMemoryTransport(self.workspace)


@pytest.fixture(params=["in-memory", "over-http"])
async def office(request: pytest.FixtureRequest) -> AsyncIterator[Office]:
    """Return an empty workspace, once by each way to it."""
    workspace = Workspace()
    async with AsyncExitStack() as stack:
        if request.param == "in-memory":
            management = ManagementClient(*workspace.key, transport=InMemoryTransport(workspace))
            yield Office(workspace, await stack.enter_async_context(management), stack, None)
            return
        url = await stack.enter_async_context(start(workspace))
        management = ManagementClient(*workspace.key, base_url=url)
        yield Office(workspace, await stack.enter_async_context(management), stack, url)


async def set_up(management: ManagementClient, slug: str, vertical: str, values: str, purpose: str) -> dict[str, str]:
    """Make a project, and set whatever a login of it depends on."""
    await management.projects.create(name="Engines", project_slug=slug, vertical=vertical)
    place = {"project_slug": slug, "environment_slug": "test"}
    types = [URLType(type=name, is_default=True) for name in ("LOGIN", "SIGNUP", "RESET_PASSWORD")]
    await management.redirect_urls.create(**place, url=HOME, valid_types=types)
    await management.password_strength_config.set(
        **place,
        check_breach_on_creation=False,
        check_breach_on_authentication=False,
        validate_on_authentication=True,
        validation_policy="LUDS",
        luds_min_password_length=12,
        luds_min_password_complexity=4,
    )
    await management.email_templates.create(
        project_slug=slug,
        template_id="welcome",
        sender_information=SenderInformation(from_local_part="hello", from_domain="example.com"),
        custom_html_customization=CustomHTMLCustomization(
            template_type=purpose,
            subject="Welcome to Engines",
            html_content='<a href="{{ magic_link_url }}">Come in</a>',
            plaintext_content="Come in: {{ magic_link_url }}",
        ),
    )
    await management.email_templates.set_default(project_slug=slug, email_template_type=purpose, template_id="welcome")
    await management.jwt_templates.set(
        **place, jwt_template_type="SESSION", template_content=values, custom_audience="engines"
    )
    await management.environments.update(**place, user_lock_threshold=2, user_lock_ttl=300)
    return place


async def test_a_consumer_project_from_nothing_to_a_login(office: Office) -> None:
    """What Management sets is what users meet; a secret that is deleted ends it."""
    management = office.management
    place = await set_up(management, "shop", "CONSUMER", '{"who": "{{ user.emails.0.email }}"}', "SIGNUP")
    role = rbac_policy.DefaultRole(permissions=[READ])
    await management.rbac_policy.set(**place, stytch_user=role, custom_resources=[DOCUMENTS])
    await management.allowed_country_codes.set_allowed_sms_country_codes(**place, country_codes=["CA"])
    client, project = await office.consumer("shop"), office.workspace.environment(**place)

    await client.magic_links.email.login_or_create(email=EMAIL)
    mail = project.outbox.last(EMAIL)
    assert (mail.subject, mail.plaintext) == ("Welcome to Engines", f"Come in: {mail.url}")
    assert str(mail.url).startswith(f"{HOME}?")

    login = await client.magic_links.authenticate(token=str(mail.token), session_duration_minutes=60)
    claims = project.keys.read(login.session_jwt)
    assert claims is not None
    assert (claims["who"], claims["aud"]) == (EMAIL, [project.project_id, "engines"])
    verified = await client.sessions.authenticate_jwt(session_jwt=login.session_jwt)
    assert verified.session.user_id == login.user_id

    with pytest.raises(BadRequestError, match="weak_password"):
        await client.passwords.create(email="grace@example.com", password="a long and quiet river")
    await client.passwords.create(email="grace@example.com", password=PASSWORD)
    with pytest.raises(BadRequestError, match="invalid_phone_number_country_code"):
        await client.otps.sms.login_or_create(phone_number="+12025550123")

    metrics = (await management.environments.get_metrics(**place)).metrics
    assert (metrics.user_count, metrics.member_count) == (2, 0)
    for secret in (await management.secrets.get_all(**place)).secrets:
        await management.secrets.delete(**place, secret_id=secret.secret_id)
    with pytest.raises(AuthenticationError, match="unauthorized_credentials"):
        await client.sessions.authenticate(session_token=login.session_token)
    renewed = await office.consumer("shop")
    assert (await renewed.sessions.authenticate(session_token=login.session_token)).user.user_id == login.user_id


async def test_a_b2b_project_from_nothing_to_a_login(office: Office) -> None:
    """The same with an organization, its members and their roles."""
    management = office.management
    values = json.dumps({"at": "{{ organization.organization_slug }}", "who": "{{ member.email_address }}"})
    place = await set_up(management, "office", "B2B", values, "LOGIN")
    reader = rbac_policy.Role(role_id="reader", description="Reads", permissions=[READ])
    await management.rbac_policy.set(**place, custom_roles=[reader], custom_resources=[DOCUMENTS])
    client, project = await office.b2b("office"), office.workspace.environment(**place)

    made = (await client.organizations.create(organization_name="Engines", organization_slug="engines")).organization
    await client.organizations.members.create(
        organization_id=made.organization_id, email_address=EMAIL, roles=["reader"]
    )
    await client.magic_links.email.login_or_signup(organization_id="engines", email_address=EMAIL)
    mail = project.outbox.last(EMAIL)
    assert mail.html == f'<a href="{mail.url}">Come in</a>'

    login = await client.magic_links.authenticate(magic_links_token=str(mail.token), session_duration_minutes=60)
    claims = project.keys.read(login.session_jwt)
    assert claims is not None
    assert (claims["at"], claims["who"], claims["aud"]) == ("engines", EMAIL, [project.project_id, "engines"])
    assert login.member_session is not None
    assert "reader" in login.member_session.roles

    metrics = (await management.environments.get_metrics(**place)).metrics
    assert (metrics.organization_count, metrics.member_count, metrics.user_count) == (1, 1, 0)
    await management.projects.delete(project_slug="office")
    with pytest.raises(AuthenticationError, match="unauthorized_credentials"):
        await client.sessions.authenticate(session_token=login.session_token)
