"""Logins with identity providers: the page that stands for a provider's, and the way back to the app."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Final

import attrs

from stytch_async.emulator.pages.visit import Redirect, Screen, Visit
from stytch_async.emulator.rules import starts
from stytch_async.emulator.rules.oauth import DISCOVERY, usual_account
from stytch_async.emulator.rules.providers import provider_name
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.oauth import OAuthStart, ProviderAccount

__all__ = ["callback", "start_discovery", "start_member", "start_user"]

OFFERED: Final = 20
"""How many people a provider's page offers to continue as."""


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
    fields = "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in hidden.items())
    form, name = f'<form action="{action}">{fields}', escape(provider_name(start.provider))
    known = "".join(
        f'{form}<button name="email" value="{escape(email)}">Continue as {escape(email)}</button></form>'
        for email in _known_addresses(project)
    )
    hint = escape(visit.parameters.get("provider_login_hint", ""))
    html = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{name} (emulated)</title><h1>{name}</h1>'
        f"<p>This stands for the page of {name}.</p>{known}{form}"
        f'<p><label>Email <input name="email" type="email" value="{hint}"></label>'
        '<p><label>Name <input name="name"></label>'
        '<p><label>Subject <input name="subject"></label>'
        '<p><label>Tenants <input name="tenants"></label>'
        '<p><label><input name="unverified" type="checkbox"> The address is not verified</label>'
        "<p><button>Continue</button></form></html>"
    )
    return Screen(html=html, provider=start.provider, state=start.id)


def _known_addresses(project: Project) -> list[str]:
    """Return the addresses of users and members, the oldest first."""

    def addresses() -> Iterator[str]:
        for user in project.users:
            yield from (email.value for email in user.emails)
        for member in project.members:
            if member.status != "deleted":
                yield member.email.value

    return list(dict.fromkeys(addresses()))[:OFFERED]
