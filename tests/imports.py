"""Import every module of the installed package; run by ``nox -s wheel``, where no extra is installed."""

import importlib
import pkgutil

import stytch_async

KITS = ("connections", "fastapi", "opentelemetry", "pytest", "starlette")
LEFT_OUT = (*(f"stytch_async.integrations.{name}" for name in KITS), "stytch_async.emulator.scim")
"""These need their frameworks, for which ``nox -s kits`` imports them, or what only calls of a directory import."""


def main() -> None:
    """Import all other modules, and tell how many; what an extra brings is imported no sooner than it is used."""
    modules = pkgutil.walk_packages(stytch_async.__path__, "stytch_async.")
    names = [module.name for module in modules if not module.name.startswith(LEFT_OUT)]
    for name in names:
        importlib.import_module(name)
    print(f"{len(names)} modules import")  # noqa: T201 - run by hand


if __name__ == "__main__":
    main()
