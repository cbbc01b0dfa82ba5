"""Failures to rehearse: what an app must survive, as data."""

import asyncio
from typing import TYPE_CHECKING, Final

import attrs
from multidict import CIMultiDict

from stytch_async.emulator.refusals import REFUSALS, Refusal, document
from stytch_async.emulator.service import serve
from stytch_async.emulator.wire import answer
from stytch_async.errors import NotSentError, ReplyLostError, RequestTimeoutError
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["Fault"]

PAGE: Final = b"<html><body>no Stytch here</body></html>"


@attrs.frozen(kw_only=True)
class Fault:
    """What goes wrong with one call; see `InMemoryTransport.fail_next`."""

    status: int | None = None
    error_type: str | None = None
    retry_after: float | None = None
    delay: float = 0.0
    refused: bool = False
    lost: bool = False
    truncated: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be carried out."""
        if not any(attrs.astuple(self)):
            raise ValueError("say how the call is to fail")
        if self.error_type is not None and self.status is None and self.error_type not in REFUSALS:
            raise ValueError(f"give the status of {self.error_type}: the emulator itself does not use that type")

    async def carry_out(self, project: "Project", request: HTTPRequest) -> HTTPResponse:
        """Do to a request what the fault says."""
        if self.refused:
            raise NotSentError("no connection: refused by fail_next")
        if request.timeout is not None and self.delay >= request.timeout:
            raise RequestTimeoutError("no complete answer within the timeout")
        if self.delay:
            await asyncio.sleep(self.delay)
        if (self.status, self.error_type, self.retry_after) != (None, None, None):
            return self._refusal(project)
        response = serve(project, request)
        if self.lost:
            raise ReplyLostError("the answer was lost: by fail_next")
        if self.truncated:
            return attrs.evolve(response, content=response.content[: len(response.content) // 2])
        return response

    def _refusal(self, project: "Project") -> HTTPResponse:
        error_type = self.error_type or ("too_many_requests" if self.status in {None, 429} else None)
        if error_type is None:
            response = HTTPResponse(self.status or 500, {"Content-Type": "text/html"}, PAGE)
        else:
            usual, message = REFUSALS.get(error_type, (500, "Asked for by fail_next."))
            refusal = Refusal(error_type, self.status or usual, message)
            response = answer(refusal.status, document(refusal, project.ids.new("request-id")))
        wait = {} if self.retry_after is None else {"Retry-After": f"{self.retry_after:g}"}
        return attrs.evolve(response, headers=CIMultiDict({**response.headers, **wait}))
