"""Crypto wallets."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "CRYPTO_WALLET_NOT_FOUND",
    "CRYPTO_WALLET_TYPE_INCOMPATIBLE_WITH_SIWE",
    "DUPLICATE_WALLET_ADDRESS",
    "DUPLICATE_WALLET_ADDRESS_FOR_USER",
    "INVALID_CRYPTO_WALLET_ADDRESS",
    "INVALID_CRYPTO_WALLET_ID",
    "INVALID_ETHEREUM_ADDRESS",
    "INVALID_SIGNATURE",
    "INVALID_SIWE_CHAIN_ID",
    "INVALID_SIWE_DOMAIN",
    "INVALID_SIWE_MESSAGE_REQUEST_ID",
    "INVALID_SIWE_RESOURCE",
    "INVALID_SIWE_STATEMENT",
    "INVALID_SIWE_URI",
    "INVALID_SOLANA_ADDRESS",
    "INVALID_WALLET_TYPE",
    "SIGNATURE_IS_INCORRECT_SIZE",
    "SIGNATURE_MISSING",
    "SIWE_MESSAGE_EXPIRED",
    "SIWE_MESSAGE_NOT_VALID_YET",
    "UNABLE_TO_AUTHENTICATE_CRYPTO_WALLET",
]

CRYPTO_WALLET_NOT_FOUND: Final = Reason(404, "crypto_wallet_not_found", "No user has that crypto wallet.")
CRYPTO_WALLET_TYPE_INCOMPATIBLE_WITH_SIWE: Final = Reason(
    400, "crypto_wallet_type_incompatible_with_siwe", "Only an ethereum wallet takes siwe_params."
)
DUPLICATE_WALLET_ADDRESS: Final = Reason(400, "duplicate_wallet_address", "Another user has that crypto wallet.")
DUPLICATE_WALLET_ADDRESS_FOR_USER: Final = Reason(
    400, "duplicate_wallet_address_for_user", "The user has that crypto wallet already."
)
INVALID_CRYPTO_WALLET_ADDRESS: Final = Reason(
    400, "invalid_crypto_wallet_address", "The address of a crypto wallet is needed."
)
INVALID_CRYPTO_WALLET_ID: Final = Reason(400, "invalid_crypto_wallet_id", "That is not the id of a crypto wallet.")
INVALID_ETHEREUM_ADDRESS: Final = Reason(
    400, "invalid_ethereum_address", "An Ethereum address is 0x and 40 hexadecimal digits."
)
INVALID_SIGNATURE: Final = Reason(400, "invalid_signature", "The signature cannot be read.")
INVALID_SIWE_CHAIN_ID: Final = Reason(
    400, "invalid_siwe_chain_id", "The chain_id is the text of a number from 1 to 9223372036854775771."
)
INVALID_SIWE_DOMAIN: Final = Reason(400, "invalid_siwe_domain", "The domain is not an authority as in RFC 3986.")
INVALID_SIWE_MESSAGE_REQUEST_ID: Final = Reason(
    400, "invalid_siwe_message_request_id", "The message_request_id has other characters than pchar of RFC 3986."
)
INVALID_SIWE_RESOURCE: Final = Reason(400, "invalid_siwe_resource", "A resource is not a URI as in RFC 3986.")
INVALID_SIWE_STATEMENT: Final = Reason(
    400, "invalid_siwe_statement", "The statement has other characters than those of a URI and spaces."
)
INVALID_SIWE_URI: Final = Reason(400, "invalid_siwe_uri", "The uri is not a URI as in RFC 3986.")
INVALID_SOLANA_ADDRESS: Final = Reason(400, "invalid_solana_address", "A Solana address is 32 bytes in base58.")
INVALID_WALLET_TYPE: Final = Reason(400, "invalid_wallet_type", "The crypto_wallet_type is ethereum or solana.")
SIGNATURE_IS_INCORRECT_SIZE: Final = Reason(
    400, "signature_is_incorrect_size", "A signature is 65 bytes for Ethereum, and 64 for Solana."
)
SIGNATURE_MISSING: Final = Reason(400, "signature_missing", "A signature is needed.")
SIWE_MESSAGE_EXPIRED: Final = Reason(400, "siwe_message_expired", "The message that was signed has expired.")
SIWE_MESSAGE_NOT_VALID_YET: Final = Reason(
    400, "siwe_message_not_valid_yet", "The message that was signed is not valid yet."
)
UNABLE_TO_AUTHENTICATE_CRYPTO_WALLET: Final = Reason(
    401, "unable_to_authenticate_crypto_wallet", "The wallet has not signed the newest challenge."
)
