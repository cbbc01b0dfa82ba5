"""What visitors see: templates, forms, and words for what went wrong."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from fastapi import Form, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.templating import Jinja2Templates

Field = Annotated[str, Form()]
"""What was typed into a form."""

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
}

ADVICE = {
    "The address or the password is wrong.": ["wrong_password", "no_user_password"],
    "Choose a new password first: follow “Forgotten password”.": ["reset_password"],
    "There is an account with this address. Log in instead.": ["duplicate_email"],
    "Choose a password that is harder to guess.": ["weak_password", "breached_password"],
    "This address cannot receive mail.": ["invalid_email", "inactive_email"],
    "This link was used, is too old, or belongs to another browser. Ask for a new one.": [
        "unable_to_auth_password_reset_token",
        "pkce_expected_code_verifier",
        "pkce_mismatch",
    ],
    "This code is wrong, or too old.": [
        "invalid_code",
        "invalid_method_id",
        "invalid_recovery_code",
        "invalid_totp_code",
        "otp_code_not_found",
        "recovery_code_used_as_totp_code",
        "recovery_codes_not_found",
        "totp_code_used_as_recovery_code",
        "unable_to_auth_otp_code",
        "unable_to_authenticate_recovery_code",
        "unable_to_authenticate_totp",
    ],
    "This code was used. Wait for the next one.": ["totp_code_already_authenticated"],
    "Set up an authenticator app first.": [
        "expired_totp",
        "no_active_recovery_code_backed_factor",
        "totps_not_found_for_user",
    ],
    "You have an authenticator app.": ["active_totp_exists"],
    "This passkey is not known here, or it took too long. Try again.": [
        "duplicate_webauthn_registration",
        "invalid_public_key_credential",
        "no_pending_webauthn_registration",
        "unable_to_auth_webauthn_registration",
        "unable_to_register_webauthn_registration",
        "webauthn_registration_not_found",
    ],
    "Too many attempts. Wait a while.": ["too_many_requests", "user_lock_limit_reached"],
}

REFUSALS = {error_type: text for text, error_types in ADVICE.items() for error_type in error_types}
"""By Stytch's error type: what to tell a visitor who can mend it."""

ANSWERS = {
    "cross_origin": "Another site has sent you here with a form that is not ours.",
    "invalid_callback": "This link was used, is too old, or belongs to another browser. Ask for a new one.",
    "unavailable": "We cannot look up accounts at the moment. Whoever is signed in stays so: try again soon.",
}
"""By the kit's word for it: what to tell anybody."""

templates = Jinja2Templates(Path(__file__).parent / "templates")


def explain(error: str) -> str:
    """Return what to tell a visitor."""
    return ANSWERS.get(error) or REFUSALS.get(error, error)


def show(
    request: Request, name: str, status: int = 200, headers: Mapping[str, str] | None = None, **context: object
) -> Response:
    """Show a page; a form that was refused is shown again, with the reason in its URL."""
    shown = {"problem": REFUSALS.get(request.query_params.get("problem", "")), **context}
    return templates.TemplateResponse(request, name, shown, status, {**HEADERS, **(headers or {})})


def lead(path: str) -> Response:
    """Lead the visitor to another page, after a form as well as after a link."""
    return RedirectResponse(path, 303)
