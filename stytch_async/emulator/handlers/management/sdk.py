"""What the frontend SDKs may do in an environment. The emulator serves backends, so that nothing but this shows it."""

from typing import Any, Final

from stytch_async.api.management.sdk import SDK
from stytch_async.converter import converter
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.refusals.sdk import BAD_VERTICAL_FOR_STYTCH_SDK, CNAME_REQUIRED_TO_ENABLE_HTTP_ONLY_COOKIES
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.management.places import EnvironmentPath, stytch_of
from stytch_async.emulator.state.project import Project, Vertical
from stytch_async.emulator.state.workspace import Workspace
from stytch_async.schemas.management import sdk as schemas

__all__: list[str] = []

SLUG: Final = "{{slug}}"


def _of(workspace: Workspace, request: EnvironmentPath, vertical: Vertical) -> Project:
    """Return the Stytch of an environment of a vertical, or refuse (behaviour-more W26; the type is inferred)."""
    project = stytch_of(workspace, request)
    if project.vertical != vertical:
        raise Refusal(BAD_VERTICAL_FOR_STYTCH_SDK)
    return project


def _check_cookies(cookies: schemas.CookiesConfig | None) -> None:
    """Refuse what takes a domain of the project's own, which no emulated project has."""
    if cookies is not None and cookies.http_only != "DISABLED":
        raise Refusal(CNAME_REQUIRED_TO_ENABLE_HTTP_ONLY_COOKIES)


def _store(project: Project, config: object) -> dict[str, Any]:
    """Write the whole configuration anew; what is left out is as in a new environment (inferred)."""
    project.settings.sdk_config = {} if config is None else converter.unstructure(config)
    return project.settings.sdk_config


@handles(SDK.get_consumer_config)
def get_consumer_config(
    workspace: Workspace, request: schemas.GetConsumerConfigRequest
) -> schemas.GetConsumerConfigResponse:
    """Show the configuration of a Consumer environment."""
    stored = _of(workspace, request, "consumer").settings.sdk_config
    shown = converter.structure(stored, schemas.ConsumerConfig)
    return schemas.GetConsumerConfigResponse(config=shown, **workspace.envelope())


@handles(SDK.set_consumer_config)
def set_consumer_config(
    workspace: Workspace, request: schemas.SetConsumerConfigRequest
) -> schemas.SetConsumerConfigResponse:
    """Write the configuration of a Consumer environment."""
    project = _of(workspace, request, "consumer")
    _check_cookies(request.config.cookies if request.config else None)
    shown = converter.structure(_store(project, request.config), schemas.ConsumerConfig)
    return schemas.SetConsumerConfigResponse(config=shown, **workspace.envelope())


@handles(SDK.get_b2b_config)
def get_b2b_config(workspace: Workspace, request: schemas.GetB2BConfigRequest) -> schemas.GetB2BConfigResponse:
    """Show the configuration of a B2B environment."""
    stored = _of(workspace, request, "b2b").settings.sdk_config
    shown = converter.structure(stored, schemas.B2BConfig)
    return schemas.GetB2BConfigResponse(config=shown, **workspace.envelope())


@handles(SDK.set_b2b_config)
def set_b2b_config(workspace: Workspace, request: schemas.SetB2BConfigRequest) -> schemas.SetB2BConfigResponse:
    """Write the configuration of a B2B environment."""
    project = _of(workspace, request, "b2b")
    _check_cookies(request.config.cookies if request.config else None)
    basic = request.config.basic if request.config else None
    patterns = [domain.slug_pattern for domain in basic.domains] if basic else []
    if not all(SLUG in pattern for pattern in patterns if pattern):  # behaviour-more W27
        raise Refusal(BAD_REQUEST, f"slug_pattern holds {SLUG}")
    shown = converter.structure(_store(project, request.config), schemas.B2BConfig)
    return schemas.SetB2BConfigResponse(config=shown, **workspace.envelope())
