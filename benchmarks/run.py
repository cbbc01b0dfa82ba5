"""Measure the library beside plain aiohttp and the official SDK, and print ratios of processor time.

Run it with ``nox -s bench``; ``-- --rounds 60`` measures longer, ``-- --import-times`` shows each module's share.
"""

import argparse
import statistics
from typing import Final

import calls
import decoding
import emulator
import startup
import tokens

CALLS: Final = {
    "default": {1: (1.22, 0.85), 20: (1.38, 0.77)},
    "direct": {1: (0.85, 0.60), 20: (0.80, 0.45), 1000: (0.80, 0.45)},
}
"""By transport and concurrency: what a call may cost, compared with plain aiohttp and with the official SDK."""


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="how often each contender takes its turn")
    parser.add_argument("--import-times", action="store_true", help="print the import time of each module to stderr")
    options = parser.parse_args()
    if options.import_times:
        startup.print_import_times()
        return
    print(f"{'ratio of processor time':<56}{'ratio':>7}{'target':>8}{'ours':>12}{'theirs':>12}")
    for concurrency, cost in calls.measure(options.rounds).items():
        for transport, targets in CALLS.items():
            to_raw, to_official = targets.get(concurrency, (None, None))
            what = f"{transport} transport, {concurrency:,} at a time"
            _print(f"{what} / aiohttp and orjson", cost[transport], cost["raw"], "us", to_raw)
            _print(f"{what} / official SDK", cost[transport], cost["official"], "us", to_official)
    cost = startup.measure(options.rounds)
    _print("import and a client / official SDK", cost["ours"], cost["official"], "ms", 0.40)
    _print("import and a client / import aiohttp", cost["ours"], cost["aiohttp"], "ms", 1.30)
    with calls.serving() as url:
        cost = startup.measure_first_call(options.rounds, url)
    _print("first call of a process / official SDK", cost["ours"], cost["official"], "ms", 0.50)
    cost = startup.measure_first_emulated_call(options.rounds)
    _print("first emulated call of a process / official import", cost["ours"], cost["official"], "ms", 0.50)
    for name, cost in decoding.measure(options.rounds).items():
        _print(f"reading one {name} answer / json.loads", cost["ours"], cost["json"], "us")
        _print(f"reading one {name} answer / official SDK", cost["ours"], cost["official"], "us")
    cost = tokens.measure(options.rounds)
    _print("a session JWT, new / official SDK", cost["new"], cost["official"], "us", 0.35)
    _print("a session JWT, seen before / official SDK", cost["seen"], cost["official"], "us", 0.05)
    _print("a session JWT, new / one RSA verification", cost["new"], cost["rsa"], "us")
    _print_emulator(options.rounds)
    print(f"fetches of 100 concurrent checks on a cold client: {tokens.measure_cold()} (target 1)")
    print(f"longest stall during a key fetch of 1 s: {tokens.measure_stall():.0f} ms (target below 50)")


def _print_emulator(rounds: int) -> None:
    for name, cost in emulator.measure(rounds).items():
        _print(f"an emulated {name} / writing and reading it", cost[emulator.FEW], cost["wire"], "us", 2.00)
        for users in emulator.MANY:
            target = None if name == "search" else 1.20
            _print(
                f"an emulated {name}, {users:,} users / {emulator.FEW}", cost[users], cost[emulator.FEW], "us", target
            )
    new = statistics.median(emulator.measure_project(rounds))
    print(f"a new project: {new:.0f} us (target below 50)")


def _print(what: str, ours: list[float], theirs: list[float], unit: str, target: float | None = None) -> None:
    # What ran in the same round ran under the same conditions: compare round by round.
    ratio = statistics.median(mine / other for mine, other in zip(ours, theirs, strict=True))
    wanted = "" if target is None else f"{target:.2f}"
    costs = "".join(f"{f'{statistics.median(times):.0f} {unit}':>12}" for times in (ours, theirs))
    print(f"{what:<56}{ratio:>7.2f}{wanted:>8}{costs}", flush=True)


if __name__ == "__main__":
    main()
