"""Crypto wallets of users."""

from stytch_async.api.consumer.crypto_wallets import CryptoWallets
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.addressees import named_user
from stytch_async.emulator.rules.consumer.changes import record_user
from stytch_async.emulator.rules.consumer.login import log_in
from stytch_async.emulator.rules.consumer.wallets import ask, message_wanted, prove_wallet, wallet_for
from stytch_async.emulator.rules.sessions import plan
from stytch_async.emulator.rules.siwe import view
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.consumer import crypto_wallets as schemas

__all__: list[str] = []


@handles(CryptoWallets.authenticate_start)
def authenticate_start(
    project: Project, request: schemas.AuthenticateStartRequest
) -> schemas.AuthenticateStartResponse:
    """Ask a wallet for its signature; who is not known by it yet is a new user, or the one who adds it."""
    message = message_wanted(project, request.crypto_wallet_type, request.siwe_params)
    named = named_user(project, request)
    owned, is_new = wallet_for(project, request.crypto_wallet_type, request.crypto_wallet_address, named)
    challenge = ask(project, owned, message)
    return schemas.AuthenticateStartResponse(
        user_id=owned[0].id, challenge=challenge, user_created=is_new, **project.envelope()
    )


@handles(CryptoWallets.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log in with a wallet; its first signature proves that it is the user's."""
    planned = plan(project, "user", request)
    proof, wallet, message = prove_wallet(
        project, request.crypto_wallet_type, request.crypto_wallet_address, request.signature
    )
    is_first = not wallet.verified
    login = log_in(project, proof, planned)
    if is_first:
        record_user(project, proof.account)
    envelope = project.envelope()
    siwe_params = None if message is None else view(message, envelope)
    return schemas.AuthenticateResponse(siwe_params=siwe_params, **login, **envelope)
