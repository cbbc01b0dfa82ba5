"""An app on aiohttp's server: log in by an emailed code, see a protected page, log out.

Set STYTCH_PROJECT_ID and STYTCH_SECRET, then run ``python -m examples.aiohttp_app``. Over plain HTTP, which only
development should use, set ``APP_URL=http://localhost:8080`` too: cookies are sent over HTTPS only otherwise.
"""

import os
from typing import Final

from aiohttp import web

from stytch_async.integrations.aiohttp_web import UserAuth
from stytch_async.integrations.cookies import Cookies

URL: Final = os.environ.get("APP_URL", "https://app.example.com")

REFUSALS: Final = {
    "inactive_email": 400,
    "invalid_email": 400,
    "otp_code_not_found": 401,
    "too_many_requests": 429,
    "unable_to_auth_otp_code": 401,
    "user_lock_limit_reached": 429,
}
"""By Stytch's error type: the status of what a visitor has to mend."""

auth = UserAuth(cookies=Cookies(secure=URL.startswith("https:")))
routes = web.RouteTableDef()
