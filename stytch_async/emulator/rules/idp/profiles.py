"""What apps are told of people: in ID tokens, and by the userinfo endpoint."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account, Address
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.users import User

__all__ = ["owner_of", "profile_claims"]

CLAIMS: Final[Mapping[str, Collection[str]]] = {
    "profile": ("name", "given_name", "middle_name", "family_name", "picture", "locale"),
    "email": ("email", "email_verified"),
    "phone": ("phone_number", "phone_number_verified"),
}
"""By scope: what it lets an app know (behaviour 27)."""


def owner_of(project: Project, owner_id: str) -> User | Member:
    """Return the user or member who has authorized an app; a grant goes with its owner, so they are there."""
    user = project.users.get(owner_id) or project.sandbox.user_with(owner_id)
    return user or project.members[owner_id]


def profile_claims(account: User | Member, scopes: Collection[str]) -> dict[str, Any]:
    """Return what scopes let an app know of somebody; what is not known is left out."""
    known = {**(_of_user(account) if isinstance(account, User) else _of_member(account)), **_portrait(account)}
    named = [name for scope, names in CLAIMS.items() if scope in scopes for name in names]
    return {name: known[name] for name in named if known.get(name) not in {None, ""}}


def _of_user(user: User) -> dict[str, Any]:
    parts = (user.first_name, user.middle_name, user.last_name)
    return {
        "name": " ".join(filter(None, parts)),
        **dict(zip(("given_name", "middle_name", "family_name"), parts, strict=True)),
        **_proven("email", _best(user.emails)),
        **_proven("phone_number", _best(user.phone_numbers)),
    }


def _of_member(member: Member) -> dict[str, Any]:
    """Return what is known of a member, whose name is one text: its first and last word are told apart (inferred)."""
    given, *others = member.name.split() or [""]
    return {
        "name": member.name,
        "given_name": given,
        "middle_name": " ".join(others[:-1]),
        "family_name": "".join(others[-1:]),
        **_proven("email", member.email),
        **_proven("phone_number", member.phone),
    }


def _best(addresses: list[Address]) -> Address | None:
    """Return the first address that is proven, or else the first one (inferred)."""
    return next((one for one in addresses if one.verified), next(iter(addresses), None))


def _proven(name: str, address: Address | None) -> dict[str, Any]:
    return {} if address is None else {name: address.value, f"{name}_verified": address.verified}


def _portrait(account: Account) -> dict[str, str]:
    """Return what identity providers have told of somebody; the first that tells wins (inferred)."""
    pictures = (one.profile_picture_url for one in account.oauth)
    locales = (one.locale for one in account.oauth)
    return {"picture": next(filter(None, pictures), ""), "locale": next(filter(None, locales), "")}
