from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import ManagementClient
from stytch_async.schemas.management.sdk import (
    AuthorizedB2BDomain,
    B2BBasicConfig,
    B2BConfig,
    ConsumerBasicConfig,
    ConsumerConfig,
    CookiesConfig,
    SessionsConfig,
)

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Place = dict[str, str]


async def test_a_consumer_configuration_is_written_whole(management: ManagementClient, shop: Place) -> None:
    """What is left out is as at the beginning."""
    sdk = management.sdk
    first = ConsumerConfig(
        basic=ConsumerBasicConfig(enabled=True, domains=["https://example.com"], bundle_ids=[]),
        cookies=CookiesConfig(http_only="DISABLED"),
    )
    second = ConsumerConfig(sessions=SessionsConfig(max_session_duration_minutes=60))
    await sdk.set_consumer_config(**shop, config=first)
    stored = await sdk.get_consumer_config(**shop)

    await sdk.set_consumer_config(**shop, config=second)
    replaced = await sdk.get_consumer_config(**shop)
    emptied = await sdk.set_consumer_config(**shop)

    assert (stored.config, replaced.config, emptied.config) == (first, second, ConsumerConfig())


async def test_a_b2b_configuration_is_written_whole(management: ManagementClient, office: Place) -> None:
    """A domain may have a pattern with the slug of an organization."""
    domains = [
        AuthorizedB2BDomain(domain="https://example.com", slug_pattern=""),
        AuthorizedB2BDomain(domain="https://example.com", slug_pattern="https://{{slug}}.example.com"),
    ]
    config = B2BConfig(
        basic=B2BBasicConfig(
            enabled=True, allow_self_onboarding=True, enable_member_permissions=False, domains=domains, bundle_ids=[]
        )
    )

    written = await management.sdk.set_b2b_config(**office, config=config)

    assert written.config == (await management.sdk.get_b2b_config(**office)).config == config


async def test_a_pattern_has_the_slug(management: ManagementClient, refusal: Refusal, office: Place) -> None:
    """Without it, all organizations would share a site."""
    domain = AuthorizedB2BDomain(domain="https://example.com", slug_pattern="https://slug.example.com")
    basic = B2BBasicConfig(
        enabled=True, allow_self_onboarding=True, enable_member_permissions=True, domains=[domain], bundle_ids=[]
    )

    assert await refusal(management.sdk.set_b2b_config(**office, config=B2BConfig(basic=basic))) == (
        400,
        "bad_request",
    )


@pytest.mark.parametrize("setting", ["ENABLED", "ENFORCED"])
async def test_http_only_cookies_need_a_domain(
    management: ManagementClient, refusal: Refusal, shop: Place, office: Place, setting: str
) -> None:
    """No emulated project has one of its own."""
    cookies = CookiesConfig(http_only=setting)
    error = (400, "cname_required_to_enable_http_only_cookies")

    assert await refusal(management.sdk.set_consumer_config(**shop, config=ConsumerConfig(cookies=cookies))) == error
    assert await refusal(management.sdk.set_b2b_config(**office, config=B2BConfig(cookies=cookies))) == error


async def test_each_vertical_has_its_own(
    management: ManagementClient, refusal: Refusal, shop: Place, office: Place
) -> None:
    """That of the other one is an error."""
    sdk, error = management.sdk, (400, "bad_vertical_for_stytch_sdk")

    assert await refusal(sdk.get_b2b_config(**shop)) == error
    assert await refusal(sdk.set_b2b_config(**shop, config=B2BConfig())) == error
    assert await refusal(sdk.get_consumer_config(**office)) == error
    assert await refusal(sdk.set_consumer_config(**office, config=ConsumerConfig())) == error
