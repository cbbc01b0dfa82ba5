"""An app on the FastAPI kit that answers in every way there is."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request, Response, WebSocket
from fastapi.responses import HTMLResponse, RedirectResponse, StreamingResponse

from stytch_async import Client
from stytch_async.integrations.fastapi import UserAuth, stytch_client
from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User
from tests.kits.world import PASSWORD

router = APIRouter()
auth = UserAuth()
Stytch = Annotated[Client, Depends(stytch_client)]
SignedIn = Annotated[Session, Depends(auth.session)]
EDITORS = auth.require(role="editor")


def build(client: Client | None) -> FastAPI:
    """Return the app, with a client at the place where its lifespan would put it."""
    app = FastAPI()
    app.state.stytch = client
    app.include_router(router)
    auth.install(app, refusals={"unable_to_auth_otp_code": 401, "user_lock_limit_reached": 429})
    return app


@router.get("/json")
async def json(session: SignedIn) -> dict[str, str]:
    """Answer with a plain value."""
    return {"user_id": session.user_id}


@router.get("/html")
async def html(_: SignedIn) -> HTMLResponse:
    """Answer with a response of its own."""
    return HTMLResponse("<p>Hello</p>")


@router.get("/redirect")
async def redirect(_: SignedIn) -> RedirectResponse:
    """Lead elsewhere."""
    return RedirectResponse("/json")


@router.get("/stream")
async def stream(_: SignedIn) -> StreamingResponse:
    """Answer bit by bit."""

    async def parts() -> AsyncIterator[bytes]:
        yield b"Hel"
        yield b"lo"

    return StreamingResponse(parts())


@router.get("/raise")
async def raises(_: SignedIn) -> None:
    """Answer by an error."""
    raise HTTPException(418)


@router.get("/optional")
async def optional(session: Annotated[Session | None, Depends(auth.optional)]) -> str:
    """Be open to everybody."""
    return "stranger" if session is None else session.user_id


@router.get("/user")
async def user(user: Annotated[User, Depends(auth.user)], _: SignedIn) -> str:
    """Show who is there, which Stytch knows."""
    return user.emails[0].email


@router.get("/editors")
async def editors(session: Annotated[Session, Depends(EDITORS)]) -> str:
    """Be open to editors."""
    return session.user_id


@router.get("/fresh")
async def fresh(session: Annotated[Session, Depends(auth.require(fresh=True))]) -> str:
    """Do what cannot be undone."""
    return session.user_id


@router.post("/login")
async def log_in(stytch: Stytch, request: Request, minutes: int | None = None) -> Response:
    """Sign in by password, for as long as is asked for."""
    login = await stytch.passwords.authenticate(
        email="ada@example.com", password=PASSWORD, session_duration_minutes=minutes
    )
    auth.sign_in(request, login)
    return Response("welcome")


@router.post("/logout")
async def log_out(request: Request, _: SignedIn) -> None:
    """Sign out of this browser."""
    auth.sign_out(request)


@router.post("/code")
async def code(stytch: Stytch) -> None:
    """Try a code that is wrong."""
    await stytch.otps.authenticate(method_id="email-test-1", code="000000")


@router.post("/mistake")
async def mistake(stytch: Stytch) -> None:
    """Pass an argument that is outside its limits."""
    await stytch.otps.email.login_or_create(email="ada@example.com", expiration_minutes=90)


@router.websocket("/socket")
async def socket(websocket: WebSocket, _: SignedIn) -> None:
    """Open a websocket."""
    await websocket.accept()
    await websocket.close()
