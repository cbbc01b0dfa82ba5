"""Sets of texts: an editor offers them where an argument takes one, and a text of tomorrow passes."""

import importlib
import pkgutil
from collections import Counter
from typing import Any, Final, Literal, get_args, get_origin

import attrs
import pytest

import stytch_async.schemas
from stytch_async import catalog
from stytch_async.schemas.b2b import discovery, members, organizations, otps, passwords, totps
from stytch_async.schemas.both.oauth2 import IntrospectRequest, RevokeRequest, TokenRequest
from stytch_async.schemas.consumer import crypto_wallets, idp, webauthn
from stytch_async.schemas.hashes import PBKDF2Config

MODULES: Final = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(stytch_async.schemas.__path__, "stytch_async.schemas.")
    if not module.ispkg
]
ALL, SOME, NONE = "ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"
METHODS = ("sso", "magic_link", "email_otp", "password")
OAUTH = ("google_oauth", "microsoft_oauth", "slack_oauth", "github_oauth", "hubspot_oauth")
SETTINGS = {
    "sso_jit_provisioning": {ALL, SOME, NONE},
    "email_invites": {ALL, SOME, NONE},
    "email_jit_provisioning": {SOME, NONE},
    "oauth_tenant_jit_provisioning": {SOME, NONE},
    "auth_methods": {ALL, SOME},
    "mfa_methods": {ALL, SOME},
    "mfa_policy": {"OPTIONAL", "REQUIRED_FOR_ALL"},
    "allowed_auth_methods": {*METHODS, *OAUTH},
    "allowed_mfa_methods": {"sms_otp", "totp"},
}
ORGANIZATIONS = (organizations.CreateRequest, organizations.UpdateRequest, discovery.OrganizationsCreateRequest)


def known(annotation: Any) -> set[str]:
    """Return the texts that an annotation names, however deep."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return {text for argument in get_args(annotation) for text in known(argument)}


def is_open(annotation: Any) -> bool:
    """Whether other texts pass wherever an annotation names some."""
    arguments = get_args(annotation)
    if any(get_origin(argument) is Literal for argument in arguments) and str not in arguments:
        return False
    return get_origin(annotation) is Literal or all(map(is_open, arguments))


@pytest.mark.parametrize(
    ("kind", "field", "texts"),
    [
        *((kind, field, texts) for kind in ORGANIZATIONS for field, texts in SETTINGS.items()),
        (members.UpdateRequest, "default_mfa_method", {"sms_otp", "totp"}),
        (otps.SmsAuthenticateRequest, "set_mfa_enrollment", {"enroll", "unenroll"}),
        (totps.AuthenticateRequest, "set_mfa_enrollment", {"enroll", "unenroll"}),
        (passwords.DiscoveryEmailResetStartRequest, "locale", {"en", "es", "pt-br", "fr"}),
        (crypto_wallets.AuthenticateStartRequest, "crypto_wallet_type", {"ethereum", "solana"}),
        (crypto_wallets.AuthenticateRequest, "crypto_wallet_type", {"ethereum", "solana"}),
        (webauthn.RegisterStartRequest, "authenticator_type", {"platform", "cross-platform"}),
        (idp.OAuthAuthorizeRequest, "prompt", {"consent"}),
        (idp.OAuthAuthorizeRequest, "response_type", {"code"}),
        (PBKDF2Config, "algorithm", {"sha256", "sha512"}),
        (TokenRequest, "grant_type", {"client_credentials", "authorization_code", "refresh_token"}),
        (IntrospectRequest, "token_type_hint", {"access_token", "refresh_token"}),
        (RevokeRequest, "token_type_hint", {"access_token", "refresh_token"}),
    ],
)
def test_a_set_that_stytch_states_in_prose_is_offered(kind: type, field: str, texts: set[str]) -> None:
    """The sets that Stytch's documents list as such are held against them by the tests of the contract."""
    assert known(attrs.fields_dict(kind)[field].type) == texts


def test_a_text_of_tomorrow_passes() -> None:
    """No argument and no field of an answer is confined to what is known today."""
    operations = [entry.operation for entry in catalog.operations()]
    kinds = {*catalog.schemas().values(), *(kind for each in operations for kind in (each.request, each.response))}

    confined = [(kind, field.name) for kind in kinds for field in attrs.fields(kind) if not is_open(field.type)]

    assert confined == []


def test_a_set_has_one_name() -> None:
    """Fields that take the same texts share an alias."""
    sets = Counter(
        frozenset(get_args(value))
        for module in MODULES
        for name, value in vars(module).items()
        if get_origin(value) is Literal and name in module.__all__
    )

    assert [texts for texts, names in sets.items() if names > 1] == []
