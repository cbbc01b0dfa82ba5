"""Logins without a password: by emailed code, by magic link, with Google."""

from fastapi import APIRouter, Request, Response

from examples.fastapi_app.pages import Field, lead, show
from examples.fastapi_app.visitors import CALLBACK, MINUTES, URL, Stytch, auth
from stytch_async.integrations.outcomes import LoggedIn, NewPassword

router = APIRouter()


@router.get("/login/code")
async def ask_where_to_send_code(request: Request) -> Response:
    """Ask for an address."""
    return show(request, "email.html", title="Log in with a code", button="Mail me a code")


@router.post("/login/code")
async def send_code(stytch: Stytch, email: Field) -> Response:
    """Mail a code, to whoever is new here as well."""
    sent = await stytch.otps.email.login_or_create(email=email)
    return lead(f"/code?method_id={sent.email_id}")


@router.get("/code")
async def ask_for_code(request: Request) -> Response:
    """Ask for the code that was mailed."""
    return show(request, "code.html")


@router.post("/code")
async def log_in(request: Request, stytch: Stytch, method_id: str, code: Field) -> Response:
    """Exchange the code for a session."""
    login = await stytch.otps.authenticate(method_id=method_id, code=code, session_duration_minutes=MINUTES)
    auth.sign_in(request, login)
    return lead("/")


@router.get("/login/link")
async def ask_where_to_send_link(request: Request) -> Response:
    """Ask for an address."""
    return show(request, "email.html", title="Log in with a link", button="Mail me a link")


@router.post("/login/link")
async def send_link(request: Request, stytch: Stytch, email: Field) -> Response:
    """Mail a link that is good in this browser only."""
    await stytch.magic_links.email.login_or_create(
        email=email,
        login_magic_link_url=URL + CALLBACK,
        signup_magic_link_url=URL + CALLBACK,
        code_challenge=auth.begin(request).challenge,
    )
    return show(request, "sent.html")


@router.get("/login/google")
async def go_to_google(request: Request, stytch: Stytch) -> Response:
    """Let Google say who it is."""
    url = stytch.oauth.start_url(
        "google",
        login_redirect_url=URL + CALLBACK,
        signup_redirect_url=URL + CALLBACK,
        pkce=auth.begin(request),
    )
    return lead(url)


@router.get(CALLBACK)
async def come_back(request: Request, stytch: Stytch) -> Response:
    """Complete what has begun with a mail or at Google."""
    match await auth.complete(request, stytch, session_duration_minutes=MINUTES):
        case LoggedIn():
            return lead("/")
        case NewPassword():
            # The form is posted to this page's own URL, which has the token.
            return show(request, "new_password.html")
