"""Stytch's own roles and resources, which every policy has (behaviour 25)."""

from collections.abc import Mapping
from typing import Final

from stytch_async.emulator.state.roles import Resource, Role

__all__ = ["DEFAULT_ROLES", "STYTCH_RESOURCES", "STYTCH_ROLES"]

DEFAULT_ROLES: Final = frozenset({"stytch_member", "stytch_user"})
"""The roles that nobody needs to be given: each member or user has one of them."""

STYTCH_ROLES: Final[Mapping[str, Role]] = {
    "stytch_admin": Role(
        {
            "stytch.member": {"*"},
            "stytch.organization": {"*"},
            "stytch.scim": {"*"},
            "stytch.sso": {"*"},
        },
        "Administers an organization; whoever creates one by discovery has it.",
    ),
    "stytch_member": Role({"stytch.self": {"*"}}, "Every member has it."),
    "stytch_user": Role({}, "Every user has it."),
}

CONNECTION_ACTIONS: Final = ("create", "delete", "get", "update")

STYTCH_RESOURCES: Final[Mapping[str, Resource]] = {
    "stytch.organization": Resource(
        (
            "delete",
            *(f"update.info.{name}" for name in ("logo-url", "name", "slug")),
            *(
                f"update.settings.{name}"
                for name in (
                    *("allowed-auth-methods", "allowed-domains", "allowed-mfa-methods", "allowed-oauth-tenants"),
                    *("default-sso-connection", "email-invites", "email-jit-provisioning", "implicit-roles"),
                    *("mfa-policy", "oauth-tenant-jit-provisioning", "sso-jit-provisioning"),
                )
            ),
        ),
        "Stytch's own: an organization.",
    ),
    "stytch.member": Resource(
        (
            *("create", "delete", "get", "get.connected-apps", "revoke-sessions", "revoke.connected-app", "search"),
            "update.info.unlink.retired-email",
            *(f"update.info.delete.{name}" for name in ("mfa-phone", "mfa-totp", "password")),
            *(f"update.info.{name}" for name in ("email", "mfa-phone", "name", "untrusted-metadata")),
            *(f"update.settings.{name}" for name in ("default-mfa-method", "is-breakglass", "mfa-enrolled", "roles")),
        ),
        "Stytch's own: a member of an organization.",
    ),
    "stytch.sso": Resource(CONNECTION_ACTIONS, "Stytch's own: an organization's SSO connections."),
    "stytch.self": Resource(
        (
            *("delete", "get.connected-apps", "revoke-sessions", "revoke.connected-app"),
            "update.info.unlink.retired-email",
            *(f"update.info.delete.{name}" for name in ("mfa-phone", "mfa-totp", "password")),
            *(f"update.info.{name}" for name in ("email", "mfa-phone", "name", "untrusted-metadata")),
            *(f"update.settings.{name}" for name in ("default-mfa-method", "mfa-enrolled")),
        ),
        "Stytch's own: the member who calls.",
    ),
    "stytch.scim": Resource(CONNECTION_ACTIONS, "Stytch's own: an organization's SCIM connection."),
}
"""Only B2B projects have them.

The actions on Connected Apps and retired addresses, and that on one's own address, stand in the documentation of the
JavaScript SDK.
"""
