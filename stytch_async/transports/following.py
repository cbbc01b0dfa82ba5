"""The transport to this machine, where a served emulator may listen: it follows that one's clock."""

import time
from typing import Final
from urllib.parse import urlencode, urljoin

from stytch_async.transports.interface import HTTPRequest, HTTPResponse, Transport

__all__ = ["CLOCK", "NOW", "FollowingTransport"]

NOW: Final = "Stytch-Emulator-Now"
"""The header by which a served emulator tells its time, in seconds since the epoch, with each answer."""

CLOCK: Final = "/_emulator/clock"
"""Where it can be asked for nothing but that."""

TIMEOUT: Final = 10.0


class FollowingTransport:
    """Stands before the transport of a client whose base URL is plain ``http`` on this machine.

    As soon as an answer shows that an emulator is there, that one is asked for the time whenever a token is verified.
    Nothing of this is in the way to the real Stytch, which is never reached by such a URL.

    Attributes:
        inner: What carries the requests.
        emulates: Whether an emulator has answered.
        credentials: None: those of a served emulator are the app's own.
        public_token: None, likewise.

    """

    def __init__(self, inner: Transport, base_url: str, project_id: str) -> None:
        """Prepare to follow the clock of a project, should it be an emulated one."""
        self.inner: Transport = inner
        self.emulates: bool = False
        self.credentials: tuple[str, str] | None = None
        self.public_token: str | None = None
        self._clock = f"{urljoin(base_url, CLOCK)}?{urlencode({'project_id': project_id})}"

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Send the request on, and look who answers."""
        response = await self.inner.send(request)
        self.emulates = NOW in response.headers
        return response

    async def time(self) -> float:
        """Ask the emulator for the time; without one, it is this machine's."""
        if self.emulates:
            response = await self.inner.send(HTTPRequest("GET", self._clock, {}, None, TIMEOUT))
            if NOW in response.headers:
                return float(response.headers[NOW])
        return time.time()

    def monotonic(self) -> float:
        """Count the seconds of this machine."""
        return time.monotonic()

    async def aclose(self) -> None:
        """Close the transport that carries the requests."""
        await self.inner.aclose()

    def __repr__(self) -> str:
        """Show what carries the requests."""
        return f"{type(self).__name__}({self.inner!r})"
