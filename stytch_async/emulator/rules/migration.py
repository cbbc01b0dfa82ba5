"""Sessions that are taken over from another system."""

import json
from collections.abc import Mapping
from typing import Any

from stytch_async.emulator.refusals.migration import (
    MIGRATE_FROM_EXTERNAL_MISSING_USERINFO,
    MIGRATE_FROM_EXTERNAL_UNEXPECTED_RESPONSE,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.addresses import is_email
from stytch_async.emulator.rules.factors import factor
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.web import Fetch

__all__ = ["imported_factor", "migrated_email"]


def migrated_email(project: Project, token: str) -> str:
    """Return the address of somebody who is logged in elsewhere, or refuse (behaviour-more I1).

    Without a system to ask the call goes nowhere, which is taken for a failed one (inferred).
    """
    told = _userinfo(project, token)
    if told is None:
        raise Refusal(MIGRATE_FROM_EXTERNAL_UNEXPECTED_RESPONSE)
    email = told.get("email")
    if not isinstance(email, str) or not is_email(email):
        raise Refusal(MIGRATE_FROM_EXTERNAL_MISSING_USERINFO)
    return email


def _userinfo(project: Project, token: str) -> Mapping[str, Any] | None:
    """Return what the other system tells: whoever stands in for it, or what the project's web has at its URL."""
    if project.userinfo is not None:
        return project.userinfo(token)
    url = project.settings.zero_downtime_session_migration_url
    try:
        told: Any = json.loads(project.web.fetch(Fetch(url=url, bearer=token)) or "null")
    except ValueError:
        return None
    return told if isinstance(told, dict) else None  # pyright: ignore[reportUnknownVariableType] - JSON


def imported_factor(project: Project) -> Factor:
    """Return the factor of a session that was taken over (behaviour-more I3)."""
    return factor(project, "imported", "imported_auth0")
