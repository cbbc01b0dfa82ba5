"""Facts of the project: the same in Consumer and B2B projects."""

from stytch_async.api.consumer.project import Project

__all__ = ["Project"]
