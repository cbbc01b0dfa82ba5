"""Environments: how they begin, change and are shown."""

from typing import Any, Final, Literal, Protocol

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.workspaces import CANNOT_TOGGLE_CROSS_ORG_PASSWORDS_WHEN_PASSWORD_IN_USE
from stytch_async.emulator.rules.connected_apps import check_access_token_template
from stytch_async.emulator.rules.management.credentials import issue_public_token
from stytch_async.emulator.rules.redirects import DEFAULT
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.settings import TYPES, RedirectType, RedirectURL
from stytch_async.emulator.state.workspace import Environment, ManagedProject, Workspace
from stytch_async.schemas.management import environments as schemas

__all__ = ["change_environment", "new_environment", "redirect_types", "view"]

DISCOVERY: Final[frozenset[RedirectType]] = frozenset({"DISCOVERY"})

SETTINGS: Final = (
    "cross_org_passwords_enabled",
    "user_impersonation_enabled",
    "zero_downtime_session_migration_url",
    "use_custom_domain_in_magic_link_emails",
    "user_lock_self_serve_enabled",
    "user_lock_threshold",
    "user_lock_ttl",
    "idp_authorization_url",
    "idp_dynamic_client_registration_enabled",
    "idp_dynamic_client_registration_access_token_template_content",
)
"""What the endpoint of an environment sets; the project's settings call it the same."""


class EnvironmentArguments(Protocol):
    """The arguments that the endpoints for a new environment and for a change share."""

    cross_org_passwords_enabled: bool | None
    idp_dynamic_client_registration_access_token_template_content: str | None


def redirect_types(project: Project) -> frozenset[RedirectType]:
    """Return what redirect URLs of a project can be for."""
    return TYPES if project.vertical == "b2b" else TYPES - DISCOVERY


def new_environment(
    workspace: Workspace, project: ManagedProject, slug: str, name: str, environment_type: Literal["LIVE", "TEST"]
) -> Environment:
    """Return an environment of a project, which is not in it yet.

    It has a public token and, for tests, a redirect URL (behaviour-more A13, W10).
    """
    stytch = workspace.new_project("live" if environment_type == "LIVE" else "test", project.vertical)
    stytch.email_templates = project.email_templates
    stytch.settings.project_name = project.name
    types = redirect_types(stytch)
    stytch.settings.redirect_urls = (
        [] if environment_type == "LIVE" else [RedirectURL(DEFAULT, types=types, default_for=types)]
    )
    environment = Environment(
        slug=slug,
        name=name,
        type=environment_type,
        created_at=workspace.now,
        oauth_callback_id=workspace.ids.uuid(),
        project=stytch,
    )
    stytch.secrets, stytch.public_tokens = environment.secrets, environment.public_tokens
    issue_public_token(environment)
    return environment


def change_environment(project: Project, arguments: EnvironmentArguments) -> None:
    """Set what is given and leave the rest as it is (W6), or refuse to change what passwords depend on (W8)."""
    asked = arguments.cross_org_passwords_enabled
    has_passwords = any(one.password is not None for one in (*project.members, *project.strangers))
    if has_passwords and asked not in {None, project.settings.cross_org_passwords_enabled}:
        raise Refusal(CANNOT_TOGGLE_CROSS_ORG_PASSWORDS_WHEN_PASSWORD_IN_USE)
    template = arguments.idp_dynamic_client_registration_access_token_template_content
    if template is not None:
        check_access_token_template(template)
    for name in SETTINGS:
        value = getattr(arguments, name, None)  # a new environment has no domain to choose yet
        if value is not None:
            setattr(project.settings, name, value)
    project.settings.idp_authorization_url = project.settings.idp_authorization_url or None


def view(project: ManagedProject, environment: Environment) -> schemas.Environment:
    """Show an environment."""
    settings = environment.project.settings
    shown: dict[str, Any] = {name: getattr(settings, name) for name in SETTINGS}
    shown["idp_authorization_url"] = settings.idp_authorization_url or ""
    return schemas.Environment(
        environment_slug=environment.slug,
        project_slug=project.slug,
        name=environment.name,
        oauth_callback_id=environment.oauth_callback_id,
        project_id=environment.project.project_id,
        type=environment.type,
        created_at=environment.created_at,
        **shown,
    )
