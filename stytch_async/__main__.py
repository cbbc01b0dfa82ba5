"""``python -m stytch_async``: a demonstration, and the emulator over HTTP."""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from stytch_async.errors import ConfigurationError

EXTRA = "this needs the emulator's own dependencies: pip install 'stytch-async[emulator]'"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "demo":
            from stytch_async.demo import demonstrate  # noqa: PLC0415 - needs the extra

            asyncio.run(demonstrate())
        else:
            from stytch_async.emulator.server import run  # noqa: PLC0415 - needs the extra

            asyncio.run(run(host=options.host, port=options.port, allow_remote=options.allow_remote))
    except ModuleNotFoundError as error:
        return _fail(f"{error.name} is missing: {EXTRA}")
    except (ConfigurationError, OSError) as error:
        return _fail(str(error))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m stytch_async", description="Stytch for asyncio.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("demo", help="walk through logins and resets, in memory: no credentials, no network")
    emulator = commands.add_parser(
        "emulator",
        help="serve an in-memory Stytch over HTTP",
        description="Serve an in-memory Stytch over HTTP. The first line printed is its URL, for STYTCH_BASE_URL.",
    )
    emulator.add_argument("--host", default="127.0.0.1", help="where to listen (default: %(default)s)")
    emulator.add_argument("--port", type=int, default=8787, help="0 takes a free one (default: %(default)s)")
    emulator.add_argument("--allow-remote", action="store_true", help="permit a host that other machines can reach")
    return parser


def _fail(reason: str) -> int:
    print(f"stytch_async: {reason}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
