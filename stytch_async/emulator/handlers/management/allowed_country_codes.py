"""The countries that text and WhatsApp messages may go to."""

from collections.abc import Iterable

from stytch_async.api.management.allowed_country_codes import AllowedCountryCodes
from stytch_async.emulator.refusals.country_codes import (
    COUNTRY_CODE_ALLOWLIST_B2B_WHATSAPP_NOT_SUPPORTED,
    COUNTRY_CODE_ALLOWLIST_EMPTY,
    COUNTRY_CODE_ALLOWLIST_INVALID_COUNTRY_CODES,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.addresses import known_countries
from stytch_async.emulator.rules.management.places import EnvironmentPath, stytch_of
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.workspace import Workspace
from stytch_async.schemas.management import allowed_country_codes as schemas

__all__: list[str] = []


def _listed(countries: Iterable[str] | None) -> list[str]:
    return sorted(known_countries() if countries is None else countries)


def _checked(countries: list[str]) -> set[str]:
    if not countries:
        raise Refusal(COUNTRY_CODE_ALLOWLIST_EMPTY)
    if not known_countries().issuperset(countries):
        raise Refusal(COUNTRY_CODE_ALLOWLIST_INVALID_COUNTRY_CODES)
    return set(countries)


def _on_whatsapp(workspace: Workspace, request: EnvironmentPath) -> Project:
    """Return the Stytch of a Consumer environment, or refuse (behaviour-more W16)."""
    project = stytch_of(workspace, request)
    if project.vertical == "b2b":
        raise Refusal(COUNTRY_CODE_ALLOWLIST_B2B_WHATSAPP_NOT_SUPPORTED)
    return project


@handles(AllowedCountryCodes.get_allowed_sms_country_codes)
def get_allowed_sms_country_codes(
    workspace: Workspace, request: schemas.GetAllowedSMSCountryCodesRequest
) -> schemas.GetAllowedSMSCountryCodesResponse:
    """List the countries of text messages."""
    found = _listed(stytch_of(workspace, request).settings.country_codes)
    return schemas.GetAllowedSMSCountryCodesResponse(country_codes=found, **workspace.envelope())


@handles(AllowedCountryCodes.set_allowed_sms_country_codes)
def set_allowed_sms_country_codes(
    workspace: Workspace, request: schemas.SetAllowedSMSCountryCodesRequest
) -> schemas.SetAllowedSMSCountryCodesResponse:
    """Replace the countries of text messages."""
    settings = stytch_of(workspace, request).settings
    settings.country_codes = _checked(request.country_codes)
    found = _listed(settings.country_codes)
    return schemas.SetAllowedSMSCountryCodesResponse(country_codes=found, **workspace.envelope())


@handles(AllowedCountryCodes.get_allowed_whatsapp_country_codes)
def get_allowed_whatsapp_country_codes(
    workspace: Workspace, request: schemas.GetAllowedWhatsAppCountryCodesRequest
) -> schemas.GetAllowedWhatsAppCountryCodesResponse:
    """List the countries of WhatsApp messages."""
    found = _listed(_on_whatsapp(workspace, request).settings.whatsapp_country_codes)
    return schemas.GetAllowedWhatsAppCountryCodesResponse(country_codes=found, **workspace.envelope())


@handles(AllowedCountryCodes.set_allowed_whatsapp_country_codes)
def set_allowed_whatsapp_country_codes(
    workspace: Workspace, request: schemas.SetAllowedWhatsAppCountryCodesRequest
) -> schemas.SetAllowedWhatsAppCountryCodesResponse:
    """Replace the countries of WhatsApp messages."""
    settings = _on_whatsapp(workspace, request).settings
    settings.whatsapp_country_codes = _checked(request.country_codes)
    found = _listed(settings.whatsapp_country_codes)
    return schemas.SetAllowedWhatsAppCountryCodesResponse(country_codes=found, **workspace.envelope())
