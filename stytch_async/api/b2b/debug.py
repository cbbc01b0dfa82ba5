"""Help with finding out why a call fails: the same in Consumer and B2B projects."""

from stytch_async.api.consumer.debug import Debug

__all__ = ["Debug"]
