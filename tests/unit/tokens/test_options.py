"""The options of a client that concern tokens: the domain that issues them, and the keys that sign them."""

from collections.abc import Callable
from typing import Any

import pytest

from stytch_async import B2BClient, Client, ConfigurationError, InMemoryTransport, TokenError, TokenReason

Sign = Callable[[dict[str, Any]], str]

DOMAIN = "quiet-river-1234.customers.stytch.dev"
CLIENTS = [Client, B2BClient]


@pytest.mark.parametrize("domain", [DOMAIN, DOMAIN.upper(), f"https://{DOMAIN}", f"https://{DOMAIN}/"])
@pytest.mark.parametrize("kind", CLIENTS)
async def test_a_token_of_the_projects_domain_is_accepted(
    kind: type[Client | B2BClient], transport: InMemoryTransport, app_claims: dict[str, Any], sign: Sign, domain: str
) -> None:
    """The domain may be given as the Dashboard or as the browser shows it."""
    client = kind(transport=transport, domain=domain)

    claims = await client.idp.introspect_access_token_local(sign({**app_claims, "iss": f"https://{DOMAIN}"}))

    assert claims.issuer == f"https://{DOMAIN}"


@pytest.mark.parametrize("issuer", [f"https://{DOMAIN}", f"http://{DOMAIN}", DOMAIN, f"https://{DOMAIN}.example.com"])
@pytest.mark.parametrize("options", [{}, {"domain": "login.example.com"}], ids=str)
async def test_other_domains_are_not_the_projects(
    transport: InMemoryTransport, app_claims: dict[str, Any], sign: Sign, options: dict[str, str], issuer: str
) -> None:
    """Stytch signs for many, and each has a domain of its own."""
    client = Client(transport=transport, **options)

    with pytest.raises(TokenError) as caught:
        await client.idp.introspect_access_token_local(sign({**app_claims, "iss": issuer}))

    assert caught.value.reason is TokenReason.WRONG_ISSUER


@pytest.mark.parametrize(
    "domain",
    [
        "",
        "https://",
        "localhost",
        f"http://{DOMAIN}",
        f"{DOMAIN}/login",
        f"{DOMAIN}:443",
        f"me@{DOMAIN}",
        f" {DOMAIN}",
        f"{DOMAIN}\n",
        "a..b",
        "-a.example",
        "a-.example",
        "exämple.com",
        f"{'a' * 64}.example",
        f"{'a.' * 127}example",
    ],
)
@pytest.mark.parametrize("kind", CLIENTS)
def test_a_domain_is_a_host_name(kind: type[Client | B2BClient], domain: str) -> None:
    """A typing error shows where the client is built, and not when tokens are refused."""
    with pytest.raises(ConfigurationError, match="domain must be a host name such as"):
        kind(transport=InMemoryTransport(), domain=domain)


@pytest.mark.parametrize("kind", CLIENTS)
async def test_the_environment_may_name_the_domain(
    kind: type[Client | B2BClient],
    transport: InMemoryTransport,
    app_claims: dict[str, Any],
    sign: Sign,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The variable has the name that Stytch's own examples use, and an empty one says nothing."""
    for name, value in zip(("STYTCH_PROJECT_ID", "STYTCH_SECRET"), transport.credentials, strict=True):
        monkeypatch.setenv(name, value)
    token = sign({**app_claims, "iss": f"https://{DOMAIN}"})
    monkeypatch.setenv("STYTCH_DOMAIN", "")
    unaware = kind.from_env(transport=transport)
    monkeypatch.setenv("STYTCH_DOMAIN", DOMAIN)
    aware = kind.from_env(transport=transport)

    claims = await aware.idp.introspect_access_token_local(token)

    assert claims.issuer == f"https://{DOMAIN}"
    with pytest.raises(TokenError):
        await unaware.idp.introspect_access_token_local(token)


@pytest.mark.parametrize("jwks", [{}, {"keys": None}, {"keys": []}, {"keys": {}}, {"keys": "n"}], ids=str)
@pytest.mark.parametrize("kind", CLIENTS)
def test_given_keys_are_a_key_set(kind: type[Client | B2BClient], jwks: dict[str, Any]) -> None:
    """A client without keys could verify nothing, and says so where it is built."""
    with pytest.raises(ConfigurationError, match="jwks must be a JSON Web Key Set"):
        kind(transport=InMemoryTransport(), jwks=jwks)
