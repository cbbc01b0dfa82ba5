"""How strong the passwords of an environment must be."""

from stytch_async.api.management import password_strength_config as api
from stytch_async.emulator.refusals.password_strength import (
    INVALID_PASSWORD_STRENGTH_LUDS_COMPLEXITY,
    INVALID_PASSWORD_STRENGTH_LUDS_LENGTH,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.management.places import stytch_of
from stytch_async.emulator.state.settings import LONGEST_MINIMUM, SHORTEST_MINIMUM, PasswordStrengthConfig
from stytch_async.emulator.state.workspace import Workspace
from stytch_async.schemas.management import password_strength_config as schemas

__all__: list[str] = []


def _view(config: PasswordStrengthConfig) -> schemas.PasswordStrengthConfig:
    """Show the rules; those of LUDS only where they hold (behaviour-more W17)."""
    is_luds = config.validation_policy == "LUDS"
    return schemas.PasswordStrengthConfig(
        check_breach_on_creation=config.check_breach_on_creation,
        check_breach_on_authentication=config.check_breach_on_authentication,
        validate_on_authentication=config.validate_on_authentication,
        validation_policy=config.validation_policy,
        luds_min_password_length=config.luds_min_password_length if is_luds else None,
        luds_min_password_complexity=config.luds_min_password_complexity if is_luds else None,
    )


@handles(api.PasswordStrengthConfig.get)
def get(workspace: Workspace, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show the rules for passwords."""
    config = stytch_of(workspace, request).settings.password_strength_config
    return schemas.GetResponse(password_strength_config=_view(config), **workspace.envelope())


@handles(
    api.PasswordStrengthConfig.set,
    invalid={"luds_min_password_complexity": INVALID_PASSWORD_STRENGTH_LUDS_COMPLEXITY},
)
def set_config(workspace: Workspace, request: schemas.SetRequest) -> schemas.SetResponse:
    """Replace the rules for passwords; what is left out is as in a new environment (inferred)."""
    settings = stytch_of(workspace, request).settings
    config = PasswordStrengthConfig(
        check_breach_on_creation=request.check_breach_on_creation,
        check_breach_on_authentication=request.check_breach_on_authentication,
        validate_on_authentication=request.validate_on_authentication,
    )
    if request.validation_policy not in {None, "LUDS", "ZXCVBN"}:
        raise Refusal(BAD_REQUEST, "validation_policy is ZXCVBN or LUDS")
    if request.validation_policy == "LUDS":
        length = request.luds_min_password_length
        if length is not None and not SHORTEST_MINIMUM <= length <= LONGEST_MINIMUM:
            raise Refusal(INVALID_PASSWORD_STRENGTH_LUDS_LENGTH)
        config.validation_policy = "LUDS"
        config.luds_min_password_length = length or config.luds_min_password_length
        config.luds_min_password_complexity = (
            request.luds_min_password_complexity or config.luds_min_password_complexity
        )
    settings.password_strength_config = config
    return schemas.SetResponse(password_strength_config=_view(config), **workspace.envelope())
