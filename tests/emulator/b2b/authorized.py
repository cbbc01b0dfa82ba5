"""The operations that a member may be permitted: what each needs, and a call of it that succeeds."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

import attrs
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from stytch_async.clients import B2BClient
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.world.keys import key_pair
from stytch_async.emulator.world.saml import SAMLProvider
from stytch_async.transports.memory import InMemoryTransport

__all__ = ["CASES", "JOAN", "Case", "Scene"]

JOAN: Final = "joan@example.com"
EXTERNAL_ID: Final = "crm|joan"

CALLBACK: Final = "https://app.example.com/callback"


@attrs.frozen
class Scene:
    """An organization, seen by the app."""

    stytch: InMemoryTransport
    b2b: B2BClient
    organization_id: str

    @property
    def home(self) -> dict[str, str]:
        """The organization, as an argument."""
        return {"organization_id": self.organization_id}

    def add(self, email: str, **about: Any) -> Member:
        """Add a member."""
        return self.stytch.add_member(self.stytch.project.organizations[self.organization_id], email, **about)


Arguments = dict[str, Any]
Prepare = Callable[[Scene], Awaitable[Arguments]]


@attrs.frozen
class Case:
    """An operation.

    Attributes:
        resource: What it is about.
        action: What it does to that.
        prepare: Sees to it that the app itself would succeed, and returns the arguments that name what is there.
        more: The other arguments.

    """

    resource: str
    action: str
    prepare: Prepare
    more: Arguments = attrs.field(factory=dict[str, Any])


async def _nothing(scene: Scene) -> Arguments:
    await scene.b2b.organizations.update(**scene.home, organization_external_id="crm|home")
    return scene.home


async def _joan(scene: Scene) -> Arguments:
    joan = scene.add(JOAN, external_id=EXTERNAL_ID, mfa_phone_number="+12025550162")
    await scene.b2b.totps.migrate(**scene.home, member_id=joan.id, secret="A" * 32, recovery_codes=[])
    return {**scene.home, "member_id": EXTERNAL_ID}


async def _grant(scene: Scene) -> Arguments:
    made = await scene.b2b.connected_app.clients.create(client_type="first_party", redirect_urls=[CALLBACK])
    app_id = made.connected_app.client_id
    await scene.b2b.idp.oauth.authorize(
        client_id=app_id,
        redirect_uri=CALLBACK,
        response_type="code",
        scopes=["openid"],
        consent_granted=True,
        **await _session(scene),
    )
    return {**scene.home, "connected_app_id": app_id}


async def _members_grant(scene: Scene) -> Arguments:
    granted = await _grant(scene)
    (joan,) = scene.stytch.project.members.by_email.all(JOAN)
    return {**granted, "member_id": joan.id}


async def _deleted(scene: Scene) -> Arguments:
    joan = scene.add(JOAN)
    await scene.b2b.organizations.members.delete(**scene.home, member_id=joan.id)
    return {**scene.home, "member_id": joan.id}


async def _password(scene: Scene) -> Arguments:
    joan = scene.add(JOAN, password="a passphrase that nobody guesses")
    assert joan.password is not None
    return {**scene.home, "member_password_id": joan.password.id}


async def _shared_password(scene: Scene) -> Arguments:
    scene.stytch.project.settings.cross_org_passwords_enabled = True
    scene.add(JOAN, password="a passphrase that nobody guesses")
    return {**scene.home, "email_address": JOAN}


async def _moved(scene: Scene) -> Arguments:
    named = await _joan(scene)
    await scene.b2b.organizations.members.update(**named, email_address="clarke@example.com")
    return named


async def _organizations(scene: Scene) -> Arguments:
    return {"organization_ids": [scene.organization_id]}


async def _session(scene: Scene) -> Arguments:
    scene.add(JOAN)
    joan = scene.stytch.sign_in_member(JOAN, organization=scene.organization_id)
    return {"session_token": joan.session_token}


async def _oidc(scene: Scene) -> Arguments:
    created: Any = await scene.b2b.sso.oidc.create_connection(**scene.home)
    return {**scene.home, "connection_id": created.connection.connection_id}


async def _saml(scene: Scene) -> Arguments:
    created: Any = await scene.b2b.sso.saml.create_connection(**scene.home)
    return {**scene.home, "connection_id": created.connection.connection_id}


def _okta(scene: Scene, named: Arguments) -> SAMLProvider:
    return SAMLProvider(scene.stytch.project, named["connection_id"])


async def _metadata(scene: Scene) -> Arguments:
    named = await _saml(scene)
    return {**named, "metadata_url": _okta(scene, named).metadata_url}


async def _certificate(scene: Scene) -> Arguments:
    named = await _saml(scene)
    certificate = _okta(scene, named).certificate
    updated: Any = await scene.b2b.sso.saml.update_connection(**named, x509_certificate=certificate)
    return {**named, "certificate_id": updated.connection.verification_certificates[0].certificate_id}


async def _encryption_key(scene: Scene) -> Arguments:
    named, key = await _saml(scene), key_pair("https://app.example.com").private_key
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()).decode()
    updated: Any = await scene.b2b.sso.saml.update_connection(**named, saml_encryption_private_key=pem)
    return {**named, "private_key_id": updated.connection.encryption_private_keys[0].private_key_id}


async def _shared(scene: Scene) -> Arguments:
    other = (await scene.b2b.organizations.create(organization_name="Headquarters")).organization
    there = attrs.evolve(scene, organization_id=other.organization_id)
    named = await _metadata(there)
    await scene.b2b.sso.saml.update_by_url(**named)
    mapping = {"email": "mail", "full_name": "displayName"}
    named.pop("metadata_url")
    await scene.b2b.sso.saml.update_connection(**named, attribute_mapping=mapping)
    return {**scene.home, **{f"external_{name}": value for name, value in named.items()}}


async def _external(scene: Scene) -> Arguments:
    created: Any = await scene.b2b.sso.external.create_connection(**await _shared(scene))
    return {**scene.home, "connection_id": created.connection.connection_id}


async def _scim(scene: Scene) -> Arguments:
    created: Any = await scene.b2b.scim.connection.create(**scene.home)
    return {**scene.home, "connection_id": created.connection.connection_id}


async def _scim_home(scene: Scene) -> Arguments:
    await _scim(scene)
    return scene.home


async def _rotating(scene: Scene) -> Arguments:
    named = await _scim(scene)
    await scene.b2b.scim.connection.rotate_start(**named)
    return named


ORGANIZATION, MEMBER, SSO, SCIM = "stytch.organization", "stytch.member", "stytch.sso", "stytch.scim"

CASES: Final[Mapping[str, Case]] = {
    "magic_links.email.invite": Case(MEMBER, "create", _nothing, {"email_address": "hedy@example.com"}),
    "organizations.connected_apps": Case(ORGANIZATION, "get.connected-apps", _nothing),
    "organizations.delete": Case(ORGANIZATION, "delete", _nothing),
    "organizations.delete_external_id": Case(ORGANIZATION, "update.info.external-id", _nothing),
    "organizations.get_connected_app": Case(ORGANIZATION, "get.connected-apps", _grant),
    "organizations.members.connected_apps.revoke": Case(MEMBER, "revoke.connected-app", _members_grant),
    "organizations.members.create": Case(MEMBER, "create", _nothing, {"email_address": "hedy@example.com"}),
    "organizations.members.delete": Case(MEMBER, "delete", _joan),
    "organizations.members.delete_external_id": Case(MEMBER, "update.info.external-id", _joan),
    "organizations.members.delete_mfa_phone_number": Case(MEMBER, "update.info.delete.mfa-phone", _joan),
    "organizations.members.delete_password": Case(MEMBER, "update.info.delete.password", _password),
    "organizations.members.delete_totp": Case(MEMBER, "update.info.delete.mfa-totp", _joan),
    "organizations.members.get_connected_apps": Case(MEMBER, "get.connected-apps", _joan),
    "organizations.members.reactivate": Case(MEMBER, "create", _deleted),
    "organizations.members.search": Case(MEMBER, "search", _organizations),
    "organizations.members.start_email_update": Case(
        MEMBER, "update.info.email", _joan, {"email_address": "clarke@example.com"}
    ),
    "organizations.members.unlink_retired_email": Case(
        MEMBER, "update.info.unlink.retired-email", _moved, {"email_address": JOAN}
    ),
    "organizations.members.update": Case(MEMBER, "update.info.name", _joan, {"name": "Joan"}),
    "organizations.update": Case(ORGANIZATION, "update.info.name", _nothing, {"organization_name": "Renamed"}),
    "passwords.email.require_reset": Case(MEMBER, "update.info.delete.password", _shared_password),
    "scim.connection.create": Case(SCIM, "create", _nothing),
    "scim.connection.delete": Case(SCIM, "delete", _scim),
    "scim.connection.get": Case(SCIM, "get", _scim_home),
    "scim.connection.get_groups": Case(SCIM, "get", _scim),
    "scim.connection.rotate_cancel": Case(SCIM, "update", _rotating),
    "scim.connection.rotate_complete": Case(SCIM, "update", _rotating),
    "scim.connection.rotate_start": Case(SCIM, "update", _scim),
    "scim.connection.update": Case(SCIM, "update", _scim, {"display_name": "New"}),
    "sessions.revoke": Case(MEMBER, "revoke-sessions", _session),
    "sso.delete_connection": Case(SSO, "delete", _oidc),
    "sso.external.create_connection": Case(SSO, "create", _shared),
    "sso.external.update_connection": Case(SSO, "update", _external, {"display_name": "New"}),
    "sso.get_connections": Case(SSO, "get", _nothing),
    "sso.oidc.create_connection": Case(SSO, "create", _nothing),
    "sso.oidc.update_connection": Case(SSO, "update", _oidc, {"display_name": "New"}),
    "sso.saml.create_connection": Case(SSO, "create", _nothing),
    "sso.saml.delete_encryption_private_key": Case(SSO, "delete", _encryption_key),
    "sso.saml.delete_verification_certificate": Case(SSO, "delete", _certificate),
    "sso.saml.update_by_url": Case(SSO, "update", _metadata),
    "sso.saml.update_connection": Case(SSO, "update", _saml, {"display_name": "New"}),
}
