"""Failures and answers on demand, as JSON asks for them."""

from typing import Any, Final, cast

import attrs

from stytch_async.checks import check
from stytch_async.converter import StructureError, converter
from stytch_async.emulator.front.routes import operation_of
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.rehearsals import Answer, Fault
from stytch_async.endpoint import Operation
from stytch_async.errors import InvalidRequestError
from stytch_async.transports.interface import HTTPRequest

__all__ = ["named_operation", "read_answer", "read_fault", "read_times"]

MOST: Final = 10_000
"""How many calls one request may decide about."""


def named_operation(name: object) -> Operation[Any, Any]:
    """Return the operation that is named by method and path, as in ``GET /v1/users/{user_id}``."""
    method, _, path = str(name).partition(" ")
    operation = operation_of(HTTPRequest(method, f"http://emulator/{path.lstrip('/')}", {}, None, None))
    if operation is None:
        raise Refusal(BAD_REQUEST, 'name an operation as Stytch does, such as {"operation": "POST /v1/users"}')
    return operation


def read_times(value: object) -> int:
    """Return how many calls something is to happen to."""
    if type(value) is not int or not 1 <= value <= MOST:
        raise Refusal(BAD_REQUEST, f"times must be an integer from 1 to {MOST}")
    return value


def read_fault(document: dict[str, Any]) -> Fault:
    """Return what goes wrong, in the words of `Traffic.fail_next`."""
    try:
        fault = Fault(**document)
        check(fault)
    except (InvalidRequestError, TypeError, ValueError) as error:
        raise Refusal(BAD_REQUEST, f"that fault is not possible: {error}") from None
    return fault


def read_answer(operation: Operation[Any, Any], document: object) -> Answer:
    """Return a success with these fields, or refuse what Stytch would not answer."""
    response: type[Any] = operation.response
    if not isinstance(document, dict) or not document.keys() <= attrs.fields_dict(response).keys():
        raise Refusal(BAD_REQUEST, f"fields must be an object of what {operation} answers")
    fields = cast("dict[str, object]", document)
    try:
        read = converter.structure({"request_id": "", "status_code": 200, **fields}, response)
        return Answer(operation, {name: getattr(read, name) for name in fields})
    except (StructureError, TypeError, ValueError) as error:
        raise Refusal(BAD_REQUEST, f"that is not an answer to {operation}: {error}") from None
