"""Ways in: discovery by mail, invitations, and single sign-on."""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from examples.fastapi_b2b.access import URL, Current, Halfway, Stytch, auth, halfway_to, lead_on
from examples.fastapi_b2b.pages import show
from stytch_async.integrations.outcomes import ChooseOrganization, NewPassword

CALLBACK = f"{URL}/authenticate"

router = APIRouter()


@router.get("/login")
async def ask(request: Request) -> Response:
    """Ask who it is."""
    return show(request, "login")


@router.post("/login")
async def send_link(request: Request, stytch: Stytch, email: Annotated[str, Form()]) -> Response:
    """Mail a link, whether or not the address is known."""
    await stytch.magic_links.email.discovery.send(
        email_address=email, discovery_redirect_url=CALLBACK, pkce_code_challenge=auth.begin(request).challenge
    )
    return show(request, "sent", email=email)


@router.post("/login/sso")
async def go_to_identity_provider(request: Request, stytch: Stytch, organization: Annotated[str, Form()]) -> Response:
    """Send the browser to the identity provider of an organization, which is named by its id or slug."""
    found = (await stytch.organizations.get(organization_id=organization)).organization
    if not found.sso_default_connection_id:
        raise HTTPException(404, "This organization has no single sign-on.")
    url = stytch.sso.start_url(
        connection_id=found.sso_default_connection_id,
        login_redirect_url=CALLBACK,
        signup_redirect_url=CALLBACK,
        pkce=auth.begin(request),
    )
    return RedirectResponse(url, 303)


@router.get("/authenticate")
async def come_back(request: Request, stytch: Stytch) -> Response:
    """Complete whatever login the browser comes back from; an invitation begins in somebody else's."""
    outcome = await auth.complete(request, stytch, elsewhere={"multi_tenant_magic_links"})
    match outcome:
        case ChooseOrganization(intermediate_session_token=token):
            return halfway_to("/login/organizations", token)
        case NewPassword():
            raise HTTPException(400, "invalid_callback")  # there are no passwords here
        case _:
            return lead_on(outcome, outcome.login.organization_id)


@router.get("/login/organizations")
async def offer_organizations(request: Request, stytch: Stytch, token: Halfway) -> Response:
    """Show the organizations that are open to an address."""
    found = await stytch.discovery.organizations.list(intermediate_session_token=token)
    return show(request, "organizations", found=found.discovered_organizations, email=found.email_address)


@router.post("/login/organizations")
async def choose(request: Request, stytch: Stytch, token: Halfway, organization_id: Annotated[str, Form()]) -> Response:
    """Log in to one of them."""
    login = await stytch.discovery.intermediate_sessions.exchange(
        intermediate_session_token=token, organization_id=organization_id, session_duration_minutes=60
    )
    return lead_on(auth.conclude(request, login), organization_id)


@router.post("/login/organizations/new")
async def found(request: Request, stytch: Stytch, token: Halfway, name: Annotated[str, Form()]) -> Response:
    """Found an organization; whoever does so administers it."""
    login = await stytch.discovery.organizations.create(
        intermediate_session_token=token, organization_name=name, session_duration_minutes=60
    )
    return lead_on(auth.conclude(request, login), login.organization.organization_id)


@router.get("/login/{organization_id}/methods")
async def offer_methods(request: Request, stytch: Stytch, token: Halfway, organization_id: str) -> Response:
    """Show how an organization wants its members to log in."""
    found = await stytch.discovery.organizations.list(intermediate_session_token=token)
    methods = {
        one.organization.organization_id: one.primary_required.allowed_auth_methods
        for one in found.discovered_organizations
        if one.organization and one.primary_required
    }
    return show(request, "methods", organization_id=organization_id, methods=methods.get(organization_id, ()))


@router.post("/logout")
async def log_out(request: Request, stytch: Stytch, current: Current) -> Response:
    """End the session, here and at Stytch."""
    await stytch.sessions.revoke(session_jwt=current.session_jwt)
    auth.sign_out(request)
    return RedirectResponse("/", 303)
