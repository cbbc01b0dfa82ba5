"""What SSO connections of several kinds have in common."""

from typing import ClassVar, Literal

import attrs

__all__ = ["ConnectionImplicitRoleAssignment", "GroupImplicitRoleAssignment", "SSOIdentityProvider"]


@attrs.define(kw_only=True)
class ConnectionImplicitRoleAssignment:
    """A role for everybody who logs in through the connection."""

    __schema__: ClassVar[tuple[str, ...]] = (
        "api_sso_v1_ConnectionImplicitRoleAssignment",
        "api_sso_v1_SAMLConnectionImplicitRoleAssignment",
    )

    role_id: str


@attrs.define(kw_only=True)
class GroupImplicitRoleAssignment:
    """A role for whoever logs in through the connection and is in a group of the identity provider.

    Attributes:
        group: The group, as the identity provider names it.

    """

    __schema__: ClassVar[tuple[str, ...]] = (
        "api_sso_v1_GroupImplicitRoleAssignment",
        "api_sso_v1_SAMLGroupImplicitRoleAssignment",
    )

    role_id: str
    group: str


SSOIdentityProvider = Literal[
    "classlink",
    "cyberark",
    "duo",
    "generic",
    "google-workspace",
    "jumpcloud",
    "keycloak",
    "microsoft-entra",
    "miniorange",
    "okta",
    "onelogin",
    "pingfederate",
    "rippling",
    "salesforce",
    "shibboleth",
]
"""The product with which an organization's people log in."""
