"""The secrets of M2M clients and Connected Apps."""

import attrs

__all__ = ["Secrets"]


@attrs.define(kw_only=True)
class Secrets:
    """The secret of a client, and the one that takes over when the rotation that is under way ends."""

    current: str = attrs.field(repr=False)
    next: str | None = attrs.field(default=None, repr=False)
