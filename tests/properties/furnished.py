"""A workspace in which something is set up."""

import copy
import functools
from typing import Any, Final

from stytch_async.api.management import (
    email_templates,
    environments,
    event_log_streaming,
    jwt_templates,
    projects,
    public_tokens,
    rbac_policy,
    redirect_urls,
    secrets,
    trusted_token_profiles,
)
from stytch_async.converter import converter
from stytch_async.emulator import Clock, Workspace
from stytch_async.endpoint import Endpoint
from stytch_async.schemas.management.email_templates import PrebuiltCustomization
from stytch_async.schemas.management.event_log_streaming import DatadogConfig, DestinationConfig
from stytch_async.schemas.management.rbac_policy import Resource
from stytch_async.schemas.management.redirect_urls import URLType
from tests.emulator.watching import Caller
from tests.properties.emulated import NOON, Known, distinct, hear

__all__ = ["furnished"]

SHOP: Final = {"project_slug": "shop", "environment_slug": "test"}
OFFICE: Final = {"project_slug": "office", "environment_slug": "test"}
PEM: Final = """-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PUBLIC KEY-----
"""

FURNISHING: Final[list[tuple[Endpoint[Any, Any, Any], dict[str, Any]]]] = [
    (projects.Projects.create, {"name": "Shop", "project_slug": "shop", "vertical": "CONSUMER"}),
    (projects.Projects.create, {"name": "Office", "project_slug": "office", "vertical": "B2B"}),
    *(
        (endpoint, {**place, **arguments})
        for place in (SHOP, OFFICE)
        for endpoint, arguments in (
            (environments.Environments.get, {}),
            (secrets.Secrets.create, {}),
            (public_tokens.PublicTokens.create, {}),
            (redirect_urls.RedirectURLs.get_all, {}),
            (
                redirect_urls.RedirectURLs.create,
                {"url": "https://example.com", "valid_types": [URLType(type="LOGIN", is_default=True)]},
            ),
            (
                rbac_policy.RBACPolicy.set,
                {"custom_resources": [Resource(resource_id="papers", description="", available_actions=["read"])]},
            ),
            (
                event_log_streaming.EventLogStreaming.create,
                {
                    "destination_type": "DATADOG",
                    "destination_config": DestinationConfig(datadog=DatadogConfig(api_key="0" * 32, site="EU")),
                },
            ),
            (
                trusted_token_profiles.TrustedTokenProfiles.create,
                {
                    "name": "Login",
                    "audience": "stytch",
                    "issuer": "https://example.com",
                    "pem_files": [PEM],
                    "public_key_type": "PEM",
                    "can_jit_provision": True,
                },
            ),
            (
                jwt_templates.JWTTemplates.set,
                {"jwt_template_type": "M2M", "template_content": "{}", "custom_audience": "robots"},
            ),
        )
    ),
    *(
        (
            email_templates.EmailTemplates.create,
            {
                "project_slug": project_slug,
                "template_id": "looks",
                "prebuilt_customization": PrebuiltCustomization(button_color="red"),
            },
        )
        for project_slug in ("shop", "office")
    ),
    (
        email_templates.EmailTemplates.set_default,
        {"project_slug": "shop", "email_template_type": "LOGIN", "template_id": "looks"},
    ),
]
"""The calls after which a workspace has two projects with something of everything."""


def furnished() -> tuple[Workspace, Known]:
    """Return a workspace of one's own in which something is set up, and what was said in it."""
    return copy.deepcopy(_furnished())


@functools.cache
def _furnished() -> tuple[Workspace, Known]:
    workspace, said = Workspace(clock=Clock(NOON), seed=7), dict[str, list[Any]]()
    for endpoint, arguments in FURNISHING:
        hear(said, converter.unstructure(endpoint.operation.request(**arguments)))
        hear(said, converter.unstructure(Caller(workspace).call(endpoint, **arguments)))
    return workspace, distinct(said)
