import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from stytch_async.callbacks import read_callback
from stytch_async.clients import Client
from stytch_async.emulator import Project, RedirectURL
from stytch_async.emulator.state.sandbox import EMAIL_ID, USER_ID
from stytch_async.schemas.consumer.users import Name
from stytch_async.transports.memory import InMemoryTransport

EMAIL = "ada@example.com"
SECOND = "countess@example.com"
LOGIN = "https://app.example.com/login"
SIGNUP = "https://app.example.com/signup"
INVITE = "https://app.example.com/invite"
REDIRECTS = {"login_magic_link_url": LOGIN, "signup_magic_link_url": SIGNUP}

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


async def test_a_new_user_is_sent_a_link_to_sign_up(client: Client, project: Project) -> None:
    """It works for a week, and the user is active at once unless asked otherwise."""
    sent = await client.magic_links.email.login_or_create(email=EMAIL, **REDIRECTS)

    message = project.outbox.last(EMAIL, "magic_links")
    assert sent.user_created
    assert message.url == f"{SIGNUP}?stytch_token_type=magic_links&token={message.token}"
    assert message.expires_at - message.sent_at == dt.timedelta(days=7)
    assert (await client.users.get(user_id=sent.user_id)).status == "active"


@pytest.mark.parametrize(("status", "url", "minutes"), [("pending", SIGNUP, 10_080), ("active", LOGIN, 60)])
async def test_whoever_is_known_is_sent_what_fits(
    client: Client, project: Project, status: str, url: str, minutes: int
) -> None:
    """A pending user still signs up, an active one logs in."""
    created = await client.users.create(email=EMAIL, create_user_as_pending=status == "pending")

    sent = await client.magic_links.email.login_or_create(email=EMAIL, **REDIRECTS)

    message = project.outbox.last(EMAIL)
    assert (sent.user_id, sent.user_created) == (created.user_id, False)
    assert str(message.url).startswith(f"{url}?")
    assert message.expires_at - message.sent_at == dt.timedelta(minutes=minutes)


async def test_links_last_as_long_as_is_asked(client: Client, project: Project) -> None:
    """Five minutes at least."""
    email = client.magic_links.email
    await email.login_or_create(email=EMAIL, signup_expiration_minutes=5)
    short = project.outbox.last(EMAIL)
    await email.send(email=EMAIL, login_expiration_minutes=6)

    longer = project.outbox.last(EMAIL)

    assert short.expires_at - short.sent_at == dt.timedelta(minutes=5)
    assert longer.expires_at - longer.sent_at == dt.timedelta(minutes=6)


async def test_only_users_are_sent_a_link(client: Client, refusal: Refusal) -> None:
    """An address that nobody has is not found."""
    found = await refusal(client.magic_links.email.send(email=EMAIL))

    assert found == (404, "email_not_found")


async def test_an_address_is_added_by_its_link(client: Client, transport: InMemoryTransport) -> None:
    """It is the user's for good once the link is followed."""
    ada = transport.sign_in(EMAIL)
    sent = await client.magic_links.email.send(email=SECOND, user_id=ada.user_id)

    token = str(transport.project.outbox.last(SECOND).token)
    login = await client.magic_links.authenticate(token=token)

    assert (login.user_id, login.method_id) == (ada.user_id, sent.email_id)
    assert [(one.email, one.verified) for one in login.user.emails] == [(EMAIL, True), (SECOND, True)]


async def test_an_address_that_is_not_proven_in_time_lapses(
    client: Client, transport: InMemoryTransport, refusal: Refusal
) -> None:
    """After five minutes its link is over, too, however long it was to last."""
    ada = transport.sign_in(EMAIL)
    await client.magic_links.email.send(email=SECOND, user_id=ada.user_id)
    transport.project.clock.advance(minutes=5)

    found = await refusal(client.magic_links.authenticate(token=str(transport.project.outbox.last(SECOND).token)))

    assert found == (401, "unable_to_auth_magic_link")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"login_magic_link_url": "nowhere", "signup_magic_link_url": SIGNUP}, "invalid_login_magic_link_url"),
        ({"login_magic_link_url": LOGIN, "signup_magic_link_url": "nowhere"}, "invalid_signup_magic_link_url"),
        ({"login_magic_link_url": SIGNUP, "signup_magic_link_url": SIGNUP}, "no_match_for_provided_magic_link_url"),
        ({"signup_magic_link_url": SIGNUP}, "no_default_login_redirect_url_set"),
        ({"login_magic_link_url": LOGIN}, "no_default_signup_redirect_url_set"),
        ({**REDIRECTS, "code_challenge": "short"}, "invalid_pkce_code_challenge"),
    ],
)
async def test_both_links_are_looked_at(
    client: Client, project: Project, refusal: Refusal, arguments: dict[str, str], expected: str
) -> None:
    """Whichever is sent then, a wrong one is refused, and nobody is made."""
    project.settings.redirect_urls = [RedirectURL(LOGIN, types={"LOGIN"}), RedirectURL(SIGNUP, types={"SIGNUP"})]

    email = client.magic_links.email

    found = [await refusal(send(email=EMAIL, **arguments)) for send in (email.send, email.login_or_create)]

    assert found == [(400, expected)] * 2
    assert len(project.users) == 0


async def test_somebody_is_invited(client: Client, project: Project) -> None:
    """The user is pending, with what the invitation says, until the link is followed."""
    sent = await client.magic_links.email.invite(
        email=EMAIL,
        name=Name(first_name="Ada"),
        trusted_metadata={"plan": "pro"},
        invite_magic_link_url=INVITE,
    )
    invited = await client.users.get(user_id=sent.user_id)
    message = project.outbox.last(EMAIL)

    login = await client.magic_links.authenticate(token=str(message.token))

    assert (invited.status, invited.trusted_metadata, invited.emails[0].verified) == ("pending", {"plan": "pro"}, False)
    assert str(message.url).startswith(f"{INVITE}?")
    assert message.expires_at - message.sent_at == dt.timedelta(minutes=60)
    assert (login.user.status, login.user.emails[0].verified) == ("active", True)
    assert login.user.name is not None
    assert login.user.name.first_name == "Ada"


async def test_an_invitation_is_repeated_only_once_it_is_over(
    client: Client, project: Project, refusal: Refusal
) -> None:
    """Whoever is active, or has a link that is good, is not invited again."""
    first = await client.magic_links.email.invite(email=EMAIL)
    found = [await refusal(client.magic_links.email.invite(email=EMAIL))]
    project.clock.advance(minutes=60)

    second = await client.magic_links.email.invite(email=EMAIL)
    await client.magic_links.authenticate(token=str(project.outbox.last(EMAIL).token))
    found.append(await refusal(client.magic_links.email.invite(email=EMAIL)))

    assert second.user_id == first.user_id
    assert found == [(400, "user_already_invited")] * 2


async def test_an_invitation_leads_to_a_registered_url(client: Client, project: Project, refusal: Refusal) -> None:
    """One of the type for invitations, by default the project's own."""
    project.settings.redirect_urls = [RedirectURL(LOGIN, types={"LOGIN"})]
    invite = client.magic_links.email.invite

    found = [
        await refusal(invite(email=EMAIL, invite_magic_link_url=LOGIN)),
        await refusal(invite(email=EMAIL, invite_magic_link_url="nowhere")),
        await refusal(invite(email=EMAIL)),
    ]

    assert found == [
        (400, "no_match_for_provided_magic_link_url"),
        (400, "invalid_invite_magic_link_url"),
        (400, "no_default_invite_redirect_url_set"),
    ]


async def test_an_invitation_is_taken_back(client: Client, project: Project, refusal: Refusal) -> None:
    """The user is gone, and so is the link."""
    sent = await client.magic_links.email.invite(email=EMAIL)

    await client.magic_links.email.revoke_invite(email=EMAIL)

    token = str(project.outbox.last(EMAIL).token)
    assert await refusal(client.users.get(user_id=sent.user_id)) == (404, "user_not_found")
    assert await refusal(client.magic_links.authenticate(token=token)) == (404, "magic_link_not_found")
    assert await refusal(client.magic_links.email.revoke_invite(email=EMAIL)) == (404, "email_not_found")


async def test_an_active_user_has_no_invitation(client: Client, refusal: Refusal) -> None:
    """There is nothing to take back, and the user stays."""
    created = await client.users.create(email=EMAIL)

    found = await refusal(client.magic_links.email.revoke_invite(email=EMAIL))

    assert found == (404, "email_not_found")
    assert (await client.users.get(user_id=created.user_id)).status == "active"


@pytest.mark.parametrize("method", ["send", "login_or_create", "invite"])
async def test_the_sandbox_gets_no_mail(client: Client, project: Project, method: str) -> None:
    """Its user is there from the beginning."""
    sent = await getattr(client.magic_links.email, method)(email="sandbox@stytch.com")
    await client.magic_links.email.revoke_invite(email="sandbox@stytch.com")

    assert (sent.user_id, sent.email_id, len(project.outbox)) == (USER_ID, EMAIL_ID, 0)


async def test_a_link_is_followed_by_its_reader(client: Client, transport: InMemoryTransport) -> None:
    """Whoever opens the link lands in the app."""
    ada = transport.person(EMAIL)
    await client.magic_links.email.login_or_create(email=EMAIL)

    back = read_callback(ada.visit(str(ada.inbox.last().url)))

    login = await client.magic_links.authenticate(token=back.token)
    assert (back.token_type, login.user.emails[0].email) == ("magic_links", EMAIL)
