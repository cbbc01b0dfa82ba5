"""Connected Apps."""

import attrs

from stytch_async.emulator.state.rows.secrets import Secrets
from stytch_async.emulator.state.tables import Index, Table

__all__ = ["AppSettings", "ConnectedApp", "ConnectedApps"]


@attrs.frozen(kw_only=True)
class AppSettings:
    """What may be changed of a Connected App, under the names that the API gives it."""

    client_name: str = ""
    client_description: str = ""
    redirect_urls: list[str] = attrs.field(factory=list[str])
    full_access_allowed: bool = False
    access_token_expiry_minutes: int = 60
    access_token_custom_audience: str | None = None
    access_token_template_content: str = ""
    post_logout_redirect_urls: list[str] = attrs.field(factory=list[str])
    logo_url: str | None = None
    bypass_consent_for_offline_access: bool = False


@attrs.define(kw_only=True, eq=False)
class ConnectedApp:
    """An application that users or members log in to with their account here.

    Attributes:
        secrets: ``None`` for an app of a public type.
        metadata: What a public app said when it registered itself: one that says the same is the same app.

    """

    id: str
    client_type: str
    settings: AppSettings
    secrets: Secrets | None
    status: str = "active"
    creation_method: str = "api"
    metadata: str | None = None

    @property
    def is_public(self) -> bool:
        """Whether it runs where no secret is safe."""
        return self.client_type.endswith("_public")

    @property
    def is_third_party(self) -> bool:
        """Whether somebody else runs it."""
        return self.client_type.startswith("third_party")


class ConnectedApps(Table[ConnectedApp]):
    """The Connected Apps of a project, by id."""

    def __init__(self) -> None:
        super().__init__(lambda app: app.id)
        self.by_metadata: Index[ConnectedApp] = self.index(lambda app: filter(None, [app.metadata]))
