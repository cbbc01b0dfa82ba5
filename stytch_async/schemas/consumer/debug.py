"""TODO"""

import attrs

__all__ = ["WhoamiRequest", "WhoamiResponse"]


@attrs.define(kw_only=True)
class WhoamiRequest:
    """TODO

    Source: `GET /v1/debug/whoami <TODO>`_
    """


@attrs.define(kw_only=True)
class WhoamiResponse:
    """TODO"""

    __schema__ = "api_debug_v1_WhoamiResponse"

    request_id: str
    project_id: str
    name: str
    status_code: int
