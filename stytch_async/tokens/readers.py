"""From verified claims to what an app works with."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeVar

from stytch_async.converter import StructureError, converter
from stytch_async.errors import TokenReason
from stytch_async.tokens.claims import (
    ORGANIZATION,
    SESSION,
    check_registered,
    custom_claims,
    optional_text,
    refuse,
    text,
)
from stytch_async.tokens.results import ConnectedAppClaims, MachineClaims

__all__ = [
    "organization_of",
    "read_connected_app",
    "read_introspected",
    "read_machine",
    "session_fields",
    "structured",
]

T = TypeVar("T")


def session_fields(claims: Mapping[str, Any]) -> dict[str, Any]:
    """Return what users' and members' sessions have in common, or refuse."""
    claim = claims[SESSION]
    if not isinstance(claim, dict):
        refuse(TokenReason.MALFORMED, "its session claim is not an object")
    fields: dict[str, Any] = {"roles": [], "authentication_factors": [], **claim}
    fields["session_id"] = fields.pop("id", None)
    fields["custom_claims"] = custom_claims(claims, SESSION, ORGANIZATION)
    return fields


def organization_of(claims: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the organization claim, if there is one, or refuse."""
    organization = claims.get(ORGANIZATION)
    if organization is not None and not isinstance(organization, dict):
        refuse(TokenReason.MALFORMED, "its organization claim is not an object")
    return organization  # pyright: ignore[reportUnknownVariableType] - JSON


def structured(fields: Mapping[str, Any], kind: type[T]) -> T:
    """Return the fields as an object, or refuse what lacks one."""
    try:
        return converter.structure(fields, kind)
    except StructureError as error:
        missing = str(error).endswith("missing or null")
        refuse(TokenReason.MISSING_CLAIM if missing else TokenReason.MALFORMED, str(error))


def read_machine(claims: Mapping[str, Any]) -> MachineClaims:
    """Read a machine's access token."""
    return MachineClaims(
        client_id=claims["sub"],
        scopes=text(claims, "scope").split(),
        issued_at=_moment(claims, "iat"),
        expires_at=_moment(claims, "exp"),
        custom_claims=custom_claims(claims, "scope"),
    )


def read_connected_app(claims: Mapping[str, Any], token_type: str | None) -> ConnectedAppClaims:
    """Read the token that acts for a user or member in an app."""
    audience, organization = claims["aud"], organization_of(claims)
    return ConnectedAppClaims(
        subject=claims["sub"],
        client_id=optional_text(claims, "client_id"),
        scope=text(claims, "scope"),
        audience=[audience] if isinstance(audience, str) else [*audience],
        issuer=claims["iss"],
        issued_at=_moment(claims, "iat"),
        not_before=_moment(claims, "nbf"),
        expires_at=_moment(claims, "exp"),
        token_type=token_type,
        organization_id=None if organization is None else text(organization, "organization_id"),
        custom_claims=custom_claims(claims, "scope", "client_id", "token_type", "active", "request_id", "status_code"),
    )


def read_introspected(claims: Mapping[str, Any]) -> ConnectedAppClaims:
    """Read what Stytch says of a token; it vouches for it, but it may have left something out."""
    check_registered(claims)
    return read_connected_app(claims, optional_text(claims, "token_type"))


def _moment(claims: Mapping[str, Any], name: str) -> dt.datetime:
    try:
        return dt.datetime.fromtimestamp(claims[name], dt.UTC)
    except (OverflowError, OSError, ValueError):
        refuse(TokenReason.MALFORMED, f"its {name} claim is not a time")
