"""``python -m stytch_async``: a demonstration, and the emulator over HTTP."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from stytch_async.errors import ConfigurationError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "demo":
            from stytch_async.demo import demonstrate  # noqa: PLC0415 - needs the extra

            asyncio.run(demonstrate())
        else:
            from stytch_async.emulator.server import run  # noqa: PLC0415 - needs the extra

            asyncio.run(
                run(
                    host=options.host,
                    port=options.port,
                    allow_remote=options.allow_remote,
                    allow_hosts=options.allow_host,
                    project_ids=options.project_id,
                    settings=options.settings,
                    webhook_url=options.webhook_url,
                    webhook_secret=options.webhook_secret,
                    workspace=options.workspace,
                )
            )
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
    emulator.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="a name by which the emulator may be called, besides those of this machine; may be repeated",
    )
    emulator.add_argument(
        "--project-id",
        action="append",
        default=[],
        metavar="ID",
        help="serve a project of this id; may be repeated (default: one project, which takes the first id that comes)",
    )
    emulator.add_argument(
        "--workspace",
        action="store_true",
        help="serve a workspace and its Management API, too; its first key follows the URL",
    )
    emulator.add_argument("--settings", type=Path, metavar="FILE", help="a TOML file with the projects' settings")
    emulator.add_argument("--webhook-url", metavar="URL", help="post webhooks there (default: nowhere)")
    emulator.add_argument(
        "--webhook-secret", metavar="SECRET", help="sign them with this (default: one that everybody knows)"
    )
    return parser


def _fail(reason: str) -> int:
    print(f"stytch_async: {reason}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
