"""What has been proven in a session, and when."""

import datetime as dt

import pytest

from stytch_async.integrations.needs import Needs, require_factors
from stytch_async.integrations.refusals import StepUpError
from stytch_async.schemas.factors import AuthenticationFactor

NOW = dt.datetime(2026, 3, 1, 12, 0, tzinfo=dt.UTC)


def factor(kind: str, delivery_method: str, minutes: float | None = 0) -> AuthenticationFactor:
    """Return a factor that was proven some minutes ago."""
    moment = None if minutes is None else NOW - dt.timedelta(minutes=minutes)
    return AuthenticationFactor(type=kind, delivery_method=delivery_method, last_authenticated_at=moment)


PASSWORD, LINK = factor("password", "knowledge"), factor("magic_link", "email")
CODE_BY_EMAIL, CODE_BY_SMS = factor("otp", "email"), factor("otp", "sms")
CODE_BY_WHATSAPP = factor("otp", "whatsapp")
TOTP, PASSKEY = factor("totp", "authenticator_app"), factor("webauthn", "webauthn_registration")


@pytest.mark.parametrize(
    ("factors", "needed"),
    [
        ([PASSWORD], []),
        ([TOTP], ["totp"]),
        ([CODE_BY_SMS], ["sms_otp"]),
        ([CODE_BY_SMS], ["otp"]),
        ([PASSKEY], ["webauthn_registration"]),
        ([factor("oauth", "oauth_google")], ["oauth_google"]),
        ([PASSWORD, TOTP], ["password", "totp"]),
        ([PASSWORD, TOTP], ["mfa"]),
        ([LINK, CODE_BY_SMS], ["mfa"]),
    ],
)
def test_what_has_been_proven_is_enough(factors: list[AuthenticationFactor], needed: list[str]) -> None:
    """By the name of its kind, of the way it came, or of both."""
    require_factors(factors, Needs.of(factors=needed), NOW)


@pytest.mark.parametrize(
    ("factors", "needed"),
    [
        ([], ["password"]),
        ([CODE_BY_EMAIL], ["sms_otp"]),
        ([PASSWORD], ["password", "totp"]),
        ([PASSWORD], ["mfa"]),
        ([LINK, CODE_BY_EMAIL], ["mfa"]),
        ([CODE_BY_SMS, CODE_BY_WHATSAPP], ["mfa"]),
    ],
)
def test_what_has_not_been_proven_is_asked_for(factors: list[AuthenticationFactor], needed: list[str]) -> None:
    """One mailbox, or one phone, is one factor, however often it is used."""
    with pytest.raises(StepUpError) as caught:
        require_factors(factors, Needs.of(factors=needed), NOW)

    assert caught.value.factors == frozenset(needed)
    assert all(name in str(caught.value) for name in needed)


def recently(minutes: float | None) -> list[AuthenticationFactor]:
    """Return a password of an hour ago, and a passcode of some minutes ago."""
    return [factor("password", "knowledge", 60), factor("totp", "authenticator_app", minutes)]


@pytest.mark.parametrize(("minutes", "needed"), [(4, []), (5, ["totp"])])
def test_a_recent_proof_counts(minutes: float, needed: list[str]) -> None:
    """To the very end of the time that is allowed."""
    require_factors(recently(minutes), Needs.of(factors=needed, within=dt.timedelta(minutes=5)), NOW)


@pytest.mark.parametrize(("minutes", "needed"), [(6, []), (6, ["totp"]), (None, ["totp"]), (1, ["password"])])
def test_an_old_proof_does_not_count(minutes: float | None, needed: list[str]) -> None:
    """Nor does one of which nobody knows when it was given."""
    with pytest.raises(StepUpError, match="within the last 300 s"):
        require_factors(recently(minutes), Needs.of(factors=needed, within=dt.timedelta(minutes=5)), NOW)


def test_equal_requirements_are_equal_needs() -> None:
    """However they are written, so that they can be a key."""
    one, other = Needs.of(role="editor", factors=["totp"]), Needs.of(factors="totp", role={"editor"})

    assert (one, hash(one)) == (other, hash(other))
