"""Members of organizations."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.b2b import members as schemas

__all__ = ["Members"]


class ConnectedApps(Resource):
    """TODO"""

    revoke: Final = endpoint(
        "POST",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps/{connected_app_id}/revoke",
        schemas.ConnectedAppsRevokeRequest,
        schemas.ConnectedAppsRevokeResponse,
        IDEMPOTENT,
    )


class OauthProviders(Resource):
    """TODO"""

    google: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/google",
        schemas.OauthProvidersGoogleRequest,
        schemas.OauthProvidersGoogleResponse,
        SAFE,
    )
    microsoft: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/microsoft",
        schemas.OauthProvidersMicrosoftRequest,
        schemas.OauthProvidersMicrosoftResponse,
        SAFE,
    )
    slack: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/slack",
        schemas.OauthProvidersSlackRequest,
        schemas.OauthProvidersSlackResponse,
        SAFE,
    )
    hubspot: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/hubspot",
        schemas.OauthProvidersHubspotRequest,
        schemas.OauthProvidersHubspotResponse,
        SAFE,
    )
    github: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/github",
        schemas.OauthProvidersGithubRequest,
        schemas.OauthProvidersGithubResponse,
        SAFE,
    )


class Members(Resource):
    """Create and read the members of an organization."""

    connected_apps: ConnectedApps
    oauth_providers: OauthProviders

    create: Final = endpoint(
        "POST", "/v1/b2b/organizations/{organization_id}/members", schemas.CreateRequest, schemas.CreateResponse, ONCE
    )
    get: Final = endpoint(
        "GET", "/v1/b2b/organizations/{organization_id}/member", schemas.GetRequest, schemas.GetResponse, SAFE
    )
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
        schemas.DeleteMFAPhoneNumberResponse,
        IDEMPOTENT,
    )
    delete_totp: Final = endpoint(
        "DELETE",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/totp",
        schemas.DeleteTOTPRequest,
        schemas.DeleteTOTPResponse,
        IDEMPOTENT,
    )
    search: Final = endpoint(
        "POST", "/v1/b2b/organizations/members/search", schemas.SearchRequest, schemas.SearchResponse, SAFE
    )
    delete_password: Final = endpoint(
        "DELETE",
        "/v1/b2b/organizations/{organization_id}/members/passwords/{member_password_id}",
        schemas.DeletePasswordRequest,
        schemas.DeletePasswordResponse,
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
    unlink_retired_email: Final = endpoint(
        "POST",
        "/v1/b2b/organizations/{organization_id}/members/{member_id}/unlink_retired_email",
        schemas.UnlinkRetiredEmailRequest,
        schemas.UnlinkRetiredEmailResponse,
        ONCE,
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
