"""Members of organizations: how they are found, made, changed and shown."""

from typing import Any, Protocol, TypedDict

import attrs

from stytch_async.emulator.refusals.members import (
    DUPLICATE_MEMBER_EXTERNAL_ID,
    DUPLICATE_MEMBER_PHONE_NUMBER,
    DUPLICATE_MEMBER_PHONE_NUMBER_FOR_MEMBER,
    INVALID_MEMBER_ID,
    MEMBER_NOT_FOUND,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.addresses import checked_email, checked_phone_number, domain_of
from stytch_async.emulator.rules.b2b import organizations
from stytch_async.emulator.rules.b2b.emails import refuse_claimed, refuse_taken
from stytch_async.emulator.rules.b2b.organizations import organization_of, policy_of
from stytch_async.emulator.rules.b2b.roles import end_sessions_behind, roles_of
from stytch_async.emulator.rules.b2b.scim.views import registration_view
from stytch_async.emulator.rules.identifiers import refuse_unknown
from stytch_async.emulator.rules.locks import lift_expired_lock
from stytch_async.emulator.rules.metadata import merge_metadata
from stytch_async.emulator.rules.providers import provider_name
from stytch_async.emulator.rules.rbac import assignable
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address, Password
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.oauth import OAuthRegistration
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.state.rows.registrations import SSORegistration
from stytch_async.schemas.b2b import members as schemas
from stytch_async.schemas.b2b.organizations import Organization as OrganizationSchema

__all__ = [
    "MemberArguments",
    "MemberDescription",
    "MemberFields",
    "NewMember",
    "change_known_member",
    "change_member",
    "draft_member",
    "find_member",
    "find_member_by_email",
    "member_by_email",
    "member_by_id",
    "member_fields",
    "namesakes",
    "new_member",
    "password_of",
    "phone_for",
    "refuse_taken_external_id",
    "take_in",
    "view",
]


class MemberDescription(Protocol):
    """What is to be known of a member besides the email address."""

    name: str | None
    trusted_metadata: dict[str, Any] | None
    untrusted_metadata: dict[str, Any] | None
    roles: list[str] | None
    mfa_phone_number: str | None


class KnownMemberDescription(MemberDescription, Protocol):
    """What is to be known of a member from now on."""

    preserve_existing_sessions: bool | None


class MemberArguments(MemberDescription, Protocol):
    """What a member is made of."""

    email_address: str
    external_id: str | None


@attrs.define(kw_only=True)
class NewMember:
    """What is known of somebody who becomes a member without a request of their own."""

    email_address: str
    name: str | None = None
    trusted_metadata: dict[str, Any] | None = None
    untrusted_metadata: dict[str, Any] | None = None
    roles: list[str] | None = None
    mfa_phone_number: str | None = None
    external_id: str | None = None


class MemberFields(TypedDict):
    """A member and the organization, as most answers name them."""

    member_id: str
    member: schemas.Member
    organization: OrganizationSchema


def member_by_id(project: Project, member_id: str, organization: Organization | None = None) -> Member:
    """Return a member by id, or by external id where an organization is known; or refuse."""
    known = project.members.get(member_id)
    if known is None and organization is not None:
        known = project.members.by_organization_and_external_id.first((organization.id, member_id))
    if known is None or known.status == "deleted":
        refuse_unknown("member", member_id, misspelt=INVALID_MEMBER_ID, missing=MEMBER_NOT_FOUND)
    return known


def find_member(project: Project, organization: Organization, member_id: str) -> Member:
    """Return a member of an organization by id or external id, or refuse."""
    known = member_by_id(project, member_id, organization)
    if known.organization_id != organization.id:
        raise Refusal(MEMBER_NOT_FOUND)
    return known


def member_by_email(project: Project, organization: Organization, email: str) -> Member | None:
    """Return the member of an organization who has an email address."""
    return project.members.by_organization_and_email.first((organization.id, checked_email(email)))


def find_member_by_email(project: Project, organization: Organization, email: str) -> Member:
    """Return the member of an organization who has an email address, or refuse."""
    member = member_by_email(project, organization, email)
    if member is None:
        raise Refusal(MEMBER_NOT_FOUND)
    return member


def namesakes(project: Project, email: str) -> list[Member]:
    """Return the members of all organizations who have an email address."""
    return project.members.by_email.all(checked_email(email))


def password_of(project: Project, member: Member) -> Password | None:
    """Return a member's password; where passwords are shared, that of another membership will do."""
    if member.password is None and project.settings.cross_org_passwords_enabled:
        return next((other.password for other in namesakes(project, member.email.value) if other.password), None)
    return member.password


def draft_member(
    project: Project, organization: Organization, email_address: str, external_id: str | None = None
) -> Member:
    """Return a new member with an unproven email address who is not stored yet, or refuse."""
    email = checked_email(email_address)
    refuse_taken(project, organization.id, email)
    refuse_claimed(project, organization, domain_of(email))
    refuse_taken_external_id(project, organization, external_id)
    return Member(
        id=project.ids.new("member"),
        created_at=project.now,
        updated_at=project.now,
        organization_id=organization.id,
        email=Address(id=project.ids.new("email"), value=email),
        external_id=external_id,
    )


def take_in(project: Project, member: Member) -> None:
    """Store a new member, with the password that they may have set before they belonged anywhere."""
    stranger = project.strangers.get(member.email.value)
    if stranger is not None:
        member.password = stranger.password
        project.strangers.remove(stranger)
    project.members.save(member)


def new_member(project: Project, organization: Organization, arguments: MemberArguments) -> Member:
    """Store a new member with an unproven email address, or refuse."""
    member = draft_member(project, organization, arguments.email_address, arguments.external_id)
    change_member(project, organization, member, arguments)
    take_in(project, member)
    return member


def refuse_taken_external_id(
    project: Project, organization: Organization, external_id: str | None, member: Member | None = None
) -> None:
    """Refuse an external id that another member of the organization has."""
    holder = project.members.by_organization_and_external_id.first((organization.id, external_id))
    if holder not in {None, member}:
        raise Refusal(DUPLICATE_MEMBER_EXTERNAL_ID)


def change_member(project: Project, organization: Organization, member: Member, arguments: MemberDescription) -> None:
    """Change what the arguments name, or refuse and change nothing; store the member."""
    trusted = merge_metadata(member.trusted_metadata, arguments.trusted_metadata)
    untrusted = merge_metadata(member.untrusted_metadata, arguments.untrusted_metadata)
    policy = policy_of(project, organization)
    roles = member.roles if arguments.roles is None else assignable(policy, arguments.roles)
    if arguments.mfa_phone_number is not None:
        member.phone = phone_for(project, organization, member, arguments.mfa_phone_number)
    member.name = member.name if arguments.name is None else arguments.name
    member.trusted_metadata, member.untrusted_metadata, member.roles = trusted, untrusted, roles
    project.members.save(member)


def change_known_member(
    project: Project, organization: Organization, member: Member, arguments: KnownMemberDescription
) -> None:
    """Change a member who may be logged in: sessions end that would keep a role which is taken away (O16)."""
    before = member.roles
    change_member(project, organization, member, arguments)
    if not arguments.preserve_existing_sessions:
        end_sessions_behind(project, member, {*before} - {*member.roles})


def phone_for(project: Project, organization: Organization, member: Member, number: str) -> Address:
    """Return the phone that a member is to have; another number takes a deletion first (behaviour 18)."""
    if member.phone is not None and member.phone.value != number:
        raise Refusal(DUPLICATE_MEMBER_PHONE_NUMBER_FOR_MEMBER)
    holder = project.members.by_organization_and_phone_number.first((organization.id, checked_phone_number(number)))
    if holder not in {None, member}:
        raise Refusal(DUPLICATE_MEMBER_PHONE_NUMBER)
    return member.phone or Address(id=project.ids.new("phone-number"), value=number)


def view(project: Project, member: Member) -> schemas.Member:
    """Show a member."""
    lift_expired_lock(project, member)
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
        default_mfa_method=member.default_mfa_method,
        totp_registration_id=member.totp.id if member.totp and member.totp.verified else "",
        sso_registrations=[_sso_view(one) for one in member.sso],
        oauth_registrations=[_oauth_view(one) for one in member.oauth],
        retired_email_addresses=[
            schemas.RetiredEmail(email_id=email.id, email_address=email.value) for email in member.retired_emails
        ],
        trusted_metadata=member.trusted_metadata,
        untrusted_metadata=member.untrusted_metadata,
        created_at=member.created_at,
        updated_at=member.updated_at,
        external_id=member.external_id,
        is_locked=member.locked_at is not None,
        lock_created_at=member.locked_at,
        lock_expires_at=member.lock_expires_at,
        scim_registration=registration_view(project, member, member.scim) if member.scim else None,
    )


def _sso_view(one: SSORegistration) -> schemas.SSORegistration:
    return schemas.SSORegistration(
        connection_id=one.connection_id,
        external_id=one.external_id,
        registration_id=one.id,
        sso_attributes=dict(one.attributes),
    )


def _oauth_view(one: OAuthRegistration) -> schemas.OAuthRegistration:
    return schemas.OAuthRegistration(
        provider_type=provider_name(one.provider),
        provider_subject=one.subject,
        member_oauth_registration_id=one.id,
        profile_picture_url=one.profile_picture_url,
        locale=one.locale,
    )


def member_fields(project: Project, member: Member) -> MemberFields:
    """Return a member and the organization as most answers name them."""
    organization = organizations.view(project, organization_of(project, member))
    return {"member_id": member.id, "member": view(project, member), "organization": organization}
