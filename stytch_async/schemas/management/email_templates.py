"""Email templates of a project; all of its environments share them."""

from typing import Literal

import attrs

__all__ = [
    "CreateRequest",
    "CreateResponse",
    "CustomHTMLCustomization",
    "DeleteRequest",
    "DeleteResponse",
    "EmailTemplate",
    "FontFamily",
    "GetAllRequest",
    "GetAllResponse",
    "GetDefaultRequest",
    "GetDefaultResponse",
    "GetRequest",
    "GetResponse",
    "PrebuiltCustomization",
    "SenderInformation",
    "SetDefaultRequest",
    "SetDefaultResponse",
    "TemplateType",
    "TextAlignment",
    "UnsetDefaultRequest",
    "UnsetDefaultResponse",
    "UpdateRequest",
    "UpdateResponse",
]


TemplateType = Literal[
    "LOGIN",
    "SIGNUP",
    "INVITE",
    "RESET_PASSWORD",
    "ONE_TIME_PASSCODE",
    "ONE_TIME_PASSCODE_SIGNUP",
    "VERIFY_EMAIL_PASSWORD_RESET",
    "UNLOCK",
    "PREBUILT",
]
"""What a template's emails are about; a ``PREBUILT`` one, Stytch's own with other looks, serves for all of them."""


@attrs.define(kw_only=True)
class CustomHTMLCustomization:
    """A template of the app's own.

    Attributes:
        template_type: What its emails are about; not ``PREBUILT``.
        html_content: The body, with placeholders such as ``{{magic_link_url}}``.
        plaintext_content: The same for mail programs that show no HTML.

    """

    __schema__ = "pwa_email_template_v3_CustomHTMLCustomization"

    template_type: TemplateType | str | None = None
    html_content: str | None = None
    plaintext_content: str | None = None
    subject: str | None = None


@attrs.define(kw_only=True)
class SenderInformation:
    """Whom emails come from.

    Attributes:
        from_local_part: What stands before the ``@`` of the address.
        from_domain: What stands after it: a domain that the project may send from.
        from_name: Shown beside the address.
        reply_to_local_part: What stands before the ``@`` of the address that replies go to.
        reply_to_name: Shown beside that address.

    """

    __schema__ = "pwa_email_template_v3_SenderInformation"

    from_local_part: str | None = None
    from_domain: str | None = None
    from_name: str | None = None
    reply_to_local_part: str | None = None
    reply_to_name: str | None = None


FontFamily = Literal[
    "ARIAL",
    "BRUSH_SCRIPT_MT",
    "COURIER_NEW",
    "GEORGIA",
    "HELVETICA",
    "TAHOMA",
    "TIMES_NEW_ROMAN",
    "TREBUCHET_MS",
    "VERDANA",
]
"""The typefaces of prebuilt emails."""


TextAlignment = Literal["LEFT", "CENTER"]
"""How the text of prebuilt emails is set."""


@attrs.define(kw_only=True)
class PrebuiltCustomization:
    """The looks of Stytch's own template.

    Attributes:
        button_color: As in CSS, for example ``#19303D``.
        button_text_color: As in CSS.

    """

    __schema__ = "pwa_email_template_v3_PrebuiltCustomization"

    button_border_radius: float | None = None
    button_color: str | None = None
    button_text_color: str | None = None
    font_family: FontFamily | str | None = None
    text_alignment: TextAlignment | str | None = None


@attrs.define(kw_only=True)
class EmailTemplate:
    """A template: either prebuilt or of the app's own.

    Attributes:
        template_id: What a call that sends an email takes.

    """

    __schema__ = "pwa_email_template_v3_EmailTemplate"

    template_id: str
    name: str | None = None
    sender_information: SenderInformation | None = None
    prebuilt_customization: PrebuiltCustomization | None = None
    custom_html_customization: CustomHTMLCustomization | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """Create a template. A project holds up to 100.

    Args:
        template_id: An id of the app's choice, fixed from then on. Calls that send an email take it.
        sender_information: Needed with ``custom_html_customization``.
        prebuilt_customization: This or ``custom_html_customization``, and not both.

    Raises:
        BadRequestError: ``duplicate_email_template_vanity_id`` (the id is taken), ``invalid_email_html``,
            ``invalid_email_plaintext``, ``invalid_email_subject``, ``invalid_email_template_content``,
            ``invalid_email_template_parameters``, ``invalid_from_local_part``, ``invalid_reply_to_local_part``,
            ``required_custom_email_domain``, ``too_many_email_templates``.

    Source: `POST /pwa/v3/projects/{project_slug}/email_templates
    <https://stytch.com/docs/api-reference/pwa/api/v3/email-templates/create-email-template>`_
    """

    __schema__ = "pwa_email_template_v3_CreateRequest"

    project_slug: str
    template_id: str
    name: str | None = None
    sender_information: SenderInformation | None = None
    prebuilt_customization: PrebuiltCustomization | None = None
    custom_html_customization: CustomHTMLCustomization | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """The new template."""

    __schema__ = "pwa_email_template_v3_CreateResponse"

    request_id: str
    email_template: EmailTemplate
    status_code: int


@attrs.define(kw_only=True)
class GetAllRequest:
    """List the templates of a project.

    Source: `GET /pwa/v3/projects/{project_slug}/email_templates
    <https://stytch.com/docs/api-reference/pwa/api/v3/email-templates/get-all-email-templates>`_
    """

    __schema__ = "pwa_email_template_v3_GetAllRequest"

    project_slug: str


@attrs.define(kw_only=True)
class GetAllResponse:
    """Every template that has not been deleted."""

    __schema__ = "pwa_email_template_v3_GetAllResponse"

    request_id: str
    email_templates: list[EmailTemplate]
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """Look up a template.

    Raises:
        NotFoundError: ``email_template_not_found``.

    Source: `GET /pwa/v3/projects/{project_slug}/email_templates/{template_id}
    <https://stytch.com/docs/api-reference/pwa/api/v3/email-templates/get-email-template>`_
    """

    __schema__ = "pwa_email_template_v3_GetRequest"

    project_slug: str
    template_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """The template."""

    __schema__ = "pwa_email_template_v3_GetResponse"

    request_id: str
    email_template: EmailTemplate
    status_code: int


@attrs.define(kw_only=True)
class UpdateRequest:
    """Change a template.

    Args:
        prebuilt_customization: For a prebuilt template; ``custom_html_customization`` for one of the app's own. The one
            cannot be made into the other.

    Raises:
        BadRequestError: ``invalid_email_html``, ``invalid_email_plaintext``, ``invalid_email_subject``,
            ``invalid_email_template_content``, ``invalid_email_template_parameters``, ``invalid_from_local_part``,
            ``invalid_reply_to_local_part``, ``required_custom_email_domain``.
        NotFoundError: ``email_template_not_found``.

    Source: `PUT /pwa/v3/projects/{project_slug}/email_templates/{template_id}
    <https://stytch.com/docs/api-reference/pwa/api/v3/email-templates/update-email-template>`_
    """

    __schema__ = "pwa_email_template_v3_UpdateRequest"

    project_slug: str
    template_id: str
    name: str | None = None
    sender_information: SenderInformation | None = None
    prebuilt_customization: PrebuiltCustomization | None = None
    custom_html_customization: CustomHTMLCustomization | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """The template as it is now."""

    __schema__ = "pwa_email_template_v3_UpdateResponse"

    request_id: str
    email_template: EmailTemplate
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """Delete a template.

    Raises:
        BadRequestError: ``cannot_delete_default_email_template``.
        NotFoundError: ``email_template_not_found``.

    Source: `DELETE /pwa/v3/projects/{project_slug}/email_templates/{template_id}
    <https://stytch.com/docs/api-reference/pwa/api/v3/email-templates/delete-email-template>`_
    """

    project_slug: str
    template_id: str


@attrs.define(kw_only=True)
class DeleteResponse:
    """That the template is gone."""

    __schema__ = "pwa_email_template_v3_DeleteResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class SetDefaultRequest:
    """Choose the template for emails of one type where a call names none.

    Raises:
        BadRequestError: ``invalid_template_id`` (it is for emails of another type).
        NotFoundError: ``email_template_not_found``.

    Source: `POST /pwa/v3/projects/{project_slug}/default_email_templates/{email_template_type}
    <https://stytch.com/docs/api-reference/pwa/api/v3/email-templates/set-default-email-template>`_
    """

    __schema__ = "pwa_email_template_v3_SetDefaultRequest"

    project_slug: str
    email_template_type: TemplateType | str
    template_id: str


@attrs.define(kw_only=True)
class SetDefaultResponse:
    """That the template is the default."""

    __schema__ = "pwa_email_template_v3_SetDefaultResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class GetDefaultRequest:
    """Look up the default template for emails of one type.

    Raises:
        NotFoundError: ``email_template_not_found``.

    Source: `GET /pwa/v3/projects/{project_slug}/default_email_templates/{email_template_type}
    <https://stytch.com/docs/api-reference/pwa/api/v3/email-templates/get-default-email-template>`_
    """

    __schema__ = "pwa_email_template_v3_GetDefaultRequest"

    project_slug: str
    email_template_type: TemplateType | str


@attrs.define(kw_only=True)
class GetDefaultResponse:
    """Which template is the default."""

    __schema__ = "pwa_email_template_v3_GetDefaultResponse"

    request_id: str
    template_id: str
    status_code: int


@attrs.define(kw_only=True)
class UnsetDefaultRequest:
    """Do without a default template for emails of one type.

    Args:
        email_template_type: Any but ``PREBUILT``, which always has a default.

    Source: `DELETE /pwa/v3/projects/{project_slug}/default_email_templates/{email_template_type}
    <https://stytch.com/docs/api-reference/pwa/api/v3/email-templates/unset-default-email-template>`_
    """

    project_slug: str
    email_template_type: TemplateType | str


@attrs.define(kw_only=True)
class UnsetDefaultResponse:
    """That the type has no default."""

    __schema__ = "pwa_email_template_v3_UnsetDefaultResponse"

    request_id: str
    status_code: int
