"""Profiles of trusted tokens: what makes one, and how it is shown (behaviour-more W24)."""

import json
import uuid
from collections.abc import Mapping
from typing import Final

from stytch_async.converter import converter
from stytch_async.emulator.refusals.migration import (
    TRUSTED_TOKEN_PROFILE_INCORRECT_EXTERNAL_ID_MAPPING,
)
from stytch_async.emulator.refusals.profiles import (
    MUST_HAVE_JWKS_URL_FOR_TRUSTED_TOKEN_PROFILE_WITH_TYPE_JWK,
    MUST_HAVE_PEM_FILES_FOR_TRUSTED_TOKEN_PROFILE_WITH_TYPE_PEM,
    PEM_FILE_NOT_FOUND,
    TOO_MANY_PEM_FILES_FOR_TRUSTED_TOKEN_PROFILE,
    TRUSTED_TOKEN_PROFILE_CANNOT_HAVE_MULTIPLE_EXTERNAL_IDS,
    TRUSTED_TOKEN_PROFILE_INVALID_REQUEST,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.state.profiles import MOST_KEYS, TrustedTokenProfile
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.management import trusted_token_profiles as schemas

__all__ = ["check_key", "find_file", "read_mapping", "read_profile", "view", "view_file"]

EXTERNAL_IDS: Final[Mapping[str | None, str]] = {"b2b": "external_member_id", "consumer": "external_user_id"}
"""By kind of project: the attribute that holds the app's own id."""

NAMES: Final = uuid.UUID("3f0f3a52-6f9e-4d7c-9b8e-1b1c6a2f5d10")


def read_profile(project: Project, request: schemas.CreateRequest) -> TrustedTokenProfile:
    """Return the profile that a request tells of, or refuse it."""
    if request.public_key_type not in {"JWK", "PEM"}:
        raise Refusal(TRUSTED_TOKEN_PROFILE_INVALID_REQUEST, "public_key_type is JWK or PEM")
    if request.public_key_type == "JWK" and (not request.jwks_url or request.pem_files):
        raise Refusal(MUST_HAVE_JWKS_URL_FOR_TRUSTED_TOKEN_PROFILE_WITH_TYPE_JWK)
    if request.public_key_type == "PEM" and (request.jwks_url or not request.pem_files):
        raise Refusal(MUST_HAVE_PEM_FILES_FOR_TRUSTED_TOKEN_PROFILE_WITH_TYPE_PEM)
    keys = list(dict.fromkeys(request.pem_files))
    if len(keys) > MOST_KEYS:
        raise Refusal(TOO_MANY_PEM_FILES_FOR_TRUSTED_TOKEN_PROFILE)
    for key in keys:
        check_key(key)
    return TrustedTokenProfile(
        name=request.name,
        issuer=request.issuer,
        audience=request.audience,
        public_keys=keys,
        jwks_url=request.jwks_url or None,
        attribute_mapping=read_mapping(project, request.attribute_mapping),
        can_jit_provision=request.can_jit_provision,
    )


def check_key(pem: str) -> None:
    """Refuse a text that is not a public key (the type is inferred)."""
    from cryptography.hazmat.primitives.serialization import load_pem_public_key  # noqa: PLC0415 - takes a while to load

    try:
        load_pem_public_key(pem.encode())
    except ValueError:
        raise Refusal(TRUSTED_TOKEN_PROFILE_INVALID_REQUEST, "that is not a public key in PEM form") from None


def read_mapping(project: Project, text: str | None) -> dict[str, str]:
    """Return in which claim each attribute stands, or refuse (behaviour-more H3)."""
    if not text:
        return {"email": "email", "token_id": "jti"}  # inferred
    try:
        mapping = converter.structure(json.loads(text), dict[str, str])
    except (TypeError, ValueError, RecursionError):
        raise Refusal(TRUSTED_TOKEN_PROFILE_INVALID_REQUEST) from None
    if not {"email", "token_id"} <= mapping.keys() or not all(mapping.values()):
        raise Refusal(TRUSTED_TOKEN_PROFILE_INVALID_REQUEST)
    given = mapping.keys() & {*EXTERNAL_IDS.values()}
    if len(given) > 1:
        raise Refusal(TRUSTED_TOKEN_PROFILE_CANNOT_HAVE_MULTIPLE_EXTERNAL_IDS)
    if not given <= {EXTERNAL_IDS[project.vertical]}:
        raise Refusal(TRUSTED_TOKEN_PROFILE_INCORRECT_EXTERNAL_ID_MAPPING)
    return mapping


def view(profile_id: str, profile: TrustedTokenProfile) -> schemas.TrustedTokenProfile:
    """Show a profile."""
    return schemas.TrustedTokenProfile(
        profile_id=profile_id,
        name=profile.name,
        audience=profile.audience,
        issuer=profile.issuer,
        pem_files=[view_file(key) for key in profile.public_keys],
        can_jit_provision=profile.can_jit_provision,
        jwks_url=profile.jwks_url,
        attribute_mapping=json.dumps(profile.attribute_mapping),
        public_key_type="PEM" if profile.public_keys else "JWK",
    )


def view_file(key: str) -> schemas.PEMFile:
    """Show a public key. Its id is made of what it says, so that the settings need not remember one."""
    return schemas.PEMFile(pem_file_id=f"pem-file-{uuid.uuid5(NAMES, key)}", public_key=key)


def find_file(profile: TrustedTokenProfile, pem_file_id: str) -> str:
    """Return the public key of an id, or refuse."""
    for key in profile.public_keys:
        if view_file(key).pem_file_id == pem_file_id:
            return key
    raise Refusal(PEM_FILE_NOT_FOUND)
