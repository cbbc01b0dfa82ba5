"""The app's own page on which people consent to Connected Apps, as somebody answers it."""

from typing import Final
from urllib.parse import parse_qsl, urlsplit

from stytch_async.emulator.rules.b2b.members import namesakes
from stytch_async.emulator.rules.consumer.users import email_owner
from stytch_async.emulator.rules.idp.authorizations import answered
from stytch_async.emulator.rules.idp.grantors import member_grantor, user_grantor
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.sessions import Session
from stytch_async.emulator.world.errors import told
from stytch_async.schemas.b2b import idp as member_schemas
from stytch_async.schemas.consumer import idp as user_schemas
from stytch_async.transports.interface import HTTPRequest

__all__ = ["answer", "is_consent_page"]

USUAL: Final = "openid email profile"
"""What Stytch's own page takes a request for that names no scope (behaviour-more T8)."""


def is_consent_page(project: Project, url: str) -> bool:
    """Whether a URL leads to the page that the project's settings name."""
    page = project.settings.idp_authorization_url
    return page is not None and url.partition("?")[0] == page


def answer(project: Project, email: str, url: str, *, consent: bool) -> str:
    """Answer an authorization request as somebody who is signed in, and return where the browser is sent.

    Raises:
        APIError: Stytch does not let the app ask that.
        ValueError: They are not signed in.

    """
    session = _session_of(project, email)
    given = dict(parse_qsl(urlsplit(url).query))
    asked = {name: given.get(name) for name in ("prompt", "state", "nonce", "code_challenge")}
    package = user_schemas if session.owner == "user" else member_schemas
    request = package.OAuthAuthorizeRequest(
        consent_granted=consent,
        scopes=given.get("scope", USUAL).split(),
        client_id=given.get("client_id", ""),
        redirect_uri=given.get("redirect_uri", ""),
        response_type=given.get("response_type", ""),
        resources=[value for name, value in parse_qsl(urlsplit(url).query) if name == "resource"],
        session_token=session.token,
        **asked,
    )
    path = "/v1/idp/oauth/authorize" if session.owner == "user" else "/v1/b2b/idp/oauth/authorize"
    with told(project, HTTPRequest("POST", project.base_url + path, {}, None, None)):
        if isinstance(request, user_schemas.OAuthAuthorizeRequest):
            return answered(project, user_grantor(project, request), request)["redirect_uri"]
        return answered(project, member_grantor(project, request), request)["redirect_uri"]


def _session_of(project: Project, email: str) -> Session:
    """Return the newest session of anybody who has an address."""
    user = email_owner(project, email)
    owners = {account.id for account in (*(user[:1] if user else ()), *namesakes(project, email))}
    found = [one for one in project.sessions if one.owner_id in owners and one.expires_at > project.now]
    if not found:
        raise ValueError(f"people consent while they are signed in: sign {email} in first")
    return found[-1]
