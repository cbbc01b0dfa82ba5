"""Which organization or member a call is about, and whether its caller may do that."""

from collections.abc import Mapping
from typing import Any, Protocol

from stytch_async.emulator.refusals.metadata import CANNOT_UPDATE_TRUSTED_METADATA
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.b2b.members import find_member
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.b2b.roles import acting_member, check_permission, refuse_foreign_caller
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.schemas.shared import Authorization

__all__ = [
    "MemberName",
    "OrganizationName",
    "TrustedArguments",
    "given_actions",
    "named_member",
    "named_organization",
    "refuse_trusted_metadata",
]


class OrganizationName(Protocol):
    """The arguments of an endpoint about an organization."""

    organization_id: str
    authorization: Authorization | None


class MemberName(OrganizationName, Protocol):
    """The arguments of an endpoint about a member."""

    member_id: str


class TrustedArguments(Protocol):
    """The arguments of an endpoint that writes metadata which members may not write."""

    trusted_metadata: dict[str, Any] | None
    authorization: Authorization | None


def given_actions(arguments: object, actions: Mapping[str, str]) -> list[str]:
    """Return what a caller must be permitted to do: one action for each field that is given (behaviour-more R5)."""
    return [action for field, action in actions.items() if getattr(arguments, field) is not None]


def refuse_trusted_metadata(arguments: TrustedArguments) -> None:
    """Refuse a call on a member's behalf that writes trusted metadata (behaviour 7)."""
    if arguments.authorization is not None and arguments.trusted_metadata is not None:
        raise Refusal(CANNOT_UPDATE_TRUSTED_METADATA)


def named_organization(
    project: Project, arguments: OrganizationName, *actions: str, resource: str = "stytch.organization"
) -> Organization:
    """Return the organization that a call is about, or refuse a caller who may not do that to it."""
    organization = find_organization(project, arguments.organization_id)
    caller = acting_member(project, arguments.authorization)
    refuse_foreign_caller(caller, organization)
    for action in actions:
        check_permission(project, caller, organization, action, resource=resource)
    return organization


def named_member(project: Project, arguments: MemberName, *actions: str) -> Member:
    """Return the member that a call is about, or refuse a caller who may not do that to them.

    Whoever belongs to another organization does not learn whether it has such a member (inferred).
    """
    organization = find_organization(project, arguments.organization_id)
    caller = acting_member(project, arguments.authorization)
    refuse_foreign_caller(caller, organization)
    member = find_member(project, organization, arguments.member_id)
    for action in actions:
        check_permission(project, caller, organization, action, member)
    return member
