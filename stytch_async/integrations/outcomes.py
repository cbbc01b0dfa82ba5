"""What a login at a callback came to, and what the app still has to do."""

from typing import Generic, Protocol, TypeVar

import attrs

from stytch_async.logins import Login
from stytch_async.schemas.b2b.discovery import DiscoveredOrganization
from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MfaRequired
from stytch_async.schemas.consumer.users import User

__all__ = [
    "AnotherLogin",
    "ChooseOrganization",
    "LoggedIn",
    "MemberLogin",
    "MemberOutcome",
    "NewPassword",
    "PartialLogin",
    "SecondFactor",
    "UserLogin",
    "UserOutcome",
]

L = TypeVar("L", bound=Login)


class UserLogin(Login, Protocol):
    """The answer to a user's login."""

    @property
    def user_id(self) -> str: ...  # noqa: D102 - as in the schemas

    @property
    def user(self) -> User: ...  # noqa: D102


class PartialLogin(Login, Protocol):
    """An answer that brings a member nearer to an organization, whether all is proven that it wants or not."""

    @property
    def member_authenticated(self) -> bool: ...  # noqa: D102 - as in the schemas

    @property
    def intermediate_session_token(self) -> str: ...  # noqa: D102


class MemberLogin(PartialLogin, Protocol):
    """The answer to a member's login."""

    @property
    def member_id(self) -> str: ...  # noqa: D102 - as in the schemas

    @property
    def organization_id(self) -> str: ...  # noqa: D102

    @property
    def member(self) -> Member: ...  # noqa: D102

    @property
    def organization(self) -> Organization: ...  # noqa: D102

    @property
    def mfa_required(self) -> MfaRequired | None: ...  # noqa: D102


P = TypeVar("P", bound=PartialLogin)


@attrs.frozen(kw_only=True)
class LoggedIn(Generic[L]):
    """The visitor is logged in, and the session is in the cookies: lead them to where they wanted to go.

    Attributes:
        login: Stytch's answer.
        wants_password: Whether the visitor has come to set a password; ``passwords.session.reset`` does that.

    """

    login: L
    wants_password: bool = False


@attrs.frozen(kw_only=True)
class NewPassword:
    """The visitor has come from a mail about a forgotten password: ask for a new one.

    The token and the verifier that the kit's ``recall`` returns go with it to ``passwords.email.reset``, or to
    ``passwords.discovery.email.reset`` where no organization is chosen yet.

    Attributes:
        token: What the reset takes; keep it in the form.
        discovery: Whether no organization is chosen yet.

    """

    token: str = attrs.field(repr=False)
    discovery: bool = False


@attrs.frozen(kw_only=True)
class ChooseOrganization:
    """The visitor has proven an address: let them choose an organization, or found one.

    Attributes:
        email_address: The address.
        organizations: Those that they belong to, or may join.
        intermediate_session_token: Takes the choice to ``discovery.intermediate_sessions.exchange``, or a name to
            ``discovery.organizations.create``; good for ten minutes.

    """

    email_address: str
    organizations: list[DiscoveredOrganization]
    intermediate_session_token: str = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class SecondFactor(Generic[P]):
    """The organization wants a second factor: ask for it.

    Attributes:
        login: Stytch's answer; its ``intermediate_session_token`` goes with the factor to ``otps.sms.authenticate``,
            ``totps.authenticate`` or ``recovery_codes.recover``.

    """

    login: P


@attrs.frozen(kw_only=True)
class AnotherLogin(Generic[P]):
    """The organization does not take this way to log in alone: let the visitor log in in another way, too.

    Attributes:
        login: Stytch's answer; its ``intermediate_session_token`` goes with the other login.
        methods: Which ways the organization takes.

    """

    login: P
    methods: list[str]


UserOutcome = LoggedIn[UserLogin] | NewPassword
"""What a user's callback came to."""

MemberOutcome = (
    LoggedIn[MemberLogin] | SecondFactor[MemberLogin] | AnotherLogin[MemberLogin] | ChooseOrganization | NewPassword
)
"""What a member's callback came to."""
