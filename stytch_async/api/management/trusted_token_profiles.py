"""Trusted token profiles of an environment."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.management import trusted_token_profiles as schemas

__all__ = ["TrustedTokenProfiles"]


class TrustedTokenProfiles(Resource):
    """Choose whose JWTs are taken in exchange for a session."""

    create: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles",
        schemas.CreateRequest,
        schemas.CreateResponse,
        ONCE,
    )
    get_all: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles",
        schemas.GetAllRequest,
        schemas.GetAllResponse,
        SAFE,
    )
    get: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}",
        schemas.GetRequest,
        schemas.GetResponse,
        SAFE,
    )
    update: Final = endpoint(
        "PATCH",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}",
        schemas.UpdateRequest,
        schemas.UpdateResponse,
        IDEMPOTENT,
    )
    delete: Final = endpoint(
        "DELETE",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}",
        schemas.DeleteRequest,
        schemas.DeleteResponse,
        IDEMPOTENT,
    )
    create_pem_file: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}/keys",
        schemas.CreatePEMFileRequest,
        schemas.CreatePEMFileResponse,
        ONCE,
    )
    delete_pem_file: Final = endpoint(
        "DELETE",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}/keys/{pem_file_id}",
        schemas.DeletePEMFileRequest,
        schemas.DeletePEMFileResponse,
        IDEMPOTENT,
    )
    get_pem_file: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}/keys/{pem_file_id}",
        schemas.GetPEMFileRequest,
        schemas.GetPEMFileResponse,
        SAFE,
    )
