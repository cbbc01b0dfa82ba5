"""Groups of endpoints as attributes: of a client, or of another group."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from stytch_async.endpoint import Resource

__all__ = ["Group", "groups"]


class Group:
    """An attribute that holds a group of endpoints, loaded and made when it is first used.

    Its docstring is the first line of the group's, so that `help` lists what there is.
    """

    def __init__(self, name: str, load: Callable[[], type[Resource]]) -> None:
        self.name = name
        self.load = load

    def _summary(self) -> str:
        return (self.load().__doc__ or "").partition("\n")[0]

    # Computed when it is asked for, because that loads the group.
    __doc__ = cast("str", property(_summary))

    def __get__(self, owner: object | None, _: type | None = None) -> object:
        """Return the group, or what it was replaced with; on a class, return the attribute itself."""
        if owner is None:
            return self
        made = vars(owner)
        if self.name not in made:
            made[self.name] = group = self.load()(made["_pipeline"])
            # The way from the client to the group; a client itself has none.
            vars(group)["_path"] = f"{made['_path']}.{self.name}" if "_path" in made else self.name
        return made[self.name]

    def __set__(self, owner: object, value: object) -> None:
        """Put something else in the group's place; `help` lists only attributes that can be set."""
        vars(owner)[self.name] = value


def groups(owner: type) -> dict[str, Group]:
    """Return the groups of a class by name: those of its bases first."""
    found = {name: value for base in reversed(owner.__mro__) for name, value in vars(base).items()}
    return {name: value for name, value in found.items() if isinstance(value, Group)}
