"""TODO"""

import enum

import attrs

__all__ = [
    "CreatePEMFileRequest",
    "CreatePEMFileResponse",
    "CreateRequest",
    "CreateResponse",
    "DeletePEMFileRequest",
    "DeletePEMFileResponse",
    "DeleteRequest",
    "DeleteResponse",
    "GetAllRequest",
    "GetAllResponse",
    "GetPEMFileRequest",
    "GetPEMFileResponse",
    "GetRequest",
    "GetResponse",
    "PEMFile",
    "PublicKeyType",
    "TrustedTokenProfile",
    "UpdateRequest",
    "UpdateResponse",
]


@attrs.define(kw_only=True)
class PEMFile:
    """TODO"""

    __schema__ = "pwa_trusted_token_profile_v3_PEMFile"

    pem_file_id: str
    public_key: str


class PublicKeyType(enum.StrEnum):
    """TODO"""

    __schema__ = "pwa_trusted_token_profile_v3_PublicKeyType"

    JWK = "JWK"
    PEM = "PEM"


@attrs.define(kw_only=True)
class TrustedTokenProfile:
    """TODO"""

    __schema__ = "pwa_trusted_token_profile_v3_TrustedTokenProfile"

    profile_id: str
    name: str
    audience: str
    issuer: str
    pem_files: list[PEMFile]
    can_jit_provision: bool
    jwks_url: str | None = None
    attribute_mapping: str | None = None
    public_key_type: PublicKeyType | str | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles <TODO>`_
    """

    __schema__ = "pwa_trusted_token_profile_v3_CreateRequest"

    project_slug: str
    environment_slug: str
    name: str
    audience: str
    issuer: str
    pem_files: list[str]
    can_jit_provision: bool
    jwks_url: str | None = None
    attribute_mapping: str | None = None
    public_key_type: PublicKeyType | str | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """TODO"""

    __schema__ = "pwa_trusted_token_profile_v3_CreateResponse"

    request_id: str
    profile: TrustedTokenProfile
    status_code: int


@attrs.define(kw_only=True)
class GetAllRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles <TODO>`_
    """

    __schema__ = "pwa_trusted_token_profile_v3_GetAllRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetAllResponse:
    """TODO"""

    __schema__ = "pwa_trusted_token_profile_v3_GetAllResponse"

    request_id: str
    profiles: list[TrustedTokenProfile]
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id} <TODO>`_
    """

    __schema__ = "pwa_trusted_token_profile_v3_GetRequest"

    project_slug: str
    environment_slug: str
    profile_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "pwa_trusted_token_profile_v3_GetResponse"

    request_id: str
    profile: TrustedTokenProfile
    status_code: int


@attrs.define(kw_only=True)
class UpdateRequest:
    """TODO

    Source: `PATCH /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id} <TODO>`_
    """

    __schema__ = "pwa_trusted_token_profile_v3_UpdateRequest"

    project_slug: str
    environment_slug: str
    profile_id: str
    name: str | None = None
    audience: str | None = None
    issuer: str | None = None
    jwks_url: str | None = None
    attribute_mapping: str | None = None
    can_jit_provision: bool | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """TODO"""

    __schema__ = "pwa_trusted_token_profile_v3_UpdateResponse"

    request_id: str
    profile: TrustedTokenProfile
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """TODO

    Source: `DELETE /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id} <TODO>`_
    """

    project_slug: str
    environment_slug: str
    profile_id: str


@attrs.define(kw_only=True)
class DeleteResponse:
    """TODO"""

    __schema__ = "pwa_trusted_token_profile_v3_DeleteResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class CreatePEMFileRequest:
    """TODO

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}/keys <TODO>`_
    """

    __schema__ = "pwa_trusted_token_profile_v3_CreatePEMFileRequest"

    project_slug: str
    environment_slug: str
    profile_id: str
    public_key: str


@attrs.define(kw_only=True)
class CreatePEMFileResponse:
    """TODO"""

    __schema__ = "pwa_trusted_token_profile_v3_CreatePEMFileResponse"

    request_id: str
    pem_file: PEMFile
    status_code: int


@attrs.define(kw_only=True)
class DeletePEMFileRequest:
    """TODO

    Source: `DELETE /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}/keys/{pem_file_id} <TODO>`_
    """

    project_slug: str
    environment_slug: str
    profile_id: str
    pem_file_id: str


@attrs.define(kw_only=True)
class DeletePEMFileResponse:
    """TODO"""

    __schema__ = "pwa_trusted_token_profile_v3_DeletePEMFileResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class GetPEMFileRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}/keys/{pem_file_id} <TODO>`_
    """

    __schema__ = "pwa_trusted_token_profile_v3_GetPEMFileRequest"

    project_slug: str
    environment_slug: str
    profile_id: str
    pem_file_id: str


@attrs.define(kw_only=True)
class GetPEMFileResponse:
    """TODO"""

    __schema__ = "pwa_trusted_token_profile_v3_GetPEMFileResponse"

    request_id: str
    pem_file: PEMFile
    status_code: int
