"""The page that lifts a lock for whoever was mailed the link to it."""

from stytch_async.emulator.pages.visit import Redirect, Visit
from stytch_async.emulator.refusals.magic_links import UNABLE_TO_AUTH_MAGIC_LINK
from stytch_async.emulator.rules.links import unspent_token
from stytch_async.emulator.rules.locks import UNLOCK, lift_lock
from stytch_async.emulator.rules.redirects import LOGIN, redirect_url
from stytch_async.emulator.state.project import Project

__all__ = ["unlock"]


def unlock(project: Project, visit: Visit) -> Redirect:
    """Lift a lock, and send the browser to the app's login; which refusal a used link meets is inferred."""
    token = unspent_token(project, visit.parameters.get("token", ""), UNLOCK, UNABLE_TO_AUTH_MAGIC_LINK, None)
    url = redirect_url(project, None, LOGIN)
    token.spend()
    lift_lock(project.users.get(token.owner_id) or project.members[token.owner_id])
    return Redirect(url)
