import datetime as dt
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from stytch_async import PKCE
from stytch_async.clients import B2BClient
from stytch_async.emulator import Project, RedirectURL
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse

Found = Callable[..., Awaitable[Organization]]
Read = Callable[[str], str]
Refused = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

ADA = "ada@example.com"
NEW = "another passphrase that nobody guesses"


@pytest.fixture(autouse=True)
def shared_passwords(project: Project) -> None:
    """Let all organizations share passwords."""
    project.settings.cross_org_passwords_enabled = True


async def test_password_finds_the_organizations(b2b: B2BClient, ada: EmailResetResponse, password: str) -> None:
    """A password yields an intermediate session for the address, with which the member gets in."""
    found = await b2b.passwords.discovery.authenticate(email_address="Ada@example.com", password=password)

    login = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=found.intermediate_session_token, organization_id=ada.organization_id
    )
    (discovered,) = found.discovered_organizations
    assert (found.email_address, discovered.member_authenticated) == (ADA, True)
    assert (login.member_id, login.member_authenticated) == (ada.member_id, True)


async def test_password_proves_no_address(b2b: B2BClient, ada: EmailResetResponse, found: Found, password: str) -> None:
    """In an organization that does not know the address, the member has to prove it first; so has a founder."""
    other = await found("Other")
    await b2b.organizations.members.create(
        organization_id=other.organization_id, email_address=ada.member.email_address
    )
    first = await b2b.passwords.discovery.authenticate(email_address=ADA, password=password)
    second = await b2b.passwords.discovery.authenticate(email_address=ADA, password=password)

    login = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=first.intermediate_session_token, organization_id=other.organization_id
    )
    founded = await b2b.discovery.organizations.create(intermediate_session_token=second.intermediate_session_token)

    assert [one.member_authenticated for one in first.discovered_organizations] == [True, False]
    assert login.primary_required is not None
    assert founded.primary_required is not None
    assert (founded.member.status, founded.member.email_address_verified) == ("pending", False)


async def test_shared_password_goes_along_to_another_organization(
    b2b: B2BClient, ada: EmailResetResponse, found: Found, password: str
) -> None:
    """A login with a shared password that still lacks something can go on elsewhere."""
    strict = await found("Strict", mfa_policy="REQUIRED_FOR_ALL")
    await b2b.organizations.members.create(
        organization_id=strict.organization_id, email_address=ada.member.email_address
    )
    begun = await b2b.passwords.authenticate(
        organization_id=strict.organization_id, email_address=ADA, password=password
    )

    login = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=begun.intermediate_session_token, organization_id=ada.organization_id
    )

    assert not begun.member_authenticated
    assert (login.member_id, login.member_authenticated) == (ada.member_id, True)


async def test_wrong_passwords_are_refused_and_lock(
    b2b: B2BClient, ada: EmailResetResponse, password: str, refusal: Refused, project: Project
) -> None:
    """A wrong password counts as a failed login of the member; too many lock."""
    project.settings.user_lock_threshold = 2
    authenticate, email = b2b.passwords.discovery.authenticate, ada.member.email_address

    once = await refusal(authenticate(email_address=email, password="wrong"))
    await authenticate(email_address=email, password=password)
    for _ in range(2):
        await refusal(authenticate(email_address=email, password="wrong"))
    locked = await refusal(authenticate(email_address=email, password=password))

    assert once == (401, "unauthorized_credentials")
    assert locked == (429, "user_lock_limit_reached")


async def test_password_must_be_there_and_fresh(
    b2b: B2BClient,
    ada: EmailResetResponse,
    organization: Organization,
    refusal: Refused,
    *,
    password: str,
    project: Project,
) -> None:
    """Nobody, a member without a password, and one whose password is known from a breach do not get in."""
    await b2b.organizations.members.create(
        organization_id=organization.organization_id, email_address="joan@example.com"
    )
    project.settings.breached_passwords.add(password)
    authenticate = b2b.passwords.discovery.authenticate

    nobody = await refusal(authenticate(email_address="grace@example.com", password=password))
    without = await refusal(authenticate(email_address="joan@example.com", password=password))
    breached = await refusal(authenticate(email_address=ada.member.email_address, password=password))

    assert (nobody, without) == ((404, "member_not_found"), (404, "member_password_not_found"))
    assert breached == (400, "member_reset_password")


async def test_reset_link_leads_to_a_new_password(b2b: B2BClient, project: Project) -> None:
    """The link lasts half an hour, and says that it is for a password although its token is one of discovery."""
    await b2b.passwords.discovery.email.reset_start(email_address=ADA)

    message = project.outbox.last(ADA)
    assert parse_qs(urlsplit(message.url or "").query) == {
        "stytch_redirect_type": ["reset_password"],
        "stytch_token_type": ["discovery"],
        "token": [message.token],
    }
    assert message.expires_at - project.now == dt.timedelta(minutes=30)


async def test_password_is_reset_in_all_organizations(
    b2b: B2BClient, ada: EmailResetResponse, found: Found, link_to: Read, password: str, *, refusal: Refused
) -> None:
    """The new password is good everywhere and the old one nowhere; the sessions of the members go on."""
    other = await found("Other")
    there = {"organization_id": other.organization_id, "email_address": ada.member.email_address}
    await b2b.organizations.members.create(**there)
    await b2b.passwords.discovery.email.reset_start(email_address=ADA)

    reset = await b2b.passwords.discovery.email.reset(password_reset_token=link_to(ADA), password=NEW)

    login = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=reset.intermediate_session_token, organization_id=other.organization_id
    )
    assert [one.member_authenticated for one in reset.discovered_organizations] == [True, True]
    assert (login.member_authenticated, login.member.email_address_verified) == (True, True)
    assert (await b2b.passwords.authenticate(password=NEW, **there)).member_authenticated
    assert await refusal(b2b.passwords.authenticate(password=password, **there)) == (401, "unauthorized_credentials")
    assert (await b2b.sessions.authenticate(session_token=ada.session_token)).member.member_id == ada.member_id


async def test_reset_is_told_of_every_member(
    b2b: B2BClient, ada: EmailResetResponse, found: Found, link_to: Read, project: Project
) -> None:
    """Each member who has the new password leaves an event."""
    other = await found("Other")
    await b2b.organizations.members.create(organization_id=other.organization_id, email_address=ADA)
    await b2b.passwords.discovery.email.reset_start(email_address=ada.member.email_address)
    before = len(project.events)

    await b2b.passwords.discovery.email.reset(password_reset_token=link_to(ADA), password=NEW)

    assert [event.type for event in list(project.events)[before:]] == ["direct.member.update"] * 2


async def test_stranger_chooses_a_password_before_an_organization(
    b2b: B2BClient, link_to: Read, refusal: Refused, project: Project
) -> None:
    """Somebody new sets a password, comes back with it, and has it in the organization that they found."""
    await b2b.passwords.discovery.email.reset_start(email_address=ADA)
    first = await b2b.passwords.discovery.email.reset(password_reset_token=link_to(ADA), password=NEW)
    project.clock.advance(days=1)
    back = await b2b.passwords.discovery.authenticate(email_address=ADA, password=NEW)
    wrong = await refusal(b2b.passwords.discovery.authenticate(email_address=ADA, password="wrong"))
    await b2b.passwords.discovery.email.reset_start(email_address=ADA)
    again = await b2b.passwords.discovery.email.reset(password_reset_token=link_to(ADA), password=f"{NEW} yet")

    founded = await b2b.discovery.organizations.create(intermediate_session_token=again.intermediate_session_token)

    login = await b2b.passwords.authenticate(
        organization_id=founded.organization.organization_id, email_address=ADA, password=f"{NEW} yet"
    )
    assert (first.discovered_organizations, back.discovered_organizations) == ([], [])
    assert wrong == (401, "unauthorized_credentials")
    assert (founded.member_authenticated, founded.member.email_address_verified) == (True, True)
    assert login.member_authenticated
    assert len(project.strangers) == 0


async def test_reset_link_works_once_and_for_that_alone(
    b2b: B2BClient, link_to: Read, refusal: Refused, project: Project
) -> None:
    """A link for a new password is no login, a login link is not for a new password, and each works once."""
    reset, discover = b2b.passwords.discovery.email.reset, b2b.magic_links.discovery.authenticate
    await b2b.magic_links.email.discovery.send(email_address=ADA)
    login_link = link_to(ADA)
    await b2b.passwords.discovery.email.reset_start(email_address=ADA, reset_password_expiration_minutes=5)
    token = link_to(ADA)

    not_found = await refusal(discover(discovery_magic_links_token=token))
    other = await refusal(reset(password_reset_token=login_link, password=NEW))
    weak = await refusal(reset(password_reset_token=token, password="weak"))
    await reset(password_reset_token=token, password=NEW)
    used = await refusal(reset(password_reset_token=token, password=NEW))
    await b2b.passwords.discovery.email.reset_start(email_address=ADA, reset_password_expiration_minutes=5)
    project.clock.advance(minutes=5)
    late = await refusal(reset(password_reset_token=link_to(ADA), password=NEW))

    assert not_found == (404, "magic_link_not_found")
    assert weak == (400, "weak_password")
    assert (other, used, late) == ((401, "unable_to_auth_password_reset_token"),) * 3


async def test_reset_takes_the_verifier_of_its_challenge(b2b: B2BClient, link_to: Read, refusal: Refused) -> None:
    """A link that was asked for with a challenge takes its verifier."""
    pkce = PKCE.generate()
    await b2b.passwords.discovery.email.reset_start(email_address=ADA, pkce_code_challenge=pkce.challenge)
    token = link_to(ADA)

    refused = await refusal(b2b.passwords.discovery.email.reset(password_reset_token=token, password=NEW))
    reset = await b2b.passwords.discovery.email.reset(
        password_reset_token=token, password=NEW, pkce_code_verifier=pkce.verifier
    )

    assert refused == (400, "pkce_expected_code_verifier")
    assert reset.email_address == ADA


@pytest.mark.parametrize(
    ("arguments", "error_type"),
    [
        ({"email_address": "ada"}, "invalid_email"),
        ({"reset_password_redirect_url": "app"}, "invalid_password_reset_redirect_url"),
        ({"discovery_redirect_url": "app"}, "invalid_discovery_redirect_url"),
        ({"pkce_code_challenge": "short"}, "invalid_pkce_code_challenge"),
    ],
)
async def test_unusable_arguments_are_refused(
    b2b: B2BClient, refusal: Refused, arguments: dict[str, str], error_type: str
) -> None:
    """Nothing is sent where anything of the call cannot be used."""
    refused = await refusal(b2b.passwords.discovery.email.reset_start(**{"email_address": ADA, **arguments}))

    assert refused == (400, error_type)


async def test_pages_must_be_given_where_the_project_has_no_default(
    b2b: B2BClient, refusal: Refused, project: Project
) -> None:
    """Both pages of the mail have to be known."""
    project.settings.redirect_urls = [RedirectURL("https://app.example.com")]
    start, url = b2b.passwords.discovery.email.reset_start, "https://app.example.com"

    without_login = await refusal(start(email_address=ADA, reset_password_redirect_url=url))
    without_reset = await refusal(start(email_address=ADA, discovery_redirect_url=url))

    assert without_login == (400, "no_default_discovery_redirect_url_set")
    assert without_reset == (400, "no_password_reset_redirect_url")


async def test_passwords_that_are_not_shared_are_no_use_in_discovery(
    b2b: B2BClient, ada: EmailResetResponse, password: str, refusal: Refused, project: Project
) -> None:
    """Where each organization has passwords of its own, discovery takes none."""
    project.settings.cross_org_passwords_enabled = False
    email, discovery = ada.member.email_address, b2b.passwords.discovery

    refused = [
        await refusal(discovery.authenticate(email_address=email, password=password)),
        await refusal(discovery.email.reset_start(email_address=email)),
        await refusal(discovery.email.reset(password_reset_token="A" * 44, password=password)),
    ]

    assert refused == [(400, "cross_org_passwords_not_enabled")] * 3
