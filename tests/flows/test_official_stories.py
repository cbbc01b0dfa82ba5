"""The stories of Consumer apps, told by Stytch's own SDK: by its coroutines, and by its blocking methods."""

import asyncio
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
import stytch
from joserfc import jwt
from joserfc.jwk import ECKey
from stytch.core.response_base import StytchError

from stytch_async.callbacks import read_callback
from stytch_async.emulator import Project, TrustedTokenProfile
from stytch_async.emulator.world.authenticator import Authenticator
from stytch_async.transports.memory import InMemoryTransport
from tests.flows.conftest import browse

# The SDK authenticates in a way that newer releases of aiohttp deprecate.
pytestmark = [
    pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:The 'auth' parameter is deprecated:DeprecationWarning"),
]

Call = Callable[..., Any]

EMAIL = "ada@example.com"
PASSWORD = "a long and quiet river"
CALLBACK = "https://app.example.com/callback"
PROFILE = "trusted-auth-token-profile-test-00000000-0000-4000-8000-000000000001"


@pytest.fixture(params=["coroutines", "blocking"])
def call(request: pytest.FixtureRequest, sdk: stytch.Client) -> Call:
    """Return a function that calls a method of the SDK by name; a blocking one in a thread, so that it is answered."""

    def method(name: str) -> Any:
        target: Any = sdk
        for part in name.split("."):
            target = getattr(target, part)
        return target

    async def call(name: str, **arguments: object) -> object:
        if request.param == "coroutines":
            return await method(f"{name}_async")(**arguments)
        return await asyncio.to_thread(method(name), **arguments)

    return call


async def refused(call: Any) -> str:
    """Await a call that is to be refused, and return the type of the error."""
    with pytest.raises(StytchError) as caught:
        await call
    return str(caught.value.details.error_type)


def kinds(session: Any) -> list[str]:
    """Name the factors of a session."""
    return [factor.type.value for factor in session.authentication_factors]


async def test_password_then_app_then_recovery_code(call: Call, project: Project) -> None:
    """Each factor is added to the session that the password has begun."""
    app = Authenticator(project)
    signed_up = await call("passwords.create", email=EMAIL, password=PASSWORD)
    created = await call("totps.create", user_id=signed_up.user_id)
    app.add(created.secret)

    login = await call("passwords.authenticate", email=EMAIL, password=PASSWORD, session_duration_minutes=60)
    strong = await call(
        "totps.authenticate", user_id=login.user_id, totp_code=app.code(), session_token=login.session_token
    )
    code = created.recovery_codes[0]
    back = await call("totps.recover", user_id=login.user_id, recovery_code=code, session_jwt=strong.session_jwt)

    again = await refused(call("totps.recover", user_id=login.user_id, recovery_code=code))
    assert kinds(strong.session) == ["password", "totp"]
    assert kinds(back.session) == ["password", "totp", "recovery_codes"]
    assert again == "unable_to_authenticate_recovery_code"


async def test_google_takes_over_an_unproven_user(call: Call, project: Project, base_url: str) -> None:
    """The owner of the address gets the account, and whoever has signed up with it is out."""
    squatter = await call("passwords.create", email=EMAIL, password=PASSWORD, session_duration_minutes=60)
    query = urlencode({"public_token": project.public_token, "login_redirect_url": CALLBACK})
    landed = await browse(EMAIL, f"{base_url}/v1/public/oauth/google/start?{query}")

    login = await call("oauth.authenticate", token=read_callback(landed).token, session_duration_minutes=60)

    assert landed.startswith(f"{CALLBACK}?stytch_token_type=oauth&token=")
    assert (login.user_id, login.reset_sessions, login.provider_type) == (squatter.user_id, True, "Google")
    assert await refused(call("sessions.authenticate", session_token=squatter.session_token)) == "session_not_found"
    assert await refused(call("passwords.authenticate", email=EMAIL, password=PASSWORD)) == "reset_password"


async def test_an_app_delivers_a_link_itself(call: Call, project: Project) -> None:
    """The link logs a user in once, and proves no address."""
    project.settings.embeddable_magic_links_enabled = True
    created = await call("users.create", email=EMAIL)
    made = await call("magic_links.create", user_id=created.user_id)

    login = await call("magic_links.authenticate", token=made.token, session_duration_minutes=60)

    assert [one.delivery_method.value for one in login.session.authentication_factors] == ["embedded"]
    assert not login.user.emails[0].verified
    assert await refused(call("magic_links.authenticate", token=made.token)) == "unable_to_auth_magic_link"


async def test_a_user_moves_over_from_another_system(call: Call, project: Project) -> None:
    """A trusted token makes the user, and a session of the other system is taken over."""
    key, issuer = ECKey.generate_key("P-256"), "https://login.example.com"
    project.settings.trusted_token_profiles[PROFILE] = TrustedTokenProfile(
        issuer=issuer,
        audience="stytch",
        public_keys=[key.as_pem(private=False).decode()],
        can_jit_provision=True,
    )
    project.userinfo = {"session-there": {"email": EMAIL}}.get
    expiry = int(project.now.timestamp()) + 60
    claims = {"iss": issuer, "aud": "stytch", "jti": "1", "email": EMAIL, "exp": expiry}
    token = jwt.encode({"alg": "ES256"}, claims, key)

    arrived = await call("sessions.attest", profile_id=PROFILE, token=token, session_duration_minutes=60)
    moved = await call("sessions.migrate", session_token="session-there", session_duration_minutes=60)

    assert kinds(arrived.session) == ["trusted_auth_token"]
    assert (kinds(moved.session), moved.user_id) == (["imported"], arrived.user_id)


async def test_a_blocked_device_stays_out(call: Call, project: Project) -> None:
    """What a login tells of a device is what a rule can go by."""
    world = InMemoryTransport(project)
    await call("passwords.create", email=EMAIL, password=PASSWORD)
    thief = world.add_device(country_code="CA")
    seen = await call("passwords.authenticate", email=EMAIL, password=PASSWORD, telemetry_id=thief.telemetry_id)
    await call("fraud.rules.set", action="BLOCK", visitor_id=seen.user_device.visitor_id)
    back = world.add_device(like=thief)

    found = await call("fraud.fingerprint.lookup", telemetry_id=back.telemetry_id)

    assert (seen.user_device.ip_geo_country, seen.user_device.visitor_id_details.is_new) == ("CA", True)
    assert (found.verdict.action.value, found.verdict.reasons) == ("BLOCK", ["RULE_MATCH"])
