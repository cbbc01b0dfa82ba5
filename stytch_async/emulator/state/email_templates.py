"""The templates of a project's emails."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

import attrs

from stytch_async.emulator.state.tables import Table

__all__ = ["PLACEHOLDERS", "TYPES", "EmailTemplate", "EmailTemplates", "TemplateType"]

TemplateType = Literal[
    "INVITE",
    "LOGIN",
    "ONE_TIME_PASSCODE",
    "ONE_TIME_PASSCODE_SIGNUP",
    "PREBUILT",
    "RESET_PASSWORD",
    "SIGNUP",
    "UNLOCK",
    "VERIFY_EMAIL_PASSWORD_RESET",
]
"""What a template's emails are about; ``PREBUILT`` is Stytch's own template, which serves for all of them."""

PLACEHOLDERS: Final[Mapping[TemplateType, str]] = {
    **dict.fromkeys(["INVITE", "LOGIN", "SIGNUP"], "magic_link_url"),
    **dict.fromkeys(["ONE_TIME_PASSCODE", "ONE_TIME_PASSCODE_SIGNUP"], "otp_code"),
    **dict.fromkeys(["RESET_PASSWORD", "VERIFY_EMAIL_PASSWORD_RESET"], "reset_password_url"),
}
"""By type: the placeholder that an email cannot do without (behaviour-more W20); that of ``UNLOCK`` is not known."""

TYPES: Final[frozenset[TemplateType]] = frozenset(get_args(TemplateType))


@attrs.define(kw_only=True)
class EmailTemplate:
    """A template: one of the app's own, or Stytch's with other looks.

    Attributes:
        template_id: What a call that sends an email takes.
        type: What its emails are about.
        name: For people to read.
        subject: Of emails of the app's own template; a ``PREBUILT`` one has Stytch's.
        html: Their body, with a placeholder such as ``{{magic_link_url}}``.
        plaintext: The same for mail programs that show no HTML.
        sender: Whom emails come from, in the words of the Management API.
        looks: How a ``PREBUILT`` one differs from Stytch's, in the same words.

    """

    template_id: str
    type: TemplateType = "PREBUILT"
    name: str | None = None
    subject: str = ""
    html: str = ""
    plaintext: str = ""
    sender: dict[str, str] = attrs.field(factory=dict[str, str])
    looks: dict[str, str | float] = attrs.field(factory=dict[str, str | float])


class EmailTemplates(Table[EmailTemplate]):
    """The templates of a project, and which serve where a call names none.

    Attributes:
        defaults: By type: the id of the template for emails of that type.

    """

    def __init__(self) -> None:
        super().__init__(lambda template: template.template_id)
        self.defaults: dict[TemplateType, str] = {}

    def default_for(self, template_type: TemplateType) -> EmailTemplate | None:
        """Return the template for emails of a type: its own default, or else that of all types, if there is one."""
        chosen = self.defaults.get(template_type) or self.defaults.get("PREBUILT")
        return None if chosen is None else self.get(chosen)
