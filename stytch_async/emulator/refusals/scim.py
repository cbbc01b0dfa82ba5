"""SCIM connections, and what directories send through them."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "ACTIVE_SCIM_CONNECTION_EXISTS",
    "INVALID_SCIM_IDP",
    "NO_ACTIVE_SCIM_CONNECTION",
    "SCIM_CONNECTION_NOT_ROTATING_TOKEN",
    "SCIM_GROUP_ROLE_ASSIGNMENT_DOES_NOT_CONTAIN_GROUP_ID",
    "SCIM_GROUP_ROLE_ASSIGNMENT_GROUP_DOES_NOT_EXIST",
]

ACTIVE_SCIM_CONNECTION_EXISTS: Final = Reason(
    400, "active_scim_connection_exists", "The organization has a SCIM connection already."
)
INVALID_SCIM_IDP: Final = Reason(400, "invalid_scim_idp", "identity_provider names a product that is not known.")
NO_ACTIVE_SCIM_CONNECTION: Final = Reason(
    404, "no_active_scim_connection", "The organization has no such SCIM connection."
)
SCIM_CONNECTION_NOT_ROTATING_TOKEN: Final = Reason(
    400, "scim_connection_not_rotating_token", "The bearer token is not being replaced."
)
SCIM_GROUP_ROLE_ASSIGNMENT_DOES_NOT_CONTAIN_GROUP_ID: Final = Reason(
    400, "scim_group_role_assignment_does_not_contain_group_id", "A role for a group needs the group_id."
)
SCIM_GROUP_ROLE_ASSIGNMENT_GROUP_DOES_NOT_EXIST: Final = Reason(
    400, "scim_group_role_assignment_group_does_not_exist", "The directory has not told of such a group."
)
