"""What a login proves, and where it comes from."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs

__all__ = ["Factor", "Fingerprint"]


@attrs.frozen
class Fingerprint:
    """The address and browser of whoever asks."""

    ip_address: str = ""
    user_agent: str = ""


@attrs.frozen(kw_only=True)
class Factor:
    """One proof of who somebody is.

    Attributes:
        type: What was shown, for example ``otp``.
        delivery_method: How it had reached them, for example ``sms``.
        name: The member of the factor that tells more, for example ``phone_number_factor``; empty where there is none.
        details: What that member holds.

    """

    type: str
    delivery_method: str
    name: str = ""
    details: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    created_at: dt.datetime
    last_authenticated_at: dt.datetime
    updated_at: dt.datetime

    @property
    def identity(self) -> tuple[object, ...]:
        """What two proofs of the same thing have in common."""
        return (self.type, self.delivery_method, self.name, tuple(sorted(self.details.items())))
