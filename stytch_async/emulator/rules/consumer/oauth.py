"""Users who log in with identity providers."""

from typing import TypedDict

from stytch_async.emulator.refusals.oauth import INVALID_OAUTH_ATTACH_TOKEN
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.consumer.changes import record_user
from stytch_async.emulator.rules.consumer.login import UserLogin, log_in
from stytch_async.emulator.rules.consumer.users import email_owner, new_user, remove_addresses
from stytch_async.emulator.rules.locks import check_lock
from stytch_async.emulator.rules.oauth import account_factor, keep, new_registration
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.sessions import Plan, revoke_sessions
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.oauth import OAuthToken, ProviderAccount
from stytch_async.emulator.state.rows.users import User

__all__ = ["AccountLogin", "known_user", "log_in_with"]


class AccountLogin(TypedDict):
    """What a login with a provider comes to.

    Attributes:
        login: What every login answers.
        registration_id: Under which id the account is kept.
        taken_over: Whether the user's address had not been proven by anybody before.

    """

    login: UserLogin
    registration_id: str
    taken_over: bool


def _vouched(token: OAuthToken) -> str:
    """Return the address that a provider vouches for, if it does; Amazon tells none (behaviour 8.1)."""
    account = token.account
    return account.email if account.email_verified and token.provider != "amazon" else ""


def known_user(project: Project, token: OAuthToken) -> User | None:
    """Return whose login it is: the user named before, the owner of the account, or of the address; or refuse.

    Users are never merged (behaviour-more C16, C17). An address that a user is only about to add is not theirs yet,
    or whoever types it in could wait for its owner's account (inferred).
    """
    owner = project.users.by_oauth_subject.first((token.provider, token.account.subject))
    if token.owner_id:
        if owner is not None and owner.id != token.owner_id:
            raise Refusal(INVALID_OAUTH_ATTACH_TOKEN)
        return project.users.get(token.owner_id) or project.sandbox.user_with(token.owner_id)
    email = _vouched(token)
    if owner is not None or not email:
        return owner
    found = email_owner(project, email)
    return found[0] if found is not None and found[1].lapses_at is None else None


def log_in_with(project: Project, token: OAuthToken, plan: Plan) -> AccountLogin:
    """Log in with an account, and keep it with the user, who may be new; or refuse.

    Whoever takes over a user whose address nobody had proven ends the sessions that there are (behaviour-more C14).
    """
    user = known_user(project, token) or _newcomer(project, token.account)
    check_lock(project, user)
    is_new = all((one.provider, one.subject) != (token.provider, token.account.subject) for one in user.oauth)
    address = _address(project, user, _vouched(token))
    taken_over = is_new and not token.owner_id and address is not None and not address.verified
    if taken_over:
        revoke_sessions(project, user, keep=plan.session_of(user))
    kept = keep(user, new_registration(project, token, "oauth-user", "" if address is None else address.id))
    proof = Proof(account=user, factor=account_factor(project, kept), address=address, credential=token)
    login = log_in(project, proof, plan)
    return {"login": login, "registration_id": kept.id, "taken_over": taken_over}


def _newcomer(project: Project, account: ProviderAccount) -> User:
    """Return a new user, called what the provider calls them."""
    user = new_user(project)
    user.first_name, _, user.last_name = account.name.partition(" ")
    return user


def _address(project: Project, user: User, email: str) -> Address | None:
    """Return the address that a login proves; a new one is the user's at once, unless somebody else has it."""
    if not email:
        return None
    found = email_owner(project, email)
    if found is not None and found[1].lapses_at is None and found[0] is not user:
        return None
    if found is not None and found[0] is user:
        return found[1]
    if found is not None:
        remove_addresses(project, found[0], [found[1]])
        record_user(project, found[0])
    address = Address(id=project.ids.new("email"), value=email, verified=True)
    user.emails.append(address)
    return address
