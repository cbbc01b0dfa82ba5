"""How strong the passwords of an environment must be."""

from typing import Annotated, Literal

import attrs

from stytch_async.schemas.markers import Between

__all__ = [
    "GetRequest",
    "GetResponse",
    "LUDSComplexity",
    "PasswordStrengthConfig",
    "SetRequest",
    "SetResponse",
    "ValidationPolicy",
]

LUDSComplexity = Annotated[int, Between(1, 4)]
"""How many of lowercase, uppercase, digits and symbols a password needs: 1 to 4."""


ValidationPolicy = Literal["ZXCVBN", "LUDS"]
"""How a password is judged: by how long guessing takes (zxcvbn), or by its characters (LUDS)."""


@attrs.define(kw_only=True)
class PasswordStrengthConfig:
    """The rules that passwords are held against.

    Attributes:
        check_breach_on_creation: Whether a new password is looked up among the leaked ones.
        check_breach_on_authentication: Whether a password is looked up among the leaked ones at each login.
        validate_on_authentication: Whether a login with a password that the rules no longer allow asks for a reset.
        luds_min_password_length: How many characters a password needs under LUDS.
        luds_min_password_complexity: How many of lowercase, uppercase, digits and symbols it needs under LUDS.

    """

    __schema__ = "pwa_password_v3_PasswordStrengthConfig"

    check_breach_on_creation: bool
    check_breach_on_authentication: bool
    validate_on_authentication: bool
    validation_policy: ValidationPolicy | str | None = None
    luds_min_password_length: int | None = None
    luds_min_password_complexity: int | None = None


@attrs.define(kw_only=True)
class GetRequest:
    """Look up the rules for passwords.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/password_strength_config
    <https://stytch.com/docs/api-reference/pwa/api/v3/password-strength-config/get-password-strength-config>`_
    """

    __schema__ = "pwa_password_v3_GetRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetResponse:
    """The rules for passwords."""

    __schema__ = "pwa_password_v3_GetResponse"

    request_id: str
    password_strength_config: PasswordStrengthConfig
    status_code: int


@attrs.define(kw_only=True)
class SetRequest:
    """Replace the rules for passwords.

    Args:
        check_breach_on_creation: Look a new password up among the leaked ones.
        check_breach_on_authentication: Look a password up among the leaked ones at each login.
        validate_on_authentication: Ask for a reset at a login with a password that the rules no longer allow.
        luds_min_password_length: How many characters a password needs, 8 to 32; for ``LUDS`` only.
        luds_min_password_complexity: How many of lowercase, uppercase, digits and symbols it needs, 1 to 4; for
            ``LUDS`` only.

    Raises:
        BadRequestError: ``invalid_password_strength_luds_length``, ``invalid_password_strength_luds_complexity``.

    Source: `PUT /pwa/v3/projects/{project_slug}/environments/{environment_slug}/password_strength_config
    <https://stytch.com/docs/api-reference/pwa/api/v3/password-strength-config/set-password-strength-config>`_
    """

    __schema__ = "pwa_password_v3_SetRequest"

    project_slug: str
    environment_slug: str
    check_breach_on_creation: bool
    check_breach_on_authentication: bool
    validate_on_authentication: bool
    validation_policy: ValidationPolicy | str | None = None
    luds_min_password_length: int | None = None
    luds_min_password_complexity: LUDSComplexity | None = None


@attrs.define(kw_only=True)
class SetResponse:
    """The rules as they are now."""

    __schema__ = "pwa_password_v3_SetResponse"

    request_id: str
    password_strength_config: PasswordStrengthConfig
    status_code: int
