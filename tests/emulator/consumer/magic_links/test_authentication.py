from collections.abc import Awaitable, Callable

import pytest

from stytch_async import PKCE
from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.emulator.state.sandbox import MAGIC_LINK_TOKEN, USED_MAGIC_LINK_TOKEN, USER_ID
from stytch_async.errors import AuthenticationError
from stytch_async.schemas.shared import Attributes, Options
from stytch_async.transports.memory import InMemoryTransport

EMAIL = "ada@example.com"
FIRST = "a long and quiet river"
BROWSER = Attributes(ip_address="203.0.113.7", user_agent="Lynx")

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


@pytest.fixture
def token(project: Project) -> Callable[[], str]:
    """Return a function that reads the token of the newest link."""
    return lambda: str(project.outbox.last(EMAIL).token)


async def test_a_link_proves_the_address(client: Client, token: Callable[[], str]) -> None:
    """The factor names it, and the session lasts as long as is asked."""
    sent = await client.magic_links.email.login_or_create(email=EMAIL, create_user_as_pending=True)

    login = await client.magic_links.authenticate(token=token(), session_duration_minutes=30, attributes=BROWSER)

    assert (login.user_id, login.method_id, login.reset_sessions) == (sent.user_id, sent.email_id, False)
    assert (login.user.status, login.user.emails[0].verified) == ("active", True)
    assert login.session is not None
    assert login.session.attributes == BROWSER
    factor = login.session.authentication_factors[0]
    assert (factor.type, factor.delivery_method) == ("magic_link", "email")
    assert factor.email_factor is not None
    assert factor.email_factor.email_id == sent.email_id


async def test_without_a_duration_there_is_no_session(client: Client, token: Callable[[], str]) -> None:
    """The user is answered all the same."""
    await client.magic_links.email.login_or_create(email=EMAIL)

    login = await client.magic_links.authenticate(token=token())

    assert (login.session, login.session_token, login.session_jwt) == (None, "", "")


async def test_a_link_is_good_once_and_for_a_while(
    client: Client, project: Project, token: Callable[[], str], refusal: Refusal
) -> None:
    """Earlier links stay good when another is sent; unknown ones are not found."""
    await client.magic_links.email.login_or_create(email=EMAIL)
    first = token()
    await client.magic_links.email.login_or_create(email=EMAIL)
    await client.magic_links.authenticate(token=first)
    used = await refusal(client.magic_links.authenticate(token=first))
    project.clock.advance(minutes=60)

    old = await refusal(client.magic_links.authenticate(token=token()))
    unknown = await refusal(client.magic_links.authenticate(token="unknown"))

    assert (used, old) == ((401, "unable_to_auth_magic_link"), (401, "unable_to_auth_magic_link"))
    assert unknown == (404, "magic_link_not_found")


async def test_pkce_holds_the_login_together(client: Client, token: Callable[[], str], refusal: Refusal) -> None:
    """Only whoever asked for the link can use it."""
    pkce = PKCE.generate()
    await client.magic_links.email.login_or_create(email=EMAIL, code_challenge=pkce.challenge)

    found = [
        await refusal(client.magic_links.authenticate(token=token())),
        await refusal(client.magic_links.authenticate(token=token(), code_verifier=PKCE.generate().verifier)),
    ]
    login = await client.magic_links.authenticate(token=token(), code_verifier=pkce.verifier)

    assert found == [(400, "pkce_expected_code_verifier"), (400, "pkce_mismatch")]
    assert login.user.emails[0].verified


@pytest.mark.parametrize(
    "options",
    [
        Options(ip_match_required=True, user_agent_match_required=False),
        Options(ip_match_required=False, user_agent_match_required=True),
    ],
)
async def test_the_browser_can_be_held_to(
    client: Client, token: Callable[[], str], refusal: Refusal, options: Options
) -> None:
    """A link that was asked for in another browser is refused where that is asked for, and stays good."""
    await client.magic_links.email.login_or_create(email=EMAIL, attributes=BROWSER)

    found = await refusal(client.magic_links.authenticate(token=token(), options=options, attributes=Attributes()))
    login = await client.magic_links.authenticate(token=token(), options=options, attributes=BROWSER)

    assert found == (401, "attribute_mismatch")
    assert login.user.emails[0].verified


async def test_a_password_that_nobody_had_proven_must_be_reset(client: Client, token: Callable[[], str]) -> None:
    """It may be a stranger's."""
    await client.passwords.create(email=EMAIL, password=FIRST)
    await client.magic_links.email.send(email=EMAIL)

    login = await client.magic_links.authenticate(token=token())

    assert login.user.password is not None
    assert login.user.password.requires_reset


async def test_a_locked_user_stays_out(client: Client, token: Callable[[], str], refusal: Refusal) -> None:
    """The lock holds for every way to log in."""
    await client.passwords.create(email=EMAIL, password=FIRST)
    await client.magic_links.email.send(email=EMAIL)
    for _ in range(10):
        await refusal(client.passwords.authenticate(email=EMAIL, password="wrong"))

    found = await refusal(client.magic_links.authenticate(token=token()))

    assert found == (429, "user_lock_limit_reached")


class TestEmbeddable:
    """Links that the app delivers itself."""

    @pytest.fixture(autouse=True)
    def _switched_on(self, project: Project) -> None:
        project.settings.embeddable_magic_links_enabled = True

    async def test_a_link_proves_no_address(self, client: Client) -> None:
        """Nobody knows how it has travelled."""
        created = await client.users.create(email=EMAIL, create_user_as_pending=True)
        made = await client.magic_links.create(user_id=created.user_id)

        login = await client.magic_links.authenticate(token=made.token, session_duration_minutes=60)

        assert (login.user_id, login.user.status) == (created.user_id, "active")
        assert not login.user.emails[0].verified
        assert login.session is not None
        factor = login.session.authentication_factors[0]
        assert (factor.type, factor.delivery_method) == ("magic_link", "embedded")
        assert factor.embeddable_magic_link_factor is not None
        assert factor.embeddable_magic_link_factor.embedded_id == login.method_id

    async def test_a_link_is_good_once_and_for_an_hour(
        self, client: Client, project: Project, refusal: Refusal
    ) -> None:
        """Or for as long as is asked."""
        created = await client.users.create(email=EMAIL)
        used = (await client.magic_links.create(user_id=created.user_id)).token
        old = (await client.magic_links.create(user_id=created.user_id)).token
        lasting = (await client.magic_links.create(user_id=created.user_id, expiration_minutes=61)).token
        await client.magic_links.authenticate(token=used)
        project.clock.advance(minutes=60)

        found = [await refusal(client.magic_links.authenticate(token=token)) for token in (used, old)]
        login = await client.magic_links.authenticate(token=lasting)

        assert found == [(401, "unable_to_auth_magic_link")] * 2
        assert login.user_id == created.user_id

    async def test_a_link_is_for_a_user_who_exists(self, client: Client, refusal: Refusal) -> None:
        """It goes with the user."""
        created = await client.users.create(email=EMAIL)
        token = (await client.magic_links.create(user_id=created.user_id)).token
        await client.users.delete(user_id=created.user_id)

        found = [
            await refusal(client.magic_links.create(user_id=created.user_id)),
            await refusal(client.magic_links.authenticate(token=token)),
        ]

        assert found == [(404, "user_not_found"), (404, "magic_link_not_found")]

    async def test_a_locked_user_stays_out(self, client: Client, refusal: Refusal) -> None:
        """As with any other link."""
        created = await client.passwords.create(email=EMAIL, password=FIRST)
        token = (await client.magic_links.create(user_id=created.user_id)).token
        for _ in range(10):
            await refusal(client.passwords.authenticate(email=EMAIL, password="wrong"))

        found = await refusal(client.magic_links.authenticate(token=token))

        assert found == (429, "user_lock_limit_reached")


async def test_embeddable_links_have_to_be_switched_on(client: Client, refusal: Refusal) -> None:
    """Stytch permits them on request only."""
    created = await client.users.create(email=EMAIL)

    found = await refusal(client.magic_links.create(user_id=created.user_id))

    assert found == (401, "enterprise_endpoint")


async def test_the_sandbox_tokens_always_do_the_same(transport: InMemoryTransport, refusal: Refusal) -> None:
    """One logs in, one was used before, one is unknown."""
    client = Client(transport=transport)

    login = await client.magic_links.authenticate(token=MAGIC_LINK_TOKEN)
    used = await refusal(client.magic_links.authenticate(token=USED_MAGIC_LINK_TOKEN))
    unknown = await refusal(client.magic_links.authenticate(token="CprTtwhnRNiMBiUS2jSLcWYrfuO2POeBNdo5HhW6qTM="))

    assert login.user_id == USER_ID
    assert used == (401, "unable_to_auth_magic_link")
    assert unknown == (404, "magic_link_not_found")


async def test_a_used_link_and_an_expired_one_are_told_in_the_same_words(
    transport: InMemoryTransport, project: Project
) -> None:
    """Other people's tests look for them."""
    client = Client(transport=transport)
    await client.magic_links.email.login_or_create(email=EMAIL)
    expired = project.outbox.last(EMAIL).token or ""
    project.clock.advance(days=8)

    messages: set[str | None] = set()
    for token in (USED_MAGIC_LINK_TOKEN, expired):
        with pytest.raises(AuthenticationError) as refused:
            await client.magic_links.authenticate(token=token)
        messages.add(refused.value.error_message)

    (message,) = messages
    assert "already used or expired" in str(message)
