"""Tokens of trusted issuers, verified for real (behaviour-more H)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

import attrs
from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry, Key, KeySet

from stytch_async.emulator.refusals.migration import (
    INVALID_TRUSTED_AUTH_TOKEN,
    JWT_INVALID_AUDIENCE,
    JWT_INVALID_CLAIMS,
    JWT_INVALID_ISSUER,
    TRUSTED_TOKEN_PROFILE_INCORRECT_EXTERNAL_ID_MAPPING,
    TRUSTED_TOKEN_PROFILE_NOT_FOUND,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.addresses import is_email
from stytch_async.emulator.rules.factors import factor
from stytch_async.emulator.state.builtin import DEFAULT_ROLES
from stytch_async.emulator.state.policy import Policy
from stytch_async.emulator.state.profiles import TrustedTokenProfile
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.web import Fetch

__all__ = ["Attestation", "adopt", "attested", "profile_of", "trusted_factor"]

A = TypeVar("A", bound=Account)

KEY_TYPES: Final[Mapping[str, str]] = {
    **dict.fromkeys(["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"], "RSA"),
    **dict.fromkeys(["ES256", "ES384", "ES512"], "EC"),
    "Ed25519": "OKP",
}
"""By algorithm: the type of key that verifies it; secrets that both sides share are not taken."""


@attrs.frozen(kw_only=True)
class Attestation:
    """What a trusted token says of somebody.

    Attributes:
        roles: ``None`` where the profile does not ask for any.

    """

    email: str
    token_id: str
    external_id: str | None
    organization_id: str | None
    roles: list[str] | None


def profile_of(project: Project, profile_id: str) -> TrustedTokenProfile:
    """Return a profile, or refuse."""
    profile = project.settings.trusted_token_profiles.get(profile_id)
    if profile is None:
        raise Refusal(TRUSTED_TOKEN_PROFILE_NOT_FOUND)
    return profile


def attested(project: Project, profile: TrustedTokenProfile, token: str, external_id: str) -> Attestation:
    """Return what a token says, or refuse; ``external_id`` is the attribute that holds the app's own id.

    A token may come twice: that a replay is refused is not documented (H12).
    """
    claims = _verified(project, profile, token)
    now = project.now.timestamp()
    expiry, start = claims.get("exp"), claims.get("nbf", 0)
    if not isinstance(expiry, int | float) or expiry <= now or not isinstance(start, int | float) or start > now:
        raise Refusal(INVALID_TRUSTED_AUTH_TOKEN)
    if claims.get("iss") != profile.issuer:
        raise Refusal(JWT_INVALID_ISSUER)
    audience = claims.get("aud")
    if profile.audience not in (audience if isinstance(audience, list) else [audience]):
        raise Refusal(JWT_INVALID_AUDIENCE)
    said = {name: claims.get(claim) for name, claim in profile.attribute_mapping.items()}
    email = _required_text(said, "email")
    if not is_email(email):
        raise Refusal(JWT_INVALID_CLAIMS)
    return Attestation(
        email=email.lower(),
        token_id=_required_text(said, "token_id"),
        external_id=_text(said, external_id),
        organization_id=_text(said, "organization_id"),
        roles=_texts(said, "role_ids"),
    )


def _verified(project: Project, profile: TrustedTokenProfile, token: str) -> dict[str, Any]:
    """Return the claims of a token that one of the profile's keys has signed, or refuse."""
    try:
        algorithm = str(jws.extract_compact(token.encode()).headers().get("alg"))
    except (JoseError, ValueError):
        raise Refusal(INVALID_TRUSTED_AUTH_TOKEN) from None
    for key in _keys(project, profile, KEY_TYPES.get(algorithm, "")):
        try:
            return jwt.decode(token, key, algorithms=[algorithm]).claims
        except (JoseError, ValueError, TypeError):
            continue
    raise Refusal(INVALID_TRUSTED_AUTH_TOKEN)


def _keys(project: Project, profile: TrustedTokenProfile, key_type: str) -> Sequence[Key]:
    """Return the profile's keys of a type."""
    if profile.jwks_url is not None:
        return _key_set(_fetched(project, profile.jwks_url), key_type)
    if profile.jwks is not None:
        return _key_set(profile.jwks, key_type)
    found: list[Key] = []
    for pem in profile.public_keys if key_type else ():
        try:
            found.append(JWKRegistry.import_key(pem, key_type))
        except (JoseError, ValueError):
            continue  # a key of another type
    return found


def _fetched(project: Project, url: str) -> dict[str, Any]:
    """Return the key set at a URL, or refuse where there is none."""
    try:
        found: dict[str, Any] = json.loads(project.web.fetch(Fetch(url=url)) or "null")
    except ValueError:
        raise Refusal(INVALID_TRUSTED_AUTH_TOKEN) from None
    return found


def _key_set(document: Any, key_type: str) -> Sequence[Key]:  # noqa: ANN401 - JSON
    try:
        keys = KeySet.import_key_set({"keys": [dict(key) for key in document["keys"]]}).keys
    except (JoseError, KeyError, TypeError, ValueError):
        raise Refusal(INVALID_TRUSTED_AUTH_TOKEN) from None
    return [key for key in keys if key.key_type == key_type]


def _text(said: Mapping[str, Any], attribute: str) -> str | None:
    """Return what a token says, ``None`` where it does not say it, or refuse what is not a text."""
    value = said.get(attribute)
    if value is not None and not (isinstance(value, str) and value):
        raise Refusal(JWT_INVALID_CLAIMS)
    return value


def _required_text(said: Mapping[str, Any], attribute: str) -> str:
    value = _text(said, attribute)
    if value is None:
        raise Refusal(JWT_INVALID_CLAIMS)
    return value


def _texts(said: Mapping[str, Any], attribute: str) -> list[str] | None:
    value = said.get(attribute)
    if value is not None and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):  # pyright: ignore[reportUnknownVariableType] - JSON
        raise Refusal(JWT_INVALID_CLAIMS)
    return value  # pyright: ignore[reportUnknownVariableType] - JSON


def adopt(account: A, holder: A | None, policy: Policy, said: Attestation) -> bool:
    """Give somebody the external id and the roles that a token tells, or refuse an id that contradicts (H11).

    Return whether that changes anything.

    That the roles take the place of the old ones, and that those the project lacks are passed over, is inferred.

    Args:
        account: Who has shown the token.
        holder: Who has the external id already.
        policy: Which roles there are.
        said: What the token says.

    """
    before = (account.external_id, account.roles)
    if said.external_id is not None:
        if holder not in {None, account} or account.external_id not in {None, said.external_id}:
            raise Refusal(TRUSTED_TOKEN_PROFILE_INCORRECT_EXTERNAL_ID_MAPPING)
        account.external_id = said.external_id
    if said.roles is not None:
        roles = dict.fromkeys(said.roles)
        account.roles = [role for role in roles if policy.knows(role) and role not in DEFAULT_ROLES]
    return before != (account.external_id, account.roles)


def trusted_factor(project: Project, said: Attestation) -> Factor:
    """Return the factor of somebody who has shown a trusted token (H9)."""
    return factor(
        project, "trusted_auth_token", "trusted_token_exchange", "trusted_auth_token_factor", token_id=said.token_id
    )
