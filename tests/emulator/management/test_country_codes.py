from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client, ManagementClient
from stytch_async.emulator import Project

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Place = dict[str, str]

JAMAICA = "+18765550123"


async def test_texts_go_to_the_countries_that_are_set(
    management: ManagementClient, client: Client, refusal: Refusal, shop: Place
) -> None:
    """Jamaica shares its calling code with the USA, and is a country of its own."""
    codes, text = management.allowed_country_codes, client.otps.sms.login_or_create
    usual = await codes.get_allowed_sms_country_codes(**shop)
    before = await refusal(text(phone_number=JAMAICA))
    wider = await codes.set_allowed_sms_country_codes(**shop, country_codes=["US", "JM", "CA"])
    await text(phone_number=JAMAICA)
    await codes.set_allowed_sms_country_codes(**shop, country_codes=usual.country_codes)

    after = await refusal(text(phone_number=JAMAICA))

    assert usual.country_codes == ["CA", "US"]
    assert wider.country_codes == ["CA", "JM", "US"]
    assert before == after == (400, "invalid_phone_number_country_code")


async def test_whatsapp_has_a_list_of_its_own(
    management: ManagementClient, client: Client, refusal: Refusal, shop: Place
) -> None:
    """What is set for it does not hold for texts."""
    codes = management.allowed_country_codes
    await codes.set_allowed_whatsapp_country_codes(**shop, country_codes=["JM"])

    await client.otps.whatsapp.login_or_create(phone_number=JAMAICA)

    assert (await codes.get_allowed_whatsapp_country_codes(**shop)).country_codes == ["JM"]
    assert await refusal(client.otps.sms.login_or_create(phone_number=JAMAICA)) == (
        400,
        "invalid_phone_number_country_code",
    )


@pytest.mark.parametrize(
    ("countries", "error"),
    [
        ([], "country_code_allowlist_empty"),
        (["us"], "country_code_allowlist_invalid_country_codes"),
        (["US", "+1"], "country_code_allowlist_invalid_country_codes"),
        (["XX"], "country_code_allowlist_invalid_country_codes"),
    ],
)
async def test_what_are_no_countries_is_refused(
    management: ManagementClient, refusal: Refusal, shop: Place, countries: list[str], error: str
) -> None:
    """At least one, each by two capital letters."""
    codes = management.allowed_country_codes

    assert await refusal(codes.set_allowed_sms_country_codes(**shop, country_codes=countries)) == (400, error)
    assert await refusal(codes.set_allowed_whatsapp_country_codes(**shop, country_codes=countries)) == (400, error)


async def test_b2b_has_no_whatsapp(management: ManagementClient, refusal: Refusal, office: Place) -> None:
    """Neither to be looked at nor to be set."""
    codes = management.allowed_country_codes
    error = (400, "country_code_allowlist_b2b_whatsapp_not_supported")

    assert await refusal(codes.get_allowed_whatsapp_country_codes(**office)) == error
    assert await refusal(codes.set_allowed_whatsapp_country_codes(**office, country_codes=["US"])) == error
    assert (await codes.get_allowed_sms_country_codes(**office)).country_codes == ["CA", "US"]


async def test_all_countries_are_named(management: ManagementClient, project: Project, shop: Place) -> None:
    """A test may have allowed them all."""
    project.settings.country_codes = None

    found = await management.allowed_country_codes.get_allowed_sms_country_codes(**shop)

    assert {"DE", "JM", "US"} < set(found.country_codes)
