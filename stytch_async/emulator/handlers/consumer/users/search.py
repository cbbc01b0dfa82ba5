"""Searches for users."""

from collections.abc import Mapping
from typing import Final

from stytch_async.api.consumer.users import Users
from stytch_async.emulator.refusals.search import USER_SEARCH, USER_SEARCH_INVALID_LIMIT
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.addresses import domain_of
from stytch_async.emulator.rules.consumer.users import drop_lapsed, view
from stytch_async.emulator.rules.search import Filter, between, boolean, choice, fuzzy, ids, moment, page_of, strings
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.users import User
from stytch_async.schemas.consumer import users as schemas

__all__: list[str] = []


def _names(user: User) -> list[str]:
    return [" ".join(filter(None, (user.first_name, user.middle_name, user.last_name)))]


FILTERS: Final[Mapping[str, Filter[User]]] = {
    "biometric_registration_id": strings(lambda user: [one.id for one in user.biometrics]),
    "biometric_verified": boolean(lambda user: any(one.verified for one in user.biometrics)),
    "created_at_between": between(lambda user: user.created_at),
    "created_at_greater_than": moment(lambda user, moment: user.created_at > moment),
    "created_at_less_than": moment(lambda user, moment: user.created_at < moment),
    "crypto_wallet_address": strings(lambda user: [wallet.address for wallet in user.wallets]),
    "crypto_wallet_id": strings(lambda user: [wallet.id for wallet in user.wallets]),
    "crypto_wallet_verified": boolean(lambda user: any(wallet.verified for wallet in user.wallets)),
    "email_address": strings(lambda user: [email.value for email in user.emails]),
    "email_address_fuzzy": fuzzy(lambda user: [email.value for email in user.emails], "email_address_fuzzy"),
    "email_domain": strings(lambda user: [domain_of(email.value) for email in user.emails]),
    "email_id": strings(lambda user: [email.id for email in user.emails]),
    "email_verified": boolean(lambda user: any(email.verified for email in user.emails)),
    "full_name_fuzzy": fuzzy(_names, "full_name_fuzzy"),
    "oauth_provider": strings(lambda user: [one.provider for one in user.oauth]),
    "password_exists": boolean(lambda user: user.password is not None),
    "phone_id": strings(lambda user: [phone.id for phone in user.phone_numbers]),
    "phone_number": strings(lambda user: [phone.value for phone in user.phone_numbers]),
    "phone_number_fuzzy": fuzzy(lambda user: [phone.value for phone in user.phone_numbers], "phone_number_fuzzy"),
    "phone_verified": boolean(lambda user: any(phone.verified for phone in user.phone_numbers)),
    "status": choice(lambda user: user.status, ("active", "pending"), "status"),
    "totp_id": strings(lambda user: [user.totp.id] if user.totp else []),
    "totp_verified": boolean(lambda user: user.totp is not None and user.totp.verified),
    "user_id": ids("user", lambda user: [user.id, user.external_id]),
    "webauthn_registration_id": strings(lambda user: [one.id for one in user.webauthn]),
    "webauthn_registration_verified": boolean(lambda user: bool(user.webauthn)),
}


@handles(Users.search, invalid={"limit": USER_SEARCH_INVALID_LIMIT})
def search(project: Project, request: schemas.SearchRequest) -> schemas.SearchResponse:
    """Find users by filters, a page at a time."""
    for user in project.users:
        drop_lapsed(project, user)
    page = page_of(project.users, request.query, request, FILTERS, USER_SEARCH)
    results = [view(project, user) for user in page.rows]
    return schemas.SearchResponse(results=results, results_metadata=page.metadata, **project.envelope())
