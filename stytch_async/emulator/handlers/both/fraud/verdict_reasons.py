"""How much each warning flag weighs."""

from stytch_async.api.both.fraud import VerdictReasons
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.verdicts import DEFAULTS, STRICTNESS, default_action
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.fraud import ReasonOverride
from stytch_async.schemas.both import fraud as schemas

__all__: list[str] = []


def _known(project: Project) -> list[str]:
    """Name the flags: the public one, and those that devices raise in this project (inferred)."""
    return sorted({*DEFAULTS}.union(*(device.reasons for device in project.devices)))


def _view(project: Project, reason: str) -> schemas.VerdictReasonAction:
    decided = project.reason_overrides.get(reason)
    return schemas.VerdictReasonAction(
        verdict_reason=reason,
        default_action=default_action(reason),
        override_action=decided.action if decided else None,
        override_created_at=decided.created_at if decided else None,
        override_description=decided.description if decided else None,
    )


@handles(VerdictReasons.override)
def override(
    project: Project, request: schemas.VerdictReasonsOverrideRequest
) -> schemas.VerdictReasonsOverrideResponse:
    """Decide how much a flag weighs; ``NONE`` brings the default back."""
    if request.verdict_reason not in _known(project):
        raise Refusal(BAD_REQUEST, "there is no such verdict reason")
    if request.override_action not in {*STRICTNESS, "NONE"}:
        raise Refusal(BAD_REQUEST, "the action is ALLOW, CHALLENGE, BLOCK or NONE")
    decided = ReasonOverride(
        reason=request.verdict_reason,
        action=str(request.override_action),
        description=request.override_description,
        created_at=project.now,
    )
    if decided.action == "NONE":
        project.reason_overrides.remove(decided)
    else:
        project.reason_overrides.save(decided)
    shown = _view(project, request.verdict_reason)
    return schemas.VerdictReasonsOverrideResponse(verdict_reason_action=shown, **project.envelope())


@handles(VerdictReasons.list)
def list_reasons(project: Project, request: schemas.VerdictReasonsListRequest) -> schemas.VerdictReasonsListResponse:
    """List the flags."""
    names = [name for name in _known(project) if not request.overrides_only or name in project.reason_overrides]
    shown = [_view(project, name) for name in names]
    return schemas.VerdictReasonsListResponse(verdict_reason_actions=shown, **project.envelope())
