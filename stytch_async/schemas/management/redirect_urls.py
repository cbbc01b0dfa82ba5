"""Redirect URLs: where links and logins may lead to."""

from typing import Annotated, Literal

import attrs

from stytch_async.schemas.markers import Query

__all__ = [
    "CreateRequest",
    "CreateResponse",
    "DeleteRequest",
    "DeleteResponse",
    "GetAllRequest",
    "GetAllResponse",
    "GetRequest",
    "GetResponse",
    "RedirectURL",
    "RedirectURLType",
    "URLType",
    "UpdateRequest",
    "UpdateResponse",
]


RedirectURLType = Literal["LOGIN", "INVITE", "SIGNUP", "RESET_PASSWORD", "DISCOVERY"]
"""What a redirect URL is for; ``DISCOVERY`` is for B2B projects only."""


@attrs.define(kw_only=True)
class URLType:
    """One purpose of a redirect URL.

    Attributes:
        is_default: Whether calls of this purpose that name no URL use this one.

    """

    __schema__ = "pwa_redirect_url_v3_UrlType"

    is_default: bool
    type: RedirectURLType | str | None = None


@attrs.define(kw_only=True)
class RedirectURL:
    """A redirect URL and its purposes."""

    __schema__ = "pwa_redirect_url_v3_RedirectUrl"

    url: str
    valid_types: list[URLType]


@attrs.define(kw_only=True)
class CreateRequest:
    """Allow a redirect URL.

    The first URL of a purpose becomes its default, even if ``is_default`` is false. A project holds up to 100 URLs.

    Args:
        url: In a live environment ``https`` and without wildcards.
        do_not_promote_defaults: Take ``is_default`` as it is given, so that a purpose may be left without a default.
            Calls of that purpose must then name a URL.

    Raises:
        BadRequestError: ``invalid_default_url``, ``invalid_redirect_url_type``,
            ``no_wildcards_in_live_redirect_url``, ``redirect_url_cannot_use_protocol``,
            ``redirect_url_must_use_https``, ``redirect_url_with_query_param_placeholder_cannot_be_default``,
            ``redirect_url_with_wildcard_cannot_be_default``, ``too_many_redirect_urls``.

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls
    <https://stytch.com/docs/api-reference/pwa/api/v3/redirect-urls/create-redirect-url>`_
    """

    __schema__ = "pwa_redirect_url_v3_CreateRequest"

    project_slug: str
    environment_slug: str
    url: str
    valid_types: list[URLType] | None = None
    do_not_promote_defaults: bool | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """The new redirect URL, with the defaults as they came out."""

    __schema__ = "pwa_redirect_url_v3_CreateResponse"

    request_id: str
    redirect_url: RedirectURL
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """Look up the purposes of a redirect URL.

    Raises:
        NotFoundError: ``redirect_url_not_found``.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls
    <https://stytch.com/docs/api-reference/pwa/api/v3/redirect-urls/get-redirect-url>`_
    """

    __schema__ = "pwa_redirect_url_v3_GetRequest"

    project_slug: str
    environment_slug: str
    url: str


@attrs.define(kw_only=True)
class GetResponse:
    """The redirect URL."""

    __schema__ = "pwa_redirect_url_v3_GetResponse"

    request_id: str
    redirect_url: RedirectURL
    status_code: int


@attrs.define(kw_only=True)
class UpdateRequest:
    """Replace the purposes of a redirect URL.

    It becomes the default of a new purpose that has none. Where it was the default of a purpose that it loses, another
    URL takes over.

    Args:
        url: Which one; the URL itself cannot be changed.
        do_not_promote_defaults: Take ``is_default`` as it is given and let no other URL take over. A purpose may then
            be left without a default.

    Raises:
        BadRequestError: ``invalid_redirect_url_type``, ``redirect_url_with_query_param_placeholder_cannot_be_default``,
            ``redirect_url_with_wildcard_cannot_be_default``.
        NotFoundError: ``redirect_url_not_found``.

    Source: `PUT /pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls
    <https://stytch.com/docs/api-reference/pwa/api/v3/redirect-urls/update-redirect-url>`_
    """

    __schema__ = "pwa_redirect_url_v3_UpdateRequest"

    project_slug: str
    environment_slug: str
    url: Annotated[str, Query()]
    valid_types: list[URLType] | None = None
    do_not_promote_defaults: bool | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """The redirect URL as it is now."""

    __schema__ = "pwa_redirect_url_v3_UpdateResponse"

    request_id: str
    redirect_url: RedirectURL
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """Disallow a redirect URL.

    Where it was a default, another URL of the same purpose takes over.

    Args:
        do_not_promote_defaults: Let no other URL take over, so that a purpose may be left without a default.

    Raises:
        NotFoundError: ``redirect_url_not_found``.

    Source: `DELETE /pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls
    <https://stytch.com/docs/api-reference/pwa/api/v3/redirect-urls/delete-redirect-url>`_
    """

    project_slug: str
    environment_slug: str
    url: Annotated[str, Query()]
    do_not_promote_defaults: Annotated[bool, Query()] | None = None


@attrs.define(kw_only=True)
class DeleteResponse:
    """That the redirect URL is gone."""

    __schema__ = "pwa_redirect_url_v3_DeleteResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class GetAllRequest:
    """List the redirect URLs of an environment.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls/all
    <https://stytch.com/docs/api-reference/pwa/api/v3/redirect-urls/get-all-redirect-urls>`_
    """

    __schema__ = "pwa_redirect_url_v3_GetAllRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetAllResponse:
    """The redirect URLs with their purposes."""

    __schema__ = "pwa_redirect_url_v3_GetAllResponse"

    request_id: str
    redirect_urls: list[RedirectURL]
    status_code: int
