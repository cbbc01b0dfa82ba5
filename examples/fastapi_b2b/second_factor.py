"""The second factor of a login: a texted code."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from examples.fastapi_b2b.access import Halfway, Stytch, auth, enter
from examples.fastapi_b2b.pages import show
from stytch_async.schemas.b2b.members import Member

router = APIRouter(prefix="/login/{organization_id}")


async def member_halfway(stytch: Stytch, token: Halfway, organization_id: str) -> Member:
    """Return who logs in to an organization."""
    found = await stytch.discovery.organizations.list(intermediate_session_token=token)
    for one in found.discovered_organizations:
        if one.membership and one.membership.member and one.membership.member.organization_id == organization_id:
            return one.membership.member
    raise HTTPException(404, "organization_not_found")


Newcomer = Annotated[Member, Depends(member_halfway)]


@router.get("/code")
async def ask(request: Request, member: Newcomer) -> Response:
    """Ask for the code that Stytch has texted, or first for a phone number."""
    return show(request, "code", member=member)


@router.post("/phone")
async def enrol(
    stytch: Stytch, token: Halfway, member: Newcomer, phone_number: Annotated[str | None, Form()] = None
) -> Response:
    """Text a code, to the member's phone or to one that becomes it."""
    await stytch.otps.sms.send(
        organization_id=member.organization_id,
        member_id=member.member_id,
        mfa_phone_number=phone_number,
        intermediate_session_token=token,
    )
    return RedirectResponse("code", 303)


@router.post("/code")
async def complete(
    request: Request, stytch: Stytch, token: Halfway, member: Newcomer, code: Annotated[str, Form()]
) -> Response:
    """Complete the login."""
    login = await stytch.otps.sms.authenticate(
        organization_id=member.organization_id,
        member_id=member.member_id,
        code=code,
        intermediate_session_token=token,
        session_duration_minutes=60,
    )
    auth.sign_in(request, login)
    return enter()
