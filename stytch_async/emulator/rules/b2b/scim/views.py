"""SCIM connections, groups and entries as the API shows them."""

from collections.abc import Mapping
from typing import Any, Final, TypedDict, TypeVar, get_args, get_origin

import attrs

from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.registrations import SCIMRegistration
from stytch_async.emulator.state.rows.scim import DirectoryGroup, SCIMConnection
from stytch_async.schemas.b2b import members as member_schemas
from stytch_async.schemas.b2b import scim as schemas
from stytch_async.schemas.b2b.organizations import ActiveSCIMConnection

__all__ = [
    "ENTERPRISE",
    "active_connection_view",
    "base_url",
    "connection_view",
    "connection_with_next_token",
    "connection_with_token",
    "group_view",
    "registration_view",
]

ENTERPRISE: Final = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
COMPLIANT: Final = "?aadOptscim062020"
"""Without this flag Microsoft Entra speaks a SCIM of its own (behaviour 24)."""

T = TypeVar("T")


class ConnectionFields(TypedDict):
    """What is shown of a connection whatever the call."""

    organization_id: str
    connection_id: str
    status: str
    display_name: str
    identity_provider: str
    base_url: str
    scim_group_implicit_role_assignments: list[schemas.SCIMGroupImplicitRoleAssignments]


def base_url(project: Project, connection: SCIMConnection) -> str:
    """Return what the identity provider is to call (behaviour-more P4)."""
    flag = COMPLIANT if connection.identity_provider == "microsoft-entra" else ""
    return f"{project.base_url}/v1/b2b/scim/{connection.id}{flag}"


def _fields(project: Project, connection: SCIMConnection) -> ConnectionFields:
    return {
        "organization_id": connection.organization_id,
        "connection_id": connection.id,
        "status": "active",
        "display_name": connection.display_name,
        "identity_provider": connection.identity_provider,
        "base_url": base_url(project, connection),
        "scim_group_implicit_role_assignments": [
            schemas.SCIMGroupImplicitRoleAssignments(
                role_id=one.role_id,
                group_id=one.group_id,
                group_name=project.directory_groups[one.group_id].name,
            )
            for one in connection.assignments
        ],
    }


def connection_view(project: Project, connection: SCIMConnection) -> schemas.SCIMConnection:
    """Show a connection without its tokens; of one that takes over later, the end is shown (behaviour-more P3)."""
    following = connection.next_token
    return schemas.SCIMConnection(
        bearer_token_last_four=connection.token.value[-4:],
        bearer_token_expires_at=connection.token.expires_at,
        next_bearer_token_last_four=following.value[-4:] if following else "",
        next_bearer_token_expires_at=following.expires_at if following else None,
        **_fields(project, connection),
    )


def connection_with_token(project: Project, connection: SCIMConnection) -> schemas.SCIMConnectionWithToken:
    """Show a new connection with its token."""
    return schemas.SCIMConnectionWithToken(
        bearer_token=connection.token.value,
        bearer_token_expires_at=connection.token.expires_at,
        **_fields(project, connection),
    )


def connection_with_next_token(
    project: Project, connection: SCIMConnection, next_token: str
) -> schemas.SCIMConnectionWithNextToken:
    """Show a connection with the token that takes over when the rotation ends."""
    following = connection.next_token
    return schemas.SCIMConnectionWithNextToken(
        bearer_token_last_four=connection.token.value[-4:],
        bearer_token_expires_at=connection.token.expires_at,
        next_bearer_token=next_token,
        next_bearer_token_expires_at=following.expires_at if following else None,
        **_fields(project, connection),
    )


def active_connection_view(connection: SCIMConnection) -> ActiveSCIMConnection:
    """Show a connection as its organization does (behaviour-more P5)."""
    return ActiveSCIMConnection(
        connection_id=connection.id,
        display_name=connection.display_name,
        bearer_token_last_four=connection.token.value[-4:],
        bearer_token_expires_at=connection.token.expires_at,
    )


def group_view(group: DirectoryGroup) -> schemas.SCIMGroup:
    """Show a group."""
    return schemas.SCIMGroup(
        group_id=group.id,
        group_name=group.name,
        organization_id=group.organization_id,
        connection_id=group.connection_id,
    )


def registration_view(
    project: Project, member: Member, registration: SCIMRegistration
) -> member_schemas.SCIMRegistration:
    """Show what a member is to the directory."""
    told = {
        **registration.entry,
        "id": member.id,
        "active": member.status != "deleted",
        "groups": [{"value": one.id, "display": one.name} for one in project.directory_groups.by_member.all(member.id)],
        "enterpriseExtension": registration.entry.get(ENTERPRISE),
    }
    return member_schemas.SCIMRegistration(
        connection_id=registration.connection_id,
        registration_id=registration.id,
        external_id=registration.external_id,
        scim_attributes=_mirror(schemas.SCIMAttributes, told),
    )


def _mirror(cls: type[T], told: Mapping[str, Any]) -> T:
    """Return what SCIM tells as the API names it (behaviour-more Q11)."""
    found = {name.lower().lstrip("$"): value for name, value in told.items()}
    annotated: type[Any] = cls
    return cls(
        **{field.name: _value(field.type, found.get(field.name.replace("_", ""))) for field in attrs.fields(annotated)}
    )


def _value(annotation: Any, told: Any) -> Any:  # noqa: ANN401 - the fields of many classes
    """Return the value of a field; a text that was not told is empty, and so is a list."""
    if annotation in {bool, str}:
        return annotation(told or "")
    if get_origin(annotation) is list:
        items: list[Any] = told or []
        return [_mirror(get_args(annotation)[0], one) for one in items]
    return None if told is None else _mirror(get_args(annotation)[0], told)
