"""Machines that call the app: the same in Consumer and B2B projects."""

from stytch_async.api.consumer.m2m import M2M

__all__ = ["M2M"]
