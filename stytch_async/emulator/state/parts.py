"""What a project makes when it is first used, so that a test pays only for what it touches."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

__all__ = ["Part", "forget_parts"]

T = TypeVar("T")


class Part(Generic[T]):
    """A part that is made when it is first used, and stays until it is forgotten."""

    def __init__(self, make: Callable[[], T]) -> None:
        """Say what makes it."""
        self._make = make
        self._name = ""

    def __set_name__(self, _: type, name: str) -> None:
        """Learn under which name it is kept."""
        self._name = name

    @overload
    def __get__(self, owner: None, _: type) -> Self: ...
    @overload
    def __get__(self, owner: object, _: type | None = None) -> T: ...
    def __get__(self, owner: object | None, _: type | None = None) -> T | Self:
        """Return the part; on a class, return the attribute itself."""
        if owner is None:
            return self
        # From now on the owner has the part under this name, and nobody asks here again.
        made = vars(owner)[self._name] = self._make()
        return made


def forget_parts(owner: Any) -> None:  # noqa: ANN401 - whatever has parts
    """Let all parts of an object be made anew when they are used next."""
    for name, attribute in vars(type(owner)).items():
        if isinstance(attribute, Part):
            vars(owner).pop(name, None)
