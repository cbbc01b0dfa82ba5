"""TODO"""

import enum

import attrs

__all__ = ["GetRequest", "GetResponse", "PasswordStrengthConfig", "SetRequest", "SetResponse", "ValidationPolicy"]


class ValidationPolicy(enum.StrEnum):
    """TODO"""

    __schema__ = "account_manager_project_v1_ValidationPolicy"

    ZXCVBN = "ZXCVBN"
    LUDS = "LUDS"


@attrs.define(kw_only=True)
class PasswordStrengthConfig:
    """TODO"""

    __schema__ = "pwa_password_v3_PasswordStrengthConfig"

    check_breach_on_creation: bool
    check_breach_on_authentication: bool
    validate_on_authentication: bool
    validation_policy: ValidationPolicy | str | None = None
    luds_min_password_length: int | None = None
    luds_min_password_complexity: int | None = None


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/password_strength_config <TODO>`_
    """

    __schema__ = "pwa_password_v3_GetRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "pwa_password_v3_GetResponse"

    request_id: str
    password_strength_config: PasswordStrengthConfig
    status_code: int


@attrs.define(kw_only=True)
class SetRequest:
    """TODO

    Source: `PUT /pwa/v3/projects/{project_slug}/environments/{environment_slug}/password_strength_config <TODO>`_
    """

    __schema__ = "pwa_password_v3_SetRequest"

    project_slug: str
    environment_slug: str
    check_breach_on_creation: bool
    check_breach_on_authentication: bool
    validate_on_authentication: bool
    validation_policy: ValidationPolicy | str | None = None
    luds_min_password_length: int | None = None
    luds_min_password_complexity: int | None = None


@attrs.define(kw_only=True)
class SetResponse:
    """TODO"""

    __schema__ = "pwa_password_v3_SetResponse"

    request_id: str
    password_strength_config: PasswordStrengthConfig
    status_code: int
