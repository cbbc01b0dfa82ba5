from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl, urlsplit

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project, RedirectURL
from stytch_async.emulator.rules.b2b.emails import addressee
from stytch_async.emulator.rules.b2b.login import log_in
from stytch_async.emulator.rules.b2b.plans import MemberPlan
from stytch_async.emulator.rules.factors import email_factor
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.state.settings import TYPES
from stytch_async.schemas.b2b.members import RetiredEmail
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.shared import Authorization

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

UNKNOWN = "email-test-00000000-0000-4000-8000-000000000000"
OLD, NEW = "ada@example.com", "lovelace@example.com"


@pytest.fixture
async def joan(b2b: B2BClient, ada: EmailResetResponse) -> str:
    """Return the id of another member of Ada's organization."""
    created = await b2b.organizations.members.create(
        organization_id=ada.organization_id, email_address="joan@example.com"
    )
    return created.member_id


def answer(project: Project, organization_id: str, email: str) -> None:
    """Log in with proof of an address, as the mail to it does."""
    found = addressee(project, organization_id, email)
    assert found is not None
    member, address = found
    proof = Proof(account=member, factor=email_factor(project, "magic_link", address), address=address)
    log_in(project, proof, MemberPlan(None, None, None))


async def test_a_new_address_takes_the_place_of_the_old(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """It has to be proven again, the password is gone, and the old address is retired."""
    updated = await b2b.organizations.members.update(
        organization_id=ada.organization_id, member_id=ada.member_id, email_address="Lovelace@example.com"
    )

    member = updated.member
    assert (member.email_address, member.email_address_verified, member.member_password_id) == (NEW, False, "")
    assert member.retired_email_addresses == [RetiredEmail(email_id=ada.member_email_id, email_address=OLD)]
    found = await b2b.organizations.members.get(organization_id=ada.organization_id, email_address=NEW)
    assert found.member_id == ada.member_id


async def test_links_to_the_old_address_are_void(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, refusal: Refusal, password: str
) -> None:
    """Whoever still reads the old mail cannot get in with it."""
    await b2b.passwords.email.reset_start(organization_id=ada.organization_id, email_address=OLD)
    await b2b.organizations.members.update(
        organization_id=ada.organization_id, member_id=ada.member_id, email_address=NEW
    )

    token = project.outbox.last(OLD).token or ""
    refused = await refusal(b2b.passwords.email.reset(password_reset_token=token, password=password))

    assert refused == (401, "unable_to_auth_password_reset_token")


async def test_an_old_address_may_be_let_go_at_once(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Then it is not retired, and anybody may have it."""
    updated = await b2b.organizations.members.update(
        organization_id=ada.organization_id, member_id=ada.member_id, email_address=NEW, unlink_email=True
    )

    taken = await b2b.organizations.members.create(organization_id=ada.organization_id, email_address=OLD)

    assert updated.member.retired_email_addresses == []
    assert taken.member.email_address == OLD


async def test_the_present_address_changes_nothing(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """It stays proven, and the password stays."""
    updated = await b2b.organizations.members.update(
        organization_id=ada.organization_id, member_id=ada.member_id, email_address=OLD
    )

    assert updated.member == ada.member


async def test_a_retired_address_is_taken_for_others_only(
    b2b: B2BClient, ada: EmailResetResponse, joan: str, refusal: Refusal
) -> None:
    """Nobody else in the organization may have it; its member may return to it; elsewhere it is another matter."""
    members, home = b2b.organizations.members, ada.organization_id
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await members.update(organization_id=home, member_id=ada.member_id, email_address=NEW)

    refused = [
        await refusal(members.update(organization_id=home, member_id=joan, email_address=OLD)),
        await refusal(members.create(organization_id=home, email_address=OLD)),
    ]

    elsewhere = await members.create(organization_id=other.organization_id, email_address=OLD)
    back = await members.update(organization_id=home, member_id=ada.member_id, email_address=OLD)
    assert refused == [(400, "retired_member_email")] * 2
    assert elsewhere.member.email_address == OLD
    assert [one.email_address for one in back.member.retired_email_addresses] == [NEW]


@pytest.mark.parametrize("by_id", [True, False])
async def test_a_retired_address_can_be_unlinked(b2b: B2BClient, ada: EmailResetResponse, *, by_id: bool) -> None:
    """By its id or by itself; then others may have it."""
    members, home = b2b.organizations.members, ada.organization_id
    await members.update(organization_id=home, member_id=ada.member_id, email_address=NEW)
    name = {"email_id": ada.member_email_id} if by_id else {"email_address": OLD.upper()}

    unlinked = await members.unlink_retired_email(organization_id=home, member_id=ada.member_id, **name)

    taken = await members.create(organization_id=home, email_address=OLD)
    assert (unlinked.organization_id, unlinked.member.retired_email_addresses) == (home, [])
    assert taken.member.email_address == OLD


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ({}, (400, "retired_email_missing_email_identifiers")),
        ({"email_id": "email-test-1"}, (400, "invalid_email_id")),
        ({"email_id": UNKNOWN, "email_address": OLD}, (404, "email_not_found")),
        ({"email_address": NEW}, (404, "email_not_found")),
    ],
)
async def test_what_is_not_a_retired_address_cannot_be_unlinked(
    b2b: B2BClient, ada: EmailResetResponse, refusal: Refusal, name: dict[str, str], refused: tuple[int, str]
) -> None:
    """Something must be named, two names must mean the same address, and the present one is not retired."""
    members, home = b2b.organizations.members, ada.organization_id
    await members.update(organization_id=home, member_id=ada.member_id, email_address=NEW)

    unlinking = members.unlink_retired_email(organization_id=home, member_id=ada.member_id, **name)

    assert await refusal(unlinking) == refused


async def test_a_link_leads_a_member_to_the_new_address(
    b2b: B2BClient, ada: EmailResetResponse, project: Project
) -> None:
    """It goes to the new address; whoever answers it has moved, keeps the password, and the old one is retired."""
    started = await b2b.organizations.members.start_email_update(
        organization_id=ada.organization_id,
        member_id=ada.member_id,
        email_address="Lovelace@example.com",
        login_redirect_url="https://app.example.com/login?from=mail",
        authorization=Authorization(session_token=ada.session_token),
    )
    mail = project.outbox.last(NEW)

    answer(project, ada.organization_id, NEW)

    moved = await b2b.organizations.members.get(organization_id=ada.organization_id, email_address=NEW)
    assert started.member == ada.member
    assert dict(parse_qsl(urlsplit(mail.url or "").query)) == {
        "from": "mail",
        "slug": ada.organization.organization_slug,
        "stytch_redirect_type": "login",
        "stytch_token_type": "multi_tenant_magic_links",
        "token": mail.token,
    }
    assert mail.expires_at is not None
    assert (mail.expires_at - mail.sent_at).total_seconds() == 300
    assert moved.member.email_address_verified
    assert moved.member.member_password_id == ada.member.member_password_id
    assert [one.email_address for one in moved.member.retired_email_addresses] == [OLD]
    assert project.events.of("member")[-1].document is not None


async def test_a_code_may_be_mailed_instead(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """It lasts five minutes as well, and no link is mailed."""
    await b2b.organizations.members.start_email_update(
        organization_id=ada.organization_id,
        member_id=ada.member_id,
        email_address=NEW,
        delivery_method="EMAIL_OTP",
    )

    mail = project.outbox.last(NEW)

    assert (mail.code is not None, mail.token) == (True, None)
    assert mail.expires_at is not None
    assert (mail.expires_at - mail.sent_at).total_seconds() == 300


async def test_a_newer_start_voids_the_older(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """Only one address is waited for at a time; the other is free again."""
    start, home = b2b.organizations.members.start_email_update, ada.organization_id
    await start(organization_id=home, member_id=ada.member_id, email_address=NEW)

    await start(organization_id=home, member_id=ada.member_id, email_address="countess@example.com")

    assert project.tokens.get(project.outbox.last(NEW).token or "") is None
    assert addressee(project, home, NEW) is None


async def test_an_address_is_kept_free_for_five_minutes(
    b2b: B2BClient, ada: EmailResetResponse, joan: str, project: Project, refusal: Refusal
) -> None:
    """While one member is moving to it nobody else can take it; then it can no longer be proven."""
    members, home = b2b.organizations.members, ada.organization_id
    await members.start_email_update(organization_id=home, member_id=ada.member_id, email_address=NEW)

    refused = [
        await refusal(members.start_email_update(organization_id=home, member_id=ada.member_id, email_address=OLD)),
        await refusal(members.update(organization_id=home, member_id=joan, email_address=NEW)),
        await refusal(members.create(organization_id=home, email_address=NEW)),
    ]
    project.clock.advance(minutes=5)

    taken = await members.update(organization_id=home, member_id=joan, email_address=NEW)
    assert refused == [
        (400, "duplicate_member_email"),
        (400, "desired_email_updating_for_different_member"),
        (400, "desired_email_updating_for_different_member"),
    ]
    assert taken.member.email_address == NEW


async def test_nobody_is_behind_an_unknown_address(ada: EmailResetResponse, project: Project) -> None:
    """The present address leads to its member, and any other to nobody."""
    found = [addressee(project, ada.organization_id, email) for email in (OLD, NEW)]

    member = project.members[ada.member_id]
    assert found == [(member, member.email), None]


async def test_a_move_can_be_too_late(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """A rule of its own says so where a login comes with the address."""
    await b2b.organizations.members.start_email_update(
        organization_id=ada.organization_id, member_id=ada.member_id, email_address=NEW
    )
    project.clock.advance(minutes=5)

    with pytest.raises(Exception, match="unable_to_verify_member_email_update"):
        addressee(project, ada.organization_id, NEW)


async def test_a_move_to_what_another_has_is_refused(
    b2b: B2BClient, ada: EmailResetResponse, joan: str, refusal: Refusal
) -> None:
    """The address of another member is taken, and so is a retired one."""
    members, home = b2b.organizations.members, ada.organization_id
    await members.update(organization_id=home, member_id=joan, email_address="clarke@example.com")

    refused = [
        await refusal(members.start_email_update(organization_id=home, member_id=ada.member_id, email_address=address))
        for address in ("clarke@example.com", "joan@example.com")
    ]

    assert refused == [(400, "duplicate_member_email"), (400, "desired_email_deactivated_by_different_member")]


async def test_a_move_starts_from_a_proven_address(
    b2b: B2BClient, ada: EmailResetResponse, joan: str, refusal: Refusal
) -> None:
    """Neither a pending member nor one whose address is not proven can begin."""
    members, home = b2b.organizations.members, ada.organization_id
    pending = await members.create(
        organization_id=home, email_address="grace@example.com", create_member_as_pending=True
    )

    refused = [
        await refusal(members.start_email_update(organization_id=home, member_id=member_id, email_address=NEW))
        for member_id in (pending.member_id, joan)
    ]

    assert refused == [
        (400, "email_updates_available_only_for_active_members"),
        (400, "member_has_no_active_verified_email"),
    ]


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("way", "error_type"),
    [
        ({"login_redirect_url": "https://elsewhere.example.com"}, "no_match_for_provided_magic_link_url"),
        ({"login_redirect_url": "elsewhere"}, "invalid_login_redirect_url"),
        ({"delivery_method": "EMAIL_PIGEON"}, "bad_request"),
    ],
)
async def test_a_move_that_cannot_be_answered_is_refused(
    b2b: B2BClient, project: Project, refusal: Refusal, way: dict[str, str], error_type: str
) -> None:
    """The link must lead to a URL that the project knows, and there are two ways to write."""
    project.settings.redirect_urls = [RedirectURL("https://app.example.com", default_for=TYPES)]
    (ada,) = project.members

    refused = await refusal(
        b2b.organizations.members.start_email_update(
            organization_id=ada.organization_id, member_id=ada.id, email_address=NEW, **way
        )
    )

    assert refused == (400, error_type)
