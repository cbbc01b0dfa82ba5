"""A workspace: projects and their environments, as the Management API knows them."""

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Literal

import attrs

from stytch_async.emulator.state.clock import Clock
from stytch_async.emulator.state.email_templates import EmailTemplates
from stytch_async.emulator.state.ids import Ids
from stytch_async.emulator.state.project import Envelope, Project, Vertical
from stytch_async.emulator.state.rows.access import ProjectSecrets, PublicTokens
from stytch_async.emulator.state.tables import Table

__all__ = ["Environment", "ManagedProject", "Served", "Stream", "Workspace"]


@attrs.define(kw_only=True)
class Stream:
    """Where event logs go.

    Attributes:
        address: What is not secret of how to get there, in the words of the Management API.
        secret: The key or password for that.
        is_active: Whether events flow.

    """

    address: dict[str, str]
    secret: str = attrs.field(repr=False)
    is_active: bool = False


@attrs.define(kw_only=True, eq=False)
class Environment:
    """An environment of a project.

    Attributes:
        project: The Stytch that serves the environment; its settings are those that the Management API sets.
        secrets: The project's only secrets.
        public_tokens: Its only public tokens.
        streams: By type of destination: where event logs go.

    """

    slug: str
    name: str
    type: Literal["LIVE", "TEST"]
    created_at: dt.datetime
    oauth_callback_id: str
    project: Project
    secrets: ProjectSecrets = attrs.field(factory=ProjectSecrets)
    public_tokens: PublicTokens = attrs.field(factory=PublicTokens)
    streams: dict[str, Stream] = attrs.field(factory=dict[str, Stream])


@attrs.define(kw_only=True, eq=False)
class ManagedProject:
    """A project of a workspace, which is a group of environments.

    Attributes:
        environments: By slug.
        email_templates: Those of all its environments.

    """

    slug: str
    name: str
    vertical: Vertical
    created_at: dt.datetime
    environments: dict[str, Environment] = attrs.field(factory=dict[str, Environment])
    email_templates: EmailTemplates = attrs.field(factory=EmailTemplates)


class ManagedProjects(Table[ManagedProject]):
    """The projects of a workspace, by slug."""

    def __init__(self) -> None:
        super().__init__(lambda project: project.slug)


class Workspace:
    """A workspace in memory: what the Management API sets up, and the Stytch of each environment.

    Attributes:
        clock: The one clock of all environments.
        key: The id and the secret of the first key.
        keys: By id: the secrets of the keys that the Management API takes.
        projects: What the Management API has made.
        stranger: Refuses the calls whose credentials belong to none of the environments.

    """

    def __init__(self, *, clock: Clock | None = None, seed: int | None = None) -> None:
        """Start with a key and nothing else.

        Args:
            clock: Tells the time; by default one that stands still until it is advanced.
            seed: Makes keys, ids, tokens and codes the same on every run.

        Raises:
            ConfigurationError: The extra ``emulator`` is not installed.

        """
        self.clock: Clock = clock or Clock()
        self.ids: Ids = Ids(seed)
        self.ids.environment = "live"
        self.keys: dict[str, str] = {}
        self.projects: ManagedProjects = ManagedProjects()
        self.served_at: str | None = None
        self.stranger: Project = self.new_project("live", "consumer")
        self.stranger.vertical = None
        self.key: tuple[str, str] = self.new_key()

    def new_key(self) -> tuple[str, str]:
        """Issue one more key, and return its id and its secret."""
        key_id = f"workspace-key-prod-{self.ids.uuid()}"
        self.keys[key_id] = self.ids.token()
        return key_id, self.keys[key_id]

    def revoke_key(self, key_id: str) -> None:
        """Refuse a key from now on.

        Raises:
            KeyError: There is none of that id.

        """
        del self.keys[key_id]

    def new_project(self, environment: Literal["live", "test"], vertical: Vertical) -> Project:
        """Return the Stytch of a new environment, in which only what is issued counts as credentials."""
        project = Project(
            project_id=f"project-{environment}-{self.ids.uuid()}",
            vertical=vertical,
            clock=self.clock,
            seed=uuid.UUID(self.ids.uuid()).int,
        )
        project.secrets, project.public_tokens, project.served_at = ProjectSecrets(), PublicTokens(), self.served_at
        return project

    def environments(self) -> Iterator[Environment]:
        """Go through the environments of all projects."""
        return (environment for project in self.projects for environment in project.environments.values())

    def environment(self, project_slug: str, environment_slug: str) -> Project:
        """Return the Stytch of an environment: its clock, outbox, users and settings.

        Raises:
            KeyError: There is none of these slugs.

        """
        return self.projects[project_slug].environments[environment_slug].project

    @property
    def now(self) -> dt.datetime:
        """The time in all environments."""
        return self.clock.now()

    def envelope(self, status_code: int = 200) -> Envelope:
        """Return what every answer of the Management API has."""
        return {"request_id": self.ids.new("request-id"), "status_code": status_code}

    def __repr__(self) -> str:
        """Tell how much is stored, and nothing of it."""
        return f"Workspace({len(self.projects)} projects, {len([*self.environments()])} environments)"


Served = Project | Workspace
"""What requests are carried to."""
