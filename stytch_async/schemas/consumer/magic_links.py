"""TODO"""

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import Name, User
from stytch_async.schemas.markers import CustomClaims, LinkMinutes, Metadata, SessionMinutes
from stytch_async.schemas.shared import Attributes, DeviceInfo, Locale, Options

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "CreateRequest",
    "CreateResponse",
    "EmailInviteRequest",
    "EmailInviteResponse",
    "EmailLoginOrCreateRequest",
    "EmailLoginOrCreateResponse",
    "EmailRevokeInviteRequest",
    "EmailRevokeInviteResponse",
    "EmailSendRequest",
    "EmailSendResponse",
]


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/magic_links/authenticate <TODO>`_
    """

    __schema__ = "api_magic_v1_AuthenticateRequest"

    token: str = attrs.field(repr=False)
    attributes: Attributes | None = None
    options: Options | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    code_verifier: str | None = attrs.field(default=None, repr=False)
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """TODO"""

    __schema__ = "api_magic_v1_AuthenticateResponse"

    request_id: str
    user_id: str
    method_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    reset_sessions: bool
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /v1/magic_links <TODO>`_
    """

    __schema__ = "api_magic_v1_CreateRequest"

    user_id: str
    expiration_minutes: int | None = None
    attributes: Attributes | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """TODO"""

    __schema__ = "api_magic_v1_CreateResponse"

    request_id: str
    user_id: str
    token: str = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class EmailSendRequest:
    """TODO

    Source: `POST /v1/magic_links/email/send <TODO>`_
    """

    __schema__ = "api_magic_v1_magic_links_email_SendRequest"

    email: str
    login_template_id: str | None = None
    attributes: Attributes | None = None
    login_magic_link_url: str | None = None
    signup_magic_link_url: str | None = None
    login_expiration_minutes: LinkMinutes | None = None
    signup_expiration_minutes: LinkMinutes | None = None
    code_challenge: str | None = None
    user_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    locale: Locale | str | None = None
    signup_template_id: str | None = None


@attrs.define(kw_only=True)
class EmailSendResponse:
    """TODO"""

    __schema__ = "api_magic_v1_magic_links_email_SendResponse"

    request_id: str
    user_id: str
    email_id: str
    status_code: int


@attrs.define(kw_only=True)
class EmailLoginOrCreateRequest:
    """TODO

    Source: `POST /v1/magic_links/email/login_or_create <TODO>`_
    """

    __schema__ = "api_magic_v1_magic_links_email_LoginOrCreateRequest"

    email: str
    login_magic_link_url: str | None = None
    signup_magic_link_url: str | None = None
    login_expiration_minutes: LinkMinutes | None = None
    signup_expiration_minutes: LinkMinutes | None = None
    login_template_id: str | None = None
    signup_template_id: str | None = None
    attributes: Attributes | None = None
    create_user_as_pending: bool | None = None
    code_challenge: str | None = None
    locale: Locale | str | None = None


@attrs.define(kw_only=True)
class EmailLoginOrCreateResponse:
    """TODO"""

    __schema__ = "api_magic_v1_magic_links_email_LoginOrCreateResponse"

    request_id: str
    user_id: str
    email_id: str
    user_created: bool
    status_code: int


@attrs.define(kw_only=True)
class EmailInviteRequest:
    """TODO

    Source: `POST /v1/magic_links/email/invite <TODO>`_
    """

    __schema__ = "api_magic_v1_magic_links_email_InviteRequest"

    email: str
    invite_template_id: str | None = None
    attributes: Attributes | None = None
    name: Name | None = None
    invite_magic_link_url: str | None = None
    invite_expiration_minutes: LinkMinutes | None = None
    locale: Locale | str | None = None
    trusted_metadata: Metadata | None = None
    untrusted_metadata: Metadata | None = None


@attrs.define(kw_only=True)
class EmailInviteResponse:
    """TODO"""

    __schema__ = "api_magic_v1_magic_links_email_InviteResponse"

    request_id: str
    user_id: str
    email_id: str
    status_code: int


@attrs.define(kw_only=True)
class EmailRevokeInviteRequest:
    """TODO

    Source: `POST /v1/magic_links/email/revoke_invite <TODO>`_
    """

    __schema__ = "api_magic_v1_magic_links_email_RevokeInviteRequest"

    email: str


@attrs.define(kw_only=True)
class EmailRevokeInviteResponse:
    """TODO"""

    __schema__ = "api_magic_v1_magic_links_email_RevokeInviteResponse"

    request_id: str
    status_code: int
