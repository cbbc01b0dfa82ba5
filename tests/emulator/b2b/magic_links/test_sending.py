import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project, RedirectURL
from stytch_async.emulator.state.settings import TYPES
from stytch_async.schemas.b2b.organizations import Organization

Found = Callable[..., Awaitable[Organization]]
Refused = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

ADA = "ada@example.com"
UNKNOWN = "organization-test-00000000-0000-4000-8000-000000000000"


def query_of(project: Project) -> dict[str, list[str]]:
    """Return what the newest link to Ada says, without its token."""
    query = parse_qs(urlsplit(project.outbox.last(ADA).url or "").query)
    del query["token"]
    return query


async def test_active_member_gets_a_login_link(b2b: B2BClient, organization: Organization, project: Project) -> None:
    """The link of an active member is one for logins, names the organization and lasts an hour."""
    member = await b2b.organizations.members.create(organization_id=organization.organization_id, email_address=ADA)

    sent = await b2b.magic_links.email.login_or_signup(organization_id=organization.organization_id, email_address=ADA)

    message = project.outbox.last(ADA)
    assert (sent.member_id, sent.member_created) == (member.member_id, False)
    assert message.expires_at - project.now == dt.timedelta(hours=1)
    assert query_of(project) == {
        "stytch_redirect_type": ["login"],
        "stytch_token_type": ["multi_tenant_magic_links"],
        "slug": [organization.organization_slug],
    }


async def test_stranger_becomes_a_pending_member(
    b2b: B2BClient, open_organization: Organization, project: Project
) -> None:
    """Somebody new whom the organization lets in gets a signup link, and waits for its use; that is told once."""
    organization_id = open_organization.organization_id

    sent = await b2b.magic_links.email.login_or_signup(organization_id=organization_id, email_address="Ada@example.com")
    again = await b2b.magic_links.email.login_or_signup(organization_id=organization_id, email_address=ADA)

    assert (sent.member_created, again.member_created) == (True, False)
    assert (sent.member.status, sent.member.email_address_verified) == ("pending", False)
    assert query_of(project)["stytch_redirect_type"] == ["signup"]
    assert [event.type for event in project.events.of("member")] == ["direct.member.create"]


@pytest.mark.parametrize(
    ("status", "argument"), [("active", "login_expiration_minutes"), ("pending", "signup_expiration_minutes")]
)
async def test_link_lasts_as_long_as_its_kind_is_asked_to(
    b2b: B2BClient, organization: Organization, project: Project, status: str, argument: str
) -> None:
    """Login and signup links have a duration each."""
    organization_id = organization.organization_id
    await b2b.organizations.members.create(
        organization_id=organization_id, email_address=ADA, create_member_as_pending=status == "pending"
    )

    await b2b.magic_links.email.login_or_signup(
        organization_id=organization_id, email_address=ADA, **{argument: 10_080}
    )

    assert project.outbox.last(ADA).expires_at - project.now == dt.timedelta(days=7)


async def test_each_kind_of_link_has_its_page(
    b2b: B2BClient, open_organization: Organization, project: Project
) -> None:
    """A signup link leads to the page for signups, a login link to that for logins."""
    arguments = {
        "organization_id": open_organization.organization_id,
        "login_redirect_url": "https://app.example.com/login",
        "signup_redirect_url": "https://app.example.com/welcome?plan=pro",
    }
    await b2b.organizations.members.create(
        organization_id=open_organization.organization_id, email_address="grace@example.com"
    )

    await b2b.magic_links.email.login_or_signup(email_address=ADA, **arguments)
    await b2b.magic_links.email.login_or_signup(email_address="grace@example.com", **arguments)

    assert (project.outbox.last(ADA).url or "").startswith("https://app.example.com/welcome?plan=pro&stytch_")
    assert (project.outbox.last("grace@example.com").url or "").startswith("https://app.example.com/login?stytch_")


@pytest.mark.parametrize(
    ("settings", "error_type"),
    [
        ({}, "email_jit_provisioning_not_allowed"),
        (
            {"email_jit_provisioning": "RESTRICTED", "email_allowed_domains": ["example.org"]},
            "invalid_email_for_jit_provisioning",
        ),
        (
            {
                "email_jit_provisioning": "RESTRICTED",
                "email_allowed_domains": ["example.com"],
                "auth_methods": "RESTRICTED",
                "allowed_auth_methods": ["sso"],
            },
            "operation_restricted_by_organization_auth_methods",
        ),
    ],
)
async def test_stranger_may_not_join_everywhere(
    b2b: B2BClient, found: Found, refusal: Refused, *, settings: dict[str, Any], error_type: str
) -> None:
    """An organization lets nobody in from other domains, nor by a method that it does not allow."""
    organization = await found(**settings)

    refused = await refusal(
        b2b.magic_links.email.login_or_signup(organization_id=organization.organization_id, email_address=ADA)
    )

    assert refused == (400, error_type)


async def test_claimed_domain_keeps_strangers_elsewhere(
    b2b: B2BClient, open_organization: Organization, found: Found, refusal: Refused
) -> None:
    """Whoever has an address at a claimed domain can join the organization that claims it, and no other."""
    claimant = await found("Claimant")
    await b2b.organizations.update(organization_id=claimant.organization_id, claimed_email_domains=["example.com"])

    refused = await refusal(
        b2b.magic_links.email.login_or_signup(organization_id=open_organization.organization_id, email_address=ADA)
    )

    assert refused == (400, "action_not_allowed_email_domain_is_claimed")


async def test_member_whose_method_is_not_allowed_gets_no_link(
    b2b: B2BClient, found: Found, refusal: Refused, project: Project
) -> None:
    """Where links are no way in, none is sent, but for a break-glass member; SSO would prove an address."""
    organization = await found(auth_methods="RESTRICTED", allowed_auth_methods=["sso"])
    names = {"organization_id": organization.organization_id}
    await b2b.organizations.members.create(email_address=ADA, **names)
    await b2b.organizations.members.create(email_address="grace@example.com", is_breakglass=True, **names)

    refused = await refusal(b2b.magic_links.email.login_or_signup(email_address=ADA, **names))
    await b2b.magic_links.email.login_or_signup(email_address="grace@example.com", **names)

    assert refused == (400, "operation_restricted_by_organization_auth_methods")
    assert [message.recipient for message in project.outbox] == ["grace@example.com"]


@pytest.mark.parametrize(
    ("arguments", "refused"),
    [
        ({"organization_id": UNKNOWN}, (404, "organization_not_found")),
        ({"email_address": "ada"}, (400, "invalid_email")),
        ({"login_redirect_url": "app"}, (400, "invalid_login_redirect_url")),
        ({"signup_redirect_url": "app"}, (400, "invalid_signup_redirect_url")),
        ({"login_redirect_url": "https://other.example.com"}, (400, "no_match_for_provided_magic_link_url")),
        ({"pkce_code_challenge": "short"}, (400, "invalid_pkce_code_challenge")),
    ],
)
async def test_unusable_arguments_are_refused(
    b2b: B2BClient,
    open_organization: Organization,
    project: Project,
    refusal: Refused,
    *,
    arguments: dict[str, str],
    refused: tuple[int, str],
) -> None:
    """Organization, address, both URLs and the challenge are looked at before somebody becomes a member."""
    project.settings.redirect_urls = [RedirectURL("http://localhost:3000/authenticate", default_for=TYPES)]
    usual = {"organization_id": open_organization.organization_id, "email_address": ADA}

    assert await refusal(b2b.magic_links.email.login_or_signup(**{**usual, **arguments})) == refused


async def test_url_must_be_given_where_the_project_has_no_default(
    b2b: B2BClient, open_organization: Organization, project: Project, refusal: Refused
) -> None:
    """Both pages have to be known, whichever link is sent."""
    project.settings.redirect_urls = [RedirectURL("https://app.example.com")]
    names = {"organization_id": open_organization.organization_id, "email_address": ADA}

    signup = await refusal(b2b.magic_links.email.login_or_signup(login_redirect_url="https://app.example.com", **names))
    invite = await refusal(b2b.magic_links.email.invite(**names))
    discovery = await refusal(b2b.magic_links.email.discovery.send(email_address=ADA))

    assert signup == (400, "no_default_signup_redirect_url_set")
    assert invite == (400, "no_default_invite_redirect_url_set")
    assert discovery == (400, "no_default_discovery_redirect_url_set")


async def test_retired_address_stays_with_its_member(
    b2b: B2BClient, open_organization: Organization, refusal: Refused
) -> None:
    """Nobody joins with an address that somebody has had and not let go."""
    names = {"organization_id": open_organization.organization_id}
    member = await b2b.organizations.members.create(email_address=ADA, **names)
    await b2b.organizations.members.update(member_id=member.member_id, email_address="lovelace@example.com", **names)

    refused = await refusal(b2b.magic_links.email.login_or_signup(email_address=ADA, **names))

    assert refused == (400, "retired_member_email")
