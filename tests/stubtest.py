"""Run stubtest on the stubs of the installed package; by ``nox -s wheel``.

It compares names, arguments and defaults with what Python sees, and does not know three things that are explained here.
"""

import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from typing import Final, get_origin

import stytch_async

EXPLAINED: Final = re.compile(
    # Whatever attrs adds to a class is in no stub, or in another form.
    r"\.(__attrs_\w+__|__slots__|__[lg][te]__|_AT|\w+_AttrsAttributes__) "
    # An endpoint has the type of its declaration, which is an object that can be called.
    r"|\"__arg0\" differs from runtime parameter \"self\"$|an \"async def\" function at runtime, but not in the stub$"
    # A group is made when it is asked for.
    r"|differs from runtime type stytch_async\.groups\.Group$"
)


def main() -> None:
    """Print what is found and not explained, and fail if that is anything."""
    package = Path(stytch_async.__file__).parent
    modules = [".".join(path.relative_to(package.parent).with_suffix("").parts) for path in package.rglob("*.pyi")]
    command = [sys.executable, "-m", "mypy.stubtest", "--concise", *modules]
    found = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own
    lines = [line for line in found.stdout.splitlines() if not EXPLAINED.search(line) and not _is_of_an_alias(line)]
    sys.exit("\n".join([*lines, found.stderr]).strip() or 0)


def _is_of_an_alias(line: str) -> bool:
    """Whether something is said of an alias, such as of ``Annotated``, which stubtest takes for what it stands for."""
    symbol = line.partition(" ")[0]
    return any(_is_alias(name) for name in (symbol, symbol.rpartition(".")[0]))


def _is_alias(name: str) -> bool:
    try:
        return get_origin(pkgutil.resolve_name(name)) is not None
    except (AttributeError, ImportError):
        return False


if __name__ == "__main__":
    main()
