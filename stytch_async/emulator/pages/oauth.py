"""Logins with identity providers: the page that stands for a provider's, and the way back to the app."""

from collections.abc import Mapping

import attrs

from stytch_async.emulator.pages.people import Field, ask_who
from stytch_async.emulator.pages.visit import Redirect, Screen, Visit
from stytch_async.emulator.rules import starts
from stytch_async.emulator.rules.oauth import DISCOVERY, usual_account
from stytch_async.emulator.rules.providers import provider_name
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.oauth import OAuthStart, ProviderAccount

__all__ = ["callback", "start_discovery", "start_member", "start_user"]


def start_user(project: Project, visit: Visit) -> Screen:
    """Begin a user's login."""
    return _screen(project, visit, starts.start_user(project, visit.place["provider"], visit.parameters))


def start_member(project: Project, visit: Visit) -> Screen:
    """Begin a login to an organization."""
    return _screen(project, visit, starts.start_member(project, visit.place["provider"], visit.parameters))


def start_discovery(project: Project, visit: Visit) -> Screen:
    """Begin a login that finds the organization afterwards."""
    return _screen(project, visit, starts.start_discovery(project, visit.place["provider"], visit.parameters))


def callback(project: Project, visit: Visit) -> Redirect:
    """Take what the provider tells, and send the browser to the app."""
    return Redirect(starts.finish(project, visit.parameters.get("state", ""), _told(visit.parameters)))


def _told(parameters: Mapping[str, str]) -> ProviderAccount:
    """Read what was typed into the provider's page."""
    provider, email = parameters.get("provider", ""), parameters.get("email", "")
    usual = usual_account(provider, email, name=parameters.get("name", ""))
    return attrs.evolve(
        usual,
        subject=parameters.get("subject") or usual.subject,
        email_verified="unverified" not in parameters,
        tenants=parameters.get("tenants", "").split(),
        hosted_domain=parameters.get("hosted_domain", usual.hosted_domain),
    )


def _screen(project: Project, visit: Visit, start: OAuthStart) -> Screen:
    """Show the page of a provider: whom it may continue as, and a form for anybody else.

    The forms lead to where a provider sends browsers (behaviour-more C4): by a path from the start URL, so that
    whatever a base URL puts before it stays. The path itself is inferred, and lacks the id that Stytch puts behind it.
    """
    hidden = {"state": start.id, "provider": start.provider, "public_token": visit.parameters["public_token"]}
    action = "../../../oauth/callback" if start.token_type != DISCOVERY else "../../../../oauth/callback"
    fields = (
        Field("email", "Email", "email", visit.parameters.get("provider_login_hint", "")),
        Field("name", "Name"),
        Field("subject", "Subject"),
        Field("tenants", "Tenants"),
        Field("unverified", "The address is not verified", "checkbox"),
    )
    html = ask_who(project, provider_name(start.provider), action, hidden, fields)
    return Screen(html=html, provider=start.provider, state=start.id)
