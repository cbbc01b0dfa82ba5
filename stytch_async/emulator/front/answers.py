"""From what a handler answers, or refuses, to an HTTP response."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs
from cattrs.gen import make_dict_unstructure_fn
from multidict import CIMultiDict

from stytch_async.converter import converter
from stytch_async.emulator.refusals.oauth2 import INVALID_REQUEST
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.state.workspace import Served
from stytch_async.endpoint import Operation
from stytch_async.schemas.factors import AuthenticationFactor
from stytch_async.transports.interface import HTTPResponse

__all__ = ["refused", "respond", "write"]

_writer: Final = converter.copy()
"""Writes null where a field has no value, as Stytch does; only the parts that a factor does not have are absent."""


def _unstructure_hook(cls: type[Any]) -> Callable[[Any], dict[str, Any]]:
    return make_dict_unstructure_fn(cls, _writer, _cattrs_omit_if_default=cls is AuthenticationFactor)


_writer.register_unstructure_hook_factory(attrs.has, _unstructure_hook)


def write(operation: Operation[Any, Any], answer: Any) -> HTTPResponse:  # noqa: ANN401 - each operation has its own
    """Return the response that carries an answer; those of OAuth2 leave out what they do not have (RFC 6749, 5.1)."""
    written = converter if operation.dialect == "oauth2" else _writer
    return respond(answer.status_code, written.unstructure(answer))


def refused(served: Served, refusal: Refusal, operation: Operation[Any, Any] | None = None) -> HTTPResponse:
    """Return the response that carries a refusal."""
    document = _error_document(refusal, _request_id(served, operation), operation)
    return respond(refusal.reason.status, document)


def _request_id(served: Served, operation: Operation[Any, Any] | None) -> str:
    """Return the id of an exchange; those of SAML Shield tell no environment (behaviour-more X5)."""
    is_shield = operation is not None and operation.package == "saml_shield"
    return served.ids.anywhere("request-id") if is_shield else served.ids.new("request-id")


def _error_document(refusal: Refusal, request_id: str, operation: Operation[Any, Any] | None) -> dict[str, Any]:
    """Return the error document that a refusal is sent as; OAuth2 has names of its own for its parts."""
    reason = refusal.reason
    if reason is BAD_REQUEST and operation is not None and operation.dialect == "oauth2":
        reason = INVALID_REQUEST  # RFC 6749, 5.2
    envelope = {"status_code": reason.status, "request_id": request_id}
    if reason.dialect == "oauth2":
        return {**envelope, "error": reason.error_type, "error_description": refusal.message, "error_uri": ""}
    pages = "b2b/api" if operation is not None and operation.package == "b2b" and not reason.general else "api"
    return {
        **envelope,
        "error_type": reason.error_type,
        "error_message": refusal.message,
        "error_url": f"https://stytch.com/docs/{pages}/errors/{reason.status}#{reason.error_type}",
    }


def respond(
    status: int, document: Mapping[str, Any], headers: Mapping[str, str] = MappingProxyType({})
) -> HTTPResponse:
    """Return a response with a JSON body."""
    written = CIMultiDict({"Content-Type": "application/json", **headers})
    return HTTPResponse(status, written, json.dumps(document).encode())
