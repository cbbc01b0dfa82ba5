import datetime as dt
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from stytch_async import PKCE
from stytch_async.clients import B2BClient
from stytch_async.emulator import Project, RedirectURL
from stytch_async.emulator.state.settings import TYPES
from stytch_async.schemas.b2b.passwords import EmailResetResponse

Read = Callable[[str], str]
Refused = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

ADA = "ada@example.com"
UNKNOWN_TOKEN = "A" * 44


async def test_link_of_discovery_names_no_organization(b2b: B2BClient, project: Project) -> None:
    """Whoever has an address gets a link, which lasts an hour; nobody becomes a member, and nothing is told."""
    await b2b.magic_links.email.discovery.send(email_address="Ada@example.com")

    message = project.outbox.last(ADA)
    query = parse_qs(urlsplit(message.url or "").query)
    assert query == {
        "stytch_redirect_type": ["login"],
        "stytch_token_type": ["discovery"],
        "token": [message.token],
    }
    assert message.expires_at - project.now == dt.timedelta(hours=1)
    assert (len(project.members), len(project.events)) == (0, 0)


async def test_link_proves_the_address(b2b: B2BClient, link_to: Read) -> None:
    """The link yields an intermediate session for the address, and the organizations to choose from: none here."""
    await b2b.magic_links.email.discovery.send(email_address=ADA)

    found = await b2b.magic_links.discovery.authenticate(discovery_magic_links_token=link_to(ADA))

    listed = await b2b.discovery.organizations.list(intermediate_session_token=found.intermediate_session_token)
    assert (found.email_address, found.discovered_organizations) == (ADA, [])
    assert (listed.email_address, listed.discovered_organizations) == (ADA, [])


async def test_member_is_found_and_not_touched(
    b2b: B2BClient, ada: EmailResetResponse, link_to: Read, project: Project
) -> None:
    """The organization of a member is found; the member is as before."""
    await b2b.magic_links.email.discovery.send(email_address=ADA)
    before = len(project.events)

    found = await b2b.magic_links.discovery.authenticate(discovery_magic_links_token=link_to(ADA))

    (discovered,) = found.discovered_organizations
    assert discovered.membership is not None
    assert (discovered.membership.type, discovered.membership.member) == ("active_member", ada.member)
    assert len(project.events) == before


async def test_link_of_discovery_works_once_and_for_an_hour(
    b2b: B2BClient, link_to: Read, refusal: Refused, project: Project
) -> None:
    """A link that was used or is too old is no use any more."""
    await b2b.magic_links.email.discovery.send(email_address=ADA)
    used = link_to(ADA)
    await b2b.magic_links.discovery.authenticate(discovery_magic_links_token=used)
    await b2b.magic_links.email.discovery.send(email_address=ADA)
    old = link_to(ADA)

    again = await refusal(b2b.magic_links.discovery.authenticate(discovery_magic_links_token=used))
    project.clock.advance(hours=1)
    late = await refusal(b2b.magic_links.discovery.authenticate(discovery_magic_links_token=old))

    assert (again, late) == ((401, "unable_to_auth_magic_link"),) * 2


async def test_tokens_of_organizations_are_not_found(
    b2b: B2BClient, ada: EmailResetResponse, link_to: Read, refusal: Refused
) -> None:
    """Neither an unknown token nor one of an organization's link is of use in discovery."""
    await b2b.magic_links.email.login_or_signup(organization_id=ada.organization_id, email_address=ADA)

    for token in (UNKNOWN_TOKEN, link_to(ADA)):
        refused = await refusal(b2b.magic_links.discovery.authenticate(discovery_magic_links_token=token))
        assert refused == (404, "magic_link_not_found")


async def test_discovery_takes_the_verifier_of_its_challenge(b2b: B2BClient, link_to: Read, refusal: Refused) -> None:
    """A link that was asked for with a challenge takes its verifier."""
    pkce = PKCE.generate()
    await b2b.magic_links.email.discovery.send(email_address=ADA, pkce_code_challenge=pkce.challenge)
    token = link_to(ADA)

    refused = await refusal(b2b.magic_links.discovery.authenticate(discovery_magic_links_token=token))
    found = await b2b.magic_links.discovery.authenticate(
        discovery_magic_links_token=token, pkce_code_verifier=pkce.verifier
    )

    assert refused == (400, "pkce_expected_code_verifier")
    assert found.email_address == ADA


@pytest.mark.parametrize(
    ("arguments", "error_type"),
    [
        ({"email_address": "ada"}, "invalid_email"),
        ({"discovery_redirect_url": "app"}, "invalid_discovery_redirect_url"),
        ({"discovery_redirect_url": "https://other.example.com"}, "no_match_for_provided_magic_link_url"),
        ({"pkce_code_challenge": "short"}, "invalid_pkce_code_challenge"),
    ],
)
async def test_unusable_arguments_are_refused(
    b2b: B2BClient, project: Project, refusal: Refused, arguments: dict[str, str], error_type: str
) -> None:
    """Nothing is sent where anything of the call cannot be used."""
    project.settings.redirect_urls = [RedirectURL("http://localhost:3000/authenticate", default_for=TYPES)]

    refused = await refusal(b2b.magic_links.email.discovery.send(**{"email_address": ADA, **arguments}))

    assert refused == (400, error_type)
