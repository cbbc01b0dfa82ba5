"""Help with finding out why a call fails."""

import attrs

__all__ = ["WhoamiRequest", "WhoamiResponse"]


@attrs.define(kw_only=True)
class WhoamiRequest:
    """Tell which project the credentials belong to.

    Source: `GET /v1/debug/whoami <https://stytch.com/docs/api-reference/consumer/api/overview>`_
    """


@attrs.define(kw_only=True)
class WhoamiResponse:
    """The project."""

    __schema__ = "api_debug_v1_WhoamiResponse"

    request_id: str
    project_id: str
    name: str
    status_code: int
