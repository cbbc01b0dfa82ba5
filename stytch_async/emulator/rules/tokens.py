"""The JWTs that a project signs, and the keys that they are checked with."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal

from stytch_async.converter import converter
from stytch_async.emulator.rules.claims import fill_in
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.sessions import Session
from stytch_async.schemas.consumer.sessions import JWK

__all__ = ["SESSION_CLAIM", "key_set", "mint", "registered_claims", "session_claim", "with_template"]

SESSION_CLAIM: Final = "https://stytch.com/session"
JWT_SECONDS: Final = 300


def session_claim(session: Session, roles: Sequence[str]) -> dict[str, Any]:
    """Return what the JWTs of users and members alike say of a session."""
    return {
        "id": session.id,
        "started_at": _claimed_time(session.started_at),
        "last_accessed_at": _claimed_time(session.last_accessed_at),
        "expires_at": _claimed_time(session.expires_at),
        "authentication_factors": [_claimed_factor(factor) for factor in session.factors],
        "roles": roles,
    }


def _claimed_time(moment: dt.datetime) -> str:
    """Write a time as it stands in JWTs: without fractions of a second."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _claimed_factor(factor: Factor) -> dict[str, Any]:
    """Return a factor as it stands in JWTs: when it was last proven, and what it was."""
    said: dict[str, Any] = {
        "type": factor.type,
        "delivery_method": factor.delivery_method,
        "last_authenticated_at": _claimed_time(factor.last_authenticated_at),
    }
    return {**said, factor.name: dict(factor.details)} if factor.name else said


def registered_claims(project: Project, subject: str, seconds: int) -> dict[str, Any]:
    """Return what every token of a project says first."""
    issued = int(project.now.timestamp())
    return {
        "iss": project.issuer,
        "sub": subject,
        "aud": [project.project_id],
        "iat": issued,
        "nbf": issued,
        "exp": issued + seconds,
    }


def with_template(
    project: Project,
    template_type: Literal["SESSION", "M2M"],
    claims: dict[str, Any],
    shown: Callable[[], Mapping[str, object]],
) -> dict[str, Any]:
    """Return claims, with those that the project's template adds under other names, and with its audience.

    Args:
        project: The project.
        template_type: Whose JWTs are meant.
        claims: What such a JWT says anyway.
        shown: Returns what tags stand for, each as the API shows it; called only where there is a template.

    """
    template = project.settings.jwt_templates.get(template_type)
    if template is None:
        return claims
    audience = [*claims["aud"], *([template.custom_audience] if template.custom_audience else [])]
    return {**fill_in(template.template_content, converter.unstructure({**shown()})), **claims, "aud": audience}


def mint(project: Project, session: Session, claims: dict[str, Any], shown: Callable[[], Mapping[str, object]]) -> str:
    """Return a session JWT, good for five minutes; see `with_template` for ``shown``."""
    own = {**session.custom_claims, **claims, **registered_claims(project, session.owner_id, JWT_SECONDS)}
    return project.keys.sign(with_template(project, "SESSION", own, shown))


def key_set(project: Project) -> list[JWK]:
    """Return the keys that the project's JWTs are signed with."""
    return [JWK(key_ops=["verify"], x5c=[], x5tS256="", **key) for key in project.keys.public()]
