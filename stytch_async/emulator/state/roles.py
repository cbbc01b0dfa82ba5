"""Roles and resources: who may do what to what."""

from collections.abc import Collection, Mapping

import attrs

__all__ = ["Permissions", "Resource", "Role"]

Permissions = Mapping[str, Collection[str]]
"""By resource: the actions that are permitted; ``*`` permits all of them."""


@attrs.frozen
class Role:
    """What a role or a scope permits."""

    permissions: Permissions
    description: str = ""


@attrs.frozen
class Resource:
    """Something that actions are done to, and which actions there are."""

    actions: Collection[str]
    description: str = ""
