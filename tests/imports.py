"""Import every module of the installed package; run by ``nox -s wheel``, once without and once with the extra."""

import importlib
import pkgutil
import sys

import stytch_async

NEED_THE_EXTRA = ("stytch_async.demo", "stytch_async.emulator", "stytch_async.transports.memory")
OF_THE_EXTRA = {"argon2", "bcrypt", "passlib", "zxcvbn"}


def main(extra: str) -> None:
    """Import all modules, and tell how many; without the extra, what needs it may miss its libraries alone."""
    names = [module.name for module in pkgutil.walk_packages(stytch_async.__path__, "stytch_async.")]
    for name in names:
        try:
            importlib.import_module(name)
        except ModuleNotFoundError as error:
            if extra or not name.startswith(NEED_THE_EXTRA) or error.name not in OF_THE_EXTRA:
                raise
    print(f"{len(names)} modules import{f' with {extra}' if extra else ''}")  # noqa: T201 - run by hand


if __name__ == "__main__":
    main(sys.argv[1])
