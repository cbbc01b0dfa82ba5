"""Projects, environments and what opens them."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "CANNOT_TOGGLE_CROSS_ORG_PASSWORDS_WHEN_PASSWORD_IN_USE",
    "ENVIRONMENT_NOT_FOUND",
    "INVALID_PROJECT_NAME",
    "INVALID_SECRET_ID",
    "INVALID_USER_LOCK_THRESHOLD",
    "INVALID_USER_LOCK_TTL",
    "SECRET_NOT_FOUND",
    "TOO_MANY_PROJECTS",
    "TOO_MANY_PUBLIC_TOKENS",
    "TOO_MANY_SECRETS",
    "UNABLE_TO_DELETE_LAST_PUBLIC_TOKEN",
]

CANNOT_TOGGLE_CROSS_ORG_PASSWORDS_WHEN_PASSWORD_IN_USE: Final = Reason(
    400, "cannot_toggle_cross_org_passwords_when_password_in_use", "A member has a password already."
)
ENVIRONMENT_NOT_FOUND: Final = Reason(404, "environment_not_found", "The project has no such environment.")
INVALID_PROJECT_NAME: Final = Reason(400, "invalid_project_name", "A project needs a name.")
INVALID_SECRET_ID: Final = Reason(400, "invalid_secret_id", "That is not the id of a secret.")
INVALID_USER_LOCK_THRESHOLD: Final = Reason(400, "invalid_user_lock_threshold", "1 to 100 failed logins lock a user.")
INVALID_USER_LOCK_TTL: Final = Reason(400, "invalid_user_lock_ttl", "A lock holds for 300 to 604800 seconds.")
SECRET_NOT_FOUND: Final = Reason(404, "secret_not_found", "There is no such secret.")
TOO_MANY_PROJECTS: Final = Reason(400, "too_many_projects", "A workspace has at most 50 projects.")
TOO_MANY_PUBLIC_TOKENS: Final = Reason(400, "too_many_public_tokens", "An environment has at most 50 public tokens.")
TOO_MANY_SECRETS: Final = Reason(400, "too_many_secrets", "An environment has at most 50 secrets.")
UNABLE_TO_DELETE_LAST_PUBLIC_TOKEN: Final = Reason(
    400, "unable_to_delete_last_public_token", "An environment keeps a public token."
)
