"""The project itself."""

from typing import Literal

import attrs

__all__ = ["MetricType", "MetricsRequest", "MetricsResponse", "ProjectMetric"]


MetricType = Literal["UNKNOWN", "USER_COUNT", "ORGANIZATION_COUNT", "MEMBER_COUNT", "M2M_CLIENT_COUNT"]
"""What is counted."""


@attrs.define(kw_only=True)
class ProjectMetric:
    """How many of a kind a project holds."""

    __schema__ = "api_project_v1_ProjectMetric"

    metric_type: MetricType | str
    count: int


@attrs.define(kw_only=True)
class MetricsRequest:
    """Count the users, organizations, members and M2M clients of the project.

    Source: `GET /v1/projects/metrics <https://stytch.com/docs/api-reference/consumer/api/overview>`_
    """


@attrs.define(kw_only=True)
class MetricsResponse:
    """One count for each kind."""

    __schema__ = "api_project_v1_MetricsResponse"

    request_id: str
    project_id: str
    metrics: list[ProjectMetric]
    status_code: int
