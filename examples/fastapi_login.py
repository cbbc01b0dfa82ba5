"""A FastAPI app with a login: sign up, log in by an emailed code, change the password, see a protected page.

Set STYTCH_PROJECT_ID and STYTCH_SECRET, then run ``uvicorn examples.fastapi_login:app``.
"""

import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Body, Depends, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from fastapi.security import APIKeyCookie

from stytch_async import APIError, Client, StytchError

logger = logging.getLogger(__name__)

REFUSALS = {
    "duplicate_email": 400,
    "weak_password": 400,
    "breached_password": 400,
    "invalid_code": 401,
    "otp_code_not_found": 401,
    "unable_to_auth_otp_code": 401,
    "invalid_session_token": 401,
    "session_not_found": 401,
    "session_too_old_to_reset_password": 403,
    "too_many_requests": 429,
    "user_lock_limit_reached": 429,
}
"""By Stytch's error type: the status of what a visitor has to mend."""


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
    """Keep one client for as long as the app runs."""
    async with Client.from_env() as app.state.stytch:
        yield


def stytch_client(request: Request) -> Client:
    """Give the app's client to a handler; a test puts another in its place."""
    client: Client = request.app.state.stytch
    return client


app = FastAPI(lifespan=lifespan)
Stytch = Annotated[Client, Depends(stytch_client)]
SessionToken = Annotated[str, Depends(APIKeyCookie(name="session"))]


@app.exception_handler(StytchError)
async def explain(_: Request, error: StytchError) -> JSONResponse:
    """Tell visitors what is theirs to mend; anything else, such as an outage, is a 503 and signs nobody out."""
    if isinstance(error, APIError) and error.error_type in REFUSALS:
        return JSONResponse({"error": error.error_type}, REFUSALS[error.error_type])
    logger.error("%s", error)
    return JSONResponse({"error": "unavailable"}, 503)


def remember(response: Response, session_token: str) -> None:
    """Keep the session in a cookie that no script can read."""
    response.set_cookie("session", session_token, httponly=True, secure=True, samesite="lax")


@app.post("/signup", status_code=201)
async def sign_up(
    stytch: Stytch, response: Response, email: Annotated[str, Body()], password: Annotated[str, Body()]
) -> dict[str, str]:
    """Create a user with a password."""
    created = await stytch.passwords.create(email=email, password=password, session_duration_minutes=60)
    remember(response, created.session_token)
    return {"user_id": created.user_id}


@app.post("/login")
async def send_code(stytch: Stytch, email: Annotated[str, Body(embed=True)]) -> dict[str, str]:
    """Email a code, whether or not the address is known."""
    sent = await stytch.otps.email.login_or_create(email=email)
    return {"method_id": sent.email_id}


@app.post("/login/code")
async def log_in(
    stytch: Stytch, response: Response, method_id: Annotated[str, Body()], code: Annotated[str, Body()]
) -> dict[str, str]:
    """Exchange the emailed code for a session."""
    login = await stytch.otps.authenticate(method_id=method_id, code=code, session_duration_minutes=60)
    remember(response, login.session_token)
    return {"user_id": login.user_id}


@app.post("/password")
async def change_password(
    stytch: Stytch, session_token: SessionToken, password: Annotated[str, Body(embed=True)]
) -> dict[str, str]:
    """Set a new password; the login must be at most five minutes old."""
    changed = await stytch.passwords.sessions.reset(password=password, session_token=session_token)
    return {"user_id": changed.user_id}


@app.get("/")
async def front_page(stytch: Stytch, session_token: SessionToken) -> dict[str, str]:
    """Greet whoever is logged in, and nobody else."""
    current = await stytch.sessions.authenticate(session_token=session_token)
    return {"greeting": f"Hello, {current.user.emails[0].email}!"}
