"""Passwords: sign up, log in, and what to do when one was forgotten."""

from contextlib import suppress

from fastapi import APIRouter, HTTPException, Request, Response

from examples.fastapi_app.pages import Field, lead, show
from examples.fastapi_app.visitors import CALLBACK, MINUTES, URL, Stytch, auth
from stytch_async import AuthenticationError, NotFoundError

router = APIRouter()


@router.get("/sign-up")
async def ask_whom_to_sign_up(request: Request) -> Response:
    """Show the form for an account."""
    return show(request, "sign_up.html")


@router.post("/sign-up")
async def sign_up(request: Request, stytch: Stytch, email: Field, password: Field) -> Response:
    """Create an account."""
    created = await stytch.passwords.create(email=email, password=password, session_duration_minutes=MINUTES)
    auth.sign_in(request, created)
    return lead("/")


@router.get("/login")
async def ask_for_password(request: Request) -> Response:
    """Show all ways to log in."""
    return show(request, "login.html")


@router.post("/login")
async def log_in(request: Request, stytch: Stytch, email: Field, password: Field) -> Response:
    """Log in with a password."""
    try:
        login = await stytch.passwords.authenticate(email=email, password=password, session_duration_minutes=MINUTES)
    except (AuthenticationError, NotFoundError):
        # One answer to both, or strangers could find out who has an account.
        raise HTTPException(400, "wrong_password") from None
    auth.sign_in(request, login)
    return lead("/")


@router.get("/forgotten")
async def ask_whose_password(request: Request) -> Response:
    """Ask for the address of an account."""
    return show(request, "email.html", title="Forgotten password", button="Mail me a link")


@router.post("/forgotten")
async def send_reset(request: Request, stytch: Stytch, email: Field) -> Response:
    """Mail a link that leads to a new password, if there is such an account, and say the same if there is not."""
    with suppress(NotFoundError):
        await stytch.passwords.email.reset_start(
            email=email,
            reset_password_redirect_url=URL + CALLBACK,
            login_redirect_url=URL + CALLBACK,
            code_challenge=auth.begin(request).challenge,
        )
    return show(request, "sent.html")


@router.post(CALLBACK)
async def choose_password(request: Request, stytch: Stytch, token: str, password: Field) -> Response:
    """Take the new password from the page that the link has led to."""
    pkce = auth.recall(request)
    login = await stytch.passwords.email.reset(
        token=token,
        password=password,
        code_verifier=pkce.verifier if pkce else None,
        session_duration_minutes=MINUTES,
    )
    auth.sign_in(request, login)
    return lead("/")
