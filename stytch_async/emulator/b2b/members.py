"""Members of organizations: how they are made, found and shown."""

from typing import TYPE_CHECKING, Any, Protocol

from stytch_async.api.b2b.members import Members
from stytch_async.emulator.addresses import checked_email, checked_phone_number, domain_of
from stytch_async.emulator.b2b import organizations
from stytch_async.emulator.b2b.roles import acting_member, check_permission, roles_of
from stytch_async.emulator.claims import merge_metadata
from stytch_async.emulator.locks import unlock_expired
from stytch_async.emulator.rbac import assignable
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rows import Address, Member, Organization, Password
from stytch_async.schemas.b2b import members as schemas

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = [
    "change_member",
    "find_member",
    "find_member_by_email",
    "member_by_email",
    "member_by_id",
    "member_fields",
    "namesakes",
    "new_member",
    "organization_of",
    "password_of",
    "view",
]


class MemberArguments(Protocol):
    """The arguments of the endpoints that make a member."""

    email_address: str
    name: str | None
    trusted_metadata: dict[str, Any] | None
    untrusted_metadata: dict[str, Any] | None
    roles: list[str] | None
    mfa_phone_number: str | None
    external_id: str | None


def organization_of(project: "Project", member: Member) -> Organization:
    """Return the organization that a member belongs to."""
    return project.organizations[member.organization_id]


def _members_of(project: "Project", organization: Organization) -> list[Member]:
    return [member for member in project.members.values() if member.organization_id == organization.id]


def member_by_id(project: "Project", member_id: str) -> Member:
    """Return a member where no organization is named, so that an external id could be anybody's; or refuse."""
    if member_id not in project.members:
        raise refuse("member_not_found")
    return project.members[member_id]


def find_member(project: "Project", organization: Organization, member_id: str) -> Member:
    """Return a member of an organization by id or external id, or refuse."""
    for member in _members_of(project, organization):
        if member_id in {member.id, member.external_id}:
            return member
    raise refuse("member_not_found")


def member_by_email(project: "Project", organization: Organization, email: str) -> Member | None:
    """Return the member of an organization who has an email address."""
    wanted = checked_email(email)
    return next((member for member in _members_of(project, organization) if member.email.value == wanted), None)


def find_member_by_email(project: "Project", organization: Organization, email: str) -> Member:
    """Return the member of an organization who has an email address, or refuse."""
    member = member_by_email(project, organization, email)
    if member is None:
        raise refuse("member_not_found")
    return member


def namesakes(project: "Project", email: str) -> list[Member]:
    """Return the members of all organizations who have an email address."""
    wanted = checked_email(email)
    return [member for member in project.members.values() if member.email.value == wanted]


def password_of(project: "Project", member: Member) -> Password | None:
    """Return a member's password; where passwords are shared, that of another membership will do."""
    if member.password is None and project.settings.cross_organization_passwords:
        return next((other.password for other in namesakes(project, member.email.value) if other.password), None)
    return member.password


def new_member(project: "Project", organization: Organization, arguments: MemberArguments) -> Member:
    """Store a new member with an unproven email address, or refuse."""
    email = checked_email(arguments.email_address)
    if member_by_email(project, organization, email) is not None:
        raise refuse("duplicate_member_email")
    _refuse_claimed(project, organization, domain_of(email))
    member = Member(
        id=project.ids.new("member"),
        created_at=project.now,
        organization_id=organization.id,
        email=Address(id=project.ids.new("email"), value=email),
        external_id=arguments.external_id,
    )
    if any(arguments.external_id == other.external_id is not None for other in _members_of(project, organization)):
        raise refuse("duplicate_member_external_id")
    change_member(project, organization, member, arguments)
    project.members[member.id] = member
    return member


def _refuse_claimed(project: "Project", organization: Organization, domain: str) -> None:
    """Refuse an address at a domain that other organizations claim and this one does not."""
    claimants = [
        claimant
        for claimant in project.organizations.values()
        if domain in {claimed.lower() for claimed in claimant.settings.claimed_email_domains}
    ]
    if claimants and organization not in claimants:
        raise refuse("action_not_allowed_email_domain_is_claimed")


def change_member(project: "Project", organization: Organization, member: Member, arguments: MemberArguments) -> None:
    """Change what the arguments name, or refuse and change nothing."""
    trusted = merge_metadata(member.trusted_metadata, arguments.trusted_metadata)
    untrusted = merge_metadata(member.untrusted_metadata, arguments.untrusted_metadata)
    roles = member.roles if arguments.roles is None else assignable(project.settings.policy, arguments.roles)
    if arguments.mfa_phone_number is not None:
        member.phone = _phone(project, organization, member, arguments.mfa_phone_number)
    member.name = member.name if arguments.name is None else arguments.name
    member.trusted_metadata, member.untrusted_metadata, member.roles = trusted, untrusted, roles


def _phone(project: "Project", organization: Organization, member: Member, number: str) -> Address:
    """Return the phone that a member is to have; another number takes a deletion first."""
    if member.phone is not None and member.phone.value != number:
        raise refuse("duplicate_member_phone_number_for_member")
    checked_phone_number(number)
    others = (other for other in _members_of(project, organization) if other is not member)
    if any(other.phone is not None and other.phone.value == number for other in others):
        raise refuse("duplicate_member_phone_number")
    return member.phone or Address(id=project.ids.new("phone-number"), value=number)


def view(project: "Project", member: Member) -> schemas.Member:
    """Show a member."""
    unlock_expired(project, member)
    password, roles = password_of(project, member), roles_of(project, member)
    return schemas.Member(
        organization_id=member.organization_id,
        member_id=member.id,
        email_address=member.email.value,
        email_address_verified=member.email.verified,
        status=member.status,
        name=member.name,
        is_breakglass=member.is_breakglass,
        is_admin=any(role.role_id == "stytch_admin" for role in roles),
        roles=roles,
        member_password_id=password.id if password else "",
        mfa_enrolled=member.mfa_enrolled,
        mfa_phone_number=member.phone.value if member.phone else "",
        mfa_phone_number_verified=member.phone is not None and member.phone.verified,
        default_mfa_method="",
        totp_registration_id="",
        sso_registrations=[],
        oauth_registrations=[],
        retired_email_addresses=[],
        trusted_metadata=member.trusted_metadata,
        untrusted_metadata=member.untrusted_metadata,
        created_at=member.created_at,
        updated_at=member.created_at,
        external_id=member.external_id,
        is_locked=member.locked_at is not None,
        lock_created_at=member.locked_at,
        lock_expires_at=member.lock_expires_at,
    )


def member_fields(project: "Project", member: Member) -> dict[str, Any]:
    """Return a member and the organization as most answers name them."""
    return {"member": view(project, member), "organization": organizations.view(organization_of(project, member))}


@handles(Members.create)
def create(project: "Project", request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Add a member to an organization."""
    organization = organizations.find_organization(project, request.organization_id)
    caller = acting_member(project, request.authorization)
    check_permission(project, caller, organization, "create")
    if caller is not None and request.trusted_metadata is not None:
        raise refuse("cannot_update_trusted_metadata")
    member = new_member(project, organization, request)
    member.status = "pending" if request.create_member_as_pending else "active"
    member.is_breakglass = bool(request.is_breakglass)
    member.mfa_enrolled = bool(request.mfa_enrolled)
    return schemas.CreateResponse(member_id=member.id, **member_fields(project, member), **project.envelope())


@handles(Members.get)
def get(project: "Project", request: schemas.GetRequest) -> schemas.GetResponse:
    """Show a member, named by id or by address."""
    organization = organizations.find_organization(project, request.organization_id)
    if request.member_id is not None and request.email_address is None:
        member = find_member(project, organization, request.member_id)
    elif request.email_address is not None and request.member_id is None:
        member = find_member_by_email(project, organization, request.email_address)
    else:
        raise refuse("invalid_member_get_fields")
    return schemas.GetResponse(member_id=member.id, **member_fields(project, member), **project.envelope())
