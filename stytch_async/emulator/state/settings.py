"""What a project's owner would set in Stytch's dashboard, or by the Management API; named as in the latter."""

import re
from collections.abc import Iterable
from typing import Any, Final, Literal

import attrs
from attrs.validators import deep_iterable, ge, in_, le

from stytch_async.emulator.state.jwt_templates import JWTTemplate
from stytch_async.emulator.state.policy import Policy
from stytch_async.emulator.state.profiles import TrustedTokenProfile

__all__ = [
    "LONGEST_MINIMUM",
    "SHORTEST_MINIMUM",
    "TYPES",
    "PasswordStrengthConfig",
    "RedirectType",
    "RedirectURL",
    "Settings",
]

RedirectType = Literal["DISCOVERY", "INVITE", "LOGIN", "RESET_PASSWORD", "SIGNUP"]
"""What a redirect URL is for."""

TYPES: Final[frozenset[RedirectType]] = frozenset({"DISCOVERY", "INVITE", "LOGIN", "RESET_PASSWORD", "SIGNUP"})
NOTHING: Final[frozenset[RedirectType]] = frozenset()


SHORTEST_MINIMUM: Final = 8
LONGEST_MINIMUM: Final = 32
"""Within which bounds ``LUDS`` can want passwords to be long (behaviour-more W17)."""


@attrs.define(kw_only=True)
class PasswordStrengthConfig:
    """How strong passwords must be.

    Attributes:
        check_breach_on_creation: Whether a breached password is refused when it is set.
        check_breach_on_authentication: Whether a breached password must be reset at the next login.
        validate_on_authentication: Whether a password that is too weak by now must be reset at the next login.
        validation_policy: How passwords are judged: by the zxcvbn score, or by length and kinds of characters.
        luds_min_password_length: The least length under ``LUDS``; 8 to 32.
        luds_min_password_complexity: How many of lower case, upper case, digits and symbols ``LUDS`` wants; 1 to 4.

    """

    check_breach_on_creation: bool = True
    check_breach_on_authentication: bool = True
    validate_on_authentication: bool = False
    validation_policy: Literal["LUDS", "ZXCVBN"] = attrs.field(default="ZXCVBN", validator=in_({"LUDS", "ZXCVBN"}))
    luds_min_password_length: int = attrs.field(default=8, validator=[ge(SHORTEST_MINIMUM), le(LONGEST_MINIMUM)])
    luds_min_password_complexity: int = attrs.field(default=3, validator=[ge(1), le(4)])


def _as_types(given: Iterable[RedirectType]) -> frozenset[RedirectType]:
    return frozenset(given)


@attrs.frozen
class RedirectURL:
    """Where links may lead.

    Attributes:
        url: The URL, with its query.
        types: What it may be used for; by default everything.
        default_for: What it is used for where a call names no URL; by default nothing.

    """

    url: str
    types: frozenset[RedirectType] = attrs.field(
        default=TYPES, converter=_as_types, validator=deep_iterable(in_(TYPES))
    )
    default_for: frozenset[RedirectType] = attrs.field(
        default=NOTHING, converter=_as_types, validator=deep_iterable(in_(TYPES))
    )


SECRET: Final = re.compile(r"whsec_([A-Za-z0-9+/]{4}){6,}([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
WEBHOOK_SECRET: Final = "whsec_c3R5dGNoX2FzeW5jIGluIG1lbW9yeTogbm8gc2VjcmV0"  # noqa: S105 - says what it is
"""Known to everybody, like anything that is served in memory."""

COUNTRY: Final = re.compile(r"[A-Z]{2}")


def _breached() -> set[str]:
    return {"correct horse battery staple", "correcthorsebatterystaple", "Tr0ub4dor&3 Tr0ub4dor&3"}


def _check_countries(_: object, field: "attrs.Attribute[set[str] | None]", value: set[str] | None) -> None:
    """Refuse calling codes, which several countries may share (behaviour-more W16)."""
    if value is not None and not all(COUNTRY.fullmatch(code) for code in value):
        raise ValueError(f"{field.name} are of two capital letters, such as US")


def _check_secret(_: object, field: "attrs.Attribute[str]", value: str) -> None:
    """Refuse a secret that cannot be read, in a text that does not show it."""
    if SECRET.fullmatch(value) is None:
        raise ValueError(f"{field.name} is whsec_ and the base64 of 18 bytes or more")


@attrs.define(kw_only=True)
class Settings:
    """The settings of a project; change them at any time.

    Attributes:
        project_name: What the project is called.
        password_strength_config: How strong passwords must be.
        breached_passwords: The passwords that count as breached.
        embeddable_magic_links_enabled: Whether an app may deliver magic links itself, which Stytch permits on
            request only.
        cross_org_passwords_enabled: Whether a B2B password is good in every organization of its email address.
        policy: The RBAC policy: what the project's own roles permit.
        user_lock_threshold: How many failed logins in a row lock a user or member; 1 to 100.
        user_lock_ttl: How many seconds such a lock lasts; 300 to 604,800, which is a week.
        user_lock_self_serve_enabled: Whether whoever is locked is mailed a link that lifts the lock.
        country_codes: The countries that SMS may be sent to, by two letters (ISO 3166); ``None`` for all.
        whatsapp_country_codes: The same for WhatsApp.
        email_templates: The ids of the project's own templates for mails; ``None`` for any. Where the Management API
            makes templates, `Project.email_templates` takes their place.
        oauth_providers: The identity providers that are set up, by their names in start URLs; ``None`` for all.
        user_impersonation_enabled: Whether those who run the app may be a user or member for a while, to help them.
        webhook_secret: What webhooks are signed with: ``whsec_`` and base64.
        zero_downtime_session_migration_url: The UserInfo endpoint that ``sessions.migrate`` asks, in place of
            `Project.userinfo`; `Project.web` tells what is there.
        use_custom_domain_in_magic_link_emails: Whether links start with the project's own domain. The emulator
            knows none.
        jwt_templates: What JWTs say besides: those of sessions under ``SESSION``, those of M2M clients under ``M2M``.
        sdk_config: What the frontend SDKs may do, in the words of the Management API.
        trusted_token_profiles: By id: whose tokens ``sessions.attest`` takes.
        idp_authorization_url: The app's page on which users and members consent to Connected Apps.
        idp_dynamic_client_registration_enabled: Whether Connected Apps may register themselves.
        idp_dynamic_client_registration_access_token_template_content: The template of their access tokens' claims.
        saml_shield_token: The only public token that SAML Shield takes; ``None`` for any.
        redirect_urls: Where links may lead; ``None`` for anywhere, and ``http://localhost:3000/authenticate`` where a
            call names no URL.

    """

    project_name: str = "Stytch in memory"
    password_strength_config: PasswordStrengthConfig = attrs.field(factory=PasswordStrengthConfig)
    breached_passwords: set[str] = attrs.field(factory=_breached, repr=False)
    embeddable_magic_links_enabled: bool = False
    cross_org_passwords_enabled: bool = False
    policy: Policy = attrs.field(factory=Policy)
    user_lock_threshold: int = attrs.field(default=10, validator=[ge(1), le(100)])
    user_lock_ttl: int = attrs.field(default=3600, validator=[ge(300), le(604_800)])
    user_lock_self_serve_enabled: bool = False
    country_codes: set[str] | None = attrs.field(factory=lambda: {"CA", "US"}, validator=_check_countries)
    whatsapp_country_codes: set[str] | None = attrs.field(factory=lambda: {"CA", "US"}, validator=_check_countries)
    email_templates: set[str] | None = None
    oauth_providers: set[str] | None = None
    user_impersonation_enabled: bool = False
    webhook_secret: str = attrs.field(default=WEBHOOK_SECRET, repr=False, validator=_check_secret)
    zero_downtime_session_migration_url: str = ""
    use_custom_domain_in_magic_link_emails: bool = False
    jwt_templates: dict[str, JWTTemplate] = attrs.field(factory=dict[str, JWTTemplate])
    sdk_config: dict[str, Any] = attrs.field(factory=dict[str, Any])
    trusted_token_profiles: dict[str, TrustedTokenProfile] = attrs.field(factory=dict[str, TrustedTokenProfile])
    idp_authorization_url: str | None = None
    idp_dynamic_client_registration_enabled: bool = False
    idp_dynamic_client_registration_access_token_template_content: str = ""
    saml_shield_token: str | None = attrs.field(default=None, repr=False)
    redirect_urls: list[RedirectURL] | None = None
