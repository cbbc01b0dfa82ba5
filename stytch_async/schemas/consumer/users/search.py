"""Searches for users."""

from typing import Any

import attrs

from stytch_async.schemas.consumer.users.user import User
from stytch_async.schemas.markers import PageLimit
from stytch_async.schemas.shared import ResultsMetadata, SearchOperator

__all__ = ["SearchRequest", "SearchResponse", "SearchUsersQuery"]


@attrs.define(kw_only=True)
class SearchUsersQuery:
    """The filters of a search.

    Attributes:
        operands: Each a map of ``filter_name`` and ``filter_value``, such as ``{"filter_name": "email_address",
            "filter_value": ["ada@example.com"]}``. `UserFilter` makes them. An empty list filters nothing.

    """

    __schema__ = "api_user_v1_SearchUsersQuery"

    operator: SearchOperator | str
    operands: list[dict[str, Any]]


@attrs.define(kw_only=True)
class SearchRequest:
    """Find users, a page at a time.

    Made for administration rather than for logins: an answer can take seconds, and 150 searches a minute are allowed.

    Args:
        cursor: ``next_cursor`` of the page before.
        limit: Results on a page, at most 1000; 100 by default.
        query: The filters; without any, all users are found.

    Raises:
        BadRequestError: ``user_search_*``: a filter, the operator, the cursor or the limit makes no sense.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/users/search <https://stytch.com/docs/api-reference/consumer/api/users/search-users>`_
    """

    __schema__ = "api_user_v1_SearchRequest"

    cursor: str | None = None
    limit: PageLimit | None = None
    query: SearchUsersQuery | None = None


@attrs.define(kw_only=True)
class SearchResponse:
    """One page of a search."""

    __schema__ = "api_user_v1_SearchResponse"

    request_id: str
    results: list[User]
    results_metadata: ResultsMetadata
    status_code: int
