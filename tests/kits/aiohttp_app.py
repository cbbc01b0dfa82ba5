"""An app on the aiohttp kit that answers in every way there is."""

import datetime as dt

from aiohttp import web

from stytch_async import B2BClient, Client, InvalidRequestError
from stytch_async.integrations.aiohttp_web import STYTCH, MemberAuth, UserAuth
from tests.kits.world import MEMBER_COOKIES, PASSWORD

auth = UserAuth()
members = MemberAuth(cookies=MEMBER_COOKIES)
discreet = MemberAuth(cookies=MEMBER_COOKIES, hide_tenants=True)
routes = web.RouteTableDef()


def build(client: Client, b2b: B2BClient) -> web.Application:
    """Return the app."""
    app = web.Application()
    auth.setup(app, lambda: client, refusals={"unable_to_auth_otp_code": 401, "user_lock_limit_reached": 429})
    members.setup(app, lambda: b2b)
    app.add_routes(routes)
    return app


async def welcome(request: web.Request) -> web.StreamResponse:
    """Answer a request, or open a websocket."""
    if request.method == "POST":
        return web.Response(text="welcome")
    websocket = web.WebSocketResponse()
    await websocket.prepare(request)
    await websocket.close()
    return websocket


@routes.post("/session")
@routes.get("/session")
async def session(request: web.Request) -> web.StreamResponse:
    """Be open to who is signed in."""
    await auth.session(request)
    return await welcome(request)


@routes.post("/editor")
@routes.get("/editor")
async def editor(request: web.Request) -> web.StreamResponse:
    """Be open to editors."""
    await auth.session(request, role="editor")
    return await welcome(request)


@routes.post("/publish")
@routes.get("/publish")
async def publish(request: web.Request) -> web.StreamResponse:
    """Be open to whom the policy permits it."""
    await auth.session(request, check=("documents", "publish"))
    return await welcome(request)


@routes.post("/totp")
@routes.get("/totp")
async def totp(request: web.Request) -> web.StreamResponse:
    """Be open to who has just given a passcode."""
    await auth.session(request, factors="totp", within=dt.timedelta(minutes=5))
    return await welcome(request)


@routes.post("/organizations/{organization_id}")
@routes.get("/organizations/{organization_id}")
async def organization(request: web.Request) -> web.StreamResponse:
    """Be open to the members of an organization."""
    await members.member_of(request, request.match_info["organization_id"])
    return await welcome(request)


@routes.post("/hidden/{organization_id}")
@routes.get("/hidden/{organization_id}")
async def hidden(request: web.Request) -> web.StreamResponse:
    """Be there for the members of an organization only."""
    await discreet.member_of(request, request.match_info["organization_id"])
    return await welcome(request)


@routes.get("/json")
async def json(request: web.Request) -> web.Response:
    """Answer with JSON."""
    return web.json_response({"user_id": (await auth.session(request)).user_id})


@routes.get("/stream")
async def stream(request: web.Request) -> web.StreamResponse:
    """Answer bit by bit."""
    await auth.session(request)
    response = web.StreamResponse()
    await response.prepare(request)
    await response.write(b"Hel")
    await response.write(b"lo")
    return response


@routes.get("/raise")
async def raises(request: web.Request) -> web.Response:
    """Answer by an error."""
    await auth.session(request)
    raise web.HTTPConflict


@routes.get("/redirect")
async def redirect(request: web.Request) -> web.Response:
    """Lead elsewhere."""
    await auth.session(request)
    raise web.HTTPSeeOther("/optional")


@routes.get("/optional")
async def optional(request: web.Request) -> web.Response:
    """Be open to everybody."""
    session = await auth.optional(request)
    return web.Response(text="stranger" if session is None else session.user_id)


@routes.get("/user")
async def user(request: web.Request) -> web.Response:
    """Show who is there, which Stytch knows."""
    user = await auth.user(request)
    return web.Response(text=f"{user.emails[0].email} {(await auth.session(request)).user_id}")


@routes.get("/fresh")
async def fresh(request: web.Request) -> web.Response:
    """Do what cannot be undone."""
    return web.Response(text=(await auth.session(request, fresh=True)).user_id)


@routes.post("/login")
async def log_in(request: web.Request) -> web.Response:
    """Sign in by password."""
    login = await request.config_dict[STYTCH].passwords.authenticate(
        email="ada@example.com", password=PASSWORD, session_duration_minutes=60
    )
    auth.sign_in(request, login)
    return web.Response(text="welcome")


@routes.post("/logout")
async def log_out(request: web.Request) -> web.Response:
    """Sign out of this browser."""
    auth.sign_out(request)
    return web.Response(text="bye")


@routes.post("/code")
async def code(request: web.Request) -> web.Response:
    """Try a code that is wrong."""
    await request.config_dict[STYTCH].otps.authenticate(method_id="email-test-1", code="000000")
    return web.Response()


@routes.post("/mistake")
async def mistake(_: web.Request) -> web.Response:
    """Pass an argument that is outside its limits."""
    raise InvalidRequestError("expiration_minutes", "is at most 10")
