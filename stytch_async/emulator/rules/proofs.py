"""What somebody has shown in a login, before anything comes of it."""

from typing import Generic, Protocol, TypeVar

import attrs

from stytch_async.emulator.rules.locks import forget_failures
from stytch_async.emulator.state.rows.accounts import Account, Address
from stytch_async.emulator.state.rows.factors import Factor

__all__ = ["Proof", "Spendable", "spend"]

A = TypeVar("A", bound=Account)


class Spendable(Protocol):
    """Something that is good for one login."""

    def spend(self) -> None:
        """Use it up."""


@attrs.frozen(kw_only=True)
class Proof(Generic[A]):
    """That somebody is who they say; checked, and not spent yet.

    The login that takes it may still be refused, and a refused call changes nothing: so `spend` comes after that.

    Attributes:
        account: Whose it is.
        factor: What it adds to a session.
        address: The address or number that it proves, if any.
        credential: What is used up with it, if anything is.

    """

    account: A
    factor: Factor
    address: Address | None = None
    credential: Spendable | None = None


def spend(proof: Proof[A]) -> None:
    """Use up what was shown, and forget failed attempts."""
    if proof.credential is not None:
        proof.credential.spend()
    forget_failures(proof.account)
