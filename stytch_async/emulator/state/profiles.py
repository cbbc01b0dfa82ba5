"""Profiles of trusted tokens: whose tokens a project takes for a proof of who somebody is."""

from typing import Any, Final

import attrs

__all__ = ["TrustedTokenProfile"]

MOST_KEYS: Final = 5


def _named() -> dict[str, str]:
    return {"email": "email", "token_id": "jti"}


@attrs.frozen(kw_only=True)
class TrustedTokenProfile:
    """A profile of trusted tokens (behaviour-more H2, H3).

    Attributes:
        issuer: What the claim ``iss`` must say.
        audience: What the claim ``aud`` must say, or have among others.
        public_keys: The keys that verify signatures, as PEM; one to five of them.
        jwks: In their place: the key set that the profile's ``jwks_url`` would serve.
        attribute_mapping: In which claim each attribute stands. ``email`` and ``token_id`` are needed;
            ``external_user_id``, ``external_member_id``, ``organization_id`` and ``role_ids`` may be named too.
        can_jit_provision: Whether somebody who is not known becomes a user or member by the token.

    """

    issuer: str
    audience: str
    public_keys: list[str] = attrs.field(factory=list[str])
    jwks: dict[str, Any] | None = None
    attribute_mapping: dict[str, str] = attrs.field(factory=_named)
    can_jit_provision: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a profile that no token could be held against."""
        if len(self.public_keys) > MOST_KEYS or bool(self.public_keys) is (self.jwks is not None):
            raise ValueError("a profile has one to five public_keys, or jwks in their place")
        if not {"email", "token_id"} <= self.attribute_mapping.keys():
            raise ValueError("attribute_mapping tells in which claims email and token_id stand")
