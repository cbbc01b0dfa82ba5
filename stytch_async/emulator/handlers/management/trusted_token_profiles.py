"""Whose JWTs are taken in exchange for a session."""

from typing import Any

import attrs

from stytch_async.api.management.trusted_token_profiles import TrustedTokenProfiles
from stytch_async.emulator.refusals.profiles import (
    CANNOT_ADD_PEM_FILE_TO_NON_PEM_TRUSTED_TOKEN_PROFILE,
    MUST_HAVE_PEM_FILES_FOR_TRUSTED_TOKEN_PROFILE_WITH_TYPE_PEM,
    TOO_MANY_PEM_FILES_FOR_TRUSTED_TOKEN_PROFILE,
    TRUSTED_TOKEN_PROFILE_INVALID_REQUEST,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.management.places import stytch_of
from stytch_async.emulator.rules.management.profiles import (
    check_key,
    find_file,
    read_mapping,
    read_profile,
    view,
    view_file,
)
from stytch_async.emulator.rules.trusted_tokens import profile_of
from stytch_async.emulator.state.profiles import MOST_KEYS, TrustedTokenProfile
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.workspace import Workspace
from stytch_async.schemas.management import trusted_token_profiles as schemas

__all__: list[str] = []


def _change(project: Project, profile_id: str, **changes: Any) -> TrustedTokenProfile:  # noqa: ANN401 - each field has a type of its own
    changed = attrs.evolve(profile_of(project, profile_id), **changes)
    project.settings.trusted_token_profiles[profile_id] = changed
    return changed


@handles(TrustedTokenProfiles.create)
def create(workspace: Workspace, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Trust the JWTs of an issuer."""
    project = stytch_of(workspace, request)
    profile = read_profile(project, request)
    profile_id = project.ids.new("trusted-auth-token-profile")
    project.settings.trusted_token_profiles[profile_id] = profile
    return schemas.CreateResponse(profile=view(profile_id, profile), **workspace.envelope())


@handles(TrustedTokenProfiles.get_all)
def get_all(workspace: Workspace, request: schemas.GetAllRequest) -> schemas.GetAllResponse:
    """List the profiles."""
    profiles = stytch_of(workspace, request).settings.trusted_token_profiles
    return schemas.GetAllResponse(profiles=[view(*item) for item in profiles.items()], **workspace.envelope())


@handles(TrustedTokenProfiles.get)
def get(workspace: Workspace, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show a profile."""
    profile = profile_of(stytch_of(workspace, request), request.profile_id)
    return schemas.GetResponse(profile=view(request.profile_id, profile), **workspace.envelope())


@handles(TrustedTokenProfiles.update)
def update(workspace: Workspace, request: schemas.UpdateRequest) -> schemas.UpdateResponse:
    """Change a profile; what is left out stays, and so does the type of its keys."""
    project = stytch_of(workspace, request)
    profile = profile_of(project, request.profile_id)
    if request.jwks_url and profile.public_keys:
        raise Refusal(TRUSTED_TOKEN_PROFILE_INVALID_REQUEST, "a profile of type PEM has no jwks_url")
    asked = {
        "name": request.name,
        "audience": request.audience,
        "issuer": request.issuer,
        "jwks_url": request.jwks_url or None,
        "can_jit_provision": request.can_jit_provision,
        "attribute_mapping": read_mapping(project, request.attribute_mapping) if request.attribute_mapping else None,
    }
    given = {name: value for name, value in asked.items() if value is not None}
    profile = _change(project, request.profile_id, **given)
    return schemas.UpdateResponse(profile=view(request.profile_id, profile), **workspace.envelope())


@handles(TrustedTokenProfiles.delete)
def delete(workspace: Workspace, request: schemas.DeleteRequest) -> schemas.DeleteResponse:
    """Trust an issuer no more."""
    project = stytch_of(workspace, request)
    profile_of(project, request.profile_id)
    del project.settings.trusted_token_profiles[request.profile_id]
    return schemas.DeleteResponse(**workspace.envelope())


@handles(TrustedTokenProfiles.create_pem_file)
def create_pem_file(workspace: Workspace, request: schemas.CreatePEMFileRequest) -> schemas.CreatePEMFileResponse:
    """Add a public key to a profile of type PEM; the same one twice is one (inferred)."""
    project = stytch_of(workspace, request)
    profile = profile_of(project, request.profile_id)
    if not profile.public_keys:
        raise Refusal(CANNOT_ADD_PEM_FILE_TO_NON_PEM_TRUSTED_TOKEN_PROFILE)
    check_key(request.public_key)
    keys = [*dict.fromkeys([*profile.public_keys, request.public_key])]
    if len(keys) > MOST_KEYS:
        raise Refusal(TOO_MANY_PEM_FILES_FOR_TRUSTED_TOKEN_PROFILE)
    _change(project, request.profile_id, public_keys=keys)
    return schemas.CreatePEMFileResponse(pem_file=view_file(request.public_key), **workspace.envelope())


@handles(TrustedTokenProfiles.delete_pem_file)
def delete_pem_file(workspace: Workspace, request: schemas.DeletePEMFileRequest) -> schemas.DeletePEMFileResponse:
    """Delete a public key of a profile, which keeps one at least (inferred)."""
    project = stytch_of(workspace, request)
    profile = profile_of(project, request.profile_id)
    key = find_file(profile, request.pem_file_id)
    if len(profile.public_keys) == 1:
        raise Refusal(MUST_HAVE_PEM_FILES_FOR_TRUSTED_TOKEN_PROFILE_WITH_TYPE_PEM)
    _change(project, request.profile_id, public_keys=[one for one in profile.public_keys if one != key])
    return schemas.DeletePEMFileResponse(**workspace.envelope())


@handles(TrustedTokenProfiles.get_pem_file)
def get_pem_file(workspace: Workspace, request: schemas.GetPEMFileRequest) -> schemas.GetPEMFileResponse:
    """Show a public key of a profile."""
    profile = profile_of(stytch_of(workspace, request), request.profile_id)
    key = find_file(profile, request.pem_file_id)
    return schemas.GetPEMFileResponse(pem_file=view_file(key), **workspace.envelope())
