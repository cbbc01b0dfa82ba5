"""The pages, and what they say when something is refused."""

from pathlib import Path
from typing import Final

from fastapi import Request, Response
from fastapi.templating import Jinja2Templates
from starlette.exceptions import HTTPException

templates = Jinja2Templates(Path(__file__).parent / "templates")

REFUSALS: Final = {
    "duplicate_member_email": (409, "Somebody with this address is a member already."),
    "duplicate_member_phone_number": (409, "Somebody else has this number."),
    "inactive_email": (400, "Mails do not reach this address."),
    "insufficient_factors_for_session_exchange": (403, "Log in anew to go there."),
    "intermediate_session_not_found": (401, "That took too long. Please log in again."),
    "invalid_email": (400, "This is not an email address."),
    "invalid_otp_code": (400, "A code has six digits."),
    "invalid_organization_name": (400, "An organization cannot be called this."),
    "invalid_phone_number": (400, "This is not a phone number. Begin with + and the country: +1 202 555 0162."),
    "invalid_phone_number_country_code": (400, "We cannot text to this country."),
    "organization_not_found": (404, "There is no such organization."),
    "otp_code_not_found": (401, "This code is wrong, or too old."),
    "too_many_requests": (429, "That was often. Please wait a moment."),
    "unable_to_auth_otp_code": (401, "This code is wrong, or too old."),
    "user_lock_limit_reached": (429, "That was wrong too often. Please wait an hour."),
}
"""By Stytch's error type: the status and the words for what a visitor can mend."""

ANSWERS: Final = {
    "cross_origin": "This came from another site.",
    "forbidden": "Your role does not permit this.",
    "invalid_callback": "This link has been used, is too old, or was asked for in another browser.",
    "not_admitted": "The organization does not admit you this way.",
    "unavailable": "Our login service cannot be reached. Whoever is logged in stays so: please try again in a moment.",
    **{error: words for error, (_, words) in REFUSALS.items()},
}
"""The same for what the kit answers by itself."""


def show(request: Request, page: str, **values: object) -> Response:
    """Render a page."""
    return templates.TemplateResponse(request, f"{page}.html", values)


async def explain(request: Request, error: HTTPException) -> Response:
    """Render a refusal; strangers are shown the way in."""
    page = "login" if error.detail in {"unauthenticated", "invalid_token"} else "refusal"
    answer = show(request, page, words=ANSWERS.get(error.detail, error.detail))
    answer.status_code = error.status_code
    answer.headers.update(error.headers or {})
    return answer
