"""Somebody who is signed in to a project of either kind, and an app that wants to act for them."""

from collections.abc import Mapping
from typing import Any, Final

import attrs
import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Policy
from stytch_async.pkce import PKCE
from stytch_async.schemas.b2b import idp as member_schemas
from stytch_async.schemas.both.connected_app import ConnectedAppWithClientSecret
from stytch_async.schemas.both.oauth2 import TokenResponse
from stytch_async.schemas.consumer import idp as user_schemas
from stytch_async.transports.memory import InMemoryTransport

App = ConnectedAppWithClientSecret

CALLBACK: Final = "https://notes.example.com/callback"
EMAIL: Final = "ada@example.com"


@attrs.frozen(kw_only=True)
class Somebody:
    """A user or a member with a session.

    Attributes:
        stytch: A client of their project.
        project_id: The project.
        ids: What names them without a session.
        session_token: Their session.

    """

    stytch: Client | B2BClient
    project_id: str
    ids: Mapping[str, str]
    session_token: str

    @property
    def id(self) -> str:
        """Who they are to an app."""
        return self.ids.get("user_id") or self.ids["member_id"]

    async def make_app(self, client_type: str = "third_party", **settings: Any) -> App:
        """Return a new app."""
        made = await self.stytch.connected_app.clients.create(
            client_type=client_type, client_name="Notes", redirect_urls=[CALLBACK], **settings
        )
        return made.connected_app

    async def start(
        self, app: App, scope: str = "openid", **more: Any
    ) -> user_schemas.OAuthAuthorizeStartResponse | member_schemas.OAuthAuthorizeStartResponse:
        """Let an app ask for something."""
        return await self.stytch.idp.oauth.authorize_start(**self._asked(app, scope, more))

    async def answer(
        self, app: App, scope: str = "openid", **more: Any
    ) -> user_schemas.OAuthAuthorizeResponse | member_schemas.OAuthAuthorizeResponse:
        """Answer what an app asks for: yes, unless something else is said."""
        return await self.stytch.idp.oauth.authorize(**self._asked(app, scope, {"consent_granted": True, **more}))

    def _asked(self, app: App, scope: str, more: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "client_id": app.client_id,
            "redirect_uri": CALLBACK,
            "response_type": "code",
            "scopes": scope.split(),
            "session_token": self.session_token,
            **more,
        }

    async def token(self, app: App, **shown: Any) -> TokenResponse:
        """Ask for tokens as the app."""
        credentials = {"client_id": app.client_id, "client_secret": app.client_secret}
        return await self.stytch.idp.oauth2.token(project_id=self.project_id, **{**credentials, **shown})

    async def redeem(self, app: App, code: str | None, **more: Any) -> TokenResponse:
        """Exchange an authorization code."""
        shown = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK, **more}
        return await self.token(app, **shown)

    async def refresh(self, app: App, refresh_token: str | None, **more: Any) -> TokenResponse:
        """Get further tokens."""
        return await self.token(app, grant_type="refresh_token", refresh_token=refresh_token, **more)

    async def log_in(self, app: App, scope: str = "openid", **more: Any) -> TokenResponse:
        """Let an app log somebody in, with PKCE."""
        pkce = PKCE.generate()
        answered = await self.answer(app, scope, code_challenge=pkce.challenge, **more)
        return await self.redeem(app, answered.authorization_code, code_verifier=pkce.verifier)

    async def is_active(self, app: App, token: str | None) -> bool:
        """Ask Stytch whether a token is good."""
        found = await self.stytch.idp.oauth2.introspect(
            project_id=self.project_id, token=token or "", client_id=app.client_id, client_secret=app.client_secret
        )
        return found.active


@pytest.fixture(params=["user", "member"])
def somebody(request: pytest.FixtureRequest, transport: InMemoryTransport, client: Client, b2b: B2BClient) -> Somebody:
    """Return somebody who may read and write documents, and no more: both kinds of project share the rules."""
    transport.project.settings.policy = Policy(
        {"editor": {"documents": {"read", "write"}}},
        scopes={"read:documents": {"documents": {"read"}}, "delete:documents": {"documents": {"delete"}}},
    )
    project_id = transport.project.project_id
    if request.param == "user":
        ada = transport.sign_in(EMAIL, roles=["editor"])
        ids = {"user_id": str(ada.user_id)}
        return Somebody(stytch=client, project_id=project_id, ids=ids, session_token=ada.session_token)
    place = transport.add_organization("Analytical Engines")
    ada = transport.sign_in_member(EMAIL, organization=place.id, roles=["editor"])
    ids = {"organization_id": place.id, "member_id": str(ada.member_id)}
    return Somebody(stytch=b2b, project_id=project_id, ids=ids, session_token=ada.session_token)


@pytest.fixture
async def app(somebody: Somebody) -> App:
    """Return the app of a third party, which has a secret."""
    return await somebody.make_app()


@pytest.fixture
async def public_app(somebody: Somebody) -> App:
    """Return the app of a third party that runs where no secret is safe."""
    return await somebody.make_app("third_party_public")
