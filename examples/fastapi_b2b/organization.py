"""What is behind the login: the organization, its members, and the way to another one."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from examples.fastapi_b2b.access import Current, Stytch, auth, lead_on
from examples.fastapi_b2b.login import CALLBACK
from examples.fastapi_b2b.pages import show
from examples.fastapi_b2b.webhooks import members
from stytch_async.schemas.b2b import Authorization
from stytch_async.schemas.b2b.sessions import MemberSession

Admin = Annotated[MemberSession, Depends(auth.require(check=("stytch.member", "search")))]

router = APIRouter()


@router.get("/")
async def welcome(request: Request, stytch: Stytch, current: Current) -> Response:
    """Show a member where they are, and where else they could be."""
    mine = await stytch.discovery.organizations.list(session_jwt=current.session_jwt)
    names = {
        one.organization.organization_id: one.organization.organization_name
        for one in mine.discovered_organizations
        if one.organization
    }
    here = names.pop(current.session.organization_id)
    return show(request, "welcome", email=mine.email_address, here=here, elsewhere=names)


@router.post("/switch")
async def switch(
    request: Request, stytch: Stytch, current: Current, organization_id: Annotated[str, Form()]
) -> Response:
    """Go to another organization, as far as what the member has proven counts there."""
    login = await stytch.sessions.exchange(
        organization_id=organization_id, session_jwt=current.session_jwt, session_duration_minutes=60
    )
    return lead_on(auth.conclude(request, login), organization_id)


@router.get("/members")
async def list_members(request: Request, admin: Admin) -> Response:
    """Show an admin the members, as webhooks have told of them."""
    here = [member for member in members.values() if member.organization_id == admin.organization_id]
    return show(request, "members", members=here)


@router.post("/members")
async def invite(stytch: Stytch, current: Current, email: Annotated[str, Form()]) -> Response:
    """Invite somebody; that the member may do so is checked by Stytch."""
    await stytch.magic_links.email.invite(
        organization_id=current.session.organization_id,
        email_address=email,
        invite_redirect_url=CALLBACK,
        authorization=Authorization(session_jwt=current.session_jwt),
    )
    return RedirectResponse("/members", 303)


@router.post("/mfa")
async def require_mfa(stytch: Stytch, current: Current) -> Response:
    """Demand a second factor of all members from their next login on; Stytch checks this permission, too."""
    await stytch.organizations.update(
        organization_id=current.session.organization_id,
        mfa_policy="REQUIRED_FOR_ALL",
        authorization=Authorization(session_jwt=current.session_jwt),
    )
    return RedirectResponse("/members", 303)
