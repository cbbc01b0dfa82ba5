"""What the OpenAPI document of an app says of its logins."""

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from fastapi.openapi.models import SecurityBase as SecurityModel
from fastapi.security.base import SecurityBase

__all__ = ["Dependency", "Scheme", "no_scheme"]

T = TypeVar("T")

Dependency = Callable[..., Coroutine[Any, Any, T]]


class Scheme(SecurityBase):
    """A security scheme for the app's OpenAPI document; a guard does the work."""

    def __init__(self, model: SecurityModel, scheme_name: str) -> None:
        self.model: SecurityModel = model
        self.scheme_name: str = scheme_name

    async def __call__(self) -> None:
        """Do nothing."""


async def no_scheme() -> None:
    """Stand for a scheme that an app does not have."""
