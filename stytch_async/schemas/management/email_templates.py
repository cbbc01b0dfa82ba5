"""TODO"""

import enum

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


class TemplateType(enum.StrEnum):
    """TODO"""

    __schema__ = "pwa_email_template_v3_TemplateType"

    LOGIN = "LOGIN"
    SIGNUP = "SIGNUP"
    INVITE = "INVITE"
    RESET_PASSWORD = "RESET_PASSWORD"
    ONE_TIME_PASSCODE = "ONE_TIME_PASSCODE"
    ONE_TIME_PASSCODE_SIGNUP = "ONE_TIME_PASSCODE_SIGNUP"
    VERIFY_EMAIL_PASSWORD_RESET = "VERIFY_EMAIL_PASSWORD_RESET"
    UNLOCK = "UNLOCK"
    PREBUILT = "PREBUILT"


@attrs.define(kw_only=True)
class CustomHTMLCustomization:
    """TODO"""

    __schema__ = "pwa_email_template_v3_CustomHTMLCustomization"

    template_type: TemplateType | str | None = None
    html_content: str | None = None
    plaintext_content: str | None = None
    subject: str | None = None


@attrs.define(kw_only=True)
class SenderInformation:
    """TODO"""

    __schema__ = "pwa_email_template_v3_SenderInformation"

    from_local_part: str | None = None
    from_domain: str | None = None
    from_name: str | None = None
    reply_to_local_part: str | None = None
    reply_to_name: str | None = None


class FontFamily(enum.StrEnum):
    """TODO"""

    __schema__ = "pwa_email_template_v3_FontFamily"

    ARIAL = "ARIAL"
    BRUSH_SCRIPT_MT = "BRUSH_SCRIPT_MT"
    COURIER_NEW = "COURIER_NEW"
    GEORGIA = "GEORGIA"
    HELVETICA = "HELVETICA"
    TAHOMA = "TAHOMA"
    TIMES_NEW_ROMAN = "TIMES_NEW_ROMAN"
    TREBUCHET_MS = "TREBUCHET_MS"
    VERDANA = "VERDANA"


class TextAlignment(enum.StrEnum):
    """TODO"""

    __schema__ = "pwa_email_template_v3_TextAlignment"

    LEFT = "LEFT"
    CENTER = "CENTER"


@attrs.define(kw_only=True)
class PrebuiltCustomization:
    """TODO"""

    __schema__ = "pwa_email_template_v3_PrebuiltCustomization"

    button_border_radius: float | None = None
    button_color: str | None = None
    button_text_color: str | None = None
    font_family: FontFamily | str | None = None
    text_alignment: TextAlignment | str | None = None


@attrs.define(kw_only=True)
class EmailTemplate:
    """TODO"""

    __schema__ = "pwa_email_template_v3_EmailTemplate"

    template_id: str
    name: str | None = None
    sender_information: SenderInformation | None = None
    prebuilt_customization: PrebuiltCustomization | None = None
    custom_html_customization: CustomHTMLCustomization | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /pwa/v3/projects/{project_slug}/email_templates <TODO>`_
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
    """TODO"""

    __schema__ = "pwa_email_template_v3_CreateResponse"

    request_id: str
    email_template: EmailTemplate
    status_code: int


@attrs.define(kw_only=True)
class GetAllRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/email_templates <TODO>`_
    """

    __schema__ = "pwa_email_template_v3_GetAllRequest"

    project_slug: str


@attrs.define(kw_only=True)
class GetAllResponse:
    """TODO"""

    __schema__ = "pwa_email_template_v3_GetAllResponse"

    request_id: str
    email_templates: list[EmailTemplate]
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/email_templates/{template_id} <TODO>`_
    """

    __schema__ = "pwa_email_template_v3_GetRequest"

    project_slug: str
    template_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "pwa_email_template_v3_GetResponse"

    request_id: str
    email_template: EmailTemplate
    status_code: int


@attrs.define(kw_only=True)
class UpdateRequest:
    """TODO

    Source: `PUT /pwa/v3/projects/{project_slug}/email_templates/{template_id} <TODO>`_
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
    """TODO"""

    __schema__ = "pwa_email_template_v3_UpdateResponse"

    request_id: str
    email_template: EmailTemplate
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """TODO

    Source: `DELETE /pwa/v3/projects/{project_slug}/email_templates/{template_id} <TODO>`_
    """

    project_slug: str
    template_id: str


@attrs.define(kw_only=True)
class DeleteResponse:
    """TODO"""

    __schema__ = "pwa_email_template_v3_DeleteResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class SetDefaultRequest:
    """TODO

    Source: `POST /pwa/v3/projects/{project_slug}/default_email_templates/{email_template_type} <TODO>`_
    """

    __schema__ = "pwa_email_template_v3_SetDefaultRequest"

    project_slug: str
    email_template_type: TemplateType | str
    template_id: str


@attrs.define(kw_only=True)
class SetDefaultResponse:
    """TODO"""

    __schema__ = "pwa_email_template_v3_SetDefaultResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class GetDefaultRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/default_email_templates/{email_template_type} <TODO>`_
    """

    __schema__ = "pwa_email_template_v3_GetDefaultRequest"

    project_slug: str
    email_template_type: TemplateType | str


@attrs.define(kw_only=True)
class GetDefaultResponse:
    """TODO"""

    __schema__ = "pwa_email_template_v3_GetDefaultResponse"

    request_id: str
    template_id: str
    status_code: int


@attrs.define(kw_only=True)
class UnsetDefaultRequest:
    """TODO

    Source: `DELETE /pwa/v3/projects/{project_slug}/default_email_templates/{email_template_type} <TODO>`_
    """

    project_slug: str
    email_template_type: TemplateType | str


@attrs.define(kw_only=True)
class UnsetDefaultResponse:
    """TODO"""

    __schema__ = "pwa_email_template_v3_UnsetDefaultResponse"

    request_id: str
    status_code: int
