import base64
import hashlib
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Policy, Project
from stytch_async.errors import (
    AuthenticationError,
    BadRequestError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
)
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.shared import Authorization

Enrol = Callable[[str, str], Awaitable[EmailResetResponse]]

BREACHED = "correct horse battery staple"
NEW_PASSWORD = "another passphrase, longer than the first"
UNKNOWN_MEMBER = "member-test-00000000-0000-4000-8000-000000000000"
PHONE = "+12025550162"
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()


def md5(password: str) -> str:
    """Return the MD5 hash of a password, as an old system would have it."""
    return hashlib.md5(password.encode(), usedforsecurity=False).hexdigest()


async def is_active(b2b: B2BClient, session_token: str) -> bool:
    """Whether a session is not over yet."""
    try:
        await b2b.sessions.authenticate(session_token=session_token)
    except NotFoundError:
        return False
    return True


async def mailed_token(b2b: B2BClient, project: Project, organization_id: str, **fields: Any) -> str:
    """Have a reset link sent to Ada and return its token."""
    await b2b.passwords.email.reset_start(organization_id=organization_id, email_address="ada@example.com", **fields)
    return project.outbox.last("ada@example.com").token or ""


async def test_right_password_logs_in(b2b: B2BClient, ada: EmailResetResponse, password: str) -> None:
    """The password of a member, in the member's organization, starts a session."""
    login = await b2b.passwords.authenticate(
        organization_id=ada.organization_id, email_address="ADA@example.com", password=password
    )

    assert (login.member_id, login.organization_id) == (ada.member_id, ada.organization_id)
    assert login.member_authenticated
    assert await is_active(b2b, login.session_token)


async def test_login_keeps_claims(b2b: B2BClient, ada: EmailResetResponse, password: str) -> None:
    """Claims that a login brings are the session's."""
    login = await b2b.passwords.authenticate(
        organization_id=ada.organization_id,
        email_address="ada@example.com",
        password=password,
        session_custom_claims={"plan": "pro"},
    )

    assert login.member_session is not None
    assert login.member_session.custom_claims == {"plan": "pro"}


async def test_wrong_password_is_refused(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """A wrong password is a 401."""
    with pytest.raises(AuthenticationError) as caught:
        await b2b.passwords.authenticate(
            organization_id=ada.organization_id, email_address="ada@example.com", password="not it"
        )

    assert caught.value.error_type == "unauthorized_credentials"


async def test_nobody_and_no_password_are_not_found(b2b: B2BClient, organization: Organization) -> None:
    """An unknown member and a missing password are two different things."""
    organization_id = organization.organization_id
    await b2b.organizations.members.create(organization_id=organization_id, email_address="ada@example.com")

    with pytest.raises(NotFoundError) as nobody:
        await b2b.passwords.authenticate(
            organization_id=organization_id, email_address="grace@example.com", password="any"
        )
    with pytest.raises(NotFoundError) as nothing:
        await b2b.passwords.authenticate(
            organization_id=organization_id, email_address="ada@example.com", password="any"
        )

    assert (nobody.value.error_type, nothing.value.error_type) == ("member_not_found", "member_password_not_found")


async def test_failures_lock_the_member_for_a_while(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """After too many wrong passwords even the right one is refused, until the lock is over."""
    project.settings.lock_threshold = 3
    arguments = {"organization_id": ada.organization_id, "email_address": "ada@example.com"}
    for _ in range(3):
        with pytest.raises(AuthenticationError):
            await b2b.passwords.authenticate(password="not it", **arguments)

    with pytest.raises(RateLimitError) as caught:
        await b2b.passwords.authenticate(password=password, **arguments)

    assert caught.value.error_type == "user_lock_limit_reached"
    locked = await b2b.organizations.members.get(**arguments)
    assert (locked.member.is_locked, locked.member.lock_created_at) == (True, project.now)
    project.clock.advance(hours=1)
    assert not (await b2b.passwords.authenticate(password=password, **arguments)).member.is_locked


async def test_breached_password_must_be_reset(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """A right password that has become known is no longer enough."""
    project.settings.breached_passwords.add(password)

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.authenticate(
            organization_id=ada.organization_id, email_address="ada@example.com", password=password
        )

    assert caught.value.error_type == "member_reset_password"


async def test_password_is_good_in_one_organization(b2b: B2BClient, ada: EmailResetResponse, password: str) -> None:
    """By default the same address has a password of its own in each organization."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await b2b.organizations.members.create(
        organization_id=other.organization_id, email_address=ada.member.email_address
    )

    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.authenticate(
            organization_id=other.organization_id, email_address="ada@example.com", password=password
        )

    assert caught.value.error_type == "member_password_not_found"


async def test_shared_password_is_good_everywhere(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """Where passwords are shared, one that is set in an organization is set in all of them."""
    project.settings.cross_organization_passwords = True
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await b2b.organizations.members.create(organization_id=other.organization_id, email_address="ada@example.com")
    token = await mailed_token(b2b, project, other.organization_id)
    await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)

    login = await b2b.passwords.authenticate(
        organization_id=ada.organization_id, email_address="ada@example.com", password=NEW_PASSWORD
    )

    assert (login.member_id, login.member_authenticated) == (ada.member_id, True)
    assert login.member.member_password_id == ada.member.member_password_id
    with pytest.raises(AuthenticationError):
        await b2b.passwords.authenticate(
            organization_id=ada.organization_id, email_address="ada@example.com", password=password
        )


async def test_reset_link_says_where_it_belongs(b2b: B2BClient, organization: Organization, project: Project) -> None:
    """The link leads to the page asked for, with its types, the organization's slug and the token."""
    created = await b2b.organizations.members.create(
        organization_id=organization.organization_id, email_address="ada@example.com"
    )

    started = await b2b.passwords.email.reset_start(
        organization_id=organization.organization_slug,
        email_address="ada@example.com",
        reset_password_redirect_url="https://example.com/reset?lang=en",
    )

    message = project.outbox.last("ada@example.com")
    assert (started.member_id, started.member) == (created.member_id, created.member)
    assert urlsplit(message.url or "")._replace(query="").geturl() == "https://example.com/reset"
    assert parse_qs(urlsplit(message.url or "").query) == {
        "lang": ["en"],
        "stytch_redirect_type": ["reset_password"],
        "stytch_token_type": ["multi_tenant_passwords"],
        "slug": [organization.organization_slug],
        "token": [message.token],
    }


async def test_reset_is_for_members(b2b: B2BClient, organization: Organization) -> None:
    """Nobody is mailed who is not a member."""
    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.email.reset_start(
            organization_id=organization.organization_id, email_address="ada@example.com"
        )

    assert caught.value.error_type == "member_not_found"


async def test_reset_by_email_sets_a_first_password(
    b2b: B2BClient, organization: Organization, project: Project
) -> None:
    """The link proves the address, sets the password and logs in."""
    organization_id = organization.organization_id
    created = await b2b.organizations.members.create(organization_id=organization_id, email_address="ada@example.com")
    token = await mailed_token(b2b, project, organization_id)

    login = await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)

    assert (login.member_id, login.organization_id) == (created.member_id, organization_id)
    assert login.member_email_id.startswith("email-test-")
    assert login.member.email_address_verified
    assert login.member.member_password_id.startswith("member-password-test-")
    assert login.member_authenticated


async def test_reset_by_email_ends_all_sessions(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """After a reset only the new password works, and only the new session."""
    token = await mailed_token(b2b, project, ada.organization_id)

    login = await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)

    active = [await is_active(b2b, session.session_token) for session in (ada, login)]
    assert active == [False, True]
    with pytest.raises(AuthenticationError):
        await b2b.passwords.authenticate(
            organization_id=ada.organization_id, email_address="ada@example.com", password=password
        )


async def test_reset_by_email_may_go_on_with_a_session(
    b2b: B2BClient, ada: EmailResetResponse, project: Project
) -> None:
    """A session of the member's that is passed is the one that stays."""
    token = await mailed_token(b2b, project, ada.organization_id)

    login = await b2b.passwords.email.reset(
        password_reset_token=token, password=NEW_PASSWORD, session_token=ada.session_token
    )

    assert login.session_token == ada.session_token
    assert await is_active(b2b, ada.session_token)


async def test_reset_token_is_good_once(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """A token that was used is refused."""
    token = await mailed_token(b2b, project, ada.organization_id)
    await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)

    with pytest.raises(AuthenticationError) as caught:
        await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)

    assert caught.value.error_type == "unable_to_auth_password_reset_token"


@pytest.mark.parametrize(("asked", "minutes"), [(None, 30), (5, 5)])
async def test_reset_token_expires(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, asked: int | None, minutes: int
) -> None:
    """A link works for half an hour, or for as long as was asked."""
    token = await mailed_token(b2b, project, ada.organization_id, reset_password_expiration_minutes=asked)
    project.clock.advance(minutes=minutes)

    with pytest.raises(AuthenticationError) as caught:
        await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)

    assert caught.value.error_type == "unable_to_auth_password_reset_token"


@pytest.mark.parametrize(
    ("new_password", "session_token", "error_type"),
    [
        ("short", None, "weak_password"),
        (BREACHED, None, "breached_password"),
        (NEW_PASSWORD, "short", "invalid_session_token"),
    ],
)
async def test_refused_reset_spends_no_token(
    b2b: B2BClient,
    ada: EmailResetResponse,
    project: Project,
    *,
    new_password: str,
    session_token: str | None,
    error_type: str,
) -> None:
    """A password that is weak or known, or a session that cannot be read, changes nothing."""
    token = await mailed_token(b2b, project, ada.organization_id)

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.email.reset(password_reset_token=token, password=new_password, session_token=session_token)

    assert caught.value.error_type == error_type
    assert (await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)).member_authenticated


async def test_reset_with_a_challenge_takes_its_verifier(
    b2b: B2BClient, ada: EmailResetResponse, project: Project
) -> None:
    """A link that was asked for with a challenge is used with the verifier."""
    token = await mailed_token(b2b, project, ada.organization_id, code_challenge=CHALLENGE)

    login = await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD, code_verifier=VERIFIER)

    assert login.member_authenticated


@pytest.mark.parametrize(
    ("challenge", "verifier", "error_type"),
    [
        (CHALLENGE, None, "pkce_expected_code_verifier"),
        (CHALLENGE, VERIFIER[::-1], "pkce_mismatch"),
        (None, VERIFIER, "pkce_did_not_expect_code_verifier"),
    ],
)
async def test_reset_without_its_verifier_is_refused(
    b2b: B2BClient,
    ada: EmailResetResponse,
    project: Project,
    *,
    challenge: str | None,
    verifier: str | None,
    error_type: str,
) -> None:
    """Challenge and verifier come together, and fit."""
    token = await mailed_token(b2b, project, ada.organization_id, code_challenge=challenge)

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD, code_verifier=verifier)

    assert caught.value.error_type == error_type


async def test_challenge_must_be_a_digest(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """A challenge that no verifier could fit is refused at once."""
    with pytest.raises(BadRequestError) as caught:
        await mailed_token(b2b, project, ada.organization_id, code_challenge="plain")

    assert caught.value.error_type == "invalid_pkce_code_challenge"


async def test_existing_password_sets_a_new_one(b2b: B2BClient, ada: EmailResetResponse, password: str) -> None:
    """The present password is enough for a new one; all sessions end and a new one begins."""
    login = await b2b.passwords.existing_password.reset(
        organization_id=ada.organization_id,
        email_address="ada@example.com",
        existing_password=password,
        new_password=NEW_PASSWORD,
    )

    active = [await is_active(b2b, session.session_token) for session in (ada, login)]
    assert active == [False, True]
    assert login.member_authenticated


@pytest.mark.parametrize(
    ("existing", "new", "error_type"),
    [
        ("not it", NEW_PASSWORD, "password_does_not_match"),
        (None, None, "cannot_reset_password_with_existing_password"),
        (None, "short", "weak_password"),
        (None, BREACHED, "breached_password"),
    ],
)
async def test_existing_password_reset_is_refused(
    b2b: B2BClient,
    ada: EmailResetResponse,
    password: str,
    *,
    existing: str | None,
    new: str | None,
    error_type: str,
) -> None:
    """A wrong present password, the same one again and a bad new one are refused, and no session ends."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.existing_password.reset(
            organization_id=ada.organization_id,
            email_address="ada@example.com",
            existing_password=existing or password,
            new_password=new or password,
        )

    assert caught.value.error_type == error_type
    assert await is_active(b2b, ada.session_token)


async def test_breached_password_cannot_vouch_for_a_new_one(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """Whoever knows a password that has become known may not be its owner."""
    project.settings.breached_passwords.add(password)

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.existing_password.reset(
            organization_id=ada.organization_id,
            email_address="ada@example.com",
            existing_password=password,
            new_password=NEW_PASSWORD,
        )

    assert caught.value.error_type == "member_reset_password"


async def test_session_sets_a_new_password_and_goes_on(b2b: B2BClient, ada: EmailResetResponse, password: str) -> None:
    """A fresh session is enough for a new password; it stays, and the others end."""
    other = await b2b.passwords.authenticate(
        organization_id=ada.organization_id, email_address="ada@example.com", password=password
    )

    login = await b2b.passwords.sessions.reset(
        organization_id=ada.organization_id, password=NEW_PASSWORD, session_token=ada.session_token
    )

    active = [await is_active(b2b, session.session_token) for session in (ada, other)]
    assert active == [True, False]
    assert (login.session_token, login.member_authenticated) == (ada.session_token, True)
    again = await b2b.passwords.authenticate(
        organization_id=ada.organization_id, email_address="ada@example.com", password=NEW_PASSWORD
    )
    assert again.member_id == ada.member_id


async def test_session_must_be_fresh_for_a_new_password(
    b2b: B2BClient, ada: EmailResetResponse, project: Project
) -> None:
    """Five minutes after the last factor a session is too old."""
    project.clock.advance(minutes=5, seconds=1)

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.sessions.reset(
            organization_id=ada.organization_id, password=NEW_PASSWORD, session_jwt=ada.session_jwt
        )

    assert caught.value.error_type == "session_too_old_to_reset_password"


async def test_session_sets_passwords_in_its_organization(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Another organization knows no such session."""
    other = (await b2b.organizations.create(organization_name="Other")).organization

    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.sessions.reset(
            organization_id=other.organization_id, password=NEW_PASSWORD, session_token=ada.session_token
        )

    assert caught.value.error_type == "session_not_found"


async def test_reset_needs_a_session(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Without a session there is nothing to reset by."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.sessions.reset(organization_id=ada.organization_id, password=NEW_PASSWORD)

    assert caught.value.error_type == "no_session_arguments"


async def test_required_reset_is_for_shared_passwords(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Where each organization has its own passwords, none can be required to be reset."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.email.require_reset(email_address=ada.member.email_address)

    assert caught.value.error_type == "cross_org_passwords_not_enabled"


async def test_required_reset_takes_a_single_members_password(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """The password of the only active member of the address is gone at once; a second call finds the work done."""
    project.settings.cross_organization_passwords = True
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await b2b.organizations.members.create(
        organization_id=other.organization_id, email_address="ada@example.com", create_member_as_pending=True
    )
    token = await mailed_token(b2b, project, ada.organization_id)
    await b2b.passwords.email.reset(password_reset_token=token, password=password)
    await b2b.passwords.email.require_reset(email_address="ada@example.com")

    answer = await b2b.passwords.email.require_reset(
        email_address="ada@example.com", organization_id=ada.organization_id, member_id=ada.member_id
    )

    assert answer.member is not None
    assert (answer.member_id, answer.member.member_password_id) == (ada.member_id, "")
    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.authenticate(
            organization_id=ada.organization_id, email_address="ada@example.com", password=password
        )
    assert caught.value.error_type == "member_password_not_found"


async def test_required_reset_holds_until_a_reset_by_email(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """Where several members share a password it stops working for all, until one of them sets a new one by email."""
    project.settings.cross_organization_passwords = True
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await b2b.organizations.members.create(organization_id=other.organization_id, email_address="ada@example.com")
    arguments = {"organization_id": ada.organization_id, "email_address": "ada@example.com"}

    answer = await b2b.passwords.email.require_reset(email_address="ada@example.com")

    assert (answer.member_id, answer.member, answer.organization) == (None, None, None)
    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.authenticate(password=password, **arguments)
    assert caught.value.error_type == "member_reset_password"
    token = await mailed_token(b2b, project, other.organization_id)
    await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)
    login = await b2b.passwords.authenticate(password=NEW_PASSWORD, **arguments)
    assert login.member_authenticated


@pytest.mark.parametrize(
    "names",
    [{}, {"member_id": UNKNOWN_MEMBER}, {"organization_id": "analytical-engines"}],
    ids=["nothing", "id", "slug"],
)
async def test_required_reset_needs_a_member(
    b2b: B2BClient, organization: Organization, project: Project, names: dict[str, str]
) -> None:
    """An address that no member has cannot be asked anything."""
    project.settings.cross_organization_passwords = True

    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.email.require_reset(email_address="ada@example.com", **names)

    assert organization.organization_slug == "analytical-engines"
    assert caught.value.error_type == "member_not_found"


async def test_required_reset_names_a_member_without_the_organization(
    b2b: B2BClient, ada: EmailResetResponse, project: Project
) -> None:
    """A member's id is enough to name the member."""
    project.settings.cross_organization_passwords = True

    answer = await b2b.passwords.email.require_reset(email_address="ada@example.com", member_id=ada.member_id)

    assert answer.organization == ada.organization
    assert answer.member_id == ada.member_id


@pytest.mark.parametrize("with_organization", [True, False])
async def test_required_reset_needs_the_members_own_address(
    b2b: B2BClient, ada: EmailResetResponse, grace: EmailResetResponse, project: Project, *, with_organization: bool
) -> None:
    """Address and id must be of the same member, and nobody's password goes."""
    project.settings.cross_organization_passwords = True
    organization_id = ada.organization_id if with_organization else None

    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.email.require_reset(
            email_address="ada@example.com", member_id=grace.member_id, organization_id=organization_id
        )

    assert caught.value.error_type == "member_not_found"
    found = await b2b.organizations.members.get(organization_id=ada.organization_id, member_id=ada.member_id)
    assert found.member.member_password_id == ada.member.member_password_id


async def test_admin_may_require_a_reset(
    b2b: B2BClient, ada: EmailResetResponse, grace: EmailResetResponse, project: Project
) -> None:
    """A call with an admin's session is about the admin's organization."""
    project.settings.cross_organization_passwords = True

    answer = await b2b.passwords.email.require_reset(
        email_address="ada@example.com", authorization=Authorization(session_token=grace.session_token)
    )

    assert answer.member_id == ada.member_id


async def test_plain_member_may_not_require_others_to_reset(
    b2b: B2BClient, ada: EmailResetResponse, grace: EmailResetResponse, project: Project
) -> None:
    """A plain member may ask it of nobody else, unless the policy says so."""
    project.settings.cross_organization_passwords = True
    arguments: dict[str, Any] = {
        "email_address": grace.member.email_address,
        "authorization": Authorization(session_token=ada.session_token),
    }

    with pytest.raises(PermissionDeniedError) as caught:
        await b2b.passwords.email.require_reset(**arguments)

    assert caught.value.error_type == "session_authorization_error"
    project.settings.policy = Policy({"stytch_member": {"stytch.member": {"update.info.delete.password"}}})
    assert (await b2b.passwords.email.require_reset(**arguments)).member_id == grace.member_id


async def test_migrated_member_logs_in(b2b: B2BClient, organization: Organization) -> None:
    """A hash brings a verified member with everything else that is given, and the password behind it works."""
    organization_id = organization.organization_id
    migrated = await b2b.passwords.migrate(
        organization_id=organization_id,
        email_address="Ada@example.com",
        hash=md5("enchantress of number"),
        hash_type="md_5",
        name="Ada",
        trusted_metadata={"plan": "pro"},
        roles=["stytch_admin"],
        mfa_phone_number=PHONE,
        set_phone_number_verified=True,
        external_id="crm-1",
    )

    login = await b2b.passwords.authenticate(
        organization_id=organization_id, email_address="ada@example.com", password="enchantress of number"
    )

    assert (migrated.member_created, migrated.organization) == (True, organization)
    assert login.member == migrated.member
    assert (login.member.name, login.member.external_id, login.member.is_admin) == ("Ada", "crm-1", True)
    assert login.member.trusted_metadata == {"plan": "pro"}
    assert (login.member.email_address_verified, login.member.mfa_phone_number_verified) == (True, True)


async def test_migration_completes_a_known_member(b2b: B2BClient, organization: Organization) -> None:
    """A member without a password gets one; metadata merges, roles are replaced, the external id stays."""
    organization_id = organization.organization_id
    created = await b2b.organizations.members.create(
        organization_id=organization_id,
        email_address="ada@example.com",
        name="Ada",
        untrusted_metadata={"theme": "dark"},
        roles=["stytch_admin"],
        external_id="crm-1",
    )

    migrated = await b2b.passwords.migrate(
        organization_id=organization_id,
        email_address="ada@example.com",
        hash=md5("enchantress of number"),
        hash_type="md_5",
        untrusted_metadata={"lang": "en"},
        roles=[],
        external_id="crm-2",
    )

    assert (migrated.member_id, migrated.member_created) == (created.member_id, False)
    assert (migrated.member.name, migrated.member.external_id) == ("Ada", "crm-1")
    assert migrated.member.untrusted_metadata == {"theme": "dark", "lang": "en"}
    assert not migrated.member.is_admin


async def test_password_is_migrated_once(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """A member who has a password keeps it."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.migrate(
            organization_id=ada.organization_id,
            email_address="ada@example.com",
            hash=md5("enchantress of number"),
            hash_type="md_5",
        )

    assert caught.value.error_type == "password_already_exists"


async def test_shared_password_is_migrated_for_each_organization(
    b2b: B2BClient, organization: Organization, project: Project
) -> None:
    """Where passwords are shared, a hash still brings each membership separately."""
    project.settings.cross_organization_passwords = True
    other = (await b2b.organizations.create(organization_name="Other")).organization

    migrated = [
        await b2b.passwords.migrate(
            organization_id=home.organization_id,
            email_address="ada@example.com",
            hash=md5("enchantress of number"),
            hash_type="md_5",
        )
        for home in (organization, other)
    ]

    assert [answer.member_created for answer in migrated] == [True, True]


async def test_members_phone_is_not_replaced(b2b: B2BClient, organization: Organization) -> None:
    """A member who has a phone keeps it: another one is refused, and no password is set."""
    organization_id = organization.organization_id
    await b2b.organizations.members.create(
        organization_id=organization_id, email_address="ada@example.com", mfa_phone_number=PHONE
    )

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.migrate(
            organization_id=organization_id,
            email_address="ada@example.com",
            hash=md5("enchantress of number"),
            hash_type="md_5",
            mfa_phone_number="+12025550163",
        )

    assert caught.value.error_type == "duplicate_member_phone_number_for_member"
    found = await b2b.organizations.members.get(organization_id=organization_id, email_address="ada@example.com")
    assert found.member.member_password_id == ""


async def test_strength_is_told_by_zxcvbn(b2b: B2BClient) -> None:
    """By default a password is judged by its score, with advice."""
    checked = await b2b.passwords.strength_check(password="p@ssword1")

    assert (checked.valid_password, checked.strength_policy, checked.breached_password) == (False, "zxcvbn", False)
    assert checked.score < 3
    assert checked.luds_feedback is None
    assert checked.zxcvbn_feedback is not None
    assert checked.zxcvbn_feedback.warning
    assert checked.zxcvbn_feedback.suggestions


async def test_strength_is_told_by_luds(b2b: B2BClient, project: Project) -> None:
    """Under the other policy the answer tells what is there and what lacks."""
    project.settings.strength_policy = "luds"

    checked = await b2b.passwords.strength_check(password="abc1")

    assert (checked.valid_password, checked.strength_policy, checked.zxcvbn_feedback) == (False, "luds", None)
    luds = checked.luds_feedback
    assert luds is not None
    assert (luds.has_lower_case, luds.has_upper_case, luds.has_digit, luds.has_symbol) == (True, False, True, False)
    assert (luds.missing_complexity, luds.missing_characters) == (1, 4)


@pytest.mark.parametrize(
    ("email_address", "detection", "breached"),
    [("ada@example.com", True, True), (None, True, False), ("ada@example.com", False, False)],
)
async def test_breaches_are_told_to_those_who_give_an_address(
    b2b: B2BClient, project: Project, *, email_address: str | None, detection: bool, breached: bool
) -> None:
    """Breaches count where an address is given and the project looks for them."""
    project.settings.breach_detection_on_create = detection

    checked = await b2b.passwords.strength_check(password=BREACHED, email_address=email_address)

    assert (checked.breached_password, checked.valid_password) == (breached, not breached)
    assert checked.breach_detection_on_create is detection
