"""The web application: Stytch's own paths, and the emulator's."""

from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

from stytch_async.emulator.front.answers import refused
from stytch_async.emulator.front.pages import find_page
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST, ROUTE_NOT_FOUND
from stytch_async.emulator.registry import NotEmulated
from stytch_async.emulator.server.controls import Controls
from stytch_async.emulator.server.guard import Guard
from stytch_async.emulator.server.identity_providers import IdentityProviders
from stytch_async.emulator.traffic import Switchboard
from stytch_async.errors import TransportError
from stytch_async.transports.following import NOW
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["application"]

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

NOT_EMULATED: Final = Reason(501, "not_emulated", "Stytch has the operation, the emulator has no rule for it.")


def application(switchboard: Switchboard, guard: Guard) -> web.Application:
    """Return the web application that serves some projects; see `Controls` for what it has besides Stytch's paths."""
    providers = IdentityProviders()

    @web.middleware
    async def refuse(request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer whatever goes wrong as Stytch answers it."""
        try:
            guard.check_host(request.headers)
            found = find_page(request.method, request.path)
            if found is None or found[0].guarded:  # to the others, identity providers send people from their pages
                guard.check_origin(request.headers)
            return await handler(request)
        except Refusal as refusal:
            return _refusal(switchboard, refusal)
        except NotEmulated as error:
            return _refusal(switchboard, Refusal(NOT_EMULATED, str(error)))
        except web.HTTPRequestEntityTooLarge:
            return _refusal(switchboard, Refusal(BAD_REQUEST, "the body is too large"))
        except web.HTTPException:
            return _refusal(switchboard, Refusal(ROUTE_NOT_FOUND))

    async def stytch(request: web.Request) -> web.StreamResponse:
        content = await request.read()
        url = f"{request.scheme}://{request.host}/{request.raw_path.lstrip('/')}"
        message = HTTPRequest(request.method, url, request.headers, content or None, None)
        traffic = switchboard.choose(message)
        providers.admit(traffic.served)
        try:
            response = await traffic.carry(message)
        except TransportError:
            return _hang_up(request)
        response = providers.bring_here(traffic.served, request, response)
        now = {NOW: str(traffic.served.now.timestamp())}
        if len(response.content) < int(response.headers.get("Content-Length", 0)):
            return await _send_part(request, response)
        return web.Response(status=response.status, headers={**response.headers, **now}, body=response.content)

    app = web.Application(middlewares=[refuse])
    app.router.add_routes(Controls(switchboard).routes())
    app.router.add_routes(providers.routes())
    app.router.add_route("*", "/{path:.*}", stytch)
    return app


def _refusal(switchboard: Switchboard, refusal: Refusal) -> web.Response:
    """Return the answer to what no project has answered."""
    response = refused(next(iter(switchboard)).served, refusal)
    return web.Response(status=response.status, headers=response.headers, body=response.content)


def _hang_up(request: web.Request) -> web.Response:
    """Close the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _send_part(request: web.Request, response: HTTPResponse) -> web.StreamResponse:
    """Send what there is of an answer that promises more, and close the connection."""
    partial = web.StreamResponse(status=response.status, headers=response.headers)
    await partial.prepare(request)
    await partial.write(response.content)
    partial.force_close()
    return partial
