"""What the emails of a project look like: the app's own templates, filled in."""

import re
from typing import Final, TypedDict

from stytch_async.emulator.refusals.email_templates import EMAIL_TEMPLATE_NOT_FOUND, INVALID_TEMPLATE_ID
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.state.email_templates import PLACEHOLDERS, EmailTemplate, TemplateType
from stytch_async.emulator.state.project import Project

__all__ = ["Written", "default_template", "names", "template_for", "write"]


class Written(TypedDict, total=False):
    """What a template makes of a message."""

    template_id: str
    subject: str
    html: str
    plaintext: str
    sender: str


def default_template(project: Project, template_type: TemplateType) -> EmailTemplate | None:
    """Return the template for emails of a type that no call names one for."""
    return None if project.email_templates is None else project.email_templates.default_for(template_type)


def template_for(project: Project, template_type: TemplateType, asked: str | None) -> EmailTemplate | None:
    """Return the template for an email: the one that a call names, or else the default; or refuse (behaviour-more B4).

    Where the Management API has made none, the settings tell which names are taken for one.
    """
    templates, known = project.email_templates, project.settings.email_templates
    if templates is None and asked is not None and known is not None and asked not in known:
        raise Refusal(EMAIL_TEMPLATE_NOT_FOUND)
    if templates is None:
        return None if asked is None else EmailTemplate(template_id=asked)
    if asked is None:
        return default_template(project, template_type)
    found = templates.get(asked)
    if found is None:
        raise Refusal(EMAIL_TEMPLATE_NOT_FOUND)
    if found.type not in {template_type, "PREBUILT"}:
        raise Refusal(INVALID_TEMPLATE_ID)
    return found


def _tag(name: str) -> re.Pattern[str]:
    return re.compile(r"\{\{\s*" + re.escape(name) + r"\s*\}\}")


_TAGS: Final = {name: _tag(name) for name in PLACEHOLDERS.values()}


def names(text: str, placeholder: str) -> bool:
    """Whether a text has a placeholder."""
    return _TAGS[placeholder].search(text) is not None


def write(template: EmailTemplate | None, value: str) -> Written:
    """Fill a template in with the code or URL that the email is about; without one the words are Stytch's."""
    if template is None:
        return {}
    sender = template.sender
    address: Written = {"sender": f"{sender['from_local_part']}@{sender['from_domain']}"} if sender else {}
    if template.type == "PREBUILT":
        return {"template_id": template.template_id, **address}
    tag = _TAGS.get(PLACEHOLDERS.get(template.type, ""))

    def filled(text: str) -> str:
        return text if tag is None else tag.sub(lambda _: value, text)

    return {
        "template_id": template.template_id,
        "subject": filled(template.subject),
        "html": filled(template.html),
        "plaintext": filled(template.plaintext),
        **address,
    }
