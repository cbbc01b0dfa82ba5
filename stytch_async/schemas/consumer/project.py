"""TODO"""

import enum

import attrs

__all__ = ["MetricsRequest", "MetricsResponse", "ProjectMetric", "ProjectMetricMetricType"]


class ProjectMetricMetricType(enum.StrEnum):
    """TODO"""

    __schema__ = "api_project_v1_ProjectMetricMetricType"

    UNKNOWN = "UNKNOWN"
    USER_COUNT = "USER_COUNT"
    ORGANIZATION_COUNT = "ORGANIZATION_COUNT"
    MEMBER_COUNT = "MEMBER_COUNT"
    M2M_CLIENT_COUNT = "M2M_CLIENT_COUNT"


@attrs.define(kw_only=True)
class ProjectMetric:
    """TODO"""

    __schema__ = "api_project_v1_ProjectMetric"

    metric_type: ProjectMetricMetricType | str
    count: int


@attrs.define(kw_only=True)
class MetricsRequest:
    """TODO

    Source: `GET /v1/projects/metrics <TODO>`_
    """


@attrs.define(kw_only=True)
class MetricsResponse:
    """TODO"""

    __schema__ = "api_project_v1_MetricsResponse"

    request_id: str
    project_id: str
    metrics: list[ProjectMetric]
    status_code: int
