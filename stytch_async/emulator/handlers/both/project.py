"""The project itself."""

from collections.abc import Mapping, Sequence
from typing import Final

from stytch_async.api.both import project as api
from stytch_async.emulator.registry import handles
from stytch_async.emulator.state.project import Project, Vertical
from stytch_async.schemas.both import project as schemas

__all__: list[str] = []

COUNTED: Final[Mapping[Vertical | None, Sequence[schemas.MetricType]]] = {
    "consumer": ["USER_COUNT", "M2M_CLIENT_COUNT"],
    "b2b": ["ORGANIZATION_COUNT", "MEMBER_COUNT", "M2M_CLIENT_COUNT"],
    None: ["USER_COUNT", "ORGANIZATION_COUNT", "MEMBER_COUNT", "M2M_CLIENT_COUNT"],
}
"""By what a project is for: what is counted (behaviour-more V2, inferred there)."""


@handles(api.Project.metrics)
def metrics(project: Project, request: schemas.MetricsRequest) -> schemas.MetricsResponse:
    """Count what the project holds."""
    del request
    counts: dict[schemas.MetricType, int] = {
        "USER_COUNT": len(project.users),
        "ORGANIZATION_COUNT": len(project.organizations),
        "MEMBER_COUNT": len(project.members),
        "M2M_CLIENT_COUNT": len(project.machines),
    }
    found = [schemas.ProjectMetric(metric_type=name, count=counts[name]) for name in COUNTED[project.vertical]]
    return schemas.MetricsResponse(project_id=project.project_id, metrics=found, **project.envelope())
