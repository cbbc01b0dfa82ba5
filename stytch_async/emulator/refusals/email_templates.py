"""The templates of emails."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "CANNOT_DELETE_DEFAULT_EMAIL_TEMPLATE",
    "DUPLICATE_EMAIL_TEMPLATE_VANITY_ID",
    "EMAIL_TEMPLATE_NOT_FOUND",
    "INVALID_EMAIL_HTML",
    "INVALID_EMAIL_PLAINTEXT",
    "INVALID_EMAIL_SUBJECT",
    "INVALID_EMAIL_TEMPLATE_CONTENT",
    "INVALID_EMAIL_TEMPLATE_PARAMETERS",
    "INVALID_FROM_LOCAL_PART",
    "INVALID_REPLY_TO_LOCAL_PART",
    "INVALID_TEMPLATE_ID",
    "TOO_MANY_EMAIL_TEMPLATES",
]

CANNOT_DELETE_DEFAULT_EMAIL_TEMPLATE: Final = Reason(
    400, "cannot_delete_default_email_template", "The template is a default: choose another one first."
)
DUPLICATE_EMAIL_TEMPLATE_VANITY_ID: Final = Reason(
    400, "duplicate_email_template_vanity_id", "A template with that id exists."
)
EMAIL_TEMPLATE_NOT_FOUND: Final = Reason(404, "email_template_not_found", "There is no such template.")
INVALID_EMAIL_HTML: Final = Reason(400, "invalid_email_html", "A template of your own needs html_content.")
INVALID_EMAIL_PLAINTEXT: Final = Reason(
    400, "invalid_email_plaintext", "A template of your own needs plaintext_content."
)
INVALID_EMAIL_SUBJECT: Final = Reason(400, "invalid_email_subject", "A template of your own needs a subject.")
INVALID_EMAIL_TEMPLATE_CONTENT: Final = Reason(
    400,
    "invalid_email_template_content",
    "Give either prebuilt_customization or custom_html_customization, as the template has it.",
)
INVALID_EMAIL_TEMPLATE_PARAMETERS: Final = Reason(
    400, "invalid_email_template_parameters", "The template lacks the placeholder that its emails are about."
)
INVALID_FROM_LOCAL_PART: Final = Reason(
    400, "invalid_from_local_part", "from_local_part is what stands before the @ of an address."
)
INVALID_REPLY_TO_LOCAL_PART: Final = Reason(
    400, "invalid_reply_to_local_part", "reply_to_local_part is what stands before the @ of an address."
)
INVALID_TEMPLATE_ID: Final = Reason(400, "invalid_template_id", "That template is for emails of another type.")
TOO_MANY_EMAIL_TEMPLATES: Final = Reason(400, "too_many_email_templates", "A project has at most 100 templates.")
