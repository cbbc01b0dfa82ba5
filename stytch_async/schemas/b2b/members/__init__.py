"""Members of the organizations of the B2B API."""

from typing import TYPE_CHECKING, Final

from stytch_async.lazy import lazy_modules

if TYPE_CHECKING:
    from stytch_async.schemas.b2b.members.connected_apps import (
        ConnectedAppsRevokeRequest,
        ConnectedAppsRevokeResponse,
        GetConnectedAppsRequest,
        GetConnectedAppsResponse,
        MemberConnectedApp,
    )
    from stytch_async.schemas.b2b.members.emails import (
        DeliveryMethod,
        StartEmailUpdateRequest,
        StartEmailUpdateResponse,
        UnlinkRetiredEmailRequest,
        UnlinkRetiredEmailResponse,
    )
    from stytch_async.schemas.b2b.members.factors import (
        DeleteFactorResponse,
        DeleteMFAPhoneNumberRequest,
        DeletePasswordRequest,
        DeleteTOTPRequest,
    )
    from stytch_async.schemas.b2b.members.lifecycle import (
        CreateRequest,
        CreateResponse,
        DangerouslyGetRequest,
        DeleteExternalIdRequest,
        DeleteExternalIdResponse,
        DeleteRequest,
        DeleteResponse,
        GetRequest,
        GetResponse,
        ReactivateRequest,
        ReactivateResponse,
        UpdateRequest,
        UpdateResponse,
    )
    from stytch_async.schemas.b2b.members.member import (
        Member,
        MemberRole,
        MemberRoleSource,
        MFAEnrollment,
        OAuthRegistration,
        RetiredEmail,
        SCIMRegistration,
        SSORegistration,
    )
    from stytch_async.schemas.b2b.members.providers import (
        GithubProviderInfo,
        HubspotProviderInfo,
        OAuthProvidersGithubRequest,
        OAuthProvidersGithubResponse,
        OAuthProvidersGoogleRequest,
        OAuthProvidersGoogleResponse,
        OAuthProvidersHubspotRequest,
        OAuthProvidersHubspotResponse,
        OAuthProvidersMicrosoftRequest,
        OAuthProvidersMicrosoftResponse,
        OAuthProvidersSlackRequest,
        OAuthProvidersSlackResponse,
        OIDCProviderInfo,
        OIDCProvidersRequest,
        OIDCProvidersResponse,
        SlackProviderInfo,
    )
    from stytch_async.schemas.b2b.members.search import SearchRequest, SearchResponse

__all__ = [
    "ConnectedAppsRevokeRequest",
    "ConnectedAppsRevokeResponse",
    "CreateRequest",
    "CreateResponse",
    "DangerouslyGetRequest",
    "DeleteExternalIdRequest",
    "DeleteExternalIdResponse",
    "DeleteFactorResponse",
    "DeleteMFAPhoneNumberRequest",
    "DeletePasswordRequest",
    "DeleteRequest",
    "DeleteResponse",
    "DeleteTOTPRequest",
    "DeliveryMethod",
    "GetConnectedAppsRequest",
    "GetConnectedAppsResponse",
    "GetRequest",
    "GetResponse",
    "GithubProviderInfo",
    "HubspotProviderInfo",
    "MFAEnrollment",
    "Member",
    "MemberConnectedApp",
    "MemberRole",
    "MemberRoleSource",
    "OAuthProvidersGithubRequest",
    "OAuthProvidersGithubResponse",
    "OAuthProvidersGoogleRequest",
    "OAuthProvidersGoogleResponse",
    "OAuthProvidersHubspotRequest",
    "OAuthProvidersHubspotResponse",
    "OAuthProvidersMicrosoftRequest",
    "OAuthProvidersMicrosoftResponse",
    "OAuthProvidersSlackRequest",
    "OAuthProvidersSlackResponse",
    "OAuthRegistration",
    "OIDCProviderInfo",
    "OIDCProvidersRequest",
    "OIDCProvidersResponse",
    "ReactivateRequest",
    "ReactivateResponse",
    "RetiredEmail",
    "SCIMRegistration",
    "SSORegistration",
    "SearchRequest",
    "SearchResponse",
    "SlackProviderInfo",
    "StartEmailUpdateRequest",
    "StartEmailUpdateResponse",
    "UnlinkRetiredEmailRequest",
    "UnlinkRetiredEmailResponse",
    "UpdateRequest",
    "UpdateResponse",
]

__getattr__: Final = lazy_modules(
    __name__, "member", "connected_apps", "emails", "factors", "lifecycle", "providers", "search"
)
