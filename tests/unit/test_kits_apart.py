"""Each kit needs its own framework, and no other; the client needs none of them."""

import subprocess
import sys

import pytest

FRAMEWORKS = {"aiohttp", "fastapi", "opentelemetry", "starlette"}
NEEDS = {
    "aiohttp_web": {"aiohttp"},
    "answers": set[str](),
    "asgi": set[str](),
    "callbacks": set[str](),
    "fastapi": {"fastapi", "opentelemetry", "starlette"},  # FastAPI itself imports it where it is installed
    "opentelemetry": {"opentelemetry"},
    "pytest": set[str](),
    "reception": set[str](),
    "starlette": {"starlette"},
}

LATE = (
    "stytch_async.callbacks",
    "stytch_async.integrations",
    "stytch_async.logins",
    "stytch_async.observing",
    "stytch_async.testing",
    "stytch_async.webhooks",
)


def run(code: str) -> str:
    """Run code in a process of its own, and return what it prints."""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603 - our own
    return done.stdout


@pytest.mark.parametrize(("kit", "needed"), NEEDS.items(), ids=list(NEEDS))
def test_a_kit_imports_without_the_other_frameworks(kit: str, needed: set[str]) -> None:
    """None of them is installed where only one is used."""
    missing = sorted(FRAMEWORKS - needed)
    code = f"import sys; sys.modules.update(dict.fromkeys({missing})); import stytch_async.integrations.{kit} as kit"

    printed = run(f"{code}; print(kit.__name__)")

    assert printed.split() == [f"stytch_async.integrations.{kit}"]


def test_the_client_loads_no_kit() -> None:
    """Whoever only calls Stytch pays for no framework, nor for what the kits are made of."""
    loaded = run("import sys, stytch_async; print(*sys.modules)").split()

    assert not FRAMEWORKS & set(loaded)
    assert not [name for name in loaded if name.startswith(LATE)]
