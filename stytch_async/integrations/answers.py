"""What an app answers to each error: the only place where one gets a status."""

import math
from collections.abc import Mapping
from typing import Final

import attrs

from stytch_async.errors import (
    APIError,
    CallbackError,
    ConfigurationError,
    InvalidRequestError,
    PermissionDeniedError,
    StytchError,
    TenancyError,
    TokenError,
    TokenReason,
    WebhookError,
)
from stytch_async.integrations.refusals import CrossOriginError, MissingCredentialsError, StepUpError
from stytch_async.logins import is_signed_out

__all__ = ["Answer", "answer_to"]

PAUSE: Final = 5
"""Seconds that a browser is asked to wait in an outage, unless Stytch has named its own number."""


NOT_ADMITTED: Final = frozenset(
    {
        "action_not_allowed_email_domain_is_claimed",
        "email_jit_provisioning_not_allowed",
        "invalid_connection_for_jit_provisioning",
        "invalid_email_for_jit_provisioning",
        "invalid_oauth_tenant_for_jit_provisioning",
        "oauth_tenant_jit_provisioning_not_allowed",
        "operation_restricted_by_organization_auth_methods",
    }
)
"""The error types of a login that an organization does not take, or not from this visitor."""


@attrs.frozen(kw_only=True)
class Answer:
    """What an app says instead of doing what it was asked for.

    Attributes:
        status: The HTTP status.
        error: The error, in one word.
        headers: Headers of the answer.
        signs_out: Whether the visitor's session is over, so that the cookies can go.

    """

    status: int
    error: str
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str])
    signs_out: bool = False


def answer_to(  # noqa: C901, PLR0911, PLR0912 - a table
    error: StytchError,
    *,
    refusals: Mapping[str, int] | None = None,
    scopes: str = "",
    hide_tenants: bool = False,
) -> Answer | None:
    """Return what to answer to an error, ``None`` where it is a mistake in the app.

    A 401 means that the visitor has to log in, a 403 that it would not help, and a 503 that nobody can: whatever Stytch
    refuses for another reason is the app's trouble, for instance a wrong secret, and signs nobody out.

    Args:
        error: What was raised.
        refusals: By Stytch's error type, the status of what the visitor can mend, such as a weak password.
        scopes: What a token needs, space-separated.
        hide_tenants: Whether what belongs to another organization is answered as if it did not exist.

    """
    match error:
        case InvalidRequestError() | ConfigurationError():
            return None
        case APIError(error_type=str() as kind) if refusals and kind in refusals:
            return Answer(status=refusals[kind], error=kind, headers=_wait(error.retry_after))
        case WebhookError():
            return Answer(status=400, error="invalid_webhook")
        case MissingCredentialsError():
            # RFC 6750: who has not tried to authenticate is told how, and of no error.
            return Answer(status=401, error="unauthenticated", headers={"WWW-Authenticate": "Bearer"})
        case CallbackError():
            return Answer(status=400, error="invalid_callback")
        case APIError(error_type=str() as kind) if kind in NOT_ADMITTED:
            return Answer(status=403, error="not_admitted")
        case CrossOriginError():
            return Answer(status=403, error="cross_origin")
        case StepUpError(factors=factors, within=within):
            age, wanted = None if within is None else f"{within.total_seconds():.0f}", " ".join(sorted(factors))
            return _challenge(401, "insufficient_user_authentication", max_age=age, acr_values=wanted)
        case TokenError(reason=TokenReason.MISSING_SCOPE):
            return _challenge(403, "insufficient_scope", scope=scopes)
        case _ if is_signed_out(error):
            reason = error.reason.value if isinstance(error, TokenError) else "the session is over"
            return attrs.evolve(_challenge(401, "invalid_token", error_description=reason), signs_out=True)
        case TenancyError() if hide_tenants:
            return Answer(status=404, error="not_found")
        case PermissionDeniedError():
            return Answer(status=403, error="forbidden")
        case _:
            return Answer(status=503, error="unavailable", headers=_wait(getattr(error, "retry_after", None) or PAUSE))


def _challenge(status: int, error: str, **parameters: str | None) -> Answer:
    given = {"error": error, **{name: value for name, value in parameters.items() if value}}
    challenge = ", ".join(f'{name}="{value}"' for name, value in given.items())
    return Answer(status=status, error=error, headers={"WWW-Authenticate": f"Bearer {challenge}"})


def _wait(seconds: float | None) -> dict[str, str]:
    return {} if seconds is None else {"Retry-After": str(math.ceil(seconds))}
