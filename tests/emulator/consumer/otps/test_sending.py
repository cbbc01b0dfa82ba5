import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.errors import InvalidRequestError

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL = "ada@example.com"
PHONE = "+12025550162"
ABROAD = "+442079460000"
FICTIONAL = "+447700900123"
JAMAICAN = "+18765550123"


async def test_code_by_email_has_six_digits_and_two_minutes(client: Client, project: Project) -> None:
    """The mail holds the code, and tells when it stops working."""
    await client.otps.email.login_or_create(email=EMAIL)

    mail = project.outbox.last(EMAIL)
    assert (mail.purpose, mail.channel, mail.token, mail.url) == ("otp", "email", None, None)
    assert mail.code is not None
    assert (len(mail.code), mail.code.isdecimal()) == (6, True)
    assert mail.expires_at == project.now + dt.timedelta(minutes=2)


async def test_code_goes_to_known_users_only(client: Client, refusal: Refusal, project: Project) -> None:
    """Without saying for whom, a code is sent to nobody new."""
    by_email = await refusal(client.otps.email.send(email=EMAIL))
    by_sms = await refusal(client.otps.sms.send(phone_number=PHONE))
    by_whatsapp = await refusal(client.otps.whatsapp.send(phone_number=PHONE))

    assert by_email == (404, "email_not_found")
    assert by_sms == by_whatsapp == (404, "phone_number_not_found")
    assert len(project.outbox) == 0


@pytest.mark.parametrize("number", ["202 555 0162", "2025550162", "+0123456789", "+1"])
async def test_phone_number_must_be_in_e164_form(client: Client, refusal: Refusal, number: str) -> None:
    """A number that is not in E.164 form is refused."""
    found = await refusal(client.otps.sms.login_or_create(phone_number=number))

    assert found == (400, "invalid_phone_number")


@pytest.mark.parametrize("address", ["ada", "ada@example", "ada@@example.com", "a da@example.com"])
async def test_email_address_must_be_one(client: Client, refusal: Refusal, address: str) -> None:
    """A text that is not an email address is refused."""
    found = await refusal(client.otps.email.login_or_create(email=address))

    assert found == (400, "invalid_email")


@pytest.mark.parametrize("channel", ["sms", "whatsapp"])
@pytest.mark.parametrize(("number", "country"), [(ABROAD, "GB"), (FICTIONAL, "GB"), (JAMAICAN, "JM")])
async def test_messages_abroad_are_off_until_they_are_switched_on(
    client: Client, refusal: Refusal, project: Project, *, channel: str, number: str, country: str
) -> None:
    """Countries other than the USA and Canada have to be allowed first, those with the calling code +1 among them."""
    endpoints = getattr(client.otps, channel)
    found = await refusal(endpoints.login_or_create(phone_number=number))
    name = "country_codes" if channel == "sms" else "whatsapp_country_codes"
    setattr(project.settings, name, {"CA", "US", country})

    sent = await endpoints.login_or_create(phone_number=number)

    assert found == (400, "invalid_phone_number_country_code")
    assert sent.user_created


async def test_messages_may_be_switched_on_for_all_countries(client: Client, project: Project) -> None:
    """Without a list of countries, every number is reached."""
    project.settings.country_codes = None

    sent = await client.otps.sms.login_or_create(phone_number=JAMAICAN)

    assert sent.user_created


@pytest.mark.parametrize("number", ["+14165550123", "+12025550162"])
async def test_messages_reach_canada_and_the_usa(client: Client, number: str) -> None:
    """Both countries are switched on from the start."""
    sent = await client.otps.sms.login_or_create(phone_number=number)

    assert sent.user_created


async def test_number_of_no_country_is_refused(client: Client, refusal: Refusal) -> None:
    """A calling code that no country has is not switched on either."""
    found = await refusal(client.otps.sms.login_or_create(phone_number="+99912345678"))

    assert found == (400, "invalid_phone_number_country_code")


def test_countries_are_not_calling_codes(project: Project) -> None:
    """Several countries may share a calling code, so a list of these is refused."""
    with pytest.raises(ValueError, match="country_codes are of two capital letters"):
        project.settings.country_codes = {"1", "44"}


async def test_lifetime_of_a_code_is_checked_before_it_is_sent(client: Client) -> None:
    """More than ten minutes is refused without a request."""
    with pytest.raises(InvalidRequestError) as caught:
        await client.otps.email.login_or_create(email=EMAIL, expiration_minutes=11)

    assert caught.value.field == "expiration_minutes"
