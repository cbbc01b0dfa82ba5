from collections.abc import Awaitable, Callable

from stytch_async.clients import Client
from stytch_async.emulator import Policy, Project
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Token = Callable[..., str]

PEM = "trusted-auth-token-profile-test-00000000-0000-4000-8000-000000000001"
OPEN = "trusted-auth-token-profile-test-00000000-0000-4000-8000-000000000003"


async def test_session_of_the_user_gets_the_factor(transport: InMemoryTransport, client: Client, token: Token) -> None:
    """Attesting adds to a session that is passed."""
    ada = transport.sign_in("ada@example.com")

    login = await client.sessions.attest(profile_id=PEM, token=token(), session_token=ada.session_token)

    assert (login.user_id, login.session_token) == (ada.user_id, ada.session_token)
    assert login.session is not None
    assert [one.type for one in login.session.authentication_factors] == ["otp", "trusted_auth_token"]


async def test_unknown_user_is_refused_without_provisioning(client: Client, token: Token, refusal: Refusal) -> None:
    """The profile has to allow it."""
    found = await refusal(client.sessions.attest(profile_id=PEM, token=token()))

    assert found == (404, "user_not_found")


async def test_unknown_user_is_made_with_provisioning(project: Project, client: Client, token: Token) -> None:
    """Address, external id and roles come from the token; roles that the project lacks do not."""
    project.settings.policy = Policy({"editor": {"documents": {"write"}}})

    login = await client.sessions.attest(
        profile_id=OPEN, token=token(sub="ada-7", groups=["editor", "stytch_user", "painter"])
    )

    again = await client.sessions.attest(profile_id=OPEN, token=token(sub="ada-7"))
    assert ([one.email for one in login.user.emails], login.user.external_id) == (["ada@example.com"], "ada-7")
    assert (login.user.roles, again.user_id) == (["stytch_user", "editor"], login.user_id)
    assert [event.type for event in project.events.of("user")] == ["direct.user.create"]


async def test_user_is_known_by_the_external_id_too(transport: InMemoryTransport, client: Client, token: Token) -> None:
    """An address may change at the issuer."""
    user = transport.add_user("countess@example.com", external_id="ada-7")

    login = await client.sessions.attest(profile_id=PEM, token=token(sub="ada-7"))

    assert login.user_id == user.id


async def test_other_external_id_is_refused(
    transport: InMemoryTransport, client: Client, token: Token, refusal: Refusal
) -> None:
    """Neither is a stored one replaced nor somebody else's taken."""
    transport.add_user("ada@example.com", external_id="ada-7")
    transport.add_user("grace@example.com", external_id="grace-1")

    found = [
        await refusal(client.sessions.attest(profile_id=PEM, token=token(sub=told))) for told in ("ada-8", "grace-1")
    ]

    assert found == [(400, "trusted_token_profile_incorrect_external_id_mapping")] * 2
