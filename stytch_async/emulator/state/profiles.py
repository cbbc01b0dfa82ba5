"""Profiles of trusted tokens: whose tokens a project takes for a proof of who somebody is."""

from typing import Any, Final

import attrs

__all__ = ["MOST_KEYS", "TrustedTokenProfile"]

MOST_KEYS: Final = 5
"""How many keys a profile may have (behaviour-more W24)."""


def _named() -> dict[str, str]:
    return {"email": "email", "token_id": "jti"}


@attrs.frozen(kw_only=True)
class TrustedTokenProfile:
    """A profile of trusted tokens (behaviour-more H2, H3).

    Attributes:
        name: What people call it.
        issuer: What the claim ``iss`` must say.
        audience: What the claim ``aud`` must say, or have among others.
        public_keys: The keys that verify signatures, as PEM; one to five of them.
        jwks: In their place: the key set that the profile's ``jwks_url`` would serve.
        jwks_url: In their place: where the key set is; `Project.web` tells what is there.
        attribute_mapping: In which claim each attribute stands. ``email`` and ``token_id`` are needed;
            ``external_user_id``, ``external_member_id``, ``organization_id`` and ``role_ids`` may be named too.
        can_jit_provision: Whether somebody who is not known becomes a user or member by the token.

    """

    name: str = ""
    issuer: str
    audience: str
    public_keys: list[str] = attrs.field(factory=list[str])
    jwks: dict[str, Any] | None = None
    jwks_url: str | None = None
    attribute_mapping: dict[str, str] = attrs.field(factory=_named)
    can_jit_provision: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a profile that no token could be held against."""
        sources = bool(self.public_keys) + (self.jwks is not None) + (self.jwks_url is not None)
        if len(self.public_keys) > MOST_KEYS or sources != 1:
            raise ValueError("a profile has one to five public_keys, or jwks or a jwks_url in their place")
        if not {"email", "token_id"} <= self.attribute_mapping.keys():
            raise ValueError("attribute_mapping tells in which claims email and token_id stand")
