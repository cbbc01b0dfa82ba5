"""Tables: rows with an index for each way in which one is looked up."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

__all__ = ["Index", "Table"]

R = TypeVar("R")


class Index(Generic[R]):
    """The rows of a table by something that they are looked up by; those with the same key are oldest first."""

    def __init__(self, keys: Callable[[R], Iterable[Hashable]]) -> None:
        """Start empty; ``keys`` tells what a row is found by."""
        self._keys = keys
        self._rows: dict[Hashable, dict[str, R]] = {}
        self._filed: dict[str, tuple[Hashable, ...]] = {}

    def first(self, key: Hashable) -> R | None:
        """Return the oldest row under a key."""
        return next(iter(self._rows.get(key, {}).values()), None)

    def all(self, key: Hashable) -> list[R]:
        """Return the rows under a key."""
        return list(self._rows.get(key, {}).values())

    def file(self, row_id: str, row: R) -> None:
        """File a row under its present keys."""
        keys = tuple(dict.fromkeys(self._keys(row)))
        if keys == self._filed.get(row_id):
            return
        self.take_out(row_id)
        self._filed[row_id] = keys
        for key in keys:
            self._rows.setdefault(key, {})[row_id] = row

    def take_out(self, row_id: str) -> None:
        """Forget a row."""
        for key in self._filed.pop(row_id, ()):
            del self._rows[key][row_id]
            if not self._rows[key]:
                del self._rows[key]


class Table(Generic[R]):
    """Rows by id, with an index for every other key that calls look them up by.

    A look-up costs the same however many rows there are. Whoever changes what a row is found by calls `save` then.
    """

    def __init__(self, id_of: Callable[[R], str]) -> None:
        """Start empty; ``id_of`` tells the id of a row, which never changes."""
        self._id_of = id_of
        self._rows: dict[str, R] = {}
        self._apart: set[str] = set()
        self._indexes: list[Index[R]] = []

    def index(self, keys: Callable[[R], Iterable[Hashable]]) -> Index[R]:
        """Add an index; ``keys`` tells what a row is found by in it."""
        made = Index(keys)
        self._indexes.append(made)
        return made

    def get(self, row_id: str) -> R | None:
        """Return the row with an id, if there is one."""
        return self._rows.get(row_id)

    def __getitem__(self, row_id: str) -> R:
        """Return the row with an id that is known to be there."""
        return self._rows[row_id]

    def __contains__(self, row_id: object) -> bool:
        """Whether there is a row with that id."""
        return row_id in self._rows

    def __iter__(self) -> Iterator[R]:
        """Go through all rows but those apart, oldest first; rows may be saved and removed meanwhile."""
        return iter(tuple(row for row_id, row in self._rows.items() if row_id not in self._apart))

    def __len__(self) -> int:
        """Count the rows but those apart."""
        return len(self._rows) - len(self._apart)

    def __repr__(self) -> str:
        """Count the rows, and show none."""
        return f"<{type(self).__name__}: {len(self)} rows>"

    def save(self, row: R) -> None:
        """Store a row, or file a changed one anew."""
        row_id = self._id_of(row)
        self._rows[row_id] = row
        for index in self._indexes:
            index.file(row_id, row)

    def keep_apart(self, row: R) -> None:
        """Store a row that is found by whatever it says, but is neither counted nor listed, and never goes."""
        self._apart.add(self._id_of(row))
        self.save(row)

    def remove(self, row: R) -> None:
        """Forget a row; one that is not there does no harm."""
        row_id = self._id_of(row)
        if row_id not in self._apart and self._rows.pop(row_id, None) is not None:
            for index in self._indexes:
                index.take_out(row_id)
