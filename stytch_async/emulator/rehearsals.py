"""What a call gets in place of what the rules would do: failures and answers, as data."""

import asyncio
from typing import Any, Final, Protocol, TypeVar

import attrs
from attrs.validators import ge, le, optional
from multidict import CIMultiDict

from stytch_async.checks import check
from stytch_async.emulator.front.answers import refused, write
from stytch_async.emulator.front.service import serve
from stytch_async.emulator.refusals.catalog import reasons
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.requests import TOO_MANY_REQUESTS
from stytch_async.emulator.state.workspace import Served
from stytch_async.endpoint import Operation
from stytch_async.errors import InvalidRequestError, NotSentError, ReplyLostError, RequestTimeoutError
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["Answer", "Fault", "Rehearsal"]

R = TypeVar("R")

PAGE: Final = b"<html><body>no Stytch here</body></html>"


class Rehearsal(Protocol):
    """What is to happen to one call."""

    async def carry_out(self, served: Served, request: HTTPRequest) -> HTTPResponse:
        """Do to a request what was asked for."""
        ...


@attrs.frozen(kw_only=True)
class Fault:
    """What goes wrong with one call; see `Traffic.fail_next`."""

    status: int | None = attrs.field(default=None, validator=optional([ge(300), le(599)]))
    error_type: str | None = None
    retry_after: float | None = attrs.field(default=None, converter=attrs.converters.optional(float))
    delay: float = attrs.field(default=0.0, converter=float)
    refused: bool = False
    lost: bool = False
    truncated: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be carried out."""
        if not any(attrs.astuple(self)):
            raise ValueError("say how the call is to fail")
        if self.error_type is not None and self.status is None and self.error_type not in reasons():
            raise ValueError(f"give the status of {self.error_type}: the emulator itself does not use that type")

    async def carry_out(self, served: Served, request: HTTPRequest) -> HTTPResponse:
        """Do to a request what the fault says."""
        if self.refused:
            raise NotSentError("no connection: refused by fail_next")
        if request.timeout is not None and self.delay >= request.timeout:
            raise RequestTimeoutError("no complete answer within the timeout")
        if self.delay:
            await asyncio.sleep(self.delay)
        if (self.status, self.error_type, self.retry_after) != (None, None, None):
            return self._refusal(served)
        response = serve(served, request)
        if self.lost:
            raise ReplyLostError("the answer was lost: by fail_next")
        return _cut(response) if self.truncated else response

    def _refusal(self, served: Served) -> HTTPResponse:
        reason = self._reason()
        if reason is None:
            response = HTTPResponse(self.status or 500, {"Content-Type": "text/html"}, PAGE)
        else:
            response = refused(served, Refusal(reason))
        wait = {} if self.retry_after is None else {"Retry-After": f"{self.retry_after:g}"}
        return attrs.evolve(response, headers=CIMultiDict({**response.headers, **wait}))

    def _reason(self) -> Reason | None:
        """Return what Stytch is to say, ``None`` where something else answers in its place."""
        if self.error_type is None:
            return TOO_MANY_REQUESTS if self.status in {None, 429} else None
        usual = reasons().get(self.error_type, Reason(500, self.error_type, "Asked for by fail_next."))
        return usual if self.status is None else attrs.evolve(usual, status=self.status)


def _cut(response: HTTPResponse) -> HTTPResponse:
    """Return the first half of an answer that tells the length of the whole."""
    headers = CIMultiDict({**response.headers, "Content-Length": str(len(response.content))})
    return attrs.evolve(response, headers=headers, content=response.content[: len(response.content) // 2])


@attrs.frozen
class Answer:
    """What one call is answered, without anything being done; see `Traffic.answer_next`."""

    operation: Operation[Any, Any]
    fields: dict[str, object] = attrs.field(repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse what Stytch would not answer."""
        try:
            check(self._made("request-id"))
        except InvalidRequestError as error:
            raise ValueError(f"{self.operation.response.__name__}.{error.field} {error.problem}") from None

    def _made(self, request_id: str) -> Any:  # noqa: ANN401 - each operation has its own
        response: type[Any] = self.operation.response
        usual = {"request_id": request_id, "status_code": 200}
        known = {name: value for name, value in usual.items() if name in attrs.fields_dict(response)}
        return response(**{**known, **self.fields})

    async def carry_out(self, served: Served, request: HTTPRequest) -> HTTPResponse:
        """Answer, whatever the request says."""
        del request
        return write(self.operation, self._made(served.ids.new("request-id")))
