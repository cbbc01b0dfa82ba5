"""What a project makes when it is first used, so that a test pays only for what it touches."""

from collections.abc import Callable
from typing import Generic, Self, TypeVar, cast

__all__ = ["Part", "forget_parts", "part"]

T = TypeVar("T")


class Part(Generic[T]):
    """Makes a part when it is first used; see `part`."""

    def __init__(self, make: Callable[[], T]) -> None:
        """Say what makes it."""
        self._make = make
        self._name = ""

    def __set_name__(self, _: type, name: str) -> None:
        """Learn under which name it is kept."""
        self._name = name

    def __get__(self, owner: object | None, _: type) -> T | Self:
        """Return a new part, and put it in the place of this attribute, so that nobody asks here again."""
        if owner is None:
            return self
        made = vars(owner)[self._name] = self._make()
        return made


def part(make: Callable[[], T]) -> T:
    """Return an attribute of a class: a part that is made when it is first used, and stays until it is forgotten."""
    return cast("T", Part(make))


def forget_parts(owner: object) -> None:
    """Let all parts of an object be made anew when they are used next."""
    for name, attribute in vars(type(owner)).items():
        if isinstance(attribute, Part):
            vars(owner).pop(name, None)
