"""The page on which a browser says who it is: that of a provider of logins, as far as the emulator has one."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Final

import attrs

from stytch_async.emulator.state.project import Project

__all__ = ["Field", "ask_who"]

OFFERED: Final = 20
"""How many people a page offers to continue as."""


@attrs.frozen
class Field:
    """Something to type in, or to tick.

    Attributes:
        name: What the form calls it.
        label: What the page calls it.
        type: What browsers call its type.
        value: What stands there at first.

    """

    name: str
    label: str
    type: str = "text"
    value: str = ""


def ask_who(project: Project, title: str, action: str, hidden: Mapping[str, str], fields: Iterable[Field]) -> str:
    """Return a page that offers to continue as anybody who is known, and has a form for everybody else.

    Args:
        project: Whose people are offered.
        title: Whose page it is.
        action: Where its forms lead, by a path from its own.
        hidden: What its forms say besides.
        fields: What is asked of somebody else.

    """
    kept = "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in hidden.items())
    form, title = f'<form action="{escape(action)}">{kept}', escape(title)
    known = "".join(
        f'{form}<button name="email" value="{escape(email)}">Continue as {escape(email)}</button></form>'
        for email in _known_addresses(project)
    )
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title} (emulated)</title><h1>{title}</h1>'
        f"<p>This stands for the page of {title}.</p>{known}{form}{''.join(map(_written, fields))}"
        "<p><button>Continue</button></form></html>"
    )


def _written(field: Field) -> str:
    box = f'<input name="{field.name}" type="{field.type}"'
    if field.type == "checkbox":
        return f"<p><label>{box}> {escape(field.label)}</label>"
    value = f' value="{escape(field.value)}"' if field.value else ""
    return f"<p><label>{escape(field.label)} {box}{value}></label>"


def _known_addresses(project: Project) -> list[str]:
    """Return the addresses of users and members, the oldest first."""

    def addresses() -> Iterator[str]:
        for user in project.users:
            yield from (email.value for email in user.emails)
        for member in project.members:
            if member.status != "deleted":
                yield member.email.value

    return list(dict.fromkeys(addresses()))[:OFFERED]
