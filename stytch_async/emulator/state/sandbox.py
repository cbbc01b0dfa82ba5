"""The values that Stytch answers the same way in every test project.

No table holds those of Consumer projects: they are looked up where a table has nothing. The organization and the member
of B2B projects are rows apart. So searches and counts leave all of them out.
"""

import datetime as dt
import functools
from typing import Final

from stytch_async.emulator.state.rows.accounts import Address, Password
from stytch_async.emulator.state.rows.credentials import OneTimeToken, Passcode
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.members import Member, Members
from stytch_async.emulator.state.rows.oauth import OAuthToken, ProviderAccount, ProviderTokens
from stytch_async.emulator.state.rows.organizations import Organization, Organizations, OrganizationSettings
from stytch_async.emulator.state.rows.sessions import Session
from stytch_async.emulator.state.rows.totps import TOTP
from stytch_async.emulator.state.rows.users import User
from stytch_async.emulator.state.rows.wallets import Wallet, wallet_key

__all__ = ["Sandbox"]

EMAIL: Final = "sandbox@stytch.com"
PHONE_NUMBER: Final = "+10000000000"
CODE: Final = "000000"
RECOVERY_CODE: Final = "a1b2-c3d4-e5f6"
SESSION_TOKEN: Final = "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY"  # noqa: S105 - published for tests
USER_ID: Final = "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd"
EMAIL_ID: Final = "email-test-23873e89-d4ed-4e92-b3b9-e5c7198fa286"
PHONE_ID: Final = "phone-number-test-d5a3b680-e8a3-40c0-b815-ab79986666d0"
TOTP_ID: Final = "totp-test-00000000-0000-4000-8000-000000000000"
ORGANIZATION_ID: Final = "organization-test-007d9d4a-deac-4a87-ba0a-e6e8afba4d4b"
MEMBER_ID: Final = "member-test-00000000-0000-4000-8000-000000000000"
"""The member's id is inferred: it is published nowhere."""
SESSION_ID: Final = "session-test-eb94233f-8800-4ebd-8645-51dc15f9d028"
MAGIC_LINK_TOKEN: Final = "DOYoip3rvIMMW5lgItikFK-Ak1CfMsgjuiCyI7uuU94="  # noqa: S105 - published for tests
USED_MAGIC_LINK_TOKEN: Final = "3pzjQpgksDlGKWEwUq2Up--hCHC_0oamfLHyfspKDFU="  # noqa: S105 - published for tests
OAUTH_TOKEN: Final = "hdPVZHHX0UoRa7hJTuuPHi1vlddffSnoweRbVFf5-H8g"  # noqa: S105 - published for tests
WALLET_ID: Final = "crypto-wallet-test-00000000-0000-4000-8000-000000000000"
WALLET_ADDRESS: Final = "0x6df2dB4Fb3DA35d241901Bd53367770BF03123f1"
WALLET_SIGNATURE: Final = "0x0c4f82edc3c818b6beff4b89e0682994e5878074609903cecdfb"
STARTED_AT: Final = dt.datetime(2021, 8, 28, 0, 41, 58, 935673, tzinfo=dt.UTC)


class Sandbox:
    """The sandbox user and the sandbox member of a project, and what always works for them."""

    def __init__(self, organizations: Organizations, members: Members) -> None:
        """Begin with nobody; the organization and its member are stored with those of the project."""
        self._organizations = organizations
        self._members = members

    @functools.cached_property
    def user(self) -> User:
        """The user, whose password is whatever is given."""
        return User(
            id=USER_ID,
            created_at=STARTED_AT,
            emails=[Address(id=EMAIL_ID, value=EMAIL, verified=True)],
            phone_numbers=[Address(id=PHONE_ID, value=PHONE_NUMBER, verified=True)],
            password=Password(id="password-test-00000000-0000-4000-8000-000000000000", matches=lambda _: True),
            totp=TOTP(id=TOTP_ID, secret="A" * 32, created_at=STARTED_AT, expires_at=None),
            recovery_codes=[RECOVERY_CODE],
            wallets=[Wallet(id=WALLET_ID, type="ethereum", address=WALLET_ADDRESS, verified=True)],
        )

    @functools.cached_property
    def member(self) -> Member:
        """The member, and only one, of an organization that everybody may be invited to; its name is inferred.

        Both are stored when they are first asked for: few projects ever see them.
        """
        organization = Organization(
            id=ORGANIZATION_ID,
            name="Stytch sandbox",
            slug="stytch-sandbox",
            created_at=STARTED_AT,
            updated_at=STARTED_AT,
            settings=OrganizationSettings(email_invites="ALL_ALLOWED"),
        )
        member = Member(
            id=MEMBER_ID,
            organization_id=ORGANIZATION_ID,
            created_at=STARTED_AT,
            updated_at=STARTED_AT,
            email=Address(id=EMAIL_ID, value=EMAIL, verified=True),
        )
        self._organizations.keep_apart(organization)
        self._members.keep_apart(member)
        return member

    def organization_with(self, value: str) -> Organization | None:
        """Return the organization if a value is its id."""
        return self._organizations[self.member.organization_id] if value == ORGANIZATION_ID else None

    def user_with(self, value: str) -> User | None:
        """Return the user if a value is their id, address, number, or the id of one of these."""
        return self.user if value in {USER_ID, EMAIL, EMAIL_ID, PHONE_NUMBER, PHONE_ID} else None

    def session_with(self, value: str, now: dt.datetime) -> Session | None:
        """Return the session if a value is its id or token; its factor is as fresh as the session, an hour from now."""
        if value not in {SESSION_ID, SESSION_TOKEN}:
            return None
        factor = Factor(
            type="magic_link",
            delivery_method="email",
            name="email_factor",
            details={"email_id": EMAIL_ID, "email_address": EMAIL},
            created_at=STARTED_AT,
            last_authenticated_at=now,
            updated_at=now,
        )
        return Session(
            id=SESSION_ID,
            owner_id=USER_ID,
            token=SESSION_TOKEN,
            started_at=STARTED_AT,
            last_accessed_at=now,
            expires_at=now + dt.timedelta(hours=1),
            factors=[factor],
        )

    def totp_of(self, owner_id: str) -> TOTP | None:
        """Return the user's authenticator app."""
        return self.user.totp if owner_id == USER_ID else None

    def takes_totp_code(self, owner_id: str, code: str) -> bool:
        """Whether a code is that of the user's authenticator app, which never wears out."""
        return (owner_id, code) == (USER_ID, CODE)

    def takes_recovery_code(self, owner_id: str, code: str) -> bool:
        """Whether a code is the user's recovery code, which never wears out either."""
        return (owner_id, code) == (USER_ID, RECOVERY_CODE)

    def wallet_owner(self, key: str) -> User | None:
        """Return the user if a wallet is theirs."""
        return self.user if key == wallet_key("ethereum", WALLET_ADDRESS) else None

    def takes_signature(self, key: str, signature: str) -> bool:
        """Whether a signature is that of the user's wallet, which never wears out."""
        return self.wallet_owner(key) is not None and signature == WALLET_SIGNATURE

    def _owners(self) -> dict[str, str]:
        """Return whose a link is, by what its token is spent on; nobody's yet where that is discovery."""
        return {"discovery": "", "magic_links": self.user.id, "multi_tenant_magic_links": self.member.id}

    def token_with(self, value: str, token_type: str, now: dt.datetime) -> OneTimeToken | None:
        """Return the token of the sandbox that a value is: of a link, new or used, or of a login with a provider."""
        expires_at = now + dt.timedelta(minutes=1)
        if value in {MAGIC_LINK_TOKEN, USED_MAGIC_LINK_TOKEN} and token_type in (owners := self._owners()):
            return OneTimeToken(
                value=value,
                type=token_type,
                owner_id=owners[token_type],
                address_id=EMAIL_ID,
                recipient=EMAIL,
                expires_at=expires_at,
                spent=value == USED_MAGIC_LINK_TOKEN,
            )
        if value != OAUTH_TOKEN:
            return None
        tokens = ProviderTokens(access_token="", refresh_token="", id_token="", scopes=[], expires_at=expires_at)
        return OAuthToken(
            value=value,
            type="oauth",
            owner_id=USER_ID,
            address_id="",
            provider="google",
            account=ProviderAccount(subject="10769150350006150715113082367", email=EMAIL),
            tokens=tokens,
            expires_at=expires_at,
        )

    def passcode_of(self, address_id: str, now: dt.datetime) -> Passcode | None:
        """Return the code of the user's address or number, which never wears out."""
        if address_id not in {EMAIL_ID, PHONE_ID}:
            return None
        return Passcode(
            owner_id=USER_ID,
            address_id=address_id,
            slot=address_id,
            code=CODE,
            channel="email" if address_id == EMAIL_ID else "sms",
            expires_at=now + dt.timedelta(minutes=1),
        )
