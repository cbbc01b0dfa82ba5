"""Email templates: what makes one, and how it is shown."""

import re
from typing import Any, Final, Protocol

import attrs

from stytch_async.converter import converter
from stytch_async.emulator.refusals.email_templates import (
    EMAIL_TEMPLATE_NOT_FOUND,
    INVALID_EMAIL_HTML,
    INVALID_EMAIL_PLAINTEXT,
    INVALID_EMAIL_SUBJECT,
    INVALID_EMAIL_TEMPLATE_CONTENT,
    INVALID_EMAIL_TEMPLATE_PARAMETERS,
    INVALID_FROM_LOCAL_PART,
    INVALID_REPLY_TO_LOCAL_PART,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.rules.templates import names
from stytch_async.emulator.state.email_templates import PLACEHOLDERS, TYPES, EmailTemplate, EmailTemplates, TemplateType
from stytch_async.schemas.management import email_templates as schemas

__all__ = ["checked_type", "find_template", "read_template", "view"]

LOCAL_PART: Final = re.compile(r"[^@\s]+")


class TemplateArguments(Protocol):
    """The arguments that the endpoints for a new template and for a change share."""

    template_id: str
    name: str | None
    sender_information: schemas.SenderInformation | None
    prebuilt_customization: schemas.PrebuiltCustomization | None
    custom_html_customization: schemas.CustomHTMLCustomization | None


def find_template(templates: EmailTemplates, template_id: str) -> EmailTemplate:
    """Return a template, or refuse."""
    found = templates.get(template_id)
    if found is None:
        raise Refusal(EMAIL_TEMPLATE_NOT_FOUND)
    return found


def checked_type(name: str) -> TemplateType:
    """Return a type of templates, or refuse."""
    for known in TYPES:
        if name == known:
            return known
    raise Refusal(BAD_REQUEST, "there is no such type of templates")


def read_template(request: TemplateArguments) -> EmailTemplate:
    """Return the template that a request tells of, or refuse it (behaviour-more W19, W20)."""
    custom, prebuilt = request.custom_html_customization, request.prebuilt_customization
    if (custom is None) is (prebuilt is None):
        raise Refusal(INVALID_EMAIL_TEMPLATE_CONTENT)
    sender = _given(request.sender_information)
    _check_sender(sender, is_needed=custom is not None)
    if custom is None:
        looks: dict[str, str | float] = _given(prebuilt)
        return EmailTemplate(template_id=request.template_id, name=request.name, sender=sender, looks=looks)
    return EmailTemplate(
        template_id=request.template_id,
        name=request.name,
        sender=sender,
        **_read_custom(custom),
    )


def _given(information: Any) -> dict[str, Any]:  # noqa: ANN401 - a schema object, or none
    return {} if information is None else attrs.asdict(information, filter=lambda _, value: value is not None)


def _check_sender(sender: dict[str, str], *, is_needed: bool) -> None:
    if is_needed and not sender.keys() >= {"from_local_part", "from_domain"}:
        raise Refusal(INVALID_FROM_LOCAL_PART)
    if LOCAL_PART.fullmatch(sender.get("from_local_part", "hello")) is None:
        raise Refusal(INVALID_FROM_LOCAL_PART)
    if LOCAL_PART.fullmatch(sender.get("reply_to_local_part", "hello")) is None:
        raise Refusal(INVALID_REPLY_TO_LOCAL_PART)


def _read_custom(custom: schemas.CustomHTMLCustomization) -> dict[str, Any]:
    template_type = checked_type(str(custom.template_type))
    if template_type == "PREBUILT":
        raise Refusal(INVALID_EMAIL_TEMPLATE_CONTENT)
    for text, reason in (
        (custom.html_content, INVALID_EMAIL_HTML),
        (custom.plaintext_content, INVALID_EMAIL_PLAINTEXT),
        (custom.subject, INVALID_EMAIL_SUBJECT),
    ):
        if not (text or "").strip():
            raise Refusal(reason)
    html, plaintext = custom.html_content or "", custom.plaintext_content or ""
    placeholder = PLACEHOLDERS.get(template_type)
    if placeholder is not None and not (names(html, placeholder) and names(plaintext, placeholder)):
        raise Refusal(INVALID_EMAIL_TEMPLATE_PARAMETERS)
    return {"type": template_type, "html": html, "plaintext": plaintext, "subject": custom.subject or ""}


def view(template: EmailTemplate) -> schemas.EmailTemplate:
    """Show a template."""
    is_prebuilt = template.type == "PREBUILT"
    custom = schemas.CustomHTMLCustomization(
        template_type=template.type,
        html_content=template.html,
        plaintext_content=template.plaintext,
        subject=template.subject,
    )
    looks = converter.structure(template.looks, schemas.PrebuiltCustomization)
    return schemas.EmailTemplate(
        template_id=template.template_id,
        name=template.name,
        sender_information=converter.structure(template.sender, schemas.SenderInformation) if template.sender else None,
        prebuilt_customization=looks if is_prebuilt else None,
        custom_html_customization=None if is_prebuilt else custom,
    )
