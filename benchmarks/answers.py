"""Answers as Stytch gives them: one login's user and session, and a page of a thousand users."""

import json
from typing import Any, Final

__all__ = ["AUTHENTICATE", "SEARCH"]

TIME: Final = "2026-04-25T16:37:09Z"


def _identifier(kind: str, number: int) -> str:
    return f"{kind}-test-{number:08x}-8c3e-4f0a-9d51-0a1b2c3d4e5f"


def _user(number: int) -> dict[str, Any]:
    return {
        "biometric_registrations": [],
        "created_at": TIME,
        "crypto_wallets": [],
        "emails": [{"email": f"ada{number}@example.com", "email_id": _identifier("email", number), "verified": True}],
        "external_id": None,
        "is_locked": False,
        "lock_created_at": None,
        "lock_expires_at": None,
        "name": {"first_name": "Ada", "last_name": "Lovelace", "middle_name": ""},
        "password": {"password_id": _identifier("password", number), "requires_reset": False},
        "phone_numbers": [],
        "providers": [
            {
                "locale": "en",
                "oauth_user_registration_id": _identifier("oauth-user", number),
                "profile_picture_url": "https://example.com/ada.png",
                "provider_subject": str(number),
                "provider_type": "Google",
            }
        ],
        "roles": ["stytch_user"],
        "status": "active",
        "totps": [{"totp_id": _identifier("totp", number), "verified": True}],
        "trusted_metadata": {"plan": "team", "seats": 12, "flags": ["beta", "export"]},
        "untrusted_metadata": {"theme": "dark"},
        "user_id": _identifier("user", number),
        "webauthn_registrations": [],
    }


def _factor(kind: str, method: str, **details: dict[str, str]) -> dict[str, Any]:
    times = {"created_at": TIME, "last_authenticated_at": TIME, "updated_at": TIME}
    return {**times, "delivery_method": method, "type": kind, **details}


def _session(number: int) -> dict[str, Any]:
    email = {"email_address": f"ada{number}@example.com", "email_id": _identifier("email", number)}
    return {
        "attributes": {"ip_address": "203.0.113.7", "user_agent": "Mozilla/5.0 (X11; Linux x86_64)"},
        "authentication_factors": [
            _factor("password", "knowledge"),
            _factor("otp", "email", email_factor=email),
        ],
        "custom_claims": {"https://example.com/roles": ["editor", "billing"], "tenant": {"id": 42, "name": "Engines"}},
        "expires_at": TIME,
        "last_accessed_at": TIME,
        "roles": ["stytch_user"],
        "session_id": _identifier("session", number),
        "started_at": TIME,
        "user_id": _identifier("user", number),
    }


AUTHENTICATE: Final = json.dumps(
    {
        "request_id": _identifier("request-id", 1),
        "session": _session(1),
        "session_jwt": f"{'eyJhbGciOiJSUzI1NiJ9'}.{'A' * 700}.{'B' * 342}",
        "session_token": "mZAYn5aLEqKUlZ_Ad9U_fWr38GaAQ1oFAhT8ds245v7Q",
        "status_code": 200,
        "user": _user(1),
    }
).encode()
"""The answer of ``POST /v1/sessions/authenticate``."""

SEARCH: Final = json.dumps(
    {
        "request_id": _identifier("request-id", 2),
        "results": [_user(number) for number in range(1000)],
        "results_metadata": {"next_cursor": None, "total": 1000},
        "status_code": 200,
    }
).encode()
"""The answer of ``POST /v1/users/search`` with a thousand users."""
