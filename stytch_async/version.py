"""The version of the package; its metadata is built from here, since reading that back costs 8 ms of every start."""

from typing import Final

__all__ = ["__version__"]

__version__: Final = "0.1.0"
