"""The sandbox of B2B projects: an organization, its member, and the tokens that always mean the same."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

ORGANIZATION = "organization-test-007d9d4a-deac-4a87-ba0a-e6e8afba4d4b"
EMAIL = "sandbox@stytch.com"
GOOD = "DOYoip3rvIMMW5lgItikFK-Ak1CfMsgjuiCyI7uuU94="
REFUSED = {
    "3pzjQpgksDlGKWEwUq2Up--hCHC_0oamfLHyfspKDFU=": (401, "unable_to_auth_magic_link"),
    "CprTtwhnRNiMBiUS2jSLcWYrfuO2POeBNdo5HhW6qTM=": (404, "magic_link_not_found"),
}


def authentication(b2b: B2BClient, token: str, *, by_discovery: bool) -> Awaitable[Any]:
    """Follow a link, of an organization or of discovery."""
    if by_discovery:
        return b2b.magic_links.discovery.authenticate(discovery_magic_links_token=token)
    return b2b.magic_links.authenticate(magic_links_token=token)


@pytest.mark.parametrize("method", ["login_or_signup", "invite"])
async def test_mails_to_the_sandbox_are_asked_for_again_and_again(
    b2b: B2BClient, project: Project, method: str
) -> None:
    """Nothing is sent, nobody is new, and nothing changes."""
    send = getattr(b2b.magic_links.email, method)

    sent = [await send(organization_id=ORGANIZATION, email_address=EMAIL) for _ in range(2)]

    assert [(one.member.status, one.organization.organization_id) for one in sent] == [("active", ORGANIZATION)] * 2
    assert (len(project.outbox), list(project.events)) == (0, [])


async def test_discovery_mails_to_the_sandbox_are_not_sent(b2b: B2BClient, project: Project) -> None:
    """The call succeeds all the same."""
    sent = await b2b.magic_links.email.discovery.send(email_address=EMAIL)

    assert (sent.status_code, len(project.outbox)) == (200, 0)


async def test_the_token_of_the_sandbox_logs_in_again_and_again(b2b: B2BClient, project: Project) -> None:
    """The session is a real one, in the sandbox organization; searches and counts leave its member out."""
    logins = [await authentication(b2b, GOOD, by_discovery=False) for _ in range(2)]

    checked = await b2b.sessions.authenticate(session_jwt=logins[1].session_jwt)
    assert {login.organization.organization_id for login in logins} == {ORGANIZATION}
    assert (checked.member.email_address, checked.member.email_address_verified) == (EMAIL, True)
    assert (len(project.members), len(project.organizations)) == (0, 0)
    assert (await b2b.organizations.search()).organizations == []


async def test_the_token_of_the_sandbox_discovers_its_organization(b2b: B2BClient) -> None:
    """The login goes on in the sandbox organization."""
    found = await authentication(b2b, GOOD, by_discovery=True)

    login = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=found.intermediate_session_token, organization_id=ORGANIZATION
    )
    assert [one.membership.type for one in found.discovered_organizations] == ["active_member"]
    assert (login.member_authenticated, login.member.email_address) == (True, EMAIL)


@pytest.mark.parametrize("token", REFUSED)
@pytest.mark.parametrize("by_discovery", [False, True])
async def test_other_tokens_of_the_sandbox_are_always_refused(
    b2b: B2BClient, refusal: Refusal, token: str, *, by_discovery: bool
) -> None:
    """One is used, the other unknown."""
    refused = await refusal(authentication(b2b, token, by_discovery=by_discovery))

    assert refused == REFUSED[token]


async def test_the_sandbox_cannot_be_deleted(b2b: B2BClient) -> None:
    """It is there for the next call."""
    await b2b.organizations.delete(organization_id=ORGANIZATION)

    login = await authentication(b2b, GOOD, by_discovery=False)

    assert login.organization.organization_id == ORGANIZATION
