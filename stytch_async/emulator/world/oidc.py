"""An identity provider of OpenID Connect, played for a test: its ID tokens are really signed."""

import functools
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal
from urllib.parse import parse_qs, urlencode, urlsplit

import attrs
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from joserfc import jwt
from joserfc.jwk import RSAKey

from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.web import Fetch
from stytch_async.emulator.world.identity import IdentityProvider
from stytch_async.emulator.world.keys import key_pair
from stytch_async.emulator.world.person import Person
from stytch_async.emulator.world.providers import OWNER

__all__ = ["OIDCFlaw", "OIDCProvider"]

OIDCFlaw = Literal[
    "denied",
    "expired",
    "foreign_key",
    "no_email",
    "no_subject",
    "unsolicited",
    "unverified_email",
    "wrong_audience",
    "wrong_code",
    "wrong_nonce",
    "wrong_userinfo",
]
"""What can be wrong with an answer."""

SECONDS: Final = 3600
KEY_ID: Final = "key-of-the-identity-provider"
CLAIMS: Final[Mapping[str, dict[str, Any]]] = {
    "expired": {"exp": 1},
    "no_email": {"email": None},
    "no_subject": {"sub": None},
    "unverified_email": {"email_verified": False},
    "wrong_audience": {"aud": "somebody-else"},
    "wrong_nonce": {"nonce": "another"},
}
"""By flaw: what is claimed in place of the truth; ``None`` for nothing."""
PERSONAL: Final = {"email", "email_verified", "name"}


@attrs.frozen(kw_only=True)
class _Grant:
    """What a code stands for."""

    redirect_uri: str
    scope: str
    id_token: str = attrs.field(repr=False)
    access_token: str = attrs.field(repr=False)


@functools.cache
def _key(owner: str) -> RSAKey:
    text = key_pair(owner).private_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return RSAKey.import_key(text, {"kid": KEY_ID})


class OIDCProvider(IdentityProvider[Any, OIDCFlaw]):
    """An identity provider behind an OpenID Connect connection; its people need not be known to it first.

    Attributes:
        issuer: Its name of itself: the connection's ``issuer``, which tells the URLs as well.
        client_id: What it knows Stytch by.
        client_secret: What goes with that.
        tells_by_userinfo: Whether address and name stand in the userinfo alone, and not in the ID token.

    """

    def __init__(self, project: Project, connection_id: str) -> None:
        """Begin to serve a connection, which may be pending still."""
        super().__init__(project, connection_id)
        self._grants: dict[str, _Grant] = {}
        self._infos: dict[str, dict[str, Any]] = {}
        self.issuer: str = f"{OWNER}/{connection_id}"
        self.client_id: str = "client-of-stytch"
        self.client_secret: str = "secret-of-stytch"  # noqa: S105 - guards nothing
        self.tells_by_userinfo: bool = False
        self._serve()

    def _serve(self) -> None:
        configuration = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/keys",
        }
        web, keys = self._project.web, {"keys": [_key(OWNER).as_dict(private=False)]}
        web.publish(f"{self.issuer}/.well-known/openid-configuration", json.dumps(configuration))
        web.publish(configuration["jwks_uri"], json.dumps(keys))
        web.serve(configuration["token_endpoint"], self._token)
        web.serve(configuration["userinfo_endpoint"], self._userinfo)
        web.residents[self.issuer] = self

    def receive(
        self,
        person: Person | str,
        url: str,
        *,
        attributes: Mapping[str, Any] | None = None,
        groups: Iterable[str] = (),
        subject: str | None = None,
        flaw: OIDCFlaw | None = None,
    ) -> str:
        """Log somebody in whom Stytch has sent to a URL of this identity provider; otherwise the same as `log_in`."""
        if not url.startswith(f"{self.issuer}/authorize?"):
            raise ValueError("the start URL leads to another identity provider")
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        email, name = (person, "") if isinstance(person, str) else (person.email, person.name)
        now = int(self._project.now.timestamp())
        claims: dict[str, Any] = {
            "iss": self.issuer,
            "aud": asked["client_id"],
            "sub": subject or email,
            "iat": now,
            "exp": now + SECONDS,
            "nonce": asked["nonce"],
            "email": email,
            "email_verified": True,
            "name": name,
            "groups": [*groups],
            **(attributes or {}),
            **CLAIMS.get(flaw or "", {}),
        }
        told = {claim: value for claim, value in claims.items() if value not in (None, "", [])}
        answer = {"error": "access_denied"} if flaw == "denied" else {"code": self._grant(asked, told, flaw)}
        answer["state"] = "a-state-that-nobody-sent" if flaw == "unsolicited" else asked["state"]
        return self._send(f"{asked['redirect_uri']}?{urlencode(answer)}")

    def _grant(self, asked: Mapping[str, str], told: dict[str, Any], flaw: OIDCFlaw | None) -> str:
        """Keep what was told until Stytch asks for it, and return the code that it asks with."""
        key = _key("https://somebody-else.example.com" if flaw == "foreign_key" else OWNER)
        shown = {name: value for name, value in told.items() if not self.tells_by_userinfo or name not in PERSONAL}
        grant = _Grant(
            redirect_uri=asked["redirect_uri"],
            scope=asked["scope"],
            id_token=jwt.encode({"alg": "RS256", "kid": KEY_ID}, shown, key, algorithms=["RS256"]),
            access_token=self._project.ids.token(),
        )
        code = self._project.ids.token()
        self._infos[grant.access_token] = {**told, "sub": "somebody-else"} if flaw == "wrong_userinfo" else told
        if flaw != "wrong_code":
            self._grants[code] = grant
        return code

    def _token(self, fetch: Fetch) -> str | None:
        """Give tokens for a code, once, to whoever it was given for."""
        form = fetch.form
        if (form.get("client_id"), form.get("client_secret")) != (self.client_id, self.client_secret):
            return None
        grant = self._grants.pop(form.get("code", ""), None)
        if grant is None or grant.redirect_uri != form.get("redirect_uri"):
            return None
        return json.dumps(
            {
                "access_token": grant.access_token,
                "expires_in": SECONDS,
                "id_token": grant.id_token,
                "refresh_token": self._project.ids.token(),
                "scope": grant.scope,
                "token_type": "Bearer",
            }
        )

    def _userinfo(self, fetch: Fetch) -> str | None:
        found = self._infos.get(fetch.bearer or "")
        return None if found is None else json.dumps(found)
