"""An app on aiohttp's server: log in by an emailed code, see a protected page, log out.

Set STYTCH_PROJECT_ID and STYTCH_SECRET, then run ``python -m examples.aiohttp_app``. Set APP_URL, too, where the app is
served at another address.
"""

import os
from collections.abc import Callable
from html import escape
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler

from stytch_async import Client
from stytch_async.integrations.aiohttp_web import STYTCH, UserAuth
from stytch_async.integrations.cookies import Cookies

URL: Final = os.environ.get("APP_URL", "http://localhost:8080")
"""Where the app is served. If that is HTTPS, cookies travel over nothing else."""

REFUSALS: Final = {
    "inactive_email": 400,
    "invalid_email": 400,
    "invalid_code": 422,
    "invalid_method_id": 422,
    "otp_code_not_found": 422,
    "too_many_requests": 429,
    "unable_to_auth_otp_code": 422,
    "user_lock_limit_reached": 429,
}
"""By Stytch's error type: the status of what a visitor can mend."""

WORDS: Final = {
    400: "Mails do not reach this address.",
    401: "Please log in.",
    403: "This came from another site.",
    404: "There is no such page.",
    422: "This code is wrong, or too old.",
    429: "That was often. Please wait a moment.",
    503: "Our login service cannot be reached. Whoever is logged in stays so: please try again in a moment.",
}
"""By status: what a visitor is told."""

PAGE: Final = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>An app on aiohttp</title>
<style>
  body {{ font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem }}
  input, button {{ font: inherit; padding: .4rem .8rem }}
</style>
<p>{words}</p>
{form}
</html>
"""

LOGIN: Final = """<form method="post" action="/login">
  <label>Email <input type="email" name="email" autocomplete="email" required autofocus></label>
  <button>Mail me a code</button>
</form>"""

CODE: Final = """<form method="post" action="/login/code">
  <input type="hidden" name="method_id" value="{method_id}">
  <label>Code <input name="code" inputmode="numeric" autocomplete="one-time-code" required autofocus></label>
  <button>Log in</button>
</form>"""

LOGOUT: Final = '<form method="post" action="/logout"><button>Log out</button></form>'

BACK: Final = '<a href="/">Begin anew</a>'

auth = UserAuth(cookies=Cookies(secure=URL.startswith("https:")))
routes = web.RouteTableDef()


@routes.get("/")
async def welcome(request: web.Request) -> web.Response:
    """Greet whoever is logged in, and nobody else."""
    user = await auth.user(request)
    return show(f"Hello, {user.emails[0].email}!", LOGOUT)


@routes.post("/login")
async def send_code(request: web.Request) -> web.Response:
    """Mail a code, whether or not the address is known, and ask for it."""
    email = await field(request, "email")
    sent = await request.config_dict[STYTCH].otps.email.login_or_create(email=email)
    return show(f"Type the code that was sent to {email}.", CODE.format(method_id=escape(sent.email_id)))


@routes.post("/login/code")
async def log_in(request: web.Request) -> web.Response:
    """Exchange the code for a session."""
    login = await request.config_dict[STYTCH].otps.authenticate(
        method_id=await field(request, "method_id"), code=await field(request, "code"), session_duration_minutes=60
    )
    auth.sign_in(request, login)
    raise web.HTTPSeeOther("/")


@routes.post("/logout")
async def log_out(request: web.Request) -> web.Response:
    """End the session, here and at Stytch."""
    current = await auth.signed_in(request)
    await request.config_dict[STYTCH].sessions.revoke(session_jwt=current.session_jwt)
    auth.sign_out(request)
    raise web.HTTPSeeOther("/")


async def field(request: web.Request, name: str) -> str:
    """Return what was typed into a form."""
    return str((await request.post()).get(name, ""))


def show(words: str, form: str, status: int = 200) -> web.Response:
    """Render a page."""
    text = PAGE.format(words=escape(words), form=form)
    return web.Response(text=text, content_type="text/html", status=status)


@web.middleware
async def explain(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Render a refusal; strangers are shown the way in."""
    try:
        return await handler(request)
    except web.HTTPError as error:
        page = show(WORDS.get(error.status, error.reason), LOGIN if error.status == 401 else BACK, error.status)
        page.headers.extend((name, value) for name, value in error.headers.items() if name != "Content-Type")
        return page


def make_app(make_client: Callable[[], Client] = Client.from_env) -> web.Application:
    """Build the app."""
    app = web.Application(middlewares=[explain])
    app.add_routes(routes)
    auth.setup(app, make_client, refusals=REFUSALS)
    return app


if __name__ == "__main__":
    web.run_app(make_app(), host="localhost")
