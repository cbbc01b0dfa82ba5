"""What is not installed is named at once."""

import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from stytch_async import ConfigurationError, InMemoryTransport
from stytch_async.__main__ import main
from stytch_async.extras import EMULATOR, require_emulator, require_webhooks
from stytch_async.webhooks import Webhooks

PYPROJECT = tomllib.loads(Path(__file__, "../../../pyproject.toml").resolve().read_text())


@pytest.fixture(params=EMULATOR)
def missing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Hide one module of the extra."""
    require_emulator.cache_clear()
    monkeypatch.setitem(sys.modules, request.param, None)
    return request.param


def test_the_emulator_names_its_extra(missing: str) -> None:
    """Before the first call that needs it, and with the way out."""
    with pytest.raises(ConfigurationError, match=rf"{missing}.*pip install 'stytch-async\[emulator\]'"):
        InMemoryTransport()


@pytest.mark.usefixtures("missing")
def test_the_command_names_its_extra(capsys: pytest.CaptureFixture[str]) -> None:
    """In one line."""
    status = main(["emulator", "--port", "0"])

    complaint = capsys.readouterr().err
    assert (status, complaint.count("\n")) == (2, 1)
    assert "stytch-async[emulator]" in complaint


def test_the_extra_is_what_is_looked_for() -> None:
    """Each of its packages, by one of the modules that it brings."""
    wanted = {text.partition(">")[0] for text in PYPROJECT["project"]["optional-dependencies"]["emulator"]}

    looked_for = {packages_distributions()[name][0].lower() for name in EMULATOR}

    assert looked_for == wanted


def test_webhooks_name_their_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """As soon as they are made, and not when the first one arrives."""
    require_webhooks.cache_clear()
    monkeypatch.setitem(sys.modules, "standardwebhooks", None)

    with pytest.raises(ConfigurationError, match=r"pip install 'stytch-async\[webhooks\]'"):
        Webhooks("whsec_AAAA")
