"""What follows from an identity provider's answer: the browser goes to the app, with a token."""

import datetime as dt
from typing import Final

from stytch_async.emulator.rules.b2b.members import member_by_email
from stytch_async.emulator.rules.links import landing_url
from stytch_async.emulator.rules.redirects import SSO_LOGIN, SSO_SIGNUP, redirect_url
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import AnyConnection
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.sso import Identity, SSOStart, SSOToken

__all__ = ["TOKEN_TYPE", "arrive", "known_member"]

TOKEN_TYPE: Final = "sso"  # noqa: S105 - the type of a token
LIFETIME: Final = dt.timedelta(minutes=5)
"""How long a token is good for (behaviour-more Z1, inferred)."""


def known_member(project: Project, connection: AnyConnection, identity: Identity) -> Member | None:
    """Return the member that an identity provider means: by what it calls them, or else by address.

    (Behaviour-more O11.)
    """
    organization = project.organizations[connection.organization_id]
    same = project.members.by_connection_and_subject.first((connection.id, identity.subject))
    return same or member_by_email(project, organization, identity.email)


def arrive(project: Project, connection: AnyConnection, identity: Identity, start: SSOStart | None) -> str:
    """Return the URL in the app that the browser goes to, or refuse where there is none.

    Members come to the login URL, and others to the signup URL; one that did not begin at the start URL ends at the
    project's defaults (behaviour-more O5, O7).
    """
    purpose = SSO_LOGIN if known_member(project, connection, identity) is not None else SSO_SIGNUP
    if start is None:
        url = redirect_url(project, None, purpose)
    else:
        url = start.login_redirect_url if purpose is SSO_LOGIN else start.signup_redirect_url
    token = SSOToken(
        value=project.ids.token(),
        type=TOKEN_TYPE,
        owner_id="",
        address_id="",
        expires_at=project.now + LIFETIME,
        code_challenge=None if start is None else start.code_challenge,
        connection_id=connection.id,
        identity=identity,
    )
    project.tokens.save(token)
    place = {"slug": project.organizations[connection.organization_id].slug, "stytch_redirect_type": purpose.name}
    return landing_url(url, TOKEN_TYPE, token.value, place)
