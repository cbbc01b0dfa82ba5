"""Members of organizations."""

from collections.abc import AsyncIterator
from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.pages import all_items
from stytch_async.schemas.b2b import members as schemas
from stytch_async.schemas.b2b.organizations import SearchQuery
from stytch_async.schemas.shared import Authorization

__all__ = ["ConnectedApps", "Members", "OAuthProviders"]


class OAuthProviders(Resource):
    """Get the tokens that OAuth providers have issued for members."""

    google: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/google",
        schemas.OAuthProvidersGoogleRequest,
        schemas.OAuthProvidersGoogleResponse,
        SAFE,
    )
    microsoft: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/microsoft",
        schemas.OAuthProvidersMicrosoftRequest,
        schemas.OAuthProvidersMicrosoftResponse,
        SAFE,
    )
    slack: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/slack",
        schemas.OAuthProvidersSlackRequest,
        schemas.OAuthProvidersSlackResponse,
        SAFE,
    )
    hubspot: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/hubspot",
        schemas.OAuthProvidersHubspotRequest,
        schemas.OAuthProvidersHubspotResponse,
        SAFE,
    )
    github: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/github",
        schemas.OAuthProvidersGithubRequest,
        schemas.OAuthProvidersGithubResponse,
        SAFE,
    )


class ConnectedApps(Resource):
    """Take Connected Apps' access away from members."""

    revoke: Final = endpoint(
        "POST",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps/{connected_app_id}/revoke",
        schemas.ConnectedAppsRevokeRequest,
        schemas.ConnectedAppsRevokeResponse,
        IDEMPOTENT,
    )


class Members(Resource):
    """Create, read, change, delete and search members."""

    oauth_providers: OAuthProviders
    connected_apps: ConnectedApps

    update: Final = endpoint(
        "PUT",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}",
        schemas.UpdateRequest,
        schemas.UpdateResponse,
        IDEMPOTENT,
    )
    delete: Final = endpoint(
        "DELETE",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}",
        schemas.DeleteRequest,
        schemas.DeleteResponse,
        IDEMPOTENT,
    )
    reactivate: Final = endpoint(
        "PUT",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/reactivate",
        schemas.ReactivateRequest,
        schemas.ReactivateResponse,
        IDEMPOTENT,
    )
    delete_mfa_phone_number: Final = endpoint(
        "DELETE",
        "/v1/b2b/organizations/{organization_id}/members/mfa_phone_numbers/{member_id}",
        schemas.DeleteMFAPhoneNumberRequest,
        schemas.DeleteFactorResponse,
        IDEMPOTENT,
    )
    delete_totp: Final = endpoint(
        "DELETE",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/totp",
        schemas.DeleteTOTPRequest,
        schemas.DeleteFactorResponse,
        IDEMPOTENT,
    )
    search: Final = endpoint(
        "POST", "/v1/b2b/organizations/members/search", schemas.SearchRequest, schemas.SearchResponse, SAFE
    )
    delete_password: Final = endpoint(
        "DELETE",
        "/v1/b2b/organizations/{organization_id}/members/passwords/{member_password_id}",
        schemas.DeletePasswordRequest,
        schemas.DeleteFactorResponse,
        IDEMPOTENT,
    )
    dangerously_get: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/members/dangerously_get/{member_id}",
        schemas.DangerouslyGetRequest,
        schemas.GetResponse,
        SAFE,
    )
    oidc_providers: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/oidc_providers",
        schemas.OIDCProvidersRequest,
        schemas.OIDCProvidersResponse,
        SAFE,
    )
    # A POST, and yet a deletion: the second time there is nothing left to let go of.
    unlink_retired_email: Final = endpoint(
        "POST",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/unlink_retired_email",
        schemas.UnlinkRetiredEmailRequest,
        schemas.UnlinkRetiredEmailResponse,
        IDEMPOTENT,
    )
    start_email_update: Final = endpoint(
        "POST",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/start_email_update",
        schemas.StartEmailUpdateRequest,
        schemas.StartEmailUpdateResponse,
        ONCE,
    )
    get_connected_apps: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps",
        schemas.GetConnectedAppsRequest,
        schemas.GetConnectedAppsResponse,
        SAFE,
    )
    delete_external_id: Final = endpoint(
        "DELETE",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/external_id",
        schemas.DeleteExternalIdRequest,
        schemas.DeleteExternalIdResponse,
        IDEMPOTENT,
    )
    create: Final = endpoint(
        "POST", "/v1/b2b/organizations/{organization_id}/members", schemas.CreateRequest, schemas.CreateResponse, ONCE
    )
    get: Final = endpoint(
        "GET", "/v1/b2b/organizations/{organization_id}/member", schemas.GetRequest, schemas.GetResponse, SAFE
    )

    def search_all(
        self,
        *,
        organization_ids: list[str],
        query: SearchQuery | None = None,
        authorization: Authorization | None = None,
        limit: int | None = None,
        max_pages: int | None = None,
    ) -> AsyncIterator[schemas.Member]:
        """Go through all members that a search finds; each page is fetched when it is needed.

        The arguments are those of `search`; ``max_pages`` stops after so many pages.
        """
        return all_items(
            lambda cursor: self.search(
                organization_ids=organization_ids, cursor=cursor, limit=limit, query=query, authorization=authorization
            ),
            lambda page: page.members,
            lambda page: page.results_metadata.next_cursor,
            max_pages,
        )
