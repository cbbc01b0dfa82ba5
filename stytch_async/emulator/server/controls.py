"""What the emulator has besides Stytch's paths, in place of what a test in the same process does directly."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

import attrs
from aiohttp import web

from stytch_async.emulator.front.reading import read_body
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST, PROJECT_NOT_FOUND
from stytch_async.emulator.rules.documents import read_settings, settings_document
from stytch_async.emulator.server.rehearsing import named_operation, read_answer, read_fault, read_times
from stytch_async.emulator.traffic import Call, Switchboard, Traffic
from stytch_async.transports.following import CLOCK, NOW
from stytch_async.transports.interface import HTTPRequest, HTTPResponse
from stytch_async.version import __version__

__all__ = ["Controls"]

UNITS: Final = frozenset({"days", "hours", "minutes", "seconds"})

STEP: Final = 'give a JSON object of days, hours, minutes and seconds, such as {"minutes": 5}'

NOTE: Final = (
    "Tokens are signed by this clock. This library's clients ask it for the time; another verifier goes by its own"
    " machine's, and takes a token from a clock that was moved ahead for one that is not yet valid."
)


class Controls:
    """The routes below ``/_emulator/``; where several projects are served, ``?project_id=`` names one.

    ``GET /`` and ``GET /_emulator/calls?operation=…``, ``POST /_emulator/faults``, ``POST /_emulator/answers``,
    ``GET /_emulator/outbox?to=…``, ``GET`` and ``POST /_emulator/clock``, ``GET`` and ``PUT /_emulator/settings``,
    ``POST /_emulator/reset``.
    """

    def __init__(self, switchboard: Switchboard) -> None:
        """Control the projects of a switchboard."""
        self._switchboard = switchboard

    def routes(self) -> list[web.RouteDef]:
        """Return the routes."""
        return [
            web.get("/", self.greet),
            web.get("/_emulator/calls", self.calls),
            web.post("/_emulator/faults", self.fail),
            web.post("/_emulator/answers", self.answer),
            web.get("/_emulator/outbox", self.outbox),
            web.get(CLOCK, self.clock),
            web.post(CLOCK, self.advance),
            web.get("/_emulator/settings", self.settings),
            web.put("/_emulator/settings", self.set_settings),
            web.post("/_emulator/reset", self.reset),
        ]

    async def greet(self, _: web.Request) -> web.Response:
        """Tell what this is, and that it is well."""
        projects = [traffic.project.project_id for traffic in self._switchboard.projects]
        return _answer({"name": "stytch_async emulator", "version": __version__, "status": "ok", "projects": projects})

    async def calls(self, request: web.Request) -> web.Response:
        """List the calls so far, or those of one operation."""
        calls = self._traffic(request).calls
        if "operation" in request.query:
            operation = named_operation(request.query["operation"])
            calls = [call for call in calls if call.operation is operation]
        return _answer([_told(call) for call in calls])

    async def fail(self, request: web.Request) -> web.Response:
        """Make the next calls of an operation fail."""
        document = await _read(request)
        operation, times = named_operation(document.pop("operation", None)), read_times(document.pop("times", 1))
        self._traffic(request).rehearse(operation, read_fault(document), times)
        return _answer({})

    async def answer(self, request: web.Request) -> web.Response:
        """Answer the next calls of an operation with success."""
        document = await _read(request)
        operation, times = named_operation(document.get("operation")), read_times(document.get("times", 1))
        self._traffic(request).rehearse(operation, read_answer(operation, document.get("fields", {})), times)
        return _answer({})

    async def outbox(self, request: web.Request) -> web.Response:
        """List the messages to a recipient, or all."""
        outbox = self._traffic(request).project.outbox
        recipient = request.query.get("to")
        # A plus that is not encoded arrives as a space, and no address or number begins with one.
        messages = outbox if recipient is None else outbox.to(re.sub("^ ", "+", recipient))
        return _answer([attrs.asdict(message) for message in messages])

    async def clock(self, request: web.Request) -> web.Response:
        """Tell the time, how far the clock was moved, and who goes by it."""
        clock = self._traffic(request).project.clock
        now = clock.now()
        document = {"now": now, "advanced_seconds": clock.advanced.total_seconds(), "note": NOTE}
        return _answer(document, {NOW: str(now.timestamp())})

    async def advance(self, request: web.Request) -> web.Response:
        """Move the clock forward."""
        clock = self._traffic(request).project.clock
        try:
            clock.advance(**_checked_step(await _read(request)))
        except (Refusal, ValueError):
            raise Refusal(BAD_REQUEST, STEP) from None
        return await self.clock(request)

    async def settings(self, request: web.Request) -> web.Response:
        """Show the settings of the project."""
        return _answer(settings_document(self._traffic(request).project.settings))

    async def set_settings(self, request: web.Request) -> web.Response:
        """Replace the settings; what is left out is as in a new project."""
        self._traffic(request).project.settings = read_settings(await _read(request))
        return await self.settings(request)

    async def reset(self, request: web.Request) -> web.Response:
        """Forget everybody and everything that happened, and bring the clock back; settings and keys stay."""
        traffic = self._traffic(request)
        traffic.project.reset()
        traffic.forget()
        return _answer({})

    def _traffic(self, request: web.Request) -> Traffic:
        """Return the traffic of the project that is meant."""
        project_id = request.query.get("project_id")
        everybody = self._switchboard.projects
        if project_id is None and len(everybody) > 1:
            raise Refusal(BAD_REQUEST, "several projects are served: name one, as in ?project_id=project-test-…")
        found = next(iter(everybody), None) if project_id is None else self._switchboard.of(project_id)
        if found is None:
            raise Refusal(PROJECT_NOT_FOUND)
        return found


async def _read(request: web.Request) -> dict[str, Any]:
    """Read a JSON object."""
    return read_body(HTTPRequest(request.method, request.path, {}, await request.read(), None))


def _checked_step(step: dict[str, Any]) -> dict[str, Any]:
    """Return how far to move the clock, if that is what JSON tells."""
    if not step or not step.keys() <= UNITS or not all(type(amount) in {int, float} for amount in step.values()):
        raise ValueError(STEP)
    return step


def _told(call: Call) -> dict[str, Any]:
    """Return what is told of a call: what was asked and how it ended, but no credentials."""
    return {
        "operation": call.operation and str(call.operation),
        "method": call.request.method,
        "path": urlsplit(call.request.url).path,
        "arguments": call.arguments,
        "status": call.status,
        "failure": None if isinstance(call.outcome, HTTPResponse) else str(call.outcome),
    }


def _answer(document: object, headers: Mapping[str, str] | None = None) -> web.Response:
    return web.json_response(document, headers=headers, dumps=_dump)


def _dump(value: object) -> str:
    return json.dumps(value, default=dt.datetime.isoformat)
