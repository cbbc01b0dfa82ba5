"""A FastAPI app with a login: sign up, log in by an emailed code, change the password, see a protected page.

Set STYTCH_PROJECT_ID and STYTCH_SECRET, then run ``uvicorn examples.fastapi_login:app``.
"""

from typing import Annotated

from fastapi import Body, Depends, FastAPI, Request

from stytch_async import Client
from stytch_async.integrations.fastapi import SignedIn, UserAuth, keeps, stytch_client
from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User

REFUSALS = {
    "duplicate_email": 400,
    "weak_password": 400,
    "breached_password": 400,
    "invalid_code": 401,
    "otp_code_not_found": 401,
    "unable_to_auth_otp_code": 401,
    "session_too_old_to_reset_password": 403,
    "too_many_requests": 429,
    "user_lock_limit_reached": 429,
}
"""By Stytch's error type: the status of what a visitor has to mend."""

auth = UserAuth()
app = FastAPI(lifespan=keeps(Client.from_env))
auth.install(app, refusals=REFUSALS)

Stytch = Annotated[Client, Depends(stytch_client)]
Current = Annotated[SignedIn[Session, User], Depends(auth.signed_in)]
Visitor = Annotated[User, Depends(auth.user)]


@app.post("/signup", status_code=201)
async def sign_up(
    stytch: Stytch, request: Request, email: Annotated[str, Body()], password: Annotated[str, Body()]
) -> dict[str, str]:
    """Create a user with a password."""
    created = await stytch.passwords.create(email=email, password=password, session_duration_minutes=60)
    auth.sign_in(request, created)
    return {"user_id": created.user_id}


@app.post("/login")
async def send_code(stytch: Stytch, email: Annotated[str, Body(embed=True)]) -> dict[str, str]:
    """Email a code, whether or not the address is known."""
    sent = await stytch.otps.email.login_or_create(email=email)
    return {"method_id": sent.email_id}


@app.post("/login/code")
async def log_in(
    stytch: Stytch, request: Request, method_id: Annotated[str, Body()], code: Annotated[str, Body()]
) -> dict[str, str]:
    """Exchange the emailed code for a session."""
    login = await stytch.otps.authenticate(method_id=method_id, code=code, session_duration_minutes=60)
    auth.sign_in(request, login)
    return {"user_id": login.user_id}


@app.post("/password")
async def change_password(
    stytch: Stytch, current: Current, password: Annotated[str, Body(embed=True)]
) -> dict[str, str]:
    """Set a new password; the login must be at most five minutes old."""
    changed = await stytch.passwords.sessions.reset(password=password, session_jwt=current.session_jwt)
    return {"user_id": changed.user_id}


@app.post("/logout", status_code=204)
async def log_out(stytch: Stytch, request: Request, current: Current) -> None:
    """End the session, here and at Stytch."""
    await stytch.sessions.revoke(session_jwt=current.session_jwt)
    auth.sign_out(request)


@app.get("/")
async def front_page(visitor: Visitor) -> dict[str, str]:
    """Greet whoever is logged in, and nobody else."""
    return {"greeting": f"Hello, {visitor.emails[0].email}!"}
