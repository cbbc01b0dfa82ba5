"""The other link in a mail about a new password: it logs in without one."""

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from stytch_async.callbacks import read_callback
from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.organizations import Organization

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL = "ada@example.com"
LOGIN = "https://app.example.com/login?lang=en"


def parameters(url: str | None) -> dict[str, list[str]]:
    """Return what a link says, without its token."""
    said = parse_qs(urlsplit(url or "").query)
    del said["token"]
    return said


async def test_member_logs_in_without_the_password(
    b2b: B2BClient, project: Project, organization: Organization, refusal: Refusal
) -> None:
    """The link is one of the organization's magic links, and sets no password."""
    name = {"organization_id": organization.organization_id, "email_address": EMAIL}
    await b2b.organizations.members.create(**name)
    await b2b.passwords.email.reset_start(**name, login_redirect_url=LOGIN)
    url = project.outbox.last(EMAIL).login_url
    token = read_callback(url or "").token

    refused = await refusal(b2b.passwords.email.reset(password_reset_token=token, password="a long and quiet river"))
    login = await b2b.magic_links.authenticate(magic_links_token=token)

    assert parameters(url) == {
        "lang": ["en"],
        "stytch_redirect_type": ["login"],
        "slug": [organization.organization_slug],
        "stytch_token_type": ["multi_tenant_magic_links"],
    }
    assert refused == (401, "unable_to_auth_password_reset_token")
    assert (login.member_authenticated, login.member.member_password_id) == (True, "")


async def test_anybody_discovers_without_the_password(b2b: B2BClient, project: Project) -> None:
    """Where organizations share passwords, the link leads to discovery."""
    project.settings.cross_org_passwords_enabled = True
    await b2b.passwords.discovery.email.reset_start(email_address=EMAIL, discovery_redirect_url=LOGIN)
    url = project.outbox.last(EMAIL).login_url

    found = await b2b.magic_links.discovery.authenticate(discovery_magic_links_token=read_callback(url or "").token)

    assert parameters(url) == {"lang": ["en"], "stytch_redirect_type": ["login"], "stytch_token_type": ["discovery"]}
    assert found.email_address == EMAIL


@pytest.mark.parametrize("method", ["invite", "login_or_signup"])
async def test_other_mails_hold_one_link(
    b2b: B2BClient, project: Project, organization: Organization, method: str
) -> None:
    """There is nothing to log in without."""
    name = {"organization_id": organization.organization_id, "email_address": EMAIL}
    await b2b.organizations.members.create(**name, create_member_as_pending=True)

    await getattr(b2b.magic_links.email, method)(**name)

    assert project.outbox.last(EMAIL).login_url is None
