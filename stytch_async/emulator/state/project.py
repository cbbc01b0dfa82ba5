"""The state of one Stytch project."""

import datetime as dt
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import Any, Final, Literal, TypedDict

from stytch_async.emulator.state.clock import Clock
from stytch_async.emulator.state.email_templates import EmailTemplates
from stytch_async.emulator.state.events import Events
from stytch_async.emulator.state.ids import Environment, Ids, environment_of
from stytch_async.emulator.state.keys import SigningKeys
from stytch_async.emulator.state.outbox import Outbox
from stytch_async.emulator.state.parts import forget_parts, part
from stytch_async.emulator.state.rows.access import ProjectSecret, ProjectSecrets, PublicToken, PublicTokens
from stytch_async.emulator.state.rows.connected_apps import ConnectedApps
from stytch_async.emulator.state.rows.connections import Connections
from stytch_async.emulator.state.rows.credentials import OneTimeTokens, Passcodes
from stytch_async.emulator.state.rows.fraud import DeviceRules, Devices, ReasonOverrides
from stytch_async.emulator.state.rows.grants import AccessTokens, AuthorizationCodes, Grants, RefreshTokens
from stytch_async.emulator.state.rows.impersonations import Impersonations
from stytch_async.emulator.state.rows.machines import Machines
from stytch_async.emulator.state.rows.members import Members
from stytch_async.emulator.state.rows.oauth import OAuthStarts
from stytch_async.emulator.state.rows.organizations import Organizations
from stytch_async.emulator.state.rows.scim import DirectoryGroups, SCIMConnections
from stytch_async.emulator.state.rows.sessions import IntermediateSessions, Sessions
from stytch_async.emulator.state.rows.sso import SSOStarts
from stytch_async.emulator.state.rows.strangers import Strangers
from stytch_async.emulator.state.rows.users import Users
from stytch_async.emulator.state.rows.wallets import WalletChallenges
from stytch_async.emulator.state.rows.webauthn import WebAuthnChallenges
from stytch_async.emulator.state.sandbox import Sandbox
from stytch_async.emulator.state.settings import Settings
from stytch_async.emulator.state.web import Web
from stytch_async.extras import require_emulator

__all__ = ["Envelope", "Project", "Vertical"]

Vertical = Literal["b2b", "consumer"]
"""What a project is for."""


BASE_URLS: Final[Mapping[Environment, str]] = {"live": "https://api.stytch.com", "test": "https://test.stytch.com"}


class Envelope(TypedDict):
    """What every answer has: the id of the exchange, and the HTTP status."""

    request_id: str
    status_code: int


class Project:
    """A Stytch project in memory: cheap enough to make one for every test.

    Attributes:
        clock: Moves when told to: ``project.clock.advance(minutes=5)``.
        outbox: What was sent: ``project.outbox.last("ada@example.com").code``.
        events: What has changed, as webhooks tell it.
        settings: What the dashboard would set.
        secrets: The only secrets to accept; ``None`` for any well-formed one.
        public_tokens: The only public tokens that start URLs may bear; ``None`` for any well-formed one.
        email_templates: What its emails look like; ``None`` for Stytch's own, whatever template a call names.
        devices: What telemetry ids stand for; `InMemoryTransport.add_device` adds one.
        userinfo: What stands in for the other system that ``sessions.migrate`` asks: tells what it knows of whoever has
            a token there, ``email`` in particular, and ``None`` for a token that it does not know.
        served_at: Where browsers reach it in place of Stytch's own host; `start` says so.
        issuing_domain: The URL of a domain of its own, while a call by that is carried out.
        web: What can be reached from here, in place of the network.

    """

    outbox: Outbox = part(Outbox)
    users: Users = part(Users)
    organizations: Organizations = part(Organizations)
    members: Members = part(Members)
    strangers: Strangers = part(Strangers)
    connections: Connections = part(Connections)
    sso_starts: SSOStarts = part(SSOStarts)
    scim_connections: SCIMConnections = part(SCIMConnections)
    directory_groups: DirectoryGroups = part(DirectoryGroups)
    saml_assertions: set[str] = part(set[str])
    sessions: Sessions = part(Sessions)
    intermediate_sessions: IntermediateSessions = part(IntermediateSessions)
    tokens: OneTimeTokens = part(OneTimeTokens)
    passcodes: Passcodes = part(Passcodes)
    impersonations: Impersonations = part(Impersonations)
    oauth_starts: OAuthStarts = part(OAuthStarts)
    webauthn_challenges: WebAuthnChallenges = part(WebAuthnChallenges)
    wallet_challenges: WalletChallenges = part(WalletChallenges)
    machines: Machines = part(Machines)
    connected_apps: ConnectedApps = part(ConnectedApps)
    grants: Grants = part(Grants)
    authorization_codes: AuthorizationCodes = part(AuthorizationCodes)
    access_tokens: AccessTokens = part(AccessTokens)
    refresh_tokens: RefreshTokens = part(RefreshTokens)
    devices: Devices = part(Devices)
    device_rules: DeviceRules = part(DeviceRules)
    reason_overrides: ReasonOverrides = part(ReasonOverrides)
    sandbox: Sandbox = part(Sandbox)

    def __init__(
        self,
        *,
        project_id: str | None = None,
        secret: str | None = None,
        public_token: str | None = None,
        vertical: Vertical | None = None,
        settings: Settings | None = None,
        clock: Clock | None = None,
        seed: int | None = None,
    ) -> None:
        """Start with nothing stored.

        Args:
            project_id: The only project id to accept. Without one, the first well-formed id that comes is taken on.
            secret: The only secret to accept. Without one, any well-formed secret is accepted.
            public_token: The only public token that start URLs may bear. Without one, any well-formed one is accepted.
            vertical: ``consumer`` or ``b2b`` to refuse the endpoints of the other vertical.
            settings: What the dashboard would set.
            clock: Tells the time; by default one that stands still until it is advanced.
            seed: Makes ids, tokens, codes and the challenges of passkeys the same on every run.

        Raises:
            ConfigurationError: The extra ``emulator`` is not installed.

        """
        require_emulator()
        self.is_named: bool = project_id is not None
        self.project_id: str = project_id or "project-test-00000000-0000-4000-8000-000000000000"
        self.vertical: Vertical | None = vertical
        self.settings: Settings = settings or Settings()
        self.userinfo: Callable[[str], Mapping[str, Any] | None] | None = None
        self.clock: Clock = clock or Clock()
        self.ids: Ids = Ids(seed)
        self.ids.environment = environment_of(self.project_id)
        self.secrets: ProjectSecrets | None = None if secret is None else ProjectSecrets()
        self.public_tokens: PublicTokens | None = None if public_token is None else PublicTokens()
        if secret is not None and self.secrets is not None:
            self.secrets.save(ProjectSecret(id=self.ids.new("secret"), value=secret, created_at=self.now))
        if public_token is not None and self.public_tokens is not None:
            self.public_tokens.save(PublicToken(value=public_token, created_at=self.now))
        self.email_templates: EmailTemplates | None = None
        self.served_at: str | None = None
        self.issuing_domain: str | None = None
        self.web: Web = Web()
        self.events: Events = Events()
        self.keys: SigningKeys = SigningKeys(lambda: self.ids.new("jwk"))

    def reset(self) -> None:
        """Forget everybody and everything that happened, and bring the clock back; settings and signing keys stay.

        Other processes have the keys in their caches.
        """
        self.clock.reset()
        self.events.clear()
        forget_parts(self)

    def open_sandbox(self) -> None:
        """Let look-ups find the sandbox's organization and its member, once a call has named them."""
        if self.sandbox.organization.id not in self.organizations:
            self.organizations.hide(self.sandbox.organization)
            self.members.hide(self.sandbox.member)

    def take_on(self, project_id: str) -> None:
        """Be the project that credentials are for, from now on."""
        self.is_named, self.project_id = True, project_id
        self.ids.environment = environment_of(project_id)

    @property
    def secret(self) -> str | None:
        """The oldest secret, ``None`` where there is none or any will do."""
        return next((secret.value for secret in self.secrets or ()), None)

    @property
    def public_token(self) -> str:
        """What start URLs bear in place of the secret; by default, what is left of the project id without its name."""
        made_up = self.project_id.replace("project", "public-token", 1)
        return next((token.value for token in self.public_tokens or ()), made_up)

    def bears(self, public_token: str) -> bool:
        """Whether start URLs of this project bear such a token."""
        return (
            public_token in self.public_tokens if self.public_tokens is not None else public_token == self.public_token
        )

    @property
    def now(self) -> dt.datetime:
        """The project's time."""
        return self.clock.now()

    @property
    def issuer(self) -> str:
        """What tokens name as their issuer; the domain that a call came by, if it is the project's own."""
        return self.issuing_domain or f"stytch.com/{self.project_id}"

    @property
    def base_url(self) -> str:
        """Where browsers reach the project."""
        return self.served_at or BASE_URLS[self.ids.environment]

    @contextmanager
    def reached_by(self, domain: str | None) -> Generator[None, None, None]:
        """Be reached by a domain of its own inside the block: what is issued there says so (behaviour-more T21)."""
        self.issuing_domain = domain
        try:
            yield
        finally:
            self.issuing_domain = None

    def rotate_key(self) -> None:
        """Sign JWTs with a new key from now on; those of the old key stay valid, and both are served."""
        self.keys.rotate()

    def envelope(self, status_code: int = 200) -> Envelope:
        """Return what every answer has."""
        return {"request_id": self.ids.new("request-id"), "status_code": status_code}

    def forget(self, owner_id: str) -> None:
        """Forget all that a user or member could log in with or is logged in by, or the logins to an organization."""
        for session in self.sessions.by_owner.all(owner_id):
            self.sessions.remove(session)
        for begun in self.intermediate_sessions.by_member.all(owner_id):
            self.intermediate_sessions.remove(begun)
        for token in self.tokens.by_owner.all(owner_id):
            self.tokens.remove(token)
        for passcode in self.passcodes.by_owner.all(owner_id):
            self.passcodes.remove(passcode)
        for impersonation in self.impersonations.by_owner.all(owner_id):
            self.impersonations.remove(impersonation)
        for start in self.oauth_starts.by_owner.all(owner_id):
            self.oauth_starts.remove(start)
        for grant in self.grants.by_owner.all(owner_id):
            self.grants.remove(grant)
        for webauthn_challenge in self.webauthn_challenges.by_owner.all(owner_id):
            self.webauthn_challenges.remove(webauthn_challenge)
        for wallet_challenge in self.wallet_challenges.by_owner.all(owner_id):
            self.wallet_challenges.remove(wallet_challenge)

    def forget_address(self, address_id: str) -> None:
        """Forget the links and codes that were sent to an address."""
        for token in self.tokens.by_address.all(address_id):
            self.tokens.remove(token)
        for passcode in self.passcodes.by_address.all(address_id):
            self.passcodes.remove(passcode)

    def __repr__(self) -> str:
        """Tell how much is stored, and nothing of it."""
        organizations = f"{len(self.organizations)} organizations, {len(self.members)} members"
        return f"Project({self.project_id!r}, {len(self.users)} users, {organizations}, {len(self.sessions)} sessions)"
