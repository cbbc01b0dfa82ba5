"""A second factor: an authenticator app, and a page that wants a code of it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from examples.fastapi_app.pages import Field, lead, show
from examples.fastapi_app.visitors import MINUTES, Current, Proven, Stytch, Visitor, auth

router = APIRouter()

OwnPage = Annotated[str, Query(alias="next", pattern=r"^/[a-z-]*$")]
"""A page of this app; a looser pattern would let strangers send visitors to another site."""


@router.get("/authenticator")
async def offer_authenticator(request: Request, visitor: Visitor) -> Response:
    """Tell whether the visitor has an authenticator app."""
    return show(request, "authenticator.html", enrolled=any(totp.verified for totp in visitor.totps))


@router.post("/authenticator")
async def enrol(request: Request, stytch: Stytch, visitor: Visitor) -> Response:
    """Show a secret for the app, this once; an attempt that was not finished gives way to it."""
    for totp in visitor.totps:
        if not totp.verified:
            await stytch.users.delete_totp(totp_id=totp.totp_id)
    return show(request, "secret.html", created=await stytch.totps.create(user_id=visitor.user_id))


@router.get("/authenticator/lost")
async def ask_for_recovery_code(request: Request, _: Current) -> Response:
    """Ask whoever has lost the app for one of the codes that were shown with its secret."""
    return show(request, "lost.html")


@router.post("/authenticator/lost")
async def forget_authenticator(stytch: Stytch, visitor: Visitor, code: Field) -> Response:
    """Take the recovery code, and the app from the account, so that another one can be set up."""
    await stytch.totps.recover(user_id=visitor.user_id, recovery_code=code)
    for totp in visitor.totps:
        await stytch.users.delete_totp(totp_id=totp.totp_id)
    return lead("/authenticator")


@router.get("/step-up")
async def ask_for_code(request: Request, _: Current) -> Response:
    """Ask for a code of the app."""
    return show(request, "step_up.html")


@router.post("/step-up")
async def step_up(request: Request, stytch: Stytch, current: Current, code: Field, page: OwnPage = "/") -> Response:
    """Add the code to the session, and go on to the page that has asked for it."""
    login = await stytch.totps.authenticate(
        user_id=current.session.user_id,
        totp_code=code,
        session_jwt=current.session_jwt,
        session_duration_minutes=MINUTES,
    )
    auth.sign_in(request, login)
    return lead(page)


@router.get("/vault")
async def open_vault(request: Request, _: Proven) -> Response:
    """Show what only a recent code opens."""
    return show(request, "vault.html")
