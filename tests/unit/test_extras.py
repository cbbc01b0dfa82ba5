"""What is not installed is named at once."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import get_args

import pytest

from stytch_async import Client, ConfigurationError, InMemoryTransport
from stytch_async.__main__ import main
from stytch_async.extras import EMULATOR, WALLETS, WEBHOOKS, require_emulator, require_wallets, require_webhooks
from stytch_async.schemas.consumer.crypto_wallets import CryptoWalletType
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


@pytest.mark.parametrize("module", WALLETS)
@pytest.mark.parametrize("wallet_type", get_args(CryptoWalletType))
async def test_wallets_name_their_extra(
    monkeypatch: pytest.MonkeyPatch, wallet_type: CryptoWalletType, module: str
) -> None:
    """Before anything is stored; all else works without it, and the wallet of a test says the same."""
    require_wallets.cache_clear()
    monkeypatch.setitem(sys.modules, module, None)
    stytch = InMemoryTransport()
    start = Client(transport=stytch).crypto_wallets.authenticate_start
    complaint = rf"{module}.*pip install 'stytch-async\[wallets\]'"

    with pytest.raises(ConfigurationError, match=complaint):
        await start(crypto_wallet_type=wallet_type, crypto_wallet_address="0x0")
    with pytest.raises(ConfigurationError, match=complaint):
        stytch.person("ada@example.com").wallet(wallet_type)

    assert len(stytch.project.users) == 0


@pytest.mark.parametrize(("extra", "modules"), [("emulator", EMULATOR), ("wallets", WALLETS), ("webhooks", WEBHOOKS)])
def test_the_extra_is_what_is_looked_for(extra: str, modules: tuple[str, ...]) -> None:
    """Each of its packages, by one of the modules that it brings."""
    wanted = {re.split(r"[\[>]", text)[0] for text in PYPROJECT["project"]["optional-dependencies"][extra]}

    brought_by = packages_distributions()
    looked_for = {brought_by[name][0].lower() for name in modules}

    assert looked_for == wanted


def test_webhooks_name_their_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """As soon as they are made, and not when the first one arrives."""
    require_webhooks.cache_clear()
    monkeypatch.setitem(sys.modules, "standardwebhooks", None)

    with pytest.raises(ConfigurationError, match=r"pip install 'stytch-async\[webhooks\]'"):
        Webhooks("whsec_AAAA")
