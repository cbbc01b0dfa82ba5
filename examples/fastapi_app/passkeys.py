"""Passkeys: the browser's part is in static/passkeys.js, and Stytch checks what it answers."""

from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response

from examples.fastapi_app.pages import Field, lead, show
from examples.fastapi_app.visitors import MINUTES, URL, Current, Stytch, Visitor, auth

router = APIRouter()

DOMAIN = urlsplit(URL).hostname or ""
"""What the passkeys are for: they are of no use on another site."""


@router.get("/login/passkey")
async def ask_for_passkey(request: Request, stytch: Stytch) -> Response:
    """Show the button, with what the browser has to sign."""
    begun = await stytch.webauthn.authenticate_start(
        domain=DOMAIN, return_passkey_credential_options=True, use_base64_url_encoding=True
    )
    return show(request, "login_passkey.html", options=begun.public_key_credential_request_options)


@router.post("/login/passkey")
async def log_in(request: Request, stytch: Stytch, credential: Field) -> Response:
    """Exchange the signature for a session; the passkey tells whose it is."""
    login = await stytch.webauthn.authenticate(public_key_credential=credential, session_duration_minutes=MINUTES)
    auth.sign_in(request, login)
    return lead("/")


@router.get("/passkeys")
async def list_passkeys(request: Request, stytch: Stytch, visitor: Visitor) -> Response:
    """Show the visitor's passkeys, and the button for a new one."""
    begun = await stytch.webauthn.register_start(
        user_id=visitor.user_id, domain=DOMAIN, return_passkey_credential_options=True, use_base64_url_encoding=True
    )
    options = begun.public_key_credential_creation_options
    return show(request, "passkeys.html", passkeys=visitor.webauthn_registrations, options=options)


@router.post("/passkeys")
async def add_passkey(stytch: Stytch, current: Current, credential: Field) -> Response:
    """Keep the public half of a new passkey."""
    await stytch.webauthn.register(user_id=current.session.user_id, public_key_credential=credential)
    return lead("/passkeys")
