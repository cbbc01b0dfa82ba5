"""What every error of the library is, and the one for what it was built with."""

from typing import Any

__all__ = [
    "ConfigurationError",
    "StytchError",
]


class StytchError(Exception):
    """The root of every error that this library raises on purpose."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by attributes, so that keyword-only constructors do no harm."""
        return _restore, (type(self), self.args, self.__dict__)


def _restore(kind: type[StytchError], args: tuple[object, ...], attributes: dict[str, object]) -> StytchError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(attributes)
    return error


class ConfigurationError(StytchError, ValueError):
    """A client, transport or policy was given something that cannot work."""
