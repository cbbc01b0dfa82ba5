"""An app on the Starlette kit that answers in every way there is."""

import datetime as dt
from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.authentication import requires
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from stytch_async import B2BClient, Client
from stytch_async.integrations.starlette import MemberAuth, UserAuth, stytch_client
from tests.kits.world import MEMBER_COOKIES, PASSWORD

auth = UserAuth()


def build(client: Client, b2b: B2BClient) -> Starlette:
    """Return the app."""
    members = MemberAuth(lambda _: b2b, cookies=MEMBER_COOKIES)
    discreet = MemberAuth(lambda _: b2b, cookies=MEMBER_COOKIES, hide_tenants=True)
    recent = dt.timedelta(minutes=5)
    checks: dict[str, Callable[[HTTPConnection], Awaitable[object]]] = {
        "/session": auth.session,
        "/editor": lambda here: auth.session(here, role="editor"),
        "/publish": lambda here: auth.session(here, check=("documents", "publish")),
        "/totp": lambda here: auth.session(here, factors="totp", within=recent),
        "/organizations/{id}": lambda here: members.member_of(here, here.path_params["id"]),
        "/hidden/{id}": lambda here: discreet.member_of(here, here.path_params["id"]),
    }
    checked = [route for path, check in checks.items() for route in checked_routes(path, check)]
    app = Starlette(routes=[*checked, *ROUTES])
    app.state.stytch = client
    auth.install(app, refusals={"unable_to_auth_otp_code": 401})
    return app


def checked_routes(path: str, check: Callable[[HTTPConnection], Awaitable[object]]) -> list[BaseRoute]:
    """Return a route and a websocket that are behind a check."""

    async def post(request: Request) -> Response:
        await check(request)
        return PlainTextResponse("welcome")

    async def socket(websocket: WebSocket) -> None:
        await check(websocket)
        await websocket.accept()
        await websocket.close()

    return [Route(path, post, methods=["POST"]), WebSocketRoute(path, socket)]


async def whoami(request: Request) -> Response:
    """Tell who Starlette thinks is there, and what for."""
    name = request.user.identity if request.user.is_authenticated else "stranger"
    return JSONResponse({"user": name, "scopes": request.auth.scopes})


@requires("authenticated", redirect="login")
async def page(request: Request) -> Response:
    """Be open to who is signed in, and ask everybody else to log in."""
    return PlainTextResponse(request.user.display_name)


@requires("editor")
async def editors(request: Request) -> Response:
    """Be open to editors."""
    return PlainTextResponse(request.user.display_name)


async def both(request: Request) -> Response:
    """Ask for the session once more, and for the user."""
    session, user = await auth.session(request), await auth.user(request)
    return JSONResponse({"same": session.user_id == user.user_id})


async def log_in(request: Request) -> Response:
    """Sign in by password."""
    login = await stytch_client(request).passwords.authenticate(
        email="ada@example.com", password=PASSWORD, session_duration_minutes=60
    )
    auth.sign_in(request, login)
    return RedirectResponse("/page", 303)


async def log_out(request: Request) -> Response:
    """Sign out of this browser."""
    auth.sign_out(request)
    return PlainTextResponse("bye")


async def code(request: Request) -> Response:
    """Try a code that is wrong."""
    await stytch_client(request).otps.authenticate(method_id="email-test-1", code="000000")
    return PlainTextResponse("welcome")


ROUTES = [
    Route("/whoami", whoami),
    Route("/page", page),
    Route("/editors", editors),
    Route("/both", both),
    Route("/login", log_in, methods=["POST"], name="login"),
    Route("/logout", log_out, methods=["POST"]),
    Route("/code", code, methods=["POST"]),
]
