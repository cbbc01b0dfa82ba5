"""What somebody has shown in a login, before anything comes of it."""

from typing import Generic, TypeVar

import attrs

from stytch_async.emulator.rules.locks import forget_failures
from stytch_async.emulator.state.rows.accounts import Account, Address
from stytch_async.emulator.state.rows.credentials import Credential
from stytch_async.emulator.state.rows.factors import Factor

__all__ = ["Proof", "spend"]

A = TypeVar("A", bound=Account)


@attrs.frozen(kw_only=True)
class Proof(Generic[A]):
    """That somebody is who they say; checked, and not spent yet.

    The login that takes it may still be refused, and a refused call changes nothing: so `spend` comes after that.

    Attributes:
        account: Whose it is.
        factor: What it adds to a session.
        address: The address or number that it proves, if any.
        credential: The link or code that is used up with it, if any.

    """

    account: A
    factor: Factor
    address: Address | None = None
    credential: Credential | None = None


def spend(proof: Proof[A]) -> None:
    """Use up what was shown: a link or code is spent, and failed attempts are forgotten."""
    if proof.credential is not None:
        proof.credential.spent = True
    forget_failures(proof.account)
