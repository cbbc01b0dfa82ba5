"""The visitor's account: who they are, where they are signed in, and how they leave."""

from fastapi import APIRouter, HTTPException, Request, Response

from examples.fastapi_app.pages import lead, show
from examples.fastapi_app.visitors import Current, Fresh, Stytch, Visitor, auth

router = APIRouter()


@router.get("/")
async def show_account(request: Request, visitor: Visitor) -> Response:
    """Greet whoever is signed in, and nobody else."""
    return show(request, "account.html", visitor=visitor)


@router.get("/sessions")
async def list_sessions(request: Request, stytch: Stytch, session: Fresh) -> Response:
    """Show all browsers that the visitor is signed in with."""
    found = await stytch.sessions.get(user_id=session.user_id)
    return show(request, "sessions.html", sessions=found.sessions, current=session)


@router.post("/sessions/{session_id}")
async def revoke(stytch: Stytch, session: Fresh, session_id: str) -> Response:
    """End one of the visitor's sessions, and nobody else's."""
    found = await stytch.sessions.get(user_id=session.user_id)
    if session_id not in {one.session_id for one in found.sessions}:
        raise HTTPException(404)
    await stytch.sessions.revoke(session_id=session_id)
    return lead("/sessions")


@router.post("/logout")
async def log_out(request: Request, stytch: Stytch, current: Current) -> Response:
    """End the session, here and at Stytch."""
    await stytch.sessions.revoke(session_jwt=current.session_jwt)
    auth.sign_out(request)
    return lead("/login")
