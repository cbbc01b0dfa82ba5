"""Magic links of users: mailed, or put into a link by the app itself."""

import datetime as dt
from typing import Final

from stytch_async.emulator.refusals.magic_links import MAGIC_LINK_NOT_FOUND, UNABLE_TO_AUTH_MAGIC_LINK
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.consumer.users import Owned, owner_of
from stytch_async.emulator.rules.factors import email_factor, factor
from stytch_async.emulator.rules.links import Link, send_link, unspent_token
from stytch_async.emulator.rules.locks import check_lock
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.state.email_templates import EmailTemplate
from stytch_async.emulator.state.ids import is_id
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.credentials import OneTimeToken
from stytch_async.emulator.state.rows.factors import Fingerprint
from stytch_async.emulator.state.rows.users import User

__all__ = ["LINK", "awaits_answer", "embeddable_token", "mail_link", "prove_link", "token_of"]

LINK: Final = "magic_links"
METHOD: Final = "magic_link"


def mail_link(
    project: Project,
    owned: Owned,
    *,
    url: str,
    minutes: int,
    code_challenge: str | None,
    browser: Fingerprint,
    template: EmailTemplate | None,
) -> None:
    """Mail a link to a user; earlier ones stay good (behaviour-more B10)."""
    send_link(
        project,
        *owned,
        Link(url=url, token_type=LINK),
        minutes=minutes,
        template=template,
        code_challenge=code_challenge,
        browser=browser,
    )


def awaits_answer(project: Project, owned: Owned) -> bool:
    """Whether a user has a link that can still be followed."""
    _, address = owned
    links = project.tokens.by_address.all(address.id)
    return any(one.type == LINK and not one.spent and one.expires_at > project.now for one in links)


def embeddable_token(project: Project, user: User, minutes: int, browser: Fingerprint) -> OneTimeToken:
    """Return a new token, not stored yet, for a link that the app delivers."""
    return OneTimeToken(
        value=project.ids.token(),
        type=LINK,
        owner_id=user.id,
        address_id=project.ids.new("embedded-link"),
        expires_at=project.now + dt.timedelta(minutes=minutes),
        browser=browser,
    )


def token_of(project: Project, value: str, code_verifier: str | None) -> OneTimeToken:
    """Return the token of a link, or refuse one that is unknown, spent or expired."""
    return unspent_token(project, value, LINK, UNABLE_TO_AUTH_MAGIC_LINK, code_verifier, missing=MAGIC_LINK_NOT_FOUND)


def prove_link(project: Project, token: OneTimeToken) -> Proof[User]:
    """Return what a link proves, or refuse; one that the app delivered proves no address (behaviour-more B6, B7)."""
    if is_id("embedded-link", token.address_id):
        user = project.users[token.owner_id]
        check_lock(project, user)
        embedded = factor(project, METHOD, "embedded", "embeddable_magic_link_factor", embedded_id=token.address_id)
        return Proof(account=user, factor=embedded, credential=token)
    found = owner_of(project, token.address_id)
    if found is None:
        raise Refusal(UNABLE_TO_AUTH_MAGIC_LINK)
    user, address = found
    check_lock(project, user)
    return Proof(account=user, factor=email_factor(project, METHOD, address), address=address, credential=token)
