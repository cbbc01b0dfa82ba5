"""Trusted token profiles: whose JWTs are taken in exchange for a session, by ``sessions.attest``."""

from typing import Literal

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
    """A public key of a profile, in PEM form."""

    __schema__ = "pwa_trusted_token_profile_v3_PEMFile"

    pem_file_id: str
    public_key: str


PublicKeyType = Literal["JWK", "PEM"]
"""Where the keys of a profile come from: a key set on the web (``JWK``), or files stored with it (``PEM``)."""


@attrs.define(kw_only=True)
class TrustedTokenProfile:
    """An issuer whose JWTs are trusted.

    Attributes:
        profile_id: What ``sessions.attest`` takes.
        audience: The ``aud`` that its JWTs bear.
        issuer: The ``iss`` that its JWTs bear.
        can_jit_provision: Whether somebody unknown is created at the first exchange.
        attribute_mapping: By attribute of Stytch's, the claim that holds it; as JSON.

    """

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
    """Trust the JWTs of an issuer.

    Args:
        audience: The ``aud`` that its JWTs bear.
        issuer: The ``iss`` that its JWTs bear.
        pem_files: Public keys in PEM form. Empty with ``JWK``, at least one with ``PEM``.
        can_jit_provision: Create somebody unknown at the first exchange.
        jwks_url: Where the issuer publishes its key set; for ``JWK`` only, and needed there.
        attribute_mapping: By attribute of Stytch's, the claim that holds it; as JSON.

    Raises:
        BadRequestError: ``must_have_jwks_url_for_trusted_token_profile_with_type_jwk``,
            ``must_have_pem_files_for_trusted_token_profile_with_type_pem``,
            ``too_many_pem_files_for_trusted_token_profile``, ``too_many_trusted_token_profiles_for_project``,
            ``trusted_token_profile_cannot_have_multiple_external_ids``,
            ``trusted_token_profile_incorrect_external_id_mapping``, ``trusted_token_profile_invalid_request``.

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles
    <https://stytch.com/docs/api-reference/pwa/api/v3/trusted-auth-tokens/create-trusted-auth-token>`_
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
    """The new profile."""

    __schema__ = "pwa_trusted_token_profile_v3_CreateResponse"

    request_id: str
    profile: TrustedTokenProfile
    status_code: int


@attrs.define(kw_only=True)
class GetAllRequest:
    """List the profiles of an environment.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles
    <https://stytch.com/docs/api-reference/pwa/api/v3/trusted-auth-tokens/get-all-trusted-auth-tokens>`_
    """

    __schema__ = "pwa_trusted_token_profile_v3_GetAllRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetAllResponse:
    """The profiles with their keys."""

    __schema__ = "pwa_trusted_token_profile_v3_GetAllResponse"

    request_id: str
    profiles: list[TrustedTokenProfile]
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """Look up a profile.

    Raises:
        NotFoundError: ``trusted_token_profile_not_found``.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}
    <https://stytch.com/docs/api-reference/pwa/api/v3/trusted-auth-tokens/get-trusted-auth-token>`_
    """

    __schema__ = "pwa_trusted_token_profile_v3_GetRequest"

    project_slug: str
    environment_slug: str
    profile_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """The profile."""

    __schema__ = "pwa_trusted_token_profile_v3_GetResponse"

    request_id: str
    profile: TrustedTokenProfile
    status_code: int


@attrs.define(kw_only=True)
class UpdateRequest:
    """Change a profile; what is left out stays as it is.

    The type of its keys is fixed; PEM files are added and deleted one by one.

    Args:
        audience: The ``aud`` that its JWTs bear.
        issuer: The ``iss`` that its JWTs bear.
        jwks_url: Where the issuer publishes its key set; for ``JWK`` only.
        attribute_mapping: By attribute of Stytch's, the claim that holds it; as JSON.
        can_jit_provision: Whether somebody unknown is created at the first exchange.

    Raises:
        BadRequestError: ``trusted_token_profile_cannot_have_multiple_external_ids``,
            ``trusted_token_profile_incorrect_external_id_mapping``, ``trusted_token_profile_invalid_request``.
        NotFoundError: ``trusted_token_profile_not_found``.

    Source: `PATCH
    /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}
    <https://stytch.com/docs/api-reference/pwa/api/v3/trusted-auth-tokens/update-trusted-auth-token>`_
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
    """The profile as it is now."""

    __schema__ = "pwa_trusted_token_profile_v3_UpdateResponse"

    request_id: str
    profile: TrustedTokenProfile
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """Trust an issuer no more.

    Raises:
        NotFoundError: ``trusted_token_profile_not_found``.

    Source: `DELETE
    /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}
    <https://stytch.com/docs/api-reference/pwa/api/v3/trusted-auth-tokens/delete-trusted-auth-token>`_
    """

    project_slug: str
    environment_slug: str
    profile_id: str


@attrs.define(kw_only=True)
class DeleteResponse:
    """That the profile is gone."""

    __schema__ = "pwa_trusted_token_profile_v3_DeleteResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class CreatePEMFileRequest:
    """Add a public key to a profile of type ``PEM``, so that the issuer can change to a new one.

    Args:
        public_key: In PEM form.

    Raises:
        BadRequestError: ``cannot_add_pem_file_to_non_pem_trusted_token_profile``,
            ``too_many_pem_files_for_trusted_token_profile``, ``trusted_token_profile_invalid_request`` (not a public
            key).
        NotFoundError: ``trusted_token_profile_not_found``.

    Source: `POST
    /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}/keys
    <https://stytch.com/docs/api-reference/pwa/api/v3/trusted-auth-tokens/create-pem-file>`_
    """

    __schema__ = "pwa_trusted_token_profile_v3_CreatePEMFileRequest"

    project_slug: str
    environment_slug: str
    profile_id: str
    public_key: str


@attrs.define(kw_only=True)
class CreatePEMFileResponse:
    """The new key."""

    __schema__ = "pwa_trusted_token_profile_v3_CreatePEMFileResponse"

    request_id: str
    pem_file: PEMFile
    status_code: int


@attrs.define(kw_only=True)
class DeletePEMFileRequest:
    """Delete a public key of a profile: JWTs signed with it are refused from now on.

    Raises:
        BadRequestError: ``must_have_pem_files_for_trusted_token_profile_with_type_pem`` (it is the last one).
        NotFoundError: ``trusted_token_profile_not_found``, ``pem_file_not_found``.

    Source: `DELETE
    /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}/keys/{pem_file_id}
    <https://stytch.com/docs/api-reference/pwa/api/v3/trusted-auth-tokens/delete-pem-file>`_
    """

    project_slug: str
    environment_slug: str
    profile_id: str
    pem_file_id: str


@attrs.define(kw_only=True)
class DeletePEMFileResponse:
    """That the key is gone."""

    __schema__ = "pwa_trusted_token_profile_v3_DeletePEMFileResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class GetPEMFileRequest:
    """Look up a public key of a profile.

    Raises:
        NotFoundError: ``trusted_token_profile_not_found``, ``pem_file_not_found``.

    Source: `GET
    /pwa/v3/projects/{project_slug}/environments/{environment_slug}/trusted_token_profiles/{profile_id}/keys/{pem_file_id}
    <https://stytch.com/docs/api-reference/pwa/api/v3/trusted-auth-tokens/get-pem-file>`_
    """

    __schema__ = "pwa_trusted_token_profile_v3_GetPEMFileRequest"

    project_slug: str
    environment_slug: str
    profile_id: str
    pem_file_id: str


@attrs.define(kw_only=True)
class GetPEMFileResponse:
    """The key."""

    __schema__ = "pwa_trusted_token_profile_v3_GetPEMFileResponse"

    request_id: str
    pem_file: PEMFile
    status_code: int
