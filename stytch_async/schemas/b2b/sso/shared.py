"""What SSO connections of several kinds have in common."""

import enum
from typing import ClassVar

import attrs

__all__ = ["ConnectionImplicitRoleAssignment", "GroupImplicitRoleAssignment", "IdentityProvider"]


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


class IdentityProvider(enum.StrEnum):
    """The product with which an organization's people log in."""

    __schema__: ClassVar[tuple[str, ...]] = (
        "api_sso_v1_CreateConnectionRequestIdentityProvider",
        "api_sso_v1_UpdateConnectionRequestIdentityProvider",
    )

    CLASSLINK = "classlink"
    CYBERARK = "cyberark"
    DUO = "duo"
    GENERIC = "generic"
    GOOGLE_WORKSPACE = "google-workspace"
    JUMPCLOUD = "jumpcloud"
    KEYCLOAK = "keycloak"
    MINIORANGE = "miniorange"
    MICROSOFT_ENTRA = "microsoft-entra"
    OKTA = "okta"
    ONELOGIN = "onelogin"
    PINGFEDERATE = "pingfederate"
    RIPPLING = "rippling"
    SALESFORCE = "salesforce"
    SHIBBOLETH = "shibboleth"
