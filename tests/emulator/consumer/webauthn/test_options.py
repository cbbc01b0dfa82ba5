import base64
import json
from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.emulator.state.rows.users import User
from stytch_async.emulator.world.passkeys import Passkeys
from stytch_async.schemas.consumer.users import Name
from stytch_async.schemas.consumer.webauthn import RegisterResponse
from stytch_async.transports.memory import InMemoryTransport

Begin = Callable[..., Awaitable[str]]
Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


async def test_a_new_key_is_asked_for(ask_for_new: Begin, user: User, project: Project) -> None:
    """The options name the domain, the project and the user, in standard base64."""
    project.settings.project_name = "Analytical Engines"

    options = json.loads(await ask_for_new())

    user_id = base64.b64encode(user.id.encode()).decode()
    assert options["rp"] == {"id": "example.com", "name": "Analytical Engines"}
    assert options["user"] == {"id": user_id, "name": "ada@example.com", "displayName": "ada@example.com"}
    assert len(base64.b64decode(options["challenge"], validate=True)) == 32
    assert {"type": "public-key", "alg": -7} in options["pubKeyCredParams"]
    assert options["authenticatorSelection"] == {"userVerification": "preferred"}
    assert (options["excludeCredentials"], options["attestation"], options["timeout"]) == ([], "none", 300_000)


@pytest.mark.parametrize("authenticator_type", ["platform", "cross-platform"])
async def test_a_passkey_of_a_type_is_asked_for(ask_for_new: Begin, authenticator_type: str) -> None:
    """It must be remembered by the authenticator, and verify its user where it can."""
    options = json.loads(
        await ask_for_new(return_passkey_credential_options=True, authenticator_type=authenticator_type)
    )

    assert options["authenticatorSelection"] == {
        "authenticatorAttachment": authenticator_type,
        "residentKey": "required",
        "requireResidentKey": True,
        "userVerification": "preferred",
    }


async def test_what_the_user_is_called_can_be_said(ask_for_new: Begin) -> None:
    """The overrides stand in the options only."""
    options = json.loads(
        await ask_for_new(
            override_id="7?7", override_name="ada", override_display_name="Ada L.", use_base64_url_encoding=True
        )
    )

    assert options["user"] == {"id": "Nz83", "name": "ada", "displayName": "Ada L."}


async def test_a_name_is_better_than_an_address(transport: InMemoryTransport, ask_for_new: Begin) -> None:
    """Whoever has one is called by it, and whoever has a phone only by its number."""
    named = transport.add_user("grace@example.com", name=Name(first_name="Grace", last_name="Hopper"))
    reached = transport.add_user(phone_number="+12025550162")

    names = [json.loads(await ask_for_new(user_id=one.id))["user"]["displayName"] for one in (named, reached)]

    assert names == ["Grace Hopper", "+12025550162"]


async def test_urls_have_an_alphabet_of_their_own(ask_for_new: Begin, ask_for_known: Begin) -> None:
    """What browsers' own functions read is base64url without padding."""
    options = [
        json.loads(await ask(use_base64_url_encoding=True)) for ask in (ask_for_new, ask_for_known) for _ in range(20)
    ]

    written = "".join([one["challenge"] for one in options])
    assert not set("+/=") & set(written)
    assert set("-_") < set(written)


async def test_known_keys_are_not_made_again(
    ask_for_new: Begin, registered: RegisterResponse, passkeys: Passkeys
) -> None:
    """Those for the domain are named; for another domain there are none."""
    same = json.loads(await ask_for_new())
    other = json.loads(await ask_for_new(domain="example.org"))

    (key,) = passkeys.keys
    assert registered.user.webauthn_registrations[0].domain == "example.com"
    assert same["excludeCredentials"] == [{"type": "public-key", "id": base64.b64encode(key.id).decode()}]
    assert other["excludeCredentials"] == []


async def test_a_known_key_is_asked_for(
    ask_for_known: Begin, registered: RegisterResponse, passkeys: Passkeys, client: Client
) -> None:
    """With a user the keys are named; without one it is for the browser to choose."""
    named = json.loads(await ask_for_known(user_id="ada"))
    anybody = await client.webauthn.authenticate_start(domain="example.com", return_passkey_credential_options=True)

    (key,) = passkeys.keys
    options = json.loads(anybody.public_key_credential_request_options)
    assert registered.webauthn_registration_id
    assert named["allowCredentials"] == [{"type": "public-key", "id": base64.b64encode(key.id).decode()}]
    assert (options["allowCredentials"], options["rpId"], anybody.user_id) == ([], "example.com", "")
    assert (options["userVerification"], options["timeout"]) == ("preferred", 300_000)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"authenticator_type": "roaming"}, (400, "invalid_authenticator_type")),
        ({"domain": ""}, (400, "invalid_webauthn_registration_domain")),
        ({"domain": "https://example.com"}, (400, "invalid_webauthn_registration_domain")),
        ({"domain": "example.com:443"}, (400, "invalid_webauthn_registration_domain")),
        ({"domain": "127.0.0.1"}, (400, "invalid_webauthn_registration_domain")),
        ({"user_id": "nobody"}, (404, "user_not_found")),
    ],
)
async def test_a_new_key_needs_a_domain_and_a_user(
    ask_for_new: Begin, refusal: Refusal, changes: dict[str, str], expected: tuple[int, str]
) -> None:
    """Arguments that no browser could use are refused at once."""
    assert await refusal(ask_for_new(**changes)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"domain": "example"}, (400, "invalid_webauthn_registration_domain")),
        ({"user_id": "nobody"}, (404, "user_not_found")),
        ({"user_id": "ada"}, (400, "no_active_webauthn_registrations")),
    ],
)
@pytest.mark.usefixtures("user")
async def test_a_login_needs_a_domain_and_a_key(
    ask_for_known: Begin, refusal: Refusal, changes: dict[str, str], expected: tuple[int, str]
) -> None:
    """A user who is named must have a key for the domain."""
    assert await refusal(ask_for_known(**changes)) == expected


@pytest.mark.usefixtures("registered")
async def test_a_key_is_for_one_domain(ask_for_known: Begin, refusal: Refusal) -> None:
    """Those for another one do not count."""
    assert await refusal(ask_for_known(user_id="ada", domain="example.org")) == (
        400,
        "no_active_webauthn_registrations",
    )


async def test_a_pending_user_registers_no_key(client: Client, refusal: Refusal) -> None:
    """Whoever has shown nothing yet has to do that first."""
    pending = await client.users.create(email="grace@example.com", create_user_as_pending=True)

    found = await refusal(client.webauthn.register_start(user_id=pending.user_id, domain="example.com"))

    assert found == (400, "cannot_use_webauthn_with_pending_user")


async def test_a_seed_fixes_the_challenges(ask_for_new: Begin) -> None:
    """They are the same on every run whatever else was made up, and differ without a seed."""

    async def first_of(seed: int | None, calls: int) -> str:
        async with Client(transport=InMemoryTransport(Project(seed=seed))) as client:
            for number in range(calls + 1):
                await client.users.create(email=f"{number}@example.com", external_id=f"{number}")
            begun = await client.webauthn.register_start(user_id="0", domain="example.com")
        challenge: str = json.loads(begun.public_key_credential_creation_options)["challenge"]
        return challenge

    challenges = [await first_of(7, 0), await first_of(7, 3), json.loads(await ask_for_new())["challenge"]]

    assert challenges[0] == challenges[1] != challenges[2]
