"""The calls that Stytch answers the same way in every test project."""

from typing import Any, Final

import attrs

__all__ = ["ROWS", "Row"]

EMAIL: Final = "sandbox@stytch.com"
PHONE_NUMBER: Final = "+10000000000"
USER_ID: Final = "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd"
EMAIL_ID: Final = "email-test-23873e89-d4ed-4e92-b3b9-e5c7198fa286"
PHONE_ID: Final = "phone-number-test-d5a3b680-e8a3-40c0-b815-ab79986666d0"
ORGANIZATION_ID: Final = "organization-test-007d9d4a-deac-4a87-ba0a-e6e8afba4d4b"
GOOD_LINK: Final = "DOYoip3rvIMMW5lgItikFK-Ak1CfMsgjuiCyI7uuU94="
USED_LINK: Final = "3pzjQpgksDlGKWEwUq2Up--hCHC_0oamfLHyfspKDFU="
UNKNOWN_LINK: Final = "CprTtwhnRNiMBiUS2jSLcWYrfuO2POeBNdo5HhW6qTM="
UNKNOWN_TOKEN: Final = "59cnLELtq5cFVS6uYK9f-pAWzBkhqZl8AvLhbhOvKNWw"
WALLET: Final = "0x6df2dB4Fb3DA35d241901Bd53367770BF03123f1"


@attrs.frozen
class Row:
    """One call.

    Attributes:
        answer: The status and, where it is an error, its type.

    """

    path: str
    arguments: dict[str, Any]
    answer: tuple[int, str | None] = (200, None)


def _codes() -> list[Row]:
    rows: list[Row] = []
    for channel, address in (("sms", PHONE_NUMBER), ("whatsapp", PHONE_NUMBER), ("email", EMAIL)):
        by_email = channel == "email"
        name, method_id = ("email", EMAIL_ID) if by_email else ("phone_number", PHONE_ID)
        rows += [Row(f"/v1/otps/{channel}/{method}", {name: address}) for method in ("send", "login_or_create")]
        rows.append(Row("/v1/otps/authenticate", {"method_id": method_id, "code": "000000"}))
    return rows


def _links(path: str, name: str) -> list[Row]:
    return [
        Row(path, {name: GOOD_LINK}),
        Row(path, {name: USED_LINK}, (401, "unable_to_auth_magic_link")),
        Row(path, {name: UNKNOWN_LINK}, (404, "magic_link_not_found")),
    ]


MEMBER: Final = {"email_address": EMAIL, "organization_id": ORGANIZATION_ID}

ROWS: Final = [
    *(
        Row(f"/v1/magic_links/email/{method}", {"email": EMAIL})
        for method in ("send", "login_or_create", "invite", "revoke_invite")
    ),
    *_links("/v1/magic_links/authenticate", "token"),
    *_codes(),
    Row("/v1/oauth/authenticate", {"token": "hdPVZHHX0UoRa7hJTuuPHi1vlddffSnoweRbVFf5-H8g"}),
    Row("/v1/oauth/authenticate", {"token": UNKNOWN_TOKEN}, (400, "oauth_token_not_found")),
    Row("/v1/sessions/authenticate", {"session_token": "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY"}),
    Row("/v1/sessions/authenticate", {"session_token": UNKNOWN_TOKEN}, (404, "session_not_found")),
    *(Row(path, {"email": EMAIL, "password": "1"}) for path in ("/v1/passwords", "/v1/passwords/authenticate")),
    Row("/v1/totps", {"user_id": USER_ID}),
    Row("/v1/totps/authenticate", {"user_id": USER_ID, "totp_code": "000000"}),
    Row("/v1/totps/recovery_codes", {"user_id": USER_ID}),
    Row("/v1/totps/recover", {"user_id": USER_ID, "recovery_code": "a1b2-c3d4-e5f6"}),
    Row(
        "/v1/crypto_wallets/authenticate/start",
        {"crypto_wallet_type": "ethereum", "crypto_wallet_address": WALLET},
    ),
    Row(
        "/v1/crypto_wallets/authenticate",
        {
            "crypto_wallet_type": "ethereum",
            "crypto_wallet_address": WALLET,
            "signature": "0x0c4f82edc3c818b6beff4b89e0682994e5878074609903cecdfb",
        },
    ),
    Row("/v1/users", {"phone_number": PHONE_NUMBER}, (201, None)),
    Row("/v1/users", {"email": EMAIL}, (201, None)),
    Row("/v1/b2b/magic_links/email/login_or_signup", MEMBER),
    Row("/v1/b2b/magic_links/email/invite", MEMBER),
    *_links("/v1/b2b/magic_links/authenticate", "magic_links_token"),
    Row("/v1/b2b/magic_links/email/discovery/send", {"email_address": EMAIL}),
    *_links("/v1/b2b/magic_links/discovery/authenticate", "discovery_magic_links_token"),
]
"""All of them, in the documentation's order."""
