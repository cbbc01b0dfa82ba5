import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any

import attrs
import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.state.rows.oauth import OAuthRegistration, ProviderTokens
from stytch_async.emulator.state.rows.registrations import SSORegistration
from stytch_async.schemas.b2b.members import (
    GithubProviderInfo,
    HubspotProviderInfo,
    OIDCProviderInfo,
    SlackProviderInfo,
)
from stytch_async.schemas.b2b.passwords import EmailResetResponse

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

PROVIDERS = ("google", "microsoft", "slack", "hubspot", "github")


@pytest.fixture
def tokens(project: Project) -> ProviderTokens:
    """Return what a provider gives out, good for an hour."""
    return ProviderTokens(
        access_token="access",
        refresh_token="refresh",
        id_token="id",
        scopes=["openid", "email"],
        expires_at=project.now + dt.timedelta(hours=1),
    )


@pytest.fixture
def logins(project: Project, ada: EmailResetResponse, tokens: ProviderTokens) -> dict[str, OAuthRegistration]:
    """Let Ada have logged in with every provider, and through an OIDC connection; return her accounts by provider."""
    member = project.members[ada.member_id]
    member.oauth = [
        OAuthRegistration(
            id=project.ids.new("oauth-member"), provider=name, subject=f"{name}|1", tenants=["T1", "T2"], tokens=tokens
        )
        for name in PROVIDERS
    ]
    member.sso = [
        SSORegistration(id="sso-1", connection_id="saml-connection-test-1", external_id="ada", attributes={}),
        SSORegistration(
            id="sso-2", connection_id="oidc-connection-test-1", external_id="ada", attributes={}, tokens=tokens
        ),
    ]
    project.members.save(member)
    return {one.provider: one for one in member.oauth}


@pytest.fixture
def asked(b2b: B2BClient, ada: EmailResetResponse) -> Callable[..., Awaitable[Any]]:
    """Return a function that asks for what a provider has issued for Ada."""

    def ask(provider: str, **arguments: bool) -> Awaitable[Any]:
        members = b2b.organizations.members
        operation = members.oidc_providers if provider == "oidc" else getattr(members.oauth_providers, provider)
        answer: Awaitable[Any] = operation(organization_id=ada.organization_id, member_id=ada.member_id, **arguments)
        return answer

    return ask


Asked = Callable[..., Awaitable[Any]]


@pytest.mark.usefixtures("logins")
async def test_google_and_microsoft_show_their_tokens(asked: Asked) -> None:
    """With the time that the access token has left; the refresh token is not shown unless it is asked for."""
    google, microsoft = await asked("google"), await asked("microsoft", include_refresh_token=True)

    for shown, name in ((google, "Google"), (microsoft, "Microsoft")):
        assert (shown.provider_type, shown.provider_subject) == (name, f"{name.lower()}|1")
        assert (shown.access_token, shown.access_token_expires_in, shown.id_token) == ("access", 3600, "id")
        assert shown.scopes == ["openid", "email"]
    assert (google.refresh_token, microsoft.refresh_token) == (None, "refresh")


async def test_google_one_tap_brings_no_access_token(asked: Asked, logins: dict[str, OAuthRegistration]) -> None:
    """Only the id token is there then."""
    logins["google"].tokens = attrs.evolve(logins["google"].tokens, access_token="", refresh_token="")

    shown = await asked("google", include_refresh_token=True)

    assert (shown.id_token, shown.access_token, shown.access_token_expires_in) == ("id", None, None)
    assert shown.refresh_token is None


@pytest.mark.usefixtures("logins")
async def test_the_others_list_what_they_issued(asked: Asked) -> None:
    """A registration for each account, with the tenants that it belongs to."""
    shown = [await asked("slack"), await asked("hubspot", include_refresh_token=True), await asked("github")]

    scopes = ["openid", "email"]
    assert [answer.provider_type for answer in shown] == ["Slack", "HubSpot", "GitHub"]
    assert [answer.registrations for answer in shown] == [
        [
            SlackProviderInfo(
                provider_subject="slack|1",
                provider_tenant_id="T1",
                access_token="access",
                scopes=scopes,
                bot_access_token="",
                bot_scopes=[],
            )
        ],
        [
            HubspotProviderInfo(
                provider_subject="hubspot|1",
                provider_tenant_id="T1",
                access_token="access",
                access_token_expires_in=3600,
                scopes=scopes,
                refresh_token="refresh",
            )
        ],
        [
            GithubProviderInfo(
                provider_subject="github|1", provider_tenant_ids=["T1", "T2"], access_token="access", scopes=scopes
            )
        ],
    ]


@pytest.mark.usefixtures("logins")
async def test_oidc_connections_show_their_tokens(asked: Asked) -> None:
    """Those of SAML have none."""
    shown = await asked("oidc", include_refresh_token=True)

    assert shown.registrations == [
        OIDCProviderInfo(
            provider_subject="ada",
            id_token="id",
            access_token="access",
            access_token_expires_in=3600,
            scopes=["openid", "email"],
            connection_id="oidc-connection-test-1",
            refresh_token="refresh",
        )
    ]


@pytest.mark.usefixtures("logins")
@pytest.mark.parametrize("provider", ["google", "microsoft", "hubspot", "oidc"])
async def test_an_expired_access_token_is_renewed(asked: Asked, project: Project, provider: str) -> None:
    """Once: the new one works for an hour and is shown until then."""
    project.clock.advance(hours=2)

    first, second = await asked(provider), await asked(provider)

    (one, other) = (getattr(shown, "registrations", [shown])[0] for shown in (first, second))
    assert (one.access_token == "access", one.access_token_expires_in) == (False, 3600)
    assert other == one if hasattr(first, "registrations") else other.access_token == one.access_token


@pytest.mark.parametrize("provider", ["google", "oidc"])
async def test_without_a_refresh_token_it_is_over(
    asked: Asked, project: Project, logins: dict[str, OAuthRegistration], refusal: Refusal, provider: str
) -> None:
    """Nothing can be renewed then."""
    (member,) = project.members
    logins["google"].tokens = member.sso[1].tokens = attrs.evolve(logins["google"].tokens, refresh_token="")
    project.clock.advance(hours=2)

    refused = await refusal(asked(provider))

    assert refused == (400, f"unable_to_refresh_{'oidc' if provider == 'oidc' else 'oauth'}_token")


@pytest.mark.usefixtures("logins")
@pytest.mark.parametrize("provider", ["slack", "github"])
async def test_tokens_of_slack_and_github_do_not_expire(asked: Asked, project: Project, provider: str) -> None:
    """They are shown as they were issued."""
    project.clock.advance(days=365)

    shown = await asked(provider)

    assert shown.registrations[0].access_token == "access"


@pytest.mark.parametrize("provider", [*PROVIDERS, "oidc"])
async def test_whoever_has_not_logged_in_has_no_tokens(asked: Asked, refusal: Refusal, provider: str) -> None:
    """There is nothing to show."""
    refused = await refusal(asked(provider))

    assert refused == (404, f"member_{'oidc' if provider == 'oidc' else 'oauth'}_token_not_found")
