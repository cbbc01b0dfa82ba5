"""Logins that end in the browser that began them: at a redirect URL, by what Stytch has added to it.

Whoever makes somebody else's browser open a callback could log it in to an account of their own. So a login begins with
a secret that stays in a cookie of the browser (PKCE), and Stytch refuses tokens of logins that have begun without it.
"""

import functools
from collections.abc import Awaitable, Callable, Collection
from typing import Any, Final, Protocol, TypedDict, TypeVar, Unpack

from stytch_async.callbacks import Callback, read_callback
from stytch_async.clients import B2BClient, Client
from stytch_async.errors import APIError, CallbackError, InvalidRequestError
from stytch_async.integrations.guard import Guard, Visit
from stytch_async.integrations.outcomes import (
    AnotherLogin,
    ChooseOrganization,
    LoggedIn,
    MemberLogin,
    MemberOutcome,
    NewPassword,
    PartialLogin,
    SecondFactor,
    UserLogin,
    UserOutcome,
)
from stytch_async.pkce import PKCE, verifier_of
from stytch_async.schemas.b2b.discovery import DiscoveredOrganization

__all__ = ["CompletionOptions", "begin", "complete_member", "complete_user", "conclude_member", "recall"]

SECONDS: Final = 600
"""How long a browser keeps what its login began with."""

IMPERSONATION: Final = frozenset({"impersonation", "multi_tenant_impersonation"})
"""These begin in the Dashboard and in no browser of the app's; only who works on the project can make them."""

DISCOVERY: Final = frozenset({"discovery", "discovery_oauth"})

RESET: Final = "reset_password"

REFUSED: Final = frozenset(
    {
        "invalid_pkce_code_verifier",
        "magic_link_not_found",
        "member_impersonation_not_allowed",
        "oauth_token_not_found",
        "pkce_did_not_expect_code_verifier",
        "pkce_expected_code_verifier",
        "pkce_mismatch",
        "sso_token_not_found",
        "unable_to_auth_impersonation_token",
        "unable_to_auth_magic_link",
        "user_impersonation_not_allowed",
    }
)
"""The error types by which Stytch refuses a callback's token, whoever has sent it."""

MINUTES: Final = 60

A = TypeVar("A")
P = TypeVar("P", bound=PartialLogin)


class CompletionOptions(TypedDict, total=False):
    """How logins are completed.

    Attributes:
        session_duration_minutes: How long the session is to last; an hour by default.
        elsewhere: Types of tokens whose login need not have begun in this browser, such as ``magic_links`` for mails
            that people open on another device, or ``sso`` for logins that begin at an identity provider. Whoever can
            make a browser open a callback can then log it in to an account of their own.

    """

    session_duration_minutes: int
    elsewhere: Collection[str]


def begin(guard: Guard[Any, Any, Any], visit: Visit) -> PKCE:
    """Begin a login that has to end in this browser, within ten minutes.

    Raises:
        ConfigurationError: Nothing would write the cookie.

    """
    pkce = PKCE.generate()
    guard.keep(visit, _cookie(guard), pkce.verifier, SECONDS)
    return pkce


def recall(guard: Guard[Any, Any, Any], visit: Visit) -> PKCE | None:
    """Return what this browser has begun a login with, if it has."""
    try:
        return PKCE.of(visit.cookies.get(_cookie(guard), ""))
    except InvalidRequestError:
        return None


def _cookie(guard: Guard[Any, Any, Any]) -> str:
    """Name the cookie, by which browsers see to it that no other host and no plain HTTP has set it."""
    secure = guard.cookies is None or guard.cookies.secure
    return "__Host-stytch_pkce" if secure else "stytch_pkce"


async def complete_user(
    guard: Guard[Client, Any, Any], client: Client, visit: Visit, **options: Unpack[CompletionOptions]
) -> UserOutcome:
    """Complete a user's login.

    Raises:
        CallbackError: The callback is not one of Stytch's, has been used, or belongs to another browser.
        StytchError: Stytch could not be asked, or refuses for another reason.

    """
    callback, pkce, is_bound = _arrival(guard, visit, options)
    if callback.token_type == RESET:
        return NewPassword(token=callback.token)
    minutes = options.get("session_duration_minutes", MINUTES)
    login = await _spent(functools.partial(_log_user_in, client, callback, minutes), pkce, is_bound=is_bound)
    guard.sign_in(visit, login)
    guard.drop(visit, _cookie(guard))
    return LoggedIn(login=login)


async def _log_user_in(client: Client, callback: Callback, minutes: int, pkce: PKCE | None) -> UserLogin:
    match callback.token_type:
        case "magic_links" | "login":
            return await client.magic_links.authenticate(
                token=callback.token, code_verifier=verifier_of(pkce), session_duration_minutes=minutes
            )
        case "oauth":
            return await client.oauth.authenticate(
                token=callback.token, code_verifier=verifier_of(pkce), session_duration_minutes=minutes
            )
        case "impersonation":
            return await client.impersonation.authenticate(impersonation_token=callback.token)
        case _:
            raise CallbackError("its token is not one that users log in with")


async def complete_member(
    guard: Guard[B2BClient, Any, Any], client: B2BClient, visit: Visit, **options: Unpack[CompletionOptions]
) -> MemberOutcome:
    """Complete a member's login, or say what is missing.

    Raises:
        CallbackError: The callback is not one of Stytch's, has been used, or belongs to another browser.
        StytchError: Stytch could not be asked, or refuses for another reason.

    """
    callback, pkce, is_bound = _arrival(guard, visit, options)
    resets, discovers = callback.redirect_type == RESET, callback.token_type in DISCOVERY
    if callback.token_type == "multi_tenant_passwords" or (callback.token_type == "discovery" and resets):  # noqa: S105 - types of tokens
        return NewPassword(token=callback.token, discovery=discovers)
    if discovers:
        found = await _spent(functools.partial(_discover, client, callback), pkce, is_bound=is_bound)
        outcome: MemberOutcome = ChooseOrganization(
            email_address=found.email_address,
            organizations=found.discovered_organizations,
            intermediate_session_token=found.intermediate_session_token,
        )
    else:
        minutes = options.get("session_duration_minutes", MINUTES)
        spend = functools.partial(_log_member_in, client, callback, minutes)
        outcome = conclude_member(guard, visit, await _spent(spend, pkce, is_bound=is_bound), wants_password=resets)
    guard.drop(visit, _cookie(guard))
    return outcome


class _Discovery(Protocol):
    @property
    def email_address(self) -> str: ...

    @property
    def discovered_organizations(self) -> list[DiscoveredOrganization]: ...

    @property
    def intermediate_session_token(self) -> str: ...


async def _discover(client: B2BClient, callback: Callback, pkce: PKCE | None) -> _Discovery:
    if callback.token_type == "discovery":  # noqa: S105 - the type of a token
        return await client.magic_links.discovery.authenticate(
            discovery_magic_links_token=callback.token, pkce_code_verifier=verifier_of(pkce)
        )
    return await client.oauth.discovery.authenticate(
        discovery_oauth_token=callback.token, pkce_code_verifier=verifier_of(pkce)
    )


async def _log_member_in(client: B2BClient, callback: Callback, minutes: int, pkce: PKCE | None) -> MemberLogin:
    match callback.token_type:
        case "multi_tenant_magic_links":
            return await client.magic_links.authenticate(
                magic_links_token=callback.token, pkce_code_verifier=verifier_of(pkce), session_duration_minutes=minutes
            )
        case "oauth":
            return await client.oauth.authenticate(
                oauth_token=callback.token, pkce_code_verifier=verifier_of(pkce), session_duration_minutes=minutes
            )
        case "sso":
            return await client.sso.authenticate(
                sso_token=callback.token, pkce_code_verifier=verifier_of(pkce), session_duration_minutes=minutes
            )
        case "multi_tenant_impersonation":
            return await client.impersonation.authenticate(impersonation_token=callback.token)
        case _:
            raise CallbackError("its token is not one that members log in with")


def conclude_member(
    guard: Guard[Any, Any, Any], visit: Visit, login: P, *, wants_password: bool = False
) -> LoggedIn[P] | SecondFactor[P] | AnotherLogin[P]:
    """Keep the session of a member's login, or say what it lacks.

    Raises:
        ConfigurationError: Nothing would write the cookies.

    """
    if (primary := getattr(login, "primary_required", None)) is not None:
        return AnotherLogin(login=login, methods=primary.allowed_auth_methods)
    if not login.member_authenticated:
        return SecondFactor(login=login)
    guard.sign_in(visit, login)
    return LoggedIn(login=login, wants_password=wants_password)


def _arrival(
    guard: Guard[Any, Any, Any], visit: Visit, options: CompletionOptions
) -> tuple[Callback, PKCE | None, bool]:
    """Read a callback, what the browser has begun a login with, and whether the callback has to be of that login."""
    callback, pkce = read_callback(f"?{visit.query}"), recall(guard, visit)
    is_bound = callback.token_type not in {*IMPERSONATION, *options.get("elsewhere", ())}
    if is_bound and pkce is None:
        raise CallbackError("its login did not begin in this browser, or too long ago")
    return callback, pkce, is_bound


async def _spent(spend: Callable[[PKCE | None], Awaitable[A]], pkce: PKCE | None, *, is_bound: bool) -> A:
    """Spend a token; one whose login may begin elsewhere is tried without the browser's secret, too."""
    try:
        try:
            return await spend(pkce)
        except APIError as error:
            if is_bound or error.error_type != "pkce_did_not_expect_code_verifier":
                raise
            return await spend(None)
    except APIError as error:
        if error.error_type not in REFUSED:
            raise
        raise CallbackError("Stytch refuses its token: unknown, spent, expired, or of another browser") from error
    except InvalidRequestError as error:
        if not error.field.endswith("token"):
            raise
        raise CallbackError("its token cannot be one") from error
