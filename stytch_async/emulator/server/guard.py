"""Who may talk to the emulator: no web page from elsewhere that happens to be open on the same machine."""

import ipaddress
from collections.abc import Collection, Mapping
from typing import Final
from urllib.parse import urlsplit

import attrs

from stytch_async.emulator.refusals.emulator import FOREIGN_HOST, FOREIGN_ORIGIN
from stytch_async.emulator.refusals.refusal import Refusal

__all__ = ["LOOPBACK", "Guard"]

LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


@attrs.frozen(kw_only=True)
class Guard:
    """Knows by which names the emulator is called.

    A page can have its own domain resolved to this machine (DNS rebinding) and then read what is served here; its
    requests still bear the name of its domain.

    Attributes:
        names: The names besides those of this machine.
        any_address: Whether any IP address will do, for those who reach the emulator from other machines.

    """

    names: Collection[str] = ()
    any_address: bool = False

    def check_host(self, headers: Mapping[str, str]) -> None:
        """Refuse a request for another host."""
        host = headers.get("Host")
        if host is not None and not self._knows(_name(host)):
            raise Refusal(FOREIGN_HOST)

    def check_origin(self, headers: Mapping[str, str]) -> None:
        """Refuse a request that a page of another origin has sent."""
        host = headers.get("Host")
        if headers.get("Origin", f"http://{host}") != f"http://{host}":
            raise Refusal(FOREIGN_ORIGIN)

    def _knows(self, name: str | None) -> bool:
        return name in LOOPBACK or name in self.names or (self.any_address and _is_address(name))


def _name(host: str) -> str | None:
    """Return the name that a Host header bears besides the port; ``None`` if it cannot be read."""
    try:
        parts = urlsplit(f"//{host}")
        name, _ = parts.hostname, parts.port
    except ValueError:
        return None
    return name if parts.netloc == host and parts.username is None else None


def _is_address(name: str | None) -> bool:
    try:
        ipaddress.ip_address(name or "")
    except ValueError:
        return False
    return True
