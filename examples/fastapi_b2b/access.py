"""Who is logged in, and who is halfway there."""

import os
from typing import Annotated, Final, TypeVar

from fastapi import Depends, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from stytch_async import B2BClient
from stytch_async.integrations.cookies import Cookies
from stytch_async.integrations.fastapi import MemberAuth, SignedIn, stytch_client
from stytch_async.integrations.outcomes import AnotherLogin, LoggedIn, PartialLogin, SecondFactor
from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.sessions import MemberSession

P = TypeVar("P", bound=PartialLogin)

URL: Final = os.environ.get("APP_URL", "http://localhost:8000")
"""Where the app is served. Links in mails lead here, so it does not come from a request."""

SECURE: Final = URL.startswith("https:")
"""Whether cookies travel over HTTPS only: always, but for plain HTTP in development."""

HALFWAY: Final = "halfway"
"""The cookie with the token of a login that is not complete."""

auth = MemberAuth(cookies=Cookies(secure=SECURE))

Stytch = Annotated[B2BClient, Depends(stytch_client)]
Current = Annotated[SignedIn[MemberSession, Member], Depends(auth.signed_in)]


async def intermediate_session_token(request: Request) -> str:
    """Return the token of the visitor's login, which is not complete yet."""
    if HALFWAY not in request.cookies:
        raise HTTPException(401, "intermediate_session_not_found")
    return request.cookies[HALFWAY]


Halfway = Annotated[str, Depends(intermediate_session_token)]


def halfway_to(path: str, token: str) -> Response:
    """Go on with a login that is not complete; Stytch takes its token for ten minutes."""
    answer = RedirectResponse(path, 303)
    answer.set_cookie(HALFWAY, token, max_age=600, secure=SECURE, httponly=True, samesite="lax")
    return answer


def enter() -> Response:
    """Go in; the login is complete."""
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(HALFWAY)
    return answer


def lead_on(outcome: LoggedIn[P] | SecondFactor[P] | AnotherLogin[P], organization_id: str) -> Response:
    """Lead a visitor to what an organization still asks for, and then in."""
    match outcome:
        case LoggedIn():
            return enter()
        case SecondFactor(login=login):
            return halfway_to(f"/login/{organization_id}/code", login.intermediate_session_token)
        case AnotherLogin(login=login):
            return halfway_to(f"/login/{organization_id}/methods", login.intermediate_session_token)
