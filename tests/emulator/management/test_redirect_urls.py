from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import B2BClient, Client, ManagementClient
from stytch_async.emulator import Project
from stytch_async.schemas.management.redirect_urls import RedirectURL, URLType

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Place = dict[str, str]

HOME = "http://localhost:3000/authenticate"
ONE = "https://one.example.com/in?a=1"
TWO = "https://two.example.com/in"


def types(*names: str, default: bool = False) -> list[URLType]:
    """Return what a URL is for."""
    return [URLType(type=name, is_default=default) for name in names]


def defaults(url: RedirectURL) -> list[str | None]:
    """Name the types that a URL is the default of."""
    return [one.type for one in url.valid_types if one.is_default]


async def test_links_lead_to_what_is_registered(
    management: ManagementClient, client: Client, refusal: Refusal, shop: Place
) -> None:
    """For its types, until it is let go."""
    send = client.magic_links.email.login_or_create
    unknown = await refusal(send(email="ada@example.com", login_magic_link_url=ONE))
    await management.redirect_urls.create(**shop, url=ONE, valid_types=types("LOGIN"))
    await send(email="ada@example.com", login_magic_link_url=ONE)
    other_type = await refusal(send(email="ada@example.com", signup_magic_link_url=ONE))
    await management.redirect_urls.delete(**shop, url=ONE)

    gone = await refusal(send(email="ada@example.com", login_magic_link_url=ONE))

    assert unknown == other_type == gone == (400, "no_match_for_provided_magic_link_url")


async def test_a_default_is_where_links_lead(
    management: ManagementClient, client: Client, project: Project, shop: Place
) -> None:
    """A new default demotes the former one."""
    created = await management.redirect_urls.create(**shop, url=TWO, valid_types=types("SIGNUP", default=True))

    await client.magic_links.email.login_or_create(email="ada@example.com")

    former = (await management.redirect_urls.get(**shop, url=HOME)).redirect_url
    assert defaults(created.redirect_url) == ["SIGNUP"]
    assert defaults(former) == ["INVITE", "LOGIN", "RESET_PASSWORD"]
    assert str(project.outbox.last("ada@example.com").url).startswith(f"{TWO}?")


async def test_an_environment_without_a_default_asks_for_a_url(
    management: ManagementClient, client: Client, refusal: Refusal, shop: Place
) -> None:
    """Once the last URL is gone, each call must name one, and none is known."""
    await management.redirect_urls.delete(**shop, url=HOME)

    found = await refusal(client.passwords.email.reset_start(email="ada@example.com"))
    sent = await refusal(client.magic_links.email.login_or_create(email="ada@example.com"))

    assert found == (404, "email_not_found")
    assert sent == (400, "no_default_login_redirect_url_set")
    assert (await management.redirect_urls.get_all(**shop)).redirect_urls == []


async def test_the_first_url_of_a_type_is_its_default(management: ManagementClient, live: Place) -> None:
    """Unless that is forbidden; a live environment begins without any."""
    modest = await management.redirect_urls.create(
        **live, url=ONE, valid_types=types("LOGIN"), do_not_promote_defaults=True
    )
    promoted = await management.redirect_urls.create(**live, url=TWO, valid_types=types("LOGIN", "INVITE"))

    assert defaults(modest.redirect_url) == []
    assert defaults(promoted.redirect_url) == ["INVITE", "LOGIN"]


async def test_registering_again_adds_types(management: ManagementClient, shop: Place) -> None:
    """The types of before stay, and the defaults too."""
    await management.redirect_urls.create(**shop, url=ONE, valid_types=types("LOGIN", default=True))

    again = await management.redirect_urls.create(**shop, url=ONE, valid_types=types("INVITE"))

    assert [one.type for one in again.redirect_url.valid_types] == ["INVITE", "LOGIN"]
    assert defaults(again.redirect_url) == ["LOGIN"]


@pytest.mark.parametrize(("modest", "expected"), [(False, ["LOGIN"]), (True, [])])
async def test_another_url_takes_over(
    management: ManagementClient,
    live: Place,
    *,
    modest: bool,
    expected: list[str],
) -> None:
    """Where a default is let go or loses a type, unless that is forbidden."""
    await management.redirect_urls.create(**live, url=ONE, valid_types=types("LOGIN", "INVITE"))
    await management.redirect_urls.create(**live, url=TWO, valid_types=types("LOGIN"))

    updated = await management.redirect_urls.update(
        **live, url=ONE, valid_types=types("INVITE"), do_not_promote_defaults=modest
    )
    after_update = (await management.redirect_urls.get(**live, url=TWO)).redirect_url
    await management.redirect_urls.delete(**live, url=TWO, do_not_promote_defaults=modest)

    assert [one.type for one in updated.redirect_url.valid_types] == ["INVITE"]
    assert defaults(after_update) == expected


async def test_a_deleted_default_is_succeeded(management: ManagementClient, live: Place) -> None:
    """By the oldest URL of the type."""
    for url in (ONE, TWO):
        await management.redirect_urls.create(**live, url=url, valid_types=types("LOGIN"))

    await management.redirect_urls.delete(**live, url=ONE)

    (left,) = (await management.redirect_urls.get_all(**live)).redirect_urls
    assert (left.url, defaults(left)) == (TWO, ["LOGIN"])


async def test_a_wildcard_stands_for_a_label_and_a_placeholder_for_a_value(
    management: ManagementClient, client: Client, refusal: Refusal, shop: Place
) -> None:
    """Such a URL is never a default."""
    pattern = "https://*.example.com/in?next={}"
    created = await management.redirect_urls.create(**shop, url=pattern, valid_types=types("LOGIN"))
    send = client.magic_links.email.login_or_create

    await send(email="ada@example.com", login_magic_link_url="https://shop.example.com/in?next=cart")

    for other in ("https://a.b.example.com/in?next=x", "https://x.example.com/out?next=x", "https://x.example.com/in"):
        found = await refusal(send(email="ada@example.com", login_magic_link_url=other))
        assert found == (400, "no_match_for_provided_magic_link_url")
    assert defaults(created.redirect_url) == []


@pytest.mark.parametrize(
    ("url", "purposes", "error"),
    [
        ("not a URL", types("LOGIN"), "invalid_default_url"),
        ("http://[", types("LOGIN"), "invalid_default_url"),
        ("javascript:alert(1)", types("LOGIN"), "redirect_url_cannot_use_protocol"),
        (ONE, [], "invalid_redirect_url_type"),
        (ONE, types("LOGOUT"), "invalid_redirect_url_type"),
        (ONE, types("DISCOVERY"), "invalid_redirect_url_type"),
        ("https://*.example.com", types("LOGIN", default=True), "redirect_url_with_wildcard_cannot_be_default"),
        (
            "https://example.com?a={}",
            types("LOGIN", default=True),
            "redirect_url_with_query_param_placeholder_cannot_be_default",
        ),
    ],
)
async def test_what_cannot_be_registered_is_refused(
    management: ManagementClient, refusal: Refusal, shop: Place, *, url: str, purposes: list[URLType], error: str
) -> None:
    """It must be a URL, for something, and plain where it is a default."""
    found = await refusal(management.redirect_urls.create(**shop, url=url, valid_types=purposes))

    assert found == (400, error)


@pytest.mark.parametrize(
    ("url", "error"),
    [
        (HOME, "redirect_url_must_use_https"),
        ("https://*.example.com", "no_wildcards_in_live_redirect_url"),
    ],
)
async def test_a_live_environment_is_stricter(
    management: ManagementClient, refusal: Refusal, live: Place, url: str, error: str
) -> None:
    """An app's own scheme will do there."""
    await management.redirect_urls.create(**live, url="my-app://in", valid_types=types("LOGIN"))

    assert await refusal(management.redirect_urls.create(**live, url=url, valid_types=types("LOGIN"))) == (400, error)


async def test_an_unknown_url_is_not_found(management: ManagementClient, refusal: Refusal, shop: Place) -> None:
    """Whatever is asked of it."""
    error = (404, "redirect_url_not_found")

    assert await refusal(management.redirect_urls.get(**shop, url=ONE)) == error
    assert await refusal(management.redirect_urls.update(**shop, url=ONE, valid_types=types("LOGIN"))) == error
    assert await refusal(management.redirect_urls.delete(**shop, url=ONE)) == error


async def test_an_environment_has_a_hundred_urls(management: ManagementClient, refusal: Refusal, shop: Place) -> None:
    """One more is refused, and a type more for a known one is not."""
    for number in range(99):
        await management.redirect_urls.create(**shop, url=f"https://example.com/{number}", valid_types=types("LOGIN"))

    found = await refusal(management.redirect_urls.create(**shop, url=ONE, valid_types=types("LOGIN")))
    await management.redirect_urls.create(**shop, url="https://example.com/7", valid_types=types("INVITE"))

    assert found == (400, "too_many_redirect_urls")


async def test_discovery_is_for_b2b(management: ManagementClient, b2b: B2BClient, office: Place) -> None:
    """Its environments have a type more."""
    await management.redirect_urls.create(**office, url=ONE, valid_types=types("DISCOVERY", default=True))

    await b2b.magic_links.email.discovery.send(email_address="ada@example.com")

    assert defaults((await management.redirect_urls.get(**office, url=ONE)).redirect_url) == ["DISCOVERY"]
