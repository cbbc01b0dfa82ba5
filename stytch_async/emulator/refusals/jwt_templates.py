"""The templates of JWTs."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "JWT_TEMPLATE_INVALID_JSON",
    "JWT_TEMPLATE_INVALID_TAG",
    "JWT_TEMPLATE_MISMATCHED_TAG",
    "JWT_TEMPLATE_NOT_FOUND",
]

JWT_TEMPLATE_INVALID_JSON: Final = Reason(400, "jwt_template_invalid_json", "A template is a JSON object.")
JWT_TEMPLATE_INVALID_TAG: Final = Reason(400, "jwt_template_invalid_tag", "A template names a value that there is not.")
JWT_TEMPLATE_MISMATCHED_TAG: Final = Reason(
    400, "jwt_template_mismatched_tag", "The braces of a template do not pair up."
)
JWT_TEMPLATE_NOT_FOUND: Final = Reason(404, "jwt_template_not_found", "There is no template of that type.")
