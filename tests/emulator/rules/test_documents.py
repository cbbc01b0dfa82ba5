import json
import re
import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest

from stytch_async.emulator import PasswordStrengthConfig, Policy, RedirectURL, Settings, TrustedTokenProfile
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.documents import read_settings, settings_document
from stytch_async.emulator.state.roles import Resource, Role


@pytest.fixture
def settings() -> Settings:
    """Return settings of which each is set."""
    return Settings(
        password_strength_config=PasswordStrengthConfig(validation_policy="LUDS", luds_min_password_length=12),
        breached_passwords={"hunter2"},
        cross_org_passwords_enabled=True,
        policy=Policy(
            {"editor": Role({"documents": ("read", "write")}, "Writes.")},
            scopes={"read:documents": {"documents": ("read",)}},
            resources={"documents": Resource(("read", "write"), "What is written.")},
        ),
        user_lock_threshold=3,
        user_lock_ttl=300,
        webhook_secret=f"whsec_{'A' * 32}",
        trusted_token_profiles={"profile": TrustedTokenProfile(issuer="me", audience="you", jwks={"keys": []})},
        redirect_urls=[RedirectURL("https://example.com", types={"LOGIN", "SIGNUP"}, default_for={"LOGIN"})],
    )


def test_settings_survive_json(settings: Settings) -> None:
    """What is written out is read in again."""
    written = json.dumps(settings_document(settings))

    assert read_settings(json.loads(written)) == settings


def test_nothing_said_means_what_a_new_project_has() -> None:
    """Each setting has a default."""
    assert read_settings({}) == Settings()


def test_short_forms_are_read() -> None:
    """A person who writes a file need not say what goes without saying."""
    document = {
        "policy": {
            "roles": {"editor": {"documents": ["read"]}, "viewer": {"permissions": {"documents": ["read"]}}},
            "resources": {"documents": ["read"]},
        },
        "redirect_urls": ["https://example.com"],
    }

    settings = read_settings(document)

    assert settings.policy.roles == {"editor": Role({"documents": ("read",)}), "viewer": Role({"documents": ("read",)})}
    assert settings.policy.resources == {"documents": Resource(("read",))}
    assert settings.redirect_urls == [RedirectURL("https://example.com")]


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        (5, "settings: expected dict, got int"),
        ({"user_lock_treshold": 3}, "there is no user_lock_treshold @ settings"),
        ({"user_lock_threshold": 1000}, "'user_lock_threshold' must be <= 100"),
        ({"user_lock_threshold": "3"}, "expected int, got str @ settings.user_lock_threshold"),
        ({"user_lock_ttl": True}, "expected int, got bool"),
        ({"cross_org_passwords_enabled": "no"}, "expected bool, got str"),
        ({"password_strength_config": {"validation_policy": "luds"}}, "password_strength_config.validation_policy"),
        ({"password_strength_config": {"luds_min_password_length": 7}}, "must be >= 8"),
        ({"breached_passwords": "hunter2"}, "expected list, got str @ settings.breached_passwords"),
        ({"redirect_urls": [{"url": "https://a", "types": ["LOGOUT"]}]}, "settings.redirect_urls[0].types[0]"),
        ({"redirect_urls": [5]}, "expected dict, got int"),
        ({"policy": {"roles": 5}}, "settings.policy"),
        ({"policy": {"roles": {"editor": {"documents": "read"}}}}, "expected list, got str"),
        ({"policy": {"roles": {"editor": 5}}}, "expected dict, got int"),
    ],
)
def test_what_makes_no_sense_is_named(document: Any, problem: str) -> None:
    """Unknown names, wrong types and values out of bounds are refused, with the place where they stand."""
    with pytest.raises(Refusal) as caught:
        read_settings(document)

    assert problem in caught.value.message
    assert caught.value.reason.status == 400


def test_every_setting_is_in_the_document(settings: Settings) -> None:
    """Whoever reads it sees all that can be written."""
    assert settings_document(settings).keys() == attrs.fields_dict(Settings).keys()


def test_the_file_in_the_documentation_can_be_read() -> None:
    """It has the names that settings have."""
    page = Path(__file__, "../../../../docs/how-to/served.md").resolve().read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)

    settings = read_settings(tomllib.loads(shown))

    assert settings.policy.knows("editor")
    assert settings.redirect_urls is not None
