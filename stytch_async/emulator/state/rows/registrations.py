"""What a member is to the identity provider and the directory of the organization."""

from collections.abc import Mapping
from typing import Any

import attrs

from stytch_async.emulator.state.rows.oauth import ProviderTokens

__all__ = ["SCIMRegistration", "SSORegistration"]


@attrs.define(kw_only=True, eq=False)
class SSORegistration:
    """An SSO connection that a member logs in through.

    Attributes:
        external_id: Who the member is to the identity provider.
        attributes: What the identity provider told in the last login.
        groups: The groups that the member was in then.
        tokens: What it gave out then; ``None`` where it speaks SAML.

    """

    id: str
    connection_id: str
    external_id: str
    attributes: Mapping[str, Any]
    groups: list[str] = attrs.field(factory=list[str])
    tokens: ProviderTokens | None = None


@attrs.define(kw_only=True, eq=False)
class SCIMRegistration:
    """The entry of a directory that a member comes from.

    Attributes:
        email: The address that the directory knows the member by.
        external_id: The directory's own id of the entry; empty where it has not told one.
        entry: What it has told, as JSON with the names of SCIM (RFC 7643); id and groups are Stytch's to tell. Whether
            the member is active, the member's status says.

    """

    id: str
    connection_id: str
    email: str
    external_id: str
    entry: Mapping[str, Any]
