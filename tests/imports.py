"""Import every module of the installed package; run by ``nox -s wheel``, where no extra is installed."""

import importlib
import pkgutil

import stytch_async


def main() -> None:
    """Import all modules, and tell how many; what an extra brings is imported no sooner than it is used."""
    names = [module.name for module in pkgutil.walk_packages(stytch_async.__path__, "stytch_async.")]
    for name in names:
        importlib.import_module(name)
    print(f"{len(names)} modules import")  # noqa: T201 - run by hand


if __name__ == "__main__":
    main()
