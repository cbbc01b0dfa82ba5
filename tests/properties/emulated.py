"""An emulated Stytch in which there is somebody, and strategies for what may be asked of it."""

import copy
import datetime as dt
import functools
import hashlib
import json
import operator
from collections.abc import Mapping
from typing import Any, Final, get_args
from urllib.parse import quote, urlencode

import attrs
from hypothesis import strategies as st

from stytch_async.api.b2b import idp as member_idp
from stytch_async.api.b2b import magic_links, members, organizations, scim, sso
from stytch_async.api.b2b import otps as member_otps
from stytch_async.api.b2b import passwords as member_passwords
from stytch_async.api.both import connected_app, m2m, oauth2
from stytch_async.api.consumer import crypto_wallets, idp, otps, passwords, totps, users, webauthn
from stytch_async.codec import layout
from stytch_async.converter import converter
from stytch_async.emulator import Project
from stytch_async.emulator.registry import handlers
from stytch_async.emulator.state.clock import Clock
from stytch_async.emulator.state.sandbox import MAGIC_LINK_TOKEN, ORGANIZATION_ID
from stytch_async.emulator.world.directory import Directory
from stytch_async.emulator.world.passkeys import Passkeys
from stytch_async.emulator.world.wallets import wallet_of
from stytch_async.endpoint import Endpoint, Operation
from stytch_async.schemas.consumer.crypto_wallets import CryptoWalletType
from stytch_async.transports.interface import HTTPRequest
from stytch_async.transports.memory import InMemoryTransport
from tests.emulator.watching import Caller
from tests.properties.strategies import JSON, values

__all__ = [
    "EMULATED",
    "HOST",
    "MANAGED",
    "NOON",
    "PASSWORD",
    "Known",
    "distinct",
    "documents",
    "hear",
    "inhabited",
    "message",
]

EVERYTHING: Final[list[Operation[Any, Any]]] = sorted(handlers(), key=str)
EMULATED: Final = [operation for operation in EVERYTHING if operation.package != "management"]
MANAGED: Final = [operation for operation in EVERYTHING if operation.package == "management"]
NOON: Final = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
HOST: Final = "https://test.stytch.com"
PROJECT_ID: Final = "project-test-1"
TELEMETRY_ID: Final = "a-device-of-ada"
PASSWORD: Final = "a long and quiet river"

SETTLING: Final[list[tuple[Endpoint[Any, Any, Any], dict[str, Any]]]] = [
    (
        passwords.Passwords.create,
        {
            "email": "ada@example.com",
            "password": PASSWORD,
            "session_duration_minutes": 60,
        },
    ),
    (passwords.Email.reset_start, {"email": "ada@example.com"}),
    (otps.Sms.login_or_create, {"phone_number": "+12025550162"}),
    (otps.Email.login_or_create, {"email": "grace@example.com"}),
    (users.Users.create, {"email": "alan@example.com", "phone_number": "+12025550163", "external_id": "alan"}),
    (m2m.Clients.create, {"scopes": ["read:documents"], "client_id": "robot"}),
    (organizations.Organizations.create, {"organization_name": "Engines", "organization_slug": "engines"}),
    (
        organizations.Organizations.create,
        {"organization_name": "Looms", "organization_slug": "looms", "mfa_policy": "REQUIRED_FOR_ALL"},
    ),
    *(
        (members.Members.create, {"organization_id": place, "email_address": email, **more})
        for place in ("engines", "looms")
        for email, more in {
            "ada@example.com": {"roles": ["stytch_admin"], "mfa_phone_number": "+12025550164"},
            "grace@example.com": {"external_id": "grace"},
        }.items()
    ),
    *(
        (member_passwords.Email.reset_start, {"organization_id": place, "email_address": "ada@example.com"})
        for place in ("engines", "looms", "engines", "looms")
    ),
    (magic_links.Email.login_or_signup, {"organization_id": "engines", "email_address": "grace@example.com"}),
    (magic_links.EmailDiscovery.send, {"email_address": "grace@example.com"}),
    (member_otps.Email.login_or_signup, {"organization_id": "engines", "email_address": "ada@example.com"}),
    (member_otps.EmailDiscovery.send, {"email_address": "grace@example.com"}),
    (sso.OIDC.create_connection, {"organization_id": "engines", "display_name": "Okta"}),
    (sso.SAML.create_connection, {"organization_id": "engines", "display_name": "Okta"}),
    (scim.Connection.create, {"organization_id": "engines"}),
    (scim.Connection.create, {"organization_id": "looms"}),
    (totps.TOTPs.create, {"user_id": "alan"}),
]
"""The calls after which there is somebody, and messages are under way."""

ALIKE: Final[Mapping[str, tuple[str, ...]]] = {
    "client_id": ("client_id",),
    "connected_app_id": ("client_id",),
    "email": ("email", "email_address"),
    "email_address": ("email", "email_address"),
    "discovery_magic_links_token": ("token",),
    "existing_password": ("password",),
    "intermediate_session_token": ("intermediate_session_token",),
    "magic_links_token": ("token",),
    "member_id": ("member_id", "external_id"),
    "method_id": ("email_id", "phone_id"),
    "mfa_phone_number": ("phone_number",),
    "new_password": ("password",),
    "organization_id": ("organization_id", "organization_slug"),
    "password_reset_token": ("token",),
    "token": ("token", "access_token", "refresh_token"),
    "user_id": ("user_id", "external_id"),
}
"""By argument: the names under which its values were said before, where those are others."""

FRESH: Final[Mapping[str, list[Any]]] = {
    "email": ["new@example.com"],
    "email_address": ["new@example.com"],
    "hash": [hashlib.md5(PASSWORD.encode(), usedforsecurity=False).hexdigest()],
    "hash_type": ["md_5"],
    "magic_links_token": [MAGIC_LINK_TOKEN],
    "new_password": ["another long and quiet river"],
    "organization_id": [ORGANIZATION_ID],
    "organization_slug": ["mills"],
    "password": ["another long and quiet river"],
    "phone_number": ["+12025550199"],
    "project_id": [PROJECT_ID],
    "telemetry_id": [TELEMETRY_ID],
}
"""By argument: what nobody has said before, and might well be said."""

ODD: Final = [
    *("", " ", "\x00", "é", "http://[", "a@b.c", "+1", "stytch_member", "user-test-7", "x" * 5000, "9" * 5000),
    *(-1, 0, 2**31, 2**63, 10**30, 1e300, True, [], {}, [None], [""], {"": None}),
]

Known = Mapping[str, list[Any]]
"""By name: the values that a project has said or was told under it."""


def inhabited() -> tuple[Project, Known]:
    """Return a project of one's own in which there is somebody, and what was said in it."""
    return copy.deepcopy(_settled())


@functools.cache
def _settled() -> tuple[Project, Known]:
    project, said = (
        Project(project_id="project-test-1", secret="secret-test-1", clock=Clock(NOON), seed=7),
        dict[str, list[Any]](),
    )
    InMemoryTransport(project).add_device(TELEMETRY_ID)
    for endpoint, arguments in SETTLING:
        if endpoint.operation in handlers():
            hear(said, converter.unstructure(endpoint.operation.request(**arguments)))
            hear(said, converter.unstructure(Caller(project).call(endpoint, **arguments)))
    # One link of each organization is followed, the other is still good.
    for sent in project.outbox.to("ada@example.com", "multi_tenant_passwords")[:2]:
        arguments = {"password_reset_token": sent.token, "password": PASSWORD}
        hear(said, converter.unstructure(Caller(project).call(member_passwords.Email.reset, **arguments)))
    # One directory has told of people and a group, the other of nobody yet.
    directory = Directory(project, next(iter(project.scim_connections)).id)
    people = [directory.add(email) for email in ("ada@example.com", "mary@example.com")]
    hear(said, {"group_id": directory.push("Admins", ["mary@example.com"]), "resource_id": people})
    for sent in project.outbox:
        hear(said, {"token": sent.token, "code": sent.code})
    _connect_apps(project, said)
    _add_keys(Caller(project), said)
    return project, distinct(said)


def _connect_apps(project: Project, said: dict[str, list[Any]]) -> None:
    """Let an app of one's own act for a user and for a member: one code is redeemed, the other is still good."""
    caller, place = Caller(project), "https://notes.example.com/callback"
    settings = {"client_type": "first_party", "redirect_urls": [place], "full_access_allowed": True}
    app = caller.call(connected_app.Clients.create, **settings).connected_app
    asked = {"client_id": app.client_id, "redirect_uri": place, "response_type": "code"}
    scopes = ["openid", "full_access", "offline_access"]
    user, member = (next(one.token for one in project.sessions if one.owner == owner) for owner in ("user", "member"))
    for oauth, session_token in ((idp.OAuth, user), (member_idp.OAuth, member)):
        answer = caller.call(oauth.authorize, **asked, consent_granted=True, scopes=scopes, session_token=session_token)
        hear(said, {**asked, "scopes": scopes, "code": answer.authorization_code})
    shown = {
        **asked,
        "client_secret": app.client_secret,
        "code": said["code"][-2],
        "grant_type": "authorization_code",
        "project_id": PROJECT_ID,
    }
    del shown["response_type"]
    hear(said, {**shown, **converter.unstructure(caller.call(oauth2.OAuth2.token, **shown))})
    hear(said, {"grant_type": "refresh_token"})


def _add_keys(caller: Caller, said: dict[str, list[Any]]) -> None:
    """Let somebody have a passkey, and a wallet of each chain; a second passkey and all signatures are under way."""
    passkeys, keys = Passkeys(), webauthn.WebAuthn
    asked = [caller.call(keys.register_start, user_id="alan", domain="example.com") for _ in range(2)]
    made = [passkeys.create(one.public_key_credential_creation_options) for one in asked]
    hear(said, converter.unstructure(caller.call(keys.register, user_id="alan", public_key_credential=made[0])))
    login = caller.call(keys.authenticate_start, user_id="alan", domain="example.com")
    passkeys.keys.pop()
    shown = passkeys.get(login.public_key_credential_request_options)
    for credential in (made[1], shown):
        hear(said, {"public_key_credential": credential, "domain": "example.com"})
    for chain in get_args(CryptoWalletType):
        wallet = wallet_of("alan", chain)
        named = {"crypto_wallet_type": chain, "crypto_wallet_address": wallet.address}
        begun = caller.call(crypto_wallets.CryptoWallets.authenticate_start, **named)
        hear(said, {**named, **converter.unstructure(begun), "signature": wallet.sign(begun.challenge)})


def distinct(said: Known) -> Known:
    """Return what was said, each value once."""
    return {name: list({json.dumps(item): item for item in items}.values()) for name, items in said.items()}


def hear(said: dict[str, list[Any]], value: Any) -> None:
    """Note each value under its name, however deep it is."""
    if isinstance(value, dict):
        for name, item in value.items():
            if item not in (None, "", [], {}):
                said.setdefault(name, []).append(item)
            hear(said, item)
    elif isinstance(value, list):
        for item in value:
            hear(said, item)


def documents(operation: Operation[Any, Any], known: Known) -> st.SearchStrategy[dict[str, Any]]:
    """Build the arguments of a call: what the project knows, and a few that may be left out; one may be odd."""
    fields = {field.name: field for field in attrs.fields(operation.request)}
    if not fields:
        return st.just({})
    likely = {name: _likely(name, field.type, known) for name, field in fields.items()}
    needed = {name: likely[name] for name, field in fields.items() if field.default is attrs.NOTHING}
    spare = sorted(fields.keys() - needed.keys())
    chosen = st.lists(st.sampled_from(spare), max_size=3, unique=True) if spare else st.just([])
    usual = chosen.flatmap(lambda names: st.fixed_dictionaries(needed | {name: likely[name] for name in names}))
    odd = st.sampled_from(sorted(fields)).flatmap(
        lambda name: st.fixed_dictionaries({name: _typed(fields[name].type) | st.sampled_from(ODD) | JSON})
    )
    return usual | st.builds(operator.or_, usual, odd)


def _likely(name: str, kind: Any, known: Known) -> st.SearchStrategy[Any]:
    """Choose among what is known of an argument, or build what its type admits where nothing is."""
    if name == "authorization":
        return st.sampled_from([{"session_token": token} for token in known["session_token"]])
    said = [value for alike in ALIKE.get(name, (name,)) for value in known.get(alike, [])]
    return st.sampled_from([*said, *FRESH.get(name, [])]) if said or name in FRESH else _typed(kind)


def _typed(kind: Any) -> st.SearchStrategy[Any]:
    return values(kind).map(converter.unstructure)


def message(operation: Operation[Any, Any], document: Mapping[str, Any], headers: Mapping[str, str]) -> HTTPRequest:
    """Put arguments where they travel, whatever they are."""
    plan, rest, sent = layout(operation), dict(document), dict(headers)
    path = operation.path
    for name in plan.path:
        path = path.replace(f"{{{name}}}", quote(_text(rest.pop(name, "x")), safe="") or "x")
    for name, parts in plan.headers.items():
        value = rest.pop(name, None)
        given = value if isinstance(value, dict) else {"": value}
        sent |= {parts[part]: quote(_text(item)) for part, item in given.items() if part in parts and item is not None}
    query = {name: _text(rest.pop(name)) for name in plan.query if name in rest}
    url = f"{HOST}{path}?{urlencode(query)}" if query else HOST + path
    if operation.dialect == "json":
        return HTTPRequest(operation.method, url, sent, json.dumps(rest).encode(), None)
    form = urlencode({name: _text(value) for name, value in rest.items()}).encode()
    return HTTPRequest(operation.method, url, sent | {"Content-Type": "application/x-www-form-urlencoded"}, form, None)


def _text(value: object) -> bytes:
    return str(value).encode(errors="replace")
