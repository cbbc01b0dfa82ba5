"""Public names: sorted, importable, and no more than are meant."""

import importlib
import importlib.metadata
import pkgutil
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

import stytch_async
from stytch_async import errors

MODULES: Final = sorted(
    {
        stytch_async.__name__,
        *(found.name for found in pkgutil.walk_packages(stytch_async.__path__, f"{stytch_async.__name__}.")),
    }
    - {f"{stytch_async.__name__}.__main__"}
)


@pytest.fixture(params=MODULES)
def module(request: pytest.FixtureRequest) -> ModuleType:
    """Load each module of the package in turn."""
    return importlib.import_module(request.param)


def in_isort_order(name: str) -> tuple[int, str]:
    """Sort constants first, then classes, then functions, as ruff does."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return kind, name


def test_public_names_are_sorted(module: ModuleType) -> None:
    """One order, so that a name is found at a glance and a merge has no conflicts."""
    names = list(getattr(module, "__all__", []))

    assert names == sorted(set(names), key=in_isort_order)


def test_public_names_exist(module: ModuleType) -> None:
    """Also those that load their module only when they are first used."""
    missing = [name for name in getattr(module, "__all__", []) if not hasattr(module, name)]

    assert missing == []


def test_every_error_is_importable_from_the_package() -> None:
    """An ``except`` clause needs one import."""
    assert set(errors.__all__) <= set(stytch_async.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """The lazy names do not swallow a misspelling."""
    with pytest.raises(AttributeError, match="module 'stytch_async' has no attribute 'Cleint'"):
        stytch_async.Cleint  # noqa: B018


def test_the_version_is_that_of_the_installed_package() -> None:
    """It is written down once."""
    assert stytch_async.__version__ == importlib.metadata.version("stytch-async")


def test_the_package_is_typed() -> None:
    """Type checkers read the annotations of an installed package only with this marker."""
    assert (Path(stytch_async.__file__).parent / "py.typed").is_file()
