"""Authenticator apps."""

import datetime as dt

import attrs

__all__ = ["TOTP"]


@attrs.define(kw_only=True, eq=False)
class TOTP:
    """The authenticator app of a user or member.

    Attributes:
        secret: What app and project share, in base32.
        expires_at: Until when the setup waits for the first code; ``None`` once one was used.
        last_step: The newest time step of which a code was used; it and older ones are no use any more.

    """

    id: str
    secret: str = attrs.field(repr=False)
    created_at: dt.datetime
    expires_at: dt.datetime | None
    last_step: int = 0

    @property
    def verified(self) -> bool:
        """Whether a code of it was used."""
        return self.expires_at is None
