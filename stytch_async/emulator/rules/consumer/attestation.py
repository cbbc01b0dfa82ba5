"""Users whom a trusted issuer vouches for."""

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.users import USER_NOT_FOUND
from stytch_async.emulator.rules.consumer.users import email_owner, new_user
from stytch_async.emulator.rules.trusted_tokens import Attestation, adopt
from stytch_async.emulator.state.profiles import TrustedTokenProfile
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.users import User

__all__ = ["attested_user"]


def attested_user(project: Project, profile: TrustedTokenProfile, said: Attestation) -> User:
    """Return the user whom a token speaks of, a new one where the profile allows it; or refuse (H6, H7).

    Somebody is known by the address, or else by the external id (inferred). The user is to be stored then.
    """
    holder = project.users.by_external_id.first(said.external_id)
    owner = email_owner(project, said.email)
    known = owner[0] if owner is not None else holder
    if known is None and not profile.can_jit_provision:
        raise Refusal(USER_NOT_FOUND)
    user = known or new_user(project, email=said.email)
    adopt(user, holder, project.settings.policy, said)
    return user
