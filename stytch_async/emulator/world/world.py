"""What is around a Stytch: people, accounts that a test begins with, and somebody who is signed in.

Nothing here is a call, so that a list of calls shows the app's own only.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, overload

import attrs

from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.founding import found
from stytch_async.emulator.rules.b2b.login import full_login
from stytch_async.emulator.rules.b2b.members import NewMember, member_by_email, new_member
from stytch_async.emulator.rules.b2b.organizations import find_organization, policy_of
from stytch_async.emulator.rules.consumer.changes import record_user
from stytch_async.emulator.rules.consumer.login import session_fields
from stytch_async.emulator.rules.consumer.users import UserArguments, change_user, email_owner, new_user, refuse_taken
from stytch_async.emulator.rules.deliveries import Delivery, delivery_of
from stytch_async.emulator.rules.devices import new_device
from stytch_async.emulator.rules.factors import email_factor, factor, phone_factor
from stytch_async.emulator.rules.impersonation import new_impersonation
from stytch_async.emulator.rules.links import landing_url
from stytch_async.emulator.rules.passwords import changed_password, password_factor
from stytch_async.emulator.rules.rbac import assignable
from stytch_async.emulator.rules.redirects import LOGIN, redirect_url
from stytch_async.emulator.rules.sessions import Plan, new_session, prove
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.biometrics import BiometricRegistration
from stytch_async.emulator.state.rows.factors import Factor, Fingerprint
from stytch_async.emulator.state.rows.fraud import Device
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.state.rows.users import User
from stytch_async.emulator.world.directory import Directory
from stytch_async.emulator.world.errors import refused_as
from stytch_async.emulator.world.person import Person
from stytch_async.emulator.world.providers import provider_of
from stytch_async.emulator.world.traveller import Traveller
from stytch_async.schemas.b2b.organizations import CreateRequest
from stytch_async.schemas.consumer.users import Name

if TYPE_CHECKING:
    from stytch_async.emulator.world.attacks import Attack
    from stytch_async.emulator.world.oidc import OIDCProvider
    from stytch_async.emulator.world.saml import SAMLProvider
    from stytch_async.schemas.b2b.scim import SCIMConnection, SCIMConnectionWithToken
    from stytch_async.schemas.b2b.sso import OIDCConnection, SAMLConnection

__all__ = ["Proven", "World"]

Proven = Literal["email_otp", "magic_link", "password", "sms_otp", "totp"]
"""What a session that a test begins with holds."""


@attrs.define(kw_only=True)
class _Description:
    name: Name | None = None
    trusted_metadata: dict[str, Any] | None = None
    untrusted_metadata: dict[str, Any] | None = None


class World:
    """People, accounts to begin with, and somebody who is signed in; all without a call."""

    @property
    def project(self) -> Project:
        """The state of the Stytch that they are made in."""
        raise NotImplementedError

    def person(self, email: str, *, name: str = "", phone_number: str | None = None) -> Person:
        """Introduce somebody who uses the app; the project knows nothing of them until they log in."""
        return Person(self.project, email, name=name, phone_number=phone_number)

    @overload
    def identity_provider(self, connection: "SAMLConnection") -> "SAMLProvider": ...
    @overload
    def identity_provider(self, connection: "OIDCConnection") -> "OIDCProvider": ...
    def identity_provider(self, connection: "SAMLConnection | OIDCConnection") -> "SAMLProvider | OIDCProvider":
        """Play the identity provider behind an SSO connection, which may be pending still.

        Raises:
            ValueError: The project has no such connection.

        """
        found = provider_of(self.project, connection.connection_id)
        if found is None:
            raise ValueError(f"the project has no connection {connection.connection_id}")
        return found

    def directory(self, connection: "SCIMConnection | SCIMConnectionWithToken") -> Directory:
        """Play the directory behind a SCIM connection."""
        return Directory(self.project, connection.connection_id)

    def saml_response(self, email: str, *, acs_url: str, attack: "Attack | None" = None) -> str:
        """Return what an identity provider posts to an app that reads SAML itself: signed, and in base64.

        Args:
            email: Whom it is about.
            acs_url: The app's URL that it is posted to; also the audience.
            attack: What a forger has done to it.

        """
        from stytch_async.emulator.world.attacks import saml_response  # noqa: PLC0415 - few tests need it

        return saml_response(self.project, email, acs_url, attack)

    @refused_as("/v1/users")
    def add_user(
        self,
        email: str | None = None,
        *,
        phone_number: str | None = None,
        password: str | None = None,
        name: Name | None = None,
        roles: Iterable[str] = (),
        external_id: str | None = None,
        trusted_metadata: Mapping[str, Any] | None = None,
    ) -> User:
        """Add an active user whose address and number are proven.

        Raises:
            APIError: What is asked for cannot be: the address is taken, or there is no such role.

        """
        refuse_taken(self.project, email=email, phone_number=phone_number)
        user = new_user(self.project, email=email, phone_number=phone_number)
        for address in user.addresses:
            address.verified = True
        description: UserArguments = _Description(
            name=name, trusted_metadata=None if trusted_metadata is None else dict(trusted_metadata)
        )
        change_user(self.project, user, description, external_id=external_id, roles=list(roles))
        if password is not None:
            user.password = changed_password(self.project, None, "password", password)
        record_user(self.project, user)
        return user

    def add_biometric_registration(self, user: User, *, verified: bool = True) -> BiometricRegistration:
        """Give a user a fingerprint or face, which only Stytch's SDKs for phones can register."""
        user.biometrics.append(BiometricRegistration(self.project.ids.new("biometric-registration"), verified))
        record_user(self.project, user)
        return user.biometrics[-1]

    @refused_as("/v1/b2b/organizations")
    def add_organization(self, /, name: str, *, slug: str | None = None, **settings: Any) -> Organization:  # noqa: ANN401 - each setting has a type of its own
        """Add an organization; ``settings`` are the arguments of ``organizations.create``.

        Raises:
            APIError: What is asked for cannot be: the slug is taken, or a setting is wrong.

        """
        return found(self.project, CreateRequest(organization_name=name, organization_slug=slug, **settings), name)

    @refused_as("/v1/b2b/organizations/{organization_id}/members")
    def add_member(
        self,
        organization: Organization,
        email: str,
        *,
        name: str | None = None,
        roles: Iterable[str] = (),
        mfa_phone_number: str | None = None,
        external_id: str | None = None,
        password: str | None = None,
    ) -> Member:
        """Add an active member whose address is proven, and the phone, if there is one.

        Raises:
            APIError: What is asked for cannot be: the address is taken, or there is no such role.

        """
        member = new_member(
            self.project,
            organization,
            NewMember(
                email_address=email,
                name=name,
                roles=list(roles),
                mfa_phone_number=mfa_phone_number,
                external_id=external_id,
            ),
        )
        for address in member.addresses:
            address.verified = True
        if password is not None:
            member.password = changed_password(self.project, None, "member-password", password)
        record_member(self.project, member)
        return member

    @refused_as("/v1/users")
    def sign_in(
        self,
        email: str,
        *,
        roles: Iterable[str] = (),
        factors: Iterable[Proven] = ("email_otp",),
        minutes: int = 60,
        claims: Mapping[str, Any] | None = None,
    ) -> Traveller:
        """Return a user who is signed in; one who is not known yet is added.

        Args:
            email: Who it is.
            roles: The roles of the user, besides ``stytch_user``.
            factors: What the session holds.
            minutes: How long the session lasts.
            claims: The session's custom claims.

        """
        known = email_owner(self.project, email)
        user = known[0] if known is not None else self.add_user(email)
        granted = assignable(self.project.settings.policy, [*roles])
        if granted:
            user.roles = granted
            record_user(self.project, user)
        phone = user.phone_numbers[0] if user.phone_numbers else None
        proven = [_factor(self.project, one, user.emails[0], phone, "otp") for one in factors]
        session = new_session(self.project, user, minutes, Fingerprint())
        prove(self.project, session, proven, Plan(None, minutes, None if claims is None else dict(claims)))
        login = session_fields(self.project, user, session)
        return Traveller(session_token=login["session_token"], session_jwt=login["session_jwt"], user_id=user.id)

    @refused_as("/v1/b2b/organizations/{organization_id}/members")
    def sign_in_member(
        self,
        email: str,
        *,
        organization: str,
        roles: Iterable[str] = (),
        factors: Iterable[Proven] = ("email_otp",),
        minutes: int = 60,
        claims: Mapping[str, Any] | None = None,
    ) -> Traveller:
        """Return a member who is signed in to an organization; one who is not known yet is added.

        Args:
            email: Who it is.
            organization: The organization's id, slug or external id.
            roles: The roles that are assigned to the member.
            factors: What the session holds.
            minutes: How long the session lasts.
            claims: The session's custom claims.

        Raises:
            APIError: There is no such organization.

        """
        place = find_organization(self.project, organization)
        member = member_by_email(self.project, place, email) or self.add_member(place, email)
        member.roles = assignable(policy_of(self.project, place), [*roles]) or member.roles
        proven = [_factor(self.project, one, member.email, member.phone, "email_otp") for one in factors]
        login = full_login(self.project, member, proven, Plan(None, minutes, None if claims is None else dict(claims)))
        return Traveller(
            session_token=login["session_token"],
            session_jwt=login["session_jwt"],
            member_id=member.id,
            organization_id=place.id,
        )

    @refused_as("/v1/impersonation/authenticate")
    def impersonate(self, account: User | Member, *, impersonator: str = "support@example.com") -> str:
        """Return the URL that the dashboard opens for somebody who wants to be a user or member for a while.

        The token in it is good once, for 5 minutes. `Settings.user_impersonation_enabled` must be on when it is used.

        Args:
            account: Whom they want to be.
            impersonator: The address by which the dashboard knows them.

        """
        token_type = "impersonation" if isinstance(account, User) else "multi_tenant_impersonation"
        impersonation = new_impersonation(self.project, account, impersonator)
        return landing_url(redirect_url(self.project, None, LOGIN), token_type, impersonation.token)

    def deliveries(self) -> list[Delivery]:
        """Return what webhooks would tell the app, oldest first: one for each of the project's events.

        They are signed with `Settings.webhook_secret`, by the project's clock.
        """
        return [delivery_of(self.project, event) for event in self.project.events]

    def add_device(
        self,
        telemetry_id: str | None = None,
        *,
        reasons: Iterable[str] = (),
        like: Device | None = None,
        ip_address: str = "192.0.2.1",
        asn: str = "64496",
        country_code: str = "US",
    ) -> Device:
        """Add a device that somebody uses; its telemetry id is good for ten minutes.

        Args:
            telemetry_id: What the app's page would send; a new one by default.
            reasons: The warning flags that the device raises, such as ``VIRTUAL_MACHINE``.
            like: The device as it was seen before: it is recognized by the same fingerprints.
            ip_address: Its address.
            asn: The number of its network's operator.
            country_code: Where it is.

        """
        device = new_device(self.project, telemetry_id, like)
        device.ip_address, device.reasons = ip_address, list(reasons)
        device.identifiers |= {"ASN": asn, "COUNTRY_CODE": country_code}
        self.project.devices.save(device)
        return device


def _factor(
    project: Project, proven: Proven, email: Address, phone: Address | None, coded: Literal["email_otp", "otp"]
) -> Factor:
    """Return what somebody has shown; ``coded`` is what a mailed code is called, which differs by kind of project."""
    if proven == "password":
        return password_factor(project)
    if proven == "totp":
        return factor(project, "totp", "authenticator_app")
    if proven == "sms_otp":
        if phone is None:
            raise ValueError("a texted code needs a phone: add the user or member with one first")
        return phone_factor(project, "sms", phone)
    return email_factor(project, "magic_link" if proven == "magic_link" else coded, email)
