"""A web app whose visitors log in with Stytch: pages, forms, and no script but the one for passkeys.

README.md tells how to start it.
"""

from pathlib import Path
from urllib.parse import urlencode

from fastapi import FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from examples.fastapi_app import account, logins, passkeys, passwords, second_factor
from examples.fastapi_app.pages import REFUSALS, explain, lead, show
from examples.fastapi_app.visitors import auth
from stytch_async import Client
from stytch_async.integrations.fastapi import keeps

app = FastAPI(lifespan=keeps(Client.from_env), openapi_url=None)
auth.install(app, refusals=dict.fromkeys(REFUSALS, 400))
app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
for part in (account, logins, passkeys, passwords, second_factor):
    app.include_router(part.router)


@app.exception_handler(HTTPException)
async def turn_away(request: Request, error: HTTPException) -> Response:
    """Lead visitors to where they can go on; where they cannot, tell them why."""
    if error.detail == "insufficient_user_authentication":
        return lead(f"/step-up?{urlencode({'next': request.url.path})}")
    if error.status_code == 401:
        return lead("/login")
    if error.status_code == 400 and request.method == "POST":
        page = request.url.include_query_params(problem=error.detail)
        return lead(f"{page.path}?{page.query}")
    return show(request, "problem.html", error.status_code, error.headers, problem=explain(error.detail))
